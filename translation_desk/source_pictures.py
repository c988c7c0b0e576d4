"""The pictures of a source beside its words, and in its translation: the same ones, at the same places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import format_html

from bilingual.names import in_language
from media_library.models import Image
from media_library.renditions import candidates
from prose.blocks import blocks, picture_of

from .fingerprints import normalised


class SourceBlock(NamedTuple):
    """A stretch of the source as it is read; ``picture`` is the address of the one that it shows, or empty."""

    text: str
    picture: str = ""
    alt: str = ""


class Lacking(NamedTuple):
    """A picture that the translation lacks, and how many blocks of words stand before it in the source."""

    image: int
    after: int


def images_of(texts: Iterable[str]) -> dict[int, Image]:
    """The pictures of some texts that are in the library, by key; one query when there are any."""
    keys = {
        key for text in texts if "data-file" in text for block in blocks(text) if (key := picture_of(block))
    }
    return Image.objects.in_bulk(keys) if keys else {}


def read_blocks(text: str, language: str, images: dict[int, Image]) -> list[SourceBlock]:
    """A rich text as it is read beside its translation. A picture comes with its own caption, or the library's."""
    found = []
    for block in blocks(text):
        words, image = normalised(block, language), images.get(picture_of(block))
        if image is not None:
            words = words or in_language(image, "caption", language)
            alt = in_language(image, "alt", language)
            found.append(SourceBlock(words, candidates(image, "card").src, alt))
        elif words:
            found.append(SourceBlock(words))
    return found


def lacking(source: str, translation: str, images: dict[int, Image]) -> list[Lacking]:
    """The pictures of a source that its translation does not have as often; those that are gone are left out."""
    have = Counter(map(picture_of, blocks(translation)))
    found, words = [], 0
    for block in blocks(source):
        key = picture_of(block)
        if key is None:
            words += 1
        elif have[key]:
            have[key] -= 1
        elif key in images:
            found.append(Lacking(key, words))
    return found


def with_pictures(translation: str, wanted: list[Lacking], language: str, images: dict[int, Image]) -> str:
    """A translation with these pictures after as many blocks of words as in the source, or at its end.

    Its words stay as they are. No caption is written into it: the library's is shown in each language, and what was
    judged of the words still holds.
    """
    pieces, words, left = [], 0, list(wanted)
    for block in blocks(translation):
        if picture_of(block) is None:
            while left and left[0].after <= words:
                pieces.append(_figure(images[left.pop(0).image], language))
            words += 1
        pieces.append(block)
    return "".join([*pieces, *(_figure(images[one.image], language) for one in left)])


def _figure(image: Image, language: str) -> str:
    alt = in_language(image, "alt", language)
    return format_html('<figure><img data-file="{}" alt="{}"></figure>', image.pk, alt)
