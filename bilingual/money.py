"""Money: an exact amount, how it compares, and the dollars that were printed beside it.

The dollar value is never computed: it is what the source printed, and the rate it implies can be shown
with it. English prose says "yuan" and "$" (always US dollars), Chinese 元 and 美元.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bilingual.languages import CHINESE, ENGLISH, active_language
from bilingual.numbers import ARITHMETIC, MINUS, Comparator, Figures, decimal, figures, lead

MoneyForm = Literal["prose", "short", "exact", "adjective"]
RATE_STEP = Decimal("0.0001")


@dataclass(frozen=True)
class Currency:
    """A currency's words: English singular and plural, or a sign before the number; Chinese after it."""

    chinese: str
    singular: str = ""
    plural: str = ""
    sign: str = ""


CURRENCIES = {
    "CNY": Currency("元", "yuan", "yuan"),
    "USD": Currency("美元", sign="$"),
    "EUR": Currency("欧元", "euro", "euros"),
    "HKD": Currency("港元", "Hong Kong dollar", "Hong Kong dollars"),
    "GBP": Currency("英镑", "pound", "pounds"),
    "JPY": Currency("日元", "yen", "yen"),
}


@dataclass(frozen=True)
class Money:
    """An amount in base units (yuan, not 万 or million).

    ``usd_as_printed`` is the dollar value that the source itself gave, or None.
    Raises ValueError for an unknown currency or comparator, what is no number, or negative printed dollars.
    """

    amount: Decimal
    currency: str = "CNY"
    comparator: str = Comparator.EXACT
    usd_as_printed: Decimal | None = None

    def __post_init__(self) -> None:
        if self.currency not in CURRENCIES:
            raise ValueError(f"{self.currency!r} is not one of {', '.join(CURRENCIES)}")
        object.__setattr__(self, "amount", decimal(self.amount))
        object.__setattr__(self, "comparator", Comparator(self.comparator))
        if self.usd_as_printed is not None:
            object.__setattr__(self, "usd_as_printed", decimal(self.usd_as_printed))
            if self.usd_as_printed < 0:
                raise ValueError("dollars as printed cannot be negative")

    def __str__(self) -> str:
        return say(self)

    @property
    def implied_rate(self) -> Decimal | None:
        """Units of the currency for one printed dollar, to four decimals; None without printed dollars."""
        if not self.usd_as_printed:
            return None
        rate = ARITHMETIC.divide(self.amount, self.usd_as_printed)
        return rate.quantize(RATE_STEP, context=ARITHMETIC)


def say(money: Money | None, language: str | None = None, form: MoneyForm = "prose") -> str:
    """Money in a language (default: the active one); "" for None.

    ``prose``      46.3 billion yuan ($6.95 billion) · 463亿元（69.5亿美元）
    ``short``      46.3 billion yuan · 463亿元: three significant figures, no dollars
    ``exact``      46,300,000,000 yuan · 46300000000元: every figure, no dollars
    ``adjective``  1.2-billion-yuan · 总投资12亿元的: before a noun, no dollars
    """
    if money is None:
        return ""
    language = language or active_language()
    if form == "adjective":
        return _adjective(money, language)
    text = _compared(money, language, form)
    if form != "prose" or money.usd_as_printed is None or money.currency == "USD":
        return text
    dollars = _amount(money.usd_as_printed, "USD", language, "printed", Comparator.EXACT)
    return f"{text} ({dollars})" if language == ENGLISH else f"{text}（{dollars}）"


def project(money: Money | None, language: str | None = None) -> str:
    """A project named by its amount: "a 1.2-billion-yuan project", "总投资12亿元的项目"; "" for None.

    A bound cannot stand before an English noun, so it follows: "a project of over 30 billion yuan".
    """
    if money is None:
        return ""
    language = language or active_language()
    if language == CHINESE:
        return _adjective(money, language) + "项目"
    if money.comparator != Comparator.EXACT:
        return f"a project of {_compared(money, language, 'prose')}"
    adjective = _adjective(money, language)
    return f"{_article(adjective)} {adjective} project"


def _compared(money: Money, language: str, form: str) -> str:
    words = lead(money.comparator, language, counted=False)
    return words + _amount(money.amount, money.currency, language, form, money.comparator)


def _amount(value: Decimal, currency: str, language: str, form: str, comparator: str) -> str:
    number = figures(value, language, form, comparator)
    words = CURRENCIES[currency]
    if language == CHINESE:
        return number.say(language) + words.chinese
    if words.sign:
        return _with_sign(words.sign, number)
    return f"{number.say(language)} {words.singular if _is_one(number) else words.plural}"


def _adjective(money: Money, language: str) -> str:
    if language == CHINESE:
        return f"总投资{_compared(money, language, 'prose')}的"
    number = figures(money.amount, language, "prose", money.comparator)
    words = CURRENCIES[money.currency]
    amount = _with_sign(words.sign, number) if words.sign else f"{number.say(language)} {words.singular}"
    return lead(money.comparator, language, counted=False) + amount.replace(" ", "-")


def _with_sign(sign: str, number: Figures) -> str:
    """The minus of a debt stands before the sign: −$4.4 billion."""
    text = number.say(ENGLISH)
    return MINUS + sign + text.removeprefix(MINUS) if text.startswith(MINUS) else sign + text


def _is_one(number: Figures) -> bool:
    return abs(number.value) == 1 and not number.word


def _article(adjective: str) -> str:
    """Says "a" or "an", by how the leading number is spoken: eight, eleven, eighteen, eighty, 18,000."""
    whole = adjective.lstrip("$").split("-")[0].split(".")[0]
    groups = whole.split(",")
    return "an" if whole.startswith("8") or groups[0] in ("11", "18") else "a"
