"""The numbers, sums, shares and dates of a Chinese text.

Numbers in characters count only where they are meant as numbers: before a measure word (五家), after 第, in
a share or a sum. 两江, 三峡 and 一带一路 are names and turns of phrase.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from bilingual.checking import chinese_numerals as numerals
from bilingual.checking import codes
from bilingual.checking.mentions import (
    COUNT,
    CURRENCY_OF,
    CURRENCY_WORDS,
    DATE,
    POINTS,
    SHARE,
    Mention,
    Weight,
    clock,
    counted,
    day,
    fraction,
    month,
    months,
    order,
    with_unit,
    year,
)

N = numerals.NUMERAL
SCALE_WORDS = numerals.SCALE_WORDS
ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
TO = r" ?(?:[-–—~～至到]|——) ?"
SCALE = "|".join(sorted(numerals.SCALE_WORDS, key=len, reverse=True))
MEASURE = (
    "公里|公顷|公斤|平方|立方|小时|分钟|年|月|日|天|周|季度|季|个|家|座|条|台|辆|项|次|批|人|名|位|期|届|类|种|款|米|层|级|栋|间|套"
    "|件|颗|亩|吨|瓶|部|册|张|份|场|轮|岁|度|步|道|面|双|句|字|段|章|篇|页|块|股|支|只|枚|角|分|秒|口|站|线|路|组|队|所|处"
    "|车间|片|重|倍|成|代|方|地|国|省|市|区|县|镇|园|大|架|艘|趟|班|列|节|排|根|棵|把|碗|桌|顿|杯|份|幅|封|笔|起|宗|者"
)
PER_MILLE = "‰"
CURRENCY = "元人民币|人民币元|美元|美金|欧元|港元|港币|日元|英镑|元|人民币"
NUMBER = re.compile(
    r"(?P<sign>US\$|HK\$|[$€£¥￥]|(?:RMB|CNY|USD|EUR|HKD|人民币) ?)?(?<![\d.])"
    r"(?:(?P<order>第)|(?P<other>另外?|其他|其它|其余)|(?P<label>镜头|场景|图|表|附件)|(?<![几数]))(?P<percent>百分之)?[-−]?"
    rf"(?:(?P<arabic>{ARABIC}) ?(?:[余多几来]?(?P<scale>{SCALE})(?![米克瓦伏]))?"
    rf"(?:(?<=亿)(?P<rest>\d+(?:\.\d+)?)万)?|(?P<han>{N}{{1,16}}(?:点[零一二三四五六七八九]{{1,8}})?))"
    rf"(?:[余多几来]?(?:(?P<unit> ?[%‰]|个?百分点|{CURRENCY})|(?P<measure>{MEASURE})))?"
)
HOURS = {"下午": 12, "晚上": 12, "傍晚": 12, "晚": 12, "中午": 0, "上午": 0, "早上": 0, "凌晨": 0, "早": 0}
HALF_DAY = f"({'|'.join(HOURS)})?"


def _int(text: str) -> int | None:
    if text.isdecimal():
        return int(text)
    value = numerals.value_of(text)
    return int(value[0]) if value and value[0].denominator == 1 else None


def _days(match: re.Match) -> list[Mention] | None:
    in_month, *numbers = (_int(part.rstrip("日号")) for part in match.groups() if part)
    if in_month not in range(1, 13) or not all(number in range(1, 32) for number in numbers):
        return None
    return [day(*match.span(), in_month, number) for number in numbers]


def _iso_day(match: re.Match) -> list[Mention] | None:
    in_year, in_month, number = (int(part) for part in match.groups())
    if in_month not in range(1, 13) or number not in range(1, 32):
        return None
    return [
        year(match.start(1), match.end(1), in_year),
        day(match.start(2), match.end(3), in_month, number),
    ]


def _month(match: re.Match) -> list[Mention] | None:
    number = _int(match[1])
    return [month(*match.span(), number)] if number in range(1, 13) else None


def _months(match: re.Match) -> list[Mention] | None:
    first, last = int(match[1]), int(match[2])
    return [months(*match.span(), first, last)] if 1 <= first < last <= 12 else None


def _year(match: re.Match) -> list[Mention] | None:
    number = _int(match[1])
    return [year(*match.span(), number)] if number else None


def _decade(match: re.Match) -> list[Mention] | None:
    century, tens = _int(match[1]) if match[1] else None, _int(match[3])
    if tens is None or tens % 10:
        return None
    if match[1] is None:
        hundreds = [1900] if match[2] else [1900, 2000, 1800]
    elif century is None:
        return None
    else:
        hundreds = [(century - 1) * 100]
    return [Mention(*match.span(), DATE, tuple(("decade", base + tens) for base in hundreds))]


def _clock(match: re.Match) -> list[Mention] | None:
    half, hour, minute = match[1], int(match[2]), match[3]
    minutes = 30 if match[0].endswith("半") else int(minute or 0)
    if hour > 24 or minutes > 59:
        return None
    if hour < 12:
        hour += HOURS.get(half, 0)
    return [clock(*match.span(), hour, minutes)]


def _quarter(match: re.Match) -> list[Mention]:
    if match[1]:
        return [Mention(*match.span(), DATE, (("quarters", _int(match[1])), ("months", 1, 9)))]
    number = int(match[3]) if match[3] else _int(match[2]) or 1
    return [Mention(*match.span(), DATE, (("quarter", number),))]


def _half(match: re.Match) -> list[Mention]:
    number = 1 if match[1] == "上" else 2
    return [Mention(*match.span(), DATE, (("half", number), ("months", 6 * number - 5, 6 * number)))]


def _fraction(match: re.Match) -> list[Mention] | None:
    if match[3]:
        tenths = Fraction(1, 2) if match[3] == "半" else Fraction(_int(match[3]) or 0, 10)
        return [fraction(*match.span(), tenths)] if 0 < tenths < 1 else None
    if not match[1]:
        return [fraction(*match.span(), Fraction(1, 2), Weight.LOOSE)]
    whole, part = _int(match[1]), _int(match[2])
    return [fraction(*match.span(), Fraction(part, whole))] if whole and part is not None else None


def number(match: re.Match) -> list[Mention] | None:
    """What a match of NUMBER mentions; None for characters that are no number here."""
    start, end = match.span()
    read_value = _arabic(match) if match["arabic"] else numerals.value_of(match["han"])
    if read_value is None or match["han"] in ("零", "〇"):
        return None
    value, scale = read_value
    if match["order"]:
        weight = Weight.LOOSE if value == 1 else Weight.FIRM if match["arabic"] else Weight.SOFT
        return [order(start, match.start("measure") if match["measure"] else end, int(value), weight)]
    unit = _unit(match)
    if unit == PER_MILLE:
        return [with_unit(start, end, value / 10, SHARE)]
    if unit:
        # 1美元 is half of a rate, 亿元 the head of a column.
        is_vague = _is_vague(match, value) or (value == 1 and unit in CURRENCY_WORDS)
        return [with_unit(start, end, value, unit, scale, Weight.LOOSE if is_vague else Weight.FIRM)]
    return _counted(match, value, scale)


def _counted(match: re.Match, value: Fraction, scale: int) -> list[Mention] | None:
    """A number without a unit: characters count before a measure word or behind 图, 表 and the like."""
    if match["han"] and not (match["measure"] or match["label"]):
        return None
    weight = Weight.SOFT if match["han"] else Weight.FIRM
    if _is_vague(match, value) or match["label"]:
        weight = Weight.LOOSE
    end = match.start("measure") if match["measure"] else match.end()
    mention = counted(match.start(), end, value, scale, weight)
    if match["other"]:
        # 另外四家 are five with the one named before.
        return [replace(mention, keys=(*mention.keys, (COUNT, value + 1)))]
    if match["measure"] == "级" and scale >= 10**8:
        # 千亿级产业: a size of industries is one in yuan.
        return [replace(mention, keys=(*mention.keys, ("CNY", value)))]
    return [mention]


def _is_vague(match: re.Match, value: Fraction) -> bool:
    """千余家, 亿元: sizes, not numbers; 一 is an article as often as a number."""
    return bool(match["han"]) and (value == 1 or match["han"][0] in "百千万亿")


def _arabic(match: re.Match) -> tuple[Fraction, int]:
    scale = numerals.SCALE_WORDS.get(match["scale"], 1)
    value = Fraction(match["arabic"].replace(",", "")) * scale
    return value + Fraction(match["rest"] or 0) * 10**4, scale


def _unit(match: re.Match) -> str | None:
    """What the number counts: a share, points, per mille or a currency."""
    unit = (match["unit"] or "").strip()
    if match["percent"] or unit == "%":
        return SHARE
    if unit.endswith("百分点"):
        return POINTS
    if unit == PER_MILLE:
        return unit
    sign = (match["sign"] or "").strip()
    # "人民币12亿元" and "$1.2亿": the sign decides unless the word behind is more exact.
    return CURRENCY_OF.get(unit) or CURRENCY_OF.get(sign)


STEPS = [
    (re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)"), _iso_day),
    (
        re.compile(
            rf"((?:\d{{1,2}}|{N}{{1,2}}))月(\d{{1,2}}(?:[日号]|(?![\d.%]))|{N}{{1,3}}[日号])(?:{TO}(\d{{1,2}})[日号])?"
        ),
        _days,
    ),
    (re.compile(rf"(?<!\d)(\d{{1,2}})月?{TO}(\d{{1,2}})月(?!\d)"), _months),
    (
        re.compile(rf"(?:(\d\d|{N}{{1,3}})世纪|(上世纪))?((?:\d0|[二三四五六七八九]十))年代"),
        _decade,
    ),
    (re.compile(r"(?<!\d)(\d{4}|[〇零一二三四五六七八九]{4}) ?年"), _year),
    (re.compile(r"(?<!\d)((?<=年)[一二三四五六七八九十]{1,2}|\d{1,2})月"), _month),
    (re.compile(rf"{HALF_DAY}(?<![\d.:：])(\d{{1,2}})[:：](\d\d)(?!\d)"), _clock),
    (re.compile(rf"{HALF_DAY}(?<![\d.])(\d{{1,2}})[时点](?![间段评])(?:(\d{{1,2}})分|半)?"), _clock),
    (re.compile(r"前([三3])个?季度|第?([一二三四1-4])季度|首季|Q([1-4])(?!\d)"), _quarter),
    (re.compile(r"([上下])半年"), _half),
    (
        re.compile(r"(?<!\d)(\d\d|[二十一]{1,3})世纪"),
        lambda m: [Mention(*m.span(), DATE, (("century", _int(m[1]) or 0),), Weight.SOFT)],
    ),
    (
        re.compile(
            rf"(?!百分)(\d{{1,9}}|{N}{{1,9}})分之(\d{{1,9}}|{N}{{1,9}})|([二两三四五六七八九半])成(?![立为熟果本员份型都功])|一半|半数|过半"
        ),
        _fraction,
    ),
    (codes.PATTERN, codes.read),
    (NUMBER, number),
]
