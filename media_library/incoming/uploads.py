"""Taking files in."""

from __future__ import annotations

import hashlib
from typing import BinaryIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import FileField

from ..models import Document, Film, Image, Medium
from ..storing import clear_folder, put_in_place
from . import pictures
from .likeness import likeness


def checksum(upload: BinaryIO) -> str:
    """SHA-256 of the bytes as they were sent, in hexadecimal; the file is rewound."""
    digest = hashlib.sha256()
    upload.seek(0)
    while chunk := upload.read(1 << 20):
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def duplicate_of(upload: BinaryIO) -> Image | None:
    """The image that was made from the same bytes, if there is one."""
    return Image.objects.filter(checksum=checksum(upload)).first()


def receive(image: Image, upload: BinaryIO) -> None:
    """Put an upload into an unsaved or changed image: decoded, re-encoded, named anew. Does not save the row.

    Raises ValidationError when the upload is not an acceptable picture.
    """
    digest = checksum(upload)
    picture = pictures.decode(upload)
    data, suffix = pictures.encode(picture)
    image.file = ContentFile(data, name=f"original.{suffix}")
    image.checksum, image.size, image.renditions = digest, len(data), {}
    image.likeness = likeness(picture)


def receive_file(medium: Document | Film, upload: BinaryIO, suffix: str) -> None:
    """Note what a checked document or film is, and name the upload by its content. Does not save the row."""
    medium.checksum, medium.size = checksum(upload), upload.size
    upload.name = f"original.{suffix}"


def remove(medium: Medium) -> None:
    """Delete the row and, once that is certain, its files with everything made from them."""
    stored = [field.name for field in medium._meta.concrete_fields if isinstance(field, FileField)]
    names = {getattr(medium, name).name for name in stored} - {"", None}
    folders = {name.rsplit("/", 1)[0] for name in names}
    medium.delete()

    def clear() -> None:
        for folder in folders:
            clear_folder(folder)

    transaction.on_commit(clear)


def store_image(upload: BinaryIO, *, uploaded_by=None, render: bool = True, **fields) -> Image:
    """Store a picture with its words and have its renditions made by the worker.

    The same bytes are stored once: an earlier image is returned as it is. ``fields`` are columns of Image.
    With ``render=False`` the caller makes the renditions. Raises ValidationError for what is not a picture, and when
    the store does not take it.
    """
    existing = duplicate_of(upload)
    if existing:
        return existing
    image = Image(uploaded_by=uploaded_by, **fields)
    receive(image, upload)
    image.full_clean(exclude=["file"])
    put_in_place(image.file)
    image.save()
    if render:
        order_renditions(image)
    return image


def order_renditions(image: Image) -> None:
    """Have the worker make the renditions once the row is committed."""
    from ..tasks import render_image

    transaction.on_commit(lambda: render_image.enqueue(image.pk))
