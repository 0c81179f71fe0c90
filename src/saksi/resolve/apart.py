"""Tells what keeps two tellings of one article apart, however alike they are.

Turns two events into yes or no: somebody else is meant ("tersangka lainnya", Raka and then Budi), one was
only tried, a state did one and people of it the other. What makes two tellings one is told by ``one_act``.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.records import DONE, NAMELESS, Entity, Event
from saksi.resolve.agreement import HANDLED, PERSON, VERBAL, are_attackers, is_crowd, told_by_name

#: So many held are not by chance as many others.
MANY_HELD = 10
#: What was tried, wished or only possible.
TRIED = "hypothetical"
#: Types that happen in one town, how a town and a place in the sentence itself are marked, and how many degrees
#: lie between two towns of which one is no part of the other.
SCENES, TOWN, OWN_WORDS, FAR = (
    frozenset({"ASSAULT", "PROTEST", "COERCE", "CONSULT"}),
    "city",
    "same sentence",
    1.0,
)
#: Sectors of who acts for a state, and of who acts for nobody.
OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "SPY", "LEG"})
PRIVATE = frozenset({"CVL", "REF"})


def are_apart(a: Event, b: Event) -> bool:
    """Whether ``b`` is another act than ``a``, which was told before it."""
    if a.event != b.event:
        return True
    return (
        _is_another(a, b)
        or _is_tried(a, b)
        or _is_of_old(a, b)
        or _is_elsewhere(a, b)
        or _is_of_another_person(a, b)
        or _is_private(a, b)
        or _is_war(a, b)
        or _is_among_others(a, b)
    )


def _is_another(a: Event, b: Event) -> bool:
    """``Tersangka lainnya ditahan``, ``Pria itu ditembak polisi``: somebody else, or who attacked is hit now."""
    if b.event not in HANDLED:
        return False
    if b.other and not _are_rest(a, b):
        return True
    attackers = [e for e in a.actor if (e.id or "").startswith(NAMELESS)]
    hit_back = a.evidence != b.evidence and _meet(attackers, b.recipient)
    return hit_back and not _meet(attackers, a.recipient)


def _are_rest(a: Event, b: Event) -> bool:
    """``menewaskan 12 orang, melukai 30 lainnya``, ``86 WNI ditahan``, ``86 lainnya ditahan``: the rest of one act."""
    if a.evidence == b.evidence and b.event == "ASSAULT":
        return True
    held, told = ((x.arrested.minimum if x.arrested is not None else None) or 0 for x in (a, b))
    return held == told >= MANY_HELD


def _meet(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Whether somebody without a name may stand on both sides; "anggota milisi" is no "anggota polisi"."""
    return any(x.id == y.id and (x.name in y.name or y.name in x.name) for x in a for y in b)


def _is_tried(a: Event, b: Event) -> bool:
    """``X berupaya membebaskan Raka``, ``Raka dibebaskan pada 2015``: what is wished for was not done.

    Who tries to break through a fence riots.
    """
    statuses = {a.status, b.status}
    return (
        b.event != "PROTEST"
        and a.evidence != b.evidence
        and TRIED in statuses
        and bool(statuses & DONE)
        and not b.again
    )


def _is_of_old(a: Event, b: Event) -> bool:
    """``Pertempuran menewaskan 19 orang``, ``empat tahun lalu mereka berperang``: the news is not of that year."""
    return (
        b.event == "ASSAULT"
        and a.status == "actual"
        and b.status == "historical"
        and a.date is None
        and b.date is not None
        and not b.again
    )


def _is_war(a: Event, b: Event) -> bool:
    """``Ledakan menewaskan dua orang``, ``bertempur sejak 2001``: a war of years is not one attack in it."""
    return b.event == "ASSAULT" and bool(a.dead or b.dead) and _is_of_years(a) != _is_of_years(b)


def _is_of_years(event: Event) -> bool:
    first, _, last = (event.date.value if event.date is not None else "").partition("/")
    return bool(last) and first[:4] != last[:4]


def _is_elsewhere(a: Event, b: Event) -> bool:
    """``berunjuk rasa di Lima``, ``berunjuk rasa di Cusco``: each sentence names a town, far from the other."""
    if b.event not in SCENES or a.evidence == b.evidence or a.location is None or b.location is None:
        return False
    here, there = a.location, b.location
    named = all(x.precision == TOWN and x.basis == OWN_WORDS and x.name for x in (here, there))
    if not named or here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return False
    return max(abs(here.lat - there.lat), abs(here.lon - there.lon)) > FAR


def _is_of_another_person(a: Event, b: Event) -> bool:
    """``menangkap Raka``, ``juga menangkap Budi``: each by a name; "dalam serangan itu" tells of one attack."""
    speaks = b.asserted_by is not None and b.asserted_by.id in {e.id for e in b.recipient}
    return b.event in HANDLED and not b.again and not speaks and _are_others(a.recipient, b.recipient)


def _are_others(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Whether two sides are one person each, by names that share no word."""
    if len(a) != 1 or len(b) != 1 or a[0].id == b[0].id or not (_is_named(a[0]) and _is_named(b[0])):
        return False
    return set(a[0].name.lower().split()).isdisjoint(b[0].name.lower().split())


def _is_named(side: Entity) -> bool:
    return (side.id or "").startswith(PERSON) and told_by_name(side)


def _is_private(a: Event, b: Event) -> bool:
    """``Tentara X mengepung Y``, ``pria asal X menembak``: a state did one, people of it the other."""
    if b.event != "ASSAULT" or not (a.actor and b.actor) or are_attackers(a.actor) or are_attackers(b.actor):
        return False
    ours, theirs = ({e.sector for e in x.actor} for x in (a, b))
    return (ours <= OFFICIAL and theirs <= PRIVATE) or (ours <= PRIVATE and theirs <= OFFICIAL)


def _is_among_others(a: Event, b: Event) -> bool:
    """``Raka memuji Budi``, ``Budi memuji tentara``: in one country the code tells nobody apart."""
    sides = (a.actor, a.recipient, b.actor, b.recipient)
    if b.event not in VERBAL or b.again or a.evidence == b.evidence or not all(sides):
        return False
    if any(" " not in e.text and not told_by_name(e) for e in (*b.actor, *b.recipient)):
        return False  # "kami mengutuk": whoever spoke before
    codes = {e.code for side in sides for e in side}
    if len(codes) != 1 or None in codes:
        return False
    return _differ(a.actor, b.actor) or _differ(a.recipient, b.recipient)


def _differ(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Whether two sides of one country are others: two persons, or of other sectors; officials are one state."""
    if _are_others(a, b):
        return True
    if {e.name for e in a} & {e.name for e in b}:
        return False
    ours, theirs = ({e.sector for e in side} for side in (a, b))
    if None in ours | theirs or (ours <= OFFICIAL and theirs <= OFFICIAL):
        return False
    return ours.isdisjoint(theirs) and not (is_crowd(a) and is_crowd(b))
