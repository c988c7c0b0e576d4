"""Keeps the catalogue of interface messages in step with the source."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import to_locale

from bilingual import catalogue


class Command(BaseCommand):
    help = (
        "Write the messages of Python modules and templates into the catalogues of locale/, keeping their "
        "translations. With --check nothing is written and anything missing is an error; with --compile "
        "the catalogues are made ready for use."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        choice = parser.add_mutually_exclusive_group()
        choice.add_argument("--check", action="store_true", help="fail when a message has no translation")
        choice.add_argument("--compile", action="store_true", help="compile the catalogues that have changed")

    def handle(self, *, check, compile, **options):
        if compile:
            for path in catalogue.compile_catalogues(settings.LOCALE_PATHS):
                self.stdout.write(f"Compiled {path}")
            return
        found = list(catalogue.sources(settings.BASE_DIR))
        for path in _catalogue_paths():
            if check:
                self._check(path, found)
            else:
                self._write(path, found)

    def _check(self, path, found):
        lines = catalogue.problems(catalogue.read_catalogue(path), found)
        if lines:
            raise CommandError("\n".join([f"{path} has {len(lines)} problems:", *lines]))
        self.stdout.write(f"{path}: all {len(set(found))} places are translated.")

    def _write(self, path, found):
        merged = catalogue.merged(catalogue.read_catalogue(path), found)
        changed = catalogue.write_catalogue(path, merged)
        missing = sum(1 for message in merged if message.id and not any(_texts(message)))
        state = "updated" if changed else "unchanged"
        self.stdout.write(f"{path}: {state}, {len(merged)} messages, {missing} without a translation.")


def _texts(message):
    return [message.string] if isinstance(message.string, str) else message.string


def _catalogue_paths() -> list[Path]:
    """One catalogue for each language other than the one that the source is written in."""
    return [
        Path(settings.LOCALE_PATHS[0]) / to_locale(code) / "LC_MESSAGES" / f"{catalogue.DOMAIN}.po"
        for code, _name in settings.LANGUAGES
        if code != settings.LANGUAGE_CODE
    ]
