"""Remembers when and where the story is, for sentences that go on without saying so.

Gives events of later sentences the place, and inside a paragraph the date, of the events
told just before. It is done only for acts of a scene that are told as done; the record
keeps the earlier words as its witness, and the basis of its date says so.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from saksi.coding.places import BASIS_SIDES
from saksi.coding.scope import Scope
from saksi.records import Event, EventDate, Location, Parse, Sentence

#: Types that happen at one spot; demands and charges are dated by their own sentence alone.
SCENES = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
#: How many sentences a place is carried on. Of 0 to 4, 4 placed most events of the 29
#: development articles rightly (51 of 98, 38 without) and none of those wrongly that were right.
PLACE_REACH = 4
#: How many sentences a date is carried on, inside a paragraph. More gave more wrong dates than right ones.
DATE_REACH = 1
#: How many sentences a day is carried on that a short sentence sets for its paragraph, and how short.
SCENE_REACH, SHORT = 4, 12
#: Verbs of conflicts that begin or come to a head.
BREAKING_OUT = frozenset({"memuncak", "pecah", "meletus", "bermula", "berawal", "berkobar", "memanas", "terjadi", "dimulai"})  # fmt: skip
BASIS = "earlier sentence"
BASIS_BESIDE = "act beside it"
BASIS_SETTING = "act pointed to"


@dataclass(slots=True)
class Carry:
    """Where and when the last dated and placed events of an article were."""

    date: EventDate | None = None
    dated_in: Sentence | None = None
    place: Location | None = None
    placed_in: Sentence | None = None
    last: Event | None = None
    opened: bool = False  # whether the day is that of the whole paragraph

    def fill(self, event: Event, sentence: Sentence, *, dated: bool, setting: Event | None) -> Event:
        """Give an event what the sentences before it have; remember what it has itself.

        ``dated`` says that the sentence has times of its own, or that a noun tells the
        event: then no date is carried. ``setting`` is the earlier act that the sentence says
        it plays in ("Dalam pertemuan itu").
        """
        date, place = event.date, event.location
        if setting is not None and event.status == "actual" and not dated:
            date = date or (replace(setting.date, basis=BASIS_SETTING) if setting.date is not None else None)
            place = place or (
                replace(setting.location, basis=BASIS_SETTING) if setting.location is not None else None
            )
        if event.event in SCENES and event.status == "actual":
            date = date or (None if dated else self._date(sentence))
            carried = self._place(sentence)
            if carried is not None and (
                place is None or (place.basis == BASIS_SIDES and place.country == carried.country)
            ):
                place = carried
        place = place or self._beside(event)
        if event.status == "actual" and event.date is not None and event.date.precision == "day":
            self.date, self.dated_in, self.opened = event.date, sentence, False
        if event.event in SCENES and event.location is not None and event.location.precision != "country":
            self.place, self.placed_in = event.location, sentence
        self.last = replace(event, date=date, location=place)
        return self.last

    def _beside(self, event: Event) -> Location | None:
        """``memberlakukan jam malam dan mengerahkan tentara``: two acts of one doer in one sentence."""
        last = self.last
        together = last is not None and last.evidence == event.evidence and event.event in SCENES
        if last is None or not together or event.status != "actual" or not event.actor:
            return None
        same = {e.name for e in last.actor} == {e.name for e in event.actor} and last.event in SCENES
        return replace(last.location, basis=BASIS_BESIDE) if same and last.location is not None else None

    def hear(self, sentence: Sentence, scope: Scope) -> None:
        """Remember the day of a sentence that tells of dead or hurt people and of no act."""
        times = scope.times_of(0) if scope.clauses else ()
        days = [t for t in times if t.precision == "day" and t.value is not None and "/" not in t.value]
        if len(days) == 1 and days[0].value is not None:
            time, value = days[0], days[0].value.split("T")[0]
            self.date = EventDate(value, "day", time.text, time.start, time.end, "same sentence", time.flags)
            self.dated_in = sentence
            self.opened = False

    def open(self, sentence: Sentence, parse: Parse, scope: Scope) -> None:
        """``Konflik memuncak pada 24 Juli.``: a sentence of no act that sets the day of its paragraph."""
        if len(sentence.tokens) > SHORT or not any(c.verb.word in BREAKING_OUT for c in parse.clauses):
            return
        before = self.dated_in
        self.hear(sentence, scope)
        self.opened = self.dated_in is not before

    def _date(self, sentence: Sentence) -> EventDate | None:
        before = self.dated_in
        if self.date is None or before is None or before.line != sentence.line:
            return None
        reach = SCENE_REACH if self.opened else DATE_REACH
        if not 0 < sentence.number - before.number <= reach:
            return None
        return replace(self.date, basis=BASIS)

    def _place(self, sentence: Sentence) -> Location | None:
        before = self.placed_in
        if before is None or sentence.number - before.number > PLACE_REACH:
            return None
        return replace(self.place, basis=BASIS) if self.place is not None else None
