"""Loads the words that show where a speaker stands.

Turns ``stance.toml`` into look-ups; ``coding.positions`` reads what is said with them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

#: The five stances; neutral is what no words show.
VALUES = ("warns", "demands", "opposes", "supports", "neutral")


@dataclass(frozen=True, slots=True)
class StanceRules:
    """Words by what they show.

    ``words`` maps a run of lower-case words to a stance, ``speech`` the kind of speech
    ("accuse") to one. A negation turns ``supports`` into ``opposes`` and takes away the others.
    The target of ``subject_first`` words stands before them ("X harus pergi").
    """

    words: Mapping[tuple[str, ...], str]
    speech: Mapping[str, str]
    negations: frozenset[str]
    subject_first: frozenset[tuple[str, ...]]
    longest: int
    examples: tuple[tuple[str, str, dict[str, Any]], ...] = ()


def load_stance_rules(path: Traversable) -> StanceRules:
    """Read ``stance.toml``; DataError names a stance that is none and a word in two of them."""
    data = load_toml(path)
    words: dict[tuple[str, ...], str] = {}
    for row in data["stance"]:
        if row["id"] not in VALUES:
            raise DataError(path.name, f"stance {row['id']}", f"is none of {', '.join(VALUES)}")
        for word in row["words"]:
            if words.setdefault(tuple(word.split()), row["id"]) != row["id"]:
                raise DataError(path.name, f"stance {row['id']}", f"{word!r} stands in another stance too")
    examples = tuple(
        (kind, line["text"], {**line, "stance": row["id"]})
        for row in data["stance"]
        for kind in ("example", "counter", "gap")
        for line in row.get(kind, ())
    )
    return StanceRules(
        MappingProxyType(words),
        MappingProxyType(dict(data["speech"])),
        frozenset(data["negations"]["words"]),
        frozenset(tuple(word.split()) for word in data["subject_first"]["words"]),
        max(map(len, words)),
        examples,
    )
