"""Makes a fresh or updated checkout ready to be served."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from bilingual.catalogue import compile_catalogues
from liangjiang_portal.env import kept_secret
from publishing.rights.roles import make_groups


class Command(BaseCommand):
    help = (
        "Compile messages, bring the database and the roles up to date, collect the portal's own files and, "
        "with --demo, load the demo content the first time. Safe to run again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--demo", action="store_true", help="load the demo content into a new database")

    def handle(self, *, demo, **options):
        for path in compile_catalogues(settings.LOCALE_PATHS):
            self.stdout.write(f"Compiled {path}")
        is_new = not connection.introspection.table_names()
        call_command("migrate", interactive=False, verbosity=0)
        make_groups()
        self.stdout.write("The database is up to date.")
        call_command("rebuild_search_index", missing=True, verbosity=0, stdout=self.stdout)
        self._collect_static()
        if demo:
            self._load_demo(is_new)

    def _collect_static(self):
        """Collecting and compressing takes seconds, so it is done only when a file has changed."""
        stamp = settings.PORTAL_VAR / "static-collected"
        fingerprint = _static_fingerprint()
        is_same = stamp.exists() and stamp.read_text(encoding="ascii") == fingerprint
        if is_same and Path(settings.STATIC_ROOT).is_dir():
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
        # Kept before it is used: a load that broke off and is repeated finds the accounts it made.
        settings.DEMO_PASSWORD = settings.DEMO_PASSWORD or kept_secret(
            settings.PORTAL_VAR / "demo-password", length=16
        )
        call_command("load_demo", stdout=self.stdout)
        accounts = [
            account
            for account in get_user_model().objects.filter(is_staff=True).order_by("pk")
            if account.check_password(settings.DEMO_PASSWORD)
        ]
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
