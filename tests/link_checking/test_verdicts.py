"""What becomes of a link: one bad night does not kill it, days of failures do, and a guard against robots never."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from link_checking import tasks, verdicts
from link_checking.asking import Answer, ask
from link_checking.models import Link
from tests.link_checking.sites import answering, everywhere, site

NOON = datetime(2026, 11, 2, 4, 0, tzinfo=UTC)
Status, Problem = Link.Status, Link.Problem


def make_link(address="https://example.org/", host="example.org", **fields):
    return Link.objects.create(
        fingerprint=address[-60:] + host[:3],
        address=address,
        host=host,
        kind=Link.Kind.OUTSIDE,
        **{"next_check_at": NOON, **fields},
    )


def told(link, answer, at):
    verdicts.keep(link, answer, now=at)
    link.refresh_from_db()
    return link


def test_a_link_is_dead_after_three_failures_over_two_days(db):
    link, moment, states = make_link(), NOON, []
    for _attempt in range(4):
        told(link, Answer(404), moment)
        states.append(link.status)
        moment = link.next_check_at
    assert states == [Status.FAILING, Status.FAILING, Status.FAILING, Status.DEAD]
    assert link.problem == Problem.GONE and link.failing_since == NOON


def test_many_failures_within_an_hour_are_one_bad_hour(db):
    link = make_link()
    for minute in range(10):
        told(link, Answer(problem=Problem.REFUSED), NOON + timedelta(minutes=minute))
    assert link.status == Status.FAILING


def test_the_pauses_between_two_tries_grow(db):
    link, moment, pauses = make_link(), NOON, []
    for _attempt in range(7):
        told(link, Answer(500), moment)
        pauses.append(link.next_check_at - moment)
        moment = link.next_check_at
    assert pauses == sorted(pauses) and pauses[0] < timedelta(days=1) and pauses[-1] == timedelta(days=7)


def test_a_dead_link_comes_back_by_itself(db):
    link = make_link(status=Status.DEAD, failures=5, failing_since=NOON - timedelta(days=30))
    told(link, Answer(200), NOON)
    assert (link.status, link.failures, link.failing_since) == (Status.WORKING, 0, None)


@pytest.mark.parametrize("status", [401, 403, 412, 418, 429, 451, 521, 999])
def test_a_site_that_keeps_robots_out_is_not_dead(db, status):
    link = make_link()
    for day in range(6):
        told(link, Answer(status), NOON + timedelta(days=day))
    assert (link.status, link.problem) == (Status.CLOSED, Problem.ROBOTS)
    assert not Link.objects.troubled().exists()


def test_a_private_address_is_told_at_once(db):
    link = told(make_link(), Answer(problem=Problem.PRIVATE), NOON)
    assert link.status in Link.TROUBLED


def test_a_link_that_is_left_is_no_trouble(db):
    make_link(status=Status.DEAD, ignored_at=NOON)
    assert not Link.objects.troubled().exists()


# The worker


@pytest.fixture
def checking(settings, monkeypatch):
    """Checks that may talk to this machine."""
    settings.CHECK_LINKS = True
    monkeypatch.setattr(tasks, "ask", lambda address: ask(address, allowed=everywhere))


def test_a_round_asks_one_page_of_each_site_and_orders_the_next(db, checking):
    with site(answering(200)) as one, site(answering(404)) as other:
        links = [make_link(f"{there.url}/{page}", there.url) for there in (one, other) for page in "ab"]
        assert tasks.check_round.func() == 2
        assert len(one.asked) == 1 and {path for _method, path in other.asked} == {"/a"}
        states = [Link.objects.get(pk=link.pk).status for link in links]
        assert states == [Status.WORKING, Status.UNCHECKED, Status.FAILING, Status.UNCHECKED]
        assert not tasks.order_check(), "the next round waits already"


def test_a_link_that_another_worker_has_taken_is_not_asked_for(db, checking, monkeypatch):
    with site(answering(200)) as there:
        link = make_link(f"{there.url}/", there.url)
        keys = tasks._one_of_each_site()
        monkeypatch.setattr(tasks, "_one_of_each_site", lambda: keys)
        Link.objects.filter(pk=link.pk).update(next_check_at=timezone.now() + tasks.CLAIM)
        assert tasks.check_round.func() == 0
        assert there.asked == []


def test_nothing_is_asked_when_checking_is_switched_off(db, settings):
    settings.CHECK_LINKS = False
    with site(answering(200)) as there:
        make_link(f"{there.url}/", there.url)
        assert not tasks.order_check() and tasks.check_round.func() == 0
        assert there.asked == []


def test_the_checks_of_the_worker_never_reach_this_machine(db, settings):
    settings.CHECK_LINKS = True
    with site(answering(200)) as there:
        link = make_link(f"{there.url}/", there.url)
        tasks.check_round.func()
        link.refresh_from_db()
        assert link.status == Status.PRIVATE and there.asked == []
