"""Parks: the drawing, the list by facets, distances and terms."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.utils.translation import override

from bilingual.periods import Period
from enterprises.directory import following
from enterprises.models import ParkTerm, TransportLink
from enterprises.presenters.schematic import broken
from evidence.models import Source
from tests.factories import make_enterprise, make_industry, make_opportunity, make_park

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture(autouse=True)
def fresh_shelf():
    following.forget()


@pytest.fixture
def airport(db):
    return make_park(
        slug="airport", kind="airport", name_en="Airport", name_zh_hans="机场", drawn_x=60, drawn_y=20
    )


@pytest.fixture
def port(db):
    return make_park(slug="port", kind="port", name_en="Port", name_zh_hans="港口", drawn_x=80, drawn_y=70)


@pytest.fixture
def zone(db):
    return make_park(slug="zone", kind="zone", name_en="Zone", name_zh_hans="片区", drawn_x=20, drawn_y=10)


def way(park, node, minutes=20, **fields):
    return TransportLink.objects.create(park=park, node=node, minutes=minutes, **fields)


def read(visitor, query="", language="en"):
    return visitor.get(f"/{language}/parks/{query}")


def names(response):
    return [park.name for park, _residents, _way in response.context["rows"]]


@BOTH
def test_the_drawing_leads_to_every_park_that_has_a_place_in_it(visitor, airport, zone, language):
    make_park(name_en="Listed only", name_zh_hans="仅列出")
    text = read(visitor, language=language).content.decode()
    drawn = re.findall(r'<a class="spot [^"]*" href="([^"]*)"', text)
    assert set(drawn) == {f"/{language}/parks/airport/", f"/{language}/parks/zone/"}
    assert {"en": "Listed only", "zh-hans": "仅列出"}[language] in text


def test_coordinates_have_a_point_in_both_languages(visitor, airport, zone):
    way(zone, airport)
    for language in ("en", "zh-hans"):
        assert re.search(r"translate\(\d+\.\d+ \d+\.\d+\)", read(visitor, language=language).content.decode())


def test_minutes_lead_to_the_node_that_the_address_names(visitor, airport, port, zone):
    way(zone, airport, 35), way(zone, port, 15)
    to_airport, to_port = read(visitor), read(visitor, "?to=port")
    assert [one.said for one in to_airport.context["drawings"][0].ways] == ["35 min"]
    assert [one.said for one in to_port.context["drawings"][0].ways] == ["15 min"]


def test_a_sample_way_is_dashed_and_said_to_be_a_sample(visitor, airport, zone):
    way(zone, airport, is_sample=True)
    text = read(visitor).content.decode()
    assert "leg--sample" in text and "Dashed lines are samples" in text
    assert "Values marked as samples" in text


def test_a_measured_way_is_no_sample(visitor, airport, zone):
    way(zone, airport)
    text = read(visitor).content.decode()
    assert "leg--sample" not in text and "Sample" not in text


def test_the_list_narrows_by_kind_industry_time_and_offer(visitor, airport, port, zone):
    chips = make_industry(slug="chips")
    zone.industries.add(chips)
    way(zone, airport, 28)
    make_opportunity().parks.add(zone)
    ParkTerm.objects.create(park=zone, topic="land", label_en="Plots", value=5, unit="mu")
    for query in ("?kind=zone", "?industry=chips", "?within=30", "?offer=open", "?offer=land"):
        assert names(read(visitor, query)) == ["Zone"], query
    assert names(read(visitor, "?kind=zone&kind=port")) == ["Port", "Zone"]
    assert names(read(visitor, "?within=15&kind=zone")) == []


def test_what_means_nothing_is_left_out_and_said(visitor, airport, zone):
    way(zone, airport)
    response = read(visitor, "?kind=castle&to=moon&within=%00&page=-1")
    assert response.status_code == 200 and len(names(response)) == 2
    assert "kind=castle" in response.context["filters"].ignored_text
    assert "to=moon" in response.context["filters"].ignored_text


def test_parks_that_are_filtered_away_stay_faint_in_the_drawing(visitor, airport, zone):
    marks = read(visitor, "?kind=zone").context["drawings"][0].marks
    assert {mark.park.slug: mark.is_faint for mark in marks} == {"airport": True, "zone": False}


def test_a_row_counts_the_enterprises_that_stand_there(visitor, zone):
    make_enterprise().facilities.create(park=zone, name_en="Plant")
    make_enterprise(languages=["zh-hans"]).facilities.create(park=zone, name_en="Plant")
    assert read(visitor).context["rows"][0][1] == 1


def test_a_node_that_is_not_live_here_is_not_told(visitor, zone):
    hidden = make_park(languages=["zh-hans"], kind="airport", name_en="Hidden airport")
    way(zone, hidden)
    assert "Hidden airport" not in read(visitor).content.decode()
    assert "Hidden airport" not in visitor.get("/en/parks/zone/").content.decode()


@BOTH
def test_a_park_tells_distances_with_date_source_and_start(visitor, airport, zone, language):
    source = Source.objects.create(key="paper", kind="press", name_en="Daily paper", name_zh_hans="日报")
    way(zone, airport, 10, source=source, as_of=Period.parse("2020"), measured_from_en="the plant",
        measured_from_zh_hans="厂区", comparator="about")  # fmt: skip
    text = visitor.get(f"/{language}/parks/zone/").content.decode()
    expected = {
        "en": ["about 10 minutes", "the plant", "Daily paper"],
        "zh-hans": ["约10分钟", "厂区", "日报"],
    }
    assert all(words in text for words in expected[language])
    back = visitor.get(f"/{language}/parks/airport/").content.decode()
    assert f'href="/{language}/parks/zone/"' in back


@BOTH
def test_a_park_tells_its_terms_by_topic_and_marks_samples(visitor, zone, language):
    ParkTerm.objects.create(
        park=zone, topic="space", label_en="Rent", label_zh_hans="租金", value=25, unit="yuan",
        rate="m2_month", is_sample=True,
    )  # fmt: skip
    response = visitor.get(f"/{language}/parks/zone/")
    [table] = response.context["terms"]
    said = table.rows[0][1]
    assert "25" in said and table.topic == "space"
    assert response.context["has_samples"]
    assert {"en": "Sample", "zh-hans": "示例"}[language] in response.content.decode()


@BOTH
def test_a_table_has_no_column_in_which_nothing_stands(visitor, zone, airport, language):
    term = ParkTerm.objects.create(
        park=zone, topic="land", label_en="Plots", label_zh_hans="地块", value=5, unit="mu"
    )
    way(zone, airport, minutes=25, km=None)
    page = visitor.get(f"/{language}/parks/zone/")
    body = page.content.decode()
    said = {"en": "Not on record for any of them: Date, Source.", "zh-hans": "均无记载："}[language]
    assert page.context["term_columns"].shown == set() and page.context["way_columns"].shown == {"time"}
    assert said in body and "–</td>" not in body
    ParkTerm.objects.filter(pk=term.pk).update(as_of="2021")
    assert visitor.get(f"/{language}/parks/zone/").context["term_columns"].shown == {"as_of"}


def test_a_price_is_said_whole(visitor, zone):
    ParkTerm.objects.create(
        park=zone, topic="utilities", label_en="Power", value="0.68", unit="yuan", rate="kwh"
    )
    [table] = visitor.get("/en/parks/zone/").context["terms"]
    assert table.rows[0][1] == "0.68 yuan per kWh"


def test_a_distance_needs_two_places_and_a_measure(zone, airport):
    with pytest.raises(ValidationError):
        TransportLink(park=zone, node=zone, minutes=3).full_clean()
    with pytest.raises(ValidationError):
        TransportLink(park=airport, node=zone, minutes=3).full_clean()
    with pytest.raises(IntegrityError):
        TransportLink.objects.create(park=zone, node=airport)


@pytest.mark.parametrize("number", [1, 5])
def test_the_list_takes_few_queries_however_many_parks(
    visitor, airport, number, django_assert_max_num_queries
):
    for _ in range(number):
        park = make_park(drawn_x=10, drawn_y=10)
        park.industries.add(make_industry())
        way(park, airport)
        ParkTerm.objects.create(park=park, topic="land", label_en="Plots", value=5, unit="mu")
        make_enterprise().facilities.create(park=park, name_en="Plant")
    read(visitor)
    following.forget()
    with django_assert_max_num_queries(8):
        read(visitor)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Yufu", ["Yufu"]),
        ("Collaborative Innovation Zone", ["Collaborative", "Innovation Zone"]),
        ("Superlongunbreakablename", ["Superlongunbreakablename"]),
    ],
)
def test_a_name_is_broken_between_words(name, lines):
    assert broken(name) == lines


def test_a_chinese_name_is_broken_evenly_and_before_brackets():
    with override("zh-hans"):
        assert broken("渝新欧（中欧班列）") == ["渝新欧", "（中欧班列）"]
        assert broken("两路寸滩保税港区域名") == ["两路寸滩保", "税港区域名"]
