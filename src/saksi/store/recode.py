"""Brings the records of a store to the running version, and takes articles out.

``recode`` codes again what another version coded and rewrites only the articles whose records
differ; reviews stay and find their records again. It reads no files: the texts are in the store.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import apsw

from saksi.errors import UsageError
from saksi.read.articles import Piece
from saksi.shards.limits import Crew
from saksi.shards.order import work_in_order
from saksi.store.coding import Coded, Coding, nothing, unpack_reading
from saksi.store.digest import current_run
from saksi.store.drafts import Cells, Draft
from saksi.store.pack import expand
from saksi.store.reviews import with_reviews
from saksi.store.write import (
    add_records,
    delete_article,
    delete_records,
    keep_failure,
    keep_run,
    transaction,
)


@dataclass(slots=True)
class Recoded:
    """How far a recoding is."""

    same: int = 0  # articles that the new version codes alike
    changed: int = 0
    failed: int = 0


Report = Callable[[Recoded], None]


def count_older(connection: apsw.Connection) -> int:
    """Articles that another version of saksi or of its data coded."""
    query = """SELECT count(*) FROM article WHERE run NOT IN
               (SELECT number FROM run WHERE (version, code, data) = (?, ?, ?))"""
    return int(connection.execute(query, current_run()).get)


def recode(connection: apsw.Connection, crew: Crew, report: Report) -> Recoded:
    """Code all older articles again; each is one transaction."""
    done = Recoded()
    with transaction(connection):
        run = keep_run(connection, current_run())
    with closing(work_in_order(_older(connection, run), Coding(nothing), crew)) as rows:
        for coded in rows:
            with transaction(connection):
                _put(connection, coded, run, done)
            report(done)
    with transaction(connection):
        connection.execute(
            "DELETE FROM run WHERE number NOT IN (SELECT run FROM article) AND number != ?", (run,)
        )
    return done


def _older(connection: apsw.Connection, run: int) -> Iterator[Piece]:
    """Articles of other runs, in the order they were added."""
    numbers = connection.execute(
        "SELECT number FROM article WHERE run != ? ORDER BY number", (run,)
    ).fetchall()
    for (number,) in numbers:
        row = connection.execute("SELECT reading, text FROM article WHERE number = ?", (number,)).fetchone()
        if row is not None:
            yield unpack_reading(*row)


def _put(connection: apsw.Connection, coded: Coded, run: int, done: Recoded) -> None:
    """Replace the rows of one article where its records differ."""
    held = connection.execute(
        "SELECT number, analysis, across FROM article WHERE id = ?", (coded.id,)
    ).fetchone()
    if held is None:  # forgotten meanwhile
        return
    number, analysis, across = held
    if coded.failure is not None:
        keep_failure(connection, coded.path, *coded.failure)
        done.failed += 1
        return
    same = (json.loads(expand(analysis)), expand(across)) == (
        json.loads(expand(coded.analysis)),
        expand(coded.across),
    )
    if same:
        connection.execute("UPDATE article SET run = ? WHERE number = ?", (run, number))
        done.same += 1
        return
    _replace(connection, number, with_reviews(connection, coded), _stamp(coded, run))
    done.changed += 1


def _stamp(coded: Coded, run: int) -> Cells:
    return {"run": run, "analysis": coded.analysis, "across": coded.across}


def _replace(connection: apsw.Connection, number: int, draft: Draft, stamp: Cells) -> None:
    cells = {name: value for name, value in draft.article.items() if name not in {"id", "text"}} | stamp
    delete_records(connection, number)
    settings = ", ".join(f"{name} = :{name}" for name in cells)
    connection.execute(f"UPDATE article SET {settings} WHERE number = :number", {**cells, "number": number})  # noqa: S608
    add_records(connection, number, draft)


def forget(connection: apsw.Connection, names: Sequence[str], *, reviews: bool) -> tuple[str, ...]:
    """Take out articles by id (or how it begins) or by path, with all that hangs on them.

    Nothing is taken out when one of the names is unknown.
    """
    with transaction(connection):
        numbers = dict.fromkeys(number for name in names for number in _find(connection, name))
        keys = [
            str(connection.execute("SELECT id FROM article WHERE number = ?", (number,)).get)
            for number in numbers
        ]
        for number in numbers:
            delete_article(connection, number)
        if reviews:
            connection.executemany("DELETE FROM review WHERE article = ?", [(key,) for key in keys])
    return tuple(keys)


def _find(connection: apsw.Connection, name: str) -> Iterable[int]:
    """Numbers of the articles that a name means; a path may have held several texts."""
    by_path = connection.execute(
        "SELECT article FROM source WHERE path = ? ORDER BY article", (name,)
    ).fetchall()
    by_id = connection.execute(
        "SELECT number FROM article WHERE id >= ? AND id < ? LIMIT 2", (name, name + "\uffff")
    ).fetchall()
    found = [int(str(number)) for (number,) in by_path or by_id]
    if not found:
        raise UsageError(f"{name}: the store has no article with this id or path")
    if not by_path and len(found) > 1:
        raise UsageError(f"{name}: several articles begin so: give more of the id")
    return found
