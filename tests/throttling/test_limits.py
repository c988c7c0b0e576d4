"""How often a deed is let through, and what is left of the limit when the cache is away."""

import pytest
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache

from throttling import limits
from throttling.limits import DAY, HOUR, MINUTE, Limit

NETWORK = "192.0.2.1"
#: Fifteen seconds into a minute; full hours and days are further away.
MOMENT = 1_800_000_015


@pytest.fixture(autouse=True)
def moment(monkeypatch):
    """A function that sets the clock; it stands still."""
    set_to = lambda seconds: monkeypatch.setattr(limits.time, "time", lambda: seconds)  # noqa: E731
    set_to(MOMENT)
    return set_to


@pytest.fixture
def dead_cache(monkeypatch):
    limits._own_count.clear()
    nowhere = RedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 0.2}})
    monkeypatch.setattr(limits, "cache", nowhere)


def admitted(limit, times, whose=NETWORK):
    return [limit.admits(whose) for _time in range(times)]


def test_so_many_are_admitted_and_no_more():
    assert admitted(Limit("letters", most=3), 5) == [True] * 3 + [False] * 2


def test_neighbours_are_counted_apart():
    limit = Limit("letters", most=1)
    admitted(limit, 2)
    assert limit.admits("192.0.2.2")


def test_deeds_of_different_names_are_counted_apart():
    admitted(Limit("letters", most=1), 2)
    assert Limit("calls", most=1).admits(NETWORK)


def test_a_dear_deed_counts_as_several():
    limit = Limit("files", most=11)
    assert [limit.admits(NETWORK, cost=10), limit.admits(NETWORK, cost=10)] == [True, False]


def test_asking_whether_a_limit_is_reached_counts_nothing():
    limit = Limit("guesses", most=1)
    assert [limit.is_reached(NETWORK) for _time in range(3)] == [False] * 3
    limit.count(NETWORK)
    assert limit.is_reached(NETWORK)


@pytest.mark.parametrize(("seconds", "left"), [(MINUTE, 45), (HOUR, 3585), (DAY, 57585)])
def test_who_waits_the_seconds_that_are_left_is_admitted_again(moment, seconds, left):
    limit = Limit("letters", most=1, seconds=seconds)
    assert admitted(limit, 2) == [True, False]
    assert limit.seconds_left == left
    moment(MOMENT + left - 1)
    assert not limit.admits(NETWORK)
    moment(MOMENT + left)
    assert limit.admits(NETWORK)


def test_nothing_of_whom_it_counts_is_kept_and_no_two_days_can_be_joined(moment):
    keys = set()
    for day in range(2):
        moment(MOMENT + day * DAY)
        Limit("letters", most=1, seconds=DAY).count(NETWORK)
        keys |= {key.rpartition(":")[2] for key in cache._cache}
    assert len(keys) == 2
    assert not any(NETWORK in key for key in cache._cache)


@pytest.mark.usefixtures("dead_cache")
def test_without_the_shared_cache_the_limit_still_holds(caplog):
    limit = Limit("letters", most=3)
    assert admitted(limit, 5) == [True] * 3 + [False] * 2
    assert limit.is_reached(NETWORK)
    assert "does not answer" in caplog.text and NETWORK not in caplog.text


def test_a_count_that_was_dropped_to_make_room_begins_anew(monkeypatch):
    monkeypatch.setattr(cache, "add", lambda *args, **kwargs: True)
    assert admitted(Limit("letters", most=1), 2) == [True, False]
