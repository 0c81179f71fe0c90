"""Tells whether two tellings agree in one thing: their sides, their place, their day, their kind.

Turns two values, either of which a telling may leave open, into whether they may be of one act. What
makes two tellings one is told by ``one_act``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.coding.places import BASIS_ACTOR, BASIS_SIDES
from saksi.records import NAMELESS, Count, Entity, Event, EventDate, Location

#: Characters over which "serangan itu" reaches: about three sentences of news.
LONGEST_GAP = 500
#: Modes of one request: "meminta NATO menggelar rapat", "meminta NATO membahas ancaman".
ASKED = {"meet", "change"}
#: Modes of one gathering of people.
MASSED = {"demo", "obstruct"}
#: How the words for many people begin.
MANY = re.compile(
    r"(?i)(sedikitnya |setidaknya |sekitar |lebih dari |hampir |sebanyak )?"
    r"(\d|para |puluhan|ratusan|ribuan|sejumlah|banyak|belasan|sekelompok|massa"
    r"|(dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b)"
)
#: Acts done in words: two of one actor are two acts, when only one names whom it is toward.
VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})
#: Types done to somebody, who is the same whether or not it is told by whom.
HANDLED = frozenset({"ASSAULT", "COERCE", "RETREAT"})
#: Types whose acts without a mode are of another kind than those with one.
APART = frozenset({"COERCE"})
#: Ids of those of whom only the attack is known.
ATTACKERS = ("agent/pelaku", "agent/penyerang", "agent/pengebom", "agent/pembom", "agent/penembak")
#: Modes of one blast.
BLASTS = {"explosives", "suicide-attack"}
#: What comes again over the years.
RECURRING = frozenset({"ASSAULT", "PROTEST"})
PERSON = ("person/", "doc/")
#: Sectors of those who fight a state from within.
REBELS = frozenset({"REB", "UAF", "CRM"})


def are_attackers(side: Sequence[Entity]) -> bool:
    """``penyerang``, ``pelaku bom``: who did it, whoever it was."""
    return bool(side) and all((e.id or "").startswith(ATTACKERS) for e in side)


def places_agree(a: Location | None, b: Location | None) -> bool:
    """Whether one place may be the other: the same name, or a country and a place in it."""
    if a is None or b is None:
        return True
    if "country" in (a.precision, b.precision) or None in (a.country, b.country):
        return a.country == b.country or None in (a.country, b.country)
    return a.name == b.name


def is_place_guessed(event: Event) -> bool:
    """Whether where it happened is only known from who took part."""
    return event.location is not None and event.location.basis in (BASIS_ACTOR, BASIS_SIDES)


def is_near(a: Event, b: Event) -> bool:
    """Whether ``b`` follows the last telling of ``a`` closely enough for "serangan itu" to mean it."""
    last = max(a.mentions, key=lambda m: m.end)
    within = last.start <= b.evidence.start < last.end and a.evidence != b.evidence  # told again just now
    return within or 0 <= b.evidence.start - last.end <= LONGEST_GAP


def kinds_agree(a: Event, b: Event) -> bool:
    """Whether type, mode, date and toll allow two tellings to be one."""
    return (
        a.event == b.event
        and (a.status == "negated") == (b.status == "negated")
        and (a.status == b.status or "future" not in (a.status, b.status) or retells(a, b))
        and not _is_older(a, b)
        and (modes_agree(a, b) or one_blow(a, b))
        and dates_agree(a.date, b.date)
        and _counts_agree(a.dead, b.dead)
        and _counts_agree(a.arrested, b.arrested)
        and not crowd_and_person(a.recipient, b.recipient)
    )


def _is_older(a: Event, b: Event) -> bool:
    """``Pertempuran pecah``, ``empat tahun lalu mereka terlibat perang``: news, then an act of past years.

    Only the same words tell of one, which shows then that the first telling was old too.
    """
    fights = a.event in RECURRING and a.status == "actual" and b.status == "historical"
    return fights and not retells(a, b)


def _counts_agree(a: Count | None, b: Count | None) -> bool:
    return a is None or b is None or a.minimum == b.minimum


def one_blow(a: Event, b: Event) -> bool:
    """``Serangan drone X hancurkan gedung Y, tewaskan 4 orang``: what it hit and whom it killed, in one sentence."""
    if a.event != "ASSAULT" or a.evidence != b.evidence or not sides_agree(a.actor, b.actor, loose=False):
        return False
    hurt, hit = (a, b) if a.dead or a.injured else (b, a)
    told = (hurt.dead is not None or hurt.injured is not None) and hit.dead is None
    theirs, struck = ({e.code for e in x.recipient} - {None} for x in (hurt, hit))
    return told and is_nameless(hurt.recipient) and (not theirs or not struck or theirs == struck)


def crowd_and_person(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """``5.800 orang`` and somebody by name, who are not the same though of one country."""
    return (is_crowd(a) and _is_one(b)) or (is_crowd(b) and _is_one(a))


def is_crowd(side: Sequence[Entity]) -> bool:
    """Whether a side is nobody but nameless people, told as many."""
    return is_nameless(side) and any(MANY.match(e.text) for e in side)


def _is_one(side: Sequence[Entity]) -> bool:
    """Whether a side is one person by name; a name without country and sector may be that of a place."""
    named = len(side) == 1 and (side[0].id or "").startswith(PERSON)
    return named and (side[0].code, side[0].sector) != (None, None)


def told_by_name(side: Entity) -> bool:
    """Whether the words for a side are its own, and no "dia" that may mean somebody else."""
    return not set(side.text.lower().split()).isdisjoint(side.name.lower().split())


def overlap(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Whether somebody, or the country of somebody, stands on both sides."""
    if {e.code or e.name for e in a} & {e.code or e.name for e in b}:
        return True
    return any(x.id == y.id and x.id is not None and None in (x.code, y.code) for x in a for y in b)


def is_nameless(side: Sequence[Entity]) -> bool:
    """Whether a side is nobody but people without a name: "warga", "lima orang"."""
    return bool(side) and all((e.id or "").startswith(NAMELESS) for e in side)


def modes_agree(a: Event, b: Event) -> bool:
    """Whether one act may have both modes; a coup has none, and is no arrest."""
    if a.mode == b.mode or {a.mode, b.mode} in (MASSED, BLASTS):
        return True
    if a.event == b.event == "REQUEST" and {a.mode, b.mode} == ASKED and retells(a, b):
        return True
    return None in (a.mode, b.mode) and a.event not in APART


def retells(a: Event, b: Event) -> bool:
    """Whether the same words of the same frame tell both, so that a missing side is no other side."""
    return a.rule.split("/")[0] == b.rule.split("/")[0]


def sides_agree(a: Sequence[Entity], b: Sequence[Entity], *, loose: bool) -> bool:
    """The same codes on a side; with ``loose`` an empty side agrees with anything."""
    if not a or not b:
        return loose
    if _are_other_bodies(a, b) or are_foes(a, b):
        return False
    return (
        {e.code or e.name for e in a} == {e.code or e.name for e in b}
        or {e.name for e in a} == {e.name for e in b}
        or _is_shorter(a, b)
    )


def _is_shorter(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """``Polda Ambar`` and ``Polda Ambar Jaya``: a longer name for one body, of which only one tells the country."""
    if len(a) != 1 or len(b) != 1 or None not in (a[0].code, b[0].code):
        return False
    short, full = sorted((a[0].name, b[0].name), key=len)
    return len(short.split()) > 1 and full.startswith(short + " ")


def are_foes(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """Rebels and those they fight are not the same side, though of one country."""
    ours, theirs = ({e.sector for e in side if e.sector is not None} for side in (a, b))
    apart = bool(ours and theirs) and ours.isdisjoint(theirs)
    return apart and (ours <= REBELS) != (theirs <= REBELS)


def _are_other_bodies(a: Sequence[Entity], b: Sequence[Entity]) -> bool:
    """``ECOWAS`` and ``Uni Afrika``, which share the code of all bodies of states."""
    ours, theirs = ({e.id for e in side} for side in (a, b))
    return ours != theirs and all((key or "").startswith("org/") for key in ours | theirs)


def dates_agree(a: EventDate | None, b: EventDate | None) -> bool:
    """Whether one day may be the other: the same, or a day of that month or year."""
    return a is None or b is None or a.value == b.value or a.value in b.value or b.value in a.value
