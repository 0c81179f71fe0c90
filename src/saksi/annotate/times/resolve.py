"""Gives every time expression of an article its value, or none.

Turns ``RawTime`` records, sentence by sentence, into ``Time`` records. Each carries in
``basis`` its rule and what it was counted from. It finds no expressions and reads no text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from saksi.annotate.times import anaphora, dates, relative
from saksi.annotate.times.anchors import Anchor, Reference, Story
from saksi.annotate.times.calendar import Moment, day_moment, make_day, move_days, write
from saksi.annotate.times.raw import RawTime
from saksi.lang.times import TimeRules
from saksi.records import Published, Time

_CALENDAR: dict[str, Callable[[RawTime, Reference], Moment | None]] = {
    "day": dates.day_value,
    "daynumber": dates.number_value,
    "range": dates.range_value,
    "month": dates.month_value,
    "year": dates.year_value,
    "years": dates.years_value,
    "decade": dates.decade_value,
    "quarter": dates.quarter_value,
    "weekday": relative.weekday_value,
    "span": relative.span_value,
    "ago": relative.ago_value,
    "ahead": relative.ahead_value,
    "deadline": relative.deadline_value,
    "shift": relative.shift_value,
}
_ANAPHORIC: dict[str, Callable[[RawTime, Anchor], Moment | None]] = {
    "later": anaphora.later_value,
    "beside": anaphora.beside_value,
    "hours": anaphora.hours_value,
    "same": anaphora.same_value,
    "clock": anaphora.clock_value,
}
_LETTERS = {"day": "P{}D", "week": "P{}W", "month": "P{}M", "year": "P{}Y"}
_LETTERS |= {"hour": "PT{}H", "minute": "PT{}M", "decade": "P{}0Y", "century": "P{}00Y"}
#: Days after the day of writing from which a past-tense reading is doubtful.
_SLACK = 1
_WEEK, _HALF_WEEK = 7, 3


class Value(NamedTuple):
    """A moment with what it was counted from."""

    moment: Moment | None
    basis: str


def resolve_times(
    raws_by_sentence: tuple[tuple[RawTime, ...], ...], published: Published, rules: TimeRules
) -> tuple[tuple[Time, ...], ...]:
    """The times of each sentence with values; ``value`` is None where the text settles nothing.

    A clock time and other anaphora count from days told earlier in the article, weekdays and
    "pekan lalu" from the day it was published.
    """
    del rules
    story = start_story(published)
    return tuple(
        tuple(_resolve(raw, number, story, raws) for raw in raws if not is_vague(raw))
        for number, raws in enumerate(raws_by_sentence)
    )


def start_story(published: Published) -> Story:
    """An article in which no time has been told yet."""
    return Story(Reference.of(published))


def is_vague(raw: RawTime) -> bool:
    """True for "beberapa hari kemudian": a time that has no value and no length."""
    return raw.type == "DATE" and raw.fields.count == 0


def _resolve(raw: RawTime, sentence: int, story: Story, beside: tuple[RawTime, ...]) -> Time:
    if raw.type in ("DURATION", "SET"):
        return Time(raw.start, raw.end, raw.text, period(raw), raw.type, raw.rule)
    moment, basis = value_of(raw, sentence, story, beside)
    if moment is not None:
        story.note(sentence, raw, moment)
    value = write(moment)
    timed = value is not None and "T" in value
    return Time(
        start=raw.start,
        end=raw.end,
        text=raw.text,
        value=value,
        type="TIME" if timed or raw.type == "TIME" else "DATE",
        basis=f"{raw.rule}: {basis}",
        flags=_flags(raw, moment, story.reference),
        precision=None if moment is None else "time" if timed else moment.precision,
        candidates=tuple(str(write(other)) for other in _other_readings(raw, moment, story.reference)),
    )


def value_of(raw: RawTime, sentence: int, story: Story, beside: tuple[RawTime, ...] = ()) -> Value:
    """The moment an expression means, counted from its anchor; ``beside`` are all times of its sentence."""
    if raw.op == "samespan":
        return Value(anaphora.samespan_value(raw, story), "last told")
    if raw.op == "sincethen":
        return Value(story.just_told(sentence), "last told")
    if raw.op in _ANAPHORIC:
        anchor = story.anchor(sentence, raw)
        return Value(None, "no anchor") if anchor is None else _anaphoric(raw, anchor, story.reference)
    if raw.op == "shift" and "quoted" in raw.cues and raw.fields.shift == 0:
        said = _day_of_speaking(raw, beside, story)  # "hari ini" in a quotation is the day of speaking
        if said is not None:
            return Value(said, "same sentence")
        anchor = story.anchor(sentence, raw)
        if anchor is not None and anchor.basis != "published":
            return Value(anaphora.same_value(raw, anchor), anchor.basis)
    moment = _CALENDAR[raw.op](raw, story.reference)
    told = raw.fields.year is not None or raw.fields.year_b is not None
    return Value(moment, "told" if told else "published")


def _day_of_speaking(raw: RawTime, beside: tuple[RawTime, ...], story: Story) -> Moment | None:
    """The full date that follows the quotation: "... hari ini," ujar Arung, Senin (29/12)."""
    later = (other for other in beside if other.start > raw.end and other.op == "day")
    spoken = next((other for other in later if "quoted" not in other.cues and "said" in other.cues), None)
    return None if spoken is None else dates.day_value(spoken, story.reference)


def _anaphoric(raw: RawTime, anchor: Anchor, reference: Reference) -> Value:
    if raw.op == "beside" and anchor.basis == "published":
        return Value(
            None, "no anchor"
        )  # "lima tahun setelah X mundur" is not counted from the day of writing
    moment = _ANAPHORIC[raw.op](raw, anchor)
    if _outruns(raw, moment, anchor, reference):
        return Value(None, "no anchor")
    return Value(moment, anchor.basis)


def _outruns(raw: RawTime, moment: Moment | None, anchor: Anchor, reference: Reference) -> bool:
    """Whether counting from a past day leads past the day of writing.

    "Hampir dua tahun sejak perang pecah" below a day of this week: that day is not when the war began.
    """
    day = reference.day
    if moment is None or day is None or raw.op not in ("beside", "later") or "future" in raw.cues:
        return False
    return anchor.moment.first <= day < moment.first


def period(raw: RawTime) -> str | None:
    """The ISO 8601 length of a duration or of the step of a set; X where it is not told.

    A weekday ("setiap Jumat") comes round once a week.
    """
    f = raw.fields
    if f.weekday is not None:
        return "P1W"
    if f.unit not in _LETTERS:
        return None
    count = 1 if f.count is None else f.count
    return _LETTERS[f.unit].format(count or "X")


def _other_readings(raw: RawTime, moment: Moment | None, reference: Reference) -> Iterator[Moment]:
    """What a day may be instead: the nearest with its weekday; last year's when it is still to come.

    "Rabu (18/8)" where the 18th is a Thursday keeps both days.
    """
    if moment is None or raw.op != "day" or not moment.is_day:
        return
    day, weekday = moment.first, raw.fields.weekday
    if weekday is not None and dates.weekday_differs(raw, moment):
        step = (weekday - day.isoweekday() + _HALF_WEEK) % _WEEK - _HALF_WEEK
        yield day_moment(move_days(day, step))
    ahead = reference.day is not None and day > move_days(reference.day, _SLACK)
    before = make_day(day.year - 1, day.month, day.day) if ahead and raw.fields.year is None else None
    if before is not None:
        yield day_moment(before)


def _flags(raw: RawTime, moment: Moment | None, reference: Reference) -> tuple[str, ...]:
    flags = []
    if raw.op == "day" and dates.weekday_differs(raw, moment):
        flags.append("weekday differs")
    if moment is not None and reference.day is not None and moment.first > move_days(reference.day, _SLACK):
        flags.append("after publication")
    if raw.fields.zone == "":
        flags.append("local time")  # in Jakarta it may be the next day
    if raw.fields.part is not None:
        flags.append(raw.fields.part)
    if raw.cues & {"cited", "said"}:
        flags.append("report")
    return tuple(flags)
