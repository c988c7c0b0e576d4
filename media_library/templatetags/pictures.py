"""``{% picture image "card" %}``: a picture at the sizes of its place."""

from __future__ import annotations

from django import template

from ..credits import credit_line
from ..models import Image
from ..renditions import candidates

register = template.Library()

#: How wide a picture of each slot is drawn, for the browser's choice.
SIZES = {
    "thumb": "80px",
    "card": "(min-width: 60rem) 25rem, (min-width: 40rem) 50vw, 100vw",
    "lead": "(min-width: 75rem) 50rem, 100vw",
    "figure": "(min-width: 48rem) 45rem, 100vw",
}


@register.inclusion_tag("media_library/_picture.html")
def picture(
    image: Image | None, slot: str, alt: str | None = None, eager: bool = False, sizes: str = ""
) -> dict:
    """``alt`` replaces the picture's own text alternative; an empty one marks it as decoration."""
    if image is None:
        return {"image": None}
    return {
        "image": image,
        "made": candidates(image, slot),
        "alt": image.alt if alt is None else alt,
        "eager": eager,
        "sizes": sizes or SIZES[slot],
    }


@register.filter
def credit(image: Image | None) -> str:
    return credit_line(image) if image else ""
