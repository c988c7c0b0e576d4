"""What the style guide shows in its components: content that is awkward on purpose, in both languages.

None of it is news. The records are plain objects with the attributes that the components read, because this block
knows no feature.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from bilingual.languages import CHINESE, active_language
from bilingual.money import Money
from bilingual.periods import Period
from bilingual.quantities import Quantity
from media_library.models import Image
from ui.pagination import Page

MOMENT = datetime(2026, 11, 21, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


def _words(english: str, chinese: str) -> str:
    return chinese if active_language() == CHINESE else english


def _address() -> str:
    return "#specimen"


def article(
    headline: str, summary: str = "", image: Image | None = None, kind: str = "story"
) -> SimpleNamespace:
    return SimpleNamespace(
        headline=headline,
        short_headline=headline,
        summary=summary,
        image=image,
        kind=kind,
        dated_at=MOMENT,
        column=SimpleNamespace(name=_words("Local", "本地新闻")),
        get_absolute_url=_address,
    )


def articles(landscape: Image | None, portrait: Image | None) -> list[SimpleNamespace]:
    """A headline of 120 characters or 40 Han, one of two words, a portrait picture, and no picture."""
    summary = _words(
        "A summary tells in two sentences what happened and why it matters to a reader who is far away. "
        "It names places and dates.",
        "摘要用两句话告诉远方的读者发生了什么、为什么重要。它写明地点和日期。",
    )
    return [
        article(
            _words(
                "A headline that nobody shortened runs to one hundred and twenty characters and must still break "
                "into lines of even length",
                "一条没有人删减过的四十个汉字长标题在任何宽度的屏幕上都必须断得均匀并且不在行末留下单独一个字",
            ),
            summary,
            landscape,
        ),
        article(_words("Short one", "短标题"), summary, portrait, "gallery"),
        article(_words("A story that has no picture", "没有图片的一则报道"), summary),
    ]


def award(
    badge: str, standing: str, level: str, scheme: str = "", ends: date | None = None
) -> SimpleNamespace:
    return SimpleNamespace(
        standing=standing,
        standing_label=_words(standing, {"lapsed": "已失效", "candidate": "培育"}.get(standing, standing)),
        valid_until=ends,
        level=SimpleNamespace(
            key="level",
            name=level,
            scheme=SimpleNamespace(badge=badge, name=scheme or level, get_absolute_url=_address),
        ),
    )


def awards() -> list[SimpleNamespace]:
    """Twelve badges: every shape, every state."""
    kinds = [
        ("lighthouse", "Global Lighthouse Network", "全球灯塔网络"),
        ("little-giant", "“Little giant”", "专精特新“小巨人”企业"),
        ("champion", "National single champion", "国家级单项冠军"),
        ("smart-factory", "Smart factory", "智能工厂"),
        ("green-factory", "National green factory", "国家级绿色工厂"),
        ("unicorn", "Unicorn", "独角兽企业"),
        ("high-tech", "High-tech enterprise", "高新技术企业"),
        ("generic", "Municipal demonstration", "市级示范"),
    ]
    ranks = {
        "lighthouse": _words("member", "成员"),
        "smart-factory": _words("excellent level", "卓越级"),
    }
    held = [
        award(badge, "awarded", ranks.get(badge, _words(english, chinese)), _words(english, chinese))
        for badge, english, chinese in kinds
    ]
    sought = [award(badge, "candidate", _words(english, chinese)) for badge, english, chinese in kinds[:2]]
    lapsed = [
        award(badge, "lapsed", _words(english, chinese), ends=date(2022, 6, 30))
        for badge, english, chinese in kinds[1:3]
    ]
    return held + sought + lapsed


def enterprises(image: Image | None) -> list[SimpleNamespace]:
    names = [
        ("Chongqing Zongshen Power", "宗申动力"),
        (
            "An Enterprise with a Very Long Registered Name and a Branch for Research and Manufacturing in Chongqing",
            "名称很长而且设有研发制造分公司的一家重庆示例股份有限公司",
        ),
    ]
    return [
        SimpleNamespace(
            short_name=_words(english, chinese),
            short_name_en=english,
            short_name_zh_hans=chinese,
            activity=_words("Engines and small power machinery", "发动机和小型动力机械"),
            image=picture,
            awards=SimpleNamespace(all=list_of),
            get_absolute_url=_address,
        )
        for (english, chinese), picture, list_of in zip(
            names, (image, None), (awards()[:2], awards()), strict=True
        )
    ]


def source() -> SimpleNamespace:
    return SimpleNamespace(
        name=_words("Liangjiang New Area English portal", "两江新区英文门户"),
        url="https://example.org/",
        dated_on=Period.parse("2021-10-28"),
    )


def figures() -> list[SimpleNamespace]:
    """Figures from a percentage to one of thirteen digits."""
    rows = [
        (
            Money(Decimal("316120000000"), usd_as_printed=Decimal("47420000000")),
            "Industrial output",
            "工业产值",
        ),
        (Quantity(Decimal("63756"), "vehicles"), "Vehicles made", "汽车产量"),
        (Money(Decimal("1234567890123")), "A figure of thirteen digits", "十三位的数字"),
        (Quantity(Decimal("17.3"), "percent"), "Share", "占比"),
    ]
    return [
        SimpleNamespace(
            amount=amount, indicator=_words(english, chinese), as_of=Period.parse("2021-Q3"), source=source()
        )
        for amount, english, chinese in rows
    ]


def event() -> SimpleNamespace:
    return SimpleNamespace(
        name=_words("Open day for investors", "投资者开放日"),
        get_kind_display=_words("open day", "开放日"),
        get_format_display=_words("on site", "线下"),
        format="onsite",
        venue=_words("Yuelai International Expo Centre", "悦来国际博览中心"),
        summary="",
        starts_on=date(2026, 12, 10),
        is_over=False,
        is_sample=True,
        get_absolute_url=_address,
    )


def stages() -> list[dict[str, str]]:
    words = [
        ("Signed", "签约", "2021-08-18", "reached"),
        ("Registered", "注册", "2021-11", "reached"),
        ("Construction started", "开工", "2022-03", "last"),
        ("Completed", "竣工", "", "ahead"),
        ("In production", "投产", "", "ahead"),
        ("At full capacity", "达产", "", "ahead"),
    ]
    return [
        {"label": _words(english, chinese), "date": Period.parse(on).say() if on else "", "state": state}
        for english, chinese, on, state in words
    ]


def timeline() -> list[dict]:
    words = [
        ("2019-09-26", "Opening", "开业", "A technology centre opens", "技术中心开业", "event"),
        ("2021-08", "Designation", "资质", "Named a candidate", "列入培育名单", "award"),
        ("2027", "Expected", "预计", "Production is to begin", "计划投产", "expected"),
    ]
    return [
        {
            "date": Period.parse(on).say(),
            "kind": _words(kind_en, kind_zh),
            "title": _words(title_en, title_zh),
            "mark": mark,
            "source": source(),
        }
        for on, kind_en, kind_zh, title_en, title_zh, mark in words
    ]


def quote() -> SimpleNamespace:
    return SimpleNamespace(
        text=_words(
            "A quotation stands in the words of its speaker, with the title held on that day",
            "引语用讲话人自己的话，并写明当时的职务",
        ),
        speaker=_words("Name of the speaker", "讲话人姓名"),
        speaker_title=_words("Title then held, organisation", "当时职务，单位"),
        said_on=Period.parse("2021-08-18"),
        link="",
    )


def facets() -> list[dict]:
    options = [
        ("Automotive electronics", "汽车电子", 12, True),
        ("Integrated circuits", "集成电路", 7, False),
        ("Smart robots", "智能机器人", 0, False),
    ]
    return [
        {
            "name": "industry",
            "label": _words("Industry", "产业"),
            "options": [
                {"value": str(place), "label": _words(english, chinese), "count": count, "is_chosen": chosen}
                for place, (english, chinese, count, chosen) in enumerate(options)
            ],
        }
    ]


def table() -> dict:
    rows = [("2021-09", "90", "31"), ("2024-10", "172", "74"), ("2026-01", "224", "101")]
    return {
        "caption": _words("Members of the network", "网络成员数"),
        "head": [
            {"label": _words("As of", "截至")},
            {"label": _words("World", "全球"), "is_number": True},
            {"label": _words("China", "中国"), "is_number": True},
        ],
        "rows": [
            [
                {"text": Period.parse(on).say(), "is_head": True},
                {"text": world, "is_number": True},
                {"text": china, "is_number": True},
            ]
            for on, world, china in rows
        ],
    }


def all_specimens() -> dict:
    """Everything that the style guide shows, in the active language."""
    pictures = list(Image.objects.exclude(renditions={})[:40])
    landscape = next((picture for picture in pictures if picture.width > picture.height), None)
    portrait = next((picture for picture in pictures if picture.width < picture.height), None)
    return {
        "landscape": landscape,
        "portrait": portrait,
        "articles": articles(landscape, portrait),
        "awards": awards(),
        "enterprises": enterprises(landscape),
        "figures": figures(),
        "source": source(),
        "event": event(),
        "stages": stages(),
        "timeline": timeline(),
        "quote": quote(),
        "facets": facets(),
        "table": table(),
        "page": Page(items=[], number=7, total=4210),
    }
