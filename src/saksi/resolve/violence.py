"""Tells whether two tellings of violence in one article are of one act, though they count or name otherwise.

Turns two events into yes or no. A roll of the killed ("lima jurnalis", "Raka, koresponden"), the
toll of a whole war, and one attack told by who did it and by whom it hit are each one act.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.records import DONE, NAMELESS, Entity, Event
from saksi.resolve.agreement import (
    PERSON,
    are_foes,
    crowd_and_person,
    dates_agree,
    is_near,
    places_agree,
    told_by_name,
)

#: Sectors of those who attack for nobody.
ALONE = frozenset({"CVL", "CRM", "UAF"})
#: Sectors of people who are killed for what they are, so that a roll of them is of one killing.
CALLINGS = frozenset({"JRN", "MED", "EDU", "REL", "LEG"})
#: Ids of "korban", "korban tewas".
VICTIMS = "agent/korban"
#: Basis of a place that an act's own sentence names.
OWN_WORDS = "same sentence"
#: So many dead are the toll of a war, not of one attack in it.
WAR = 1000


def is_told_twice(a: Event, b: Event) -> bool:
    """Whether ``b`` tells again of the violence ``a``, which was told before it."""
    if a.event != "ASSAULT" or b.event != "ASSAULT" or not {a.status, b.status} <= DONE:
        return False
    guessed = any(x.location is not None and x.location.basis != OWN_WORDS for x in (a, b))
    if not dates_agree(a.date, b.date) or not (guessed or places_agree(a.location, b.location)):
        return False
    tellings = (
        _is_of_the_killed,
        _is_war_toll,
        _is_other_side,
        _is_bare,
        _is_of_victims,
        _is_by_name,
        _is_by_weapon,
    )
    return any(telling(a, b) for telling in tellings)


def _is_of_victims(a: Event, b: Event) -> bool:
    """``Raka membunuh 20 orang``, ``para korban ditikam``: soon after, whoever the victims are told to be of."""
    victims = all((e.id or "").startswith(VICTIMS) for e in b.recipient)
    fewer = b.dead is None or (a.dead is not None and (b.dead.minimum or 0) <= (a.dead.minimum or 0))
    return victims and bool(b.recipient) and not b.actor and fewer and is_near(a, b)


def _is_of_the_killed(a: Event, b: Event) -> bool:
    """``Pasukan X membunuh lima jurnalis``, ``Raka, koresponden, tewas``: no more than those told to be dead."""
    if a.dead is None or b.dead is None or (b.dead.minimum or 0) > (a.dead.minimum or 0):
        return False
    ours, theirs = ({e.sector for e in side.recipient} for side in (a, b))
    return len(ours) == 1 and ours == theirs and ours <= CALLINGS and _may_have_done(b.actor, a.actor)


def _is_war_toll(a: Event, b: Event) -> bool:
    """``Serangan X di Y sejak Oktober``, ``60.000 warga Y tewas``: the dead of the war told before."""
    dead = b.dead.minimum or 0 if b.dead is not None else 0
    if dead < WAR or (a.dead is not None and (a.dead.minimum or 0) < WAR) or b.actor or not a.actor:
        return False
    there = {e.code for e in a.recipient} or ({a.location.country} if a.location is not None else set())
    return {e.code for e in b.recipient} == there


def _is_other_side(a: Event, b: Event) -> bool:
    """``pasukan X diserang dengan tembakan oleh Y``: one sentence tells whom it hit and by whom."""
    if a.evidence != b.evidence or (a.dead and b.dead):
        return False
    parted = (not a.actor and not b.recipient) or (not b.actor and not a.recipient)
    doers, hurt = (
        {(e.code, e.sector) for e in side} for side in ((*a.actor, *b.actor), (*a.recipient, *b.recipient))
    )
    return parted and doers.isdisjoint(hurt)


def _is_bare(a: Event, b: Event) -> bool:
    """``mengutuk pembantaian oleh X`` after X's attack: nothing is told but that it was X."""
    told = b.recipient or b.date or b.dead or b.injured
    same = _codes(b.actor) == _codes(a.actor) and not are_foes(a.actor, b.actor)
    return not told and bool(a.recipient) and bool(b.actor) and same


def _is_by_name(a: Event, b: Event) -> bool:
    """``Dua pria menembaki kantor X``, ``Raka melepaskan tembakan``: one of them by name, soon after in that town."""
    strangers = bool(a.actor) and all(
        (e.id or "").startswith(NAMELESS) and e.sector in ALONE for e in a.actor
    )
    if not strangers or len(b.actor) != 1 or not is_near(a, b) or crowd_and_person(a.recipient, b.recipient):
        return False
    named = (
        (b.actor[0].id or "").startswith(PERSON) and b.actor[0].sector in ALONE and told_by_name(b.actor[0])
    )
    hit = bool(a.recipient) and _codes(a.recipient) == _codes(b.recipient)
    people = any(e.sector is not None for e in b.recipient)
    there = a.location is not None and b.location is not None and a.location.name == b.location.name
    return named and (hit or (there and not people)) and b.actor[0].code in {None, *(e.code for e in a.actor)}


def _is_by_weapon(a: Event, b: Event) -> bool:
    """``Serangan X melukai dua prajurit``, ``dua prajurit terluka ketika tank menembaki Y``: as many, soon after."""
    weapons = bool(b.actor) and all((e.id or "").startswith("vehicle/") for e in b.actor)
    tolls = [(x.dead or x.injured) for x in (a, b)]
    counts = [None if toll is None else toll.minimum for toll in tolls]
    return weapons and bool(a.actor) and counts[0] is not None and counts[0] == counts[1] and is_near(a, b)


def _may_have_done(later: Sequence[Entity], first: Sequence[Entity]) -> bool:
    return not later or not first or _codes(later) == _codes(first)


def _codes(side: Sequence[Entity]) -> set[str]:
    return {e.code or e.name for e in side}
