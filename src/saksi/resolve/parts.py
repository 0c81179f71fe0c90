"""Tells whether one telling is of a part of what the other tells, or of the same act seen from its other end.

Turns two events into yes or no: the dead by their callings after all of them ("12 orang tewas", "delapan
polisi tewas"), one of those who acted together, and what was done to whom after who did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.records import DONE, Entity, Event
from saksi.resolve.agreement import (
    HANDLED,
    dates_agree,
    is_nameless,
    is_near,
    is_place_guessed,
    modes_agree,
    places_agree,
    retells,
    sides_agree,
)

#: Frames that tell of the dead and hurt, and of no attack of its own.
FALLEN = frozenset({"tewas", "terbunuh", "terluka"})
#: Types of which one that many did is told again of some of them.
JOINT = frozenset({"SANCTION", "CONCEDE", "AID", "COERCE", "AGREE", "RETREAT", "MOBILIZE"})


def is_part(a: Event, b: Event) -> bool:
    """Whether ``b`` tells a part of ``a``, which was told before it, or the other end of it."""
    told = a.event == b.event and a.status == b.status and not b.other
    guessed = is_place_guessed(a) or is_place_guessed(b)
    if not told or not dates_agree(a.date, b.date) or not (guessed or places_agree(a.location, b.location)):
        return False
    return _is_of_some(a, b) or (is_near(a, b) and (_is_of_the_toll(a, b) or _is_other_end(a, b)))


def is_whole(a: Event, b: Event) -> bool:
    """Whether ``b`` tells again of all who did what ``a`` tells of some: ``X``, then ``X dan Y``."""
    told = a.event == b.event and a.status == b.status
    return told and dates_agree(a.date, b.date) and _is_of_some(b, a)


def _is_of_the_toll(a: Event, b: Event) -> bool:
    """``12 orang tewas``, ``delapan polisi tewas``: fewer, on no day of their own, by nobody named."""
    if (
        a.event != "ASSAULT"
        or b.actor
        or a.dead is None
        or b.dead is None
        or b.rule.split("/")[0] not in FALLEN
    ):
        return False
    if a.date is not None and "/" in a.date.value:
        return False  # "52 orang tewas sejak Selasa": no one attack
    fewer = 0 < (b.dead.minimum or 0) < (a.dead.minimum or 0)
    told = b.date is None or (a.date is not None and a.date.value == b.date.value)
    ours, theirs = ({e.code for e in x.recipient} for x in (a, b))
    return (
        fewer
        and told
        and a.status in DONE
        and theirs <= ours
        and is_nameless(a.recipient)
        and is_nameless(b.recipient)
    )


def _is_of_some(a: Event, b: Event) -> bool:
    """``X dan Y menjatuhkan sanksi terhadap Z``, ``X menjatuhkan sanksi terhadap Z``: the same words, fewer of them."""
    if a.event not in JOINT or not retells(a, b) or a.mode != b.mode:
        return False
    if _some(a.actor, b.actor):
        return sides_agree(a.recipient, b.recipient, loose=False) or not (a.recipient or b.recipient)
    return _some(a.recipient, b.recipient) and sides_agree(a.actor, b.actor, loose=False)


def _some(whole: Sequence[Entity], part: Sequence[Entity]) -> bool:
    """Whether everybody of ``part`` stands in ``whole`` by name, and others too."""
    ours, theirs = ({e.id or e.name for e in side} for side in (whole, part))
    return bool(theirs) and theirs < ours


def _is_other_end(a: Event, b: Event) -> bool:
    """``Tim menyergap mereka``, ``sebelum disergap, Raka melompat``: one tells who did it and one to whom."""
    if a.event not in HANDLED:
        return False
    doer, done_to = (a, b) if a.actor else (b, a)
    if doer.recipient or done_to.actor or not doer.actor or not done_to.recipient or not modes_agree(a, b):
        return False
    if {(e.code, e.sector) for e in doer.actor} & {(e.code, e.sector) for e in done_to.recipient}:
        return False  # who attacked is hit himself
    return a.rule == b.rule or _is_of_a_day(a, b) or _is_fallen_in(done_to, doer)


def _is_of_a_day(a: Event, b: Event) -> bool:
    """``Ia ditusuk pada Mei 2016``, ``pemuda X menikam Raka pada Mei 2016``: in the same way, on the same day."""
    days = {x.date.value if x.date is not None else None for x in (a, b)}
    return a.mode is not None and a.mode == b.mode and len(days) == 1 and None not in days


def _is_fallen_in(victims: Event, attack: Event) -> bool:
    """``Dua tentara tewas``, ``pemberontak menyerang pos``: the dead of an attack told soon after, in that place."""
    here, there = victims.location, attack.location
    placed = here is not None and there is not None and here.name != there.name
    apart = placed and not is_place_guessed(attack)
    fallen = victims.event == "ASSAULT" and victims.rule.split("/")[0] in FALLEN
    return fallen and len(attack.actor) == 1 and not apart
