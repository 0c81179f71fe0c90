"""What a relative time hangs on: the day of writing and the days told so far.

Turns resolved moments into the anchor of the next expression. It computes no values.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from saksi.annotate.times.calendar import Day, Moment, move_days
from saksi.annotate.times.raw import RawTime
from saksi.records import Published

#: A day told this long before the article is background and carries no "sehari kemudian"
#: of the main story; set on the development articles.
BACKGROUND_DAYS = 45
#: Sentences over which the last day told stays in mind; then the day of the main story does.
NEAR_SENTENCES = 4
#: A full date with its year so near before "kemudian" is what it counts from, however old.
CHRONICLE_SENTENCES = 4
#: The longest stretch whose first day can be counted from ("sehari sebelum patroli dimulai").
SHORT_DAYS = 7


class Anchor(NamedTuple):
    """A moment to count from and where it came from."""

    moment: Moment
    basis: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The day of writing: its day when the text settles one, else only its year."""

    day: Day | None
    year: int | None

    @staticmethod
    def of(published: Published) -> Reference:
        """Read the published value; an interval within a few days stands for its last day."""
        ends = (published.value or "").split("T")[0].split("/")
        year = int(ends[0][:4]) if ends[0][:4].isdigit() else None
        try:
            days = [Day.fromisoformat(end) for end in ends]
        except ValueError:
            return Reference(None, year)
        near = (days[-1] - days[0]).days <= 3
        return Reference(days[-1] if near else None, year)


class _Told(NamedTuple):
    sentence: int
    raw: RawTime
    moment: Moment
    reported: bool  # the day of a report ("dikutip dari X, Jumat"), not of what is told


@dataclass(slots=True)
class Story:
    """The times told so far, in order; the one thing in this room that changes."""

    reference: Reference
    told: list[_Told] = field(default_factory=list)

    def note(self, sentence: int, raw: RawTime, moment: Moment) -> None:
        """Remember a resolved time."""
        reported = bool(raw.cues & {"cited", "said"})
        self.told.append(_Told(sentence, raw, moment, reported))

    def anchor(self, sentence: int, raw: RawTime) -> Anchor | None:
        """The day an anaphoric time counts from.

        In order: a day in the same sentence, the day of the event it names, the last day
        of the last few sentences, the day of a report in the same sentence, the first
        day of the story, the day of writing.
        """
        days = [told for told in self.told if told.moment.is_day]
        here = [told for told in days if told.sentence == sentence]
        return (
            _last([told for told in here if not told.reported], "same sentence")
            or self._event(raw)
            or self._near(days, sentence, raw)
            or _last(here, "same sentence")
            or self._main(days)
            or self._writing()
        )

    def just_told(self, sentence: int) -> Moment | None:
        """The last moment of this sentence or the one before, however long ago: "sejak saat itu"."""
        if not self.told or sentence - self.told[-1].sentence > 1:
            return None
        return self.told[-1].moment

    def last_span(self, unit: str | None) -> Moment | None:
        """The last moment told that says which week, month or year it was."""
        finer = {"week": ("day", "week"), "month": ("day", "week", "month")}.get(unit or "")
        for told in reversed(self.told):
            if not told.reported and (finer is None or told.moment.precision in finer):
                return told.moment
        return None

    def _event(self, raw: RawTime) -> Anchor | None:
        """For "empat hari setelah kudeta": the day that stands beside an earlier "kudeta"."""
        if raw.op != "beside" or not raw.after:
            return None
        for told in reversed(self.told):
            short = (told.moment.last - told.moment.first).days <= SHORT_DAYS
            if short and raw.after[0] in told.raw.before + told.raw.after:
                return Anchor(told.moment, f"day of {raw.after[0]}")
        return None

    def _near(self, days: list[_Told], sentence: int, raw: RawTime) -> Anchor | None:
        if raw.op == "beside" and not raw.cues & {"anaphora", "done"}:
            return None
        story = [t for t in days if not t.reported and not self._far(t.moment) and "from" not in t.raw.cues]
        if raw.op == "later" and (last := self._just_told(days, sentence)) is not None:
            return last
        if story and sentence - story[-1].sentence <= NEAR_SENTENCES:
            return Anchor(story[-1].moment, "last day told")
        return None

    def _just_told(self, days: list[_Told], sentence: int) -> Anchor | None:
        """For "sehari kemudian": the day of the sentences right before, in a chronicle of old days too."""
        past = [
            t for t in days if not t.reported and self.reference.day and t.moment.first <= self.reference.day
        ]
        if past and past[-1].raw.fields.year and sentence - past[-1].sentence <= CHRONICLE_SENTENCES:
            return Anchor(past[-1].moment, "last day told")
        return None

    def _main(self, days: list[_Told]) -> Anchor | None:
        story = [t for t in days if not t.reported and not self._far(t.moment)]
        return Anchor(story[0].moment, "first day told") if story else None

    def _writing(self) -> Anchor | None:
        day = self.reference.day
        return None if day is None else Anchor(Moment(day, day, "day"), "published")

    def _far(self, moment: Moment) -> bool:
        """True for background and for what is still to come."""
        day = self.reference.day
        if day is None:
            return False
        return moment.first > day or moment.first < move_days(day, -BACKGROUND_DAYS)


def _last(told: list[_Told], basis: str) -> Anchor | None:
    return Anchor(told[-1].moment, basis) if told else None
