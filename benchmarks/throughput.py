"""Measures how fast saksi reads, beside its peers: text in, JSON out, one process, one core.

Turns generated articles (``benchmarks/generate.py``) into sentences a second of processor time.
Every contestant runs in a process of its own, in turn, round by round; medians count. A peer that
is not there is passed by. The last line is JSON.

    python -m benchmarks.throughput [--rounds N] [--articles N] [--out FILE]
        [--compiled PYTHON] [--petrarch FOLDER] [--spacy PYTHON MODEL]

``--compiled`` is an interpreter with the compiled saksi, ``--petrarch`` a clone of
oudalab/petrarch3, ``--spacy`` an interpreter with spaCy and the folder of a trained pipeline
(recipe: docs/decisions/0060-speed-of-one-core.md).
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.generate import make_articles

SCRIPT = Path(__file__).with_name("contestants.py")
#: Exit code of a contestant that is not installed.
MISSING = 4
#: A run of one contestant lasts no longer, in seconds.
PATIENCE = 900

Figures = dict[str, float]


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--articles", type=int, default=260)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--compiled", metavar="PYTHON")
    parser.add_argument("--petrarch", metavar="FOLDER")
    parser.add_argument("--spacy", nargs=2, metavar=("PYTHON", "MODEL"))
    arguments = parser.parse_args()
    with TemporaryDirectory() as folder:
        texts = Path(folder) / "texts.json"
        texts.write_text(json.dumps(list(make_articles(arguments.articles))), encoding="utf-8")
        figures = measure(contestants(arguments, str(texts)), arguments.rounds)
    for name, row in figures.items():
        print(
            f"{name:<10} {row['sentences_per_second']:>10,.1f} sentences/s {row['of_saksi']:>8.3f} of saksi"
        )
    record = {"rounds": arguments.rounds, "articles": arguments.articles, "contestants": figures}
    if arguments.out is not None:
        machine = {"python": platform.python_version(), "processor": platform.machine()}
        arguments.out.write_text(json.dumps({**machine, **record}, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(record))


def contestants(arguments: argparse.Namespace, texts: str) -> dict[str, list[str]]:
    """The commands, by name, saksi first."""
    found = {"saksi": [sys.executable, str(SCRIPT), "saksi", texts]}
    if arguments.compiled:
        found["compiled"] = [arguments.compiled, str(SCRIPT), "saksi", texts]
    if arguments.petrarch:
        found["petrarch"] = [sys.executable, str(SCRIPT), "petrarch", arguments.petrarch]
    if arguments.spacy:
        python, model = arguments.spacy
        found["spacy"] = [python, str(SCRIPT), "spacy", texts, model]
    return found


def measure(commands: dict[str, list[str]], rounds: int) -> dict[str, Figures]:
    """Medians over the rounds; ``of_saksi`` is a contestant's speed as a share of saksi's."""
    told: dict[str, list[Figures]] = {}
    for _ in range(rounds):
        for name, command in commands.items():
            figures = run(command, own=name == "saksi")
            if figures is None:
                print(f"{name}: not installed, passed by", file=sys.stderr)
            else:
                told.setdefault(name, []).append(figures)
    medians = {
        name: {key: statistics.median(f[key] for f in rows) for key in rows[0]} for name, rows in told.items()
    }
    ours = medians["saksi"]["sentences_per_second"]
    return {
        name: {**row, "of_saksi": round(row["sentences_per_second"] / ours, 3)}
        for name, row in medians.items()
    }


def run(command: list[str], *, own: bool) -> Figures | None:
    """What one run took; None when the contestant is not there. Peers get no path to this saksi."""
    environment = {key: value for key, value in os.environ.items() if own or key != "PYTHONPATH"}
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=PATIENCE, env=environment, check=False
        )
    except FileNotFoundError:
        return None
    if done.returncode == MISSING:
        return None
    if done.returncode:
        raise RuntimeError(f"{' '.join(command[:3])}: {done.stderr[-1000:]}")
    figures: Any = json.loads(done.stdout.splitlines()[-1])
    return dict(figures)


if __name__ == "__main__":
    main()
