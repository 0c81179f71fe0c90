"""Gives an event its date and counts, from its own words first.

Turns a draft and the marks of its sentence into a date and numbers. A time belongs to the
clause or noun it stands with (``scope``). The date of issue is never used.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.coding.casualties import OWNED, count_of
from saksi.coding.discourse import is_person
from saksi.coding.draft import Draft
from saksi.coding.scope import WHILE, Scope
from saksi.coding.spells import deadline_of, spell_of
from saksi.records import Clause, Count, EventDate, Number, Sentence, Span, Time

#: An act noun after these is where the clause around it plays: "diputuskan dalam rapat X, Jumat".
SETTINGS = frozenset({"dalam", "pada", "saat", "selama"})
#: Ids of people by name.
NAMED = ("person/", "doc/")
#: Flag of a time that dates a report, not the act.
REPORTED = "report"
#: A time after the day of issue: nothing done has it when another stands beside.
AHEAD = "after publication"
#: How promises and plans are dated: by the day they are told when the act has no day.
ANNOUNCED = frozenset({"AGREE", "CONCEDE", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What one sentence tells besides its events."""

    sentence: Sentence
    scope: Scope
    issued: str | None  # day of issue, ISO
    occurring: frozenset[str]  # verbs that say that an act took place
    light: frozenset[str]  # verbs whose noun tells the act

    def date(self, draft: Draft) -> EventDate | None:
        """The date of an event: the time that its noun or clause has."""
        time = self._time(draft)
        if time is None and draft.status == "future":
            return self._until(deadline_of(self.issued, self.scope.lengths))
        return self._dated(time, then=draft.act is None and self._is_then(draft.host, time))

    def _is_then(self, host: Clause | None, time: Time | None) -> bool:
        """``sejak 2014, ketika X merebutnya``: the clause tells of the beginning, not of what goes on since."""
        return host is not None and host.marker in WHILE and time is not None and time.end <= host.verb.start

    def _until(self, found: tuple[str, Time] | None) -> EventDate | None:
        if found is None:
            return None
        value, time = found
        return EventDate(value, "interval", time.text, time.start, time.end, "same sentence", time.flags)

    def date_of(self, clause: Clause, anchor: Span) -> EventDate | None:
        """The date that a clause gives what it tells at ``anchor``."""
        return self._dated(_nearest(self.scope.times_of(self._index(clause)), anchor))

    def _dated(self, time: Time | None, *, then: bool = False) -> EventDate | None:
        """The day of a time, or what it begins; with ``then`` only its first day is told of."""
        if time is None or time.value is None:
            return None
        value, precision = time.value.split("T")[0], time.precision or "day"
        value, precision = (value, precision) if then else self._spell(time, value, precision)
        return EventDate(value, precision, time.text, time.start, time.end, "same sentence", time.flags)

    def _spell(self, time: Time, value: str, precision: str) -> tuple[str, str]:
        """``sejak 2014``, ``mulai Rabu hingga 22 April``: an interval where the time is its beginning."""
        begins = self.scope.begins(time)
        spell = spell_of(time, self.scope.ends, self.scope.lengths) if begins else None
        if spell is not None:
            return spell, "interval"
        if self.scope.since(time) and self.issued is not None and value < self.issued and "/" not in value:
            return f"{value}/{self.issued[: len(value)]}", "interval"
        return value, precision

    def _time(self, draft: Draft) -> Time | None:
        if draft.act is not None:
            ends = [p.end for p in (draft.act, *draft.posts)]
            close = next((self.scope.inner[end] for end in ends if end in self.scope.inner), None)
            host = self.scope.host(draft.act)
            setting = draft.act.preposition in SETTINGS
            close = close or self._happened(draft)
            if close is not None or host is None or (host.role == "oblique" and not setting):
                return close
            i = host.clause
        else:
            i = self._index(draft.host)
        announced = draft.event in ANNOUNCED
        times = self.scope.times_of(i, announced=announced) or (
            self.scope.content_times(i) if announced else ()
        )
        times = times or self._behind_light(draft)
        past = times if draft.status == "future" or announced else [t for t in times if AHEAD not in t.flags]
        return _nearest(past or times, draft.anchor)

    def _behind_light(self, draft: Draft) -> tuple[Time, ...]:
        """``menjatuhkan sanksi terhadap X pada 2013``: the time behind whom it is done to is that of the act."""
        host = draft.host
        if draft.act is not None or host is None or host.verb.word not in self.light:
            return ()
        done_to = (p for p in host.obliques if p.preposition == "terhadap" and p.start > host.verb.start)
        return tuple(self.scope.inner[p.end] for p in done_to if p.end in self.scope.inner)

    def _happened(self, draft: Draft) -> Time | None:
        """``serangan yang terjadi pada Senin``: the time of the clause that says the act took place."""
        assert draft.act is not None  # noqa: S101 - only nouns have such a clause
        for i, clause in enumerate(self.scope.clauses):
            subject = clause.subject
            told = clause.kind == "relative" and clause.verb.word in self.occurring
            if told and subject is not None and subject.start == draft.act.start:
                return _nearest(self.scope.own.get(i, ()), draft.anchor)
        return None

    def _index(self, clause: Clause | None) -> int:
        return next(i for i, c in enumerate(self.scope.clauses) if c is clause)


def _nearest(times: Sequence[Time], anchor: Span) -> Time | None:
    """The time nearest to the words; the day of a report ("seperti dilansir X, Rabu") only without another."""
    own = [t for t in times if REPORTED not in t.flags] or times
    return min(own, key=lambda t: (_distance(t, anchor), t.start), default=None)


def _distance(time: Time, anchor: Span) -> int:
    if time.start >= anchor.end:
        return time.start - anchor.end
    return anchor.start - time.end


def find_count(draft: Draft, kind: str, numbers: Sequence[Number]) -> Count | None:
    """How many were hurt or taken, when the frame says so and the victims are counted or named."""
    if draft.harm != kind:
        return None
    return count_of(draft.victims, numbers) or _one_person(draft)


def _one_person(draft: Draft) -> Count | None:
    """``Pilot Peru, Arkana Wiratama, tewas``: somebody by name behind a description is one."""
    victim = draft.recipient[0] if len(draft.recipient) == 1 else None
    victims = draft.victims
    if victim is None or victims is None or not is_person(victim) or not (victim.id or "").startswith(NAMED):
        return None
    beside = victims.start <= victim.start and not set(victims.words) & OWNED
    return Count(1, 1, victim.text, victim.start, victim.end) if beside else None
