from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("enterprises", "0003_reviewers"),
    ]

    operations = [
        migrations.CreateModel(
            name="DirectoryChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("enterprise_key", models.BigIntegerField(null=True)),
                ("made_at", models.DateTimeField(auto_now_add=True, db_index=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
    ]
