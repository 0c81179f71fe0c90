"""Writes an SQLite file that Datasette opens and searches: plain tables, keys, full text.

Turns rows into tables with foreign keys and FTS5 tables with external content, which Datasette
finds by itself; the words are searched as written, since Datasette has no Indonesian stems.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

import apsw

from saksi.query.result import Plain, columns_of, flat
from saksi.rows import ArticleRow, EventRow, RelationRow, Row, Selection, StatementRow

_TABLES: tuple[tuple[str, type[Row]], ...] = (
    ("articles", ArticleRow),
    ("events", EventRow),
    ("statements", StatementRow),
    ("relations", RelationRow),
)
#: What is searched in each table.
_SEARCHED = {
    "articles": ("title", "text"),
    "events": ("actor", "recipient", "place", "evidence"),
    "statements": ("speaker", "content"),
    "relations": ("subject", "object", "evidence"),
}
_KINDS = {"int": "INTEGER", "float": "REAL"}


def write_datasette(selection: Selection, path: Path) -> str:
    """A new SQLite file."""
    connection = apsw.Connection(str(path))
    try:
        connection.pragma("journal_mode", "off")  # the file is new: when writing fails it is thrown away
        connection.execute("BEGIN")
        rows: Sequence[Iterable[Row]] = (
            selection.articles(),
            selection.events(),
            selection.statements(),
            selection.relations(),
        )
        counts = [
            _fill(connection, name, kind, part) for (name, kind), part in zip(_TABLES, rows, strict=True)
        ]
        connection.execute("CREATE INDEX events_date ON events (date_from)")
        connection.execute("CREATE INDEX events_event ON events (event)")
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    finally:
        connection.close()
    return ", ".join(f"{count} {name}" for (name, _), count in zip(_TABLES, counts, strict=True))


def _fill(connection: apsw.Connection, name: str, kind: type[Row], rows: Iterable[Row]) -> int:
    """One table with its search table; the number of rows."""
    columns = [f'"{one.name}" {_column(kind, one.name, str(one.type))}' for one in fields(kind)]
    connection.execute(f"CREATE TABLE {name} ({', '.join(columns)})")
    marks = ", ".join("?" * len(columns))
    count = 0
    for row in rows:
        cells: list[Plain] = list(flat(row).values())
        connection.execute(f"INSERT INTO {name} VALUES ({marks})", cells)  # noqa: S608
        count += 1
    searched = ", ".join(f'"{column}"' for column in _SEARCHED[name])
    connection.execute(
        f"CREATE VIRTUAL TABLE {name}_fts USING fts5 "
        f"({searched}, content=\"{name}\", tokenize='unicode61 remove_diacritics 2')"
    )
    connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('rebuild')")  # noqa: S608
    return count


def _column(kind: type[Row], name: str, hint: str) -> str:
    """Type of a column; ids are keys and articles are pointed to."""
    if name == "id":
        return "TEXT PRIMARY KEY"
    if name == "article" and "article" in columns_of(kind):
        return "TEXT REFERENCES articles(id)"
    return _KINDS.get(hint.partition(" ")[0], "TEXT")
