"""A seeded set of translation errors: true sentence pairs of our own, each spoilt in one known way.

``seeded_errors(200)`` gives the same errors each time, the kinds in turn. An error tells which families of
rules may report it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import cycle

from bilingual.checking import NamePair, Term

SEED = 33618
PAIRS = [
    (
        "On Aug 18, 2021, 25 projects worth 46.3 billion yuan ($6.95 billion) were signed online.",
        "2021年8月18日，25个项目在线上签约，总投资463亿元（69.5亿美元）。",
    ),
    (
        "The district covers about 1,360 square kilometres. It has 3.52 million inhabitants.",
        "全区面积约1360平方公里。常住人口352万人。",
    ),
    (
        "Industrial output reached 316.12 billion yuan, up 29.4% year on year.",
        "工业总产值达到3161.2亿元，同比增长29.4%。",
    ),
    (
        "Car output in the municipality was down 17.3%. Electronics grew by 19.2%.",
        "全市汽车产量下降17.3%。电子产业增长19.2%。",
    ),
    (
        "Changan Automobile sold 63,756 cars of the UNI line in the first half of 2021.",
        "2021年上半年，长安汽车售出UNI系列汽车63756辆。",
    ),
    (
        "Sany Heavy Machinery invested 5 billion yuan in the base. It can build 28,000 excavators a year.",
        "三一重机投资50亿元建设基地。年产挖掘机2.8万台。",
    ),
    (
        "The plant of Seres Automobile has over 1,000 robots in five workshops.",
        "赛力斯汽车的工厂有1000余台机器人，分布在五个车间。",
    ),
    (
        "The share rose by 10 percentage points to 52.2% in the third quarter.",
        "第三季度，这一占比提高10个百分点，达到52.2%。",
    ),
    (
        "The seventh batch of little giants was announced on July 14, 2025; it names 12 enterprises here.",
        "2025年7月14日公布了第七批小巨人企业名单，本区有12家。",
    ),
    (
        '<p>Ask the <a href="/en/contact/">service desk</a> or call +86-23-67573829.</p>',
        '<p>请咨询<a href="/zh-hans/contact/">服务专员</a>，或致电023-67573829。</p>',
    ),
    (
        '<p>Write to invest@liangjiang.example. The form is <a href="/en/forms/inquiry/">online</a>.</p>',
        '<p>来信请寄invest@liangjiang.example。表格可<a href="/zh-hans/forms/inquiry/">在线填写</a>。</p>',
    ),
    (
        "Fanuc put 100 million yuan into a centre on 30 mu (2 hectares) of land in Shuitu.",
        "发那科在水土投资1亿元建设技术中心，占地30亩（2公顷）。",
    ),
    (
        "HKC makes display panels; a third of them, over 10 million a year, go abroad.",
        "惠科生产显示面板，其中三分之一、每年超1000万片销往海外。",
    ),
    (
        "The works were founded in the 1960s. About 80% of the machines are new.",
        "工厂创办于20世纪60年代。约80%的设备是新的。",
    ),
    (
        "The network counted 224 factories in January 2026, 101 of them in China.",
        "2026年1月，全球共有224家工厂入选，其中中国101家。",
    ),
    (
        "High-tech enterprises pay 15% income tax. The ordinary rate is 25%.",
        "高新技术企业所得税税率为15%。一般税率为25%。",
    ),
    (
        "The fair runs from Sept 5 to 8, 2025, daily from 9:00 to 17:30.",
        "展会于2025年9月5日至8日举行，每天9:00至17:30开放。",
    ),
    (
        "Freight trains left 2,100 times last year and took nearly 180,000 containers to Europe.",
        "去年共开行货运班列2100列，向欧洲运送近18万个集装箱。",
    ),
    (
        "A standard workshop of 12,000 square metres rents at 18 yuan a month per square metre.",
        "标准厂房1.2万平方米，每平方米月租18元。",
    ),
    (
        "Foreign trade came to $4.4 billion, a fall of 3.1% against 2022.",
        "外贸总额44亿美元，比2022年下降3.1%。",
    ),
    (
        "The Liangjiang New Area is the first national new area inland, set up on June 18, 2010.",
        "两江新区是内陆首个国家级新区，2010年6月18日挂牌成立。",
    ),
    (
        "Zongshen Power says the smart line works twice as fast and finds its own errors 11 times as well.",
        "宗申动力介绍，智能生产线效率是原来的两倍，发现自身差错的能力是原来的11倍。",
    ),
    (
        "A lighthouse factory is no title for life. Twelve were taken off the list in 2024.",
        "灯塔工厂不是终身称号。2024年有十二家被移出名单。",
    ),
    (
        "Registered capital must be at least 5 million yuan; the fee is 300 yuan.",
        "注册资本不低于500万元，收费标准为300元。",
    ),
    (
        "The administrative committee decides within 20 working days (see page 4).",
        "管理委员会在20个工作日内作出决定（见第4页）。",
    ),
    (
        "BOE doubled its order: 5G modules worth 650 million yuan, delivered by Dec 31, 2024.",
        "京东方把订单翻了一番：价值6.5亿元的5G模组，2024年12月31日前交付。",
    ),
    (
        "In the first three quarters of 2023 the industrial park created 4,800 jobs. Wages increased by 6.5%.",
        "2023年前三季度，产业园区新增就业4800人。工资增长6.5%。",
    ),
    (
        "“We answer within two days,” says the desk; 98% of the 1,260 letters got a reply.",
        "“两天之内答复。”服务专员说，1260封来信有98%得到回复。",
    ),
    (
        "Power costs 0.62 yuan a kilowatt-hour, water 4.1 yuan a cubic metre.",
        "电价每千瓦时0.62元，水价每立方米4.1元。",
    ),
    (
        "The fourth phase adds 1.5 billion yuan and 900 jobs; exports are to exceed 40% of sales.",
        "四期追加投资15亿元、新增岗位900个，出口将超过销售额的40%。",
    ),
]
NAMES = [
    NamePair(
        ("Changan Automobile", "Changan"),
        ("长安汽车", "长安"),
        ("Chang'an Automobile", "Changan Auto", "常安汽车"),
    ),
    NamePair(
        ("Sany Heavy Machinery", "Sany", "SANY"),
        ("三一重机", "三一"),
        ("Sanyi Heavy Machinery", "三一重工机械"),
    ),
    NamePair(
        ("Seres Automobile", "Seres", "SERES"), ("赛力斯汽车", "赛力斯"), ("SAILISI Automobile", "塞力斯汽车")
    ),
    NamePair(("Fanuc",), ("发那科",), ("法那科",)),
    NamePair(("HKC",), ("惠科",)),
    NamePair(("Zongshen Power", "Zongshen"), ("宗申动力", "宗申"), ("宗深动力",)),
    NamePair(("BOE",), ("京东方",)),
]
TERMS = [
    Term(
        "Liangjiang New Area",
        "两江新区",
        ("Liangjiang", "New Area", "两江", "新区"),
        ("Liangjiang New Zone", "两江新城"),
    ),
    Term("little giant", "小巨人", banned=("small giant",)),
    Term("lighthouse factory", "灯塔工厂", ("lighthouse", "灯塔"), ("beacon factory", "灯塔厂")),
    Term("high-tech enterprise", "高新技术企业", banned=("hi-tech enterprise", "高科技术企业")),
    Term("administrative committee", "管理委员会", ("管委会",), ("management committee",)),
    Term("standard workshop", "标准厂房", banned=("normal workshop", "普通厂房")),
    Term("industrial park", "产业园区", ("产业园",), ("industry park",)),
    Term("registered capital", "注册资本", banned=("注册资金",)),
]
FIGURES = frozenset(("number", "percent", "money", "date"))
TRADITIONAL = dict(zip("区总产业车线发电长资个设", "區總產業車線發電長資個設", strict=True))
LEFT_IN_ENGLISH = (
    "according to the report",
    "in the first phase",
    "will be announced later",
    "subject to approval",
)
LEFT_IN_CHINESE = ("总投资", "签约仪式", "据介绍", "本站讯")

Pair = tuple[str, str]
Spoil = Callable[[Pair, random.Random], Pair | None]


@dataclass(frozen=True)
class Error:
    """A pair with one mistake in it, and the families of rules that would be right to report it."""

    kind: str
    english: str
    chinese: str
    families: frozenset[str]


def seeded_errors(count: int) -> list[Error]:
    """``count`` different errors, always the same, the kinds in turn."""
    chance = random.Random(SEED)
    errors: dict[Pair, Error] = {}
    for kind, (spoil, families) in cycle(KINDS.items()):
        if len(errors) == count:
            return list(errors.values())
        for _attempt in range(60):
            pair = chance.choice(PAIRS)
            spoilt = spoil(pair, chance)
            if spoilt and spoilt != pair and spoilt not in errors:
                errors[spoilt] = Error(kind, *spoilt, frozenset(families))
                break
    raise AssertionError("the kinds never run out")


def _swap(side: int, pattern: str, replace: Callable[[re.Match, random.Random], str]) -> Spoil:
    """Replace one match of ``pattern`` on one side, chosen at random."""

    def spoil(pair: Pair, chance: random.Random) -> Pair | None:
        matches = list(re.finditer(pattern, pair[side]))
        if not matches:
            return None
        match = chance.choice(matches)
        text = pair[side][: match.start()] + replace(match, chance) + pair[side][match.end() :]
        return (text, pair[1]) if side == 0 else (pair[0], text)

    return spoil


def _either(*spoils: Spoil) -> Spoil:
    def spoil(pair: Pair, chance: random.Random) -> Pair | None:
        for attempt in chance.sample(spoils, len(spoils)):
            spoilt = attempt(pair, chance)
            if spoilt:
                return spoilt
        return None

    return spoil


def _other(options: str) -> Callable[[re.Match, random.Random], str]:
    return lambda match, chance: chance.choice([option for option in options.split() if option != match[0]])


def _other_digit(match: re.Match, chance: random.Random) -> str:
    return chance.choice([digit for digit in "123456789" if digit != match[0]])


def _other_number(match: re.Match, chance: random.Random) -> str:
    return str(chance.choice([number for number in range(1, 13) if str(number) != match[0]]))


def _dropped_sentence(pair: Pair, chance: random.Random) -> Pair | None:
    side = chance.randrange(2)
    sentences = re.findall(r"[^。]+。" if side else r"\S.+?\.(?= |$|<)", pair[side])
    with_figures = [sentence for sentence in sentences if re.search(r"\d", sentence)]
    if len(sentences) < 2 or not with_figures or "<" in pair[side]:
        return None
    text = pair[side].replace(chance.choice(with_figures), "").strip()
    return (pair[0], text) if side else (text, pair[1])


def _other_name(pair: Pair, chance: random.Random) -> Pair | None:
    side = chance.randrange(2)
    for name in NAMES:
        names = name.chinese if side else name.english
        if names[0] in pair[side]:
            other = chance.choice([one for one in NAMES if one is not name])
            text = pair[side].replace(names[0], (other.chinese if side else other.english)[0])
            return (pair[0], text) if side else (text, pair[1])
    return None


def _banned(entries: list, good: Callable[[object], tuple[str, str]]) -> Spoil:
    def spoil(pair: Pair, chance: random.Random) -> Pair | None:
        for entry in chance.sample(entries, len(entries)):
            for banned in chance.sample(entry.banned, len(entry.banned)):
                side = 0 if banned.isascii() else 1
                text, changes = re.subn(re.escape(good(entry)[side]), banned, pair[side], flags=re.IGNORECASE)
                if changes:
                    return (pair[0], text) if side else (text, pair[1])
        return None

    return spoil


def _traditional(pair: Pair, chance: random.Random) -> Pair | None:
    found = [character for character in pair[1] if character in TRADITIONAL]
    if not found:
        return None
    character = chance.choice(found)
    return pair[0], pair[1].replace(character, TRADITIONAL[character])


KINDS: dict[str, tuple[Spoil, tuple[str, ...] | frozenset[str]]] = {
    "another digit in Chinese": (
        _swap(1, r"(?<![A-Z@/\d-])[1-9](?![\d-]*-\d)", _other_digit),
        FIGURES | {"phone"},
    ),
    "another digit in English": (
        _swap(0, r"(?<![A-Z@/+])(?<!-)[1-9](?!\d*-)", _other_digit),
        FIGURES | {"phone"},
    ),
    "wrong scale in Chinese": (_swap(1, "[亿万](?=[元美人台片平])", _other("亿 万")), FIGURES),
    "wrong scale in English": (
        _swap(0, "thousand|million|billion", _other("million billion trillion")),
        FIGURES,
    ),
    "sentence left out": (_dropped_sentence, FIGURES),
    "wrong day": (_swap(1, r"\d+(?=日)", _other_number), ("date", "number")),
    "wrong month": (_swap(1, r"\d+(?=月)", _other_number), ("date", "number")),
    "wrong year": (
        _swap(1, r"20\d\d(?=年)", lambda m, chance: str(int(m[0]) + chance.choice((-10, -1, 1)))),
        ("date",),
    ),
    "currency swapped": (
        _either(
            _swap(1, "(?<=[亿万])美元", lambda m, _c: "元"),
            _swap(1, "(?<=[亿万])元", lambda m, _c: "美元"),
            _swap(0, "yuan", lambda m, _c: "dollars"),
        ),
        ("money",),
    ),
    "direction turned": (
        _either(
            _swap(1, "增长|提高", lambda m, _c: "下降"),
            _swap(1, "下降", lambda m, _c: "增长"),
            _swap(0, r"\bup(?= \d)|grew|increased", lambda m, _c: {"up": "down"}.get(m[0], "fell")),
        ),
        ("direction",),
    ),
    "per cent lost": (_swap(1, r"(?<=\d)%", lambda m, _c: ""), ("percent",)),
    "points and per cent": (
        _either(
            _swap(1, r"个百分点", lambda m, _c: "%"),
            _swap(0, r" percentage points", lambda m, _c: "%"),
            _swap(1, r"(?<=\d)%", lambda m, _c: "个百分点"),
        ),
        ("percent",),
    ),
    "bound turned": (
        _swap(1, "超过|超(?!过)|不低于|近(?=\\d)", lambda m, _c: "近" if m[0] != "近" else "超"),
        ("comparator",),
    ),
    "spelled number": (
        _either(
            _swap(1, "(?<=[在有])[五十]二?(?=[个家])|(?<=第)七(?=批)|(?<=三分之)一", _other("三 六 八 九")),
            _swap(
                0,
                "(?i)five|seventh|two(?= days)|twelve",
                lambda m, _c: "eighth" if m[0].endswith("th") else "nine",
            ),
        ),
        FIGURES,
    ),
    "quarter or half": (
        _either(_swap(1, "上半年", lambda m, _c: "下半年"), _swap(1, "三(?=季度)", _other("一 二 四"))),
        ("date",),
    ),
    "another name": (_other_name, ("name",)),
    "banned name": (_banned(NAMES, lambda one: (one.english[0], one.chinese[0])), ("name",)),
    "banned term": (_banned(TERMS, lambda one: (one.english, one.chinese)), ("term",)),
    "half-width mark": (
        _swap(
            1,
            "(?<=[^\\d])[，；：](?=[^\\d“])|。(?!$)",
            lambda m, _c: {"，": ",", "；": ";", "：": ":", "。": "."}[m[0]],
        ),
        ("punctuation",),
    ),
    "half-width brackets": (_swap(1, "（[^）]*）", lambda m, _c: f"({m[0][1:-1]})"), ("punctuation",)),
    "full-width mark": (
        _swap(0, "[,;:] ", lambda m, _c: {",": "，", ";": "；", ":": "："}[m[0][0]]),
        ("punctuation",),
    ),
    "straight quotes": (_swap(1, "“[^”]*”", lambda m, _c: f'"{m[0][1:-1]}"'), ("punctuation",)),
    "lost bracket": (
        _either(_swap(1, "[（）“”]", lambda m, _c: ""), _swap(0, "[()“”]", lambda m, _c: "")),
        ("punctuation",),
    ),
    "typed space": (
        _either(
            _swap(1, r"(?<=[\u4e00-\u9fff])(?=\d)", lambda m, _c: " "),
            _swap(1, r"(?<=\d)(?=[\u4e00-\u9fff])", lambda m, _c: " "),
            _swap(0, r"(?<=\w)(?=, )", lambda m, _c: " "),
        ),
        ("punctuation",),
    ),
    "mark twice": (
        _either(_swap(1, "[，。]", lambda m, _c: m[0] * 2), _swap(0, "[,;](?= )", lambda m, _c: m[0] * 2)),
        ("punctuation",),
    ),
    "phrase left in English": (
        _swap(1, "(?<=[，。])|(?=。)", lambda m, chance: chance.choice(LEFT_IN_ENGLISH)),
        ("leftover",),
    ),
    "phrase left in Chinese": (
        _swap(0, "(?<=[a-z]) (?=[a-z])(?![^<]*>)", lambda m, chance: f" {chance.choice(LEFT_IN_CHINESE)} "),
        ("leftover",),
    ),
    "traditional form": (_traditional, ("characters",)),
    "full-width figure": (_swap(1, r"\d", lambda m, _c: chr(ord(m[0]) + 0xFEE0)), ("characters",)),
    "telephone": (_swap(1, r"(?<=6757)\d|(?<=675738)\d", _other_digit), ("phone",)),
    "e-mail": (_swap(1, "invest@|liangjiang(?=.ex)", lambda m, _c: m[0].replace("n", "m")), ("email",)),
    "link": (
        _either(
            _swap(1, 'href="[^"]*"', lambda m, _c: 'href="/zh-hans/news/"'),
            _swap(1, r"<a [^>]*>", lambda m, _c: ""),
        ),
        ("link",),
    ),
    "part number": (_swap(1, "5G", _other("4G 6G")), ("number",)),
}
