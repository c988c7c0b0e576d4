"""Every calendar file of the portal, held byte by byte against RFC 5545, whatever is in the words."""

import re
from datetime import date, time, timedelta

import icalendar
import pytest
from django.core import mail
from django.urls import URLResolver, get_resolver
from django.utils import timezone

from investment import registering
from tests.factories import make_event, make_procedure, make_situation

pytestmark = pytest.mark.django_db

#: Long enough to be folded, in signs of three and four bytes, with all that RFC 5545 escapes.
NAME = "两江新区投资推介会；R&D, plants; and \\ more 🏭 " + "智能网联新能源汽车" * 12
TEXT = "第一行，共两行\r\nBEGIN:VEVENT\n" + "重庆" * 60 + "\x0b\x01🚗"


def event_fields(**fields):
    words = {"name_en": NAME, "name_zh_hans": NAME, "summary_en": TEXT, "summary_zh_hans": TEXT}
    place = {"venue_en": "Yuelai; hall N1", "venue_zh_hans": "悦来国际会议中心；N1馆" * 5}
    return words | place | {"starts_on": date(2026, 12, 1), "starts_at": time(9, 30)} | fields


def make_plan(language):
    words = {"name_en": "Procedure", "name_zh_hans": "手续" * 30}
    procedure = make_procedure(**words)
    procedure.steps.create(
        key="A", name_en=NAME, name_zh_hans=NAME, documents_en=TEXT, documents_zh_hans=TEXT, promised_days=3
    )
    situation = make_situation(procedure)
    return f"/{language}/investing/procedures/planner/plan.ics?situation={situation.slug}&start=2026-11-23"


#: By route: what makes the record and gives the address.
CALENDARS = {
    "investment:calendar": lambda language: (
        make_event(**event_fields()),
        make_event(**event_fields(starts_at=None, ends_on=date(2026, 12, 3))),
        f"/{language}/investing/events/calendar.ics",
    )[-1],
    "investment:event_ics": lambda language: (
        f"/{language}/investing/events/{make_event(**event_fields(ends_at=time(12))).slug}/event.ics"
    ),
    "procedures:plan_calendar": make_plan,
}


def _routes(resolver, space=""):
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _routes(one, one.namespace or space)
        elif str(one.pattern).endswith(".ics"):
            yield f"{space}:{one.name}"


def hold_against_the_rules(data: bytes) -> None:
    """Lines end in CRLF, are 75 octets at most, and are cut between letters; what opens closes; zones are told."""
    assert data.endswith(b"\r\n") and b"\n" not in data.replace(b"\r\n", b"")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    text = data.decode().replace("\r\n ", "").replace("\r\n\t", "")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text)
    lines, open_ones = text.split("\r\n"), []
    for line in lines:
        name, _colon, value = line.partition(":")
        if name == "BEGIN":
            open_ones.append(value)
        elif name == "END":
            assert open_ones.pop() == value
    assert open_ones == [] and lines[0] == "BEGIN:VCALENDAR"
    told = {line.removeprefix("TZID:") for line in lines if line.startswith("TZID:")}
    assert set(re.findall("TZID=([^:;]+)", text)) == told
    for entry in re.findall("BEGIN:VEVENT\r\n(.*?)END:VEVENT", text, re.S):
        names = [re.split("[:;]", line)[0] for line in entry.splitlines()]
        assert [names.count(name) for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY")] == [1, 1, 1, 1]


def test_every_calendar_of_the_portal_is_read_here():
    assert set(_routes(get_resolver())) == set(CALENDARS)


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("route", CALENDARS)
def test_a_calendar_keeps_to_the_rules_whatever_is_in_the_words(visitor, route, language):
    answer = visitor.get(CALENDARS[route](language))
    assert answer.status_code == 200 and answer["Content-Type"] == "text/calendar; charset=utf-8"
    hold_against_the_rules(answer.content)
    entries = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert entries and {str(entry["summary"]) for entry in entries} == {NAME}
    for entry in entries:
        begin, end = entry.decoded("dtstart"), entry.decoded("dtend", None)
        assert end is None or end > begin
        if hasattr(begin, "hour"):
            assert begin.utcoffset() == timedelta(hours=8)


def test_the_calendar_of_a_letter_keeps_to_the_rules(run_jobs):
    event = make_event(
        **event_fields(starts_on=timezone.localdate() + timedelta(days=9), takes_registrations=True, places=3)
    )
    guest = {"name": "Guest", "organisation": "", "email": "guest@example.com", "language": "zh-hans"}
    registering.confirm(registering.register(event=event, consent="Yes.", **guest))
    run_jobs()
    ((_name, content, _kind),) = mail.outbox[-1].attachments
    hold_against_the_rules(content if isinstance(content, bytes) else content.encode())
