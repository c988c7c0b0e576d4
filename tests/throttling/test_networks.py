"""Who counts as one visitor."""

import pytest
from django.test import RequestFactory

from throttling.networks import network_of

PROXY = ("HTTP_X_FORWARDED_PROTO", "https")


def network(address, **headers):
    return network_of(RequestFactory().get("/", REMOTE_ADDR=address, headers=headers))


@pytest.mark.parametrize(
    ("address", "other", "are_one"),
    [
        ("192.0.2.1", "192.0.2.2", False),
        ("2001:db8:1:2::1", "2001:db8:1:2:aaaa::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("nonsense", "other nonsense", True),
    ],
)
def test_one_customer_of_a_network_is_one_visitor(address, other, are_one):
    assert (network(address) == network(other)) is are_one


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
    assert network("192.0.2.1", **{"x-forwarded-for": forwarded}) == address
