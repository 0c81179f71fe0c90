"""Reads RSS and Atom feeds, one article an item.

Turns items into articles: title and full text where the feed has it, else its summary, flagged.
Dates are read from their raw strings, Indonesian ones too. It follows no link.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import replace

import feedparser

from saksi.errors import ReadError
from saksi.read.documents import Origin, make_article, refuse, without_surrogates
from saksi.read.metadata import Claims, settle
from saksi.read.pages import with_title
from saksi.read.sources import ReadOptions, Source, read_all
from saksi.read.trees import take_text
from saksi.records import Article

#: Largest feed read, in bytes: it has to be held whole.
LIMIT_FEED = 20_000_000
_DATES = (("published", "published"), ("updated", "modified"))


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of a feed's items."""
    del options
    origin = Origin(source.path, "feed")
    feed = feedparser.parse(
        io.BytesIO(read_all(source, LIMIT_FEED)), sanitize_html=False, resolve_relative_uris=False
    )
    for number, item in enumerate(feed.entries, 1):
        yield _read_item(item, str(feed.feed.get("title", "")), origin.at(f"item {number}"))
    if feed.bozo and feed.entries:
        why = f"it is no clean XML ({_fault(feed)}), and items may be missing after item {len(feed.entries)}"
        yield refuse(origin, f"{why}: fetch it again")
    elif not feed.entries:
        why = f"no items were found ({_fault(feed)})" if feed.bozo else "it has no items"
        yield refuse(origin, f"{why}: check that it is an RSS or Atom feed")


def _fault(feed: Mapping[str, object]) -> str:
    return str(feed.get("bozo_exception", "")).strip().split("\n")[0][:200]


def _read_item(item: Mapping[str, object], feed_title: str, place: Origin) -> Article:
    """Article of an item."""
    claims = _claim(item, feed_title)
    full = max((_field(part, "value") for part in _list(item, "content")), key=len, default="")
    summary = _field(item, "summary")
    if not full.strip():
        claims.flags.append("summary-only")
    try:
        body = take_text(full if full.strip() else summary)
    except ReadError as error:
        return refuse(place, str(error))
    place = replace(place, metadata=settle(claims))
    text = with_title(place.metadata, body) if place.metadata is not None else body
    if not text.strip():
        return refuse(place, "it has neither title nor text: leave it out")
    return make_article(place, text)


def _claim(item: Mapping[str, object], feed_title: str) -> Claims:
    link = _field(item, "link")
    claims = Claims(url=link if "://" in link else None)
    for name, field in _DATES:
        if name in item:
            where = claims.published if field == "published" else claims.modified
            claims.date(where, f"feed {name}", _field(item, name))
    claims.word(claims.title, "feed title", take_text(_field(item, "title")))
    for author in _list(item, "authors"):
        claims.names("feed author", _field(author, "name"))
    claims.issuer("feed title of feed", feed_title)
    return claims


def _field(item: object, name: str) -> str:
    value = item.get(name) if isinstance(item, Mapping) else None
    return without_surrogates(value) if isinstance(value, str) else ""


def _list(item: Mapping[str, object], name: str) -> list[object]:
    value = item.get(name)
    return list(value) if isinstance(value, list) else []
