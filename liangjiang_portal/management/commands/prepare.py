"""Makes a fresh or updated checkout ready to be served."""

import hashlib
import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from bilingual.catalogue import compile_catalogues

# Same alphabet as Django's own generator: nothing that reads alike on a printed sheet.
PASSWORD_ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"


class Command(BaseCommand):
    help = (
        "Compile messages, bring the database up to date, collect the portal's own files and, with --demo, "
        "load the demo content the first time. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="load the demo content into a new database")

    def handle(self, *, demo, **options):
        for path in compile_catalogues(settings.LOCALE_PATHS):
            self.stdout.write(f"Compiled {path}")
        is_new = not connection.introspection.table_names()
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write("The database is up to date.")
        self._collect_static()
        if demo:
            self._load_demo(is_new)

    def _collect_static(self):
        """Collecting and compressing takes seconds, so it is done only when a file has changed."""
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        fingerprint = _static_fingerprint()
        if stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint:
            return
        call_command("collectstatic", interactive=False, verbosity=0)
        if not settings.DEBUG:
            stamp.write_text(fingerprint, encoding="ascii")
        self.stdout.write("Collected styles, scripts and drawings.")

    def _load_demo(self, is_new):
        """The sheet of logins is written last, so that a load that broke off is tried again."""
        logins = settings.PORTAL_VAR / "demo-logins"
        if logins.exists() and not is_new:
            return
        self.stdout.write("Loading the demo content …")
        settings.DEMO_PASSWORD = settings.DEMO_PASSWORD or "".join(
            secrets.choice(PASSWORD_ALPHABET) for _ in range(14)
        )
        before = set(get_user_model().objects.values_list("username", flat=True))
        call_command("load_demo", stdout=self.stdout)
        accounts = get_user_model().objects.exclude(username__in=before).order_by("pk")
        sheet = "".join(f"{account.get_username():<12}{settings.DEMO_PASSWORD}\n" for account in accounts)
        logins.touch(mode=0o600)
        logins.write_text(sheet, encoding="utf-8")


def _static_fingerprint() -> str:
    """Changes when a file that would be collected appears, disappears or is edited."""
    digest = hashlib.sha256(settings.STORAGES["staticfiles"]["BACKEND"].encode())
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            status = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{status.st_size}\0{status.st_mtime_ns}\n".encode())
    return digest.hexdigest()
