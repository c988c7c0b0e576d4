"""Divides a page: where the headline is, what lies above it, what is text, and where the foot begins."""

import re
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from articles.importing.blocks import Block
from articles.importing.furniture import breadcrumb_column, recognise
from articles.importing.lines import is_sentence, is_slight, size
from articles.importing.metalines import read_meta_line
from articles.importing.refusals import ImportRefused
from articles.importing.report import Furniture, Guess, Note, Reason

HEADLINE_LIMIT = 420


@dataclass
class Layout:
    """The parts of a page. `above` are lines that may still name date or author; `text` follows the headline."""

    headline: str = ""
    column: str = ""
    above: list[Block] = field(default_factory=list)
    text: list[Block] = field(default_factory=list)
    furniture: list[Note] = field(default_factory=list)
    unplaced: list[Note] = field(default_factory=list)
    guesses: list[Note] = field(default_factory=list)


def lay_out(document):
    """The Layout of `document`. Raises ImportRefused when no line can be the headline."""
    layout = Layout()
    blocks = without_furniture(document.blocks, layout)
    index, layout.headline = find_headline(document, blocks, layout)
    for block, kind in blocks[: max(index, 0)]:
        if kind:
            layout.furniture.append(Note(kind, block.text))
        elif block.kind in ("line", "heading") and read_meta_line(block.text):
            layout.above.append(block)
        elif block.kind == "image":
            continue
        else:
            layout.furniture.append(Note(Furniture.ABOVE, block.text))
    divide_foot(blocks[index + 1 :], layout)
    return layout


def without_furniture(blocks, layout):
    """(block, furniture kind or None) for each block; breadcrumbs are taken out and name the column."""
    kept = []
    for block in blocks:
        column = breadcrumb_column(block.text) if block.kind in ("line", "list", "heading") else ""
        if column and (size(block.text) < 200):
            layout.column = layout.column or column
        elif block.hint == "breadcrumb":
            layout.furniture.append(Note(Furniture.MARKED, block.text))
        elif block.hint == "furniture":
            if block.kind != "image":
                layout.furniture.append(Note(recognise(block.text) or Furniture.MARKED, block.text))
        else:
            kept.append((block, recognise(block.text) if block.kind in ("line", "heading", "list") else None))
    return kept


def find_headline(document, blocks, layout):
    """(index of the headline in `blocks` or -1, its words), by the surest sign that the document gives."""
    named = document.facts.get("headline", "")
    lines = [
        (index, block)
        for index, (block, kind) in enumerate(blocks)
        if kind is None and block.kind in ("line", "heading") and block.text
    ]
    if named:
        return next((index for index, block in lines if same(block.text, named)), -1), named
    for index, block in lines:
        if block.hint == "title" or (block.kind == "heading" and block.level == 1):
            return index, block.text
    page_title = bare(document.facts.get("page_title", ""))
    for index, block in lines:
        if (
            len(bare(block.text)) >= 6
            and page_title.startswith(bare(block.text))
            and can_be_headline(block.text)
        ):
            return index, block.text
    return first_heading_or_line(document, lines, layout)


def first_heading_or_line(document, lines, layout):
    if document.form != "text":
        for index, block in lines:
            if block.kind == "heading" and can_be_headline(block.text):
                return index, block.text
    for index, block in lines:
        if read_meta_line(block.text) is None:
            if can_be_headline(block.text):
                layout.guesses.append(Note(Guess.HEADLINE, block.text))
                return index, block.text
            break
    raise ImportRefused("no-headline", _("No headline was found: the first line reads like a paragraph."))


def can_be_headline(text):
    """A headline is short, has letters, and does not close like a sentence (a question or a call may)."""
    if not re.search(r"[^\W\d_]", text) or size(text) > HEADLINE_LIMIT:
        return False
    return not is_sentence(text) or text.endswith(("?", "!", "？", "！"))


def divide_foot(blocks, layout):
    """Part what follows the headline into text and the foot of the page."""
    foot = foot_start(blocks)
    for block, kind in blocks[:foot]:
        if kind:
            layout.furniture.append(Note(kind, block.text))
        else:
            layout.text.append(block)
    for block, kind in blocks[foot:]:
        if kind or is_slight(block.text) or block.kind == "list":
            layout.furniture.append(Note(kind or Furniture.SLOGAN, block.text))
        elif block.kind != "image":
            layout.unplaced.append(Note(Reason.AFTER_FOOT, block.text))


def foot_start(blocks):
    """Index at which the page's foot begins: the last run of furniture, with short loose lines among it.

    A loose line before the first certain piece of furniture counts only when it stands apart, as it may be the
    article's own last line. A heading of related links begins the foot wherever it stands.
    """
    for index, (_block, kind) in enumerate(blocks):
        if kind == Furniture.RELATED and index and follows_no_paragraph(blocks[index + 1 :]):
            return index
    start = len(blocks)
    for index in range(len(blocks) - 1, -1, -1):
        block, kind = blocks[index]
        if kind:
            start = index
        elif block.kind not in ("line", "heading") or not is_slight(block.text) or read_meta_line(block.text):
            break
    while start and start < len(blocks) and is_loose(blocks[start - 1][0]):
        start -= 1
    return start


def is_loose(block):
    return (
        block.kind == "line" and block.gap >= 2 and size(block.text) <= 70 and is_slight(block.text)
        and read_meta_line(block.text) is None
    )  # fmt: skip


def follows_no_paragraph(blocks):
    return not any(
        kind is None and is_sentence(block.text) and size(block.text) > 160 for block, kind in blocks
    )


def bare(text):
    return re.sub(r"[\W_]+", "", text).casefold()


def same(one, other):
    """Whether two lines have the same letters and digits, whatever their case, quotation marks and spaces."""
    return bare(one) == bare(other)
