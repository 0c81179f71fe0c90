"""Loads what name finding must know besides the atlas.

Turns ``names.toml`` into look-ups of lower-case words.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.atlas import Atlas
from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class NameRules:
    """Words that open, join or mark names.

    ``org_heads`` maps a head to a PLOVER sector or ''; ``title_words`` are the words of
    offices and bodies, which open no person's name; ``honorifics`` stand before people only.
    ``list_heads`` open names that hold a list ("Kementerian A, B, dan C"). ``body_words`` are the
    words of other languages for a body, ``body_links`` what stands between its words;
    ``foreign_demonyms`` are English words for a country's own, which here only open a name.
    ``place_nouns`` tell the precision of the place behind them, ``noun_openers`` are their first words;
    ``word_places`` are towns whose name is a word or a person's as well.
    ``region_heads`` open bodies of a part of the world ("Parlemen Ambar"); behind ``families`` a name
    is that of several people; of ``kin`` the office behind is somebody else's; ``no_bodies`` are abbreviations of what is no body.
    ``events`` are what has a name and is neither a body nor a person; behind ``introducers`` stands
    the name of a body, with its sector.
    """

    particles: frozenset[str]
    place_heads: frozenset[str]
    place_prepositions: frozenset[str]
    word_places: frozenset[str]
    never: frozenset[str]
    org_heads: dict[str, str]
    title_words: frozenset[str]
    honorifics: frozenset[str]
    list_heads: frozenset[str]
    body_words: frozenset[str]
    body_links: frozenset[str]
    foreign_demonyms: frozenset[str]
    events: frozenset[str]
    region_heads: frozenset[str]
    families: frozenset[str]
    kin: frozenset[str]
    no_bodies: frozenset[str]
    introducers: dict[str, str]
    place_nouns: dict[str, str]
    noun_openers: frozenset[str]


#: Shorter words of titles ("dan", "di") say nothing.
SHORTEST_TITLE_WORD = 4


def load_name_rules(path: Traversable, atlas: Atlas) -> NameRules:
    """Read ``names.toml``; the words of the atlas's offices and bodies are title words too."""
    data = load_toml(path)
    lists = {key: frozenset(words) for key, words in data["name"].items()}
    terms = " ".join(e.name.lower() for e in atlas.entries if e.kind in ("office", "body")).split()
    titles = lists.pop("title_words") | {word for word in terms if len(word) >= SHORTEST_TITLE_WORD}
    nouns = dict(data["place_nouns"])
    return NameRules(
        **lists,
        place_nouns=nouns,
        noun_openers=frozenset(noun.split()[0] for noun in nouns),
        org_heads=dict(data["org_heads"]),
        introducers=dict(data["introducers"]),
        title_words=titles,
    )
