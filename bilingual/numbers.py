"""Numbers as each language says them.

English has thousand, million, billion and trillion and counts below a million in figures (52,300);
Chinese counts by 万 (ten thousand), 亿 (a hundred million) and 万亿 (a million million) after Arabic
figures, without a thousands comma (GB/T 15835). The unit is chosen after rounding, so that 99,999,999
becomes 1亿 and never 10000万.

Forms of a number, everywhere in this block:

``prose``  at most two decimals; below a million neither language drops a figure, so both say the same.
``short``  three significant figures from ten thousand up, the same figures in both languages.
``exact``  every stored figure, no word for the size: tables and exports.
``printed``  every stored figure, with the word for the size: what a source printed is not rounded.

Words of the languages themselves (million, 万, about, 约) live here rather than in ``locale/``: where
they stand in a sentence is grammar, and a number has to be sayable in a language that is not active.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal, InvalidOperation
from typing import Literal, NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from bilingual.languages import CHINESE, ENGLISH, active_language

Form = Literal["prose", "short", "exact", "printed"]
FORMS: tuple[Form, ...] = ("prose", "short", "exact", "printed")

MINUS = "−"
TEN_THOUSAND = Decimal(10**4)
MILLION = Decimal(10**6)
SCALES = {
    ENGLISH: ((MILLION, "million"), (Decimal(10**9), "billion"), (Decimal(10**12), "trillion")),
    CHINESE: ((TEN_THOUSAND, "万"), (Decimal(10**8), "亿"), (Decimal(10**12), "万亿")),
}
CENT = Decimal("0.01")
# Wide enough for any column of the portal; the default of 28 figures fails when quantizing large ones.
ARITHMETIC = Context(prec=60)


class Comparator(models.TextChoices):
    """How a printed number relates to the true one."""

    EXACT = "exact", _("exactly")
    ABOUT = "about", _("about")
    OVER = "over", _("over")
    AT_LEAST = "at_least", _("at least")
    UP_TO = "up_to", _("up to")
    NEARLY = "nearly", _("nearly")


# A rounded bound must stay true: "over 63,756" is not "over 63,800", "up to 63,756" is not "up to 63,700".
ROUNDING = {
    Comparator.EXACT: ROUND_HALF_UP,
    Comparator.ABOUT: ROUND_HALF_UP,
    Comparator.OVER: ROUND_FLOOR,
    Comparator.AT_LEAST: ROUND_FLOOR,
    Comparator.UP_TO: ROUND_CEILING,
    Comparator.NEARLY: ROUND_CEILING,
}
ENGLISH_LEADS = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "about ",
    Comparator.OVER: "over ",
    Comparator.AT_LEAST: "at least ",
    Comparator.UP_TO: "up to ",
    Comparator.NEARLY: "nearly ",
}
CHINESE_LEADS = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "约",
    Comparator.OVER: "超",
    Comparator.AT_LEAST: "不低于",
    Comparator.UP_TO: "最高",
    Comparator.NEARLY: "近",
}
# Things that are counted are many or few; things that are measured are high or low.
CHINESE_COUNTING_LEADS = CHINESE_LEADS | {Comparator.AT_LEAST: "不少于", Comparator.UP_TO: "最多"}

ENGLISH_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
CHINESE_DIGITS = "零一二三四五六七八九"


class Figures(NamedTuple):
    """A rounded number, split where a language may put something in between."""

    value: Decimal  #: what stands before the word: 46.3 of "46.3 billion"
    word: str  #: "billion", "亿" or nothing

    def say(self, language: str) -> str:
        text = digits(self.value, language)
        return f"{text} {self.word}" if self.word and language == ENGLISH else text + self.word


def decimal(value: object) -> Decimal:
    """``value`` as a finite exact decimal; a float is read as it prints (0.1 is a tenth).

    Raises TypeError for what is no number, ValueError for text that does not read as one, NaN and infinity.
    """
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise TypeError(f"{value!r} is not a number")
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is not a number") from error
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a finite number")
    return number


def digits(value: Decimal, language: str) -> str:
    """All figures of a decimal: grouped by comma in English, ungrouped in Chinese, no trailing zeros."""
    text = f"{abs(value):,f}" if language == ENGLISH else f"{abs(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return MINUS + text if value < 0 else text


def figures(
    value: Decimal, language: str, form: Form = "prose", comparator: str = Comparator.EXACT
) -> Figures:
    """Round ``value`` and choose its word. Raises ValueError for an unknown form or comparator."""
    if form not in FORMS:
        raise ValueError(f"{form!r} is not one of {', '.join(FORMS)}")
    rounding = ROUNDING[Comparator(comparator)]
    if form == "exact":
        return Figures(value, "")
    if form == "short" and abs(value) >= TEN_THOUSAND:
        value = _round(value, Decimal(1).scaleb(value.adjusted() - 2), rounding)

    def fitted(number: Decimal) -> Decimal:
        return number if form == "printed" else _round(number, CENT, rounding)

    in_full = fitted(value)
    if abs(in_full) < MILLION:
        return _below_a_million(in_full, language)
    scales = SCALES[language]
    for (step, word), following in zip(scales, scales[1:], strict=False):
        scaled = fitted(value / step)
        if abs(scaled) * step < following[0]:
            return Figures(scaled, word)
    step, word = scales[-1]
    return Figures(fitted(value / step), word)


def say(
    value: object, language: str | None = None, form: Form = "prose", comparator: str = Comparator.EXACT
) -> str:
    """A bare count in a language (default: the active one), with its comparator; "" for None.

    ``say(3520000, "en")`` → ``3.52 million``; ``say(3520000, "zh-hans")`` → ``352万``.
    """
    if value is None:
        return ""
    language = language or active_language()
    text = figures(decimal(value), language, form, comparator).say(language)
    return lead(comparator, language, counted=True) + text


def lead(comparator: str, language: str, *, counted: bool) -> str:
    """The words before a number that say how it compares; ``counted`` things are many, others high."""
    if language == ENGLISH:
        return ENGLISH_LEADS[Comparator(comparator)]
    return (CHINESE_COUNTING_LEADS if counted else CHINESE_LEADS)[Comparator(comparator)]


def ordinal(number: int, language: str | None = None, measure: str = "个") -> str:
    """``25`` → "25th" in English, "第25个" in Chinese; ``measure`` is the Chinese measure word, may be ""."""
    if (language or active_language()) == CHINESE:
        return f"第{number}{measure}"
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def batch(number: int, language: str | None = None) -> str:
    """``7`` → "seventh batch", "第七批". Numbers from 1 to 99; raises ValueError beyond."""
    if not 1 <= number <= 99:
        raise ValueError(f"batches are counted from 1 to 99, not {number}")
    if (language or active_language()) == CHINESE:
        return f"第{chinese_numeral(number)}批"
    word = ENGLISH_ORDINALS[number - 1] if number <= len(ENGLISH_ORDINALS) else ordinal(number, ENGLISH)
    return f"{word} batch"


def chinese_numeral(number: int) -> str:
    """``25`` → "二十五", for 0 to 99."""
    tens, ones = divmod(number, 10)
    if not tens:
        return CHINESE_DIGITS[ones]
    return (CHINESE_DIGITS[tens] if tens > 1 else "") + "十" + (CHINESE_DIGITS[ones] if ones else "")


def _below_a_million(value: Decimal, language: str) -> Figures:
    """English writes it out. Chinese says 万 only when two decimals lose nothing: 5.23万, but 63756."""
    if language == CHINESE and abs(value) >= TEN_THOUSAND:
        scaled = value / TEN_THOUSAND
        if scaled == _round(scaled, CENT, ROUND_HALF_UP):
            return Figures(scaled, "万")
    return Figures(value, "")


def _round(value: Decimal, step: Decimal, rounding: str) -> Decimal:
    return value.quantize(step, rounding=rounding, context=ARITHMETIC)
