"""Rich text as a row of blocks: what a reader sees as paragraphs, headings, items, pictures and rows of tables."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser

from django.utils.translation import gettext_lazy as _

from .texts import ADDED, REMOVED, SAME, Piece, Token, compare_tokens, likeness, tokens_of

MOVED, CHANGED, STYLED = "moved", "changed", "styled"
#: What each kind of block is called.
NAMES = {
    "p": _("Paragraph"),
    "h2": _("Heading"),
    "h3": _("Subheading"),
    "li": _("List item"),
    "blockquote": _("Quotation"),
    "figure": _("Picture"),
    "tr": _("Table row"),
    "hr": _("Divider"),
}
_CELL = Token(" | ", "sign")
_SPACES = re.compile(r"\s+")
#: Two blocks that have this much in common are one that was changed.
ALIKE = 0.45
#: So many blocks on both sides together are paired; in larger rewrites old stands before new.
MOST_PAIRED = 400


@dataclass
class Block:
    """``tokens`` are its words, and its links as marks; ``style`` is its HTML, so that bold alone is noticed."""

    kind: str
    tokens: list[Token] = field(default_factory=list)
    style: str = ""
    image: str = ""

    @property
    def key(self) -> tuple:
        return self.kind, tuple(self.tokens), self.image

    @property
    def is_empty(self) -> bool:
        return not self.tokens and self.kind not in ("figure", "hr")


@dataclass
class BlockChange:
    """A block of a comparison. ``image`` is the key of its picture, ``pieces`` its words."""

    name: object
    kind: str
    change: str
    pieces: list[Piece]
    image: str = ""
    image_before: str = ""
    #: Of unchanged blocks that are not shown: how many they are.
    left_out: int = 0


class _Reader(HTMLParser):
    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[Block] = []
        self._links: list[str] = []
        self.feed(html)
        self.close()

    @property
    def _block(self) -> Block:
        if not self._open:
            self._begin("p")
        return self._open[-1]

    def _begin(self, kind: str) -> None:
        self._open.append(Block(kind))
        self.blocks.append(self._open[-1])

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        inside = self._open[-1].kind if self._open else ""
        if tag in NAMES and not (tag == "p" and inside in ("li", "blockquote", "figure", "tr")):
            self._begin(tag)
            if tag == "hr":
                self._open.pop()
        elif tag in ("p", "br") and self._block.tokens:
            self._block.tokens.append(Token(" ", "space"))
        elif tag == "img":
            self._block.image = attrs.get("data-file") or ""
        elif tag in ("td", "th") and self._block.tokens:
            self._block.tokens.append(_CELL)
        elif tag == "a":
            self._links.append(attrs.get("href") or "")
        elif tag in ("strong", "em", "sub", "sup"):
            self._block.style += f"<{tag}:{len(self._block.tokens)}>"

    def handle_endtag(self, tag):
        if tag == "a" and self._links:
            address = self._links.pop()
            if address:
                self._block.tokens.append(Token(f" ⟨{address}⟩", "mark"))
        elif self._open and self._open[-1].kind == tag:
            self._open.pop()
        elif tag in ("strong", "em", "sub", "sup") and self._open:
            self._block.style += f"</{tag}:{len(self._block.tokens)}>"

    def handle_data(self, data):
        text = _SPACES.sub(" ", data)
        if text.strip() or (self._open and self._open[-1].tokens):
            self._block.tokens += tokens_of(text)


def blocks_of(html: str) -> list[Block]:
    """The blocks of a rich text in reading order; empty ones are left out."""
    blocks = _Reader(html or "").blocks
    for block in blocks:
        while block.tokens and block.tokens[-1].kind == "space":
            block.tokens.pop()
    return [block for block in blocks if not block.is_empty]


def images_in(html: str) -> list[str]:
    """Keys of the pictures in a rich text."""
    return [block.image for block in blocks_of(html) if block.image]


def compare_blocks(before: str, after: str) -> list[BlockChange]:
    """The blocks of both texts in reading order: with every change, and one unchanged block around each."""
    olds, news = blocks_of(before), blocks_of(after)
    matcher = SequenceMatcher(None, [b.key for b in olds], [b.key for b in news], autojunk=False)
    operations = matcher.get_opcodes()
    replaced = [operation for operation in operations if operation[0] != "equal"]
    gone = Counter(block.key for _kind, a, b, _c, _d in replaced for block in olds[a:b] if block.tokens)
    come = Counter(block.key for _kind, _a, _b, c, d in replaced for block in news[c:d])
    # Of words that stand more than once nobody can say which went where.
    moved = {key for key, times in gone.items() if times == come[key] == 1}
    found: list[BlockChange] = []
    for kind, a, b, c, d in operations:
        if kind == "equal":
            found += [_kept(old, new) for old, new in zip(olds[a:b], news[c:d], strict=True)]
        else:
            found += _replaced([block for block in olds[a:b] if block.key not in moved], news[c:d], moved)
    return _with_context(found)


def _kept(old: Block, new: Block) -> BlockChange:
    return _change(new, SAME if old.style == new.style else STYLED, _words(new, SAME))


def _replaced(olds: list[Block], news: list[Block], moved: set[tuple]) -> list[BlockChange]:
    """Each new block beside the old one that it most likely came from; what is left was removed or added."""
    found, place = [], 0
    for new in news:
        if new.key in moved:
            found.append(_change(new, MOVED, _words(new, SAME)))
            continue
        partner = _partner(new, olds, place) if len(olds) + len(news) <= MOST_PAIRED else None
        if partner is None:
            found.append(_change(new, ADDED, _words(new, ADDED)))
            continue
        found += [_change(old, REMOVED, _words(old, REMOVED)) for old in olds[place:partner]]
        old = olds[partner]
        found.append(
            BlockChange(
                NAMES[new.kind],
                new.kind,
                CHANGED,
                compare_tokens(old.tokens, new.tokens),
                new.image,
                old.image if old.image != new.image else "",
            )
        )
        place = partner + 1
    return found + [_change(old, REMOVED, _words(old, REMOVED)) for old in olds[place:]]


def _partner(new: Block, olds: list[Block], place: int) -> int | None:
    likes = [
        (likeness(olds[n].tokens, new.tokens), -n)
        for n in range(place, len(olds))
        if (olds[n].kind == "figure") == (new.kind == "figure")
    ]
    best, nearest = max(likes, default=(0, 0))
    return -nearest if best >= ALIKE else None


def _change(block: Block, change: str, pieces: list[Piece]) -> BlockChange:
    return BlockChange(NAMES[block.kind], block.kind, change, pieces, block.image)


def _words(block: Block, change: str) -> list[Piece]:
    return [Piece("".join(token.text for token in block.tokens), change)] if block.tokens else []


def _with_context(found: list[BlockChange]) -> list[BlockChange]:
    near = {n + step for n, block in enumerate(found) if block.change != SAME for step in (-1, 0, 1)}
    out: list[BlockChange] = []
    for number, block in enumerate(found):
        if number in near:
            out.append(block)
        elif out and out[-1].left_out:
            out[-1].left_out += 1
        else:
            out.append(BlockChange(_("Unchanged"), "", SAME, [], left_out=1))
    return out
