"""What the pages of investment say of themselves to browsers and search engines."""

from __future__ import annotations

from media_library.sharing import share_address
from ui.head import Head, breadcrumb_list

SCHEMA = "https://schema.org"


def list_head(path: str, title: str, description: str, breadcrumbs, **more) -> Head:
    """The head of a list; ``more`` are other values of a head, such as its feeds."""
    return Head(
        path=path, title=title, description=description, structured=[breadcrumb_list(breadcrumbs)], **more
    )


def record_head(record, description: str, breadcrumbs, *structured: dict) -> Head:
    """The head of the page of a record, with its picture where it has one."""
    image = getattr(record, "image", None)
    return Head(
        path=record.get_absolute_url(),
        title=record.name,
        description=description or "",
        languages=record.live_languages(),
        image=share_address(image),
        image_alt=(image.alt or "") if image else "",
        structured=[*structured, breadcrumb_list(breadcrumbs)],
    )
