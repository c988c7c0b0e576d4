"""Events and projects as visitors read them, and as their calendars do."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.utils import timezone

from bilingual.periods import Period
from evidence.models import Source
from investment.models import Milestone
from tests.effort import queries_of
from tests.factories import (
    make_article,
    make_enterprise,
    make_event,
    make_industry,
    make_park,
    make_project,
)

BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])
TODAY = timezone.localdate()


def calendar_of(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.content)


def entry_of(visitor, event, language="en"):
    [entry] = calendar_of(visitor.get(f"/{language}/investing/events/{event.slug}/event.ics")).walk("VEVENT")
    return entry


@BOTH
def test_lists_and_pages_show_what_is_live_in_their_language(visitor, language):
    other = {"en": "zh-hans", "zh-hans": "en"}[language]
    for make, path in ((make_event, "investing/events"), (make_project, "investing/projects")):
        shown, missing, draft = make(), make(languages=[other]), make(languages=[])
        listed = visitor.get(f"/{language}/{path}/").content.decode()
        assert f"/{language}/{path}/{shown.slug}/" in listed
        assert missing.slug not in listed and draft.slug not in listed
        answers = [visitor.get(f"/{language}/{path}/{one.slug}/") for one in (shown, missing, draft)]
        assert [answer.status_code for answer in answers] == [200, 404, 404]
        assert f"/{other}/{path}/{missing.slug}/" in answers[1].content.decode()


def test_coming_events_stand_first_then_past_ones_by_year(visitor):
    make_event(name_en="Last year", starts_on=date(2024, 3, 1))
    make_event(name_en="Long ago", starts_on=date(2018, 8, 23))
    make_event(name_en="Still on", starts_on=TODAY - timedelta(days=2), ends_on=TODAY)
    make_event(name_en="Soon", starts_on=TODAY + timedelta(days=3))
    context = visitor.get("/en/investing/events/").context
    assert [event.name for event in context["upcoming"]] == ["Still on", "Soon"]
    assert [(year, [event.name for event in events]) for year, events in context["years"]] == [
        (2024, ["Last year"]),
        (2018, ["Long ago"]),
    ]


@BOTH
@pytest.mark.parametrize(
    "query", ["page=abc", "page=999999999", "page=%00", "page=1&page=2", "x=" + "y" * 10_000]
)
@pytest.mark.parametrize("path", ["events", "projects"])
def test_nonsense_in_the_address_is_ordinary_weather(visitor, path, query, language):
    make_event(), make_project()
    assert visitor.get(f"/{language}/investing/{path}/?{query}").status_code == 200


def test_the_page_of_an_event_keeps_promise_and_items_apart(visitor):
    event = make_event(projects_total=25, amount_total=46_300_000_000, amount_usd_printed=6_950_000_000)
    named = make_project(event=event, amount=1_200_000_000)
    make_project(event=event, languages=["zh-hans"], name_en="Hidden project")
    Milestone.objects.create(project=named, stage="signed", on=Period.parse("2021-08-18"))
    page = visitor.get(f"/en/investing/events/{event.slug}/").content.decode()
    assert "46.3 billion yuan ($6.95 billion)" in page
    assert "25 projects reported, 1 of them named here." in page
    assert "1.2 billion yuan of 46.3 billion yuan is itemised." in page
    assert "this implies 6.66 yuan to the dollar" in page
    assert "stage-bar__stage--last" in page
    assert "Hidden" not in page


def test_a_project_tells_investors_outputs_and_the_event_where_it_was_signed(visitor):
    firm = make_enterprise()
    project = make_project(event=make_event(name_en="Cloud signing"), amount=10**9, land_mu=30, jobs=200)
    project.investors.create(enterprise=firm, name_en="Dayou Co", origin_en="Chongqing")
    project.investors.create(enterprise=make_enterprise(languages=[]), name_en="Quiet Co")
    project.outputs.create(label_en="Chips", value=10**9, unit="chips", comparator="over", per="year")
    page = visitor.get(f"/en/investing/projects/{project.slug}/").content.decode()
    for words in (
        "Cloud signing",
        "over 1 billion chips a year",
        "30 mu (2 hectares)",
        "200 jobs",
        "1 billion yuan",
    ):
        assert words in page
    assert f'<a href="/en/enterprises/{firm.slug}/">Dayou Co</a>' in page
    assert "Quiet Co" in page and ">Quiet Co</a>" not in page


def test_the_latest_signed_project_stands_first(visitor):
    for name, on in (("Old", "2019"), ("New", "2025-03-01"), ("Silent", None)):
        project = make_project(name_en=name)
        if on:
            Milestone.objects.create(project=project, stage="signed", on=Period.parse(on))
    items = visitor.get("/en/investing/projects/").context["page"].items
    assert [project.name for project in items] == ["New", "Old", "Silent"]


def test_structured_data_of_an_event_carries_beijing_time(visitor):
    event = make_event(starts_on=date(2026, 5, 4), starts_at=time(14, 30), format="onsite", venue_en="Yuelai")
    page = visitor.get(f"/en/investing/events/{event.slug}/").content.decode()
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page)[1])[0]
    assert (data["@type"], data["startDate"]) == ("Event", "2026-05-04T14:30:00+08:00")
    assert data["location"]["name"] == "Yuelai"


@BOTH
def test_an_event_without_a_time_is_all_day_up_to_its_last_day(visitor, language):
    event = make_event(starts_on=date(2025, 9, 5), ends_on=date(2025, 9, 8))
    entry = entry_of(visitor, event, language)
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (date(2025, 9, 5), date(2025, 9, 9))
    assert str(entry["summary"]) == getattr(event, f"name_{language.replace('-', '_')}")
    assert str(entry["url"]).endswith(f"/{language}/investing/events/{event.slug}/")


def test_an_event_with_times_carries_the_zone_of_beijing(visitor):
    event = make_event(starts_on=date(2026, 5, 4), starts_at=time(14, 30), ends_at=time(17, 0))
    calendar = calendar_of(visitor.get(f"/en/investing/events/{event.slug}/event.ics"))
    [entry] = calendar.walk("VEVENT")
    assert entry.decoded("dtstart").astimezone(UTC) == datetime(2026, 5, 4, 6, 30, tzinfo=UTC)
    assert entry.decoded("dtend").astimezone(UTC) == datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
    assert entry["dtstart"].params["TZID"] == "Asia/Shanghai"
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Shanghai"]


def test_an_event_that_ends_at_an_unknown_hour_lasts_through_its_last_day(visitor):
    event = make_event(starts_on=date(2026, 5, 4), ends_on=date(2026, 5, 5), starts_at=time(9, 0))
    end = entry_of(visitor, event).decoded("dtend")
    assert end.astimezone(UTC) == datetime(2026, 5, 5, 16, 0, tzinfo=UTC)


def test_a_calendar_knows_the_event_again_in_both_languages_and_after_a_change(visitor):
    event = make_event()
    before = entry_of(visitor, event)
    event.name_en = "A new name"
    event.save()
    after = entry_of(visitor, event)
    assert str(before["uid"]) == str(after["uid"]) == str(entry_of(visitor, event, "zh-hans")["uid"])
    assert after.decoded("dtstamp") >= before.decoded("dtstamp")
    assert after.decoded("dtstamp").utcoffset() == timedelta(0)


@BOTH
def test_the_calendar_of_all_holds_what_is_live(visitor, language):
    make_event(), make_event(), make_event(languages=[])
    entries = calendar_of(visitor.get(f"/{language}/investing/events/calendar.ics")).walk("VEVENT")
    assert len({str(entry["uid"]) for entry in entries}) == 2


def test_a_draft_has_no_calendar_file(visitor):
    event = make_event(languages=["zh-hans"])
    assert visitor.get(f"/en/investing/events/{event.slug}/event.ics").status_code == 404


def fill_event(event):
    project = fill_project(make_project(event=event, park=make_park(), source=source()))
    event.enterprises.add(make_enterprise())
    event.parks.add(make_park())
    event.industries.add(make_industry())
    make_article().events.add(event)
    return project


def fill_project(project):
    project.investors.create(enterprise=make_enterprise(), name_en="Investor", name_zh_hans="投资方")
    project.outputs.create(label_en="Output", label_zh_hans="产出", value=1, unit="chips", source=source())
    taken = project.milestones.count()
    if taken < 6:
        stage = ["signed", "registered", "started", "completed", "producing", "full"][taken]
        Milestone.objects.create(project=project, stage=stage, on=Period.parse("2021"), source=source())
    project.enterprises.add(make_enterprise())
    project.industries.add(make_industry())
    make_article().projects.add(project)


def source():
    return Source.objects.create(key=f"source-{Source.objects.count()}", kind="press", name_en="Paper")


@BOTH
@pytest.mark.parametrize(
    ("make", "fill", "path"), [(make_event, fill_event, "events"), (make_project, fill_project, "projects")]
)
def test_lists_and_pages_cost_the_same_for_three_rows_and_for_thirty(visitor, make, fill, path, language):
    record = make()
    addresses = [f"/{language}/investing/{path}/", f"/{language}/investing/{path}/{record.slug}/"]

    def costs():
        return [queries_of(visitor, address) for address in addresses]

    for _ in range(3):
        fill(record), make()
    few = costs()
    for _ in range(27):
        fill(record), make()
    assert few == costs()
    assert max(few) <= 8
