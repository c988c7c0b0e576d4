"""Order, filters and counts of what is found."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import Article
from enterprises.models import Enterprise, EnterpriseName, Listing, Product
from search_index import finding
from search_index.finding import Filters, find
from search_index.models import PublicEntry
from search_index.suggesting import suggest
from search_index.writing import index_keys
from tests.factories import (
    BEIJING,
    made_live,
    make_article,
    make_column,
    make_enterprise,
    make_event,
    make_park,
)
from translation_desk.models import GlossaryTerm

pytestmark = pytest.mark.django_db


def titles(text, language="en", **options) -> list[str]:
    keys = find(text, language, **options).keys
    entries = PublicEntry.objects.in_bulk(keys)
    return [entries[key].title for key in keys]


def day(year, month, number):
    return datetime(year, month, number, 10, tzinfo=BEIJING)


def make_named(**fields):
    """An enterprise with names, codes and a product, indexed as it is published."""
    parts = {name: fields.pop(name) for name in ("alias", "code", "product") if name in fields}
    enterprise = make_enterprise(languages=[], **fields)
    if "alias" in parts:
        EnterpriseName.objects.create(
            enterprise=enterprise, kind=EnterpriseName.Kind.FORMER, name_en=parts["alias"]
        )
    if "code" in parts:
        Listing.objects.create(enterprise=enterprise, exchange="SZ", code=parts["code"])
    if "product" in parts:
        Product.objects.create(enterprise=enterprise, name_en=parts["product"])
    return made_live(Enterprise.objects.get(pk=enterprise.pk))


def test_a_name_comes_before_a_headline_and_a_headline_before_a_text():
    make_article(headline_en="One", body_en="<p>Visit to quokka.</p>", dated_at=day(2026, 5, 9))
    make_article(headline_en="Quokka opens a plant", dated_at=day(2026, 5, 8))
    make_enterprise(short_name_en="Quokka")
    assert titles("quokka") == ["Quokka", "Quokka opens a plant", "One"]


def test_former_names_and_codes_come_first_whatever_is_newer():
    make_named(short_name_en="Numbat", alias="Quokka Motors", code="000987", credit_code="91500000MA5U0XYZ1K")
    newer = [make_article().pk for _ in range(5)]
    Article.objects.filter(pk__in=newer).update(headline_en="Quokka Motors 000987 91500000MA5U0XYZ1K again")
    index_keys(Article, newer)
    for asked in ("Quokka Motors", "000987", "000987.SZ", "91500000MA5U0XYZ1K", "91500000ma5u0xyz1k"):
        assert titles(asked)[0] == "Numbat", asked


def test_an_exact_name_is_first_however_many_others_carry_its_words(monkeypatch):
    monkeypatch.setattr(finding, "WEIGHED", 3)
    make_enterprise(short_name_en="Quokka")
    for number in range(6):
        make_enterprise(short_name_en=f"Quokka {'abcdef'[number]}")
    assert titles("quokka")[0] == "Quokka"


def test_a_product_finds_its_maker_behind_who_has_the_name():
    make_named(short_name_en="Numbat", product="Quokka")
    make_enterprise(short_name_en="Quokka")
    assert titles("quokka") == ["Quokka", "Numbat"]


def test_of_equals_the_newer_comes_first_and_newest_first_is_by_date():
    make_article(headline_en="Quokka report", dated_at=day(2019, 1, 1))
    make_article(headline_en="Quokka report again", dated_at=day(2026, 1, 1))
    make_article(headline_en="Quokka report", dated_at=day(2025, 1, 1))
    assert titles("quokka report")[0] == "Quokka report"
    newest = find("quokka report", "en", Filters(newest_first=True)).keys
    assert newest == sorted(newest, reverse=True)


def test_filters_narrow_and_the_counts_say_what_else_there_is():
    local, life = make_column(slug="local"), make_column(slug="life")
    make_article(column=local, headline_en="Quokka at the port")
    make_article(column=life, headline_en="Quokka at the lake")
    make_enterprise(short_name_en="Quokka Works")
    answer = find("quokka", "en", Filters(kind="article", section="life"))
    assert answer.count == 1
    assert answer.kinds == {"article": 2, "enterprise": 1}
    assert answer.sections == {"local": 1, "life": 1}
    assert find("quokka", "en").count == 3


def test_a_filter_that_lets_nothing_through_says_what_there_is_without_it():
    make_enterprise(short_name_en="Quokka Works")
    answer = find("quokka", "en", Filters(kind="park"))
    assert (answer.keys, answer.kinds, answer.is_loose) == ([], {"enterprise": 1}, False)


def test_days_are_those_of_beijing_and_both_ends_count():
    make_article(headline_en="Quokka", dated_at=datetime(2026, 5, 4, 0, 0, tzinfo=BEIJING))
    make_article(headline_en="Quokka", dated_at=datetime(2026, 5, 5, 23, 59, 59, tzinfo=BEIJING))
    make_article(headline_en="Quokka", dated_at=datetime(2026, 5, 6, 0, 0, tzinfo=BEIJING))
    for since, until, number in ((4, 5, 2), (5, 5, 1), (6, 9, 1), (1, 3, 0)):
        filters = Filters(since=date(2026, 5, since), until=date(2026, 5, until))
        assert find("quokka", "en", filters).count == number


def test_days_may_be_years_apart_or_the_wrong_way_round():
    for year in (2012, 2025, 2026):
        make_article(headline_en="Quokka", dated_at=datetime(year, 5, 4, tzinfo=BEIJING))
    for since, until, number in ((2012, 2026, 3), (2012, 2012, 1), (2013, 2025, 1), (2026, 2012, 0)):
        filters = Filters(since=date(since, 1, 1), until=date(until, 12, 31))
        assert find("quokka", "en", filters).count == number


def test_what_the_other_language_has_is_counted():
    make_article(languages=["zh-hans"], headline_zh_hans="短尾渡轮启用")
    answer = find("短尾渡轮", "en")
    assert (answer.keys, answer.elsewhere) == ([], 1)


def test_a_term_of_the_glossary_is_found_by_each_wording():
    GlossaryTerm.objects.create(english="quokka", chinese="短尾矮袋鼠", allowed="短尾鼠")
    make_article(headline_en="Quokka ferry", headline_zh_hans="短尾矮袋鼠号渡轮")
    for text, language in (("短尾鼠", "en"), ("短尾鼠", "zh-hans"), ("quokka", "zh-hans")):
        assert len(find(text, language).keys) == 1, text


def test_mixed_words_stand_inside_sentences():
    make_article(headline_zh_hans="年内建成5G基站三百座", body_zh_hans="<p>试飞C919大型客机。</p>")
    for text in ("5G基站", "５Ｇ基站", "5g", "基站", "C919", "c919大型客机", "建成5G", "客"):
        assert find(text, "zh-hans").count == 1, text
    for text in ("6G基站", "919大型"):
        assert not find(text, "zh-hans").keys or find(text, "zh-hans").is_loose, text


def test_a_sentence_finds_what_carries_its_rarest_words():
    wanted = make_event(name_zh_hans="外国人来华工作许可培训")
    make_event(name_zh_hans="企业培训")
    answer = find("外国人怎么办工作许可", "zh-hans")
    assert answer.is_loose
    assert PublicEntry.objects.get(pk=answer.keys[0]).object_id == wanted.pk


def test_more_than_are_counted_are_said_to_be_more(monkeypatch):
    monkeypatch.setattr(finding, "COUNTED", 2)
    for _ in range(4):
        make_event(name_en="Quokka fair")
    answer = find("quokka", "en")
    assert (answer.count, answer.is_more) == (2, True)


def test_questions_cost_a_fixed_number_of_queries():
    def price(text) -> int:
        with CaptureQueriesContext(connection) as queries:
            find(text, "en")
        return len(queries)

    def prices() -> list[int]:
        return [price(text) for text in ("quokka harbour", "quokka lantern and a bell", "quokak")]

    make_park(name_en="Quokka harbour")
    prices()  # The glossary is kept after the first question.
    few = prices()
    for _ in range(8):
        make_park(name_en="Quokka harbour")
        make_article(headline_en="Quokka of the sea")
    assert prices() == few
    assert few[0] <= 8
    assert max(few) <= 12


@pytest.mark.parametrize(
    "typed",
    [
        "quok",
        "Quokka W",
        "短",
        "短尾",
        "duanwei",
        "duan wei g",
        "dwgc",
        "ＱＵＯＫ",
        "短尾工厂",
        "QUOKKA-WORKS",
    ],
)
def test_a_name_is_suggested_from_its_first_letters_in_any_spelling(typed):
    make_enterprise(short_name_en="Quokka Works", short_name_zh_hans="短尾工厂")
    make_enterprise(short_name_en="Numbat", short_name_zh_hans="食蚁兽")
    for language, title in (("en", "Quokka Works"), ("zh-hans", "短尾工厂")):
        assert [one.title for one in suggest(typed, language)] == [title]


def test_suggestions_cost_one_query_and_are_few():
    for number in range(20):
        make_enterprise(short_name_en=f"Quokka {'abcdefghijklmnopqrst'[number]}")
    with CaptureQueriesContext(connection) as queries:
        assert len(suggest("quokka", "en")) == 8
    assert len(queries) == 1
    assert suggest("q", "en") == []
