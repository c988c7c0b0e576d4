"""Registering for an event: confirmed by e-mail, a limit, a waiting list, cancelled by a link, erased in the end."""

import io
import re
import threading
from dataclasses import replace
from datetime import date, time, timedelta

import icalendar
import pytest
from django.core import mail
from django.db import connection, connections
from django.utils import timezone
from openpyxl import load_workbook

from investment import registering
from investment.models import Registration
from investment.views.registration import FORMS
from publishing.models import AuditEntry
from tests.factories import make_event

State = Registration.State
BOTH = pytest.mark.parametrize("language", ["en", "zh-hans"])


@pytest.fixture
def event(db):
    return make_event(
        starts_on=timezone.localdate() + timedelta(days=20),
        starts_at=time(9, 30),
        takes_registrations=True,
        places=2,
    )


@pytest.fixture
def send(visitor, monkeypatch):
    """A function that fills in the form as a person does."""
    monkeypatch.setattr("ui.visitor_forms.SHORTEST", 0)

    def send_one(event, page="en", **changes):
        address = f"/{page}/investing/events/{event.slug}/register/"
        opened = visitor.get(address).context["form"].fields["opened"].initial
        typed = {"name": "Guest", "email": "guest@example.com", "language": page, "consent": "on"}
        return visitor.post(address, {**typed, "opened": opened, **changes})

    return send_one


def guest(event, number=1, **fields):
    return registering.register(
        event=event,
        **{
            "name": f"Guest {number}",
            "organisation": "",
            "email": f"guest{number}@example.com",
            "language": "en",
            "consent": "Yes.",
            **fields,
        },
    )


def states(event):
    return [row.state for row in event.registrations.order_by("created_at")]


@BOTH
def test_nobody_has_a_place_before_the_address_confirms(event, send, visitor, run_jobs, language):
    answer = send(event, language)
    assert answer.status_code == 302
    assert states(event) == [State.PENDING]
    run_jobs()
    (letter,) = mail.outbox
    assert letter.to == ["guest@example.com"]
    link = re.search(r"http://[^/]+(/\S+/registration/\S+/)", letter.body)[1]
    assert link.startswith(f"/{language}/")
    visitor.get(link)
    assert states(event) == [State.PENDING], "programs that read mail open links"
    visitor.post(link, {"deed": "confirm"})
    assert states(event) == [State.CONFIRMED]


def test_the_letter_of_a_place_brings_the_event_as_a_calendar_file(event, run_jobs):
    registering.confirm(guest(event))
    run_jobs()
    letter = mail.outbox[-1]
    ((name, content, kind),) = letter.attachments
    entry = icalendar.Calendar.from_ical(content).walk("VEVENT")[0]
    assert name.endswith(".ics") and kind.startswith("text/calendar")
    assert entry.decoded("dtstart") == event.begins


def test_sent_twice_it_is_one_registration_and_one_letter(event, send, run_jobs):
    send(event), send(event, email="GUEST@example.com")
    run_jobs()
    assert Registration.objects.count() == 1
    assert len(mail.outbox) == 1


def test_the_page_does_not_tell_who_is_registered(event, send, run_jobs):
    registering.confirm(guest(event, email="guest@example.com"))
    first = send(event, email="guest@example.com", name="Somebody else")
    second = send(event, email="other@example.com")
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Registration.objects.get(email_key="guest@example.com").name == "Guest 1"


def test_who_comes_after_the_last_place_waits_and_moves_up(event, run_jobs):
    rows = [registering.confirm(guest(event, number)) for number in (1, 2, 3, 4)]
    assert states(event) == [State.CONFIRMED] * 2 + [State.WAITING] * 2
    registering.cancel(rows[0])
    assert states(event) == [State.CANCELLED, State.CONFIRMED, State.CONFIRMED, State.WAITING]
    run_jobs()
    told = [letter.subject for letter in mail.outbox if letter.to == ["guest3@example.com"]]
    assert told[-1].startswith("You have a place")


def test_the_desk_gives_a_place_beyond_the_limit_to_somebody_who_waits(event, log_in, run_jobs):
    rows = [registering.confirm(guest(event, number)) for number in (1, 2, 3)]
    desk = log_in("desk")
    chosen = {"action": "promote", "_selected_action": [str(row.pk) for row in rows]}
    page = desk.post("/admin/investment/registration/", chosen, follow=True).content.decode()
    assert "1 place was given" in page
    assert states(event) == [State.CONFIRMED] * 3
    run_jobs()
    told = [letter.subject for letter in mail.outbox if letter.to == ["guest3@example.com"]]
    assert told[-1].startswith("You have a place")
    assert AuditEntry.objects.filter(action="investment.registration_promoted").count() == 1
    assert (
        "Nobody of the chosen waits"
        in desk.post("/admin/investment/registration/", chosen, follow=True).content.decode()
    )


def test_nobody_is_given_a_place_once_the_event_has_begun(event):
    rows = [registering.confirm(guest(event, number)) for number in (1, 2, 3)]
    event.starts_on = timezone.localdate() - timedelta(days=1)
    event.save()
    assert not registering.promote(rows[2], by=None)


def test_the_page_of_a_guest_leads_to_the_other_guests_not_to_a_form_that_is_closed_to_the_desk(
    event, log_in
):
    row = guest(event)
    text = log_in("desk").get(f"/admin/investment/registration/{row.pk}/change/").content.decode()
    assert f"?event__id__exact={event.pk}" in text
    assert f"/admin/investment/event/{event.pk}/change/" not in text


def test_confirming_twice_takes_one_place(event):
    row = guest(event)
    registering.confirm(row), registering.confirm(row)
    assert registering.standing_of(event).left == 1


def test_without_a_waiting_list_the_door_closes(event, visitor):
    event.places, event.has_waiting_list = 1, False
    event.save()
    late = guest(event, 2)
    registering.confirm(guest(event, 1))
    answer = visitor.post(f"/en/investing/events/registration/{late.token}/", {"deed": "confirm"})
    assert answer.status_code == 409
    assert states(event) == [State.PENDING, State.CONFIRMED]


def test_after_the_deadline_nobody_can_register(event, visitor, send):
    event.register_by = timezone.localdate() - timedelta(days=1)
    event.save()
    address = f"/en/investing/events/{event.slug}/register/"
    assert "Registration has ended" in visitor.get(address).content.decode()
    assert visitor.post(address, {"name": "A", "email": "a@example.com"}).status_code == 409
    assert not Registration.objects.exists()


def test_the_deadline_ends_at_midnight_in_beijing(event):
    event.register_by = date(2026, 12, 7)
    assert event.registration_ends.isoformat() == "2026-12-08T00:00:00+08:00"


def test_an_event_without_registration_has_no_form(visitor):
    event = make_event(starts_on=timezone.localdate() + timedelta(days=3))
    assert visitor.get(f"/en/investing/events/{event.slug}/register/").status_code == 404
    assert "/register/" not in visitor.get(event.get_absolute_url()).content.decode()


@BOTH
@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "a@b"),
        ("email", "a@example.com\nBcc: b@example.com"),
        ("name", ""),
        ("name", "x" * 200_000),
        ("name", "a\x00b"),
        ("consent", ""),
        ("language", "xx"),
    ],
)
def test_bad_input_gets_a_sentence_and_keeps_what_was_typed(event, send, language, field, value):
    answer = send(event, language, organisation="My house", **{field: value})
    assert answer.status_code == 200
    assert answer.context["form"].errors[field]
    assert "My house" in answer.content.decode()
    assert not Registration.objects.exists()


def test_a_program_that_fills_in_everything_is_asked_again(event, send):
    assert "Not sent yet" in send(event, website="http://example.com").content.decode()
    assert not Registration.objects.exists()


def test_one_network_cannot_send_without_end(event, send, monkeypatch):
    monkeypatch.setattr("investment.views.registration.FORMS", replace(FORMS, most=1))
    assert send(event).status_code == 302
    assert send(event, email="b@example.com").status_code == 429


def test_a_made_up_link_leads_nowhere(visitor, db):
    assert visitor.get("/en/investing/events/registration/no-such-token/").status_code == 404


def test_guests_erase_themselves_and_no_trace_stays(event, visitor, run_jobs):
    row = registering.confirm(guest(event, name="Erika Mustergast"))
    run_jobs()
    visitor.post(f"/en/investing/events/registration/{row.token}/", {"deed": "erase"})
    assert not Registration.objects.exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "Mustergast" not in str(cursor.fetchall()), table
            cursor.execute(f'SELECT * FROM "{table}"')
            assert "guest1@example.com" not in str(cursor.fetchall()), table


def test_everything_is_erased_some_time_after_the_event(event):
    registering.confirm(guest(event)), guest(event, 2)
    registering.erase_due(timezone.localdate() + timedelta(days=8))
    assert states(event) == [State.CONFIRMED], "what nobody confirmed goes first"
    registering.erase_due(registering.erase_day(event))
    assert not Registration.objects.exists()
    assert AuditEntry.objects.filter(action="investment.registrations_expired").count() == 2


def test_an_event_that_moves_takes_the_day_of_erasure_along(event):
    row = registering.confirm(guest(event))
    event.starts_on += timedelta(days=100)
    event.save()
    registering.erase_due()
    row.refresh_from_db()
    assert row.erase_on == event.last_day + timedelta(days=registering.KEPT_DAYS)


def test_the_export_of_guests_is_on_record_and_for_the_desk_alone(event, log_in):
    registering.confirm(guest(event, name="=cmd()"))
    desk, editor = log_in("desk"), log_in("editor")
    answer = desk.post("/admin/investment/registration/export/", {"event": event.pk, "form": "xlsx"})
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [cell.value for cell in sheet[2]][2] == "'=cmd()"
    assert AuditEntry.objects.filter(action="investment.registrations_exported").count() == 1
    assert editor.post("/admin/investment/registration/export/", {"event": event.pk}).status_code == 403


def test_each_look_at_a_guest_is_on_record(event, log_in):
    row = guest(event, name="Erika Mustergast")
    desk = log_in("desk")
    assert "Mustergast" not in desk.get("/admin/investment/registration/").content.decode()
    desk.get(f"/admin/investment/registration/{row.pk}/change/")
    assert AuditEntry.objects.filter(action="investment.registration_opened").count() == 1


@pytest.mark.django_db(transaction=True)
def test_the_last_place_is_given_once(event):
    event.places = 1
    event.save()
    rows = [guest(event, number) for number in range(6)]
    start = threading.Barrier(len(rows))
    faults = []

    def confirm(row):
        try:
            start.wait()
            registering.confirm(row)
        except Exception as error:  # noqa: BLE001 - a thread has nobody else to tell
            faults.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=confirm, args=[row]) for row in rows]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert faults == []
    assert sorted(states(event)) == [State.CONFIRMED] + [State.WAITING] * 5
