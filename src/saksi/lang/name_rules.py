"""Loads what name finding must know besides the atlas.

Turns ``names.toml`` into look-ups of lower-case words.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class NameRules:
    """Words that open, join or mark names; ``org_heads`` maps a head to a PLOVER sector or ''."""

    particles: frozenset[str]
    place_heads: frozenset[str]
    place_prepositions: frozenset[str]
    never: frozenset[str]
    org_heads: dict[str, str]


def load_name_rules(path: Traversable) -> NameRules:
    """Read ``names.toml``."""
    data = load_toml(path)
    lists = {key: frozenset(words) for key, words in data["name"].items()}
    return NameRules(**lists, org_heads=dict(data["org_heads"]))
