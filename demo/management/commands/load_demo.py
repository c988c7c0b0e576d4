"""Fills an empty portal with content in both languages."""

import secrets

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from demo.loading.accounts import load_accounts
from demo.loading.kinds import KINDS
from demo.loading.menus import load_menus, load_site
from demo.loading.pictures import PICTURES, load_pictures, render_pictures
from demo.loading.references import References
from demo.loading.rows import Writer
from demo.reading import CONTENT, ContentError


class Command(BaseCommand):
    help = (
        "Load the demo: content in both languages, pictures, menus, and one account for each role. "
        "Safe to run again: what exists is left as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--refresh", action="store_true", help="put demo rows that exist back to what the demo says"
        )
        parser.add_argument(
            "--renditions",
            choices=["now", "worker"],
            default="now",
            help="make the smaller copies of pictures now (about a minute), or leave them to the worker",
        )

    def handle(self, *, refresh, renditions, **options):
        try:
            # Outside a request there is no reader's language; texts name their columns, messages are English.
            with translation.override("en"):
                self._load(refresh, renditions)
        except ContentError as error:
            raise CommandError(str(error)) from error

    def _load(self, refresh, renditions):
        self._accounts()
        pictures = load_pictures(PICTURES, render=renditions == "worker", refresh=refresh)
        self.stdout.write(f"pictures: {len(pictures)}")
        writer = Writer(References(pictures), refresh=refresh)
        for kind in KINDS:
            tally = writer.write(kind, kind.read(CONTENT))
            self.stdout.write(f"{kind.model._meta.verbose_name_plural}: {tally}")
        load_site(CONTENT / "site.toml", refresh=refresh)
        items = load_menus(CONTENT / "menus.toml", refresh=refresh)
        self.stdout.write(f"menu items: {items} made")
        if renditions == "now":
            self.stdout.write(f"pictures made smaller: {render_pictures(list(pictures.values()))}")

    def _accounts(self):
        password = settings.DEMO_PASSWORD or secrets.token_urlsafe(12)
        made = load_accounts(password)
        if made:
            self.stdout.write(f"accounts: {', '.join(made)}")
        if made and not settings.DEMO_PASSWORD:
            self.stdout.write(f"password of these accounts: {password}")
