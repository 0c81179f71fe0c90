"""Remembers when each speaker spoke, for what they ask, charge or refuse in later sentences.

A press article dates a speech or interview once ("kata Bagas, Kamis (14/3)") and goes on
with "Ia juga meminta ...". Such later acts in words get the day of the last dated words of
the same speaker; the earlier words stay the witness of the date, and its basis says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from saksi.coding.scope import Scope
from saksi.coding.statements import Draft
from saksi.records import Entity, Event, EventDate, Span, VerbGroup

#: Types that are done by speaking.
SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT", "SUPPORT", "THREATEN", "AGREE"})
BASIS = "speaker's day"


@dataclass(slots=True)
class Occasions:
    """The day of the last dated words of every speaker of an article, by identity or name."""

    days: dict[str, EventDate] = field(default_factory=dict)

    def hear(self, spoken: Sequence[Draft], scope: Scope) -> None:
        """Remember the day that a sentence gives to what is said in it."""
        for draft in spoken:
            at = next((i for i, c in enumerate(scope.clauses) if _overlap(c.verb, draft.cue)), None)
            times = [t for t in scope.times_of(at) if t.precision == "day"] if at is not None else []
            days = {t.value.split("T")[0]: t for t in times if t.value is not None and "/" not in t.value}
            if len(days) == 1:
                ((value, time),) = days.items()
                date = EventDate(value, "day", time.text, time.start, time.end, "same sentence", time.flags)
                self._remember(draft.speakers, date)

    def fill(self, event: Event) -> Event:
        """Give an undated act in words the day its actor last spoke; remember a dated one."""
        if event.event not in SPOKEN or event.status != "actual":
            return event
        if event.date is None:
            days = {d.value: d for e in event.actor if (d := self.days.get(_key(e))) is not None}
            if len(days) == 1:
                return replace(event, date=replace(next(iter(days.values())), basis=BASIS))
        elif event.date.precision == "day" and "/" not in event.date.value:
            self._remember(event.actor, event.date)
        return event

    def _remember(self, speakers: Sequence[Entity], date: EventDate) -> None:
        for entity in speakers:
            self.days[_key(entity)] = date


def _key(entity: Entity) -> str:
    return entity.id or entity.name


def _overlap(a: VerbGroup, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
