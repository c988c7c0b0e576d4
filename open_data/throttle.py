"""How often one network may ask in a minute. While the shared cache is away, each process counts by itself."""

from __future__ import annotations

import ipaddress
import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

#: Seconds of a window; all windows begin at full minutes.
WINDOW = 60
#: What a whole data set costs, in requests: it reads every row.
FILE_COST = 10

_own_count = LocMemCache("open-data-throttle", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


def seconds_to_wait(request, cost: int = 1) -> int:
    """Count requests of a network; 0 while they are among those allowed, else the seconds until it may ask again."""
    now = int(time.time())
    key = f"open-data:{now // WINDOW}:{salted_hmac('open_data.throttle', _network(request)).hexdigest()[:32]}"
    try:
        count = _count(cache, key, cost)
    except (RedisError, OSError) as error:
        logger.warning("The cache does not answer (%s); requests are counted here.", type(error).__name__)
        count = _count(_own_count, key, cost)
    return 0 if count <= settings.OPEN_DATA_PER_MINUTE else WINDOW - now % WINDOW


def _count(store, key: str, cost: int) -> int:
    store.add(key, 0, timeout=2 * WINDOW)
    try:
        return store.incr(key, cost)
    except ValueError:
        # It was dropped to make room between the two steps.
        store.set(key, cost, timeout=2 * WINDOW)
        return cost


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
