"""Enterprises and parks side by side, by their address alone."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from enterprises.models import Facility, ParkFact, ParkTerm, TransportLink
from enterprises.models.enterprise import Metric
from enterprises.presenters.comparison import Row, Said, compared
from publishing.publication.actions import withdraw
from tests.factories import (
    make_award,
    make_chain_place,
    make_enterprise,
    make_industry,
    make_park,
    make_tie,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


def page_of(visitor, ids, kind="enterprises", language="en"):
    answer = visitor.get(f"/{language}/{kind}/compare/", {"ids": ids})
    assert answer.status_code == 200
    return answer


def labels(rows):
    return [row.label for row in rows]


def test_rows_are_sorted_by_whether_they_tell_the_records_apart():
    same = Row("Same", [[Said("a")], [Said("a")]])
    differing = Row("Differing", [[Said("a")], [Said("b")]])
    half_known = Row("Half known", [[Said("a")], []])
    unknown = Row("Unknown", [[], []])
    comparison = compared(["one", "other"], [same, differing, half_known, unknown])
    assert labels(comparison.differing) == ["Differing", "Half known"]
    assert labels(comparison.same) == ["Same"]
    assert comparison.unknown == ["Unknown"]


def test_the_same_number_of_another_date_is_another_figure():
    rows = [Row("Sales", [[Said("9", as_of="2021")], [Said("9", as_of="2022")]])]
    assert labels(compared(["one", "other"], rows).differing) == ["Sales"]


@BOTH
def test_two_enterprises_stand_side_by_side_in_the_order_of_the_address(visitor, language):
    first, second = make_enterprise(ownership="private"), make_enterprise(ownership="foreign")
    answer = page_of(visitor, f"{second.slug},{first.slug}", language=language)
    assert answer.context["comparison"].records == [second, first]
    body = answer.content.decode()
    assert body.index(f"/{language}/enterprises/{second.slug}/") < body.index(
        f"/{language}/enterprises/{first.slug}/"
    )


def test_a_figure_keeps_its_date_and_source_and_what_nobody_said_is_said(visitor, make_source):
    first, second = make_enterprise(), make_enterprise()
    Metric.objects.create(
        enterprise=first,
        measure="robots",
        value=850,
        unit="robots",
        as_of="2021-08",
        source=make_source("Gazette"),
    )
    answer = page_of(visitor, f"{first.slug},{second.slug}")
    row = next(row for row in answer.context["comparison"].differing if row.label == "Robots")
    assert [said.text for said in row.cells[0]] == ["850 robots"]
    assert row.cells[1] == []
    body = answer.content.decode()
    assert "As of August 2021." in body and "Gazette" in body and "Not on record" in body


def test_a_candidate_is_compared_as_a_candidate(visitor):
    award = make_award(status="candidate")
    answer = page_of(visitor, [award.enterprise.slug, make_enterprise().slug])
    row = next(row for row in answer.context["comparison"].differing if row.label == "Designations")
    assert row.cells[0][0].text.endswith(": candidate")


def test_a_fifth_record_is_named_as_left_out(visitor):
    made = [make_enterprise() for _ in range(5)]
    answer = page_of(visitor, [one.slug for one in made])
    assert answer.context["comparison"].records == made[:4]
    assert made[4].short_name_en in answer.context["ignored"]


@BOTH
def test_unknown_words_are_named_and_the_rest_is_compared(visitor, language):
    known = make_enterprise()
    answer = page_of(visitor, f"{known.slug},nobody,<b>,\x00,{'x' * 900}", language=language)
    assert answer.context["comparison"].records == [known]
    assert "“nobody”" in answer.context["ignored"]
    assert "<b>" not in answer.content.decode().split("<main")[1]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "“a”, “b”, “c” were not found on this site and were left out."),
        ("zh-hans", "本站没有“a”、“b”、“c”，已略去。"),
    ],
)
def test_several_unknown_words_are_named_in_one_sentence(visitor, language, said):
    assert page_of(visitor, "a,b,c", language=language).context["ignored"] == said


def test_sentences_follow_each_other_as_their_language_does(visitor):
    made = [make_enterprise() for _ in range(5)]
    query = ",".join([*(one.slug for one in made), "nobody"])
    assert "。最多并列4个" in page_of(visitor, query, language="zh-hans").context["ignored"]
    assert ". You can compare" in page_of(visitor, query).context["ignored"]


def test_what_has_no_edition_here_is_told_apart_from_what_is_unknown(visitor):
    chinese = make_enterprise(languages=["zh-hans"])
    draft = make_enterprise(languages=[], slug="hidden-draft")
    ignored = page_of(visitor, f"{chinese.slug},{draft.slug}").context["ignored"]
    assert f"“{chinese.short_name_zh_hans}” is not published in this language" in ignored
    assert chinese.short_name_en not in ignored
    assert "“hidden-draft” was not found on this site" in ignored
    assert draft.short_name_en not in ignored


def test_a_withdrawn_industry_is_not_named(visitor):
    industry, enterprise = make_industry(), make_enterprise()
    enterprise.industries.add(industry)
    withdraw(industry, language="en")
    assert industry.name_en not in page_of(visitor, enterprise.slug).content.decode()


def test_a_name_finds_what_can_be_added(visitor):
    first, second = make_enterprise(), make_enterprise(short_name_en="Lijia Robots")
    answer = visitor.get("/en/enterprises/compare/", {"ids": first.slug, "q": "lijia"})
    assert answer.context["offers"] == [
        ("Lijia Robots", f"/en/enterprises/compare/?ids={first.slug},{second.slug}")
    ]


def test_nothing_chosen_is_a_page_that_begins(visitor):
    assert visitor.get("/en/enterprises/compare/").status_code == 200
    make_park(name_en="First park")
    assert "First park" in visitor.get("/en/parks/compare/").content.decode()


def test_parks_are_compared_by_the_same_figures_and_by_who_stands_there(visitor):
    one, other = make_park(), make_park()
    for park, value in ((one, 10), (other, 20)):
        ParkFact.objects.create(park=park, label_en="Area", label_zh_hans="面积", value=value, unit="sq_km")
    Facility.objects.create(enterprise=make_enterprise(), park=one, name_en="Plant")
    rows = page_of(visitor, f"{one.slug},{other.slug}", "parks").context["comparison"].differing
    cells = {row.label: [[said.text for said in cell] for cell in row.cells] for row in rows}
    assert cells["Area"] == [["10 sq km"], ["20 sq km"]]
    assert cells["Enterprises in the directory"] == [["1"], ["0"]]


def _tied_enterprise():
    enterprise = make_enterprise()
    make_tie(enterprise, make_enterprise())
    make_tie(make_enterprise(), enterprise)
    make_chain_place(enterprise)
    return enterprise


@BOTH
def test_ties_and_places_in_chains_are_compared_with_their_sources(visitor, make_source, language):
    one, other, third = make_enterprise(), make_enterprise(), make_enterprise()
    source = make_source("A daily")
    make_tie(one, third, "customer", as_of="2021", source=source)
    make_tie(third, other, "supplier")
    place = make_chain_place(one, source=source)
    make_chain_place(other, place.link)
    comparison = page_of(visitor, f"{one.slug},{other.slug}", language=language).context["comparison"]
    rows = {row.label: row.cells for row in [*comparison.differing, *comparison.same]}
    customers = rows[{"en": "Customers", "zh-hans": "客户"}[language]]
    assert [[said.url for said in cell] for cell in customers] == [[third.get_absolute_url()]] * 2
    assert customers[0][0].source == source and customers[0][0].as_of.text == "2021"
    chain = rows[{"en": "Place in the chain", "zh-hans": "所处产业链环节"}[language]]
    assert [[said.text for said in cell] for cell in chain] == [[str(place.link)]] * 2
    assert chain[0][0].source == source


@pytest.mark.parametrize("kind", ["enterprises", "parks"])
def test_four_cost_no_more_queries_than_one(visitor, kind):
    make = {"enterprises": _tied_enterprise, "parks": make_park}[kind]
    slugs = [make().slug for _ in range(4)]
    page_of(visitor, slugs, kind)
    counts = []
    for ids in (slugs[:1], slugs):
        with CaptureQueriesContext(connection) as queries:
            page_of(visitor, ids, kind)
        counts.append(len(queries))
    assert counts[1] <= counts[0] <= 8


def test_rents_and_distances_are_compared_and_samples_say_so(visitor):
    one, other = make_park(), make_park()
    airport = make_park(kind="airport", name_en="Test airport")
    for park, value in ((one, 20), (other, 25)):
        ParkTerm.objects.create(
            park=park,
            topic="space",
            label_en="Workshop rent",
            value=value,
            unit="yuan",
            rate="m2_month",
            is_sample=True,
        )
    TransportLink.objects.create(park=one, node=airport, minutes=25, km=18)
    answer = page_of(visitor, f"{one.slug},{other.slug}", "parks")
    cells = {row.label: row.cells for row in answer.context["comparison"].differing}
    assert [said.text for said in cells["Workshop rent"][1]] == ["25 yuan per square metre a month"]
    assert cells["Workshop rent"][0][0].is_sample
    assert [said.text for said in cells["To Test airport"][0]] == ["about 25 minutes, about 18 km, by road"]
    assert cells["To Test airport"][1] == []
    assert answer.content.decode().count('<span class="sample">') == 2
