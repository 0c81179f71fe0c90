"""Counts what a store holds, for ``saksi status``; it checks nothing (that is ``doctor``)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import apsw

from saksi.query.fetch import fetch_one
from saksi.store.recode import count_older

_TABLES = ("article", "event", "statement", "relation", "actor", "incident", "review", "failure")


@dataclass(frozen=True, slots=True)
class Status:
    """What a store holds. Sizes are in bytes; days are of issue."""

    path: str
    size: int
    counts: dict[str, int]
    people: int
    conflicts: int
    copies: int
    first: str | None
    last: str | None
    outlets: tuple[tuple[str, int], ...]
    types: tuple[tuple[str, int], ...]
    runs: tuple[tuple[str, int], ...]
    older: int
    failures: tuple[tuple[str, str], ...]


def read_status(connection: apsw.Connection, path: Path) -> Status:
    """Count everything in a store."""
    first, last = fetch_one(connection, "SELECT min(published_from), max(published_from) FROM article")
    runs = """SELECT version || ' code ' || substr(code, 1, 8) || ' data ' || substr(data, 1, 8), count(*)
              FROM article JOIN run ON run.number = article.run GROUP BY run.number ORDER BY run.number"""
    return Status(
        path=str(path),
        size=path.stat().st_size,
        counts={table: _count(connection, f"SELECT count(*) FROM {table}") for table in _TABLES},  # noqa: S608
        people=_count(connection, "SELECT count(DISTINCT name) FROM person"),
        conflicts=_count(connection, "SELECT count(DISTINCT conflict) FROM claim"),
        copies=_count(connection, "SELECT count(*) FROM copy"),
        first=first,
        last=last,
        outlets=_pairs(connection, _by("outlet", "article")),
        types=_pairs(connection, _by("event", "event")),
        runs=_pairs(connection, runs),
        older=count_older(connection),
        failures=tuple(connection.execute("SELECT path, why FROM failure ORDER BY path")),
    )


def _by(column: str, table: str) -> str:
    """A query that counts the rows of a table by a column, the most first."""
    return f"""SELECT coalesce({column}, '(unknown)'), count(*) FROM {table}
               GROUP BY {column} ORDER BY 2 DESC, 1"""  # noqa: S608


def _count(connection: apsw.Connection, query: str) -> int:
    return int(connection.execute(query).get)


def _pairs(connection: apsw.Connection, query: str) -> tuple[tuple[str, int], ...]:
    return tuple((str(name), int(count)) for name, count in connection.execute(query))
