"""Names in the order in which they are asked for."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("search_index", "0004_no_permissions"),
    ]

    operations = [
        migrations.AlterField(
            model_name="name",
            name="initials",
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AlterField(
            model_name="name",
            name="key",
            field=models.CharField(max_length=200),
        ),
        migrations.AlterField(
            model_name="name",
            name="sound",
            field=models.CharField(blank=True, max_length=400),
        ),
        migrations.AddIndex(
            model_name="name",
            index=models.Index(fields=["key", "-is_its_own", "-entry"], name="search_name_key"),
        ),
        migrations.AddIndex(
            model_name="name",
            index=models.Index(fields=["sound", "-is_its_own", "-entry"], name="search_name_sound"),
        ),
        migrations.AddIndex(
            model_name="name",
            index=models.Index(fields=["initials", "-is_its_own", "-entry"], name="search_name_initials"),
        ),
    ]
