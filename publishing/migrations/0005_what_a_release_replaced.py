from django.db import migrations, models


class Migration(migrations.Migration):
    """A release keeps the content that it replaced, not the revision that may not have held all of it."""

    dependencies = [("publishing", "0004_reviews_and_areas_of_work")]

    operations = [
        migrations.RemoveField("releaseitem", "before"),
        migrations.RemoveField("releaseitem", "after"),
        migrations.AddField("releaseitem", "before", models.JSONField(null=True)),
        migrations.AddField("releaseitem", "after", models.JSONField(null=True)),
    ]
