"""Numbers as people write them into cells: 1,234.5, 463亿元, 6.95 billion, 17.3%. Read exactly, or not at all."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from django.utils.translation import gettext as _

from bilingual.numbers import ARITHMETIC

SCALES = {
    "千": 10**3,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
    "兆": None,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
CURRENCIES = {
    "CNY": ("¥", "rmb", "cny", "yuan", "人民币", "元", "元人民币"),
    "USD": ("us$", "$", "usd", "us dollars", "dollars", "美元"),
}
_CURRENCY_OF = {word: code for code, words in CURRENCIES.items() for word in words}
_WORDS = "|".join(sorted(map(re.escape, _CURRENCY_OF), key=len, reverse=True))
_SCALE_WORDS = "|".join(sorted(SCALES, key=len, reverse=True))
#: Groups of three by comma or space, or none at all; a decimal comma is nobody's guess.
_FIGURES = r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?: [0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_NUMBER = re.compile(
    rf"(?P<before>{_WORDS})? ?(?P<sign>[+\-])? ?(?P<figures>{_FIGURES}|\.[0-9]+)"
    rf"(?:[eE](?P<power>[+\-]?[0-9]{{1,2}}))?"
    rf" ?(?P<scale>{_SCALE_WORDS})? ?(?P<after>{_WORDS})? ?(?P<share>%)?"
)
LONGEST = 60


class Amount(NamedTuple):
    """``currency`` is None where none was written; ``is_share`` says that a % was."""

    number: Decimal
    currency: str | None = None
    is_share: bool = False


def read_amount(text: str) -> Amount:
    """The number that a text says, to the last figure. Raises ValueError with a sentence for people."""
    tidy = unicodedata.normalize("NFKC", text).replace("−", "-").replace("‑", "-")
    tidy = " ".join(tidy.split()).casefold()
    match = _NUMBER.fullmatch(tidy) if len(tidy) <= LONGEST else None
    if match is None or (match["scale"] and SCALES[match["scale"]] is None):
        raise ValueError(
            _(
                "“%(text)s” is not recognised as a number. Use figures with a point for decimals and, if "
                "you like, a scale: 1,234.5, 463亿, 6.95 billion."
            )
            % {"text": text[:LONGEST]}
        )
    currencies = {_CURRENCY_OF[match[side]] for side in ("before", "after") if match[side]}
    if len(currencies) > 1:
        raise ValueError(_("“%(text)s” gives two currencies.") % {"text": text[:LONGEST]})
    number = Decimal((match["sign"] or "") + match["figures"].replace(",", "").replace(" ", ""))
    number = number.scaleb(int(match["power"] or 0), context=ARITHMETIC)
    number = ARITHMETIC.multiply(number, Decimal(SCALES[match["scale"]] if match["scale"] else 1))
    return Amount(number, currencies.pop() if currencies else None, bool(match["share"]))
