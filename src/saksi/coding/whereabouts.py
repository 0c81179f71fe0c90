"""Finds the place that a phrase without a name points to: "di kota itu", "ke perairannya".

Turns such a phrase into the last place of its kind, or into the country of who acts. It
reads no names; those are for ``places``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from saksi.coding.discourse import Discourse
from saksi.coding.draft import NOBODYS
from saksi.lang.country_names import load_country_names
from saksi.lang.reference import Reference
from saksi.records import Entity, Location, Name, Phrase

BASIS = "place pointed to"
#: Ending of what belongs to somebody spoken of.
OWN = "nya"


def country_place(
    code: str | None, states: Mapping[str, Name], sides: Sequence[Entity], basis: str
) -> Location | None:
    """A whole country as a place: its witness is its first name, else the words for the sides."""
    told = states.get(code or "")
    if told is not None:
        return Location(
            told.text, told.start, told.end, told.entry.name, code, None, None, None, "country", basis=basis
        )
    country = load_country_names().get(code or "")
    if country is None or not sides:
        return None
    first = sides[0]
    return Location(
        first.text, first.start, first.end, country.id, code, None, None, None, "country", basis=basis
    )


def pointed_place(
    phrase: Phrase,
    actor: Sequence[Entity],
    discourse: Discourse,
    states: Mapping[str, Name],
    reference: Reference,
) -> Location | None:
    """The place that the phrase points to; None when it points to none that is known."""
    if any(n.entry.kind in ("place", "state") for n in phrase.names):
        return None
    found: Location | None = None
    if phrase.words[-1] in reference.that_words and phrase.head in reference.where_states:
        last = discourse.last(("state",))
        found = country_place(last.code, states, (last,), BASIS) if last is not None else None
    elif phrase.words[-1] in reference.that_words and phrase.head in reference.where_places:
        found = discourse.place
    elif phrase.words[-1].endswith(OWN) and _bare(phrase) in reference.where_own:
        codes = {e.code for e in actor} - NOBODYS
        found = country_place(next(iter(codes)), states, actor, BASIS) if len(codes) == 1 else None
    return None if found is None else replace(found, basis=BASIS)


def _bare(phrase: Phrase) -> str:
    """``perairan timurnya``, ``wilayahnya``: the noun without its ending."""
    return phrase.words[0].removesuffix(OWN)
