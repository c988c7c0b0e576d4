"""How often something may be done: messages sent, files held, secrets guessed.

Without the shared cache each process counts by itself.
"""

from __future__ import annotations

import ipaddress
import logging

from django.conf import settings
from django.core.cache import cache
from django.core.cache.backends.locmem import LocMemCache
from django.utils.crypto import salted_hmac
from redis.exceptions import RedisError

logger = logging.getLogger(__name__)

#: Of one address; an office or a hotel shares one.
MESSAGES = 20
#: The same text, whoever sends it.
SAME_TEXTS = 5
#: Files that are held for forms.
FILES = 18
#: Wrong pairs of number and secret: of an address, and of a number whoever tries it.
WRONG_PAIRS = 10
WRONG_SECRETS = 40
ACKNOWLEDGEMENTS = 3
ANSWERS = 20
#: Seconds.
WINDOW = 3600
DAY = 24 * 3600

_own_count = LocMemCache("inquiries-throttle", {"OPTIONS": {"MAX_ENTRIES": 10_000}})


def admits(address: str) -> bool:
    """Count one message of an address; whether it is still among those allowed in an hour."""
    return _add("messages", _block(address), WINDOW) <= MESSAGES


def admits_text(text: str) -> bool:
    """Count one sending of a text, by its letters alone; whether it is still among those allowed in a day."""
    letters = "".join(letter for letter in text.casefold() if letter.isalnum())
    return _add("texts", letters, DAY) <= SAME_TEXTS


def admits_file(address: str) -> bool:
    return _add("files", _block(address), WINDOW) <= FILES


def admits_acknowledgement(email: str) -> bool:
    return _add("acknowledgements", email.casefold(), DAY) <= ACKNOWLEDGEMENTS


def admits_answer(number: str) -> bool:
    """Count one text of a sender about a message that the desk has already."""
    return _add("answers", number, WINDOW) <= ANSWERS


def admits_guess(address: str, number: str) -> bool:
    """Whether another pair of number and secret may be tried. Counts nothing: only wrong ones count."""
    tried = (_read("guesses", _block(address)), _read("guessed", number))
    return tried[0] < WRONG_PAIRS and tried[1] < WRONG_SECRETS


def count_wrong_guess(address: str, number: str) -> None:
    _add("guesses", _block(address), WINDOW)
    _add("guessed", number, WINDOW)


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


def _key(what: str, whose: str) -> str:
    """Says nothing of whom it counts."""
    return f"inquiries:{what}:{salted_hmac('inquiries.throttle', whose).hexdigest()[:32]}"


def _add(what: str, whose: str, seconds: int) -> int:
    return _asked(lambda store: _count(store, _key(what, whose), seconds))


def _read(what: str, whose: str) -> int:
    return _asked(lambda store: store.get(_key(what, whose), 0))


def _asked(question) -> int:
    """The answer of the shared cache; while it is away, that of this process."""
    try:
        return question(cache)
    except (RedisError, OSError) as error:
        logger.warning(
            "The cache does not answer (%s); messages are counted in this process.", type(error).__name__
        )
        return question(_own_count)


def _count(store, key: str, seconds: int) -> int:
    store.add(key, 0, timeout=seconds)
    try:
        return store.incr(key)
    except ValueError:
        # The time ended between the two steps.
        store.set(key, 1, timeout=seconds)
        return 1
