"""Settles which of several places of one name a text means, and what kind of place it is.

Turns spots with several places into spots with one: that in a country which the sentence
names, else in the country which the article names most, else the largest. Which place it is
settles whether the name may stand for a government ("Tripoli" for Libya's). A small town
whose country the article never names is not known: "Newport" without Britain is any Newport.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from saksi.annotate.headed import SITE, as_told, noun_before
from saksi.annotate.spots import Spot
from saksi.lang.atlas import Atlas
from saksi.lang.name_rules import NameRules
from saksi.records import Entry, Token

#: Kinds whose country tells what a text is about.
TELLING = frozenset({"state", "demonym", "person", "organisation", "group", "place"})
#: An outlet that a story is taken from tells nothing of where it plays.
OUTLETS = "JRN"


class Countries:
    """The countries that an article speaks of, by sentence and in all."""

    def __init__(self, spots: Sequence[Sequence[Spot]]) -> None:
        self.sentences = [Counter(c for s in row if s.entries for c in _countries(s)) for row in spots]
        self.article: Counter[str] = Counter()
        self.places: Counter[str] = Counter()
        for counts in self.sentences:
            self.article.update(counts)
        for places in (_places(spot) for row in spots for spot in row if spot.entries):
            if len(places) == 1:
                self.places[places[0].id] += 1

    def tells_of(self, place: Entry) -> bool:
        """Whether anything else in the article is of the country of a place."""
        return self.article[place.country or ""] > self.places[place.id]


def settle_places(
    spots: Sequence[Sequence[Spot]],
    sentences: Sequence[Sequence[Token]],
    atlas: Atlas,
    rules: NameRules,
) -> list[list[Spot]]:
    """Leave one place to every spot of an article; ``sentences`` are the tokens of each."""
    countries = Countries(spots)
    settled = [
        [_told(_settle(spot, countries, i, atlas), tokens, rules) for spot in row]
        for i, (row, tokens) in enumerate(zip(spots, sentences, strict=True))
    ]
    towns = {e.id for row in settled for spot in row if not _others(spot) for e in _places(spot)}
    return [[_agreed(spot, towns) for spot in row] for row in settled]


def _countries(spot: Spot) -> set[str]:
    """Countries that a spot speaks of; none when it has several places."""
    if len(_places(spot)) > 1:
        return set()
    codes = (e.country or e.code for e in spot.entries if e.kind in TELLING and e.sector != OUTLETS)
    return {code for code in codes if code is not None}


def _places(spot: Spot) -> list[Entry]:
    return [entry for entry in spot.entries if entry.kind == "place"]


def _others(spot: Spot) -> list[Entry]:
    return [entry for entry in spot.entries if entry.kind != "place"]


def _agreed(spot: Spot, towns: set[str]) -> Spot:
    """What a noun made a town in one sentence is no person in the others: "kota Masisi", "Masisi"."""
    places = _places(spot) if len(spot.entries) > 1 else []
    if not any(entry.id in towns for entry in places):
        return spot
    others = _others(spot)
    if not others or any(entry.kind != "person" for entry in others):
        return spot
    return spot._replace(entries=tuple(places))


def _settle(spot: Spot, countries: Countries, i: int, atlas: Atlas) -> Spot:
    places = _places(spot)
    if not places:
        return spot
    sentence, rest = countries.sentences[i], _others(spot)
    best = max(places, key=lambda e: (sentence[e.country or ""] > 0, countries.article[e.country or ""]))
    if best.id in atlas.small and not countries.tells_of(best):
        return spot._replace(entries=tuple(rest))
    if len(places) < 2:
        return spot
    # A government goes with its own seat: "Tripoli" in Lebanon is no Libya.
    rest = [e for e in rest if e.kind != "state" or e.code == best.country]
    return spot._replace(entries=(*rest, best))


def _told(spot: Spot, tokens: Sequence[Token], rules: NameRules) -> Spot:
    """``provinsi Kandahar``, ``kota Masisi``: what the noun before a place says of it, and that it is one."""
    kind = noun_before(tokens, spot.first, rules) if _places(spot) else ""
    if not kind:
        return spot
    rest = (entry for entry in spot.entries if entry.kind != "person")
    return spot._replace(
        entries=tuple(as_told(e, kind) if e.kind == "place" and kind != SITE else e for e in rest)
    )
