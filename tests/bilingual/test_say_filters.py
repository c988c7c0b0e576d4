from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.template import engines
from django.utils import translation

from bilingual.money import Money
from bilingual.periods import Period
from bilingual.quantities import Quantity

EN, ZH = "en", "zh-hans"
MOMENT = datetime(2021, 8, 18, 14, 30, tzinfo=ZoneInfo("Asia/Shanghai"))
INVESTMENT = Money(1_200_000_000, usd_as_printed=180_000_000)


def render(expression, language, **context):
    template = engines["django"].from_string("{% load say %}{{ " + expression + " }}")
    with translation.override(language):
        return template.render(context)


@pytest.mark.parametrize(
    ("expression", "value", "english", "chinese"),
    [
        ("value|money", INVESTMENT, "1.2 billion yuan ($180 million)", "12亿元（1.8亿美元）"),
        ('value|money:"short"', INVESTMENT, "1.2 billion yuan", "12亿元"),
        ("value|money_exact", INVESTMENT, "1,200,000,000 yuan", "1200000000元"),
        ("value|money_adjective", INVESTMENT, "1.2-billion-yuan", "总投资12亿元的"),
        ("value|money_project", INVESTMENT, "a 1.2-billion-yuan project", "总投资12亿元的项目"),
        ("value|amount", INVESTMENT, "1.2 billion yuan ($180 million)", "12亿元（1.8亿美元）"),
        ("value|amount", Quantity(1000, "robots", "over"), "over 1,000 robots", "1000余台机器人"),
        ("value|quantity", Quantity(30, "mu"), "30 mu (2 hectares)", "30亩（2公顷）"),
        ('value|quantity:"exact"', Quantity(28000, "units"), "28,000 units", "28000台"),
        ("value|count", 3_520_000, "3.52 million", "352万"),
        ('value|count:"short"', 63_756, "63,800", "6.38万"),
        ('value|count:"exact"', 63_756, "63,756", "63756"),
        ("value|count", 0, "0", "0"),
        ("value|percent", Decimal("22.90"), "22.9%", "22.9%"),
        ("value|growth", Decimal("-17.3"), "down 17.3%", "下降17.3%"),
        ('value|growth:"points"', 2, "up 2 percentage points", "上升2个百分点"),
        ("value|ordinal", 25, "25th", "第25个"),
        ('value|ordinal:"届"', 4, "4th", "第4届"),
        ("value|batch", 7, "seventh batch", "第七批"),
        ("value|period", Period.parse("2021-Q3"), "third quarter of 2021", "2021年第三季度"),
        ("value|day", date(2021, 8, 18), "Aug 18, 2021", "2021年8月18日"),
        ("value|day", MOMENT, "Aug 18, 2021", "2021年8月18日"),
        ("value|month", MOMENT, "August 2021", "2021年8月"),
        ("value|moment", MOMENT, "2:30 pm, Aug 18, 2021 (UTC+8)", "2021年8月18日14:30（北京时间）"),
        ("value|iso_day", MOMENT, "2021-08-18", "2021-08-18"),
        (
            "value|money:'short'|keep",
            INVESTMENT,
            '<span class="figure">1.2 billion yuan</span>',
            '<span class="figure">12亿元</span>',
        ),
    ],
)
def test_a_filter_speaks_the_language_of_the_page(expression, value, english, chinese):
    assert (render(expression, EN, value=value), render(expression, ZH, value=value)) == (english, chinese)


FILTERS = (
    "money money_exact money_adjective money_project quantity amount count percent growth ordinal batch "
    "period day month moment iso_day keep"
).split()


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("context", [{"value": None}, {}])
def test_a_filter_says_nothing_of_what_is_not_known(name, context):
    assert render(f'value|{name}|default:""', EN, **context) == ""
    assert render(f'value|{name}|default:""', ZH, **context) == ""


def test_keep_escapes_what_it_keeps():
    assert (
        render("value|keep", EN, value="<b>+86-23</b>")
        == '<span class="figure">&lt;b&gt;+86-23&lt;/b&gt;</span>'
    )


def test_a_telephone_number_passes_through_keep_unchanged():
    assert render("value|keep", ZH, value="+86-23-67230470") == '<span class="figure">+86-23-67230470</span>'


def test_chinese_sets_no_space_between_two_sentences():
    template = engines["django"].from_string("{% load say %}a.{% sentence_gap %}b.")
    said = {}
    for language in (EN, ZH):
        with translation.override(language):
            said[language] = template.render()

    assert said == {EN: "a. b.", ZH: "a.b."}
