"""Measures how well the language of a text is told, on short invented texts.

Turns ``languages.tsv`` into the share of texts told rightly by saksi's vote of words and, where
they are installed, by py3langid and by lingua, with texts a second. A language that saksi does
not read counts as right when it is not taken for Indonesian.

    python benchmarks/languages.py [--documents FILE]
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from saksi.clean.language import tell_language
from saksi.lang.language import load_language

HERE = Path(__file__).resolve().parent
#: Least share of right answers of saksi's own vote.
FLOOR = 1.0
READ = "id"

Teller = Callable[[str], str | None]


def main() -> int:
    """Measure each, print; the exit code is 1 when saksi's own vote is under its floor."""
    parser = argparse.ArgumentParser(description="Measures how well languages are told apart.")
    parser.add_argument(
        "--documents",
        type=Path,
        help="JSON lines with lists of sentences, a key a language: english, indonesian",
    )
    options = parser.parse_args()
    with (HERE / "languages.tsv").open(encoding="utf-8", newline="") as file:
        rows = [(row["language"], row["text"]) for row in csv.DictReader(file, delimiter="\t")]
    if options.documents is not None:
        rows += _documents(options.documents)
    own = _measure("saksi", _own(), rows)
    for name, make in (("py3langid", _py3langid), ("lingua", _lingua)):
        try:
            _measure(name, make(), rows)
        except ImportError:
            print(f"{name:<10} is not installed; left out")
    return 0 if own >= FLOOR else 1


def _documents(path: Path) -> list[tuple[str, str]]:
    codes = {"english": "en", "indonesian": READ}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [(code, " ".join(row[key])) for row in rows for key, code in codes.items() if key in row]


def _measure(name: str, tell: Teller, rows: Sequence[tuple[str, str]]) -> float:
    """Share of right answers; prints it by language."""
    tell(rows[0][1])
    began = time.perf_counter()
    told = [tell(text) for _, text in rows]
    rate = len(rows) / (time.perf_counter() - began)
    right: dict[str, list[bool]] = {}
    for (language, _), got in zip(rows, told, strict=True):
        known = language in (READ, "ms", "en")
        right.setdefault(language if known else "other", []).append(got == language if known else got != READ)
    parts = "  ".join(f"{language} {sum(hits)}/{len(hits)}" for language, hits in right.items())
    share = sum(map(sum, right.values())) / len(rows)
    print(f"{name:<10} {share:.3f}  {parts}  {rate:,.0f} texts/s")
    return share


def _own() -> Teller:
    words = load_language().furniture.words
    return lambda text: tell_language([text], words)[0]


def _py3langid() -> Teller:
    langid = importlib.import_module("py3langid.langid")
    return lambda text: str(langid.classify(text)[0])


def _lingua() -> Teller:
    lingua = importlib.import_module("lingua")
    names = ("INDONESIAN", "MALAY", "ENGLISH", "TAGALOG", "DUTCH", "FRENCH")
    languages = [getattr(lingua.Language, name) for name in names]
    detector = lingua.LanguageDetectorBuilder.from_languages(*languages).build()

    def tell(text: str) -> str | None:
        found = detector.detect_language_of(text)
        return None if found is None else str(found.iso_code_639_1.name).lower()

    return tell


if __name__ == "__main__":
    sys.exit(main())
