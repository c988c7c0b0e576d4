"""Ties: what one enterprise is to another is said once and shown on both profiles."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from bilingual.periods import Period
from enterprises.presenters.ties import ties_of, ties_said
from evidence.models import Source
from tests.factories import make_enterprise, make_tie

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture
def robots(db):
    return make_enterprise(short_name_en="Robots", short_name_zh_hans="机器人厂")


@pytest.fixture
def cars(db):
    return make_enterprise(short_name_en="Cars", short_name_zh_hans="汽车厂")


def read(visitor, enterprise, language="en"):
    return visitor.get(f"/{language}/enterprises/{enterprise.slug}/")


@BOTH
def test_a_customer_is_shown_on_one_profile_and_its_supplier_on_the_other(visitor, robots, cars, language):
    source = Source.objects.create(key="paper", kind="press", name_en="Daily paper", name_zh_hans="日报")
    make_tie(robots, cars, "customer", source=source, as_of=Period.parse("2021-08"))
    of_robots, of_cars = (read(visitor, one, language).context["ties"] for one in (robots, cars))
    assert [[tied.enterprise for tied in others] for _heading, others in of_robots] == [[cars]]
    assert [[tied.enterprise for tied in others] for _heading, others in of_cars] == [[robots]]
    assert of_robots[0][0] != of_cars[0][0]
    for one in (robots, cars):
        assert {"en": "Daily paper", "zh-hans": "日报"}[language] in read(
            visitor, one, language
        ).content.decode()


def test_customers_and_suppliers_change_places_partners_do_not(robots, cars):
    make_tie(robots, cars, "supplier")
    make_tie(robots, cars, "venture")
    make_tie(robots, cars, "partner")
    assert ties_said(robots) == ["Suppliers: Cars", "Joint ventures: Cars", "Partners: Cars"]
    assert ties_said(cars) == ["Customers: Robots", "Joint ventures: Robots", "Partners: Robots"]


def test_what_both_sides_record_is_told_once(robots, cars):
    make_tie(robots, cars, "partner", note_en="In our words")
    make_tie(cars, robots, "partner", note_en="In theirs")
    [(_heading, others)] = ties_of(robots)
    assert [tied.note for tied in others] == ["In our words"]


def test_a_note_of_the_other_language_is_not_shown(visitor, robots, cars):
    make_tie(robots, cars, "customer", note_zh_hans="只有中文")
    assert "只有中文" not in read(visitor, robots).content.decode()
    assert "只有中文" in read(visitor, robots, "zh-hans").content.decode()


def test_the_source_of_a_tie_is_evidence_on_both_profiles(visitor, robots, cars):
    source = Source.objects.create(key="paper", kind="press", name_en="Daily paper")
    make_tie(robots, cars, source=source)
    assert read(visitor, robots).context["evidence"] == [source]
    assert read(visitor, cars).context["evidence"] == [source]


def test_an_enterprise_has_no_tie_to_itself(robots):
    with pytest.raises(IntegrityError):
        make_tie(robots, robots)
