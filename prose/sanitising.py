"""What rich text may contain. Everything else is removed, when it is saved and again when it is shown."""

from __future__ import annotations

import re

import nh3

#: What an editor can type, and no more: the schema of js/admin/prose knows the same elements.
_CLEANER = nh3.Cleaner(
    tags={
        "p",
        "br",
        "strong",
        "em",
        "sub",
        "sup",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "hr",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "figure",
        "figcaption",
        "img",
    },
    clean_content_tags={"script", "style", "title", "noscript", "textarea", "xmp", "iframe", "svg", "math"},
    attributes={
        "a": {"href", "title"},
        "img": {"data-file", "alt"},
        "th": {"rowspan", "colspan"},
        "td": {"rowspan", "colspan"},
        "ol": {"start"},
        "figure": {"data-pending"},
    },
    url_schemes={"https", "http", "mailto", "tel"},
    link_rel="noopener",
)
_NO_CAPTION = re.compile(r"<figcaption>\s*</figcaption>")
_EMPTY = re.compile(r"^(\s|&nbsp;|<p>|</p>|<br\s*/?>)*$")


def sanitise(html: str | None) -> str:
    """Rich text with only what an editor can type; an empty string when no text and no picture is left."""
    cleaned = _NO_CAPTION.sub("", _CLEANER.clean(html or "").strip())
    return "" if _EMPTY.match(cleaned) else cleaned
