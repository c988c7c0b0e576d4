"""How often something may be done: forms sent, secrets guessed, data asked for.

Counts live in the shared cache; while it is away, each process counts by itself, so that a limit always holds.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

_own_count = LocMemCache("throttling", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


@dataclass(frozen=True)
class Limit:
    """``most`` times in ``seconds``, for each whom it counts: a network, a mailbox, a text.

    Windows of all begin at full multiples of ``seconds``. Two limits of one name share their counts.
    """

    name: str
    most: int
    seconds: int = HOUR

    def count(self, whose: str, cost: int = 1) -> int:
        """Count one deed, or ``cost`` of them; how many there are now in this window."""
        key = self._key(whose)
        return _asked(lambda store: self._counted(store, key, cost))

    def admits(self, whose: str, cost: int = 1) -> bool:
        """Count a deed; whether it is still among those allowed."""
        return self.count(whose, cost) <= self.most

    def is_reached(self, whose: str) -> bool:
        """Whether another one would be refused. Counts nothing."""
        key = self._key(whose)
        return _asked(lambda store: store.get(key, 0)) >= self.most

    @property
    def seconds_left(self) -> int:
        """Until counting begins anew: what a refusal says in ``Retry-After``."""
        return self.seconds - int(time.time()) % self.seconds

    def _key(self, whose: str) -> str:
        """Says nothing of whom it counts, and something else in every window."""
        window = int(time.time()) // self.seconds
        digest = salted_hmac(f"throttling.{self.name}.{window}", whose).hexdigest()
        return f"throttling:{self.name}:{digest[:32]}"

    def _counted(self, store, key: str, cost: int) -> int:
        store.add(key, 0, timeout=self.seconds)
        try:
            return store.incr(key, cost)
        except ValueError:
            # It was dropped between the two steps, to make room.
            store.set(key, cost, timeout=self.seconds)
            return cost


def _asked(question) -> int:
    """The answer of the shared cache; while it is away, that of this process."""
    try:
        return question(cache)
    except (RedisError, OSError) as error:
        logger.warning("The cache does not answer (%s); this process counts by itself.", type(error).__name__)
        return question(_own_count)
