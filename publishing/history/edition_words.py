"""The words of a version, both languages beside each other, as plain text: for reading, not for comparing."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import capfirst

from bilingual.languages import CHINESE, ENGLISH, column

from ..columns import content_columns, part_relations

#: Ends of what stands on lines of its own in rich text.
_LINE_END = re.compile(r"</(?:p|h[1-6]|li|blockquote|figcaption|tr)>|<br>")
#: Ends of what stands beside something else on its line.
_CELL_END = re.compile(r"</t[dh]>(?=<t)")
#: A mark of rich text; plain text may hold a lone "<".
_RICH = re.compile(r"<(?:p|h[1-6]|ul|ol|blockquote|figure|table)\b")


@dataclass(frozen=True)
class Words:
    """One field in both languages; ``part`` names the row that it stands in, empty for the record itself."""

    part: str
    name: str
    label: str
    english: str
    chinese: str


def words_of(copy: models.Model) -> list[Words]:
    """Every field of a record or working copy, and of its parts, that says something in either language."""
    found = _fields(copy, "")
    for name, relation in part_relations(type(copy)).items():
        kind = capfirst(relation.related_model._meta.verbose_name)
        for number, part in enumerate(getattr(copy, name).all(), start=1):
            found += _fields(part, f"{kind} {number}")
    return found


def _fields(record: models.Model, part: str) -> list[Words]:
    found = []
    columns = content_columns(type(record)).values()
    names = {column_.field.translated_field.name for column_ in columns if column_.language}
    for field in record._meta.concrete_fields:
        if field.name not in names:
            continue
        english, chinese = (_plain(getattr(record, column(field.name, code))) for code in (ENGLISH, CHINESE))
        if english or chinese:
            found.append(Words(part, field.name, capfirst(field.verbose_name), english, chinese))
    return found


def _plain(text: str | None) -> str:
    if not text or not _RICH.search(text):
        return text or ""
    return html.unescape(strip_tags(_LINE_END.sub("\n", _CELL_END.sub(" ", text)))).strip()
