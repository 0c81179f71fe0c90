"""Reads CSV tables of articles, one article a row.

Turns the rows of a CSV or TSV file, whatever its separator, into articles. ``columns`` says
which column is what. Rows that cannot be read are told by their line; the others come out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import TYPE_CHECKING

from saksi.read.columns import find_columns, read_row, refuse_columns
from saksi.read.documents import Origin, refuse
from saksi.read.sources import ReadOptions, Source, cut_lines
from saksi.records import Article

if TYPE_CHECKING:
    from _csv import Reader  # typeshed's name for what csv.reader gives

#: Longest line and longest cell read, in bytes and characters.
LIMIT_CELL = 4_000_000
_SEPARATORS = ",;\t|"
_BOM = "\ufeff"


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of a table with a line of names."""
    csv.field_size_limit(LIMIT_CELL)
    origin = Origin(source.path, "table")
    lines = _Lines(source)
    first = next(lines, "")
    if lines.too_long is not None:
        yield refuse(origin, f"its first line is longer than {LIMIT_CELL:,} bytes: check that it is a table")
        return
    rows = csv.reader(_chain(first, lines), delimiter=_sniff(first))
    try:
        names = [name.strip() for name in next(rows, [])]
    except csv.Error as error:
        yield refuse(origin, f"its line of names cannot be read ({error}): check that it is a table")
        return
    columns = find_columns(names, options.columns)
    if "text" not in columns and "html" not in columns:
        yield refuse_columns(origin, names)
        return
    yield from _read_rows(rows, names, columns, origin)
    if lines.too_long is not None:
        why = f"it is longer than {LIMIT_CELL:,} bytes, and the lines after it were not read: split the table"
        yield refuse(origin.at(f"line {lines.too_long}"), why)
    if lines.foreign:
        why = f"{lines.foreign} lines are not UTF-8 and were read as Windows-1252: convert the table"
        yield refuse(origin, why)


def _read_rows(rows: Reader, names: list[str], columns: dict[str, str], origin: Origin) -> Iterator[Article]:
    """Read rows until one breaks the form of the table: what follows cannot be told apart any more."""
    before = rows.line_num
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            why = f"the table breaks off here ({error}), and what follows was not read: mend its quotation marks"
            yield refuse(origin.at(f"line {before + 1}"), why)
            return
        if row is None:
            return
        place, before = origin.at(f"line {before + 1}"), rows.line_num
        if len(row) > len(names):
            yield refuse(place, f"it has {len(row)} cells under {len(names)} names: mend its quotation marks")
        elif any(cell.strip() for cell in row):
            yield read_row(dict(zip(names, row, strict=False)), columns, place)


def _sniff(line: str) -> str:
    """Separator of a table: the likely one that its line of names has most."""
    return max(_SEPARATORS, key=lambda mark: (line.count(mark), -_SEPARATORS.index(mark)))


def _chain(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


class _Lines:
    """Lines of a table as text; ends before a line that is too long, and counts those that are not UTF-8."""

    def __init__(self, source: Source) -> None:
        self._lines = cut_lines(source, LIMIT_CELL)
        self.too_long: int | None = None
        self.foreign = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        number, line = next(self._lines)
        if line is None:
            self.too_long = number
            raise StopIteration
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            self.foreign += 1
            text = line.decode("cp1252", "replace")
        return text.removeprefix(_BOM) if number == 1 else text
