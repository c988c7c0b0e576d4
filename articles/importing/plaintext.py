"""Plain text to blocks: one paragraph a line or hard-wrapped, blank lines counted, simple lists kept."""

import re

from articles.importing.blocks import Block, SourceDocument, squeeze
from articles.importing.names import has_han

BULLET = re.compile(r"^(?:[-*•●▪◦‣·–]\s+|[●•▪■◆]\s*)(?P<item>\S.*)$")
NUMBER = re.compile(r"^(?P<number>\d{1,2})[.)]\s+(?P<item>\S.*)$")
WRAP_WIDTHS = range(50, 101)


def read_text(text):
    """A SourceDocument of the lines of `text`."""
    blocks = []
    for gap, lines in paragraphs(text):
        for offset, line in enumerate(lines):
            add_line(blocks, line, gap if offset == 0 else 0)
    return SourceDocument("text", blocks)


def paragraphs(text):
    """(blank lines before, lines) for each group of lines; hard-wrapped groups come back as one line."""
    groups, gap = [], 0
    for line in text.split("\n"):
        line = squeeze(line)
        if not line:
            gap += 1
        elif gap or not groups:
            groups.append((gap, [line]))
            gap = 0
        else:
            groups[-1][1].append(line)
    if is_hard_wrapped([lines for _, lines in groups]):
        groups = [(gap, rejoined(lines)) for gap, lines in groups]
    return groups


def is_hard_wrapped(groups):
    """True for text broken at a fixed width: no line is long, and the inner lines of groups are nearly full."""
    longest = max((len(line) for lines in groups for line in lines), default=0)
    inner = [line for lines in groups for line in lines[:-1]]
    if longest not in WRAP_WIDTHS or len(inner) < 4 or any(has_han(line) for line in inner):
        return False
    return sum(1 for line in inner if len(line) > longest * 0.75) >= len(inner) * 0.8


def rejoined(lines):
    if any(BULLET.match(line) or NUMBER.match(line) for line in lines):
        return lines
    return [" ".join(lines)]


def add_line(blocks, line, gap):
    bullet, number = BULLET.match(line), NUMBER.match(line)
    match = bullet or number
    if match is None:
        blocks.append(Block("line", text=line, gap=gap))
        return
    item = Block("line", text=match["item"]).html
    last = blocks[-1] if blocks else None
    if last and last.kind == "list" and last.is_ordered == bool(number) and gap < 2:
        last.items.append(item)
    else:
        blocks.append(Block("list", gap=gap, items=[item], is_ordered=bool(number)))
