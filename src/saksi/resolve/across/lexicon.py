"""Loads what comparing articles must know of words, names and types of events.

Turns ``across.toml`` of the language pack and ``ontology/families.toml`` into two frozen
look-ups. It compares nothing itself but spellings of a name and modes of a type.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations, product
from types import MappingProxyType

from saksi.errors import DataError
from saksi.lang.ontology import load_ontology
from saksi.lang.tables import load_toml

DATA = files("saksi") / "data"
#: Folded texts kept at hand: names come back over and over, their number has no bound.
REMEMBERED = 65_536
_DOUBLED = re.compile(r"([a-z])\1")
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of the language that say whether two texts tell one thing."""

    stop: frozenset[str]
    sites: Mapping[str, str]  # a way to write it -> the site
    sounds: tuple[tuple[str, str], ...]
    titles: frozenset[str]
    single: tuple[str, ...]
    anybody: frozenset[str]
    government: frozenset[str]

    def is_single(self, office: str) -> bool:
        """Whether one person holds the office at a time."""
        return any(office == term or office.startswith(f"{term} ") for term in self.single)


@dataclass(frozen=True, slots=True)
class Families:
    """Which types may tell one happening."""

    family: Mapping[str, str]
    mutual: frozenset[str]
    verbal: frozenset[str]
    apart: frozenset[tuple[str, str, str]]  # type, mode, mode

    def are_apart(self, event: str, a: str | None, b: str | None) -> bool:
        """Whether two modes of a type are never two views of one happening."""
        return a is not None and b is not None and (event, a, b) in self.apart


@cache
def load_wording() -> Wording:
    """Load the words of the Indonesian pack (cached)."""
    data = load_toml(DATA / "lang" / "id" / "across.toml")
    names = data["names"]
    return Wording(
        stop=frozenset(data["words"]["stop"]),
        sites=MappingProxyType({form: site for site, forms in data["sites"].items() for form in forms}),
        sounds=tuple((old, new) for old, new in names["sounds"]),
        titles=frozenset(names["titles"]),
        single=tuple(names["single"]),
        anybody=frozenset(names["anybody"]),
        government=frozenset(names["government"]),
    )


@cache
def load_families() -> Families:
    """Load the families of event types (cached); DataError names a type or mode that is none."""
    data = load_toml(DATA / "ontology" / "families.toml")
    types = load_ontology().events
    for event in {*types} ^ {*data["family"]}:
        raise DataError(
            "families.toml", f"type {event}", "must be an event type, and each must have a family"
        )
    apart: set[tuple[str, str, str]] = set()
    for event, groups in data["apart"].items():
        for mode in {mode for group in groups for mode in group} - {*types[event].modes}:
            raise DataError("families.toml", f"apart {event}", f"{mode} is no mode of it")
        for one, other in combinations(groups, 2):
            for a, b in product(one, other):
                apart |= {(event, a, b), (event, b, a)}
    kinds = data["kinds"]
    return Families(
        MappingProxyType(dict(data["family"])),
        frozenset(kinds["mutual"]),
        frozenset(kinds["verbal"]),
        frozenset(apart),
    )


@lru_cache(maxsize=REMEMBERED)
def fold(text: str) -> str:
    """Lower case, no accents, no marks; words joined by one space.

    >>> fold("Recep Tayyip Erdoğan"), fold("Al-Qaeda")
    ('recep tayyip erdogan', 'al qaeda')
    """
    plain = unicodedata.normalize("NFKD", text.lower().replace("ı", "i"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return _NOT_WORD.sub(" ", letters).strip()


@lru_cache(maxsize=REMEMBERED)
def fold_name(name: str) -> tuple[str, ...]:
    """The words of a name as they sound: titles off, spellings of one sound made one.

    >>> fold_name("Sergey Lavrov") == fold_name("Sergei Lavrov")
    True
    >>> fold_name("Jenderal Soekarno Moehammad"), fold_name("Muhammad Sukarno")
    (('sukarno', 'muhamad'), ('muhamad', 'sukarno'))
    """
    wording = load_wording()
    words = [word for word in fold(name).split() if word not in wording.titles] or fold(name).split()
    return tuple(_sound(word, wording.sounds) for word in words)


def _sound(word: str, sounds: tuple[tuple[str, str], ...]) -> str:
    for old, new in sounds:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)
