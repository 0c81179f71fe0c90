"""Tells what kind of source one is, by its name and by its first bytes.

Turns a path or the head of a stream into one of the kinds that ``articles`` can read. A name
that says it is believed; without one, text is what remains.
"""

from __future__ import annotations

import json
import re

from saksi.read.rules import load_columns
from saksi.read.sources import Source

_SUFFIXES = {
    "txt": "text", "text": "text", "html": "html", "htm": "html", "xhtml": "html", "shtml": "html",
    "warc": "warc", "jsonl": "jsonl", "ndjson": "jsonl", "json": "json", "csv": "csv", "tsv": "csv",
    "parquet": "parquet", "pdf": "pdf", "rss": "feed", "atom": "feed", "xml": "xml",
}  # fmt: skip
_MAGIC = ((b"%PDF-", "pdf"), (b"PAR1", "parquet"), (b"WARC/", "warc"))
_HTML = re.compile(
    rb"(?:<!--.*?-->|<\?xml[^>]*>|\s)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FIELD = re.compile(rb'"([a-zA-Z_]\w*)"\s*:')
_ROOT = re.compile(rb"<(?:\w+:)?(rss|feed|RDF|urlset|sitemapindex)\b")


def is_address(path: str) -> bool:
    """Whether a path is an http(s) address.

    >>> is_address("https://kabar.example/1"), is_address("berita/https.txt")
    (True, False)
    """
    return path.lower().startswith(("http://", "https://"))


def kind_of_name(name: str) -> str | None:
    """Kind that a file name tells, ``.gz`` aside; "xml" is a feed or a sitemap."""
    stem = name.lower().removesuffix(".gz")
    return _SUFFIXES.get(stem.rpartition(".")[2]) if "." in stem else None


def tell_kind(source: Source) -> str:
    """Kind of an opened source; text when nothing says otherwise."""
    named = kind_of_name(source.path) if source.url is None else None
    if named in (None, "xml"):
        seen = _see(source.head)
        return "feed" if named == "xml" and seen == "text" else seen
    return named or "text"


def _see(head: bytes) -> str:
    """Kind that the first bytes show."""
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        root = _ROOT.search(start)
        if _HTML.match(start) is None and root is not None:
            return "sitemap" if root.group(1) in (b"urlset", b"sitemapindex") else "feed"
        return "html" if _HTML.match(start) or b"<p" in start.lower() else "text"
    if start.startswith(b"[") and start[1:].lstrip().startswith(b"{"):
        return "json"
    return _see_record(start) if start.startswith(b"{") else "text"


def _see_record(start: bytes) -> str:
    """Lines of JSON, one object over several lines, or text that begins with a brace."""
    line, end, _ = start.partition(b"\n")
    try:
        return "jsonl" if isinstance(json.loads(line), dict) else "text"
    except (ValueError, RecursionError):
        names = {name.decode().lower() for name in _FIELD.findall(start)}
        known = any(not names.isdisjoint(row) for row in load_columns().values())
    if not known:
        return "text"
    return "json" if end else "jsonl"
