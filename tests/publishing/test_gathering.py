"""Records that bring their lists along in one query."""

from datetime import UTC, datetime, time
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bilingual.periods import Period
from enterprises.models import Enterprise, Facility, Metric
from evidence.models import Source
from investment.models import Event
from publishing.gathering import GatheringQuerySet, Parts
from tests.factories import (
    made_live,
    make_award,
    make_enterprise,
    make_event,
    make_industry,
    make_level,
    make_park,
)

pytestmark = pytest.mark.django_db


def gathered(*parts, model=Enterprise):
    return list(model.objects.order_by("pk").gather(*parts))


def queries(work):
    connection.features.supports_json_field  # noqa: B018  asks the database once, before we count
    with CaptureQueriesContext(connection) as captured:
        work()
    return len(captured)


def test_lists_arrive_with_their_record_in_one_query():
    enterprise = make_enterprise()
    enterprise.names.create(kind="former", name_en="Old name", name_zh_hans="旧名")
    industries = [make_industry(), make_industry()]
    enterprise.industries.set(industries)

    def read():
        [found] = gathered(Parts("names"), Parts("industries", order=lambda one: one.pk))
        assert [name.name_zh_hans for name in found.names.all()] == ["旧名"]
        assert list(found.industries.all()) == industries

    assert queries(read) == 1


def test_a_record_without_parts_has_empty_lists():
    make_enterprise()
    [found] = gathered(Parts("names"), Parts("industries"))
    assert (list(found.names.all()), list(found.industries.all())) == ([], [])


def test_values_come_back_as_they_were_stored():
    enterprise, source = make_enterprise(), Source.objects.create(key="s", kind="press", name_en="Paper")
    stored = Metric.objects.create(
        enterprise=enterprise,
        measure="sales",
        value=Decimal("0.1"),
        unit="percent",
        as_of=Period.parse("2021-H1"),
        source=source,
        usd_as_printed=Decimal("6950000000.25"),
    )
    [found] = gathered(Parts("metrics", Metric.objects.select_related("source")))
    [metric] = found.metrics.all()
    assert metric == stored
    assert (metric.value, metric.usd_as_printed) == (Decimal("0.1"), Decimal("6950000000.25"))
    assert metric.as_of == Period.parse("2021-H1")
    assert metric.source.name_en == "Paper"


def test_moments_times_and_truths_keep_their_type():
    begins = datetime(2026, 1, 5, 1, 0, 0, 250, tzinfo=UTC)
    enterprise, event = make_enterprise(), make_event(languages=(), starts_at=time(9, 30), is_sample=True)
    made_live(event, at=begins)
    event.enterprises.add(enterprise)
    [found] = gathered(Parts("events", Event.objects.all()))
    [gathered_event] = found.events.all()
    assert gathered_event.live_from_en == begins
    assert (gathered_event.starts_on, gathered_event.starts_at) == (event.starts_on, time(9, 30))
    assert gathered_event.is_sample is True


def test_what_a_part_points_at_comes_along():
    park = make_park()
    enterprise = make_enterprise()
    Facility.objects.create(enterprise=enterprise, name_en="Plant", park=park)
    Facility.objects.create(enterprise=enterprise, name_en="Office", position=1)
    [found] = gathered(Parts("facilities", Facility.objects.select_related("park")))
    assert [facility.park for facility in found.facilities.all()] == [park, None]


def test_two_steps_away_comes_along_too():
    award = make_award()
    [found] = gathered(Parts("awards", type(award).objects.select_related("level__scheme")))

    def read():
        [read_award] = found.awards.all()
        assert read_award.level.scheme == award.level.scheme

    assert queries(read) == 0


def test_a_part_knows_its_record_without_a_query():
    make_enterprise().names.create(kind="alias", name_en="Alias")
    [found] = gathered(Parts("names"))
    assert queries(lambda: found.names.all()[0].enterprise.slug) == 0
    assert found.names.all()[0].enterprise is found


def test_the_other_end_of_a_link_can_be_gathered_and_narrowed():
    park, industry, draft = make_park(), make_industry(), make_industry(languages=())
    park.industries.add(industry, draft)
    [found] = type(park).objects.gather(Parts("industries", type(industry).objects.live("en")))
    assert list(found.industries.all()) == [industry]
    [back] = type(industry).objects.filter(pk=industry.pk).gather(Parts("parks"))
    assert list(back.parks.all()) == [park]


def test_parts_stand_in_their_order():
    enterprise = make_enterprise()
    for position, name in ((2, "second"), (1, "first"), (3, "third")):
        enterprise.names.create(kind="alias", name_en=name, position=position)
    [found] = gathered(Parts("names"))
    assert [name.name_en for name in found.names.all()] == ["first", "second", "third"]


def test_a_column_that_is_left_out_is_read_when_it_is_asked_for():
    make_award(level=make_level())
    parts = Parts(
        "awards",
        make_award().__class__.objects.select_related("level__scheme"),
        leave=("level__scheme__summary",),
    )
    found = gathered(parts)[0].awards.all()[0].level.scheme
    assert queries(lambda: found.summary_en) == 1
    assert found.summary_en


def test_gathered_rows_are_not_narrowed_afterwards():
    make_enterprise().names.create(kind="alias", name_en="Alias")
    [found] = gathered(Parts("names"))
    with pytest.raises(TypeError, match="narrow them where they are gathered"):
        found.names.filter(kind="alias")


def test_counting_and_plain_values_leave_the_lists_out():
    make_enterprise()
    gathering = Enterprise.objects.gather(Parts("names"))
    assert isinstance(gathering, GatheringQuerySet)
    assert gathering.count() == 1
    assert list(gathering.values_list("slug", flat=True)) == list(
        Enterprise.objects.values_list("slug", flat=True)
    )
