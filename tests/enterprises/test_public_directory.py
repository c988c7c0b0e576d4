"""The directory of enterprises as visitors use it."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enterprises.models import Enterprise, EnterpriseName, Facility
from tests.factories import make_award, make_enterprise, make_industry, make_level, make_park, make_scheme

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture
def found(visitor):
    """A function that gives the names that the directory lists for a question."""

    def find(**question):
        answer = visitor.get("/en/enterprises/", question)
        assert answer.status_code == 200
        return {one.short_name_en for one in answer.context["page"].items}

    return find


@BOTH
def test_the_directory_lists_what_is_live_in_its_language(visitor, language):
    make_enterprise(languages=["en"], short_name_en="English one", short_name_zh_hans="只有英文")
    make_enterprise(languages=["zh-hans"], short_name_en="Chinese one", short_name_zh_hans="只有中文")
    make_enterprise(languages=[], short_name_en="Draft", short_name_zh_hans="草稿")
    items = visitor.get(f"/{language}/enterprises/").context["page"].items
    assert [one.short_name for one in items] == [{"en": "English one", "zh-hans": "只有中文"}[language]]


def test_values_of_a_facet_widen_and_facets_narrow(found):
    cars, chips = make_industry(), make_industry()
    for name, industry, ownership in (
        ("A", cars, "private"),
        ("B", chips, "private"),
        ("C", cars, "foreign"),
    ):
        make_enterprise(short_name_en=name, ownership=ownership).industries.add(industry)
    assert found(industry=[cars.slug, chips.slug]) == {"A", "B", "C"}
    assert found(industry=cars.slug, ownership="private") == {"A"}


def test_park_size_and_origin_narrow(found):
    park = make_park()
    enterprise = make_enterprise(short_name_en="A", size_band="large", origin="JP")
    Facility.objects.create(enterprise=enterprise, name_en="Plant", park=park)
    make_enterprise(short_name_en="B", size_band="small", origin="CN")
    for question in ({"park": park.slug}, {"size": "large"}, {"origin": "JP"}):
        assert found(**question) == {"A"}


def test_a_lapsed_designation_is_found_only_by_who_asks_for_it(found):
    level = make_level()
    make_award(make_enterprise(short_name_en="Holder"), level=level)
    make_award(make_enterprise(short_name_en="Candidate"), level=level, status="candidate")
    make_award(make_enterprise(short_name_en="Lapsed"), level=level, valid_until=date(2020, 1, 1))
    scheme = level.scheme.slug
    assert found(designation=scheme) == {"Holder", "Candidate"}
    assert found(designation=scheme, standing="valid") == {"Holder"}
    assert found(designation=scheme, standing="candidate") == {"Candidate"}
    assert found(designation=scheme, standing="lapsed") == {"Lapsed"}


def test_scheme_and_standing_speak_of_one_award(found):
    enterprise, held, hoped = make_enterprise(short_name_en="Both"), make_level(), make_level()
    make_award(enterprise, level=held)
    make_award(enterprise, level=hoped, status="candidate")
    assert found(designation=hoped.scheme.slug, standing="valid") == set()


def test_a_designation_of_an_unpublished_scheme_is_neither_offered_nor_shown(visitor):
    level = make_level(make_scheme(languages=[]), name_en="Secret level")
    make_award(make_enterprise(), level=level)
    answer = visitor.get("/en/enterprises/")
    assert "Secret level" not in answer.content.decode()
    assert answer.context["filters"].scheme.options == []


@pytest.mark.parametrize("text", ["旧名字", "old na", "ALIAS", "长安汽车", "Legal One"])
def test_any_name_in_any_language_finds_the_enterprise(found, text):
    enterprise = make_enterprise(
        short_name_en="Seres", short_name_zh_hans="长安汽车", legal_name_en="Legal One Co"
    )
    EnterpriseName.objects.create(
        enterprise=enterprise, kind="former", name_en="Old name", name_zh_hans="旧名字"
    )
    EnterpriseName.objects.create(enterprise=enterprise, kind="alias", name_en="Alias")
    make_enterprise(short_name_en="Other")
    assert found(q=text) == {"Seres"}


def test_the_latest_verified_come_first_when_asked(visitor):
    for name, day in (("Never", None), ("Early", date(2024, 1, 1)), ("Late", date(2026, 1, 1))):
        make_enterprise(short_name_en=name, verified_on=day)
    items = visitor.get("/en/enterprises/?sort=verified").context["page"].items
    assert [one.short_name_en for one in items] == ["Late", "Early", "Never"]


def test_the_table_holds_the_same_enterprises(visitor):
    park, enterprise = make_park(name_en="North park"), make_enterprise(short_name_en="Tabled")
    Facility.objects.create(enterprise=enterprise, name_en="Plant", park=park)
    page = visitor.get("/en/enterprises/?view=table").content.decode()
    assert '<th scope="row"><a href="/en/enterprises/' in page
    assert "Tabled" in page and "North park" in page


@BOTH
@pytest.mark.parametrize("view", ["list", "table"])
def test_each_row_can_be_ticked_to_compare_and_put_on_the_shortlist(visitor, language, view):
    one, other = make_enterprise(), make_enterprise()
    page = visitor.get(f"/{language}/enterprises/?view={view}").content.decode()
    assert f'id="compare" action="/{language}/enterprises/compare/"' in page
    for enterprise in (one, other):
        assert f'name="ids" value="{enterprise.slug}" form="compare"' in page
        assert f'data-shortlist="enterprise:{enterprise.slug}"' in page


@BOTH
@pytest.mark.parametrize(
    "query",
    [
        "page=abc",
        "page=999999999",
        "page=-1",
        "page=%00",
        "q=%00",
        "park=%00&industry=%00",
        "page=1&page=2&page=x",
        "industry=a&industry=b",
        "sort=nonsense&view=nonsense",
        "standing=maybe",
        "q=" + "x" * 10_000,
        "industry=" + "x" * 10_000,
        "&".join(f"park=p{number}" for number in range(500)),
        "q=%FF%FE",
        "q[]=1&%5B%5D=2",
    ],
    ids=lambda query: query[:24],
)
def test_nonsense_in_the_address_is_ordinary_weather(visitor, language, query):
    make_enterprise()
    assert visitor.get(f"/{language}/enterprises/?{query}").status_code == 200


def test_what_was_left_out_is_said(visitor):
    make_enterprise()
    page = visitor.get("/en/enterprises/?industry=nope&sort=sideways").content.decode()
    assert "“industry=nope” was not recognised and was ignored." in page
    assert "“sort=sideways” was not recognised and was ignored." in page


def test_a_long_question_is_cut_and_says_so(visitor):
    page = visitor.get("/en/enterprises/", {"q": "x" * 10_000}).content.decode()
    assert "The query was cut to its first 80 characters." in page
    assert f'name="q" value="{"x" * 80}"' in page


def test_the_canonical_address_holds_what_was_understood_only(visitor):
    make_enterprise(ownership="private")
    head = visitor.get("/en/enterprises/?utm_source=x&ownership=private&industry=nope").context["head"]
    assert head.path == "/en/enterprises/?ownership=private"


def test_each_chosen_filter_can_be_taken_away_alone(visitor):
    make_enterprise(ownership="private", size_band="large")
    chosen = visitor.get("/en/enterprises/?ownership=private&size=large").context["filters"].chosen
    assert [(one["label"], one["url"]) for one in chosen] == [
        ("Private", "?size=large"),
        ("Large", "?ownership=private"),
    ]


def test_only_values_that_occur_are_offered(visitor):
    make_enterprise(origin="JP", ownership="private")
    make_enterprise(origin="DE", ownership="foreign", languages=["zh-hans"])
    filters = visitor.get("/en/enterprises/").context["filters"]
    assert [(option.value, option.label) for option in filters.origin.options] == [("JP", "Japan")]
    assert [option.value for option in filters.ownership.options] == ["private"]


def filled(number):
    """Enterprises with two of everything that a row shows."""
    for _ in range(number):
        enterprise = make_enterprise(origin="CN", ownership="private", size_band="large")
        enterprise.industries.add(make_industry(), make_industry())
        for _twice in range(2):
            Facility.objects.create(enterprise=enterprise, name_en="Plant", park=make_park())
            make_award(enterprise)
            enterprise.metrics.create(measure="robots", value=1000, unit="robots")


@BOTH
@pytest.mark.parametrize("view", ["list", "table"])
def test_the_list_costs_the_same_for_three_rows_and_for_thirty(visitor, settings, language, view):
    address = f"/{language}/enterprises/?view={view}"
    visitor.get(address)
    filled(3)
    with CaptureQueriesContext(connection) as few:
        visitor.get(address)
    filled(27)
    with CaptureQueriesContext(connection) as many:
        visitor.get(address)
    assert Enterprise.objects.count() == 30
    assert len(few) == len(many) <= 8
