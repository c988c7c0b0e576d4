"""What is tidied up once a day: registered by the apps that know, done by the clock. Safe to do again."""

from __future__ import annotations

import logging
from collections.abc import Callable

log = logging.getLogger(__name__)

_daily: list[Callable[[], int]] = []


def daily(chore: Callable[[], int]) -> Callable[[], int]:
    """Register a function that tidies up and returns how many rows it removed."""
    _daily.append(chore)
    return chore


def do_daily() -> int:
    """Do every chore; how many rows were removed in all."""
    removed = {chore.__qualname__: chore() for chore in _daily}
    log.info("Daily chores: %s", removed)
    return sum(removed.values())
