"""Tells whether two tellings are of one person's arrest or release, under two names for that person.

``Polisi menangkap penasihat presiden``, ``Raka ditangkap di rumahnya``: turns two events into yes or no. One of
the two must be told by what the person is or by a pronoun; two names are two persons.
"""

from __future__ import annotations

import re

from saksi.records import DONE, NAMELESS, Entity, Event
from saksi.resolve.agreement import (
    PERSON,
    dates_agree,
    is_crowd,
    is_near,
    is_place_guessed,
    overlap,
    places_agree,
    told_by_name,
)

#: Modes of what is done to a person once, until the other is.
ONCE = frozenset({"arrest", "release"})
#: How somebody is told for the first time: not who was told of before.
FIRST = re.compile(r"(?i)(seorang|salah seorang|salah satu|satu) ")
#: How an office is told, which one person holds.
OFFICE = "office/"


def is_same_person(a: Event, b: Event) -> bool:
    """Whether ``b`` tells again that the one of ``a`` was held or let go."""
    if a.event != b.event or a.mode != b.mode or b.mode not in ONCE or not {a.status, b.status} <= DONE:
        return False
    if len(a.recipient) != 1 or len(b.recipient) != 1 or not is_near(a, b) or b.other:
        return False
    if a.actor and b.actor and not overlap(a.actor, b.actor):
        return False
    guessed = is_place_guessed(a) or is_place_guessed(b)
    told = dates_agree(a.date, b.date) and (guessed or places_agree(a.location, b.location))
    return told and _may_be(a.recipient[0], b.recipient[0]) and _is_one(a) and _is_one(b)


def _is_one(event: Event) -> bool:
    """Whether it is done to one person, as far as it is told."""
    many = event.arrested is not None and (event.arrested.minimum or 1) > 1
    return not many and not is_crowd(event.recipient)


def _may_be(first: Entity, later: Entity) -> bool:
    """Whether the later words may mean the first person: a pronoun any one, a name or "pria itu" who was no name."""
    if not told_by_name(later):
        return True
    if FIRST.match(later.text) or (None not in {first.code, later.code} and first.code != later.code):
        return False
    plain, named = ((e.id or "").startswith((*NAMELESS, OFFICE)) for e in (first, later))
    return plain != named and (first.id or "").startswith((*NAMELESS, OFFICE, *PERSON))
