"""English numbers in words: "twenty-five", "two and a half million", "a dozen"."""

from __future__ import annotations

import re
from fractions import Fraction

ONES = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
        " sixteen seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "mn": 10**6, "m": 10**6, "bn": 10**9, "b": 10**9, "trn": 10**12, "tn": 10**12}
MULTIPLIERS = {"dozen": 12, "hundred": 100, **SCALES}

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
        " fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
ORDINALS |= {
    f"{tens}-{word}": number + ORDINALS[word] for tens, number in TENS.items() for word in list(ORDINALS)[:9]
}
#: "a third", "three quarters": the last word's share of the whole.
PARTS = {"half": 2, "halves": 2, "quarter": 4, "third": 3}
PARTS |= {word: number for word, number in ORDINALS.items() if 5 <= number <= 12 or number == 20}
PARTS |= {f"{word}s": number for word, number in PARTS.items() if word not in ("half", "halves")}

_SMALL = "|".join(sorted([*ONES, *TENS], key=len, reverse=True))
_MULTIPLE = "|".join(MULTIPLIERS)
_AND = "(?:(?<=hundred)|(?<=thousand)|(?<=million)) and "
#: A number in words. "And" joins only after a scale: "two and five" are two numbers.
WORDS = (
    rf"(?:half an? (?:{_MULTIPLE})"
    rf"|(?:(?:{_SMALL})|an?(?=[ -](?:{_MULTIPLE})\b))"
    rf"(?: and a half|(?:{_AND}|[ -])(?:{_SMALL}|{_MULTIPLE})\b)*(?:[ -](?:{_MULTIPLE})\b)?)\b"
)
_TOKEN = re.compile(r"and a half|[a-z]+")


def value_of(words: str) -> tuple[Fraction, int] | None:
    """``"two and a half million"`` → (2,500,000, 1,000,000): the number, and its scale or 1.

    None for words that make no number together ("five two").
    """
    total, current, scale, before = Fraction(0), Fraction(0), 1, ""
    for token in _TOKEN.findall(words.lower()):
        if token == "half":
            current = Fraction(1, 2)
        elif token == "and a half":
            current += Fraction(1, 2)
        elif token in MULTIPLIERS:
            current = (current or 1) * MULTIPLIERS[token]
            if token in SCALES:
                scale = SCALES[token]
                total, current = total + current, Fraction(0)
        elif token in TENS or token in ONES:
            fits = before in ("", *MULTIPLIERS) or (before in TENS and 1 <= ONES.get(token, 0) <= 9)
            if not fits:
                return None
            current += TENS.get(token) or ONES[token]
        elif token in ("a", "an", "and"):
            continue
        before = token
    return total + current, scale
