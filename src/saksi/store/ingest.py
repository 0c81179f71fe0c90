"""Brings articles into a store: codes what is new, notes what is known, goes on after failures.

One article is one transaction, in the order of reading, by one writer; a run that was killed
goes on where it stopped. It decides nothing about what articles tell together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import apsw

from saksi.records import Article
from saksi.store.coding import Coded, code_in_order, id_of, path_of
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
    """How far a run is; the caller of ``add_articles`` is told after every article."""

    added: int = 0
    known: int = 0  # texts the store had
    failed: int = 0

    @property
    def seen(self) -> int:
        """Documents looked at so far."""
        return self.added + self.known + self.failed


Report = Callable[[Progress, str], None]


def add_articles(
    connection: apsw.Connection, articles: Iterable[Article], jobs: int, report: Report
) -> Progress:
    """Add articles to the store and tell how many were new, known and unreadable."""
    progress = Progress()
    unknown = _pass_by_known(connection, articles, lambda path: _count_known(progress, report, path))
    return add_coded(connection, code_in_order(unknown, jobs), report, progress)


def add_coded(
    connection: apsw.Connection,
    rows: Iterable[Coded],
    report: Report,
    progress: Progress | None = None,
    *,
    run: RunKey | None = None,
) -> Progress:
    """Add documents that were coded here or elsewhere, each in one transaction, in their order.

    ``run`` tells which engine coded them, when it was not this one.
    """
    progress = progress or Progress()
    for coded in rows:
        _keep(connection, coded, progress, run or current_run())
        report(progress, coded.path)
    return progress


def _count_known(progress: Progress, report: Report, path: str) -> None:
    progress.known += 1
    report(progress, path)


def _pass_by_known(
    connection: apsw.Connection, articles: Iterable[Article], tell: Callable[[str], None]
) -> Iterator[Article]:
    """Articles the store does not have; of the others only the path is noted."""
    for article in articles:
        number = find_article(connection, id_of(article)) if article.text else None
        if number is None:
            yield article
        else:
            _note_sources(connection, article, number)
            tell(path_of(article))


def _note_sources(connection: apsw.Connection, article: Article, number: int) -> None:
    """Note new paths of a known text; nothing is written when there is none."""
    held = {path for (path,) in connection.execute("SELECT path FROM source WHERE article = ?", (number,))}
    new = [path for path in _paths(article) if path not in held]
    if new:
        with transaction(connection):
            for path in new:
                keep_source(connection, path, number)


def _paths(article: Article) -> tuple[str, ...]:
    """The path of an article, and its address when the page tells one."""
    url = article.metadata.url if article.metadata else None
    return (path_of(article),) if url is None else (path_of(article), url)


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
        for path in filter(None, (coded.path, coded.url)):
            keep_source(connection, path, number)
