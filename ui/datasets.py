"""What a page of data says of itself to search engines: schema.org Dataset."""

from __future__ import annotations

from collections.abc import Iterable

from bilingual.addresses import absolute
from bilingual.languages import HTML_LANG, active_language

from .head import schema

TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}


def dataset(
    name: str, description: str, path: str, files: Iterable[tuple[str, str]], *, publisher: str = "", **more
) -> dict:
    """``files`` are (name, address) pairs of downloads whose addresses end in a key of TYPES before any query.

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
