"""A text as its reader sees it, with the way back to the string it came from.

HTML loses its tags: block elements part lines, inline ones leave no trace (``46<b>.3</b> billion`` is one
number), entities become their character. Plain text passes through unchanged.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.functional import Promise

from bilingual.checking.findings import WARNING, Finding, Fix, Span

# No part can run past the next "<", so that a text full of unclosed tags is still read once.
MARKUP = re.compile(
    r"<(?P<close>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>[^<>]*)>|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,24});"
)
ATTRIBUTE = re.compile(r"""(?<![\w-])(href|lang)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
BLOCK_TAGS = frozenset(
    "address article aside blockquote br caption dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6"
    " header hr img li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
VOID_TAGS = frozenset("br hr img input col wbr".split())
#: Signs by which spellings of one name differ.
IGNORED = frozenset(" \u00a0\n-‐‑'’‘.·")
HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def fold(text: str) -> str:
    """``text`` in lower case and half width, as long as before."""
    text = text.translate(HALF_WIDTH)
    lower = text.lower()
    # A few letters grow when they are made small (İ); they stay as they are.
    return (
        lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


@dataclass(frozen=True, slots=True)
class Link:
    """An anchor: its address and where its tag stands in the source."""

    address: str
    start: int
    end: int


@dataclass
class Text:
    """``visible`` is what is read; ``starts`` and ``ends`` give the place in ``source`` of each character.

    ``tagged`` holds the spans of ``visible`` that carry a ``lang`` of their own: quoted foreign phrases.
    """

    source: str
    language: str
    visible: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    tagged: list[Span] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._pieces: list[str] = []
        position = 0
        open_tags: list[tuple[str, int | None]] = []
        for match in MARKUP.finditer(self.source):
            self._add(self.source[position : match.start()], position)
            position = match.end()
            if match["tag"]:
                self._read_tag(match, open_tags)
            else:
                self._add_entity(match)
        self._add(self.source[position:], position)
        self.visible = "".join(self._pieces)
        breaks = [index for index, character in enumerate(self.visible) if character == "\n"]
        edges = [-1, *breaks, len(self.visible)]
        spans = (Span(a + 1, b) for a, b in zip(edges, edges[1:], strict=False))
        self.blocks = [span for span in spans if self.visible[span.start : span.end].strip()]
        self._block_starts = [block.start for block in self.blocks]

    def _add(self, plain: str, start: int) -> None:
        self._pieces.append(plain)
        self.starts.extend(range(start, start + len(plain)))
        self.ends.extend(range(start + 1, start + len(plain) + 1))

    def _add_entity(self, match: re.Match) -> None:
        for character in html.unescape(match[0]):
            self._pieces.append(character)
            self.starts.append(match.start())
            self.ends.append(match.end())

    def _read_tag(self, match: re.Match, open_tags: list[tuple[str, int | None]]) -> None:
        tag = match["tag"].lower()
        if tag in BLOCK_TAGS:
            self._pieces.append("\n")
            self.starts.append(match.start())
            self.ends.append(match.end())
        if match["close"]:
            if open_tags and open_tags[-1][0] == tag:
                _, start = open_tags.pop()
                if start is not None:
                    self.tagged.append(Span(start, len(self.starts)))
            return
        named = {name: double or single for name, double, single in ATTRIBUTE.findall(match["attributes"])}
        if tag == "a" and "href" in named:
            self.links.append(Link(html.unescape(named["href"]), match.start(), match.end()))
        if tag not in VOID_TAGS and not match["attributes"].endswith("/"):
            open_tags.append((tag, len(self.starts) if "lang" in named else None))

    @cached_property
    def folded(self) -> tuple[str, list[int]]:
        """What is compared when spelling does not matter, and the place in ``visible`` of each character.

        Lower case, half width, without spaces, hyphens, apostrophes and points.
        """
        plain = fold(self.visible)
        places = [place for place, character in enumerate(plain) if character not in IGNORED]
        return "".join([plain[place] for place in places]), places

    def block_of(self, position: int) -> int:
        """Number of the block in which a character of ``visible`` stands."""
        return max(bisect_right(self._block_starts, position) - 1, 0)

    def span(self, start: int, end: int) -> Span:
        """The place in the source of a stretch of ``visible``."""
        return Span(self.starts[start], self.ends[end - 1])

    def remark(
        self,
        rule: str,
        start: int,
        end: int,
        explanation: str | Promise,
        *,
        severity: str = WARNING,
        replacement: str | None = None,
        counterpart: Span | None = None,
    ) -> Finding:
        """A finding on a stretch of ``visible``; its fix is left out when tags or entities lie inside."""
        place = self.span(start, end)
        excerpt = self.visible[start:end]
        fix = None
        if replacement is not None and self.source[place.start : place.end] == excerpt:
            fix = Fix(place.start, place.end, replacement)
        return Finding(
            rule, severity, self.language, place.start, place.end, excerpt, explanation, fix, counterpart
        )

    def without(self, spans: list[Span], filler: str = "\0") -> str:
        """``visible`` with these stretches blanked, each character by ``filler``."""
        characters = list(self.visible)
        for start, end in spans:
            characters[start:end] = filler * (end - start)
        return "".join(characters)
