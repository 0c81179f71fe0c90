"""Reads JSON: lines of articles, one article alone, or a list of them.

Turns each object into an article by the names of its fields, as a table's columns. Lines that
are no object are told by their number; the others come out.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator

from saksi.errors import ReadError
from saksi.read.columns import find_columns, read_row, refuse_columns
from saksi.read.documents import Origin, refuse
from saksi.read.kinds import tell_kind
from saksi.read.sources import ReadOptions, Source, cut_lines, read_some
from saksi.records import Article

#: Longest line of JSON read, in bytes.
LIMIT_LINE = 10_000_000
#: Largest JSON file that is no JSONL, in bytes: it has to be held whole.
LIMIT_FILE = 30_000_000
#: Keys under which an object may hold its list of articles.
_LISTS = ("articles", "data", "items", "results", "docs", "documents", "berita", "rows")
_TOO_DEEP = "its JSON is nested too deep: it is no article"


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of lines of JSON, or of a whole file of it."""
    origin = Origin(source.path, "table")
    is_whole = (options.kind or tell_kind(source)) == "json"
    records = _read_file(source, origin) if is_whole else _read_lines(source, origin)
    for place, value in records:
        match value:
            case dict():
                yield _read_object(value, place, options)
            case ReadError():
                yield refuse(place, str(value))
            case _:
                yield refuse(place, 'it is no JSON object: write an article as {"text": ...}')


def _read_object(value: dict[str, object], place: Origin, options: ReadOptions) -> Article:
    columns = find_columns(value, options.columns)
    if columns.keys().isdisjoint({"text", "html", "summary"}):
        return refuse_columns(place, list(value))
    return read_row(value, columns, place)


def _read_lines(source: Source, origin: Origin) -> Iterator[tuple[Origin, object]]:
    """Values of lines with their places; a ReadError where there is none."""
    for number, line in cut_lines(source, LIMIT_LINE):
        place = origin.at(f"line {number}")
        if line is None:
            yield place, ReadError(f"it is longer than {LIMIT_LINE:,} bytes: split it up")
        elif line.strip():
            yield place, _parse(line.removeprefix(b"\xef\xbb\xbf"))


def _read_file(source: Source, origin: Origin) -> Iterator[tuple[Origin, object]]:
    data = read_some(source.stream, LIMIT_FILE + 1)
    if len(data) > LIMIT_FILE:
        yield origin, ReadError(f"it is larger than {LIMIT_FILE:,} bytes: write one object a line (JSONL)")
        return
    value = _parse(data.removeprefix(b"\xef\xbb\xbf"))
    if isinstance(value, ReadError) and b"}\n{" in data.replace(b"\r", b""):
        yield from _read_lines(Source(source.path, io.BytesIO(data), b""), origin)
        return
    if isinstance(value, dict):
        value = next((value[key] for key in _LISTS if isinstance(value.get(key), list)), value)
    if not isinstance(value, list):
        yield origin, value
        return
    for number, part in enumerate(value, 1):
        yield origin.at(f"record {number}"), part


def _parse(data: bytes) -> object:
    """Parse JSON, or give the ReadError that tells what is wrong with it."""
    try:
        value: object = json.loads(data, strict=False)
    except RecursionError:
        return ReadError(_TOO_DEEP)
    except ValueError as error:
        return ReadError(f"it is no JSON ({error}): mend or leave out the line")
    return value
