"""Loads the number words of a language and the words that make a figure no count.

Turns ``numbers.toml`` into one frozen ``NumberRules``; it finds nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class NumberExample:
    """A sentence with the numbers it must give: (words, minimum, maximum) each, none for a counter."""

    name: str
    kind: str  # example | counter | gap
    text: str
    gives: tuple[tuple[str, float, float | None], ...]


@dataclass(frozen=True, slots=True)
class NumberRules:
    """Number words by what they do; every key is lower case.

    ``digits`` have a value of their own ("tujuh"), ``scales`` multiply what stands before
    ("puluh", "juta"), ``wholes`` stand alone ("seratus", "sejuta"), ``ones`` are one with a
    classifier ("seorang": the unit "orang"), ``vague`` is an open range ("puluhan").
    """

    digits: dict[str, float]
    scales: dict[str, float]
    wholes: dict[str, float]
    ones: dict[str, str]
    vague: dict[str, tuple[float, float | None]]
    openers: frozenset[str]  # words that a quantity may begin with
    teen: frozenset[str]
    joiners: frozenset[str]  # between the ends of a range: "hingga", "sampai", "atau"
    between: frozenset[str]  # before a range joined by one of ``pairs``: "antara 5 dan 7"
    pairs: frozenset[str]
    units: dict[str, str]
    currencies: frozenset[str]
    not_after: frozenset[str]  # "halaman", "pasal", "pukul", "salah"
    ordinal_after: frozenset[str]  # "ke" before a figure: an ordinal ...
    ordinal_before: frozenset[str]  # ... when one of these or nothing follows
    not_before: frozenset[str]  # month names, "mata" (empat mata)
    examples: tuple[NumberExample, ...] = field(default=(), compare=False)


def load_number_rules(path: Traversable) -> NumberRules:
    """Read ``numbers.toml``; DataError names the table that is missing or ill-typed."""
    data = load_toml(path)
    try:
        return NumberRules(
            digits=_values(data["digits"]),
            scales=_values(data["scales"]),
            wholes=_values(data["wholes"]),
            ones=dict(data["ones"]),
            vague={word: _range(ends) for word, ends in data["vague"].items()},
            openers=frozenset().union(*(data[table] for table in ("digits", "wholes", "ones", "vague"))),
            teen=frozenset(data["context"]["teen"]),
            joiners=frozenset(data["context"]["joiners"]),
            between=frozenset(data["context"]["between"]),
            pairs=frozenset(data["context"]["pairs"]),
            units={word: unit for unit, words in data["units"].items() for word in words},
            currencies=frozenset(data["context"]["currencies"]),
            not_after=frozenset(data["context"]["not_after"]),
            ordinal_after=frozenset(data["context"]["ordinal_after"]),
            ordinal_before=frozenset(data["context"]["ordinal_before"]),
            not_before=frozenset(data["context"]["not_before"]),
            examples=tuple(_examples(data)),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise DataError(path.name, "tables", f"missing or ill-typed: {error}") from error


def _values(table: dict[str, Any]) -> dict[str, float]:
    return {word: float(value) for word, value in table.items()}


def _range(ends: list[float]) -> tuple[float, float | None]:
    low, high = (*ends, None)[:2]
    if low is None:
        raise ValueError("a vague number needs a minimum")
    return float(low), None if high is None else float(high)


def _examples(data: dict[str, Any]) -> list[NumberExample]:
    found = []
    for kind in ("example", "counter", "gap"):
        for count, item in enumerate(data.get(kind, []), start=1):
            gives = tuple((str(words), *_range(ends)) for words, *ends in item.get("gives", []))
            found.append(NumberExample(f"{kind}-{count}", kind, item["text"], gives))
    return found
