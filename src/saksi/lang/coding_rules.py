"""Loads the PLOVER rules that hang on types, not on words.

Turns ``coding.toml`` into look-ups between event types, modes and contexts.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class Offside:
    """A field that is no public affair: its words, and the types coded all the same."""

    field: str
    words: frozenset[str]
    keeps: frozenset[str]


@dataclass(frozen=True, slots=True)
class CodingRules:
    """What becomes of a type when it is future, promised, refused or asked for."""

    future: dict[str, str]
    promise: dict[str, str]
    refuse: dict[str, str]
    mode_by_complement: dict[str, dict[str, str]]
    context_words: dict[str, tuple[str, ...]]  # word, two words or "beginning*" -> contexts
    context_of_type: dict[str, tuple[str, ...]]
    context_of_sector: dict[str, tuple[str, ...]]
    offside: tuple[Offside, ...]
    home_modes: frozenset[str]  # "SANCTION/expel"
    home_frames: frozenset[str]
    home_sectors: frozenset[str]


def load_coding_rules(path: Traversable) -> CodingRules:
    """Read ``coding.toml``."""
    data = load_toml(path)
    contexts: dict[str, list[str]] = {}
    for context, words in data["context"].items():
        for word in words:
            contexts.setdefault(word, []).append(context)
    return CodingRules(
        future=data["future"],
        promise=data["promise"],
        refuse=data["refuse"],
        mode_by_complement=data["mode_by_complement"],
        context_words={word: tuple(dict.fromkeys(found)) for word, found in contexts.items()},
        context_of_type={kind: tuple(found) for kind, found in data["context_of_type"].items()},
        context_of_sector={sector: tuple(found) for sector, found in data["context_of_sector"].items()},
        offside=tuple(
            Offside(field, frozenset(row["words"]), frozenset(row["keeps"]))
            for field, row in data["offside"].items()
        ),
        home_modes=frozenset(data["at_home"]["modes"]),
        home_frames=frozenset(data["at_home"]["frames"]),
        home_sectors=frozenset(data["at_home"]["sectors"]),
    )
