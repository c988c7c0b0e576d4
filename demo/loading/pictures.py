"""The drawn pictures of the demo, stored in the media library with their words."""

from __future__ import annotations

import json
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import BinaryIO

import django
from django.db import connection, transaction

from demo.models import LoadedRecord
from demo.reading import ContentError, Record
from media_library.incoming.uploads import checksum, order_renditions, receive, store_image
from media_library.models import Credit, Image, Rights
from media_library.renditions import make_all

PICTURES = Path(__file__).parent.parent / "pictures"
PREFIXES = {"caption_en": "Illustration: ", "caption_zh_hans": "插图："}
PROCESSES = 2
KIND = Image._meta.label


def load_pictures(folder: Path, *, render: bool, refresh: bool = False) -> dict[str, Image]:
    """Store every picture that ``pictures.json`` lists; the images by slug.

    A picture that was stored before stays as it is, unless ``refresh`` replaces it by the one in the folder.
    With ``render`` the worker is asked for the renditions of new ones. Raises ContentError for a picture
    that is listed but not there.
    """
    index, images = folder / "pictures.json", {}
    with transaction.atomic():
        stored = dict(LoadedRecord.objects.filter(kind=KIND).values_list("name", "row"))
        for entry in json.loads(index.read_text("utf-8")):
            record = Record(index, entry["slug"], entry)
            image = Image.objects.filter(pk=stored.get(record.name)).first()
            if image is None:
                image = _store(record, render)
            elif refresh:
                _replace(image, record, render)
            images[record.name] = image
            LoadedRecord.objects.update_or_create(
                kind=KIND, name=record.name, defaults={"row": str(image.pk)}
            )
    return images


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


def _store(record: Record, render: bool) -> Image:
    with _open(record) as upload:
        return store_image(upload, render=render, **_columns(record))


def _replace(image: Image, record: Record, render: bool) -> None:
    """Give an image the words of its record, and its pixels when they differ."""
    for name, value in _columns(record).items():
        setattr(image, name, value)
    with _open(record) as upload:
        is_new = checksum(upload) != image.checksum
        if is_new:
            receive(image, upload)
        image.full_clean(exclude=["file"])
        image.save()
    if is_new and render:
        order_renditions(image)


def _open(record: Record) -> BinaryIO:
    file = record.path.parent / record.values["file"]
    if not file.exists():
        raise ContentError(record, "file", f"{file.name} is not there")
    return file.open("rb")


def _columns(record: Record) -> dict:
    """The columns of Image that an entry fills. A title is its caption without the word “illustration”."""
    entry = record.values
    words = {key: entry[key] for key in ("alt_en", "alt_zh_hans", "caption_en", "caption_zh_hans")}
    titles = {
        key.replace("caption", "title"): _capital(entry[key].removeprefix(prefix))
        for key, prefix in PREFIXES.items()
    }
    place = {key: entry[key] for key in ("focal_x", "focal_y")}
    return {**words, **titles, **place, "rights": Rights.OWN, "credit_form": Credit.ILLUSTRATION}


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
