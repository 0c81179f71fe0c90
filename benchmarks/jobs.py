"""Compares two processes with one: ``extract`` and ``add`` over the same articles, with ``--jobs`` 1 and 2.

Turns runs into ratios. The clock tells the truth on a machine that does nothing else. Where it
does, the second ratio stands for it: the processor time of one job over that of the busiest
process of two, or over half of what all of them use when that is more. That is what the clock
would show on two free cores if nobody ever waited.

    python -m benchmarks.jobs [--articles N] [--rounds R]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.generate import write_articles
from benchmarks.processes import find_children, read_stat

#: How often the processes of a run are looked at, in seconds.
LOOK = 0.1
CORES = 2
COMMANDS = {
    "extract": ["extract", "--out"],
    "add": ["add", "--no-resolve", "--store"],
}


class Run(NamedTuple):
    """What one run took."""

    clock: float
    total: float  # processor time of all processes
    busiest: float


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        write_articles(arguments.articles, documents)
        figures = {name: compare(name, documents, arguments.rounds) for name in COMMANDS}
    for name, found in figures.items():
        print(name, *(f"{what} {value:.2f}" for what, value in found.items()), sep="  ")
    print(json.dumps({"articles": arguments.articles, "load": os.getloadavg()[1], **figures}))


def compare(name: str, documents: Path, rounds: int) -> dict[str, float]:
    """Medians of both numbers of jobs, taken in turn so that both meet the same load."""
    runs: dict[int, list[Run]] = {1: [], 2: []}
    for _ in range(rounds):
        for jobs, found in runs.items():
            found.append(measure(name, documents, jobs))
    one, two = (Run(*map(median, zip(*found, strict=True))) for found in runs.values())
    return {
        "clock ratio": one.clock / two.clock,
        "ratio on free cores": one.total / max(two.busiest, two.total / CORES),
        "seconds of one": one.clock,
        "seconds of two": two.clock,
        "processor seconds of one": one.total,
        "processor seconds of two": two.total,
        "of its busiest process": two.busiest,
    }


def measure(name: str, documents: Path, jobs: int) -> Run:
    """One run to its end."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*COMMANDS[name], str(Path(folder) / "out"), "--jobs", str(jobs), str(documents)]
        began = time.perf_counter()
        running = subprocess.Popen([sys.executable, "-m", "saksi.cli", *command], stderr=subprocess.DEVNULL)
        spent: dict[int, float] = {}
        while running.poll() is None:
            for process in (running.pid, *find_children(running.pid)):
                spent[process] = max(spent.get(process, 0.0), read_stat(process).seconds)
            time.sleep(LOOK)
    return Run(time.perf_counter() - began, sum(spent.values()), max(spent.values()))


if __name__ == "__main__":
    main()
