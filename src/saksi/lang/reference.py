"""Loads the words that point back to somebody spoken of before.

Turns ``reference.toml`` into look-ups; ``coding.discourse`` knows who was spoken of.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.tables import load_toml

#: Words beside the numbers and pointers that are no noun of a pointing phrase: "para menteri itu".
LIGHT = frozenset({"para", "belah"})


@dataclass(frozen=True, slots=True)
class Reference:
    """Pronouns, and nouns that with "kedua" or "itu" mean actors of certain kinds.

    ``sets`` maps "kedua", "ketiga" to how many are meant.

    ``acts`` are nouns for whatever was done before ("langkah itu"), ``scenes`` those of
    them that are seen somewhere, ``claims`` for what was charged; ``denials`` are frames that answer a charge; ``rest`` are words for more of those
    just named, ``citizens`` short ones for people of a state; ``answers`` verbs of answering an act;
    ``counts`` are numbers that point back with "itu"; ``peers`` words for somebody of like office;
    ``laws`` nouns whose people are what they are about; ``stateless`` are people whom the place of the story gives no country.
    ``where_states`` and ``where_places`` point to a place with "itu", ``where_own`` with -nya.
    ``local`` are people and bodies that are of the place behind "di".
    ``serving`` are posts under the one whose title follows.
    ``listing`` open names of bodies and posts that may hold a list.
    ``many`` stand before titles that mean one of several or all of them.
    A person named after a word of ``owned`` owns it: "keluarga Raka Suryanta".
    """

    singular: frozenset[str]
    plural: frozenset[str]
    speaker: frozenset[str]
    sets: dict[str, int]
    both: dict[str, tuple[str, ...]]
    that_words: frozenset[str]
    that: dict[str, tuple[str, ...]]
    owned: frozenset[str]
    acts: frozenset[str]
    scenes: frozenset[str]
    claims: frozenset[str]
    denials: frozenset[str]
    rest: frozenset[str]
    citizens: frozenset[str]
    answers: frozenset[str]
    counts: dict[str, int]
    peers: frozenset[str]
    laws: frozenset[str]
    stateless: frozenset[str]
    where_states: frozenset[str]
    where_places: frozenset[str]
    where_own: frozenset[str]
    many: frozenset[str]
    light: frozenset[str]  # what stands around the noun of a pointing phrase
    local: frozenset[str]
    serving: frozenset[str]
    listing: frozenset[str]


def load_reference(path: Traversable) -> Reference:
    """Read ``reference.toml``."""
    data = load_toml(path)
    pronoun, both, that = data["pronoun"], data["both"], data["that"]
    return Reference(
        frozenset(pronoun["singular"]),
        frozenset(pronoun["plural"]),
        frozenset(pronoun["speaker"]),
        dict(both["words"]),
        {word: tuple(kinds) for word, kinds in both["kinds"].items()},
        frozenset(that["words"]),
        {word: tuple(kinds) for word, kinds in that["kinds"].items()},
        frozenset(data["owned"]["words"]),
        frozenset(data["act"]["any"]),
        frozenset(data["act"]["scenes"]),
        frozenset(data["act"]["claims"]),
        frozenset(data["denial"]["frames"]),
        frozenset(data["rest"]["words"]),
        frozenset(data["citizen"]["words"]),
        frozenset(data["answer"]["verbs"]),
        dict(data["count"]["words"]),
        frozenset(data["peer"]["words"]),
        frozenset(data["law"]["words"]),
        frozenset(data["stateless"]["words"]),
        frozenset(data["where"]["states"]),
        frozenset(data["where"]["places"]),
        frozenset(data["where"]["own"]),
        frozenset(data["many"]["words"]),
        LIGHT.union(both["words"], data["count"]["words"], that["words"]),
        frozenset(data["local"]["words"]),
        frozenset(data["serving"]["words"]),
        frozenset(data["listing"]["words"]),
    )
