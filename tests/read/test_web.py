"""Addresses: a page and a feed are fetched, and what should not be followed is not."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import sleep
from types import SimpleNamespace

import pytest

from saksi.errors import ReadError
from saksi.read import web
from saksi.read.articles import read_articles
from saksi.records import Article
from tests.read.build_sources import SOURCES
from tests.read.stories import HARBOUR, STORIES


class Site(BaseHTTPRequestHandler):
    """A site on this machine with pages, redirects and traps."""

    def do_GET(self) -> None:
        """Answer by path."""
        answers = {
            "/berita": (200, "text/html", (SOURCES / "pelabuhan.html").read_bytes()),
            "/lama": (200, "text/html; charset=windows-1252", (SOURCES / "jembatan.html").read_bytes()),
            "/umpan": (200, "application/rss+xml", (SOURCES / "kabar.rss").read_bytes()),
            "/kosong": (404, "text/html", b"tidak ada"),
        }
        if self.path in ("/lari", "/berkas", "/keluar"):
            targets = {"/lari": "/berita", "/berkas": "file:///etc/hostname", "/keluar": "http://10.0.0.1/"}
            self._send(302, "text/html", b"", targets[self.path])
        elif self.path == "/tanpa-akhir":
            self._stream(b"x" * 65_536, pause=0)
        elif self.path == "/lambat":
            self._stream(b"x", pause=0.1)
        else:
            self._send(*answers.get(self.path, answers["/kosong"]))

    def _send(self, status: int, kind: str, body: bytes, location: str = "") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, part: bytes, pause: float) -> None:
        """Send without end, until the other side has had enough."""
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(10_000):
                self.wfile.write(part)
                sleep(pause)
        except OSError:
            return

    def log_message(self, *words: object) -> None:
        """Keep quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def read(address: str) -> list[Article]:
    return list(read_articles([address]))


def test_named_page_is_read(site: str) -> None:
    [article] = read(f"{site}/berita")
    assert (article.source, article.kind) == (f"{site}/berita", "html")
    assert all(paragraph in article.text for paragraph in HARBOUR.paragraphs)


def test_encoding_the_server_states_is_used(site: str) -> None:
    assert "Selat Ambar" in read(f"{site}/lama")[0].text


def test_named_feed_is_read(site: str) -> None:
    assert [article.text.splitlines()[0] for article in read(f"{site}/umpan")] == [
        story.title for story in STORIES
    ]


@pytest.mark.parametrize(
    ("path", "word"),
    [
        ("/kosong", "status 404"),
        ("/lari", "private network"),
        ("/keluar", "private network"),
        ("/berkas", "not http(s)"),
        ("/tanpa-akhir", "larger than"),
    ],
)
def test_refused_with_the_reason(site: str, path: str, word: str) -> None:
    [article] = read(f"{site}{path}")
    assert article.text == ""
    assert f"{site}{path}: " in article.problems[0].why
    assert word in article.problems[0].why


def test_slow_server_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "LIMIT_SECONDS", 0.5)
    assert "took longer" in read(f"{site}/lambat")[0].problems[0].why


@pytest.mark.parametrize(
    "address", ["http://", "http://[::1", "https://127.0.0.1:1/", "http://a.b:99999/", "http://\x00/"]
)
def test_address_that_leads_nowhere(address: str) -> None:
    assert "could not be fetched" in read(address)[0].problems[0].why


@pytest.mark.parametrize(
    "number",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "fc00::1", "0.0.0.0"],  # noqa: S104
)
def test_private_numbers_are_no_goal_of_a_redirect(number: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", (number, 80))]
    monkeypatch.setattr(web, "socket", SimpleNamespace(getaddrinfo=lambda *_, **__: found, SOCK_STREAM=1))
    with pytest.raises(ReadError, match="private network"):
        web._connect_public(("kabar.example", 80), 1.0)  # noqa: SLF001  # the guard itself
