"""The databases of one run of the tests: migrations are passed through once, and everybody gets a copy.

``shared`` is one folder for all processes of the run.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2

from tests.services.manage import environment_of, manage


def is_postgresql() -> bool:
    """Whether this run is about PostgreSQL; it is about SQLite otherwise."""
    return os.environ.get("DATABASE_URL", "").startswith("postgres")


def once(shared: Path, name: str, make: Callable[[], None]) -> None:
    """Lets the first process of the run that comes make something, while the others wait for it. Raises
    AssertionError in all of them when a command failed in the making."""
    outcome = shared / f"{name}.outcome"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not outcome.exists():
            try:
                make()
                outcome.write_text("")
            except subprocess.CalledProcessError as error:
                outcome.write_text(f"{error}\n{error.stdout}\n{error.stderr}")
    complaint = outcome.read_text()
    assert not complaint, f"The {name} could not be made: {complaint}"


def copy_migrated(shared: Path, target: str) -> None:
    """Makes the database ``target`` as all migrations leave it: a path on SQLite, a name on PostgreSQL. What
    was there goes."""
    folder, name = shared / "migrated", database_name(shared / "migrated")

    def migrate() -> None:
        if is_postgresql():
            on_server(f'CREATE DATABASE "{name}"')
        manage(environment_of(folder, address(name)), "migrate", "--verbosity=0")

    once(shared, "migrated database", migrate)
    if is_postgresql():
        on_server(f'DROP DATABASE IF EXISTS "{target}"', f'CREATE DATABASE "{target}" TEMPLATE "{name}"')
    else:
        shutil.copy2(folder / "portal.sqlite3", target)


def drop_databases(shared: Path) -> None:
    """Leaves nothing of the whole run behind on a PostgreSQL server."""
    if is_postgresql():
        for name in (database_name(shared), database_name(shared / "migrated")):
            on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def database_name(folder: Path) -> str:
    """The name of the database on a server that belongs to a folder."""
    return f"portal_{hashlib.sha256(str(folder).encode()).hexdigest()[:16]}"


def address(name: str) -> str:
    """The URL of a database on the server; empty on SQLite, where the folder says it."""
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl() if is_postgresql() else ""


def on_server(*statements: str) -> None:
    """Runs statements outside of any transaction, as those about whole databases must be."""
    connection = psycopg2.connect(os.environ["DATABASE_URL"])
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            for statement in statements:
                cursor.execute(statement)
    finally:
        connection.close()
