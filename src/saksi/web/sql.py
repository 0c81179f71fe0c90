"""Runs one question in SQL on a store that cannot be changed by it, for a limited time.

Turns a SELECT into columns and rows. A connection of its own is opened for reading alone; an
authorizer lets nothing through but reading and plain functions, a clock stops what takes too
long, and limits keep a single value from filling the memory.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import apsw

from saksi.errors import UsageError
from saksi.store.connect import open_to_read, plain_errors

#: Seconds a question may take: a person still waits for that.
SECONDS = 3.0
#: Rows that are given back; more are counted as "more".
ROWS = 1_000
#: Bytes of one value, and signs of one question.
_VALUE, _QUESTION = 2_000_000, 20_000
#: Steps of the virtual machine between two looks at the clock: about a millisecond.
_STEPS = 20_000
_ALLOWED = frozenset({apsw.SQLITE_SELECT, apsw.SQLITE_READ, apsw.SQLITE_RECURSIVE})
_FORBIDDEN_FUNCTIONS = frozenset({"load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"})
Cell = str | int | float | None


class Table(NamedTuple):
    """What came of a question; ``more`` when rows were left out."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: bool = False
    seconds: float = 0.0


def ask_sql(path: Path, question: str, values: Sequence[Cell] = (), limit: int = ROWS) -> Table:
    """Put one SELECT to a store; UsageError tells what is not allowed or wrong in it."""
    if len(question) > _QUESTION:
        raise UsageError(f"a question may have {_QUESTION:,} signs: this one has {len(question):,}")
    connection = open_to_read(path)
    try:
        _fence(connection)
        began = time.monotonic()
        connection.set_progress_handler(lambda: time.monotonic() - began > SECONDS, _STEPS)
        with plain_errors(path):
            return _run(connection, question, values, limit)
    finally:
        connection.close()


def _fence(connection: apsw.Connection) -> None:
    connection.limit(apsw.SQLITE_LIMIT_LENGTH, _VALUE)
    connection.limit(apsw.SQLITE_LIMIT_ATTACHED, 0)
    connection.limit(apsw.SQLITE_LIMIT_EXPR_DEPTH, 200)
    connection.pragma("query_only", True)  # the pragma's value
    connection.pragma("temp_store", 2)
    connection.authorizer = _authorize


def _authorize(
    action: int, one: str | None, other: str | None, database: str | None, source: str | None
) -> int:
    """Reading and functions alone: no writing, ATTACH, PRAGMA or transactions."""
    del one, database, source
    if action in _ALLOWED:
        return apsw.SQLITE_OK
    if action == apsw.SQLITE_FUNCTION and (other or "").lower() not in _FORBIDDEN_FUNCTIONS:
        return apsw.SQLITE_OK
    return apsw.SQLITE_DENY


def _run(connection: apsw.Connection, question: str, values: Sequence[Cell], limit: int) -> Table:
    began = time.monotonic()
    columns: list[tuple[str, ...]] = []

    def note(cursor: apsw.Cursor, sql: str, bindings: object) -> bool:
        """See each statement before it runs: there may be one, and it has columns."""
        del sql, bindings
        if columns:
            raise UsageError("give one SELECT at a time")
        columns.append(tuple(name for name, *_ in cursor.get_description()))
        return True

    connection.exec_trace = note
    try:
        rows = tuple(
            islice(
                (tuple(map(_plain, row)) for row in connection.execute(question, tuple(values))), limit + 1
            )
        )
    except tuple(_REFUSALS) as error:
        raise UsageError(
            next(f"{told}: {error}" for kind, told in _REFUSALS.items() if isinstance(error, kind))
        ) from error
    names = columns[0] if columns else ()
    return Table(names, rows[:limit], len(rows) > limit, time.monotonic() - began)


#: What SQLite refuses, in words; the first that fits.
_REFUSALS: dict[type[Exception], str] = {
    apsw.AuthError: "only a SELECT is allowed here",
    apsw.ReadOnlyError: "only a SELECT is allowed here",
    apsw.InterruptError: f"the question took longer than {SECONDS:g} s: narrow it",
    apsw.NoMemError: "the question needs too much memory: narrow it",
    apsw.TooBigError: "one value is too large: narrow it",
    apsw.SQLError: "SQL",
    apsw.BindingsError: "a question has no ? in it",
    apsw.MismatchError: "SQL",
    ValueError: "SQL",
}


def _plain(value: object) -> Cell:
    if isinstance(value, bytes):
        return f"({len(value):,} bytes)"
    return value if isinstance(value, str | int | float) else None
