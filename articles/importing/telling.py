"""Says in sentences what an import found, for the person at the command line."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.importing.report import Furniture, Guess, Reason

ROLE_LINES = {
    "reporter": lambda name: _("Reporter: %(name)s") % {"name": name},
    "correspondent": lambda name: _("Correspondent: %(name)s") % {"name": name},
    "editor": lambda name: _("Editor: %(name)s") % {"name": name},
    "photographer": lambda name: _("Photographer: %(name)s") % {"name": name},
}


def found_lines(parsed, column):
    """Lines about the parts that were found, `column` being the one it is filed under."""
    yield _("Headline: %(text)s") % {"text": parsed.headline}
    if parsed.subtitle:
        yield _("Subtitle: %(text)s") % {"text": parsed.subtitle}
    yield from date_lines(parsed)
    for person in parsed.persons:
        yield ROLE_LINES[person.role](person.name)
    if parsed.source:
        yield _("Source: %(text)s") % {"text": parsed.source}
    if parsed.series:
        yield _("Series: %(series)s, part %(part)d") % {"series": parsed.series, "part": parsed.series_part}
    yield column_line(parsed, column)
    subheads = sum(part.kind in ("subhead", "case") for part in parsed.body)
    paragraphs = sum(part.kind == "paragraph" for part in parsed.body)
    yield ngettext("%(count)d paragraph", "%(count)d paragraphs", paragraphs) % {"count": paragraphs}
    yield ngettext("%(count)d subhead", "%(count)d subheads", subheads) % {"count": subheads}
    for figure in parsed.figures:
        yield figure_line(figure)
    if parsed.teaser:
        yield _("Teaser quote: %(text)s") % {"text": parsed.teaser}


def date_lines(parsed):
    if parsed.printed_on is None:
        yield _("No date is given.")
        return
    day = {"day": f"{parsed.printed_on.isoformat()} {parsed.printed_clock}".strip()}
    yield (_("Updated: %(day)s") if parsed.printed_as == "updated" else _("Date: %(day)s")) % day
    if parsed.updated_on:
        yield _("Updated: %(day)s") % {"day": parsed.updated_on.isoformat()}


def column_line(parsed, column):
    names = {"printed": parsed.column, "column": column}
    if not parsed.column:
        return _("Column: none named, filed under %(column)s") % names
    if parsed.column.casefold() not in (
        str(name or "").casefold() for name in (column.name_en, column.name_zh_hans)
    ):
        return _("Column: “%(printed)s” is not one of ours, filed under %(column)s") % names
    return _("Column: %(column)s") % names


def figure_line(figure):
    words = {
        "caption": figure.caption or figure.alt,
        "credit": figure.credit.as_line() if figure.credit else "",
    }
    if figure.has_file:
        if words["credit"]:
            return _("Picture: %(caption)s Credit: %(credit)s") % words
        return _("Picture: %(caption)s No credit is given.") % words
    if words["credit"]:
        return _("Picture to supply: %(caption)s Credit: %(credit)s") % words
    return _("Picture to supply: %(caption)s No credit is given.") % words


def note_lines(parsed):
    """Lines about what was decided, dropped or left over, each with its reason."""
    for note in parsed.guesses:
        if note.code != Guess.SUMMARY:
            yield _("To check: “%(text)s” (%(reason)s)") % {
                "text": note.text,
                "reason": Guess(note.code).label,
            }
    for note in parsed.furniture:
        yield _("Dropped: “%(text)s” (%(reason)s)") % {
            "text": note.text,
            "reason": Furniture(note.code).label,
        }
    for note in parsed.unplaced:
        yield _("Not placed: “%(text)s” (%(reason)s)") % {
            "text": note.text,
            "reason": Reason(note.code).label,
        }


def report_lines(report):
    """Lines about a stored import report (Article.import_report) for the editor who finishes the draft."""
    for picture in report.get("pictures_to_supply", []):
        words = {"caption": picture["caption"] or picture["alt"], "credit": picture["credit"]}
        if picture["refused"]:
            yield _("Picture refused: %(why)s") % {"why": picture["refused"]}
        if words["credit"]:
            yield _("Picture to supply: %(caption)s Credit: %(credit)s") % words
        else:
            yield _("Picture to supply: %(caption)s No credit is given.") % words
    for note in report.get("guesses", []):
        yield _("To check: “%(text)s” (%(reason)s)") % {
            "text": note["text"],
            "reason": Guess(note["code"]).label,
        }
    for note in report.get("unplaced", []):
        yield _("Not placed: “%(text)s” (%(reason)s)") % {
            "text": note["text"],
            "reason": Reason(note["code"]).label,
        }
