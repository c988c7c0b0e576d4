"""Everything a text says in figures: the steps of its language, and what it quotes from the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from bilingual.checking import chinese, english
from bilingual.checking.mentions import COUNT, Mention, Reading
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH

HAN = re.compile("[\u4e00-\u9fff]")
#: A heading of a table or a column that gives the unit for the cells below: "Billion yuan", 亿元.
UNIT_HEADING = re.compile(
    r"[^\d\n]{0,60}?(?<![\u4e00-\u9fff\w])(?P<scale>thousand|million|billion|trillion)\b[^\d\n]{0,30}"
    r"|[^\d\n]{0,30}?(?P<han>万亿|亿|万)[元美人平辆件台颗吨个家港欧]?[^\d\n]{0,12}",
    re.IGNORECASE,
)
CELL = "cell"


def read(text: Text, taken: Iterable[tuple[int, int]] = ()) -> list[Mention]:
    """All mentions of a text, in order. ``taken`` stretches (names, addresses) are not read."""
    reading = Reading(text, taken)
    if text.language == ENGLISH:
        quoted, steps = (chinese.NUMBER, _quoted_chinese), english.STEPS
    else:
        quoted, steps = (english.NUMBER, _quoted_english), chinese.STEPS
    for pattern, reader in (quoted, *steps):
        reading.claim(pattern, reader)
    mentions = _with_cells(text, reading.finish())
    return _with_unsaid_currency(mentions) if text.language == ENGLISH else mentions


def _quoted_chinese(match: re.Match) -> list[Mention] | None:
    return chinese.number(match) if match["arabic"] and HAN.search(match[0]) else None


def _quoted_english(match: re.Match) -> list[Mention] | None:
    return english.number(match) if match["scale"] else None


def _with_cells(text: Text, mentions: list[Mention]) -> list[Mention]:
    """A number alone in its cell may be counted in the unit that a heading of its table gives."""
    scales = set()
    for start, end in text.blocks:
        heading = UNIT_HEADING.fullmatch(text.visible, start, end) if end - start < 90 else None
        if heading:
            word = heading["han"] or heading["scale"].lower()
            scales.add(chinese.SCALE_WORDS.get(word) or english.SCALE_WORDS.get(word))
    if not scales:
        return mentions
    return [_as_cell(text, mention, scales) for mention in mentions]


def _as_cell(text: Text, mention: Mention, scales: set[int]) -> Mention:
    block = text.blocks[text.block_of(mention.start)]
    alone = text.visible[block.start : block.end].strip() == text.visible[mention.start : mention.end]
    if mention.kind != COUNT or not alone:
        return mention
    return replace(mention, keys=(*mention.keys, *((CELL, mention.value * scale) for scale in scales)))


def _with_unsaid_currency(mentions: list[Mention]) -> list[Mention]:
    """English names the currency once: "165 billion yuan, of which 115 billion ..."."""
    currencies = {mention.kind for mention in mentions if mention.family == "money"}
    return [
        replace(mention, keys=(*mention.keys, *((currency, mention.value) for currency in currencies)))
        if mention.kind == COUNT and mention.scale > 1
        else mention
        for mention in mentions
    ]
