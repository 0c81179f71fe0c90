"""Writes web archives: pages as the responses that a crawler has kept, in gzip."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path


def write_archive(path: Path, pages: Iterable[str]) -> None:
    """One WARC response a page, in one gzip member, addressed by its number from 0 on."""
    with gzip.open(path, "wb", compresslevel=6) as file:
        for number, page in enumerate(pages):
            file.write(make_record(page.encode(), number))


def make_record(page: bytes, number: int) -> bytes:
    """Response record of a page, addressed ``https://swara.test/`` and its number."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://swara.test/{number}\r\nWARC-Date: 2024-07-04T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
