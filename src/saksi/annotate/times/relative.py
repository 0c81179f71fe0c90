"""Values of times counted from the day of writing: "Senin lalu", "pekan depan", "dua hari lalu".

Turns the fields of a ``RawTime`` into a ``Moment``. Without a day of writing there is none.
"""

from __future__ import annotations

from dataclasses import replace

from saksi.annotate.times.anchors import Reference
from saksi.annotate.times.calendar import (
    Day,
    Moment,
    day_moment,
    move,
    move_days,
    part_of_week,
    same_day_in,
    span_moment,
    week_of,
    year_of,
    years,
)
from saksi.annotate.times.dates import PAST, SHIFTS, clock_of
from saksi.annotate.times.raw import RawTime

SATURDAY = 6


def weekday_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A weekday: the nearest past one, this day included, unless the words point ahead."""
    f = raw.fields
    if reference.day is None or f.weekday is None:
        return None
    if f.hint_w is not None or f.hint == "this":
        monday = week_of(move_days(reference.day, 7 * SHIFTS[f.hint_w or "this"])).first
        return day_moment(move_days(monday, f.weekday - 1), clock_of(raw))
    return day_moment(move_days(reference.day, _weekday_shift(raw, reference.day)), clock_of(raw))


def _weekday_shift(raw: RawTime, day: Day) -> int:
    f = raw.fields
    back = (day.isoweekday() - (f.weekday or 0)) % 7
    if f.hint == "future" or (f.hint is None and {"future", "attached"} <= raw.cues):
        return 7 - back
    return -(back or 7) if f.hint in PAST else -back


def span_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A week, month or year beside this one; "akhir pekan" is Saturday and Sunday."""
    f = raw.fields
    if reference.day is None:
        return _year_beside(raw, reference)
    if f.unit is None:  # "akhir pekan" alone is the last one that has begun
        begun = reference.day.isoweekday() >= SATURDAY
        shift = SHIFTS[f.hint] if f.hint else 0 if begun else -1
        return part_of_week(week_of(move_days(reference.day, 7 * shift)), "END")
    moment = move(reference.day, SHIFTS[f.hint or "this"], f.unit)
    if f.unit == "decade":
        decade = reference.day.year // 10 * 10 + 10 * SHIFTS[f.hint or "this"]
        return years(decade, decade + 9, "decade", str(decade // 10))
    return part_of_week(moment, f.part) if moment is not None and f.unit == "week" else moment


def _year_beside(raw: RawTime, reference: Reference) -> Moment | None:
    """Of the spans, "tahun lalu" alone needs no more than the year of writing."""
    f = raw.fields
    if reference.year is None or f.unit != "year" or f.hint is None:
        return None
    return year_of(reference.year + SHIFTS[f.hint])


def ago_value(raw: RawTime, reference: Reference) -> Moment | None:
    """So many days, weeks, months or years before the day of writing, in that unit."""
    return _counted(raw, reference, -1)


def ahead_value(raw: RawTime, reference: Reference) -> Moment | None:
    """So many days, weeks, months or years after the day of writing, in that unit."""
    return _counted(raw, reference, 1)


def _counted(raw: RawTime, reference: Reference, side: int) -> Moment | None:
    f = raw.fields
    if not f.count or f.unit is None:
        return None
    if reference.day is not None:
        return move(reference.day, side * f.count, f.unit)
    known = f.unit == "year" and reference.year is not None
    return year_of((reference.year or 0) + side * f.count) if known else None


def deadline_value(raw: RawTime, reference: Reference) -> Moment | None:
    """From the day of writing to a last day: "paling lambat dua bulan lagi".

    It is an interval: from the day of writing to that day.
    """
    f = raw.fields
    if reference.day is None or not f.count or f.unit is None:
        return None
    last = same_day_in(reference.day, f.count, f.unit)
    return None if last is None else span_moment(reference.day, last)


def shift_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A day beside the day of writing: "hari ini", "kemarin", "lusa".

    A midnight lies between two days.
    """
    f = raw.fields
    if reference.day is None:
        return None
    if f.midnight is not None:
        return replace(span_moment(reference.day, move_days(reference.day, 1)), precision="interval")
    return day_moment(move_days(reference.day, f.shift or 0), f.daytime)
