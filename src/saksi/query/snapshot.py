"""Asks the snapshot of a store, Parquet files beside it, for what SQLite would have to read row by row.

Turns the SQL of the other modules of this room into that of DuckDB and gives the same rows, or None
where there is no snapshot, it is older than the store, or DuckDB is not installed: then SQLite is
asked. It writes nothing and holds no texts; whoever wants them asks the store.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import apsw

#: What stands in a snapshot; of articles all but their texts.
TABLES = ("article", "event", "participant", "dyad", "statement", "relation", "person", "actor", "incident", "fact")  # fmt: skip
#: At 0.2 million events both take 20 to 40 ms of processor time for the events of a state; at 2 million the
#: store takes 360, the snapshot 170 and as much again to be opened (benchmarks/snapshot.py).
ENOUGH_EVENTS = 2_000_000
ABOUT = "about.json"
#: What differs between the two, in the SQL of this room.
_OTHERWISE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), word)
    for pattern, word in (
        (r"IS NOT ('[^']*')", r"IS DISTINCT FROM \1"),
        (r"([\w.]+) = \? COLLATE NOCASE", r"small(\1) = small(?)"),
        (r"([\w.]+) COLLATE NOCASE IN \(((?:\?, )*\?)?\)", r"small(\1) IN (SELECT small(unnest([\2])))"),
        (r"\binstr\(", "contains("),
        (r"\blower\(", "small("),
        (r"\bavg\(", "favg("),
        (r"\bCROSS JOIN\b", "JOIN"),
        (r"\bWHERE 1(?=\s|$)", "WHERE true"),
    )
)
_SMALL = (
    "CREATE MACRO small(word) AS translate(word, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
)


def scan(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> Iterable[tuple[Any, ...]]:
    """The rows of a query that reads much of a table: from the snapshot, else from the store."""
    found = fetch(connection, sql, values)
    return connection.execute(sql, tuple(values)) if found is None else found


def fetch(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]] | None:
    """The rows from the snapshot alone, None where it cannot give them."""
    snapshot = connection.snapshot if isinstance(connection, StoreConnection) else None
    return None if snapshot is None else snapshot.fetch(connection, sql, values)


class StoreConnection(apsw.Connection):
    """The connection of a store, with its snapshot if there may be one."""

    snapshot: Snapshot | None = None


def place_of(store: Path) -> Path:
    """The folder of a store's snapshot."""
    return store.with_name(f"{store.name}.snapshot")


def make_stamp(connection: apsw.Connection) -> list[object]:
    """What tells in no time whether a store is as it was."""
    row = connection.execute(
        """SELECT (SELECT max(number) FROM article), (SELECT max(number) FROM event),
                  (SELECT id FROM article ORDER BY number DESC LIMIT 1), (SELECT max(number) FROM run),
                  (SELECT state FROM resolved), (SELECT max(number) FROM review), (SELECT count(*) FROM decision)"""
    ).fetchone()
    return list(row or ())


class Snapshot:
    """The Parquet files beside a store."""

    def __init__(self, folder: Path, enough: int = ENOUGH_EVENTS) -> None:
        self.folder, self._enough = folder, enough
        self.answers = 0  # questions that it answered

    @cached_property
    def _about(self) -> dict[str, Any]:
        """What stands beside the files; nothing fits none."""
        try:
            about: dict[str, Any] = json.loads((self.folder / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {"stamp": None, "events": 0}
        return about

    def fits(self, connection: apsw.Connection) -> bool:
        """Whether it is of the store as it is now, and the store is large enough to ask it."""
        about = self._about
        return bool(about["events"] >= self._enough and about["stamp"] == make_stamp(connection))

    def fetch(
        self, connection: apsw.Connection, sql: str, values: Sequence[Any]
    ) -> list[tuple[Any, ...]] | None:
        """The rows; None where only the store can tell: by words, or when the two are not alike."""
        if " MATCH ?" in sql or not self.fits(connection) or self._duck is None:
            return None
        translated, bound = translate(sql, values)
        rows: list[tuple[Any, ...]] = self._duck.execute(translated, bound).fetchall()
        self.answers += 1
        return rows

    @cached_property
    def _duck(self) -> Any:
        """DuckDB over the files; None where it is not installed."""
        if importlib.util.find_spec("duckdb") is None:
            return None
        duckdb = importlib.import_module("duckdb")
        duck = duckdb.connect(config={"autoinstall_known_extensions": "false"})
        duck.execute("SET default_null_order = 'nulls_first_on_asc_last_on_desc'")
        duck.execute(_SMALL)
        for table in TABLES:
            place = str(self.folder / f"{table}.parquet").replace("'", "''")
            duck.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{place}')")  # noqa: S608
        return duck


def translate(sql: str, values: Sequence[Any]) -> tuple[str, list[Any]]:
    """SQL of this room as DuckDB reads it, with its values.

    >>> translate("SELECT id FROM event WHERE review IS NOT 'rejected' LIMIT ?", [-1])
    ("SELECT id FROM event WHERE review IS DISTINCT FROM 'rejected' ", [])
    """
    bound = list(values)
    if sql.rstrip().endswith("LIMIT ?") and bound and bound[-1] == -1:
        sql, bound = sql.rstrip().removesuffix("LIMIT ?"), bound[:-1]
    for pattern, word in _OTHERWISE:
        sql = pattern.sub(word, sql)
    if all(value.isascii() for value in bound if isinstance(value, str)):
        sql = sql.replace("small(", "lower(")  # much faster, and the same for words without accents
    return sql, bound
