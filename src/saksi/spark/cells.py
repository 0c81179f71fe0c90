"""Turns rows of the store's tables into Parquet files and back.

The columns are those of the store's schema, so that a table of a cluster and a table of a store are
one and the same. Rows of one part of a collection become one file a table.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

import apsw

from saksi.query.result import load_part
from saksi.spark.files import open_folder
from saksi.spark.tables import from_parquet
from saksi.store.connect import migrations
from saksi.store.drafts import Cells

#: What a record belongs to: tables that a store has as columns of others.
_MARKS: Mapping[str, Mapping[str, str]] = {
    "event": {"id": "TEXT", "incident": "TEXT"},
    "relation": {"id": "TEXT", "fact": "TEXT"},
    "document": {"id": "TEXT", "identities": "TEXT"},
}
#: Rows of one file at most, so that none needs much memory.
_ROWS = 100_000


@cache
def columns_of(table: str) -> Mapping[str, str]:
    """Names and SQLite types of the columns of a table."""
    if table in _MARKS:
        return _MARKS[table]
    connection = apsw.Connection(":memory:")
    for step in migrations():
        connection.execute(step)
    return {
        str(name): str(kind)
        for name, kind in connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
    }


def write_parts(rows: Any, address: str, folder: str) -> list[str]:
    """Write ``(table, cells)`` where they are; gives the names of the files."""

    def write(number: int, own: Iterator[tuple[str, Cells]]) -> Iterator[str]:
        return write_tables(own, address, f"{folder}/{{}}-{number:05}")

    return sorted(rows.mapPartitionsWithIndex(write).collect())


def write_tables(rows: Iterable[tuple[str, Cells]], address: str, name: str) -> Iterator[str]:
    """Write rows as files, at most so many rows in each; ``{}`` in the name stands for the table."""
    held: dict[str, list[Cells]] = {}
    parts: dict[str, int] = {}
    for table, cells in rows:
        held.setdefault(table, []).append(cells)
        if len(held[table]) == _ROWS:
            parts[table] = parts.get(table, 0) + 1
            yield _write(address, f"{name.format(table)}-{parts[table]:03}.parquet", table, held.pop(table))
    for table, own in held.items():
        yield _write(address, f"{name.format(table)}-{parts.get(table, 0) + 1:03}.parquet", table, own)


def _write(address: str, name: str, table: str, rows: list[Cells]) -> str:
    arrow, parquet = load_part("pyarrow", "spark"), load_part("pyarrow.parquet", "spark")
    types = {"TEXT": arrow.string(), "INTEGER": arrow.int64(), "REAL": arrow.float64()}
    schema = arrow.schema([(column, types[kind]) for column, kind in columns_of(table).items()])
    out = io.BytesIO()
    parquet.write_table(arrow.Table.from_pylist(rows, schema), out, compression="zstd")
    open_folder(address).write(name, out.getvalue())
    return name


def read_tables(address: str, names: Iterable[str], table: str) -> Iterator[Cells]:
    """The rows of a table from its files among these."""
    folder = open_folder(address)
    for name in sorted(names):
        if name.rpartition("/")[2].startswith(f"{table}-"):
            yield from from_parquet(folder.read(name) or b"")


def pack_map(values: Mapping[str, str]) -> str:
    """A mapping in one cell."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
