"""Adds many articles with a bad one in every hundred: memory flat, all good ones in, all bad ones told.

Turns generated articles, among them exact and near copies, and bad documents of every kind
(``hostile``) into a store, and the run into figures: what the processes held as they went, what
is in the store, and how each kind of bad document was told. A run that is stopped goes on with the
same command and folder.

    nice python -m benchmarks.soak --articles 20000 --folder /somewhere/soak
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.generate import make_articles
from benchmarks.hostile import FILES, HostileCoding
from benchmarks.processes import measure_use
from saksi.read.articles import list_pieces
from saksi.shards.limits import Crew, Limits
from saksi.store.coding import KnownIn
from saksi.store.connect import open_to_read, open_to_write
from saksi.store.ingest import Progress, add_pieces

#: One document in so many is bad; one the same as an earlier one; one nearly so.
BAD, SAME, NEAR = 100, 25, 10
IN_FOLDER, SEED = 1_000, 11
#: An article of the generator takes 20 ms and some megabytes.
LIMITS = Limits(seconds=3, megabytes=300)
#: Moments at which figures are taken, evenly spread, and more at the beginning.
MOMENTS, FIRST = 20, (100, 300, 1_000, 3_000, 10_000, 30_000)


class Made(NamedTuple):
    """What was written: how many different good texts, and each bad document with its kind."""

    good: int
    bad: dict[str, str]


def main() -> int:
    """Run, print, and give 1 when something was lost or left untold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="keep articles and store here, and go on there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = arguments.folder or Path(spare)
        figures = soak(folder, arguments.articles, arguments.jobs)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    return 0 if figures["well"] else 1


def soak(folder: Path, count: int, jobs: int = 2) -> dict[str, object]:
    """Write the documents, add them, look at what came of it."""
    documents, path = folder / f"documents-{count}", folder / f"soak-{count}.saksi"
    made = write_documents(documents, count)
    log = Log(path, (*range(0, count + 1, max(1, count // MOMENTS)), *FIRST))
    connection = open_to_write(path)
    task = HostileCoding(KnownIn(str(path)))
    done = add_pieces(connection, list_pieces([str(documents)]), task, Crew(jobs, LIMITS), log.report)
    connection.close()
    told = look_at(path, made)
    counts = {"documents": count, "added": done.added, "known": done.known, "failed": done.failed}
    well = told["articles"] == made.good and told["untold"] == told["wrongly told"] == 0
    return {"well": well, **counts, **told, "moments": log.moments}


class Log:
    """Figures at moments of a run, kept beside the store as they come."""

    def __init__(self, path: Path, wanted: Iterable[int]) -> None:
        self._path, self._began, self._used = path, time.perf_counter(), measure_use().seconds
        self._wanted = frozenset(wanted)
        self.moments: list[dict[str, float]] = []

    def report(self, progress: Progress, _: str) -> None:
        """Note what is used when a moment has come."""
        if progress.seen not in self._wanted:
            return
        use = measure_use()
        use = use._replace(seconds=use.seconds - self._used)
        moment = {
            "documents": progress.seen,
            "added": progress.added,
            "clock": round(time.perf_counter() - self._began, 1),
            **{name: round(value, 1) for name, value in use._asdict().items()},
            "size_mb": round(self._path.stat().st_size / 1e6, 1),
        }
        self.moments.append(moment)
        with self._path.with_suffix(".jsonl").open("a") as file:
            file.write(json.dumps(moment) + "\n")


def write_documents(folder: Path, count: int, *, bad: bool = True) -> Made:
    """Write what is not there yet; the same for the same number."""
    kinds, found, texts = list(FILES), {}, 0
    for number, text in enumerate(_texts(count, BAD if bad else count + 1)):
        place = folder / f"{number // IN_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        if text is None:
            kind = kinds[number // BAD % len(kinds)]
            ending, make = FILES[kind]
            file, data = place / f"{number:07}.{ending}", make()
            found[str(file)] = kind
        else:
            file, data = place / f"{number:07}.txt", text.encode()
            texts += number % SAME != SAME - 1
        if not file.exists():
            file.write_bytes(data)
    return Made(texts, found)


def _texts(count: int, often: int) -> Iterator[str | None]:
    """Good texts; None for a bad document, which is one in so many."""
    fresh = make_articles(count, SEED)
    last = ""
    for number in range(count):
        if often < count and number % often == often // 2:
            yield None
        elif number % SAME == SAME - 1:
            yield last
        elif number % NEAR == NEAR - 1:
            last = last.replace("Pewarta:", "Penyunting:") + f"Disiarkan kembali oleh Warta {number}\n"
            yield last
        else:
            last = next(fresh)
            yield last


def look_at(path: Path, made: Made) -> dict[str, object]:
    """Whether every bad document is told with a reason, and no other; one reason of each kind."""
    connection = open_to_read(path)
    rows = connection.execute("SELECT path, why FROM failure ORDER BY path").fetchall()
    articles, events = (
        connection.execute(f"SELECT count(*) FROM {table}").get  # noqa: S608
        for table in ("article", "event")
    )
    whole = connection.execute("PRAGMA integrity_check").get
    connection.close()
    failures = {str(place): str(why) for place, why in rows}
    kinds = Counter(made.bad[place] for place in failures if place in made.bad)
    reasons = {
        made.bad[place]: why.partition(": ")[2] for place, why in failures.items() if place in made.bad
    }
    return {
        "articles": articles,
        "events": events,
        "integrity": whole,
        "bad": len(made.bad),
        "untold": len(made.bad.keys() - {place for place, why in failures.items() if why}),
        "wrongly told": len(failures.keys() - made.bad.keys()),
        "kinds": {kind: [kinds[kind], reasons.get(kind)] for kind in FILES},
    }


if __name__ == "__main__":
    sys.exit(main())
