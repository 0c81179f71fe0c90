"""``Store``: one file of articles with their records, and every question that can be put to it.

The verbs are those of the command line and give the same rows. A store opened for reading
never changes; several processes may read while one writes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from saksi.errors import StoreError, UsageError
from saksi.query.stems import STEMMER
from saksi.read.articles import Piece
from saksi.shards.limits import Crew
from saksi.store import recode as recoding
from saksi.store import reviews as reviewing
from saksi.store.coding import Coded
from saksi.store.connect import open_to_read, open_to_write, plain_errors
from saksi.store.corrections import read_changes
from saksi.store.digest import RunKey
from saksi.store.ingest import Progress, Report, add_coded, add_pieces, make_task
from saksi.store.reading import Reader
from saksi.store.resolving import Resolved, decide, is_resolved, resolve_store
from saksi.store.reviews import Review
from saksi.store.snapshot import write_snapshot
from saksi.store.takeover import Found, take_over
from saksi.store.write import read_note, remake_index, transaction


class Store(Reader):
    """A store that is open; ``with Store.open(path) as store: ...`` closes it."""

    def __init__(self, connection: apsw.Connection, path: Path, *, writing: bool) -> None:
        super().__init__(connection, path)
        self._writing = writing

    @classmethod
    def open(cls, path: str | Path, *, write: bool = False) -> Self:
        """Open a store to read, or to write: then it is made when it is not there.

        StoreError tells what is wrong with a file that is no store, of a newer saksi, damaged
        or may not be written.
        """
        opened = open_to_write(path) if write else open_to_read(path)
        return cls(opened, Path(path), writing=write)

    def close(self) -> None:
        """Close the file; a writer leaves one file behind, without a log beside it."""
        with plain_errors(self.path):
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(
        self,
        articles: Iterable[Piece],
        *,
        jobs: int | Crew = 1,
        report: Report = lambda *_: None,
        resolve: bool = True,
    ) -> Progress:
        """Add articles; known texts are passed by. ``report`` is called after every article.

        With more than one job other processes code; a ``Crew`` says what a document may cost them.
        """
        with self._write():
            self._ready_index()
            crew = _crew_of(jobs)
            task = make_task(self._connection, str(self.path), crew)
            progress = add_pieces(self._connection, articles, task, crew, report)
            if resolve:
                self._resolve()
            return progress

    def take_in(
        self,
        rows: Iterable[Coded],
        run: RunKey,
        *,
        report: Report = lambda *_: None,
        resolve: bool = True,
    ) -> Progress:
        """Add documents that this engine or another one coded elsewhere; known texts are passed by."""
        with self._write():
            self._ready_index()
            progress = add_coded(self._connection, rows, report, run=run)
            if resolve:
                self._resolve()
            return progress

    def take_over(self, found: Found) -> bool:
        """Write what another machine found over these articles; False when they are not these."""
        with self._write():
            return take_over(self._connection, found)

    def _ready_index(self) -> None:
        """The words of a new store, and of one from another stemmer, are indexed by this one."""
        if read_note(self._connection, "stemmer") != STEMMER:
            with transaction(self._connection):
                remake_index(self._connection)

    def resolve(self) -> Resolved | None:
        """Bring together what the articles tell; None when nothing has changed since."""
        with self._write():
            return self._resolve()

    def _resolve(self) -> Resolved | None:
        if is_resolved(self._connection):
            return None
        return resolve_store(self._connection)

    def decide(self, one: str, other: str, *, together: bool, by: str) -> None:
        """Say that two events, or two mentions of actors, are one thing or two; the next resolve obeys."""
        with self._write():
            decide(self._connection, (one, other), together=together, who=(by, _now()))

    def recode(self, *, jobs: int | Crew = 1, report: recoding.Report = lambda _: None) -> recoding.Recoded:
        """Code again what another version coded; only articles whose records differ are rewritten."""
        with self._write():
            done = recoding.recode(self._connection, _crew_of(jobs), report)
            self._resolve()
            return done

    def forget(self, names: Sequence[str], *, reviews: bool = False) -> tuple[str, ...]:
        """Take out articles, by id or path, with all that hangs on them; their ids come back."""
        with self._write():
            gone = recoding.forget(self._connection, names, reviews=reviews)
            self._resolve()
            return gone

    def review(
        self, key: str, verdict: str, changes: Sequence[str] = (), *, by: str, note: str | None = None
    ) -> Review:
        """Accept, reject or correct a record (``FIELD=VALUE``); kept with who and when."""
        with self._write():
            kind, number, record = reviewing.find_record(self._connection, key)
            if verdict not in reviewing.VERDICTS:
                raise UsageError(f"{verdict}: must be one of {', '.join(reviewing.VERDICTS)}")
            if changes and verdict != "correct":
                raise UsageError(f"FIELD=VALUE goes with correct, not with {verdict}")
            words = read_changes(kind, changes) if verdict == "correct" else {}
            article = str(self._connection.execute("SELECT id FROM article WHERE number = ?", (number,)).get)
            spot = (record["evidence"]["start"], record["evidence"]["end"])
            kept = Review(kind, record["id"], article, *spot, record, verdict, words, by, _now(), note)
            reviewing.keep_review(self._connection, kept)
            return kept

    def write_snapshot(self) -> int:
        """Write the tables as Parquet files beside the store, for quicker answers; gives their bytes."""
        with plain_errors(self.path):
            return write_snapshot(self._connection, self.path)

    def remake_index(self) -> None:
        """Make the search index anew from the texts."""
        with self._write(), transaction(self._connection):
            remake_index(self._connection)

    def _write(self) -> AbstractContextManager[None]:
        if not self._writing:
            raise StoreError(f"{self.path}: the store is open for reading alone: open it with write=True")
        return plain_errors(self.path)


def _crew_of(jobs: int | Crew) -> Crew:
    return Crew(jobs) if isinstance(jobs, int) else jobs


def _now() -> str:
    """The moment of a decision, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
