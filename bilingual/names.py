"""The words of a translated field, by language.

Translated fields live in suffixed columns (``name_en``, ``name_zh_hans``). Public pages read the active
language and never fall back; the functions here are for code that knows which language it wants, and
for staff, who need to recognise a record that has only one.
"""

from __future__ import annotations

from django.db import models

from bilingual.languages import active_language, column, other_language


def in_language(obj: models.Model, field: str, language: str) -> str:
    """The text of ``field`` in ``language``, "" when it is missing. Never the other language's text."""
    return getattr(obj, column(field, language)) or ""


def other_name(record: models.Model, field: str) -> str:
    """A field of a publishable record in the language that is not active, "" unless that edition is live."""
    other = other_language(active_language())
    return in_language(record, field, other) if record.is_live(other) else ""


def either(obj: models.Model, field: str) -> str:
    """The text of ``field`` in the active language, else in the other one, else "".

    For the admin and for logs only: on a public page this would be a silent fallback.
    """
    language = active_language()
    return in_language(obj, field, language) or in_language(obj, field, other_language(language))
