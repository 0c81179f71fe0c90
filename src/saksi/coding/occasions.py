"""Remembers when and where each side spoke, for what it asks, charges or refuses in later sentences.

A press article dates a speech or interview once ("kata Bagas di Kota Ambar, Kamis (14/3)") and
goes on with "Ia juga meminta ...". Such later acts in words get the day and place of the last
such words of the same speaker; the earlier words stay their witness, and the basis says so.
Two states that met or agreed on a day speak together on that day ("Kedua negara juga ...").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from saksi.coding.places import Places
from saksi.coding.scope import Scope
from saksi.coding.statement_draft import Draft
from saksi.records import Entity, Event, EventDate, Location, Span, VerbGroup

#: Types that are done by speaking.
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
#: What is agreed or promised is dated by the day it is told, though it is still to come.
PROMISED = frozenset({"AGREE"})
#: A meeting told after what it brought is of the same day.
MET = frozenset({"CONSULT"})
BASIS = "speaker's day"
BASIS_PLACE = "speaker's place"
BASIS_JOINT = "day of both sides"
#: What two sides do together.
TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})
#: A person speaks on one occasion in an article; a state on many.
PERSON = ("person/", "doc/")
#: Sides of a joint act.
BOTH = 2


@dataclass(frozen=True, slots=True)
class Occasion:
    """One speech: its day and, where told, its place."""

    date: EventDate
    place: Location | None
    met: int | None = None  # end of the sentence of a meeting: its parties speak of it in the next one


@dataclass(slots=True)
class Occasions:
    """The last dated words of every speaker of an article, by identity or name, and of every pair of states."""

    spoken: dict[str, Occasion] = field(default_factory=dict)
    joint: dict[frozenset[str], Occasion | None] = field(default_factory=dict)

    def hear(self, spoken: Sequence[Draft], scope: Scope, places: Places) -> None:
        """Remember the day and place that a sentence gives to what is said in it."""
        for draft in spoken:
            at = _clause_of(draft, scope)
            date = _day_of(at, scope) if at is not None else None
            if at is not None and date is not None:
                self._remember(draft.speakers, Occasion(date, places.of_clause(scope.clauses[at])))

    def of(self, draft: Draft, scope: Scope, places: Places) -> tuple[EventDate | None, Location | None]:
        """The day and place of words: what their sentence tells, else when this person last spoke."""
        at = _clause_of(draft, scope)
        date = _day_of(at, scope) if at is not None else None
        speaker = draft.speakers[0]
        place = places.of_saying(scope.clauses[at], draft.content, speaker) if at is not None else None
        known = self.spoken.get(_key(speaker)) if len(draft.speakers) == 1 else None
        person = (speaker.id or "").startswith(PERSON)
        if date is not None or known is None or known.met is not None or not person:
            return date, place
        if place is None and known.place is not None:
            place = replace(known.place, basis=BASIS_PLACE)
        return replace(known.date, basis=BASIS), place

    def fill(self, event: Event) -> Event:
        """Give an undated act in words the day and place of its actor's last words."""
        if event.date is not None:
            return event
        spoken = event.event in SPOKEN and event.status == "actual"
        if spoken:
            known = [o for e in _voices(event) if (o := self.spoken.get(_key(e))) is not None]
            found = {o.date.value: o for o in known if o.met is None or event.evidence.start - o.met <= 1}
            if len(found) == 1:
                return _with(event, next(iter(found.values())), BASIS)
        both = self.joint.get(_codes(event.actor))
        if both is not None and (spoken or event.event in PROMISED or event.event in MET):
            return _with(event, both, BASIS_JOINT)
        return event

    def learn(self, event: Event) -> None:
        """Remember the day of an act in words, or of one that two sides do together."""
        date = event.date
        if event.status != "actual" or date is None or date.precision != "day" or "/" in date.value:
            return
        occasion = Occasion(date, event.location, event.evidence.end if event.event in MET else None)
        if event.event in SPOKEN | MET:
            self._remember([e for e in event.actor if (e.id or "").startswith(PERSON)], occasion)
        sides = _codes((*event.actor, *event.recipient) if event.event in TOGETHER else event.actor)
        if len(sides) == BOTH and event.event in TOGETHER | SPOKEN:
            known = self.joint.get(sides, occasion)
            same = known is not None and known.date.value == date.value
            self.joint[sides] = known if same else None  # on two days: no one occasion

    def _remember(self, speakers: Sequence[Entity], occasion: Occasion) -> None:
        for entity in speakers:
            known = self.spoken.get(_key(entity))
            if known is None or occasion.met is None or known.date.value != occasion.date.value:
                self.spoken[_key(entity)] = occasion


def _clause_of(draft: Draft, scope: Scope) -> int | None:
    """The clause that the cue of some words stands in."""
    return next((i for i, c in enumerate(scope.clauses) if _overlap(c.verb, draft.cue)), None)


def _day_of(at: int, scope: Scope) -> EventDate | None:
    """The one day that a clause tells."""
    times = [t for t in scope.times_of(at) if t.precision == "day"]
    days = {t.value.split("T")[0]: t for t in times if t.value is not None and "/" not in t.value}
    if len(days) != 1:
        return None
    ((value, time),) = days.items()
    return EventDate(value, "day", time.text, time.start, time.end, "same sentence", time.flags)


def _with(event: Event, occasion: Occasion, basis: str) -> Event:
    place = event.location
    if place is None and occasion.place is not None:
        place = replace(occasion.place, basis=BASIS_PLACE)
    return replace(event, date=replace(occasion.date, basis=basis), location=place)


def _voices(event: Event) -> tuple[Entity, ...]:
    """Who speaks: the actor; for a state its official, whose words carry the act ("Peru menolak X," kata Y)."""
    voice = event.asserted_by
    same = voice is not None and len(event.actor) == 1 and voice.code == event.actor[0].code
    official = same and event.actor[0].sector == voice.sector == "GOV" if voice is not None else False
    return (*event.actor, voice) if official and voice is not None else event.actor


def _codes(side: Sequence[Entity]) -> frozenset[str]:
    return frozenset(e.code for e in side if e.code is not None)


def _key(entity: Entity) -> str:
    return entity.id or entity.name


def _overlap(a: VerbGroup, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
