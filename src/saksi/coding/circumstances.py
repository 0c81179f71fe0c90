"""Gives an event its date, place, counts and contexts, from its own words first.

Turns a draft and the marks of its sentence into dated, placed numbers. A time or place
belongs to the clause or noun it stands with (``scope``). The filing place and the date of
issue are never used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.coding.casualties import count_of
from saksi.coding.events import Draft
from saksi.coding.scope import FIRST_RANK, JOINTS, Scope
from saksi.lang.coding_rules import CodingRules
from saksi.records import Clause, Count, EventDate, Location, Name, Number, Phrase, Sentence, Span, Time

#: Prepositions of the place where something happens.
AT = frozenset(
    {
        "di",
        "di dalam",
        "di dekat",
        "di luar",
        "di depan",
        "di sekitar",
        "di seluruh",
        "di sepanjang",
        "di atas",
    }
)
#: "ke X" is the place of what ends there, "dari X" of what leaves it.
TO = frozenset({"ke", "menuju", "ke arah", "ke dalam"})
FROM = frozenset({"dari"})
MOVES = {
    "CONSULT": AT | TO, "MOBILIZE": AT | TO, "AID": AT | TO, "ASSAULT": AT | TO, "RETREAT": AT | FROM,
}  # fmt: skip
#: Types whose recipient, when it is a place, is where it happens.
HIT = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "PROTEST"})
#: Contexts given to one event at most: those of its frame first.
MOST_CONTEXTS = 5
#: How promises and plans are dated: by the day they are told when the act has no day.
ANNOUNCED = frozenset({"AGREE", "CONCEDE", "THREATEN"})


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What one sentence tells besides its events."""

    sentence: Sentence
    scope: Scope
    names: Sequence[Name]
    home: str | None

    def date(self, draft: Draft) -> EventDate | None:
        """The date of an event: the time that its noun or clause has."""
        time = self._time(draft)
        if time is None or time.value is None:
            return None
        value = time.value.split("T")[0]
        return EventDate(
            value, time.precision or "day", time.text, time.start, time.end, "same sentence", time.flags
        )

    def _time(self, draft: Draft) -> Time | None:
        if draft.act is not None:
            ends = [p.end for p in (draft.act, *draft.posts)]
            close = next((self.scope.inner[end] for end in ends if end in self.scope.inner), None)
            host = self.scope.host(draft.act)
            if close is not None or host is None or host.role == "oblique":
                return close
            i = host.clause
        else:
            i = self._index(draft.host)
        times = self.scope.times_of(i, announced=draft.event in ANNOUNCED)
        return min(times, key=lambda t: (_distance(t, draft.anchor), t.start), default=None)

    def _index(self, clause: Clause | None) -> int:
        return next(i for i, c in enumerate(self.scope.clauses) if c is clause)

    # ---- where -------------------------------------------------------------------

    def place(self, draft: Draft) -> Location | None:
        """The place of an event: named by its noun or clause, else the place it hits."""
        wanted = MOVES.get(draft.event, AT)
        found = [
            row for phrase in self._places(draft) if phrase.preposition in wanted for row in self._in(phrase)
        ]
        if not found and draft.act is None:
            found = [
                row for phrase in self._shared(draft) if phrase.preposition in AT for row in self._in(phrase)
            ]
        if found:
            return self._location(max(found, key=lambda row: (row[0], -row[1].start))[1])
        hit = self._hit(draft) if draft.event in HIT else None
        return self._location(hit) if hit is not None else None

    def _places(self, draft: Draft) -> Iterator[Phrase]:
        """Prepositional phrases that may place the event."""
        if draft.act is not None:
            yield from draft.posts
            host = self.scope.host(draft.act)
            if host is None or host.role == "oblique":
                return
            clause = self.scope.clauses[host.clause]
        else:
            assert draft.host is not None  # noqa: S101 - a verb stands in a clause
            clause = draft.host
        yield from clause.obliques
        if clause.kind in FIRST_RANK | {"purpose"}:
            first = self.scope.clauses[clause.parent if clause.parent is not None else 0]
            yield from (p for p in first.obliques if p.start < first.verb.start or clause.kind == "purpose")

    def _shared(self, draft: Draft) -> Iterator[Phrase]:
        """``tiba di Taipei dan bertemu X``: a joined clause with the same subject is where the first was."""
        clause = draft.host
        if clause is not None and clause.kind == "coordinate" and clause.marker in JOINTS:
            before = [
                c
                for c in self.scope.clauses
                if c.verb.end <= clause.verb.start and c.subject is clause.subject
            ]
            for other in before[-1:]:
                yield from other.obliques

    def _in(self, phrase: Phrase) -> Iterator[tuple[int, Name]]:
        """Place names of a phrase, those that head it first (2), owners last (0)."""
        for name in phrase.names:
            if name.entry.kind in ("place", "state"):
                near = name.first - phrase.first <= 1
                yield (2 if near else 1 if name.entry.kind == "place" else 0), name

    def _hit(self, draft: Draft) -> Name | None:
        spans = [Span(e.start, e.end) for e in draft.recipient]
        if draft.victims is not None:
            spans.append(Span(draft.victims.start, draft.victims.end))
        inside = [n for n in self.names if any(s.start <= n.start and n.end <= s.end for s in spans)]
        places = [n for n in inside if n.entry.kind == "place"]
        states = [n for n in inside if n.entry.kind == "state" and any(n.start == s.start for s in spans)]
        return next(iter((*places, *states)), None)

    def _location(self, name: Name) -> Location:
        """A place name as the location of an event; its country is that of the places named after it."""
        entry = name.entry
        precision = entry.precision or ("country" if entry.kind == "state" else None)
        country = entry.country or entry.code or self._chained(name) or self.home
        return Location(
            name.text,
            name.start,
            name.end,
            entry.name,
            country,
            entry.geonameid,
            entry.lat,
            entry.lon,
            precision,
        )

    def _chained(self, name: Name) -> str | None:
        """``Ramyah, Lebanon``: the country that a comma joins to a place."""
        at = {n.first: n for n in self.names}
        k = name.last
        tokens = self.sentence.tokens
        while k + 1 < len(tokens) and tokens[k].text == "," and k + 1 in at:
            after = at[k + 1]
            country = after.entry.country or after.entry.code
            if country is not None and after.entry.kind in ("place", "state"):
                return country
            k = after.last
        return None


def _distance(time: Time, anchor: Span) -> int:
    if time.start >= anchor.end:
        return time.start - anchor.end
    return anchor.start - time.end


def find_count(draft: Draft, kind: str, numbers: Sequence[Number]) -> Count | None:
    """How many were hurt or taken, when the frame says so and the victims are counted or named."""
    return count_of(draft.victims, numbers) if draft.harm == kind else None


def find_contexts(draft: Draft, sentence: Sentence, rules: CodingRules) -> tuple[str, ...]:
    """The contexts of the frame, then those its sentence names, most frequent first."""
    votes: dict[str, int] = {}
    for token in sentence.tokens:
        for context in rules.context_words.get(token.lower, ()):
            votes[context] = votes.get(context, 0) + 1
    ranked = sorted(votes, key=lambda c: (-votes[c], c))
    return tuple(dict.fromkeys((*draft.context, *ranked)))[:MOST_CONTEXTS]
