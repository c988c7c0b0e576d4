"""What the page of a record says of itself to browsers, search engines and other sites."""

from __future__ import annotations

from media_library.sharing import share_address
from ui.head import Head, page_head

from .models import Publishable


def record_head(
    record: Publishable, title: str, description: str | None, breadcrumbs, *structured: dict
) -> Head:
    """With the address of the record, the languages in which it is live, and its picture, if it has one.

    ``structured`` are data of schema.org about it.
    """
    image = getattr(record, "image", None)
    return page_head(
        record.get_absolute_url(),
        title or "",
        description or "",
        breadcrumbs,
        *structured,
        languages=record.live_languages(),
        image=share_address(image),
        image_alt=(image.alt or "") if image else "",
    )
