"""Loads the PLOVER rules that hang on types, not on words.

Turns ``coding.toml`` into look-ups between event types, modes and contexts.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class CodingRules:
    """What becomes of a type when it is future, promised, refused or asked for."""

    future: dict[str, str]
    promise: dict[str, str]
    refuse: dict[str, str]
    mode_by_complement: dict[str, dict[str, str]]
    context_words: dict[str, tuple[str, ...]]  # word -> contexts


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
        context_words={word: tuple(found) for word, found in contexts.items()},
    )
