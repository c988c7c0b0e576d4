"""The tables of words, made by the database's own full-text search."""

from django.db import migrations

from search_index.backends import backend


def create(apps, schema_editor):
    backend().create(schema_editor)


def drop(apps, schema_editor):
    backend().drop(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("search_index", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
