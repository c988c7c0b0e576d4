"""Lists that can be had as files: links to these, and what the page says of them to search engines."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language

from .head import schema

#: What each format of a file is called, in every language.
FORMATS = {"xlsx": "Excel", "csv": "CSV", "json": "JSON"}
TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}


def file_links(route: str, *arguments: str, query: str = "") -> list[tuple[str, str]]:
    """(name of the format, address) pairs, one for each of FORMATS, which is the last argument of the route."""
    return [(name, reverse(route, args=[*arguments, form]) + query) for form, name in FORMATS.items()]


def dataset(
    name: str, description: str, path: str, files: Iterable[tuple[str, str]], *, publisher: str = "", **more
) -> dict:
    """schema.org Dataset.

    ``files`` are (name, address) pairs of downloads whose addresses end in a key of TYPES before any query.
    ``publisher`` is who the data come from in the first place; ``more`` are further properties, left out when empty.
    """
    return schema(
        "Dataset",
        name=name,
        description=description,
        url=absolute(path),
        inLanguage=HTML_LANG[active_language()],
        isAccessibleForFree=True,
        creator={"@type": "Organization", "name": publisher} if publisher else None,
        distribution=[
            {"@type": "DataDownload", "encodingFormat": TYPES[_ending(url)], "contentUrl": absolute(url)}
            for _name, url in files
        ],
        **more,
    )


def _ending(url: str) -> str:
    return url.partition("?")[0].rpartition(".")[2]
