"""Kills ``saksi extract --jobs`` and ``saksi add --jobs`` at random moments: nothing lost, nothing twice.

Turns a number of kills into what they left behind. kill -9 meets the command itself or one of the
processes that work for it, by chance. After each death of the command its output is looked at (the
lines of ``extract`` must be the beginning of what an undisturbed run prints; the store of ``add``
must hold whole articles alone), and the same command goes on. At the end both outputs must be, byte
for byte, those of a run that nothing disturbed.

    python -m benchmarks.kills --kills 100 [--articles N]
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
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import write_articles
from benchmarks.processes import find_children
from saksi.query.fetch import fetch_all
from saksi.store.connect import open_to_read, open_to_write
from saksi.store.reviews import read_contract

#: A kill comes at the latest after this share of the time that a whole run takes, so that several meet one run.
SHARE = 0.4
#: A process is killed up to so many seconds after the first is there: while it starts, or while it works.
STARTING = 3.0


@dataclass(frozen=True, slots=True)
class Kind:
    """A command whose output is a file, and how that file is judged."""

    name: str
    command: Callable[[Path, Path], list[str]]  # documents, output
    is_damaged: Callable[[Path, Path], bool]  # output of an undisturbed run, output so far
    is_same: Callable[[Path, Path], bool]


def main() -> int:
    """Measure and print, first for people, then one line for programs; 1 when something was lost."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=100, help="of each command")
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure_kills(Path(folder), arguments.kills, arguments.articles, arguments.seed)
    for name, found in figures.items():
        print(name, *(f"{what} {value:g}" for what, value in found.items()), sep="  ")
    print(json.dumps(figures))
    return int(any(found["damaged"] or not found["same bytes"] for found in figures.values()))


def measure_kills(
    folder: Path, kills: int, articles: int = 400, seed: int = 1
) -> dict[str, dict[str, float]]:
    """Kill each command so many times and tell what came of it."""
    documents = folder / "documents"
    write_articles(articles, documents)
    chance = random.Random(seed)  # noqa: S311  # no secret
    return {kind.name: _measure(kind, (documents, folder), kills, chance) for kind in KINDS}


def _measure(kind: Kind, places: tuple[Path, Path], kills: int, chance: random.Random) -> dict[str, float]:
    documents, folder = places
    calm, killed = folder / f"calm-{kind.name}", folder / f"killed-{kind.name}"
    began = time.perf_counter()
    _start(kind.command(documents, calm)).wait()
    longest = (time.perf_counter() - began) * SHARE
    found = dict.fromkeys(("kills", "of workers", "runs that ended", "damaged", "same bytes"), 0.0)
    running: subprocess.Popen[bytes] | None = None
    while found["kills"] < kills:
        running = running or _start(kind.command(documents, killed))
        if _ends_within(running, chance.uniform(0, longest)):
            found["runs that ended"] += 1
            found["damaged"] += running.returncode != 0 or not kind.is_same(calm, killed)
            killed.unlink()
            running = None
        elif _kill(running, chance):
            found["kills"] += 1
            found["of workers"] += 1
        else:
            found["kills"] += 1
            found["damaged"] += kind.is_damaged(calm, killed)
            running = None
    (running or _start(kind.command(documents, killed))).wait()
    found["same bytes"] = float(kind.is_same(calm, killed))
    return found


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "saksi.cli", *command], stderr=subprocess.DEVNULL)


def _ends_within(running: subprocess.Popen[bytes], seconds: float) -> bool:
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _kill(running: subprocess.Popen[bytes], chance: random.Random) -> bool:
    """Kill the command, or one of its processes: then True."""
    if chance.random() < 0.5 and _wait_for_workers(running):
        time.sleep(chance.uniform(0, STARTING))
        workers = find_children(running.pid) or (running.pid,)
        with suppress(ProcessLookupError):
            os.kill(victim := chance.choice(workers), signal.SIGKILL)
            if victim != running.pid:
                return True
    running.kill()
    running.wait()
    return False


def _wait_for_workers(running: subprocess.Popen[bytes]) -> bool:
    """Whether processes work for a command; it starts them some time after itself."""
    workers: tuple[int, ...] = ()
    while running.poll() is None and not workers:
        workers = find_children(running.pid)
    return bool(workers)


# ---- extract ---------------------------------------------------------------------------


def _extract(documents: Path, out: Path) -> list[str]:
    return ["extract", str(documents), "--jobs", "2", "--out", str(out), "--resume"]


def _is_no_beginning(calm: Path, out: Path) -> bool:
    return out.exists() and not calm.read_bytes().startswith(out.read_bytes())


def _are_same_bytes(calm: Path, out: Path) -> bool:
    return calm.read_bytes() == out.read_bytes()


# ---- add -------------------------------------------------------------------------------


def _add(documents: Path, store: Path) -> list[str]:
    return ["add", str(documents), "--jobs", "2", "--store", str(store)]


def _is_half(calm: Path, store: Path) -> bool:
    """Whether a store is damaged, or an article in it lacks rows that its analysis has."""
    del calm
    if not store.exists() or store.stat().st_size == 0:
        return False
    try:
        connection = open_to_read(store)
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


KINDS = (
    Kind("extract", _extract, _is_no_beginning, _are_same_bytes),
    Kind("add", _add, _is_half, is_same),
)


if __name__ == "__main__":
    sys.exit(main())
