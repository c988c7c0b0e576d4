"""The picture that other sites show beside a link to a page of ours."""

from __future__ import annotations

from bilingual.addresses import absolute

from .models import Image
from .renditions import candidates


def share_address(image: Image | None) -> str:
    """Absolute address of a picture at a size fit for sharing, or an empty string."""
    return absolute(candidates(image, "lead").src) if image else ""
