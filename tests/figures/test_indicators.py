"""Figures that tell the same thing: narrowed, side by side, checked against each other, taken away as files."""

import csv
import io
import json
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError

from bilingual.periods import Period
from evidence.models import Source
from figures.contradictions import contradicting, contradictions, said_otherwise
from figures.models import Figure, Indicator
from newsroom.counting import count
from newsroom.figures import figure_findings
from tests.effort import queries_of
from tests.factories import made_live

pytestmark = pytest.mark.django_db
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def make_indicator(languages=("en", "zh-hans"), **fields):
    values = {
        "slug": f"indicator-{Indicator.objects.count()}",
        "name_en": "People",
        "name_zh_hans": "人口",
        "summary_en": "How many live here.",
        "summary_zh_hans": "常住人口。",
    }
    return made_live(Indicator.objects.create(**values | fields), languages)


def make_figure(as_of="2024", languages=("en", "zh-hans"), **fields):
    letter = chr(65 + Figure.objects.count())
    values = {
        "slug": f"told-{letter}",
        "indicator_en": f"Told {letter}",
        "indicator_zh_hans": f"说法{letter}",
        "territory": "liangjiang",
        "value": Decimal(3_330_000),
        "unit": "persons",
        "as_of": Period.parse(as_of) if as_of else None,
    }
    return made_live(Figure.objects.create(**values | fields), languages)


@BOTH
def test_an_indicator_sets_its_figures_side_by_side_and_says_why_they_differ(visitor, language):
    people = make_indicator(differences_en="They count other people.", differences_zh_hans="统计口径不同。")
    latest = make_figure("2025-11", common_indicator=people, value=3_520_000)
    make_figure("2023-03", common_indicator=people, value=2_240_000, superseded_by=latest)
    make_figure("2024-03", value=9_990_000), make_figure(languages=[], common_indicator=people)
    answer = visitor.get(f"/{language}/figures/{people.slug}/")
    page = answer.content.decode()
    expected = {
        "en": ["They count other people.", "3.52", '<s><span class="figure">2.24 million people</span></s>'],
        "zh-hans": ["统计口径不同。", "352", '<s><span class="figure">224万人</span></s>'],
    }[language]
    for words in expected:
        assert words in page
    assert "999" not in page and len(answer.context["beside"]) == 2
    assert [column.label for column in answer.context["charts"][0].columns] == ["2023-03", "2025-11"]


def test_an_indicator_that_is_not_public_is_no_page_and_no_filter(visitor):
    hidden = make_indicator(languages=[])
    make_figure(common_indicator=hidden)
    assert visitor.get(f"/en/figures/{hidden.slug}/").status_code == 404
    page = visitor.get(f"/en/figures/?indicator={hidden.slug}")
    assert "was not recognised and was ignored" in page.content.decode()
    assert len(page.context["filters"].keys) == 1


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?territory=chongqing", ["city"]),
        ("?indicator=people", ["people"]),
        ("?year=2019", ["old"]),
        ("?standing=superseded", ["old"]),
        ("?standing=disputed", []),
        ("?territory=chongqing&year=2019", []),
        ("?territory=liangjiang&standing=current", ["people"]),
    ],
)
def test_the_register_is_narrowed_by_territory_indicator_period_and_standing(visitor, query, expected):
    people = make_figure("2024", slug="people", common_indicator=make_indicator(slug="people"))
    make_figure("2024", slug="city", territory="chongqing")
    make_figure("2018-06/2019-06", slug="old", superseded_by=people, value=1)
    page = visitor.get(f"/en/figures/{query}")
    assert [figure.slug for figure in page.context["filters"].found] == expected
    assert page.status_code == 200 and not page.context["filters"].ignored


@BOTH
@pytest.mark.parametrize(
    "query", ["?year=x", "?territory=a%00b", "?page=nonsense", "?indicator=" + "9" * 900]
)
def test_nonsense_is_told_and_never_an_error(visitor, language, query):
    make_figure()
    answer = visitor.get(f"/{language}/figures/{query}")
    assert answer.status_code == 200
    assert answer.context["filters"].ignored or answer.context["page"].ignored


def test_figures_of_one_thing_and_one_period_that_differ_contradict_each_other():
    people = make_indicator()
    one = make_figure(common_indicator=people)
    other = make_figure(common_indicator=people, value=2_240_000)
    worded = make_figure(indicator_en=one.indicator_en, comparator="about")
    assert set(contradicting()) == {one, other, worded}
    assert [set(group) for group in contradictions(Figure.objects.all())] == [{one, other, worded}]
    assert set(said_otherwise(Figure.objects.all())[other.pk]) == {one, worded}


@pytest.mark.parametrize(
    "fields",
    [
        {"as_of": "2023"},
        {"territory": "chongqing", "value": 5},
        {"unit": "visits", "value": 5},
        {"value": 3_330_000},
        {"languages": [], "value": 5},
        {"common_indicator": None, "value": 5},
    ],
)
def test_what_tells_another_thing_or_the_same_contradicts_nobody(fields):
    people = make_indicator()
    make_figure(common_indicator=people)
    make_figure(**{"common_indicator": people, **fields})
    assert list(contradicting()) == [] and contradictions(Figure.objects.live_anywhere()) == []


def test_a_superseded_figure_contradicts_nobody():
    people = make_indicator()
    later = make_figure(common_indicator=people)
    make_figure(common_indicator=people, value=5, superseded_by=later)
    assert list(contradicting()) == []


@BOTH
def test_readers_see_that_sources_disagree(visitor, language):
    people = make_indicator()
    make_figure(common_indicator=people), make_figure(common_indicator=people, value=2_240_000)
    for path in (f"/{language}/figures/?standing=disputed", f"/{language}/figures/{people.slug}/"):
        page = visitor.get(path)
        assert page.context["disputed"] == 1
        assert page.content.decode().count('class="disagrees"') == 2


def test_staff_find_contradictions_from_the_newsroom(editor, make_member):
    assert [finding.level.name for finding in figure_findings(make_member("reviewer"), [])] == ["GOOD"]
    people = make_indicator()
    one = make_figure(common_indicator=people)
    make_figure(common_indicator=people, value=2_240_000)
    user = make_member("translator")
    (finding,) = figure_findings(user, count(user))
    assert finding.text == "2 published figures contradict each other."
    page = editor.get(finding.fixes[0].url).content.decode()
    assert f"/admin/figures/figure/{one.pk}/change/" in page and "2.24 million people" in page


def test_a_figure_cannot_supersede_itself_by_any_way():
    first = make_figure()
    second = make_figure(superseded_by=first)
    first.superseded_by = second
    with pytest.raises(ValidationError) as refused:
        first.full_clean()
    assert "cannot supersede itself" in refused.value.message_dict["superseded_by"][0]
    Figure.objects.get(pk=second.pk).full_clean()


def test_files_hold_exact_values_sources_and_what_became_of_each(visitor):
    people = make_indicator()
    source = Source.objects.create(key="s", kind="press", name_en="Gazette", name_zh_hans="公报")
    latest = make_figure("2025-11", common_indicator=people, value=Decimal("3520000.5"), source=source)
    make_figure("2023", common_indicator=people, superseded_by=latest, superseded_because_en="=New borders")
    for address in ("/en/figures/figures", f"/en/figures/{people.slug}/figures"):
        text = b"".join(visitor.get(f"{address}.csv").streaming_content).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [row["Value"] for row in rows] == ["3520000.5", "3330000"]
        assert rows[0]["Source"] == "Gazette" and rows[1]["Superseded by"] == latest.indicator_en
        assert not rows[1]["Why it was superseded"].startswith("=")
        data = json.loads(b"".join(visitor.get(f"{address}.json").streaming_content))
        assert [row["value"] for row in data["figures"]] == ["3520000.5", "3330000"]
        assert visitor.get(f"{address}.xlsx").status_code == 200
        assert visitor.get(f"{address}.pdf").status_code == 404


def test_the_feed_of_a_filter_holds_its_figures_only(visitor):
    make_figure(territory="chongqing"), make_figure()
    feed = visitor.get("/en/figures/feed/?territory=chongqing").content
    entries = ElementTree.fromstring(feed).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 1 and "3.33 million people" in entries[0][0].text


def test_pages_describe_themselves_as_datasets(visitor):
    people = make_indicator()
    make_figure(common_indicator=people)
    for path in ("/en/figures/", f"/en/figures/{people.slug}/"):
        data = visitor.get(path).context["head"].structured[0]
        assert data["@type"] == "Dataset" and len(data["distribution"]) == 3


def test_an_indicator_costs_the_same_for_two_figures_and_for_twenty(visitor):
    people = make_indicator()

    address = f"/en/figures/{people.slug}/"
    for _number in range(2):
        make_figure(common_indicator=people)
    few = queries_of(visitor, address)
    for number in range(18):
        make_figure(f"{2000 + number}", common_indicator=people)
    assert few == queries_of(visitor, address) <= 8
