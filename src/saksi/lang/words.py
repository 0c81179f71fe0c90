"""Loads the function words: which word builds the sentence in which way.

Turns ``words.toml`` into a look-up from a unit of one or more words to its class; it
does not decide what an ambiguous word is in a sentence (``clauses`` does).
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class Words:
    """Word classes and the lists the clause grammar needs.

    ``units`` maps the first word of a unit to its candidates, longest first:
    ``"di" -> ((("di", "tengah"), "preposition"), (("di",), "preposition"))``.
    """

    units: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    perform: frozenset[str]
    suffer: frozenset[str]
    meets: frozenset[str]
    passives: frozenset[str]
    headlines: dict[str, str]  # a light verb without prefix -> the same with it
    occur: frozenset[str]
    planned: frozenset[str]
    bare_verbs: frozenset[str]
    never_verbs: frozenset[str]
    linking: frozenset[str]
    perceive: frozenset[str]
    leading: dict[
        str, frozenset[str]
    ]  # nouns that lead an act, by what they say of it: agreed, open, aims, charged, asked


def load_words(path: Traversable) -> Words:
    """Read ``words.toml``; of a word in two classes the first class wins."""
    data = load_toml(path)
    seen: dict[tuple[str, ...], str] = {}
    for name, units in data["class"].items():
        for unit in units:
            seen.setdefault(tuple(unit.split()), name)
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for unit, name in seen.items():
        table.setdefault(unit[0], []).append((unit, name))
    return Words(
        units={first: tuple(sorted(found, key=lambda row: -len(row[0]))) for first, found in table.items()},
        perform=frozenset(data["light"]["perform"]),
        suffer=frozenset(data["light"]["suffer"]),
        meets=frozenset(data["light"]["meets"]),
        passives=frozenset(data["light"]["passives"]),
        headlines=dict(data["light"]["headlines"]),
        occur=frozenset(data["light"]["occur"]),
        planned=frozenset(data["light"]["planned"]),
        bare_verbs=frozenset(data["bare_verbs"]["words"]),
        never_verbs=frozenset(data["never_verbs"]["words"]),
        linking=frozenset(data["linking"]["words"]),
        perceive=frozenset(data["perceive"]["words"]),
        leading={says: frozenset(nouns) for says, nouns in data["leading"].items()},
    )
