"""Varies the demo articles into as many as a measurement needs: states, towns, people, days, figures.

Turns the invented articles that come with saksi into N others of the same make-up: every name
of a state, a town or a person is exchanged for another of the atlas, dates move by days and
figures change. They are for measuring speed and size alone: what they tell is nonsense.

    python benchmarks/generate.py N FOLDER [--seed S]
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

from saksi.cli.demo import read_demo
from saksi.lang.language import DATA

#: Articles in one folder: more makes folders slow on some systems.
IN_FOLDER = 1_000
_NUMBER = re.compile(r"(?<![\d/.(])\b([1-9]\d{0,2})\b(?=\s+(?:orang|tentara|korban|warga|anggota|negara))")
_DAY = re.compile(r"\((\d{1,2})/(\d{1,2})(/\d{4})?\)")
_YEAR = re.compile(r"\b(20[0-2]\d)\b")
#: First and last years that an article may be moved to.
YEARS = (2004, 2024)
#: Made-up parts of names: nobody is meant.
_FIRST = [
    "Adi",
    "Bagas",
    "Cahya",
    "Damar",
    "Eka",
    "Farid",
    "Gilang",
    "Hendra",
    "Indra",
    "Joko",
    "Krisna",
    "Laras",
    "Made",
    "Nanda",
    "Oki",
    "Putra",
    "Rama",
]
_LAST = [
    "Wirajaya",
    "Santika",
    "Lesmana",
    "Prakoso",
    "Hadinata",
    "Kusnadi",
    "Saputra",
    "Mahesa",
    "Dirgantara",
    "Nugraha",
    "Ardiansah",
]


def main() -> None:
    """Write the articles and say where."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    write_articles(arguments.count, arguments.folder, arguments.seed)
    print(f"{arguments.count} articles in {arguments.folder}", file=sys.stderr)


def write_articles(count: int, folder: Path, seed: int = 7) -> None:
    """Write ``count`` articles into folders of a thousand."""
    for number, text in enumerate(make_articles(count, seed)):
        place = folder / f"{number // IN_FOLDER:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:07}.txt").write_text(text, encoding="utf-8")


def make_articles(count: int, seed: int = 7) -> Iterator[str]:
    """``count`` texts; the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311  # no secret
    texts = [article.text for article in read_demo()]
    states, towns = read_states(), read_towns()
    for number in range(count):
        yield vary(texts[number % len(texts)], states, towns, chance)


def read_states() -> tuple[str, ...]:
    """Names of states in the atlas, one word each so that they fit any sentence."""
    names = [row["name"] for row in _read_rows(DATA / "actors" / "states.tsv")]
    return tuple(name for name in names if " " not in name)


def read_towns() -> tuple[str, ...]:
    """Names of large towns in the atlas."""
    told = [row["name"] for row in _read_rows(DATA / "places" / "places.tsv")]
    names = [name for name in told if " " not in name and name[:1].isupper()]
    return tuple(names[:: max(1, len(names) // 600)])


def _read_rows(file: Traversable) -> Iterator[dict[str, str]]:
    """Rows of a table of the atlas."""
    yield from csv.DictReader(file.read_text(encoding="utf-8").splitlines(), delimiter="\t")


def vary(text: str, states: Sequence[str], towns: Sequence[str], chance: random.Random) -> str:
    """One article with other names, days and figures."""
    exchange = {**_exchange(text, states, chance), **_exchange(text, towns, chance)}
    moved = chance.randint(*YEARS) - max([int(year) for year in _YEAR.findall(text)], default=YEARS[1])
    text = _put(text, exchange)
    text = _YEAR.sub(lambda found: str(int(found[1]) + moved), text)
    text = _DAY.sub(
        lambda found: f"({chance.randint(1, 28)}/{chance.randint(1, 12)}{_year(found[3], moved)})", text
    )
    text = _NUMBER.sub(lambda _: str(chance.randint(2, 400)), text)
    name = f"{chance.choice(_FIRST)} {chance.choice(_LAST)}"
    return f"{text}\n\nPewarta: {name} {chance.randint(1, 10**9)}\n"


def _year(told: str | None, moved: int) -> str:
    return "" if told is None else f"/{int(told[1:]) + moved}"


def _exchange(text: str, names: Sequence[str], chance: random.Random) -> Mapping[str, str]:
    """Half of the names that a text holds, each with another to stand for it."""
    held = [name for name in names if name in text]
    return {name: chance.choice(names) for name in held if chance.random() < 0.5}


def _put(text: str, exchange: Mapping[str, str]) -> str:
    if not exchange:
        return text
    any_name = re.compile(r"\b(" + "|".join(map(re.escape, sorted(exchange, key=len, reverse=True))) + r")\b")
    return any_name.sub(lambda found: exchange[found[1]], text)


if __name__ == "__main__":
    main()
