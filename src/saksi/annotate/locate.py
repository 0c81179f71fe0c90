"""Finds where the towns lie that only the text's own words showed to be towns.

Turns the places that a document introduces ("di Riobamba") into places of the second table of
towns, where the document speaks of the country: of several towns of one name that in a country
which the sentence names, else the article. A town whose country nobody names stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.annotate.headed import REGION, SITE, find_noun
from saksi.annotate.introduced import Introduced
from saksi.annotate.namesakes import Countries
from saksi.annotate.spots import Spot
from saksi.lang.name_rules import NameRules
from saksi.lang.towns import Town, find_towns
from saksi.records import Entry
from saksi.segment.tokens import tokenize

#: How the ids of what a document introduces begin.
OWN = "doc/"


def locate(known: Introduced, spots: Sequence[Sequence[Spot]], rules: NameRules) -> None:
    """Give the places of ``known`` that are towns of the table their number and position."""
    rows = (row for rows in known.by_sentence.values() for row in rows)
    if not any(entry.kind == "place" and entry.id.startswith(OWN) for _, entry, _ in rows):
        return
    found = dict(_found(known, Countries(spots), rules))
    if not found:
        return
    for i, held in known.by_sentence.items():
        known.by_sentence[i] = [(spot, found.get(entry.id, entry), rule) for spot, entry, rule in held]
    for alias, meant in known.aliases.items():
        known.aliases[alias] = [(i, found.get(entry.id, entry)) for i, entry in meant]


def _found(known: Introduced, countries: Countries, rules: NameRules) -> Iterator[tuple[str, Entry]]:
    """Each place that the document introduces, by its id, with the town that it is."""
    for i, rows in known.by_sentence.items():
        for _, entry, _ in rows:
            if entry.kind == "place" and entry.id.startswith(OWN):
                town = _find(entry, i, countries, rules)
                if town is not None:
                    yield entry.id, town


def _find(entry: Entry, i: int, countries: Countries, rules: NameRules) -> Entry | None:
    tokens = tuple(tokenize(entry.name, 0, len(entry.name)))
    size, kind = find_noun(tokens, 0, rules)
    if size == len(tokens) or kind == REGION:
        return None
    town = _best(find_towns(entry.name[tokens[size].start :]), entry.country, i, countries)
    if town is None:
        return None
    place = replace(
        entry, id=f"place/{town.name.replace(' ', '-')}-{town.country}", country=town.country,
        lat=town.lat, lon=town.lon, precision=SITE if kind == SITE else "city",
    )  # fmt: skip
    return place if kind == SITE else replace(place, name=town.name, geonameid=town.geonameid)


def _best(towns: list[Town], told: str | None, i: int, countries: Countries) -> Town | None:
    """The town in the country that the text tells or speaks of; the largest of several."""
    if told is not None:
        return max((t for t in towns if t.country == told), key=lambda t: t.population, default=None)
    named = [town for town in towns if countries.article[town.country]]
    return max(
        named,
        key=lambda t: (
            countries.sentences[i][t.country] > 0,
            countries.article[t.country],
            t.population,
        ),
        default=None,
    )
