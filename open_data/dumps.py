"""A whole data set as a file, written record by record: JSON as it is answered, CSV with a row for each record.

In CSV a text in two languages is two columns, another record is its key and names, and a list of objects stands in its
cell as JSON. Cells are defused: no program takes a name for a formula.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from django.utils import timezone

from bilingual.languages import HTML_LANG, LANGUAGES
from spreadsheets.formats.csv_writing import MARK
from spreadsheets.formats.defusing import defuse

from .fields import Field, Kind
from .front_door import file_address, pages, titled
from .resource import Resource

CODES = [HTML_LANG[code] for code in LANGUAGES]


def write_json(target: BinaryIO, resource: Resource, records: Iterable[dict], at) -> str:
    """Returns the fingerprint of the records."""
    head = {
        "id": resource.key,
        "title": titled(resource),
        "address": file_address(resource, "json"),
        "made_at": timezone.localtime(at).isoformat(timespec="seconds"),
        "licence": pages("licence/"),
    }
    target.write(json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "data": [')
    digest, before = hashlib.sha256(), b"\n"
    for record in records:
        line = json.dumps(record, ensure_ascii=False).encode()
        digest.update(line)
        target.write(before + line)
        before = b",\n"
    target.write(b"\n]}\n")
    return digest.hexdigest()


def write_csv(target: BinaryIO, resource: Resource, records: Iterable[dict], at) -> str:
    """Returns the fingerprint of the records."""
    text = io.TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
    digest = hashlib.sha256()
    text.write(MARK)
    writer = csv.writer(text)
    writer.writerow(headings(resource.fields))
    for record in records:
        row = [defuse(cell) if isinstance(cell, str) else cell for cell in cells(resource.fields, record)]
        digest.update(repr(row).encode())
        writer.writerow(row)
    text.detach()
    return digest.hexdigest()


FORMATS = {
    "json": ("application/json", write_json),
    "csv": ("text/csv; charset=utf-8", write_csv),
}


def headings(fields: tuple[Field, ...], prefix: str = "") -> list[str]:
    """The columns of a table; they are names of fields and need no language."""
    found = []
    for field in fields:
        name = prefix + field.name
        match field.kind:
            case Kind.WORDS:
                found += [f"{name}_{code}" for code in CODES]
            case Kind.REFERENCE:
                found += [f"{name}_id", *(f"{name}_{code}" for code in CODES)]
            case Kind.OBJECT:
                found += headings(field.fields, f"{name}_")
            case _other:
                found.append(name)
    return found


def cells(fields: tuple[Field, ...], record: dict | None) -> Iterator[object]:
    """The values of a record under ``headings``; of none, empty cells."""
    for field in fields:
        value = record[field.name] if record else None
        match field.kind:
            case Kind.WORDS:
                yield from ((value or {}).get(code) for code in CODES)
            case Kind.REFERENCE:
                yield value["id"] if value else None
                yield from (value["name"][code] if value else None for code in CODES)
            case Kind.OBJECT:
                yield from cells(field.fields, value)
            case Kind.REFERENCES:
                yield "; ".join(one["id"] for one in value or [])
            case Kind.ROWS:
                yield json.dumps(value, ensure_ascii=False) if value else None
            case _other:
                yield value if not isinstance(value, bool) else str(value).lower()
