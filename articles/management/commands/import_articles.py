"""Imports saved pages, Markdown and Word files as drafts."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.anatomy import parse
from articles.importing.companions import companion_of
from articles.importing.records import find_column
from articles.importing.refusals import ImportRefused
from articles.importing.sniffing import BYTES_LIMIT
from articles.importing.store import imported_before, store_article
from articles.importing.telling import found_lines, note_lines

DEFAULT_COLUMN = "local"


class Command(BaseCommand):
    help = (
        "Import articles from text, HTML, Markdown or Word .docx files as drafts, never live. "
        "Says what was found, dropped and not placed. The same article is never imported twice."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE", type=Path)
        parser.add_argument(
            "--column",
            default=DEFAULT_COLUMN,
            help=f"address or name of the column for files that name none of ours (default: {DEFAULT_COLUMN})",
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would be imported, save nothing")

    def handle(self, *, files, column, dry_run, **options):
        default = find_column(column)
        if default is None:
            raise CommandError(
                _("There is no column “%(name)s”. Specify one with --column.") % {"name": column}
            )
        refused = 0
        for path in files:
            self.stdout.write(self.style.MIGRATE_HEADING(str(path)))
            try:
                self._import_one(path, default, dry_run)
            except ImportRefused as problem:
                refused += 1
                self.stdout.write("  " + self.style.ERROR(_("Refused: %(why)s") % {"why": problem}))
        if refused:
            raise CommandError(
                ngettext("%(count)d file was refused.", "%(count)d files were refused.", refused)
                % {"count": refused}
            )

    def _import_one(self, path, default, dry_run):
        parsed = parse(read_file(path), path.name, companion_of(path))
        known = imported_before(parsed)
        if known is None and not dry_run:
            stored = store_article(parsed=parsed, file_name=path.name, default_column=default)
            known = None if stored.is_new else stored.article
        if known is not None:
            self._say(_("Already imported as “%(title)s”: nothing was changed.") % {"title": known})
            return
        column = find_column(parsed.column) or default
        for line in found_lines(parsed, column):
            self._say(line)
        for line in note_lines(parsed):
            self._say(line)
        self._say(
            _("Nothing was saved.")
            if dry_run
            else _("Saved as a draft: %(slug)s") % {"slug": stored.article.slug}
        )

    def _say(self, line):
        self.stdout.write(f"  {line}")


def read_file(path):
    """The bytes of a file, up to one more than may be imported. Raises ImportRefused when it cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(BYTES_LIMIT + 1)
    except OSError as problem:
        raise ImportRefused(
            "unreadable", _("The file cannot be opened: %(why)s") % {"why": problem.strerror}
        ) from problem
