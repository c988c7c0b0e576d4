"""Tables of words that know the place of a word and the age of its edition.

The index is empty afterwards; ``manage.py prepare`` fills it again.
"""

from django.db import migrations

from search_index.backends import backend


def make_anew(apps, schema_editor):
    for table in ("search_index_name", "search_index_publicentry"):
        schema_editor.execute(f"DELETE FROM {table}")
    backend().drop(schema_editor)
    backend().create(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("search_index", "0005_names_in_order")]
    operations = [migrations.RunPython(make_anew, migrations.RunPython.noop)]
