"""The drawn pictures of the demo, stored in the media library with their words."""

from __future__ import annotations

import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import django
from django.db import connection, transaction

from demo.reading import ContentError, Record
from media_library.models import Credit, Image, Rights
from media_library.renditions import make_all
from media_library.uploads import store_image

PICTURES = Path(__file__).parent.parent / "pictures"
PREFIXES = {"caption_en": "Illustration: ", "caption_zh_hans": "插图："}
PROCESSES = 2


def load_pictures(folder: Path, *, render: bool) -> dict[str, Image]:
    """Store every picture that ``pictures.json`` lists; the images by slug.

    With ``render`` the worker is asked for the renditions of new ones. Bytes that are stored already are not
    stored again. Raises ContentError for a picture that is listed but not there.
    """
    index = folder / "pictures.json"
    with transaction.atomic():
        return {entry["slug"]: _store(index, entry, render) for entry in json.loads(index.read_text("utf-8"))}


def render_pictures(images: list[Image]) -> int:
    """Make the renditions of those images that have none, in two processes; returns how many had none."""
    bare = [image.pk for image in images if not image.renditions]
    if not bare:
        return 0
    # A connection must not be shared with another process.
    connection.close()
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(PROCESSES, mp_context=context, initializer=django.setup) as pool:
        list(pool.map(_render, bare))
    return len(bare)


def _render(pk: int) -> int:
    return make_all(Image.objects.get(pk=pk))


def _store(index: Path, entry: dict, render: bool) -> Image:
    file = index.parent / entry["file"]
    if not file.exists():
        raise ContentError(Record(index, entry["slug"], entry), "file", f"{file.name} is not there")
    words = {key: entry[key] for key in ("alt_en", "alt_zh_hans", "caption_en", "caption_zh_hans")}
    titles = {
        key.replace("caption", "title"): _capital(entry[key].removeprefix(prefix))
        for key, prefix in PREFIXES.items()
    }
    with file.open("rb") as upload:
        return store_image(
            upload,
            render=render,
            rights=Rights.OWN,
            credit_form=Credit.ILLUSTRATION,
            focal_x=entry["focal_x"],
            focal_y=entry["focal_y"],
            **words,
            **titles,
        )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
