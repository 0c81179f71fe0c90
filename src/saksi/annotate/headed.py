"""Reads places with the noun that says what they are: "Provinsi Kandahar", "Kota Beni", "Bandara Adana".

Turns a noun of place and the place of the atlas behind it into one name, and gives that place
the precision that the noun tells: a province is not the city it is called after, and an airport
of a city is a site in that city's country.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksi.lang.atlas import Atlas
from saksi.lang.name_rules import NameRules
from saksi.records import Entry, Token

#: A noun of place has at most so many words: "negara bagian".
LONGEST_NOUN = 2
REGION, CITY, SITE = "region", "city", "site"
#: "ibu kota provinsi Bukavu": whose capital, or which city is one, the words do not say.
CAPITAL = "capital"
TOWN = "kota"
#: Words before "kota" that make it somebody or something else: "wali kota".
NO_TOWN = frozenset({"wali", "balai", "pusat", "tata"})
Found = tuple[int, tuple[Entry, ...]]


def match_headed(tokens: Sequence[Token], i: int, atlas: Atlas, rules: NameRules) -> Found:
    """Give the tokens and places of a noun with a capital and a place behind it; (0, ()) for none."""
    size, kind = find_noun(tokens, i, rules)
    if not size:
        return 0, ()
    n, entries = atlas.match(tokens, i + size) if i + size < len(tokens) else (0, ())
    places = tuple(entry for entry in entries if entry.kind == "place" and entry.precision != "water")
    if not places:
        return 0, ()
    noun = " ".join(token.text for token in tokens[i : i + size])
    return size + n, tuple(as_told(place, kind, noun) for place in places)


def find_noun(tokens: Sequence[Token], i: int, rules: NameRules) -> tuple[int, str]:
    """Give how many tokens the noun of place at ``i`` has, and the precision it tells; (0, '') for none."""
    if tokens[i].lower not in rules.noun_openers:
        return 0, ""
    for size in range(min(LONGEST_NOUN, len(tokens) - i), 0, -1):
        kind = rules.place_nouns.get(" ".join(token.lower for token in tokens[i : i + size]))
        if kind is not None:
            return size, kind
    return 0, ""


def noun_before(tokens: Sequence[Token], i: int, rules: NameRules) -> str:
    """Give the precision that a noun of place right before ``i`` tells: "provinsi |Kandahar"; '' for none."""
    for first in range(max(0, i - LONGEST_NOUN), i):
        size, kind = find_noun(tokens, first, rules)
        if size == i - first:
            if first and tokens[first].lower == TOWN and tokens[first - 1].lower in NO_TOWN:
                return ""
            of_capital = kind == REGION and noun_before(tokens, first, rules) == CAPITAL
            return CAPITAL if of_capital else kind
    return ""


def as_told(place: Entry, kind: str, noun: str = "") -> Entry:
    """The place that a noun makes of one of the atlas; the same when the atlas has it so, or for a capital.

    The position stays that of the place it is called after, its number does not.
    """
    told = {REGION: place.precision == CITY, CITY: place.precision == REGION, SITE: place.precision != SITE}
    if not told.get(kind):
        return place
    if kind == SITE:
        name = f"{noun} {place.name}"
        slug = name.replace(" ", "-")
        return replace(place, id=f"place/{slug}", name=name, precision=SITE, geonameid=None)
    return replace(place, id=f"{place.id}/{kind}", precision=kind, geonameid=None)
