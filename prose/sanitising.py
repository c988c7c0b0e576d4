"""What rich text may contain. Everything else is removed, when it is saved and again when it is shown."""

from __future__ import annotations

import re

import nh3

#: What an editor can type; the editor's menu and the allow-list below are kept in step by a test.
EXTENSIONS = {
    "Bold": True,
    "Italic": True,
    "Subscript": True,
    "Superscript": True,
    "HardBreak": True,
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": True,
    "ListItem": True,
    "Blockquote": True,
    "HorizontalRule": True,
    "Link": {"enableTarget": False, "protocols": ["https", "http", "mailto", "tel"]},
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "Figure": True,
    "Caption": True,
    "Image": True,
}

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
_EMPTY = re.compile(r"^(\s|&nbsp;|<p>|</p>|<br\s*/?>)*$")


def sanitise(html: str | None) -> str:
    """Rich text with only what an editor can type; an empty string when no text and no picture is left."""
    cleaned = _CLEANER.clean(html or "").strip()
    return "" if _EMPTY.match(cleaned) else cleaned
