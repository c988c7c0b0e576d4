"""Links to records in a comparison, said by the record's name: a text keeps ``item:articles.article:12`` only."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models

from ..rights.permissions import can
from .differences import Comparison, FieldChange
from .sayings import named

_REFERENCE = re.compile(
    r"(?<=⟨)item:(?P<label>[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*):(?P<key>[0-9A-Za-z-]{1,40})(?=⟩)"
)


def say_links(comparison: Comparison, user) -> Comparison:
    """The same comparison, its references to records that ``user`` may see as their names.

    One query for each kind of record that is named. What is gone is said to be; the rest stays as it is written.
    """
    blocks = [
        block for change in _fields(comparison) for cell in change.cells if cell for block in cell.blocks
    ]
    found = {
        match[0]: match
        for block in blocks
        for piece in block.pieces
        for match in _REFERENCE.finditer(piece.text)
    }
    names = _names(found.values(), user)
    for block in blocks if names else ():
        block.pieces = [
            piece._replace(text=_REFERENCE.sub(lambda match: names.get(match[0], match[0]), piece.text))
            for piece in block.pieces
        ]
    return comparison


def _fields(comparison: Comparison) -> Iterator[FieldChange]:
    yield from comparison.fields
    for part in comparison.parts:
        for row in part.rows:
            yield from row.fields


def _names(references: Iterable[re.Match], user) -> dict[str, str]:
    wanted: dict[type[models.Model], dict] = defaultdict(dict)
    for match in references:
        try:
            model = apps.get_model(match["label"])
            key = model._meta.pk.to_python(match["key"])
        except (LookupError, ValidationError):
            continue
        # No column of keys holds a longer number.
        if can(user, "view", model) and not (isinstance(key, int) and key >= 2**63):
            wanted[model][key] = match
    names = {}
    for model, matches in wanted.items():
        rows = model._base_manager.in_bulk(matches)
        for key, match in matches.items():
            record = rows.get(key)
            if record is None or can(user, "view", record):
                names[match[0]] = named(record, key).text
    return names
