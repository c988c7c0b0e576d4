"""How many dossiers one network may have made in an hour. Without the shared cache, unbounded."""

from __future__ import annotations

import logging

from django.core.cache import cache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

from inquiries.throttle import client_address

log = logging.getLogger(__name__)

#: An office shares one address.
DOSSIERS = 40
#: Seconds.
WINDOW = 3600


def admits(request) -> bool:
    """Count one dossier; whether it is still among those made in an hour."""
    key = f"dossiers:{salted_hmac('dossiers.throttle', client_address(request)).hexdigest()[:32]}"
    try:
        cache.add(key, 0, timeout=WINDOW)
        return cache.incr(key) <= DOSSIERS
    except ValueError:
        # The time ended between the two steps.
        return True
    except (RedisError, OSError) as error:
        log.warning("The cache does not answer (%s); dossiers are not counted.", type(error).__name__)
        return True
