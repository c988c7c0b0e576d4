"""The sizes that templates ask for, made once after an upload and never during a page view."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.core.files.storage import default_storage
from PIL import Image as Pillow

from .incoming.likeness import likeness
from .models import Image
from .storing import write


@dataclass(frozen=True)
class Slot:
    """A place for a picture: its shape (width, height; None keeps the picture's own) and its widths in pixels."""

    ratio: tuple[int, int] | None
    widths: tuple[int, ...]


SLOTS = {
    "thumb": Slot((1, 1), (160,)),
    "card": Slot((3, 2), (400, 800)),
    "lead": Slot((16, 9), (800, 1600)),
    "figure": Slot(None, (720, 1440)),
}
#: Format, file suffix and options of Pillow's writer, the preferred one first.
FORMATS = (("AVIF", "avif", {"quality": 58, "speed": 8}), ("WEBP", "webp", {"quality": 76, "method": 3}))


def crop_box(
    width: int, height: int, ratio: tuple[int, int], focal: tuple[float, float]
) -> tuple[int, int, int, int]:
    """The largest box of a shape inside a picture, as near to the focal point (fractions of 1) as it can be."""
    across, down = ratio
    box_width = min(width, round(height * across / down))
    box_height = min(height, round(width * down / across))
    left = min(max(round(focal[0] * width - box_width / 2), 0), width - box_width)
    top = min(max(round(focal[1] * height - box_height / 2), 0), height - box_height)
    return left, top, left + box_width, top + box_height


def folder(image: Image) -> str:
    return image.file.name.rsplit("/", 1)[0]


def path(image: Image, slot: str, width: int, suffix: str) -> str:
    """Where a rendition is stored. The focal point is part of the name, so that a moved one is a new file."""
    place = f"{round(image.focal_x * 100)}-{round(image.focal_y * 100)}"
    return f"{folder(image)}/{slot}-{width}-{place}.{suffix}"


def dimensions(image: Image, slot: str, width: int) -> tuple[int, int]:
    """Width and height in pixels that a rendition of this picture has; never larger than the picture."""
    ratio = SLOTS[slot].ratio
    left, top, right, bottom = (
        crop_box(image.width, image.height, ratio, (0.5, 0.5)) if ratio else (0, 0, image.width, image.height)
    )
    actual = min(width, right - left)
    return actual, max(1, round(actual * (bottom - top) / (right - left)))


def make_all(image: Image) -> int:
    """Write every missing rendition and note it on the row. Returns how many files were written.

    Notes nothing when the picture was replaced meanwhile: the job that was ordered with the new file does.
    """
    written, made = 0, {}
    with image.file.open("rb") as original:
        source = Pillow.open(original, formats=("JPEG", "PNG"))
        source.load()
    for name, slot in SLOTS.items():
        box = (
            crop_box(source.width, source.height, slot.ratio, (image.focal_x, image.focal_y))
            if slot.ratio
            else None
        )
        for width in slot.widths:
            resized = source.resize(
                dimensions(image, name, width), Pillow.Resampling.LANCZOS, box=box, reducing_gap=3
            )
            for writer, suffix, options in FORMATS:
                target = path(image, name, width, suffix)
                if not default_storage.exists(target):
                    buffer = io.BytesIO()
                    resized.save(buffer, writer, **options)
                    write(target, buffer.getvalue())
                    written += 1
            made[f"{name}-{width}"] = [round(image.focal_x * 100), round(image.focal_y * 100)]
    noted = {"renditions": made, "likeness": image.likeness or likeness(source)}
    if Image.objects.filter(pk=image.pk, file=image.file.name).update(**noted):
        image.renditions, image.likeness = noted["renditions"], noted["likeness"]
    return written


@dataclass(frozen=True)
class Candidates:
    """What a ``<picture>`` needs: (MIME type, srcset) pairs, the plain address, and the size that it takes up."""

    sources: list[tuple[str, str]]
    src: str
    width: int
    height: int


def candidates(image: Image, slot: str) -> Candidates:
    """Addresses of the renditions of a slot; the stored picture itself while they are not made yet."""
    widths = [width for width in SLOTS[slot].widths if _is_made(image, slot, width)]
    if not widths:
        return Candidates([], image.file.url, *dimensions(image, slot, SLOTS[slot].widths[-1]))
    sources = [
        (
            f"image/{suffix}",
            ", ".join(
                f"{default_storage.url(path(image, slot, width, suffix))} {dimensions(image, slot, width)[0]}w"
                for width in widths
            ),
        )
        for _writer, suffix, _options in FORMATS
    ]
    largest = widths[-1]
    return Candidates(
        sources, default_storage.url(path(image, slot, largest, "webp")), *dimensions(image, slot, largest)
    )


def _is_made(image: Image, slot: str, width: int) -> bool:
    return image.renditions.get(f"{slot}-{width}") == [round(image.focal_x * 100), round(image.focal_y * 100)]
