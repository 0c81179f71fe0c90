"""Fetches the one page or feed whose address the user gave.

Turns an http(s) address into a ``Source``. It fetches nothing else: no links, no pictures, no
addresses that stand in documents. Time and size are limited, and no redirect leads into a
private network: only an address the user typed may be private.
"""

from __future__ import annotations

import http.client
import io
import ipaddress
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from urllib.parse import urljoin, urlsplit

from saksi.errors import ReadError
from saksi.read.kinds import is_address
from saksi.read.sources import Source, see_head
from saksi.version import __version__

#: Largest answer taken, in bytes; longest time for all of it, in seconds; most redirects followed.
LIMIT_BYTES, LIMIT_SECONDS, LIMIT_REDIRECTS = 10_000_000, 30.0, 5
_CHUNK = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {"User-Agent": f"saksi/{__version__}", "Accept": "text/html, */*", "Accept-Encoding": "identity"}
_CHARSET = re.compile(r"charset=\"?([\w.:-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server sent: a body, or where to look instead."""

    status: int
    location: str | None
    content_type: str
    body: bytes


@contextmanager
def open_address(address: str) -> Iterator[Source]:
    """Fetch an address and open what it holds; ReadError when that takes too long, is too large or fails."""
    deadline = monotonic() + LIMIT_SECONDS
    url = address
    for step in range(LIMIT_REDIRECTS + 1):
        answer = _ask(url, deadline, is_named=step == 0)
        if answer.status not in _REDIRECTS or not answer.location:
            break
        url = urljoin(url, answer.location)
        if not is_address(url):
            raise ReadError("it leads to an address that is not http(s): name the page itself")
    else:
        raise ReadError(f"it leads on more than {LIMIT_REDIRECTS} times: name the page itself")
    if answer.status != 200:
        raise ReadError(f"the server answered with status {answer.status}: check the address")
    charset = _CHARSET.search(answer.content_type)
    yield see_head(address, io.BytesIO(answer.body), url, charset.group(1) if charset else None)


def _ask(url: str, deadline: float, *, is_named: bool) -> _Answer:
    """Ask one server once."""
    try:
        connection, target = _connect(url, deadline, is_named=is_named)
        try:
            connection.connect()
            sock = connection.sock  # the connection lets go of it when the server says that it will close
            connection.request("GET", target, headers=_HEADERS)
            response = connection.getresponse()
            body = b"" if response.status in _REDIRECTS else _take_body(sock, response, deadline)
            kind = response.getheader("Content-Type", "")
            return _Answer(response.status, response.getheader("Location"), kind, body)
        finally:
            connection.close()
    except TimeoutError as error:
        raise ReadError(
            f"it took longer than {LIMIT_SECONDS:.0f} seconds: try again, or save the page"
        ) from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise ReadError(f"it could not be fetched ({error}): check the address") from error


def _connect(url: str, deadline: float, *, is_named: bool) -> tuple[http.client.HTTPConnection, str]:
    """Connection that checks the address it really reaches, and the path to ask for."""
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_left(deadline))
    if not is_named:
        connection._create_connection = _connect_public  # type: ignore[attr-defined]  # noqa: SLF001  # its one hook
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return connection, re.sub(
        r"[^\x21-\x7e]", lambda sign: "".join(f"%{b:02X}" for b in sign[0].encode()), target
    )


def _connect_public(
    place: tuple[str, int], timeout: float, source_address: tuple[str, int] | None = None
) -> socket.socket:
    """Connect to a host unless it stands in a private network; the checked number is the one connected to."""
    del source_address
    for *_, found in socket.getaddrinfo(*place, type=socket.SOCK_STREAM):
        number = str(found[0])
        if not ipaddress.ip_address(number.partition("%")[0]).is_global:
            raise ReadError(
                "it leads to an address in a private network, which only you may name: name the page itself"
            )
        return socket.create_connection((number, place[1]), timeout)
    raise OSError("the host has no address")


def _take_body(sock: socket.socket, response: http.client.HTTPResponse, deadline: float) -> bytes:
    """Take the body piece by piece, so that slow and endless answers end."""
    parts: list[bytes] = []
    size = 0
    while size <= LIMIT_BYTES:
        sock.settimeout(_left(deadline))
        part = response.read1(_CHUNK)
        if not part:
            return b"".join(parts)
        parts.append(part)
        size += len(part)
    raise ReadError(f"it is larger than {LIMIT_BYTES:,} bytes: save the article itself")


def _left(deadline: float) -> float:
    left = deadline - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
