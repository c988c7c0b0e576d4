"""``direction.differs`` and ``comparator.*``: what is said about a number that both texts give.

The figure can be right and the sentence wrong: up 17.3% is not 下降17.3%, "over 1,000" is not 近1000. Looked
for beside each pair of numbers that agree, within the clause: the words of direction in front of the
number or else behind it, the words that say how exact it is right at its sides.

``direction.differs``   one text says more, the other less
``comparator.differs``  over against nearly, about against at most
``comparator.missing``  a bound that the other text turns into an exact number

All are warnings, since languages have more ways to say so than any list.
"""

from __future__ import annotations

import re

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bilingual.checking.findings import Finding
from bilingual.checking.mentions import CODE, DATE, ORDER, Mention, Weight
from bilingual.checking.texts import Text
from bilingual.languages import CHINESE, ENGLISH

DIRECTION = _("“{here}” and “{there}” point in opposite directions.")
COMPARATOR = _("“{here}” and “{there}” do not make the same comparison.")
EXACT_IN_CHINESE = _("“{here}” is an exact number in the Chinese text: “{there}”.")
EXACT_IN_ENGLISH = _("“{here}” is an exact number in the English text: “{there}”.")

REACH = 40
UP, DOWN = "up", "down"
OVER, UNDER, ABOUT = "over", "under", "about"

CLAUSE_EDGE = {
    ENGLISH: re.compile(r"[,;:!?()\n]|\.(?=\s|\Z)|\b(?:and|but|while|whereas)\b"),
    CHINESE: re.compile(r"[，。；：！？、（）\n]|,(?!\d)|而"),
}
DIRECTIONS = {
    ENGLISH: re.compile(
        r"\b(?:(?P<up>up(?= (?:by |about |over |nearly |almost |some |more than )?[-−$\d])|ris(?:es?|en|ing)|rose"
        r"|gr(?:ew|own?|owing|owth)|increas\w*|climb\w*|gain(?:s|ed)?|jump(?:s|ed)?|surg(?:es?|ed|ing)|higher"
        r"|above(?= (?:that|the|last|a year))|expand\w*)"
        r"|(?P<down>down(?= (?:by |about |over |nearly |almost |some |more than )?[-−$\d])|fell|falls?|fallen|falling"
        r"|declin\w*|decreas\w*|drop(?:s|ped|ping)?|reduc\w*|shr[aiu]nk\w*|lower(?:ed|ing)?"
        r"|below(?= (?:that|the|last|a year))|slump\w*|slid|cut(?:s|ting)?))\b",
        re.IGNORECASE,
    ),
    CHINESE: re.compile(
        "(?P<up>增长|增加|增至|增到|增幅|上升|升至|升到|升幅|提高|提升|上涨|涨幅|攀升|高出|扩大|同比增|增(?=[-−约近超逾]?[0-9一二三四五六七八九十百]))"
        "|(?P<down>下降|减少|减至|降低|降至|降到|降幅|下滑|回落|下跌|跌幅|缩减|收窄|萎缩|压缩|同比降|[降减跌](?=[-−约近超逾]?[0-9一二三四五六七八九十百]))"
    ),
}
MINUS = re.compile(r"[-−](?=\d)")
LEADS = {
    ENGLISH: re.compile(
        r"(?P<over>\b(?:(?<!spread )over|more than|above|exceed(?:s|ed|ing)?|at least|no less than|not less than"
        r"|beyond|upwards of))"
        r"|(?P<under>\b(?:nearly|almost|near|close to|(?<!add )(?<!adds )(?<!added )(?<!adding )up to|under|below"
        r"|less than|fewer than|at most|no more than|not more than))"
        r"|(?P<about>\b(?:about|around|some|approximately|roughly|circa|c\.))",
        re.IGNORECASE,
    ),
    CHINESE: re.compile(
        "(?P<over>超过|超|逾|突破|不低于|不少于|至少|高于|多于|大于)|(?P<under>接近|将近|近|最高|最多|不超过|不足|不到|低于|少于|小于|至多)"
        "|(?P<about>大约|(?<![签合预节契条违制])约|大概)"
    ),
}
LEAD_GAP = re.compile(
    r"[ $¥-]?(?:every|each|the|an?|US|RMB|CNY|人民币|达|到|为|有|占(?:全[市国区])?|每|[\u4e00-\u9fff]{1,6}的)?[ $¥-]?",
    re.IGNORECASE,
)
#: "Over two days" tells how long something lasts as often as that it lasts longer.
DURATION = re.compile(r"[ -](?:minute|hour|day|week|month|year|decade)s?\b")
TAILS = {
    ENGLISH: re.compile(
        r"(?P<over>\+(?!\d)| or more| plus\b| and (?:more|above|over))"
        r"|(?P<under> or (?:less|fewer))|(?P<about> or so\b)"
    ),
    CHINESE: re.compile(
        r"[^，。；、（的\n]{0,3}?(?:(?P<over>以上|有余)|(?P<under>以下|以内)|(?P<about>左右|上下))"
    ),
}
INNER = re.compile("(?<=[0-9十百千万亿])(?P<over>[余多几])")


def check(english: Text, chinese: Text, pairs: list[tuple[Mention, Mention]]) -> list[Finding]:
    """Findings on pairs of mentions that agree in their figures."""
    findings = []
    for ours, theirs in pairs:
        if Weight.LOOSE in (ours.weight, theirs.weight) or ours.family == DATE or ours.kind in (CODE, ORDER):
            continue
        finding = _direction(english, chinese, ours, theirs) or _comparator(english, chinese, ours, theirs)
        if finding:
            findings.append(finding)
    return findings


def _direction(english: Text, chinese: Text, ours: Mention, theirs: Mention) -> Finding | None:
    here, there = _direction_of(english, ours), _direction_of(chinese, theirs)
    if here is None or there is None or here[0] == there[0]:
        return None
    return english.remark(
        "direction.differs",
        ours.start,
        ours.end,
        format_lazy(DIRECTION, here=here[1], there=there[1]),
        counterpart=chinese.span(theirs.start, theirs.end),
    )


def _direction_of(text: Text, mention: Mention) -> tuple[str, str] | None:
    """UP or DOWN, and the word that says so: the last before the number in its clause, else the first after."""
    if mention.family == "percent" and MINUS.search(text.visible, mention.start, mention.end):
        return DOWN, text.visible[mention.start : mention.end]
    edge, words = CLAUSE_EDGE[text.language], DIRECTIONS[text.language]
    start = max(mention.start - REACH, 0)
    for found in edge.finditer(text.visible, start, mention.start):
        start = found.end()
    before = list(words.finditer(text.visible, start, mention.end))
    if before:
        return before[-1].lastgroup, before[-1][0]
    stop = edge.search(text.visible, mention.end, mention.end + REACH)
    after = words.search(text.visible, mention.end, stop.start() if stop else mention.end + REACH)
    return (after.lastgroup, after[0]) if after else None


def _comparator(english: Text, chinese: Text, ours: Mention, theirs: Mention) -> Finding | None:
    here, there = _comparator_of(english, ours), _comparator_of(chinese, theirs)
    said_here = english.visible[ours.start : ours.end]
    said_there = chinese.visible[theirs.start : theirs.end]
    if here == there or not (here or there):
        return None
    if not (here and there) and Weight.SOFT in (ours.weight, theirs.weight):
        # "Ten minutes" and 十分钟左右: numbers in words are seldom meant to be exact.
        return None
    if here and there:
        rule, words = "comparator.differs", format_lazy(COMPARATOR, here=said_here, there=said_there)
    elif here:
        rule, words = "comparator.missing", format_lazy(EXACT_IN_CHINESE, here=said_here, there=said_there)
    else:
        words = format_lazy(EXACT_IN_ENGLISH, here=said_there, there=said_here)
        return chinese.remark(
            "comparator.missing",
            theirs.start,
            theirs.end,
            words,
            counterpart=english.span(ours.start, ours.end),
        )
    return english.remark(
        rule, ours.start, ours.end, words, counterpart=chinese.span(theirs.start, theirs.end)
    )


def _comparator_of(text: Text, mention: Mention) -> str | None:
    inner = INNER.search(text.visible, mention.start, mention.end + 1)
    if inner and text.language != ENGLISH:
        return inner.lastgroup
    lead = None
    for found in LEADS[text.language].finditer(text.visible, max(mention.start - 24, 0), mention.start):
        lead = found
    if lead and LEAD_GAP.fullmatch(text.visible, lead.end(), mention.start):
        lasts = lead[0].lower() == "over" and DURATION.match(text.visible, mention.end)
        return None if lasts else lead.lastgroup
    tail = TAILS[text.language].match(text.visible, mention.end)
    return tail.lastgroup if tail else None
