"""How often the form is taken: of one network in an hour. While the shared cache is away, each process counts."""

from __future__ import annotations

import ipaddress
import logging

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

log = logging.getLogger(__name__)

#: Of one network; an office shares one.
FORMS = 30
#: Seconds.
WINDOW = 3600

_own_count = LocMemCache("subscriptions-throttle", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


def admits(request) -> bool:
    """Count one form; whether it is still among those taken in an hour."""
    key = f"subscriptions:{salted_hmac('subscriptions.throttle', _network(request)).hexdigest()[:32]}"
    try:
        return _count(cache, key) <= FORMS
    except (RedisError, OSError) as error:
        log.warning(
            "The cache does not answer (%s); forms are counted in this process.", type(error).__name__
        )
        return _count(_own_count, key) <= FORMS


def _count(store, key: str) -> int:
    store.add(key, 0, timeout=WINDOW)
    try:
        return store.incr(key)
    except ValueError:
        # The time ended between the two steps.
        store.set(key, 1, timeout=WINDOW)
        return 1


def _network(request) -> str:
    """An IPv4 address, or the 64-bit block of an IPv6 one. A proxy's word counts only where one is configured."""
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        address = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip() or address
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 4:
        return str(parsed)
    return str(parsed.ipv4_mapped or ipaddress.ip_network(f"{parsed}/64", strict=False))
