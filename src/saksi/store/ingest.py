"""Brings articles into a store: codes what is new, notes what is known, goes on after failures.

One article is one transaction, in the order of reading, by one writer; a run that was killed
goes on where it stopped. It decides nothing about what articles tell together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass

import apsw

from saksi.read.articles import Piece
from saksi.shards.keeper import Task
from saksi.shards.limits import Crew
from saksi.shards.order import work_in_order
from saksi.store.coding import Coded, Coding, KnownIn
from saksi.store.digest import RunKey, current_run
from saksi.store.reviews import with_reviews
from saksi.store.write import (
    add_article,
    find_article,
    keep_failure,
    keep_run,
    keep_source,
    transaction,
)


@dataclass(slots=True)
class Progress:
    """How far a run is; the caller of ``add_pieces`` is told after every article."""

    added: int = 0
    known: int = 0  # texts the store had
    failed: int = 0

    @property
    def seen(self) -> int:
        """Documents looked at so far."""
        return self.added + self.known + self.failed


Report = Callable[[Progress, str], None]


def add_pieces(
    connection: apsw.Connection, pieces: Iterable[Piece], task: Task[Piece, Coded], crew: Crew, report: Report
) -> Progress:
    """Add articles to the store and tell how many were new, known and unreadable."""
    with closing(work_in_order(pieces, task, crew)) as coded:
        return add_coded(connection, coded, report)


def make_task(connection: apsw.Connection, store: str, crew: Crew) -> Coding:
    """The task of coding what a store does not have."""
    if crew.jobs > 1:
        return Coding(KnownIn(store))
    return Coding(lambda key: find_article(connection, key) is not None)


def add_coded(
    connection: apsw.Connection, rows: Iterable[Coded], report: Report, *, run: RunKey | None = None
) -> Progress:
    """Add documents that were coded here or elsewhere, each in one transaction, in their order.

    ``run`` tells which engine coded them, when it was not this one.
    """
    progress = Progress()
    for coded in rows:
        number = find_article(connection, coded.id) if coded.known else None
        if number is None:
            _keep(connection, coded, progress, run or current_run())
        else:
            _note_sources(connection, coded, number)
            progress.known += 1
        report(progress, coded.path)
    return progress


def _note_sources(connection: apsw.Connection, coded: Coded, number: int) -> None:
    """Note new paths of a known text; nothing is written when there is none."""
    held = {path for (path,) in connection.execute("SELECT path FROM source WHERE article = ?", (number,))}
    new = [path for path in _paths(coded) if path not in held]
    if new:
        with transaction(connection):
            for path in new:
                keep_source(connection, path, number)


def _paths(coded: Coded) -> tuple[str, ...]:
    """The path of an article, and its address when the page tells one."""
    return (coded.path,) if coded.url is None else (coded.path, coded.url)


def _keep(connection: apsw.Connection, coded: Coded, progress: Progress, run: RunKey) -> None:
    """Write one coded article, or why there is none, in one transaction."""
    with transaction(connection):
        if coded.failure is not None:
            keep_failure(connection, coded.path, *coded.failure)
            progress.failed += 1
            return
        number = find_article(connection, coded.id)  # another writer may have been faster
        if number is None:
            draft = with_reviews(connection, coded)
            blobs = {"analysis": coded.analysis, "across": coded.across, "reading": coded.reading}
            number = add_article(connection, draft, {"run": keep_run(connection, run), **blobs})
            progress.added += 1
        else:
            progress.known += 1
        for path in _paths(coded):
            keep_source(connection, path, number)
