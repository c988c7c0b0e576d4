"""Chinese numbers in characters: 二十五, 两千三百, 三亿五千万."""

from __future__ import annotations

import re
from fractions import Fraction

DIGITS = {character: number for number, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
SCALES = {"万": 10**4, "亿": 10**8}
#: What may stand between figures and the next whole number: 万, 亿 and their compounds.
SCALE_WORDS = {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8}
SCALE_WORDS |= {"千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2}
NUMERAL = "[零〇一二两三四五六七八九十百千万亿]"
_NEIGHBOURS = re.compile("[一二两三四五六七八九]{2}")
_BY_PLACE = re.compile("[〇零一二三四五六七八九]{4}")


def value_of(text: str) -> tuple[Fraction, int] | None:
    """``"三亿五千万"`` → (350,000,000, 10,000), ``"十七点三"`` → (17.3, 1): the number, and its last scale or 1.

    None for what names no one number: 三五 (a few), 十 after nothing to multiply is ten.
    """
    if _BY_PLACE.fullmatch(text):
        return Fraction("".join(str(DIGITS[character]) for character in text)), 1
    text, _, decimals = text.partition("点")
    if _NEIGHBOURS.search(text):
        return None
    total = section = current = 0
    scale = 1
    for character in text:
        if character in DIGITS:
            current = DIGITS[character]
        elif character in TENS:
            section += (current or 1) * TENS[character]
            current = 0
        else:
            scale = SCALES[character]
            whole = section + current or (0 if total else 1)
            # 一万亿: the second scale multiplies all before it.
            total = (total + whole) * scale if scale > 10**4 else total + whole * scale
            section = current = 0
    after_point = Fraction(
        "0." + "".join(str(DIGITS[character]) for character in decimals) if decimals else 0
    )
    return total + section + current + after_point, scale
