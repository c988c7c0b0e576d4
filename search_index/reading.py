"""From what a person typed to what is asked of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from .expressions import All, Any, Expression, Phrase, either, every
from .naming import key_of
from .pinyin import readings, syllables
from .stemming import stem
from .words import INITIALS, SYLLABLE, Word, pairs, words

#: Longer questions are cut.
MAX_LENGTH = 200
MOST_WORDS = 16
#: Longest name, in words and in characters, that is looked for inside a question.
NAME_WORDS, NAME_HAN = 5, 12
MOST_INITIALS = 8
MOST_PIECES = 24
#: A wording of more words is a legal name: its single words ("New", "Co") say nothing by themselves.
MOST_MARKED = 4

_STOP = frozenset(
    "a an and are as at be by can do does for from has have how i in is it of on or s that the their there these this"
    " to was were what when where which who whose why will with".split()
)
#: Characters and words that join or ask, and carry no thing of their own.
_JOINTS = (
    "有哪些", "是什么", "为什么", "怎么样", "哪一家", "哪些", "哪里", "哪个", "哪家", "什么", "怎么", "怎样", "如何",
    "多少", "关于", "请问", "有关", "以及", "还是", "的", "在", "是", "有", "和", "与", "及", "或", "吗",
    "呢", "了", "为",
)  # fmt: skip

Synonyms = Callable[[set[str]], dict[str, tuple[str, ...]]]


@dataclass(frozen=True)
class Reading:
    """``strict`` asks for everything; each of ``looser`` asks for less than the one before; of ``pieces``, as many as
    possible are wanted. ``wordings`` are the words to mark in what is found: Han as they are, Latin by their stem."""

    text: str
    strict: Expression
    looser: tuple[Expression, ...]
    pieces: tuple[Phrase, ...]
    wordings: frozenset[str]

    def in_pieces(self) -> Reading:
        """The same question, with the pieces to be marked too."""
        return replace(self, wordings=self.wordings | {piece.tokens[0] for piece in self.pieces})


def clean(text: str) -> str:
    """What is looked for, without control characters and surplus space, at a sane length."""
    printable = "".join(character if character.isprintable() else " " for character in text[: MAX_LENGTH * 4])
    return " ".join(printable.split())[:MAX_LENGTH].strip()


def read(text: str, synonyms: Synonyms) -> Reading | None:
    """The question that a text asks; None when it holds no word. ``synonyms`` is asked once, for all keys."""
    typed = list(words(text))[:MOST_WORDS]
    if not typed:
        return None
    items = [list(group) for _, group in groupby(typed, key=lambda word: word.is_han or "latin")]
    items = [part for item in items for part in ([[word] for word in item] if item[0].is_han else [item])]
    known = synonyms({key for item in items for key in _keys(item)})
    asked = [_han(item[0].text, known) if item[0].is_han else _latin(item, known) for item in items]
    return Reading(
        text=text,
        strict=every(asked),
        looser=tuple(_looser(items, asked, known)),
        pieces=tuple(dict.fromkeys(_pieces(items)))[:MOST_PIECES],
        wordings=frozenset(_wordings(typed, known)),
    )


def _keys(item: list[Word]) -> Iterable[str]:
    """Everything inside an item that might be a name."""
    if item[0].is_han:
        han = item[0].text[: NAME_HAN * 2]
        yield from (han[a:b] for a in range(len(han)) for b in range(a + 2, min(len(han), a + NAME_HAN) + 1))
        return
    for start in range(len(item)):
        for end in range(start + 1, min(len(item), start + NAME_WORDS) + 1):
            yield "".join(word.text for word in item[start:end])


def wording(text: str) -> Expression | None:
    """A wording as it stands in texts: each of its runs as a phrase."""
    runs = [list(group) for _, group in groupby(words(text), key=lambda word: word.is_han)]
    phrases = []
    for run in runs:
        if run[0].is_han:
            phrases += [Phrase(tuple(pairs(word.text))) for word in run]
        else:
            phrases.append(Phrase(tuple(stem(word.text) for word in run)))
    return every(phrases) if phrases else None


def _meaning(key: str, literal: Expression, known: dict[str, tuple[str, ...]]) -> Expression:
    """The literal words, or whatever else means the same."""
    others = (wording(text) for text in known.get(key, ()) if key_of(text) != key)
    return either([literal, *(other for other in others if other is not None)])


def _latin(item: list[Word], known: dict[str, tuple[str, ...]]) -> Expression:
    """Words in a row: each of them; or together as one word, as pinyin, or as first letters."""
    meanings = []
    for key, group in _named(item, known):
        content = [word for word in group if word.text not in _STOP]
        if content or key in known:
            literal = every([Phrase((stem(word.text),)) for word in content or group])
            meanings.append(_meaning(key, literal, known))
    if not meanings:
        meanings = [Phrase((stem(word.text),)) for word in item]
    return either([every(meanings), *_together(item), *_sounds(item), *_initials(item)])


def _named(item: list[Word], known: dict[str, tuple[str, ...]]) -> Iterable[tuple[str, list[Word]]]:
    """The words of a row, those that are a known name together; with the key of each group."""
    at = 0
    while at < len(item):
        for end in range(min(len(item), at + NAME_WORDS), at, -1):
            key = "".join(word.text for word in item[at:end])
            if key in known or end == at + 1:
                yield key, item[at:end]
                at = end
                break


def _together(item: list[Word]) -> list[Expression]:
    return [Phrase((stem("".join(word.text for word in item)),))] if 1 < len(item) <= 3 else []


def _sounds(item: list[Word]) -> list[Expression]:
    ways: list[tuple[str, ...]] = [()]
    for word in item:
        ways = [(*way, *reading) for way in ways for reading in readings(word.text)[:4]][:4]
    return [Phrase(tuple(SYLLABLE + syllable for syllable in way)) for way in ways if len(way) > 1]


def _initials(item: list[Word]) -> list[Expression]:
    letters = item[0].text
    if (
        len(item) > 1
        or not 1 < len(letters) <= MOST_INITIALS
        or not (letters.isascii() and letters.isalpha())
    ):
        return []
    return [Phrase(tuple(INITIALS + pair for pair in pairs(letters)))]


def _han(run: str, known: dict[str, tuple[str, ...]]) -> Expression:
    """The run as it stands, or its known terms each by any wording beside what is left of it."""
    whole = _meaning(run, Phrase(tuple(pairs(run))), known)
    pieces = _cut(run, known)
    if len(pieces) == 1:
        return whole
    return either([whole, every([_meaning(piece, Phrase(tuple(pairs(piece))), known) for piece in pieces])])


def _cut(run: str, known: dict[str, tuple[str, ...]]) -> list[str]:
    """``龙兴灯塔工厂`` → ``["龙兴", "灯塔工厂"]`` when one of them is known; the longest known terms first."""
    for length in range(min(len(run) - 1, NAME_HAN), 1, -1):
        for start in range(len(run) - length + 1):
            if run[start : start + length] in known:
                before, term, after = run[:start], run[start : start + length], run[start + length :]
                return [
                    *(_cut(before, known) if before else []),
                    term,
                    *(_cut(after, known) if after else []),
                ]
    return [run]


def _looser(items, asked: list[Expression], known: dict[str, tuple[str, ...]]) -> Iterable[Expression]:
    """Without what joins and asks; with long runs cut in two; as it sounds."""
    runs = [item[0].text for item in items if item[0].is_han]
    latin = [expression for item, expression in zip(items, asked, strict=True) if not item[0].is_han]
    if runs:
        content = [piece for run in runs for piece in _between_joints(run)]
        if content and content != runs:
            yield every([*(_han(piece, known) for piece in content), *latin])
        if any(len(piece) > 3 for piece in content):
            yield every([*(_in_two(piece, known) for piece in content), *latin])
        sounds = [syllables(run) for run in runs]
        if all(len(sound) > 1 for sound in sounds):
            yield every([*(Phrase(tuple(SYLLABLE + one for one in sound)) for sound in sounds), *latin])


def _pieces(items: list[list[Word]]) -> Iterable[Phrase]:
    """Every pair of characters and every word by itself, without what joins and asks."""
    for item in items:
        if item[0].is_han:
            for piece in _between_joints(item[0].text):
                yield from (Phrase((pair,)) for pair in pairs(piece))
        else:
            yield from (Phrase((stem(word.text),)) for word in item if word.text not in _STOP)


def _between_joints(run: str) -> list[str]:
    for joint in _JOINTS:
        run = run.replace(joint, " ")
    return run.split()


def _in_two(run: str, known: dict[str, tuple[str, ...]]) -> Expression:
    if len(run) <= 3:
        return _han(run, known)
    cuts = range(2, min(len(run), NAME_HAN) - 1)
    return Any(tuple(All((_han(run[:at], {}), _han(run[at:], {}))) for at in cuts))


def _wordings(typed: list[Word], known: dict[str, tuple[str, ...]]) -> Iterable[str]:
    for word in typed:
        if word.is_han:
            yield from (word.text, *(piece for piece in _cut(word.text, known) if len(piece) > 1))
        elif word.text not in _STOP:
            yield stem(word.text)
    for texts in known.values():
        yield from _cores(texts)


def _cores(texts: Iterable[str]) -> set[str]:
    """The words of those wordings that hold no shorter one: of ``Changan`` and ``Changan Automobile Co``, the first.

    What a legal name says besides (a city, "Co") was not asked for, and is not to be marked.
    """
    cores: list[set[str]] = []
    for text in sorted(texts, key=len):
        own = {word.text if word.is_han else stem(word.text) for word in words(text)}
        is_longer = any(all(any(part in word for word in own) for part in core) for core in cores)
        if not is_longer and len(own) <= MOST_MARKED:
            cores.append(own)
    return set().union(*cores)
