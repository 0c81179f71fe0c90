"""Turns the examples of the stance words into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from saksi.check.case import Case
from saksi.check.probe import probe
from saksi.lang.language import Language


def cases(language: Language) -> Iterator[Case]:
    """All examples of all stances, named by number."""
    numbers: dict[tuple[str, str], int] = {}
    for kind, text, row in language.stance.examples:
        key = (row["stance"], kind)
        numbers[key] = numbers.get(key, 0) + 1
        name = f"lang/id/stance.toml::{row['stance']}[{kind}-{numbers[key]}]"
        yield Case(name, kind, text, partial(_run, language, kind, text, row))


def _run(language: Language, kind: str, text: str, row: dict[str, Any]) -> str | None:
    stances = [s.stance for s in probe(text, language).statements if s.stance is not None]
    own = [s for s in stances if s.value == row["stance"]]
    if kind == "counter":
        return f"gave {row['stance']}" if own else None
    for stance in own:
        words = text[stance.words.start : stance.words.end] if stance.words is not None else None
        toward = stance.toward.name if stance.toward is not None else None
        if row["gives"].get("words", words) == words and row["gives"].get("toward", toward) == toward:
            return None
    return f"gave {[(s.value, s.words, s.toward and s.toward.name) for s in stances]}, wants {row['gives']}"
