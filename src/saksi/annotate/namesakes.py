"""Settles which of several places of one name a text means.

Turns spots with several places into spots with one: that in a country which the sentence
names, else in the country which the article names most, else the largest. Which place it is
settles whether the name may stand for a government ("Tripoli" for Libya's).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from saksi.annotate.spots import Spot
from saksi.records import Entry

#: Kinds whose country tells what a text is about.
TELLING = frozenset({"state", "demonym", "person", "organisation", "group", "place"})


def settle_places(spots: Sequence[Sequence[Spot]]) -> list[list[Spot]]:
    """Leave one place to every spot of an article."""
    sentences = [Counter(code for spot in row for code in _countries(spot)) for row in spots]
    article: Counter[str] = Counter()
    for counts in sentences:
        article.update(counts)
    return [
        [_settle(spot, counts, article) for spot in row] for row, counts in zip(spots, sentences, strict=True)
    ]


def _countries(spot: Spot) -> set[str]:
    """Countries that a spot speaks of; none when it has several places."""
    if len(_places(spot)) > 1:
        return set()
    codes = (e.country or e.code for e in spot.entries if e.kind in TELLING)
    return {code for code in codes if code is not None}


def _places(spot: Spot) -> list[Entry]:
    return [entry for entry in spot.entries if entry.kind == "place"]


def _settle(spot: Spot, sentence: Counter[str], article: Counter[str]) -> Spot:
    places = _places(spot)
    if len(places) < 2:
        return spot
    best = max(places, key=lambda e: (sentence[e.country or ""] > 0, article[e.country or ""]))
    # A government goes with its own seat: "Tripoli" in Lebanon is no Libya.
    rest = [e for e in spot.entries if e.kind != "place" and (e.kind != "state" or e.code == best.country)]
    return spot._replace(entries=(*rest, best))
