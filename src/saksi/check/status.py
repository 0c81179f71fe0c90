"""Turns the examples of the words of status into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from saksi.check.case import Case
from saksi.check.probe import probe
from saksi.lang.language import Language


def cases(language: Language) -> Iterator[Case]:
    """All examples and counter-examples, named by number."""
    numbers: dict[tuple[str, str], int] = {}
    for kind, text, row in language.status.examples:
        key = (row["status"], kind)
        numbers[key] = numbers.get(key, 0) + 1
        name = f"lang/id/status.toml::{row['status']}[{kind}-{numbers[key]}]"
        yield Case(name, kind, text, partial(_run, language, row))


def _run(language: Language, row: dict[str, Any]) -> str | None:
    wanted: list[str] = row["gives"]
    given = [f"{e.event} {e.status}" for e in probe(row["text"], language, issued=row.get("issued")).events]
    return None if given == wanted else f"gave {given}, wants {wanted}"
