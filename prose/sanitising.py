"""What rich text may contain. Everything else is removed, when it is saved and again when it is shown."""

from __future__ import annotations

import re

import nh3

from .references import SCHEME

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
        # A picture still to be supplied, and the address of the one that could not be brought along.
        "figure": {"data-pending", "data-source"},
    },
    # A quotation with its speaker.
    tag_attribute_values={"figure": {"class": {"quote"}}},
    url_schemes={"https", "http", "mailto", "tel", SCHEME},
    link_rel="noopener",
)
#: The editor knows rows, and cells that are headings; where the head of a table ends they say themselves.
_HEAD = re.compile(r"</thead>\s*<tbody>|<(/?)thead>")
_NO_CAPTION = re.compile(r"<figcaption>\s*</figcaption>")
_EMPTY = re.compile(r"^(\s|&nbsp;|<p>|</p>|<br\s*/?>)*$")


def sanitise(html: str | None) -> str:
    """Rich text with only what an editor can type; an empty string when no text and no picture is left."""
    cleaned = _NO_CAPTION.sub("", _CLEANER.clean(html or "").strip())
    cleaned = _HEAD.sub(lambda tag: "" if tag[1] is None else f"<{tag[1]}tbody>", cleaned)
    return "" if _EMPTY.match(cleaned) else cleaned
