"""A connection to somebody else's server: only to where a message may go, and only for so long."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from heeded.casework.ports.outbox import NotDelivered

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

SECONDS, AT_MOST = 5.0, 15.0
"""How long each step may take, and all of them together."""


@contextmanager
def connection(address: str, allowed: Sequence[Network] = ()) -> Iterator[http.client.HTTPConnection]:
    """A connection to the server of a URL; NotDelivered where none may be made.

    The server's name is looked up once, every address found for it must be one that may be reached, and it
    is that address to which the connection goes, so that a name cannot change its mind in between.
    Redirections are not followed.
    """
    parts = urlsplit(address)
    host, secure = parts.hostname or "", parts.scheme == "https"
    if not host or parts.scheme not in {"http", "https"} or parts.username is not None:
        raise NotDelivered("the address of the webhook is not a plain https address")
    port = parts.port or (443 if secure else 80)
    places = _look_up(host, port)
    for place in places:
        _check(place, allowed, secure=secure)
    line = http.client.HTTPConnection(host, port, timeout=SECONDS)
    line.sock = _connect(str(places[0]), port, host if secure else "")
    cut = threading.Timer(AT_MOST, _cut, [line.sock])
    cut.start()
    try:
        yield line
    finally:
        cut.cancel()
        line.close()


def _look_up(host: str, port: int) -> list[IPAddress]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(where[0]).partition("%")[0]) for *_, where in found]


def _check(place: IPAddress, allowed: Sequence[Network], *, secure: bool) -> None:
    place = getattr(place, "ipv4_mapped", None) or place
    if not secure and not place.is_loopback:
        raise NotDelivered("the address of the webhook is not https")
    if any(place.version == network.version and place in network for network in allowed):
        return
    if not place.is_global or place.is_multicast:
        raise NotDelivered(
            "the webhook lies in a private network: name the network in HEEDED_WEBHOOK_NETWORKS if it may"
        )


def _connect(place: str, port: int, secure_as: str) -> socket.socket:
    line = socket.create_connection((place, port), timeout=SECONDS)
    if not secure_as:
        return line
    try:
        return ssl.create_default_context().wrap_socket(line, server_hostname=secure_as)
    except BaseException:
        line.close()
        raise


def _cut(line: socket.socket) -> None:
    """End a connection that takes too long, whatever it is doing."""
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
