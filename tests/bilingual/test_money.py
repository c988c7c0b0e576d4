from decimal import Decimal

import pytest
from django.utils import translation

from bilingual import money
from bilingual.money import Money

EN, ZH = "en", "zh-hans"


@pytest.mark.parametrize(
    ("comparator", "english", "chinese"),
    [
        ("about", "about 30 billion yuan", "约300亿元"),
        ("over", "over 30 billion yuan", "超300亿元"),
        ("at_least", "at least 30 billion yuan", "不低于300亿元"),
        ("up_to", "up to 30 billion yuan", "最高300亿元"),
        ("nearly", "nearly 30 billion yuan", "近300亿元"),
    ],
)
def test_a_comparator_stands_before_the_amount(comparator, english, chinese):
    amount = Money(30_000_000_000, comparator=comparator)
    assert (money.say(amount, EN), money.say(amount, ZH)) == (english, chinese)


def test_printed_dollars_are_repeated_and_never_computed():
    amount = Money(30_000_000_000, comparator="over", usd_as_printed=Decimal("4400000000.00"))
    assert money.say(amount, EN) == "over 30 billion yuan ($4.4 billion)"
    assert money.say(amount, ZH) == "超300亿元（44亿美元）"
    assert "$" not in money.say(Money(30_000_000_000), EN)


def test_dollars_are_not_printed_beside_dollars():
    assert money.say(Money(4_400_000_000, "USD", usd_as_printed=4_400_000_000), EN) == "$4.4 billion"


@pytest.mark.parametrize("form", ["short", "exact", "adjective"])
def test_dollars_are_for_prose_only(form):
    amount = Money(46_300_000_000, usd_as_printed=6_950_000_000)
    assert "$" not in money.say(amount, EN, form)
    assert "美元" not in money.say(amount, ZH, form)


def test_exact_money_keeps_every_figure():
    amount = Money(Decimal("1234567890123.5000"))
    assert money.say(amount, EN, "exact") == "1,234,567,890,123.5 yuan"
    assert money.say(amount, ZH, "exact") == "1234567890123.5元"


def test_short_money_has_three_figures():
    amount = Money(316_120_000_000)
    assert (money.say(amount, EN, "short"), money.say(amount, ZH, "short")) == (
        "316 billion yuan",
        "3160亿元",
    )


@pytest.mark.parametrize(
    ("amount", "english", "chinese"),
    [
        (Money(0), "0 yuan", "0元"),
        (Money("0.62"), "0.62 yuan", "0.62元"),
        (Money(-50_000_000), "−50 million yuan", "−5000万元"),
        (Money(4_400_000_000, "USD"), "$4.4 billion", "44亿美元"),
        (Money(-4_400_000_000, "USD"), "−$4.4 billion", "−44亿美元"),
        (Money(1, "EUR"), "1 euro", "1欧元"),
        (Money(1_000_000, "EUR"), "1 million euros", "100万欧元"),
    ],
)
def test_other_amounts_and_currencies_are_said_plainly(amount, english, chinese):
    assert (money.say(amount, EN), money.say(amount, ZH)) == (english, chinese)


@pytest.mark.parametrize(
    ("yuan", "english"),
    [
        (8_000_000_000, "an 8-billion-yuan project"),
        (11_000_000, "an 11-million-yuan project"),
        (18_500_000, "an 18.5-million-yuan project"),
        (11_000, "an 11,000-yuan project"),
        (110_000_000, "a 110-million-yuan project"),
        (1_800_000_000, "a 1.8-billion-yuan project"),
    ],
)
def test_the_english_article_follows_the_sound_of_the_number(yuan, english):
    assert money.project(Money(yuan), EN) == english


def test_a_bound_follows_the_english_noun():
    amount = Money(30_000_000_000, comparator="over")
    assert money.project(amount, EN) == "a project of over 30 billion yuan"
    assert money.project(amount, ZH) == "总投资超300亿元的项目"


def test_the_implied_rate_is_what_the_source_used():
    assert Money(46_300_000_000, usd_as_printed=6_950_000_000).implied_rate == Decimal("6.6619")


@pytest.mark.parametrize("dollars", [None, 0])
def test_without_printed_dollars_there_is_no_rate(dollars):
    assert Money(46_300_000_000, usd_as_printed=dollars).implied_rate is None


def test_no_money_says_nothing():
    assert money.say(None, EN) == money.say(None, ZH) == money.project(None, EN) == ""


def test_money_prints_itself_in_the_active_language():
    with translation.override(ZH):
        assert str(Money(1_200_000_000)) == "12亿元"


@pytest.mark.parametrize(
    "wrong",
    [
        {"currency": "XYZ"},
        {"comparator": "roughly"},
        {"usd_as_printed": -1},
        {"amount": "much"},
    ],
)
def test_money_that_cannot_be_said_is_refused(wrong):
    with pytest.raises(ValueError):
        Money(**{"amount": 1, **wrong})


def test_equal_amounts_are_equal_money():
    assert Money("100.00") == Money(100)


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "3 billion yuan ($448.2 million)"), ("zh-hans", "30亿元（4.482亿美元）")],
)
def test_dollars_keep_every_figure_that_the_source_printed(language, said):
    assert money.say(Money("3000000000", usd_as_printed="448200000"), language) == said
