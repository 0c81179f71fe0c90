"""Measures a store: adding, size, adding again, questions, and what kill -9 leaves behind.

Turns generated articles into figures. ``--kill N`` ends ``saksi add`` at N random moments,
lets a last run finish, and compares the store with one that nothing disturbed.

    python -m benchmarks.store [--articles N] [--jobs J] [--folder FOLDER]
    python -m benchmarks.store --kill 50
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median

from benchmarks.generate import write_articles
from saksi.query.fetch import fetch_all
from saksi.read.articles import read_articles
from saksi.store.connect import open_to_read, open_to_write
from saksi.store.reviews import read_contract
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
    parser.add_argument("--kill", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = arguments.folder or Path(spare)
        if arguments.kill:
            figures = measure_kills(folder, arguments.kill)
        else:
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


# ---- kill -9 ---------------------------------------------------------------------------


def measure_kills(folder: Path, kills: int, articles: int = 400, seed: int = 1) -> dict[str, float]:
    """Kill ``saksi add`` at random moments; the store must end as one that nothing disturbed."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    corpus, calm, killed = folder / "kill", folder / "calm.saksi", folder / "killed.saksi"
    write_articles(articles, corpus)
    began = time.perf_counter()
    subprocess.run(_command(corpus, calm), check=True, stderr=subprocess.DEVNULL)
    whole = time.perf_counter() - began
    done, whole_after, half = 0, 0, 0
    while done < kills:
        ended = _kill_after(_command(corpus, killed), chance.uniform(0, whole / 3))
        done += ended
        half += _find_half(killed)
        if not ended:  # it was through before the kill: begin anew
            whole_after += 1
            half += not is_same(calm, killed)
            killed.unlink()
    subprocess.run(_command(corpus, killed), check=True, stderr=subprocess.DEVNULL)
    half += _find_half(killed)
    return {
        "kills": float(done),
        "runs that ended meanwhile": float(whole_after),
        "stores found damaged or half": float(half),
        "ends in the same bytes": float(is_same(calm, killed)),
    }


def _command(corpus: Path, store: Path) -> list[str]:
    return [sys.executable, "-m", "saksi.cli", "add", str(corpus), "--store", str(store), "--jobs", "2"]


def _kill_after(command: list[str], seconds: float) -> bool:
    """Start a command and kill it after some time; False when it had ended by then."""
    running = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        return True
    return False


def _find_half(path: Path) -> bool:
    """Whether a store is damaged, or an article in it lacks rows that its analysis has."""
    if not path.exists() or path.stat().st_size == 0:
        return False
    try:
        connection = open_to_read(path)
    except Exception as error:  # noqa: BLE001  # whatever it is, it counts
        return "older version" not in str(error)  # killed before the schema was made: nothing is lost
    told = connection.execute("PRAGMA integrity_check").get
    loose = connection.execute("PRAGMA foreign_key_check").fetchall()
    lacking = sum(
        len(read_contract(connection, number)["events"]) != count
        for number, count in fetch_all(
            connection,
            "SELECT number, (SELECT count(*) FROM event WHERE article = article.number) FROM article",
        )
    )
    connection.close()
    return told != "ok" or bool(loose) or lacking > 0


def is_same(one: Path, other: Path) -> bool:
    """Whether two stores hold the same bytes once their free pages are gone."""
    return _compact(one) == _compact(other)


def _compact(path: Path) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.saksi"
        connection = open_to_write(path)
        connection.execute("VACUUM INTO ?", (str(copy),))
        connection.close()
        return copy.read_bytes()


if __name__ == "__main__":
    main()
