"""Reads web archives (WARC, WARC.gz), as crawlers and Common Crawl's news collection write them.

Turns every response with status 200 and HTML into an article, one record in memory at a time.
The other records are counted, not read; a record that is damaged or too large is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from saksi.read.documents import Origin, refuse
from saksi.read.metadata import Claims
from saksi.read.pages import read_page
from saksi.read.sources import BROKEN, ReadOptions, Source, read_some
from saksi.read.trees import LIMIT_PAGE
from saksi.records import Article

_HTML = ("text/html", "application/xhtml+xml")
_CHUNK = 1 << 16


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of the pages in an archive."""
    origin = Origin(source.path, "html")
    passed: Counter[str] = Counter()
    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(source.stream, parse_http=False), 1):
            why = _pass_over(record)
            passed[why or "pages"] += 1
            if why is None:
                yield _read_record(record, origin.at(f"record {number}"))
    except (*BROKEN, RuntimeError) as error:
        yield refuse(origin, f"it is damaged after record {number} ({str(error)[:200]}): fetch it again")
    if options.tell is not None:
        options.tell(_sum_up(source.path, passed))
    if not number:
        yield refuse(origin, "it holds no WARC record: check that it is a web archive")


def _pass_over(record: WarcRecord) -> str | None:
    """Why a record is not read, None when it is a page."""
    if record.record_type != WarcRecordType.response:
        return "no responses"
    record.parse_http(auto_decode="all")
    if record.http_headers is None:
        return "no HTTP"
    if record.http_headers.status_code != 200:
        return "status not 200"
    return None if (record.http_content_type or "").lower() in _HTML else "not text/html"


def _read_record(record: WarcRecord, place: Origin) -> Article:
    headers = record.headers
    known = Claims(url=headers.get("WARC-Target-URI"), fetched=headers.get("WARC-Date"))
    if headers.get("WARC-Truncated"):
        known.flags.append("truncated")
    try:
        data = read_some(record.reader, LIMIT_PAGE + 1)
    except (*BROKEN, RuntimeError) as error:
        return refuse(place, f"it is damaged ({str(error)[:200]}): fetch the archive again")
    if len(data) > LIMIT_PAGE:
        return refuse(place, f"its page is larger than {LIMIT_PAGE:,} bytes: it is no article")
    return read_page(data, place, known, record.http_charset)


def _sum_up(path: str, passed: Counter[str]) -> str:
    total = passed.total()
    others = ", ".join(f"{count:,} {why}" for why, count in sorted(passed.items()) if why != "pages")
    return f"{path}: {total:,} records, {passed['pages']:,} pages read" + (
        f"; passed over: {others}" if others else ""
    )
