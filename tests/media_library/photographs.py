"""Pictures for tests: each number makes one with features of its own, as a camera would send it."""

from __future__ import annotations

import io
import random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image as Pillow


def drawn(number: int, size=(90, 60)) -> Pillow.Image:
    """The same picture for the same number, at any size."""
    numbers = random.Random(number)
    small = Pillow.new("RGB", (9, 8))
    small.putdata([tuple(numbers.randrange(256) for _channel in range(3)) for _pixel in range(72)])
    return small.resize(size, Pillow.Resampling.NEAREST)


def encoded(picture: Pillow.Image, writer="JPEG", **options) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, writer, **options)
    return stream.getvalue()


def photograph(number: int = 1, size=(90, 60), name="photo.jpg", **options) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, encoded(drawn(number, size), **options), "image/jpeg")
