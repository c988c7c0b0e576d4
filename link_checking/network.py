"""Which machines the portal may talk to when somebody's text names them: those of the public internet, no others.

A name is looked up once, every address that it has is judged, and the connection goes to one of exactly these: a
name that means another machine a moment later gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TookTooLong

Judge = Callable[[str], bool]

#: Translation into IPv4 (RFC 6052, RFC 8215) and tunnels (RFC 3056, RFC 4380): they end at machines of IPv4.
_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
_NEVER = [
    ipaddress.ip_network(text)
    for text in ("64:ff9b:1::/48", "2001::/23", "fec0::/10", "::/96", "192.0.0.0/24", "192.88.99.0/24")
]
#: Of the ports that systems keep for their own services, only those of the web.
_WEB_PORTS = (80, 443)


class Forbidden(Exception):
    """The address belongs to a machine that the portal does not talk to."""


class Unknown(Exception):
    """The name leads nowhere."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet; False for what is no IP address."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if found.version == 6:
        inner = found.ipv4_mapped or found.sixtofour
        if inner is None and found in _TRANSLATED:
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    if any(found.version == network.version and found in network for network in _NEVER):
        return False
    return found.is_global and not (
        found.is_multicast or found.is_reserved or found.is_loopback or found.is_unspecified
    )


def addresses_of(host: str, port: int, *, timeout: float, allowed: Judge = is_public) -> list[str]:
    """The IP addresses of a host, all of which may be talked to, in the order of the system. ``timeout`` in seconds.

    Raises Forbidden when one may not, or when the port belongs to another service; Unknown when there are none, and
    TimeoutError.
    """
    if port < 1024 and port not in _WEB_PORTS:
        raise Forbidden(host)
    pool = ThreadPoolExecutor(1)
    try:
        found = pool.submit(socket.getaddrinfo, host, port, type=socket.SOCK_STREAM).result(timeout)
    except TookTooLong as error:
        raise TimeoutError from error
    except (socket.gaierror, UnicodeError) as error:
        raise Unknown(host) from error
    finally:
        # The resolver of the system cannot be interrupted; its thread ends by itself.
        pool.shutdown(wait=False)
    addresses = list(dict.fromkeys(entry[4][0] for entry in found))
    if not addresses:
        raise Unknown(host)
    if not all(allowed(address) for address in addresses):
        raise Forbidden(host)
    return addresses
