"""The database is what the models say."""

import re

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


def test_no_migration_is_missing(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named_for_what_they_do():
    ours = [
        (app, name)
        for app, name in MigrationLoader(None).disk_migrations
        if (settings.BASE_DIR / apps.get_app_config(app).name).is_dir()
    ]
    assert len(ours) >= 5
    assert [name for name in ours if re.search(r"_auto_|_alter_.*_and_more", name[1])] == []


@pytest.mark.django_db
def test_the_test_database_is_the_kind_that_was_asked_for():
    asked = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    assert connection.vendor == {"sqlite3": "sqlite", "postgresql": "postgresql"}[asked]
