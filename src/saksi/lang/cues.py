"""Loads the speech cues: the words that turn a quotation or clause into a statement.

Turns ``cues.toml`` into look-ups; which clause is the statement is for ``coding`` to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class Cues:
    """Speech cues by how they stand.

    ``inverted`` come before their speaker after what is said ("kata X"); ``sources`` are
    prepositions before a speaker ("menurut X"); ``media`` are verbs of passing on
    ("dikutip dari X"); ``documents`` are nouns that speak for their makers, ``unnamed`` nouns for speakers without
    a name. ``credits`` end a sentence behind an outlet ("Antara melaporkan"), ``days`` are no
    outlets, ``said`` with "itu" means what the sentence before said, ``own_side`` is "pihaknya",
    ``gatherings`` do not speak; ``bodies`` are those of ``unnamed`` that are no people, ``issued`` verbs
    between a paper and who put it out.
    """

    inverted: frozenset[str]
    sources: frozenset[str]
    media: frozenset[str]
    documents: frozenset[str]
    unnamed: frozenset[str]
    credits: frozenset[str]
    days: frozenset[str]
    said: frozenset[str]
    own_side: frozenset[str]
    gatherings: frozenset[str]
    bodies: frozenset[str]
    issued: frozenset[str]

    def __contains__(self, word: str) -> bool:
        return word in self.inverted


def load_cues(path: Traversable) -> Cues:
    """Read ``cues.toml``."""
    data = load_toml(path)["cue"]
    return Cues(**{key: frozenset(data[key]) for key in Cues.__dataclass_fields__})
