"""Loads the labels that tables and plots show, in English or Indonesian.

Turns ``data/labels/*.toml`` into one frozen object. Codes in JSON, CSV and exports are no
labels and never change with the language.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from saksi.errors import DataError, UsageError
from saksi.lang.tables import load_toml

LANGUAGES = ("en", "id")
_SECTIONS = ("columns", "events", "status", "kinds", "stances", "predicates", "quads", "fields", "messages")


@dataclass(frozen=True, slots=True)
class Labels:
    """Words for codes; a code without a word stands for itself."""

    language: str
    columns: Mapping[str, str]
    events: Mapping[str, str]
    status: Mapping[str, str]
    kinds: Mapping[str, str]
    stances: Mapping[str, str]
    predicates: Mapping[str, str]
    quads: Mapping[str, str]
    fields: Mapping[str, str]
    messages: Mapping[str, str]

    def event(self, code: str, mode: str | None = None) -> str:
        """The word for a type with its mode.

        >>> load_labels("id").event("CONSULT", "visit")
        'berunding (visit)'
        """
        word = self.events.get(code, code)
        return f"{word} ({mode})" if mode else word


@cache
def load_labels(language: str) -> Labels:
    """The labels of a language (cached); UsageError when there are none."""
    if language not in LANGUAGES:
        raise UsageError(f"--lang {language}: must be one of {', '.join(LANGUAGES)}")
    file = files("saksi") / "data" / "labels" / f"{language}.toml"
    data = load_toml(file)
    missing = [name for name in _SECTIONS if name not in data]
    if missing:
        raise DataError(file.name, missing[0], "this section is missing: take it from en.toml")
    return Labels(language, **{name: data[name] for name in _SECTIONS})
