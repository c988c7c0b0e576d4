"""Which stored documents something public shows: a record with a live edition, or the text of one."""

from __future__ import annotations

from itertools import chain

from django.db import models
from modeltranslation.fields import TranslationField

from bilingual.holders import record_of
from media_library.models import Document
from media_library.showing import judge
from media_library.usage import rows_that_link_to, rows_that_mention

from ..models import Publishable


@judge
def is_shown_by_what_is_live(document: Document) -> bool:
    """A text counts in its own language, a link between records in any. What cannot be published shows nothing."""
    rows = chain(rows_that_link_to(document), rows_that_mention(document))
    return any(_is_public(row, field) for row, field in rows)


def _is_public(row: models.Model, field: models.Field) -> bool:
    record = record_of(row)
    if not isinstance(record, Publishable):
        return False
    if isinstance(field, TranslationField):
        return record.is_live(field.language)
    return bool(record.live_languages())
