"""Leaves out acts among private persons: an actor who thanks fans, a player who turns down a club.

Turns the joined events of an article into those that touch public life, and a note on each
that does not. Who stands for nobody but themselves acts in private toward their like and
toward people without a name; toward a state, a body or an official they act in public, and
so does a crowd. Firms act in private among each other ("Google bekerja sama dengan Meta") and
toward persons. Violence by nobody named ("lima hari pertempuran menewaskan 40 orang") stands, but
not where nobody, nothing and no place of it is known: "penyakit itu menyerang paru-paru".
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.sides import is_vehicle
from saksi.records import NAMELESS, Entity, Event, Problem

#: Sectors of those who act for themselves where no country is told.
UNKNOWN = frozenset({None, "CVL", "BUS"})
#: Sectors of experts, who give advice.
EXPERTS = frozenset({"EDU", "MED"})
#: How somebody without a name is told to be one alone.
ALONE = ("seorang ", "sang ", "salah seorang ")
#: What crowds and the hurt are told of, whoever did it.
OF_CROWDS = frozenset({"ASSAULT", "PROTEST"})
#: What courts and police do to anybody.
AT_LAW = frozenset({"convict", "arrest"})
#: Acts of force.
FORCE = frozenset({"ASSAULT", "COERCE"})
#: How nobody but armed people, crowds and police act.
OF_WAR = frozenset(
    {"explosives", "crowd-control", "heavy-weapons", "aerial", "firearms", "suicide-attack", "abduct"}
)
#: Ids of towns.
TOWN = "place/"
#: The code of companies of many states.
FIRMS = "MNC"
#: How a company without a name is told, not those who trade or work.
SOME_FIRM = frozenset({"perusahaan", "startup", "produsen", "operator", "bank", "pabrik", "maskapai", "korporasi", "investor", "pemasok", "raksasa"})  # fmt: skip
#: What is only said to somebody.
WORDS = frozenset({"REQUEST", "SUPPORT", "ACCUSE", "AGREE"})


def keep_public_acts(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events with a public side, and a note on each that has none."""
    kept = tuple(e for e in events if not _is_private(e))
    notes = tuple(
        Problem("coding", f"not coded: {e.event} among private persons", e.rule, e.evidence)
        for e in events
        if _is_private(e)
    )
    return kept, notes


def _is_private(event: Event) -> bool:
    if event.event in FORCE and _is_nowhere(event):
        return True
    if not event.actor:
        told = event.event in WORDS or event.mode in AT_LAW
        return told and bool(event.recipient) and all(map(_is_unknown, event.recipient))
    if any(map(_is_firm, event.actor)):
        deal = all(_is_firm(e) or _is_individual(e) for e in event.actor)
        return deal and all(_is_firm(e) or _is_ordinary(e) for e in event.recipient)
    if event.event in OF_CROWDS:
        return False
    alone = all(_is_individual(e) for e in event.actor)
    return alone and all(_is_ordinary(e) or _is_somewhere(e, event) for e in event.recipient)


def _is_firm(entity: Entity) -> bool:
    """A company by its name, or some company; "perusahaan China" stands for those of China."""
    first, _, behind = entity.text.partition(" ")
    some = first.lower() in SOME_FIRM and behind == behind.lower()
    return (entity.code == FIRMS or entity.sector == "BUS") and (some or not _is_unnamed(entity))


def _is_nowhere(event: Event) -> bool:
    """Whether neither who, nor to whom, nor where is known, nor how many died."""
    sides = (*event.actor, *event.recipient)
    placed = event.location is not None and event.location.country is not None
    armed = event.dead is not None or event.mode in OF_WAR
    return (
        not placed and not armed and bool(sides) and all(_is_unknown(e) and not is_vehicle(e) for e in sides)
    )


def _is_unknown(entity: Entity) -> bool:
    """Neither a country nor a body: a name alone, or people of nowhere."""
    return entity.code is None and entity.sector in UNKNOWN


def _is_individual(entity: Entity) -> bool:
    """Unknown, or one person of a country without an office."""
    one = not _is_unnamed(entity) or entity.text.lower().startswith(ALONE)
    expert = entity.code is None and entity.sector in EXPERTS
    return _is_unknown(entity) or expert or (entity.sector == "CVL" and one)


def _is_unnamed(entity: Entity) -> bool:
    return (entity.id or "").startswith(NAMELESS)


def _is_ordinary(entity: Entity) -> bool:
    return _is_unknown(entity) or entity.sector == "CVL"


def _is_somewhere(entity: Entity, event: Event) -> bool:
    """A town that a star visits or sits down in; to a town one may also be sent to prison."""
    return (entity.id or "").startswith(TOWN) and event.mode not in AT_LAW
