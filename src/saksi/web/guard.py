"""Keeps strangers out: only known hosts, no foreign forms, no foreign scripts, no flood.

Turns an ASGI app into one that checks each request first and sends safe headers with each
answer. Whoever can open the page may read; a write needs the room's token.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from saksi.errors import UsageError

#: Bytes of a form: an article may be pasted, a book not.
LARGEST_FORM = 2_000_000
#: The one rule of style that cytoscape writes into a page (``position: relative`` of its box).
_CYTOSCAPE = "'sha256-pgvDUBa4IjFA2yuSJ2cqcyxmNYJMborsd0ORcRv9vw8='"
POLICY = (
    f"default-src 'none'; script-src 'self'; style-src 'self' {_CYTOSCAPE}; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "geolocation=(), camera=(), microphone=()",
}


class Guard:
    """The outermost layer of the app."""

    def __init__(self, app: ASGIApp, hosts: tuple[str, ...]) -> None:
        self._app, self._hosts = app, frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a known host, refuse for any other (DNS rebinding)."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(raw=message["headers"])
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                message = {**message, "headers": headers.raw}
            await send(message)

        if name_host(Headers(scope=scope).get("host", "")) not in self._hosts:
            refusal = PlainTextResponse("saksi: this host name is not served here: see --allow-host\n", 421)
            await refusal(scope, receive, send_safely)
            return
        await self._app(scope, receive, send_safely)


def name_host(host: str) -> str:
    """The name in a Host header, without the port.

    >>> name_host("127.0.0.1:8421"), name_host("[::1]:8421")
    ('127.0.0.1', '[::1]')
    """
    name, colon, port = host.rpartition(":")
    return (name if colon and port.isdecimal() else host).lower()


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form; UsageError when it is too large."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > LARGEST_FORM:
            raise UsageError(f"the form is larger than {LARGEST_FORM:,} bytes: use saksi add")
    pairs = parse_qsl(data.decode("utf-8", errors="replace"), keep_blank_values=True, max_num_fields=100)
    return dict(pairs)


def is_own(request: Request, form: Mapping[str, str], token: str) -> bool:
    """Whether a form came from one of our pages: its token, and where the browser says it came from."""
    if not hmac.compare_digest(form.get("token", "").encode(), token.encode()):
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(str(origin)).netloc == request.headers.get("host")
