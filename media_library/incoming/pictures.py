"""Decoding pictures that people send: bounded, by content, and without anything but pixels kept."""

from __future__ import annotations

import io
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image as Pillow
from PIL import ImageOps, UnidentifiedImageError

#: Formats that are accepted, decided by content; the name of the file is never trusted.
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
MAX_BYTES = 20 * 1024 * 1024
MAX_PIXELS = 40_000_000
MAX_SIDE = 12_000
#: Longest side of what is kept.
KEPT_SIDE = 3200


def decode(upload: BinaryIO) -> Pillow.Image:
    """The upright picture in RGB or RGBA. Raises ValidationError, in words for a person, for anything else."""
    data = upload.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValidationError(
            _("This picture is larger than %(megabytes)s MB."),
            params={"megabytes": MAX_BYTES // 2**20},
            code="too_big",
        )
    try:
        picture = Pillow.open(io.BytesIO(data), formats=FORMATS)
    except (UnidentifiedImageError, Pillow.DecompressionBombError, OSError, ValueError, SyntaxError):
        raise ValidationError(
            _("This file is not a picture. JPEG, PNG, WebP, GIF and AVIF are accepted."), code="not_a_picture"
        ) from None
    width, height = picture.size
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE:
        raise ValidationError(
            _(
                "This picture has %(width)s × %(height)s pixels. The limit is %(side)s pixels on each "
                "side and 40 million in total."
            ),
            params={"width": width, "height": height, "side": MAX_SIDE},
            code="too_many_pixels",
        )
    try:
        picture.draft("RGB", (KEPT_SIDE, KEPT_SIDE))
        picture.load()
        picture = ImageOps.exif_transpose(picture)
        has_alpha = "A" in picture.getbands() or "transparency" in picture.info
        picture = picture.convert("RGBA" if has_alpha else "RGB")
    except (OSError, ValueError, SyntaxError, MemoryError, Pillow.DecompressionBombError):
        raise ValidationError(_("This picture is damaged and cannot be read."), code="damaged") from None
    picture.thumbnail((KEPT_SIDE, KEPT_SIDE), reducing_gap=3)
    return picture


def encode(picture: Pillow.Image) -> tuple[bytes, str]:
    """Bytes of the picture without metadata, and the suffix of its format (JPEG, or PNG when see-through)."""
    buffer = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(buffer, "PNG", optimize=True)
        return buffer.getvalue(), "png"
    picture.save(buffer, "JPEG", quality=90, optimize=True, progressive=True)
    return buffer.getvalue(), "jpg"
