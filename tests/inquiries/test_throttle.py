"""Who counts as one sender, and what is left when the cache is away."""

import pytest
from django.core.cache.backends.redis import RedisCache
from django.test import RequestFactory

from inquiries import throttle

MOST = throttle.MESSAGES
PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


@pytest.fixture(autouse=True)
def own_count():
    throttle._own_count.clear()


def admitted(address, times):
    return [throttle.admits(address) for _time in range(times)]


def test_so_many_messages_an_hour_are_admitted_and_no_more():
    assert admitted("192.0.2.1", MOST + 2) == [True] * MOST + [False] * 2


def test_one_customer_of_an_ipv6_network_is_one_sender():
    admitted("2001:db8:1:2::1", MOST)
    assert not throttle.admits("2001:db8:1:2:aaaa::9")
    assert throttle.admits("2001:db8:1:3::1")


def test_without_the_shared_cache_the_limit_still_holds(monkeypatch, caplog):
    nowhere = RedisCache("redis://127.0.0.1:1/0", {"OPTIONS": {"socket_connect_timeout": 0.2}})
    monkeypatch.setattr(throttle, "cache", nowhere)
    assert admitted("192.0.2.1", MOST + 2) == [True] * MOST + [False] * 2
    assert "192.0.2.1" not in caplog.text


@pytest.mark.parametrize(
    ("header", "forwarded", "address"),
    [
        (None, "203.0.113.9", "192.0.2.1"),
        (PROXY, "203.0.113.9", "203.0.113.9"),
        (PROXY, "198.51.100.1, 203.0.113.9", "203.0.113.9"),
        (PROXY, "", "192.0.2.1"),
    ],
)
def test_only_a_configured_proxy_names_the_visitor(settings, header, forwarded, address):
    settings.SECURE_PROXY_SSL_HEADER = header
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR="192.0.2.1")
    assert throttle.client_address(request) == address


def test_nonsense_for_an_address_shares_one_count():
    admitted("nonsense", MOST)
    assert not throttle.admits("other nonsense")
