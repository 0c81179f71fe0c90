"""Reads web archives (WARC, WARC.gz), as crawlers and Common Crawl's news collection write them.

Turns every response with status 200 and HTML into an article, one record in memory at a time.
The other records are counted, not read; a record that is damaged or too large is told.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from saksi.read.documents import Origin, refuse
from saksi.read.metadata import Claims
from saksi.read.pages import read_page
from saksi.read.sources import BROKEN, Readable, ReadOptions, Source, read_once, read_some
from saksi.read.trees import LIMIT_PAGE
from saksi.records import Article

_HTML = ("text/html", "application/xhtml+xml")
_CHUNK = 1 << 16
_DAMAGE = (*BROKEN, RuntimeError)


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of the pages in an archive."""
    origin = Origin(source.path, "html")
    passed: Counter[str] = Counter()
    broken: list[str] = []
    tape = _Tape(source.stream)
    for number, (record, why) in enumerate(_records(tape, broken), 1):
        article = _read_record(record, origin.at(f"record {number}"), tape, options) if why is None else None
        passed[why or ("not wanted" if article is None else "pages")] += 1
        if article is not None:
            yield article
    if broken:
        why = f"it is damaged after record {passed.total()} ({broken[0][:200]})"
        yield refuse(origin, f"{why}, and what follows was not read: fetch it again")
    elif not passed:
        yield refuse(origin, "it holds no WARC record: check that it is a web archive")
    if options.tell is not None:
        options.tell(_sum_up(source.path, passed))


class _Tape:
    """Stream that tells how far it was read, as the archive reader wants it; it cannot go back."""

    def __init__(self, stream: Readable) -> None:
        self._stream, self._at = stream, 0
        self.broken: str | None = None  # why it could not be read to its end
        self.end = 0  # where the record being read ends

    @property
    def is_cut(self) -> bool:
        """Whether the record being read is longer than what there is of it."""
        return self.broken is not None or self._at < self.end

    def read(self, size: int = _CHUNK) -> bytes:
        try:
            data = read_once(self._stream, size)
        except BROKEN as error:
            self.broken = str(error)
            return b""
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        raise io.UnsupportedOperation(f"no way to {offset}, {whence} in a stream")

    def close(self) -> None:
        """Leave the stream to those who opened it."""


def _records(tape: _Tape, broken: list[str]) -> Iterator[tuple[WarcRecord, str | None]]:
    """Records with the reason to pass them over; damage ends the archive and is noted in ``broken``."""
    try:
        records = ArchiveIterator(tape, parse_http=False)
        while (record := next(records, None)) is not None:
            tape.end = _end_of(record)
            yield record, _pass_over(record)
        if tape.is_cut:
            broken.append(tape.broken or "its last record is cut off")
    except _DAMAGE as error:
        broken.append(str(error))
    except BaseException as error:
        # the reader is no Python and may panic, which Python knows as no Exception
        if type(error).__name__ != "PanicException":
            raise
        broken.append(str(error))


def _end_of(record: WarcRecord) -> int:
    """Where a record ends at the earliest, in bytes of the archive."""
    head = sum(len(name) + len(value) + 3 for name, value in record.headers.items())
    return int(record.stream_pos) + head + int(record.content_length)


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


def _read_record(record: WarcRecord, place: Origin, tape: _Tape, options: ReadOptions) -> Article | None:
    """Article of a page, or what is wrong with it; None when it is not wanted."""
    headers = record.headers
    known = Claims(url=headers.get("WARC-Target-URI"), fetched=headers.get("WARC-Date"))
    if headers.get("WARC-Truncated"):
        known.flags.append("truncated")
    try:
        data = read_some(record.reader, LIMIT_PAGE + 1)
    except _DAMAGE as error:
        return refuse(place, f"it is damaged ({str(error)[:200]}): fetch the archive again")
    if tape.is_cut:
        known.flags.append("truncated")
    if len(data) > LIMIT_PAGE:
        return refuse(place, f"its page is larger than {LIMIT_PAGE:,} bytes: it is no article")
    if options.takes is not None and not options.takes(data):
        return None
    return read_page(data, place, known, record.http_charset)


def _sum_up(path: str, passed: Counter[str]) -> str:
    total = passed.total()
    others = ", ".join(f"{count:,} {why}" for why, count in sorted(passed.items()) if why != "pages")
    return f"{path}: {total:,} records, {passed['pages']:,} pages read" + (
        f"; passed over: {others}" if others else ""
    )
