"""Which mention of one text says the same as which of the other.

Texts are compared block by block (paragraph, heading, list item) when both have as many of them, then
across blocks, since a translator may move a number to the next sentence. Time is linear in the mentions.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from bilingual.checking.mentions import Key, Mention
from bilingual.checking.texts import Text


@dataclass
class Matching:
    """``pairs`` agree; ``english`` and ``chinese`` hold what is left over, in order."""

    pairs: list[tuple[Mention, Mention]]
    english: list[Mention]
    chinese: list[Mention]


class Blocks:
    """Numbers the blocks of both texts so that those that belong together have one number."""

    def __init__(self, english: Text, chinese: Text) -> None:
        self.texts = {english.language: english, chinese.language: chinese}
        self.aligned = len(english.blocks) == len(chinese.blocks)

    def of(self, mention: Mention, language: str) -> int:
        return self.texts[language].block_of(mention.start) if self.aligned else 0


def match(english: list[Mention], chinese: list[Mention], blocks: Blocks) -> Matching:
    """Pair the mentions of two texts, each with one at most."""
    languages = list(blocks.texts)
    in_english = [(blocks.of(mention, languages[0]), mention) for mention in english]
    in_chinese = [(blocks.of(mention, languages[1]), mention) for mention in chinese]
    pairs: list[tuple[Mention, Mention]] = []
    for within_blocks in (True, False):
        for plainly in (True, False):
            found = _pair(in_english, in_chinese, within_blocks, plainly)
            pairs.extend(found)
            paired = {id(mention) for pair in found for mention in pair}
            in_english = [item for item in in_english if id(item[1]) not in paired]
            in_chinese = [item for item in in_chinese if id(item[1]) not in paired]
    pairs.sort(key=lambda pair: pair[0].start)
    return Matching(pairs, [mention for _, mention in in_english], [mention for _, mention in in_chinese])


def _pair(
    english: list[tuple[int, Mention]],
    chinese: list[tuple[int, Mention]],
    within_blocks: bool,
    plainly: bool,
) -> list[tuple[Mention, Mention]]:
    """First come, first served by key; ``plainly`` looks at the first key only."""
    waiting: dict[tuple[int, Key], deque[Mention]] = defaultdict(deque)
    for block, mention in chinese:
        for key in mention.keys[: 1 if plainly else None]:
            waiting[block if within_blocks else 0, key].append(mention)
    pairs, taken = [], set()
    for block, mention in english:
        for key in mention.keys[: 1 if plainly else None]:
            queue = waiting.get((block if within_blocks else 0, key), deque())
            while queue and id(queue[0]) in taken:
                queue.popleft()
            if queue:
                found = queue.popleft()
                taken.add(id(found))
                pairs.append((mention, found))
                break
    return pairs


def unsaid(left: Iterable[Mention], other: Iterable[Mention]) -> list[Mention]:
    """The mentions left over whose content the other text says nowhere.

    What one language repeats the other may say once ("that year"). A month, a day or a year is said by a
    date that contains it.
    """
    said = {key for mention in other for key in mention.keys}
    said |= {("month", mention.keys[0][1]) for mention in other if mention.kind == "day"}
    return [mention for mention in left if not any(key in said for key in mention.keys)]
