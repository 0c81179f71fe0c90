"""What ten times the articles cost: time, memory and size from a hundred articles on, and of merging events.

Turns generated articles, with exact and near copies among them, into curves: processor time, memory
of the writer and of the workers, bytes of the store at each number of articles, for ``add`` and
``extract``; and processor time and memory of merging generated events whose world grows with them, as
an archive grows by years. A curve is linear when what an article or event costs does not grow.

    nice python -m benchmarks.curve [--articles N] [--events N] [--folder FOLDER] [--only CURVE]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

from benchmarks.merging import measure_speed
from benchmarks.soak import Log, write_documents
from saksi.cli.extract import Extraction
from saksi.read.articles import list_pieces
from saksi.shards.limits import Crew
from saksi.shards.order import work_in_order
from saksi.store.coding import Coding, KnownIn
from saksi.store.connect import open_to_write
from saksi.store.ingest import Progress, add_pieces

#: Steps of the curves; the last is the number asked for.
STEPS = (100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
#: What an article or an event costs is compared with its cost up to here: before that, starting counts,
#: and the world of events has more border than inside.
FROM, EVENTS_FROM = 300, 10_000
#: What may be added to the cost of an article before a curve is no line.
SLACK = 0.15
#: A merge of fewer events is over in seconds and is timed so often; the median counts.
SHORT, TIMES = 100_000, 5
#: Events on a day of the generated world.
A_DAY = 91


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--only", choices=("add", "extract"), help="one of the curves of articles")
    parser.add_argument("--folder", type=Path, help="keep articles and store here")
    parser.add_argument("--merge", type=int, help=argparse.SUPPRESS)  # one size, in a process of its own
    arguments = parser.parse_args()
    if arguments.merge:
        print(json.dumps(measure_merge(arguments.merge)))
        return
    with tempfile.TemporaryDirectory() as spare:
        folder = arguments.folder or Path(spare)
        figures = (
            measure_articles(folder, arguments.articles, arguments.jobs, arguments.only)
            if arguments.articles
            else {}
        )
    figures["merge"] = [_merge_apart(size) for size in _steps(arguments.events) if size >= 1_000]
    for name, rows in figures.items():
        for row in rows:
            print(name, *(f"{what} {value:,g}" for what, value in row.items()), sep="  ", flush=True)
        print(name, _judge(rows, "seconds"))
    print(json.dumps({"load": os.getloadavg()[1], **figures}))


def _steps(most: int) -> tuple[int, ...]:
    return (*(size for size in STEPS if size < most), most) if most else ()


def measure_articles(
    folder: Path, count: int, jobs: int, only: str | None = None
) -> dict[str, list[dict[str, float]]]:
    """The curves of both commands, or of one, over the same articles."""
    documents = folder / f"articles-{count}"
    write_documents(documents, count, bad=False)
    curves: dict[str, Callable[[], list[dict[str, float]]]] = {
        "add": lambda: _add(documents, folder / f"curve-{count}.saksi", (count, jobs)),
        "extract": lambda: _extract(documents, folder / f"curve-{count}.out", (count, jobs)),
    }
    return {name: measure() for name, measure in curves.items() if only in (None, name)}


def _add(documents: Path, store: Path, how: tuple[int, int]) -> list[dict[str, float]]:
    connection = open_to_write(store)
    log = Log(store, _steps(how[0]))
    task = Coding(KnownIn(str(store)))
    add_pieces(connection, list_pieces([str(documents)]), task, Crew(how[1]), log.report)
    connection.close()
    return log.moments


def _extract(documents: Path, out: Path, how: tuple[int, int]) -> list[dict[str, float]]:
    progress = Progress()
    pieces = list_pieces([str(documents)])
    with out.open("wb") as file, closing(work_in_order(pieces, Extraction(), Crew(how[1]))) as lines:
        log = Log(out, _steps(how[0]))
        for extracted in lines:
            file.write(extracted.line)
            progress.added += 1
            log.report(progress, "")
    return log.moments


def measure_merge(size: int) -> dict[str, float]:
    """Seconds and memory of merging so many events."""
    found = measure_speed(size, max(4, size // A_DAY))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    seconds = found["link_seconds"] + found["merge_seconds"]
    kept = {name: found[name] for name in ("incidents", "pairs_per_event", "skipped", "largest_block")}
    return {"documents": size, "seconds": round(seconds, 2), "memory_mb": round(peak, 1), **kept}


def _merge_apart(size: int) -> dict[str, float]:
    runs = [_merge_once(size) for _ in range(TIMES if size < SHORT else 1)]
    return sorted(runs, key=lambda run: run["seconds"])[len(runs) // 2]


def _merge_once(size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.curve", "--merge", str(size)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(told)
    return found


def _judge(rows: Sequence[dict[str, float]], what: str) -> str:
    """Whether the last step costs as much an article as those before it."""
    last = rows[-1] if rows else None
    least = EVENTS_FROM if last is not None and "memory_mb" in last else FROM
    rows = [row for row in rows if row["documents"] >= least]
    first = rows[0] if rows else None
    if first is None or last is None or first is last:
        return "too few steps to tell"
    start = 0.0 if "memory_mb" in last else first[what]
    before = 0.0 if "memory_mb" in last else first["documents"]
    steps = [(row[what] - start) / (row["documents"] - before) for row in rows if row["documents"] > before]
    grown = steps[-1] / steps[0] - 1
    return f"ms each {steps[0] * 1000:.2f} at first, {steps[-1] * 1000:.2f} over all: {grown:+.1%} ({'a line' if grown <= SLACK else 'no line'})"


if __name__ == "__main__":
    main()
