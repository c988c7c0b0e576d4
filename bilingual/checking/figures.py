"""``number.*``, ``percent.*``, ``money.*``, ``date.*``: both languages give the same figures.

A wrong figure is the costliest mistake of a translation, and the easiest to make between two systems of
counting: 463亿 is 46.3 billion. Numbers, shares, sums and dates of both texts are read into values and paired
as a multiset; what stays alone is reported where it stands, with the likeliest counterpart.

``.missing``         said in figures by one text, by the other not at all
``.differs``         both texts say something at this place, and not the same
``.scale``           the same figures, some powers of ten apart: 万 for 亿, million for billion
``money.currency``   the same sum in another currency, or in none
``percent.sign``     the same number, a share in one text and none in the other
``percent.points``   per cent in one text, percentage points in the other
``number.spelled``   numbers in words or in 一二三 that differ (a warning)
``number.code``      words with figures in them, such as 5G (a warning)

Source: GB/T 15835 for how Chinese writes numbers; the portal's table of numbers, money and dates.
"""

from __future__ import annotations

from collections import defaultdict, deque
from decimal import Decimal
from fractions import Fraction

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking import matching
from bilingual.checking.findings import BLOCK, WARNING, Finding
from bilingual.checking.mentions import CODE, DATE, MONEY, NUMBER, PERCENT, POINTS, SHARE, Mention, Weight
from bilingual.checking.texts import Text
from bilingual.languages import ENGLISH

MISSING_IN_CHINESE = _("“{here}” is not in the Chinese text.")
MISSING_IN_ENGLISH = _("“{here}” is not in the English text.")
DIFFERS = _("“{here}” does not match “{there}” in the other language.")
SCALE = _("“{here}” and “{there}”: the same figures, but a different order of magnitude.")
CURRENCY = _("“{here}” and “{there}”: the same number, but a different currency.")
SIGN = _("“{here}” and “{there}”: one is a percentage, the other is not.")
POINTS_AND_SHARE = _("“{here}” and “{there}”: per cent and percentage points are not the same.")
SPELLED = _("“{here}” and “{there}”: are they the same number?")

Pair = tuple[Mention, Mention]


def check(english: Text, chinese: Text, found: matching.Matching, blocks: matching.Blocks) -> list[Finding]:
    """Findings on what ``found`` leaves over; each pair that differs is reported once, on the English side."""
    said_in_english = [*found.english, *(ours for ours, _theirs in found.pairs)]
    said_in_chinese = [*found.chinese, *(theirs for _ours, theirs in found.pairs)]
    unsaid = matching.unsaid(found.english, said_in_chinese)
    unsaid += matching.unsaid(found.chinese, said_in_english)
    nowhere = {id(mention) for mention in unsaid}
    in_english = _by_block(found.english, english, blocks)
    in_chinese = _by_block(found.chinese, chinese, blocks)
    findings = []
    for block in sorted({*in_english, *in_chinese}):
        pairs = [
            pair
            for pair in _opposed(in_english[block], in_chinese[block])
            if _is_doubtful(pair, nowhere, aligned=blocks.aligned)
        ]
        findings.extend(_differing(english, chinese, pair) for pair in pairs)
        opposed = {id(mention) for pair in pairs for mention in pair}
        for text, mentions in ((english, in_english[block]), (chinese, in_chinese[block])):
            alone = (
                m for m in mentions if m.weight == Weight.FIRM and id(m) in nowhere and id(m) not in opposed
            )
            findings.extend(_missing(text, mention) for mention in alone)
    return findings


def _is_doubtful(pair: Pair, nowhere: set[int], *, aligned: bool) -> bool:
    """Whether two mentions left over in one block are a mistake, though each may be said somewhere else.

    What is repeated may be repeated by one language only; but where a paragraph of each has one figure too
    many, they stand for one another.
    """
    if any(id(mention) in nowhere for mention in pair):
        return True
    ours, theirs = pair
    return aligned and ours.kind == theirs.kind and ours.weight == theirs.weight == Weight.FIRM


def _by_block(mentions: list[Mention], text: Text, blocks: matching.Blocks) -> dict[int, list[Mention]]:
    grouped: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[blocks.of(mention, text.language)].append(mention)
    return grouped


def _opposed(english: list[Mention], chinese: list[Mention]) -> list[Pair]:
    """Pairs of what is left in one block, the most alike first; among equals in their order."""
    pairs: list[Pair] = []
    for likeness in LIKENESSES:
        waiting: dict[object, deque[Mention]] = defaultdict(deque)
        for mention in chinese:
            waiting[likeness(mention)].append(mention)
        found = []
        for mention in english:
            key = likeness(mention)
            if key is not None and waiting[key]:
                found.append((mention, waiting[key].popleft()))
        taken = {id(mention) for pair in found for mention in pair}
        english = [mention for mention in english if id(mention) not in taken]
        chinese = [mention for mention in chinese if id(mention) not in taken]
        pairs.extend(found)
    return pairs


def _same_value(mention: Mention) -> object:
    """The number itself, whatever it counts: 17.3 against 17.3%, $12 against 12元."""
    value = mention.value
    return value if isinstance(value, Fraction) and mention.weight == Weight.FIRM else None


def _same_figures(mention: Mention) -> object:
    """The figures without their zeros: 46.3 billion against 46.3 million."""
    value = _same_value(mention)
    return None if not value else (mention.family, _significant(value))


def _same_sort(mention: Mention) -> object:
    return None if mention.weight == Weight.LOOSE else (mention.family, mention.kind, mention.weight)


def _same_family(mention: Mention) -> object:
    return mention.family if mention.weight == Weight.FIRM and mention.kind != CODE else None


LIKENESSES = (_same_value, _same_figures, _same_sort, _same_family)


def _significant(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):e}".partition("e")[0].rstrip("0.")


def _differing(english: Text, chinese: Text, pair: Pair) -> Finding:
    ours, theirs = pair
    rule, template, severity = _judged(ours, theirs)
    there = chinese.visible[theirs.start : theirs.end]
    return english.remark(
        rule,
        ours.start,
        ours.end,
        format_lazy(template, here=english.visible[ours.start : ours.end], there=there),
        severity=severity,
        counterpart=chinese.span(theirs.start, theirs.end),
    )


def _judged(ours: Mention, theirs: Mention) -> tuple[str, Promise, str]:
    """Rule, words and severity for two mentions that ought to agree."""
    families = {ours.family, theirs.family}
    kinds = {ours.kind, theirs.kind}
    if kinds == {CODE}:
        return "number.code", DIFFERS, WARNING
    if Weight.SOFT in (ours.weight, theirs.weight):
        return "number.spelled", SPELLED, WARNING
    if kinds == {SHARE, POINTS}:
        return "percent.points", POINTS_AND_SHARE, BLOCK
    same = ours.value == theirs.value
    if same and MONEY in families:
        return "money.currency", CURRENCY, BLOCK
    if same and PERCENT in families:
        return "percent.sign", SIGN, BLOCK
    family = ours.family if len(families) == 1 else NUMBER
    if _same_figures(ours) is not None and _same_figures(ours) == _same_figures(theirs):
        return f"{family}.scale", SCALE, BLOCK
    return f"{family}.differs", DIFFERS, BLOCK


def _missing(text: Text, mention: Mention) -> Finding:
    excerpt = text.visible[mention.start : mention.end]
    template = MISSING_IN_CHINESE if text.language == ENGLISH else MISSING_IN_ENGLISH
    is_code = mention.kind == CODE
    # "In January 2023" may be told in other words; a day is given or it is not.
    is_certain = not is_code and (mention.family != DATE or mention.kind == "day")
    return text.remark(
        "number.code" if is_code else f"{mention.family}.missing",
        mention.start,
        mention.end,
        format_lazy(template, here=excerpt),
        severity=BLOCK if is_certain else WARNING,
    )
