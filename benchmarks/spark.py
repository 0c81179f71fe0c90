"""Measures Spark on this machine: the rows of a store, what they cost, and what kill -9 leaves behind.

Turns generated articles into figures. The first form codes and links them without Spark and with
two workers, and compares every table. ``--kill N`` ends ``saksi spark extract`` at N random moments,
lets a last run finish, and compares the shards with those that nothing disturbed. ``--sieve N`` reads
a web archive of N invented pages of 100 KB, one in twenty in Indonesian, with and without the filter.

    python -m benchmarks.spark [--articles N] [--folder FOLDER]
    python -m benchmarks.spark --kill 40
    python -m benchmarks.spark --sieve 400
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from benchmarks.archives import write_archive
from benchmarks.generate import make_articles, write_articles
from saksi.read.articles import read_articles
from saksi.spark.across import resolve
from saksi.spark.extraction import extract, plan_input
from saksi.spark.importing import find_together, open_shards
from saksi.spark.plan import Reading
from saksi.spark.session import open_session
from saksi.spark.work import read_shard
from saksi.store.coding import run_shard
from saksi.store.store import Store

#: Bytes of a shard: enough of them for two workers in 5,000 articles.
SHARD = 500_000
#: For the kills: some twenty articles, a second of work.
SMALL = 40_000
#: Tables that tell how a store came about, and the indexes of words.
OTHERS = ("run", "resolved", "sqlite_stat", "article_search", "statement_search")


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--folder", type=Path, help="keep articles and results here")
    parser.add_argument("--kill", type=int, default=0, metavar="N")
    parser.add_argument("--sieve", type=int, default=0, metavar="N")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as spare:
        folder = arguments.folder or Path(spare)
        if arguments.kill:
            figures = measure_kills(folder, arguments.kill)
        elif arguments.sieve:
            figures = measure_sieve(folder, arguments.sieve)
        else:
            figures = measure(folder, arguments.articles)
    for name, value in figures.items():
        print(f"{name:<44} {value:>16,.2f}")
    print(json.dumps(figures))


# ---- the same rows -----------------------------------------------------------------------


def measure(folder: Path, count: int) -> dict[str, float]:
    """Code and link articles both ways and compare the tables."""
    articles, out = folder / f"articles-{count}", folder / f"spark-{count}"
    if not articles.exists():
        write_articles(count, articles)
    figures: dict[str, float] = {"articles": count}
    plan = plan_input([str(articles)], Reading(), SHARD)

    def step(name: str, logs: Path) -> Callable[[], object]:
        logs.mkdir(parents=True, exist_ok=True)
        conf = [
            "spark.eventLog.enabled=true",
            "spark.eventLog.compress=false",
            f"spark.eventLog.dir={logs.absolute().as_uri()}",
        ]
        figures[f"{name}: shards"] = len(plan.shards)
        return lambda: open_session("local[2]", conf)

    with _timed(figures, "spark extract"):
        done = extract(plan, str(out), step("spark extract", folder / "log-extract"), print)
    figures["spark extract: CPU ms an article"] = sum(one.seconds for one in done.done) / count * 1000
    with _timed(figures, "spark resolve"):
        resolve(open_shards(str(out)), step("spark resolve", folder / "log-resolve"), print)
    figures |= _read_logs(folder / "log-extract", "spark extract") | _read_logs(
        folder / "log-resolve", "spark resolve"
    )
    figures["shards: KB an article"] = (
        sum(one.stat().st_size for one in out.glob("articles/*")) / count / 1000
    )
    figures["across: KB an article"] = (
        sum(one.stat().st_size for one in out.glob("across/*/*/*")) / count / 1000
    )
    _fill_stores(folder, out, articles, figures)
    figures["tables that differ"] = float(len(_differing(folder / "spark.saksi", folder / "here.saksi")))
    return figures


@contextmanager
def _timed(figures: dict[str, float], name: str) -> Iterator[None]:
    began, used = time.perf_counter(), time.process_time()
    yield
    figures[f"{name}: seconds"] = time.perf_counter() - began
    figures[f"{name}: CPU s of the driver"] = time.process_time() - used


def _fill_stores(folder: Path, out: Path, articles: Path, figures: dict[str, float]) -> None:
    for name in ("spark.saksi", "here.saksi"):
        for place in folder.glob(f"{name}*"):
            place.unlink()
    shards = open_shards(str(out))
    with _timed(figures, "import"), Store.open(folder / "spark.saksi", write=True) as store:
        store.take_in(shards.documents(), shards.plan.run, resolve=False)
        found = find_together(shards)
        figures["import: taken over"] = float(found is not None and store.take_over(found))
    with Store.open(folder / "here.saksi", write=True) as store:
        with _timed(figures, "here, one process: add"):
            store.add(read_articles([str(articles)]), resolve=False)
        with _timed(figures, "here, one process: resolve"):
            store.resolve()
        figures |= {f"{name}s": float(count) for name, count in store.status().counts.items()}


def _read_logs(folder: Path, name: str) -> dict[str, float]:
    """Sums over all tasks of the last run, from Spark's own log."""
    sums: Counter[str] = Counter()
    longest: dict[int, list[int]] = {}
    last = max(folder.rglob("events_*"), key=lambda path: path.stat().st_mtime, default=None)
    for line in last.read_text().splitlines() if last else ():
        event = json.loads(line)
        if event["Event"] == "SparkListenerTaskEnd" and event.get("Task Metrics"):
            told = event["Task Metrics"]
            sums["tasks"] += 1
            sums["seconds of tasks"] += told["Executor Run Time"] / 1000
            sums["shuffled MB"] += told["Shuffle Write Metrics"]["Shuffle Bytes Written"] / 1e6
            sums["spilled MB"] += told["Disk Bytes Spilled"] / 1e6
            longest.setdefault(event["Stage ID"], []).append(told["Executor Run Time"])
    heavy = max(longest.values(), key=sum, default=[1])
    sums["longest task to mean, heaviest stage"] = max(heavy) * len(heavy) / max(1, sum(heavy))  # type: ignore[assignment]
    return {f"{name}: {key}": float(value) for key, value in sums.items()}


def _differing(one: Path, other: Path) -> list[str]:
    first, second = read_tables(one), read_tables(other)
    return [name for name in sorted(first.keys() | second.keys()) if first.get(name) != second.get(name)]


def read_tables(path: Path) -> dict[str, list[str]]:
    """The rows of a store's tables, sorted."""
    connection = apsw.Connection(str(path))
    names = [
        str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    return {
        name: sorted(map(repr, connection.execute(f"SELECT * FROM {name}")))  # noqa: S608
        for name in names
        if not name.startswith(OTHERS)
    }


# ---- kill -9 -----------------------------------------------------------------------------


def measure_kills(folder: Path, kills: int, articles: int = 400, seed: int = 1) -> dict[str, float]:
    """Kill ``saksi spark extract`` at random moments; the shards must be those of an undisturbed run."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    source, calm, out = folder / "in", folder / "calm", folder / "out"
    write_articles(articles, source)
    began = time.perf_counter()
    _run(source, calm).wait()
    whole = time.perf_counter() - began
    figures: Counter[str] = Counter({"kills": 0, "kills that met Spark at work": 0, "rounds": 0})
    while figures["kills"] < kills:
        process = _run(source, out)
        try:
            process.wait(chance.uniform(0.3, 1.0) * whole)
            figures["rounds"] += _same(calm, out)  # it was done: begin anew
            for place in out.glob("articles/*"):
                place.unlink()
        except subprocess.TimeoutExpired:
            before = len(list(out.glob("articles/[!.]*")))
            _kill(process)
            figures["kills"] += 1
            figures["kills that met Spark at work"] += 0 < before < len(list(calm.glob("articles/*")))
    code = _run(source, out).wait()
    return {
        **{name: float(value) for name, value in figures.items()},
        "shards": float(len(list(calm.glob("articles/*")))),
        "seconds of an undisturbed run": whole,
        "exit code of the last run": float(code),
        "ends in the same bytes": float(_same(calm, out)),
        "documents lost or doubled": float(_wrong(source, out)),
    }


def _run(source: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "saksi.cli",
        "spark",
        "extract",
        str(source),
        str(out),
        "--master",
        "local[2]",
    ]
    return subprocess.Popen(
        [*command, "--shard-mb", str(SMALL / 1e6)], stderr=subprocess.DEVNULL, start_new_session=True
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the driver, Java and every worker at once."""
    for pid in (*_below(process.pid), process.pid):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


def _below(parent: int) -> list[int]:
    """Processes that a process started, and those that they started."""
    children: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            name, _, rest = place.read_text().rpartition(")")
            children.setdefault(int(rest.split()[1]), []).append(int(name.split()[0]))
    found, waiting = [], [parent]
    while waiting:
        own = children.get(waiting.pop(), [])
        found += own
        waiting += own
    return found


def _same(one: Path, other: Path) -> bool:
    first, second = (
        {place.name: place.read_bytes() for place in folder.glob("articles/[!.]*")} for folder in (one, other)
    )
    return first == second


def _wrong(source: Path, out: Path) -> int:
    """Documents that do not stand in the shards exactly once."""
    counted = Counter(row.path for row in open_shards(str(out)).documents())
    expected = {str(path) for path in source.rglob("*.txt")}
    return len(expected ^ counted.keys()) + sum(count != 1 for count in counted.values())


# ---- the filter ----------------------------------------------------------------------------


def measure_sieve(folder: Path, count: int) -> dict[str, float]:
    """Milliseconds of processor time for a page that is passed over, read, and coded."""
    write_crawl(folder / "pages.warc.gz", count)
    plan = plan_input([str(folder / "pages.warc.gz")], Reading())
    figures = {"pages": float(count), "MB": (folder / "pages.warc.gz").stat().st_size / 1e6}
    for name, reading in (
        ("all pages", Reading()),
        ("filtered", Reading(language=True, words=("sanksi", "menteri"))),
    ):
        passed: Counter[str] = Counter()
        list(read_shard(plan.shards[0], reading, passed))  # once to load what it needs
        began = time.process_time()
        found = list(read_shard(plan.shards[0], reading, passed))
        figures[f"{name}: read"] = float(len(found))
        figures[f"{name}: ms a page"] = (time.process_time() - began) / count * 1000
    list(run_shard(found))
    began = time.process_time()
    list(run_shard(found))
    figures["coding: ms an article"] = (time.process_time() - began) / len(found) * 1000
    return figures


def write_crawl(path: Path, count: int) -> None:
    """A web archive of invented pages: scripts, menus, and an article in one of twenty."""
    path.parent.mkdir(parents=True, exist_ok=True)
    english = "The minister said on Monday that the talks in the capital will go on for a week. " * 40
    script = (
        "<script>" + "var the = {of: 1, and: [2, 3]}; function to(a) { return a + 1; } " * 700 + "</script>"
    )
    menu = '<ul class="menu">' + '<li><a href="/kanal/ekonomi?id=1">Kanal</a></li>' * 800 + "</ul>"
    stories = (text if number % 20 == 0 else english for number, text in enumerate(make_articles(count)))
    bodies = ("".join(f"<p>{line}</p>" for line in story.splitlines()) for story in stories)
    head = f"<html><head>{script}</head><body>{menu}"
    write_archive(path, (f"{head}<article>{body}</article></body></html>" for body in bodies))


if __name__ == "__main__":
    main()
