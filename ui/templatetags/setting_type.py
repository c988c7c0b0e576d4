"""Setting headlines: digits and their unit never part at the end of a line."""

from __future__ import annotations

import re

from django import template

register = template.Library()

WORD_JOINER = "\u2060"
_DIGIT_BEFORE_HAN = re.compile(r"(?<=[\d%])(?=[\u4e00-\u9fff])")
_RUN_ENDS = re.compile(r"\s+|(?<=[，。、：；！？…—”》）])|(?=[“《（])")
_HAN_BEFORE_DIGIT = re.compile(r"(?<=[第年月超约])(?=\d)")


@register.filter
def unparted(text: str | None) -> str:
    """A Chinese headline in which 12月10日 or 463亿元 stays on one line; English comes back unchanged.

    The joiners are characters without width (Unicode Standard Annex 14, class WJ); screen readers skip them.
    """
    joined = _DIGIT_BEFORE_HAN.sub(WORD_JOINER, text or "")
    return _HAN_BEFORE_DIGIT.sub(WORD_JOINER, joined)


@register.filter
def has_short_runs(text: str | None, room: int) -> bool:
    """Whether each run between marks fits on a line with room for so many Han: it need part after marks alone."""
    runs = (run for run in _RUN_ENDS.split(text or "") if run)
    return all(sum(1 if ord(one) > 0x2E7F else 0.6 for one in run) <= room for run in runs)
