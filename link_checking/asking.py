"""Asking another site whether a page is there: the head of its answer is read, and nothing else.

An own small client, because it has to do what libraries do not: connect to the very address that was judged, judge
every redirect anew, and end at a moment whatever the other side does.
"""

from __future__ import annotations

import http.client
import io
import re
import socket
import ssl
from dataclasses import dataclass
from time import monotonic
from urllib.parse import quote, urljoin, urlsplit

from django.conf import settings

from .models import Link
from .network import Forbidden, Judge, Unknown, addresses_of, is_public

Problem = Link.Problem
#: Seconds for one link, redirects and both methods included; bytes of a head; redirects.
BUDGET, HEAD_SIZE, HOPS = 12.0, 64 * 1024, 6
_STATUS = re.compile(rb"HTTP/1\.[01] (\d{3})(?: |\r|$)")
_REDIRECTS = (301, 302, 303, 307, 308)
_PERMANENT = (301, 308)
#: What stays as it is in an address; everything else is sent as percent signs.
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True)
class Answer:
    """What came of asking: the status of the last answer, or the problem that kept one from coming."""

    status: int | None = None
    problem: str = ""
    #: Where permanent redirects alone led to, empty when none did.
    moved_to: str = ""

    @property
    def is_good(self) -> bool:
        return self.status is not None and 200 <= self.status < 300


class Failed(Exception):
    """No answer came; ``problem`` says why."""

    def __init__(self, problem: str):
        self.problem = problem
        super().__init__(problem)


def ask(
    address: str,
    *,
    allowed: Judge = is_public,
    budget: float = BUDGET,
    trust: ssl.SSLContext | None = None,
) -> Answer:
    """Ask for the head of a page, and for the page where a head is not given. Never raises for what others do.

    ``allowed`` says which IP addresses may be talked to, ``budget`` is in seconds, ``trust`` the certificates that
    are believed (default: those of the system).
    """
    trust = trust or ssl.create_default_context()
    begun = monotonic()
    answer = _follow(address, "HEAD", begun + budget / 2, allowed, trust)
    hopeless = (Problem.PRIVATE, Problem.ADDRESS, Problem.NAME)
    if answer.is_good or answer.problem in hopeless:
        return answer
    return _follow(address, "GET", begun + budget, allowed, trust)


def _follow(address: str, method: str, deadline: float, allowed: Judge, trust: ssl.SSLContext) -> Answer:
    moved_to, is_permanent = "", True
    for _hop in range(HOPS):
        try:
            status, location = _exchange(address, method, deadline, allowed, trust)
        except Failed as failure:
            return Answer(problem=failure.problem)
        if status not in _REDIRECTS or not location:
            return Answer(status, moved_to=moved_to)
        try:
            address = urljoin(address, location)
        except ValueError:
            return Answer(problem=Problem.ADDRESS)
        is_permanent = is_permanent and status in _PERMANENT
        moved_to = address if is_permanent else moved_to
    return Answer(problem=Problem.LOOP)


def _exchange(
    address: str, method: str, deadline: float, allowed: Judge, trust: ssl.SSLContext
) -> tuple[int, str]:
    """One request: the status and the place to which a redirect leads. Raises Failed."""
    scheme, host, port, request = _request(address, method)
    try:
        addresses = addresses_of(host, port, timeout=_left(deadline), allowed=allowed)
        with _connected(addresses, port, deadline) as plain:
            connection = trust.wrap_socket(plain, server_hostname=host) if scheme == "https" else plain
            with connection:
                connection.settimeout(_left(deadline))
                connection.sendall(request)
                return _head(connection, deadline)
    except Forbidden as error:
        raise Failed(Problem.PRIVATE) from error
    except Unknown as error:
        raise Failed(Problem.NAME) from error
    except TimeoutError as error:
        raise Failed(Problem.SLOW) from error
    except ssl.SSLError as error:
        raise Failed(Problem.TLS) from error
    except OSError as error:
        raise Failed(Problem.REFUSED) from error


def _request(address: str, method: str) -> tuple[str, str, int, bytes]:
    """(scheme, host, port, bytes to send). An account in an address is not sent. Raises Failed."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port or {"http": 80, "https": 443}[parts.scheme]
    except (ValueError, KeyError) as error:
        raise Failed(Problem.ADDRESS) from error
    if not host or re.search(r"[\x00-\x20\x7f]", host):
        raise Failed(Problem.ADDRESS)
    named = f"[{host}]" if ":" in host else host
    named = named if parts.port is None else f"{named}:{port}"
    target = quote(parts.path or "/", safe=_SAFE)
    target += f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    lines = [
        f"{method} {target} HTTP/1.1",
        f"Host: {named}",
        f"User-Agent: LiangjiangPortal-LinkCheck/1.0 (+{settings.SITE_URL})",
        "Accept: */*",
        "Connection: close",
    ]
    return parts.scheme, host, port, ("\r\n".join(lines) + "\r\n\r\n").encode("ascii", "replace")


def _connected(addresses: list[str], port: int, deadline: float) -> socket.socket:
    """A connection to the first of a few addresses that takes one. Raises OSError."""
    fault: OSError | None = None
    for address in addresses[:3]:
        try:
            connection = socket.create_connection((address, port), timeout=_left(deadline))
        except OSError as error:
            fault = error
            continue
        return connection
    raise fault or OSError


def _head(connection: socket.socket, deadline: float) -> tuple[int, str]:
    """Read the head of an answer, past those that only announce one. Raises Failed, OSError."""
    received = b""
    while True:
        end = received.find(b"\r\n\r\n")
        if end < 0:
            connection.settimeout(_left(deadline))
            more = connection.recv(4096)
            if not more or len(received) > HEAD_SIZE:
                raise Failed(Problem.ANSWER)
            received += more
            continue
        found = _STATUS.match(received)
        if not found:
            raise Failed(Problem.ANSWER)
        status = int(found[1])
        if 100 <= status < 200:
            received = received[end + 4 :]
            continue
        return status, _location(received[:end])


def _location(head: bytes) -> str:
    lines = head.partition(b"\r\n")[2] + b"\r\n\r\n"
    try:
        fields = http.client.parse_headers(io.BytesIO(lines))
    except http.client.HTTPException as error:
        raise Failed(Problem.ANSWER) from error
    return (fields.get("Location") or "").strip()


def _left(deadline: float) -> float:
    """Seconds until the deadline. Raises TimeoutError after it."""
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
