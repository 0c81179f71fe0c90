"""Measures a store: adding, size, adding again, questions.

Turns generated articles into figures. What kills do to it is measured by ``kills``.

    python -m benchmarks.store [--articles N] [--jobs J] [--folder FOLDER]
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from benchmarks.generate import write_articles
from saksi.read.articles import read_articles
from saksi.store.store import Store

#: Times that each question is asked; the median counts.
_ROUNDS = 5
#: Every question a user can ask, at its default limit.
QUESTIONS: Mapping[str, Callable[[Store], object]] = {
    "events, latest": lambda store: store.events(limit=50),
    "events of a state": lambda store: store.events(actor="CHN", limit=50),
    "events of a state and type": lambda store: store.events(actor="CHN", type="CONSULT", limit=50),
    "events of a person": lambda store: store.events(actor="Vladimir Putin", limit=50),
    "events of a pair": lambda store: store.events(pair=("CHN", "RUS"), limit=50),
    "events in a month": lambda store: store.events(since="2014-03", until="2014-03", limit=50),
    "events of a country by quad": lambda store: store.events(country="UKR", quad=4, limit=50),
    "events with a context": lambda store: store.events(context="terrorism", limit=50),
    "events, two origins": lambda store: store.events(origins=2, limit=50),
    "events about words": lambda store: store.events(about="serangan rudal", limit=50),
    "statements of a state": lambda store: store.statements(actor="RUS", limit=50),
    "statements about words": lambda store: store.statements(about="sanksi", limit=50),
    "relations on a day": lambda store: store.relations(as_of="2015", predicate="member_of", limit=50),
    "people": lambda store: store.people(limit=50),
    "actors": lambda store: store.actors(limit=50),
    "incidents of a state": lambda store: store.incidents(actor="CHN", limit=50),
    "timeline of a pair": lambda store: store.timeline(pair=("CHN", "RUS"), limit=50),
    "conflicts": lambda store: store.conflicts(limit=50),
    "positions": lambda store: store.positions(actor="RUS", about="Ukraina", limit=50),
    "network": lambda store: store.network(limit=50),
    "network of a type": lambda store: store.network(type="ASSAULT", limit=50),
    "scores of a pair": lambda store: store.scores("CHN", "RUS"),
    "activity of a state": lambda store: store.activity("CHN"),
    "search": lambda store: store.search("menyerang gedung", limit=20),
    "show a record": lambda store: store.show(store.events(limit=1)[0].id),
    "status": lambda store: store.status(),
}


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path, help="keep articles and store here and use them again")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = arguments.folder or Path(spare)
        figures = measure(folder, arguments.articles, arguments.jobs)
    for name, value in figures.items():
        print(f"{name:<36} {value:>14,.2f}")
    print(json.dumps(figures))


def measure(folder: Path, count: int, jobs: int) -> dict[str, float]:
    """Add articles, add them again, ask everything."""
    articles, path = folder / f"articles-{count}", folder / f"store-{count}.saksi"
    if not articles.exists():
        write_articles(count, articles)
    figures: dict[str, float] = {}
    if not path.exists():
        figures.update(_measure_adding(articles, path, count, jobs))
    figures.update(_measure_again(articles, path))
    with Store.open(path) as store:
        counts = store.status().counts
        figures["articles"], figures["events"] = float(counts["article"]), float(counts["event"])
        for name, ask in QUESTIONS.items():
            figures[f"ms: {name}"] = _time(lambda ask=ask: ask(store)) * 1000  # type: ignore[misc]
    return figures


def _measure_adding(articles: Path, path: Path, count: int, jobs: int) -> dict[str, float]:
    began = time.perf_counter()
    with Store.open(path, write=True) as store:
        store.add(read_articles([str(articles)]), jobs=jobs, resolve=False)
        added = time.perf_counter()
        store.resolve()
    resolved = time.perf_counter()
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    used = sum(one.ru_utime + one.ru_stime for one in (own, children))
    return {
        "add: seconds": added - began,
        "add: articles a second": count / (added - began),
        "add and resolve: CPU ms an article": used / count * 1000,
        "resolve: seconds": resolved - added,
        "memory of the writer, MB": own.ru_maxrss / 1024,
        "memory of a worker, MB": children.ru_maxrss / 1024,
        "store: KB an article": path.stat().st_size / count / 1000,
    }


def _measure_again(articles: Path, path: Path) -> dict[str, float]:
    before = path.read_bytes()
    began = time.perf_counter()
    with Store.open(path, write=True) as store:
        done = store.add(read_articles([str(articles)]), jobs=1)
    return {
        "again: seconds": time.perf_counter() - began,
        "again: added": float(done.added),
        "again: same bytes": float(path.read_bytes() == before),
    }


def _time(ask: Callable[[], object]) -> float:
    """Median seconds of a question."""
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        ask()
        times.append(time.perf_counter() - began)
    return median(times)


if __name__ == "__main__":
    main()
