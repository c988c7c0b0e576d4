"""The top level of a rich text: paragraphs, headings, lists, tables and figures, one after the other."""

from __future__ import annotations

import re

from .sanitising import sanitise

_TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>')
#: What is no block stands within one.
_BLOCKS = {"p", "h2", "h3", "ul", "ol", "blockquote", "table", "figure", "hr"}
_PICTURE = re.compile(r'<figure[^>]*>\s*<img (?=[^>]*\bdata-file="(\d{1,18})")')


def blocks(html: str | None) -> list[str]:
    """The blocks of a text in reading order, sanitised; joined they are the sanitised text."""
    text = sanitise(html)
    found, depth, begin = [], 0, 0
    for tag in _TAG.finditer(text):
        if tag["name"] not in _BLOCKS:
            continue
        is_line = tag["name"] == "hr"
        if depth == 0 and not tag["end"] and text[begin : tag.start()].strip():
            # Words that no block holds are one of their own.
            found.append(text[begin : tag.start()])
            begin = tag.start()
        if not is_line:
            depth += -1 if tag["end"] else 1
        if depth == 0 and (tag["end"] or is_line):
            found.append(text[begin : tag.end()])
            begin = tag.end()
    return [*found, text[begin:]] if text[begin:].strip() else found


def picture_of(block: str) -> int | None:
    """The key of the picture that a block is; None for every other block, and for a place without a picture yet."""
    match = _PICTURE.match(block.lstrip())
    return int(match[1]) if match else None
