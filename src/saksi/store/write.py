"""Puts the rows of one article into the tables, takes them out, or changes them.

Each function is part of a transaction that its caller holds: an article is there with all its
rows or not at all. It codes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import apsw

from saksi.query.stems import STEMMER
from saksi.store.digest import RunKey
from saksi.store.drafts import Cells, Draft, EventDraft, make_search_text, stems_of


@contextmanager
def transaction(connection: apsw.Connection) -> Iterator[None]:
    """All that happens inside is kept together, or nothing of it."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def insert(connection: apsw.Connection, table: str, cells: Cells) -> int:
    """Put one row in and give its number; names of tables and columns are ours, never a user's."""
    columns = ", ".join(cells)
    places = ", ".join(f":{name}" for name in cells)
    connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({places})", cells)  # noqa: S608
    return connection.last_insert_rowid()


def keep_run(connection: apsw.Connection, run: RunKey) -> int:
    """The number of a run, new or known."""
    connection.execute("INSERT INTO run (version, code, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", run)
    found = connection.execute("SELECT number FROM run WHERE (version, code, data) = (?, ?, ?)", run).get
    return int(found)


def find_article(connection: apsw.Connection, key: str) -> int | None:
    """The number of the article with this id."""
    found = connection.execute("SELECT number FROM article WHERE id = ?", (key,)).get
    return None if found is None else int(found)


def keep_source(connection: apsw.Connection, path: str, article: int) -> bool:
    """Note that a text was read from a path; True when that is new."""
    connection.execute("DELETE FROM failure WHERE path = ?", (path,))
    connection.execute("INSERT INTO source VALUES (?, ?) ON CONFLICT DO NOTHING", (path, article))
    return connection.changes() > 0


def keep_failure(connection: apsw.Connection, path: str, stage: str, why: str) -> None:
    """Note a document that could not be read or coded."""
    connection.execute(
        "INSERT INTO failure VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET stage = excluded.stage, why = excluded.why",
        (path, stage, why),
    )


def add_article(connection: apsw.Connection, draft: Draft, more: Cells) -> int:
    """Write a new article with all its rows and give its number."""
    number = insert(connection, "article", {**draft.article, **more})
    _index_article(connection, number, (draft.written, draft.stems))
    add_records(connection, number, draft)
    return number


def add_records(connection: apsw.Connection, article: int, draft: Draft) -> None:
    """Write all rows that hang on an article."""
    hang = {"article": article}
    for event in draft.events:
        _add_event(connection, article, event)
    for cells, stems in draft.statements:
        number = insert(connection, "statement", {**cells, **hang})
        connection.execute("INSERT INTO statement_search (rowid, stems) VALUES (?, ?)", (number, stems))
    for table, rows in (("relation", draft.relations), ("person", draft.people), ("problem", draft.problems)):
        for cells in rows:
            insert(connection, table, {**cells, **hang})


def _add_event(connection: apsw.Connection, article: int, draft: EventDraft) -> None:
    number = insert(connection, "event", {**draft.cells, "article": article})
    for cells in draft.participants:
        insert(connection, "participant", {"event": number, **cells})
    connection.executemany(
        "INSERT INTO mention VALUES (?, ?, ?)", [(number, *span) for span in draft.mentions]
    )
    rest = {
        "day": draft.cells["date_from"],
        "quad": draft.cells["quad"],
        "scale": draft.cells["scale"],
        "event": number,
        "type": draft.cells["event"],
    }
    for source, target in draft.dyads:
        insert(connection, "dyad", {"source": source, "target": target, **rest})


def delete_records(connection: apsw.Connection, article: int) -> None:
    """Take out all rows that hang on an article; the article stays."""
    text = connection.execute("SELECT text FROM article WHERE number = ?", (article,)).get
    spoken = "SELECT number, content_start, content_end FROM statement WHERE article = ?"
    for number, start, end in connection.execute(spoken, (article,)).fetchall():
        connection.execute(
            "INSERT INTO statement_search (statement_search, rowid, stems) VALUES ('delete', ?, ?)",
            (number, stems_of(text[start:end])),
        )
    for table in ("event", "statement", "relation", "person", "problem"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))  # noqa: S608


def delete_article(connection: apsw.Connection, article: int) -> None:
    """Take out an article with all that hangs on it; reviews of its records stay."""
    delete_records(connection, article)
    text = connection.execute("SELECT text FROM article WHERE number = ?", (article,)).get
    connection.execute(
        "INSERT INTO article_search (article_search, rowid, written, stems) VALUES ('delete', ?, ?, ?)",
        (article, *make_search_text(text)),
    )
    connection.execute("DELETE FROM article WHERE number = ?", (article,))


def _index_article(connection: apsw.Connection, number: int, words: tuple[str, str]) -> None:
    connection.execute(
        "INSERT INTO article_search (rowid, written, stems) VALUES (?, ?, ?)", (number, *words)
    )


def remake_index(connection: apsw.Connection) -> None:
    """Make both search indexes anew from the texts, for another stemmer."""
    for table in ("article_search", "statement_search"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")  # noqa: S608
    for number, text in connection.execute("SELECT number, text FROM article ORDER BY number"):
        _index_article(connection, number, make_search_text(text))
    spoken = """SELECT statement.number, substr(text, content_start + 1, content_end - content_start)
                FROM statement JOIN article ON article.number = statement.article ORDER BY statement.number"""
    for number, content in connection.execute(spoken):
        connection.execute(
            "INSERT INTO statement_search (rowid, stems) VALUES (?, ?)", (number, stems_of(content))
        )
    note(connection, "stemmer", STEMMER)


def note(connection: apsw.Connection, name: str, value: str) -> None:
    """Keep a note about the store itself."""
    connection.execute(
        "INSERT INTO note VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (name, value),
    )


def read_note(connection: apsw.Connection, name: str) -> str | None:
    """A note about the store itself."""
    found = connection.execute("SELECT value FROM note WHERE name = ?", (name,)).get
    return None if found is None else str(found)
