"""How many messages one network address may send. Without the shared cache each process counts by itself."""

from __future__ import annotations

import ipaddress
import logging

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

MESSAGES = 6
#: Seconds.
WINDOW = 3600

_own_count = LocMemCache("inquiries-throttle", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


def admits(address: str) -> bool:
    """Count one message of an address; whether it is still among those allowed in an hour."""
    key = f"inquiries:{salted_hmac('inquiries.throttle', _block(address)).hexdigest()[:32]}"
    try:
        count = _count(cache, key)
    except (RedisError, OSError) as error:
        logger.warning(
            "The cache does not answer (%s); messages are counted in this process.", type(error).__name__
        )
        count = _count(_own_count, key)
    return count <= MESSAGES


def client_address(request) -> str:
    """The visitor's network address. A proxy's word is taken only where one is configured, and only the last
    address of the list, which that proxy added itself."""
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return forwarded
    return request.META.get("REMOTE_ADDR", "")


def _block(address: str) -> str:
    """What belongs to one customer of a network: an IPv4 address, or the 64-bit block of an IPv6 one."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 4:
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.ip_network(f"{parsed}/64", strict=False))


def _count(store, key: str) -> int:
    store.add(key, 0, timeout=WINDOW)
    try:
        return store.incr(key)
    except ValueError:
        # The hour ended between the two steps.
        store.set(key, 1, timeout=WINDOW)
        return 1
