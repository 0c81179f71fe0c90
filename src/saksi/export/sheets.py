"""Writes a workbook (XLSX) and Parquet files of the rows.

Turns rows into sheets of text and numbers, or into columns. Text is written as text, so that
no cell is ever a formula or a link. XlsxWriter and pyarrow are extras.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any

from saksi.errors import UsageError
from saksi.query.result import columns_of, flat, load_part
from saksi.rows import EventRow, RelationRow, Row, Selection, StatementRow

#: What a sheet of Excel holds at most.
_MOST_ROWS, _MOST_SIGNS = 1_048_576, 32_767
#: Rows of a Parquet group: the writer holds one in memory.
_GROUP = 20_000
#: A workbook must say when it was made; the same rows are to give the same bytes.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC)


def write_xlsx(selection: Selection, path: Path) -> str:
    """A sheet each of events, statements and relations."""
    xlsxwriter = load_part("xlsxwriter", "xlsx")
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(str(path), options) as book:
        book.set_properties({"title": "saksi", "created": _CREATED})
        counts = [
            _fill_sheet(book, "events", EventRow, selection.events()),
            _fill_sheet(book, "statements", StatementRow, selection.statements()),
            _fill_sheet(book, "relations", RelationRow, selection.relations()),
        ]
    return "{} events, {} statements, {} relations".format(*counts)


def _fill_sheet(book: Any, name: str, kind: type[Row], rows: Iterable[Row]) -> int:
    sheet, bold = book.add_worksheet(name), book.add_format({"bold": True})
    sheet.freeze_panes(1, 0)
    for column, title in enumerate(columns_of(kind)):
        sheet.write_string(0, column, title, bold)
    number = 0
    for number, row in enumerate(islice(rows, _MOST_ROWS), start=1):
        if number == _MOST_ROWS:
            raise UsageError(f"{name}: more rows than a sheet holds ({_MOST_ROWS:,}): use csv or parquet")
        for column, value in enumerate(flat(row).values()):
            if isinstance(value, str):
                sheet.write_string(number, column, value[:_MOST_SIGNS])
            elif value is not None:
                sheet.write_number(number, column, value)
    return number


def write_parquet(selection: Selection, path: Path) -> str:
    """Events with typed columns; lists and sides are lists and structs."""
    arrow, parquet = load_part("pyarrow", "parquet"), load_part("pyarrow.parquet", "parquet")
    schema = make_schema(arrow)
    count, rows = 0, selection.events()
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while page := [_plain(row) for row in islice(rows, _GROUP)]:
            writer.write_table(arrow.Table.from_pylist(page, schema=schema))
            count += len(page)
    return f"{count} rows"


def make_schema(arrow: Any) -> Any:
    """The Arrow schema of an event."""
    text = arrow.string()
    sides = arrow.list_(
        arrow.struct([(name, text) for name in ("name", "code", "sector", "office", "entity", "actor")])
    )
    special = {"context": arrow.list_(text), "actor": sides, "recipient": sides}
    kinds = {"int": arrow.int64(), "float": arrow.float64()}
    return arrow.schema(
        [
            (one.name, special.get(one.name) or kinds.get(str(one.type).partition(" ")[0], text))
            for one in fields(EventRow)
        ]
    )


def _plain(row: EventRow) -> dict[str, object]:
    cells = {one.name: getattr(row, one.name) for one in fields(row)}
    cells["context"] = list(row.context)
    for role in ("actor", "recipient"):
        cells[role] = [side._asdict() for side in cells[role]]
    return cells
