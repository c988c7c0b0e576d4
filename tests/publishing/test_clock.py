"""The clock carries out what is due: never early, never twice, whatever happens to it."""

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.utils import timezone

from articles.models import Series
from publishing.management.commands import newsroom_clock
from publishing.models import AuditEntry, ClockBeat, Revision, ScheduledPublication
from publishing.schedule import clock, due, scheduling
from publishing.schedule.clock import LEASE, tick
from publishing.snapshots import take
from tests.factories import BEIJING, tomorrow
from tests.publishing.drafting import make_named_enterprise, row, save_words

State = ScheduledPublication.State
#: Midnight of ordinary days, ends of months and years, a leap day, and the first day without one.
MIDNIGHTS = [
    datetime(2027, 12, 31, 23, 59, 59, tzinfo=BEIJING),
    datetime(2028, 1, 1, 0, 0, tzinfo=BEIJING),
    datetime(2028, 1, 31, 23, 59, tzinfo=BEIJING),
    datetime(2028, 2, 1, 0, 0, tzinfo=BEIJING),
    datetime(2028, 2, 28, 23, 59, 59, tzinfo=BEIJING),
    datetime(2028, 2, 29, 0, 0, tzinfo=BEIJING),
    datetime(2028, 2, 29, 23, 59, 59, tzinfo=BEIJING),
    datetime(2028, 3, 1, 0, 0, tzinfo=BEIJING),
    datetime(2028, 4, 30, 16, 0, tzinfo=BEIJING),
    datetime(2028, 5, 1, 0, 0, 1, tzinfo=BEIJING),
]
SECOND = timedelta(seconds=1)


@pytest.fixture
def waiting(db):
    """A change of a public enterprise, scheduled for tomorrow."""
    enterprise = make_named_enterprise()
    save_words(enterprise, short_name_en="New name")
    return scheduling.schedule(enterprise, languages=["en"], at=tomorrow())


def address_of_the_test_database() -> str:
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite://{name}"
    return urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()


def many_waiting(number: int) -> None:
    """So many public series, each with a draft of its own that waits for one of the midnights."""
    since = timezone.now() - timedelta(days=1)
    series = Series.objects.bulk_create(
        Series(slug=f"s-{n}", title_en=f"Old {n}", live_from_en=since) for n in range(number)
    )
    live = Revision.objects.bulk_create(
        Revision(record=one, number=1, kind=Revision.Kind.LIVE, snapshot=take(one)) for one in series
    )
    drafts = []
    for one, base in zip(series, live, strict=True):
        snapshot = base.snapshot | {"f": base.snapshot["f"] | {"title_en": f"New {one.pk}"}}
        drafts.append(
            Revision(
                record=one,
                number=2,
                kind=Revision.Kind.DRAFT,
                snapshot=snapshot,
                parent=base,
                base=base,
                pending=["en"],
            )
        )
    drafts = Revision.objects.bulk_create(drafts)
    ScheduledPublication.objects.bulk_create(
        ScheduledPublication(record=one, revision=draft, languages=["en"], at=MIDNIGHTS[n % len(MIDNIGHTS)])
        for n, (one, draft) in enumerate(zip(series, drafts, strict=True))
    )


def test_a_thousand_items_around_midnight_are_never_early_and_never_twice(db):
    many_waiting(1000)
    for moment in MIDNIGHTS:
        assert tick(now=moment - SECOND) == 0
        assert tick(now=moment) == 100
        assert not ScheduledPublication.objects.waiting().filter(at__lte=moment).exists()
        assert not ScheduledPublication.objects.filter(state=State.DONE, at__gt=moment).exists()
        new = Series.objects.filter(title_en__startswith="New").count()
        assert new == ScheduledPublication.objects.filter(state=State.DONE).count()
        assert tick(now=moment) == 0
    assert Series.objects.filter(title_en__startswith="New").count() == 1000
    assert AuditEntry.objects.filter(action="publishing.applied").count() == 1000
    assert Revision.objects.filter(kind=Revision.Kind.LIVE, number=3).count() == 1000
    assert not Revision.objects.filter(number__gt=3).exists()


def test_a_moment_that_was_jumped_over_is_made_up_for(waiting):
    assert tick(now=waiting.at + timedelta(days=400)) == 1
    assert row(waiting.record).short_name_en == "New name"


def test_a_clock_set_back_does_nothing_twice(waiting):
    assert tick(now=waiting.at + SECOND) == 1
    assert tick(now=waiting.at - timedelta(hours=1)) == 0
    assert tick(now=waiting.at + timedelta(hours=1)) == 0
    assert Revision.objects.of(waiting.record).filter(kind=Revision.Kind.LIVE).count() == 2


def test_what_is_cut_off_in_the_middle_has_not_happened_and_happens_next_time(waiting, monkeypatch):
    publish = due.publish

    def cut_off(*args, **kwargs):
        publish(*args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(due, "publish", cut_off)
    with pytest.raises(KeyboardInterrupt):
        tick(now=waiting.at)
    waiting.refresh_from_db()
    assert (waiting.state, row(waiting.record).short_name_en != "New name") == (State.WAITING, True)
    monkeypatch.undo()
    assert tick(now=waiting.at) == 1
    assert row(waiting.record).short_name_en == "New name"


def test_two_clocks_on_the_same_item_publish_it_once(waiting):
    keys = list(ScheduledPublication.objects.due(waiting.at).values_list("pk", flat=True))
    assert [due.carry_out(key, now=waiting.at) for key in keys * 2] == [True, False]
    assert Revision.objects.of(waiting.record).filter(kind=Revision.Kind.LIVE).count() == 2


def test_one_item_that_fails_does_not_hold_up_the_next(waiting, monkeypatch):
    other = make_named_enterprise()
    save_words(other, short_name_en="Other name")
    scheduling.schedule(other, languages=["en"], at=waiting.at + SECOND)
    publish, broken = due.publish, waiting.record.pk

    def sometimes(record, **options):
        if record.pk == broken:
            raise RuntimeError("no such luck")
        publish(record, **options)

    monkeypatch.setattr(due, "publish", sometimes)
    assert tick(now=waiting.at + timedelta(minutes=1)) == 1
    assert row(other).short_name_en == "Other name"


# One clock at a time


def test_one_process_holds_the_clock_until_it_falls_silent(db):
    now = timezone.now()
    assert clock.take_lease("first", now)
    assert not clock.take_lease("second", now + LEASE - SECOND)
    assert clock.take_lease("first", now + SECOND)
    assert not clock.take_lease("second", now + LEASE)
    assert clock.take_lease("second", now + SECOND + LEASE)
    assert not clock.take_lease("first", now + SECOND + LEASE)
    assert ClockBeat.objects.count() == 1


def test_a_machine_whose_time_was_set_back_is_not_locked_out(db):
    now = timezone.now()
    clock.take_lease("first", now + timedelta(days=365))
    assert clock.take_lease("second", now)


def test_a_clock_that_stops_hands_over_at_once(db):
    clock.take_lease("first")
    clock.give_up_lease("first")
    assert clock.take_lease("second")


def test_the_newsroom_knows_whether_the_clock_runs(waiting):
    now = timezone.now()
    assert clock.state(now).is_missed
    clock.take_lease("first", now)
    assert clock.state(now).is_running and clock.state(now).waiting == 1
    assert clock.state(now + timedelta(minutes=5)).is_missed


def test_an_overtaken_clock_leaves_the_rest_to_its_follower(waiting):
    assert tick(now=waiting.at, goes_on=lambda: False) == 0
    assert ScheduledPublication.objects.waiting().exists()


# The command


def test_the_command_does_what_is_due_and_says_how_much(waiting):
    ScheduledPublication.objects.update(at=timezone.now() - SECOND)
    said = StringIO()
    call_command("newsroom_clock", once=True, stdout=said)
    assert "Carried out: 1" in said.getvalue()
    assert row(waiting.record).short_name_en == "New name"


def test_the_command_leaves_a_running_clock_alone(waiting):
    clock.take_lease("another")
    said = StringIO()
    call_command("newsroom_clock", once=True, stdout=said)
    assert "Another clock is running." in said.getvalue()


def test_a_database_that_is_away_is_waited_for(monkeypatch, caplog):
    command, asked, closed = newsroom_clock.Command(), [], []

    def away_once(holder):
        asked.append(holder)
        if len(asked) == 1:
            raise OperationalError("database is locked")
        command.stopped.set()
        return False

    monkeypatch.setattr(clock, "take_lease", away_once)
    monkeypatch.setattr(clock, "give_up_lease", lambda holder: None)
    monkeypatch.setattr(clock, "EVERY", timedelta(0))
    monkeypatch.setattr(newsroom_clock.connection, "close", lambda: closed.append(True))
    monkeypatch.setattr(newsroom_clock.signal, "signal", lambda *arguments: None)
    command.handle(once=False)
    assert (len(asked), closed) == (2, [True])
    assert "database is locked" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_clock_that_is_killed_is_replaced_and_everything_happens_once(tmp_path):
    many_waiting(30)
    ScheduledPublication.objects.update(at=timezone.now() - SECOND)
    ClockBeat.objects.all().delete()
    environment = {
        **os.environ,
        "DATABASE_URL": address_of_the_test_database(),
        "PORTAL_VAR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "liangjiang_portal.settings",
    }
    deadline = time.monotonic() + 120
    while ScheduledPublication.objects.waiting().exists():
        assert time.monotonic() < deadline
        process = subprocess.Popen(
            [sys.executable, "manage.py", "newsroom_clock"], cwd=settings.BASE_DIR, env=environment
        )
        done = ScheduledPublication.objects.filter(state=State.DONE).count()
        while ScheduledPublication.objects.filter(state=State.DONE).count() < min(done + 7, 30):
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        ClockBeat.objects.update(beat_at=timezone.now() - LEASE)
    assert Series.objects.filter(title_en__startswith="New").count() == 30
    assert Revision.objects.filter(kind=Revision.Kind.LIVE, number=3).count() == 30
    assert not Revision.objects.filter(number__gt=3).exists()
