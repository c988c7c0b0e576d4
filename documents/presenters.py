"""Documents and their files as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bilingual.languages import CHINESE, ENGLISH, HTML_LANG, active_language
from bilingual.names import either
from publishing.preview.mode import is_preview

from .models import Document, DocumentFile

#: As the makers of the programs call them, in every language.
FORMS = {"pdf": "PDF", "docx": "Word", "xlsx": "Excel", "pptx": "PowerPoint"}
LANGUAGE_NAMES = {ENGLISH: gettext_lazy("English"), CHINESE: gettext_lazy("Chinese")}


@dataclass(frozen=True)
class FileLine:
    """A file as the page of its document shows it."""

    url: str
    name: str
    language: str
    lang: str
    facts: list[str]


def files_of(document: Document) -> list[FileLine]:
    """The files of a document, those in the language of the page first."""
    parts = sorted(document.files.all(), key=lambda part: part.file.language != active_language())
    return [_line(document, part) for part in parts]


def _line(document: Document, part: DocumentFile) -> FileLine:
    file = part.file
    # A file of a draft has no address in the library yet.
    url = file.get_absolute_url() if is_preview() else part.path
    return FileLine(
        url,
        either(file, "title") or document.title,
        LANGUAGE_NAMES[file.language],
        HTML_LANG[file.language],
        _facts(file),
    )


def _facts(file) -> list[str]:
    """Form, size, pages, version and date of a file, as far as they are known."""
    facts = [FORMS.get(file.suffix, file.suffix.upper())]
    if file.size:
        facts.append(filesizeformat(file.size))
    if file.pages:
        facts.append(ngettext("%(number)s page", "%(number)s pages", file.pages) % {"number": file.pages})
    if file.version:
        facts.append(_("version %(version)s") % {"version": file.version})
    if file.dated_on:
        facts.append(file.dated_on.say())
    return facts


def forms_said(document: Document) -> str:
    """Says "PDF (English), Word (Chinese)": what there is to take away, in a line."""
    own = sorted(document.files.all(), key=lambda part: part.file.language != active_language())
    pairs = dict.fromkeys((part.file.suffix, part.file.language) for part in own)
    return _(", ").join(
        _("%(form)s (%(language)s)")
        % {"form": FORMS.get(suffix, suffix.upper()), "language": LANGUAGE_NAMES[language]}
        for suffix, language in pairs
    )


def kind_said(document: Document) -> str:
    return capfirst(document.get_kind_display())
