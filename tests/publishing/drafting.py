"""Drafts for tests: other values in some columns of a record."""

from __future__ import annotations

from bilingual.languages import LANGUAGES
from publishing.drafts.saving import first_revision, head_of, save_draft
from publishing.snapshots import upgraded
from tests.factories import make_enterprise


def save_words(record, *, by=None, **fields):
    """Save a draft on top of the newest version; returns the revision."""
    seen = head_of(record) or first_revision(record)
    snapshot = upgraded(record, seen.snapshot)
    return save_draft(record, snapshot | {"f": snapshot["f"] | fields}, seen=seen, by=by)


def row(record):
    """The record as the database has it now."""
    return type(record)._base_manager.get(pk=record.pk)


def make_named_enterprise(languages=LANGUAGES, **fields):
    """An enterprise whose words say no numbers: a draft may change one language alone."""
    words = {
        "short_name_en": "Old name",
        "short_name_zh_hans": "旧名称",
        "activity_en": "Makes cars",
        "activity_zh_hans": "制造汽车",
    }
    return make_enterprise(languages, **words | fields)
