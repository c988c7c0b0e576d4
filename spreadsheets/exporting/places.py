"""Limits how many files are made at a time: a slow reader holds a thread until the whole file is sent."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from threading import BoundedSemaphore

from django.http import StreamingHttpResponse

#: Seconds after which somebody who found no place is asked to come again.
RETRY_AFTER = 20


class NoPlace(Exception):
    """As many files as may be made at a time are being made."""


class Places:
    """Places of one process. A place is taken before a file is begun, and free when its response is closed."""

    def __init__(self, number: int):
        self._free = BoundedSemaphore(number)

    def send(self, make: Callable[[], StreamingHttpResponse]) -> StreamingHttpResponse:
        """The response of ``make``, in a place. Raises NoPlace, and whatever ``make`` raises, with no place taken."""
        if not self._free.acquire(blocking=False):
            raise NoPlace
        try:
            response = make()
            response.streaming_content = _Placed(response.streaming_content, self._free.release)
        except BaseException:
            self._free.release()
            raise
        return response


class _Placed:
    """The pieces of a file, which give their place back once: when they are closed, or forgotten."""

    def __init__(self, pieces: Iterator[bytes], leave: Callable[[], None]):
        self._pieces, self._leave = pieces, leave

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._pieces)

    def close(self) -> None:
        leave, self._leave = self._leave, None
        if leave:
            leave()

    __del__ = close


#: Of all exports together: half the threads of a process at most.
places = Places(2)
