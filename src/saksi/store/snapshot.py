"""``saksi snapshot``: the tables of a store as Parquet files beside it, for quick questions to large stores.

Turns rows into columns, a batch at a time. The folder is made under another name and then takes the
place of the one before; what it was made from stands in it, so that an old one is never asked.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import apsw

from saksi.query.result import load_part
from saksi.query.snapshot import ABOUT, TABLES, make_stamp, place_of

#: Rows of a batch, and of a group that DuckDB can pass over by its days.
_BATCH = 50_000
#: Rows that are asked for together lie together.
_ORDER = {"event": "date_from, number", "dyad": "source, target, day", "participant": "code, day"}
#: Columns that a snapshot has no use for.
_LEFT_OUT = {"article": ("text", "analysis", "reading", "across")}


def write_snapshot(connection: apsw.Connection, store: Path) -> int:
    """Write the snapshot of a store and tell how many bytes it has."""
    load_part("duckdb", "duckdb")  # whoever cannot ask it needs none
    folder = place_of(store)
    fresh = folder.with_name(f".{folder.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    connection.execute("BEGIN")  # one state of the store, whoever writes meanwhile
    try:
        for table in TABLES:
            _write(connection, table, fresh / f"{table}.parquet")
        events = connection.execute("SELECT count(*) FROM event").get
        about = {"stamp": make_stamp(connection), "events": events}
    finally:
        connection.execute("ROLLBACK")
    (fresh / ABOUT).write_text(json.dumps(about), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return sum(place.stat().st_size for place in folder.iterdir())


def _write(connection: apsw.Connection, table: str, place: Path) -> None:
    arrow, parquet = load_part("pyarrow", "duckdb"), load_part("pyarrow.parquet", "duckdb")
    types = {"TEXT": arrow.string(), "INTEGER": arrow.int64(), "REAL": arrow.float64()}
    columns = [
        (str(name), types[str(kind)])
        for name, kind in connection.execute("SELECT name, type FROM pragma_table_info(?)", (table,))
        if name not in _LEFT_OUT.get(table, ())
    ]
    schema = arrow.schema(columns)
    with parquet.ParquetWriter(place, schema, compression="zstd") as writer:
        for rows in _read(connection, table, [name for name, _ in columns]):
            cells = zip(*rows, strict=True)
            arrays = [arrow.array(column, kind) for column, (_, kind) in zip(cells, columns, strict=True)]
            writer.write_batch(arrow.record_batch(arrays, schema))


def _read(connection: apsw.Connection, table: str, columns: list[str]) -> Iterator[list[Any]]:
    names = ", ".join(f'"{name}"' for name in columns)
    order = f"ORDER BY {_ORDER[table]}" if table in _ORDER else ""
    cursor = connection.execute(f"SELECT {names} FROM {table} {order}")  # noqa: S608
    while rows := list(islice(cursor, _BATCH)):
        yield rows
