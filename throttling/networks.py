"""Whom a request comes from, as far as counting goes."""

from __future__ import annotations

import ipaddress

from django.conf import settings


def network_of(request) -> str:
    """What belongs to one customer of a network: an IPv4 address, or the 64-bit block of an IPv6 one.

    An office or a hotel shares one. "unknown" where the address is none.
    """
    try:
        parsed = ipaddress.ip_address(_address(request))
    except ValueError:
        return "unknown"
    if parsed.version == 4:
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.ip_network(f"{parsed}/64", strict=False))


def _address(request) -> str:
    """A proxy's word is taken only where one is configured, and only the last address of the list, which that proxy
    added itself."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")
