"""The demo content as it is written down: TOML files of records, one file or one table for each."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


@dataclass(frozen=True)
class Record:
    """One record: the file it stands in, what it is called there, and its values by column."""

    path: Path
    name: str
    values: dict


class ContentError(Exception):
    """The demo content is wrong; the text names the file, the record and the key."""

    def __init__(self, record: Record, key: str, problem: str):
        super().__init__(f"{record.path.parent.name}/{record.path.name}: {record.name}: {key}: {problem}")


def read_table(file: Path) -> dict:
    """The content of a file, empty when there is no such file. Raises ContentError when it is not TOML."""
    if not file.exists():
        return {}
    try:
        with file.open("rb") as stream:
            return tomllib.load(stream)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ContentError(Record(file, file.stem, {}), "file", str(error)) from error


def read_folder(folder: Path, identity: str = "slug") -> list[Record]:
    """A record from every file, called by its own ``identity`` or else by the name of the file."""
    records = []
    for file in sorted(folder.glob("*.toml")):
        values = read_table(file)
        name = values.setdefault(identity, file.stem)
        records.append(Record(file, name, values))
    return records


def read_list(file: Path, table: str, name_key: str) -> list[Record]:
    """A record from every ``[[table]]`` of a file, called by what stands under ``name_key``."""
    content = read_table(file)
    unknown = [key for key in content if key != table]
    if unknown:
        raise ContentError(Record(file, file.stem, {}), unknown[0], f"expected [[{table}]] and nothing else")
    records = []
    for number, values in enumerate(content.get(table, []), start=1):
        if not values.get(name_key):
            raise ContentError(Record(file, f"no. {number}", values), name_key, "is missing")
        records.append(Record(file, values[name_key], values))
    return records
