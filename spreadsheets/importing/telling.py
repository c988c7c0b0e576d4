"""A plan as plain data that pages and reports show, in the active language."""

from __future__ import annotations

import html
import re

from django.utils.html import strip_tags
from django.utils.text import capfirst

from bilingual.languages import HTML_LANG
from prose.fields import ProseField

from ..columns import Column
from .entries import Change, Entry, Group
from .planning import STATES, Plan

_BLOCKS = re.compile(r"</(?:p|h[1-6]|li|blockquote|figure|tr)>|<br ?/?>")


def told(plan: Plan) -> dict:
    """JSON: counts by state, notices, and the groups that are not left unchanged, with their rows."""
    return {
        "counts": {state: plan.counts[state] for state in STATES},
        "notices": plan.notices,
        "groups": [_group(group) for group in plan.groups],
    }


def _group(group: Group) -> dict:
    return {
        "name": str(group.record) if group.record is not None else group.called or group.name,
        "key": group.record.slug if group.record is not None else group.name,
        "pk": group.record.pk if group.record is not None else None,
        "state": group.state,
        "notices": group.notices,
        "rows": [_row(entry) for entry in group.entries if entry.faults or entry.changes or entry.deed],
    }


def _row(entry: Entry) -> dict:
    return {
        "table": capfirst(str(entry.found.table.title)),
        "line": entry.line.number,
        "deed": entry.deed,
        "changes": [
            {
                "place": entry.found.place(entry.line.number, change.column),
                **_heading(change.column),
                **_sides(change),
            }
            for change in entry.changes
        ],
        "faults": [
            {
                "place": entry.found.place(entry.line.number, column),
                **(_heading(column) if column else {"heading": "", "language": ""}),
                "text": text,
            }
            for column, text in entry.faults
        ],
    }


def _heading(column: Column) -> dict:
    return {"heading": column.heading, "language": HTML_LANG.get(column.language, "")}


def _sides(change: Change) -> dict:
    """Both sides as people read them: a rich text without its marks, unless only they changed."""
    old, new = change.old, change.new
    if isinstance(change.column.field, ProseField):
        words = [_without_marks(side) for side in (old, new)]
        if words[0] != words[1]:
            old, new = words
    return {"old": old, "new": new}


def _without_marks(text: str) -> str:
    return html.unescape(strip_tags(_BLOCKS.sub("\n", text))).strip()
