"""Values of calendar expressions: days, ranges, months, years, quarters.

Turns the fields of a ``RawTime`` into a ``Moment``; a missing year is taken from the day of
writing. It follows no anaphora.
"""

from __future__ import annotations

from dataclasses import replace

from saksi.annotate.times.anchors import Reference
from saksi.annotate.times.calendar import (
    Day,
    Moment,
    day_moment,
    make_day,
    month_of,
    part_of_year,
    span_moment,
    year_of,
    years,
)
from saksi.annotate.times.raw import RawTime

#: How much nearer a coming day must be than the past one to be meant without a word for it.
FUTURE_COST = 4
#: Months ahead that "akan ... pada November" may reach.
MONTHS_AHEAD = 6
YEARS_AROUND = (-1, 0, 1)
#: A printed weekday may also settle a year a little further back.
WEEKDAY_YEARS = (0, -1, 1, -2)
#: "Tahun 40-an" without its century is of the last one.
CENTURY = 1900
SHIFTS = {"past": -1, "yesterday": -1, "this": 0, "future": 1}
PAST = frozenset({"past", "yesterday"})

#: A report tells a day of its week.
DAYS_OF_WEEK = 7


def clock_of(raw: RawTime) -> str | None:
    """``05:30+07:00``, or the part of day ("NI"), or None.

    A colon stands between hour and minute, whatever the text writes.
    """
    f = raw.fields
    if f.hour is None or f.minute is None:
        return f.daytime
    seconds = "" if f.seconds is None else f":{f.seconds:02}"
    return f"{f.hour:02}:{f.minute:02}{seconds}{f.zone or ''}"


def day_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A day with month: "Rabu (18/8)", "15 Juni 2001", "19 November tahun lalu"."""
    f = raw.fields
    if f.day is None or f.month is None:
        return None
    year = _told_year(raw, reference)
    day = make_day(year, f.month, f.day) if year is not None else _nearest(f.day, f.month, raw, reference)
    return None if day is None else day_moment(day, clock_of(raw))


def weekday_differs(raw: RawTime, moment: Moment | None) -> bool:
    """True when the printed weekday is not that of the date."""
    weekday = raw.fields.weekday
    return moment is not None and weekday is not None and moment.first.isoweekday() != weekday


def _told_year(raw: RawTime, reference: Reference) -> int | None:
    """The year in the expression, in "tahun lalu", or the only one known of the day of writing."""
    f = raw.fields
    if f.year is not None:
        return f.year
    if f.hint_y is not None:
        return None if reference.year is None else reference.year + SHIFTS[f.hint_y]
    return reference.year if reference.day is None else None


def _nearest(number: int, month: int, raw: RawTime, reference: Reference) -> Day | None:
    """The nearest such day to the day of writing, past preferred; a weekday must fit if it can."""
    if reference.day is None:
        return None
    around = (make_day(reference.day.year + shift, month, number) for shift in YEARS_AROUND)
    days = sorted((day for day in around if day is not None), key=lambda d: _cost(d, raw, reference.day))
    if raw.fields.weekday is not None and not (days and _is_slip(days[0], raw, reference.day)):
        wide = (make_day(reference.day.year + shift, month, number) for shift in WEEKDAY_YEARS)
        for day in wide:
            if day is not None and day.isoweekday() == raw.fields.weekday and _fits(day, raw, reference.day):
                return day
    return days[0] if days else None


def _is_slip(day: Day, raw: RawTime, writing: Day) -> bool:
    """``Kamis (28/4)`` for a Friday, printed the day after: the weekday is one off, the day is of this week."""
    off = (day.isoweekday() - (raw.fields.weekday or 0)) % DAYS_OF_WEEK
    return off in (1, DAYS_OF_WEEK - 1) and 0 <= (writing - day).days <= DAYS_OF_WEEK


def _fits(day: Day, raw: RawTime, writing: Day) -> bool:
    """A weekday alone never moves a date more than a year ahead, nor against its hint."""
    ahead = (day - writing).days
    return ahead <= 300 and not (raw.fields.hint in PAST and ahead > 0)


def _cost(day: Day, raw: RawTime, writing: Day | None) -> int:
    ahead = 0 if writing is None else (day - writing).days
    hint = raw.fields.hint
    if hint in PAST or (hint is None and "since" in raw.cues):
        return -ahead if ahead <= 0 else 10_000 + ahead
    if hint == "future":
        return ahead if ahead >= 0 else 10_000 - ahead
    if ahead <= 0:
        return -ahead
    return ahead if {"future", "attached"} <= raw.cues else ahead * FUTURE_COST


def number_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A day of a month that is not told: "tanggal 24 kemarin"; the last such day unless words point ahead."""
    f = raw.fields
    if f.day is None or reference.day is None:
        return None
    ahead = f.hint == "future" or (f.hint is None and "future" in raw.cues)
    for shift in range(0, 12 if ahead else -12, 1 if ahead else -1):
        month = month_of(reference.day.year, reference.day.month + shift).first
        day = make_day(month.year, month.month, f.day)
        if day is not None and (day >= reference.day if ahead else day <= reference.day):
            return day_moment(day, clock_of(raw))
    return None


def range_value(raw: RawTime, reference: Reference) -> Moment | None:
    """Two days joined: "26-28 Oktober", "31 Agustus-1 September 2025"."""
    f = raw.fields
    month_b = f.month_b or f.month
    if f.day is None or f.day_b is None or month_b is None:
        return None
    year = f.year_b or f.year or (reference.year if reference.day is None else None)
    last = make_day(year, month_b, f.day_b) if year else _nearest_end(f.day_b, month_b, raw, reference)
    if last is None:
        return None
    month = f.month or month_b
    first = make_day(f.year or last.year - (month > last.month), month, f.day)
    return span_moment(first, last) if first is not None and first < last else None


def _nearest_end(number: int, month: int, raw: RawTime, reference: Reference) -> Day | None:
    """The far end of a range; only a weekday of its own is tested."""
    weekday = raw.fields.weekday_b
    day = _nearest(number, month, _without_weekday(raw), reference)
    if day is None or weekday is None or day.isoweekday() == weekday:
        return day
    others = (make_day(day.year + shift, month, number) for shift in (-1, 1))
    return next((d for d in others if d is not None and d.isoweekday() == weekday), day)


def _without_weekday(raw: RawTime) -> RawTime:
    return replace(raw, fields=replace(raw.fields, weekday=None))


def month_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A month: told with its year, or the nearest one on the side the words point to."""
    f = raw.fields
    if f.month is None:
        return None
    year = _told_year(raw, reference)
    if year is not None:
        return month_of(year, f.month)
    if reference.day is None:
        return None
    ahead = (f.month - reference.day.month) % 12  # months to the coming one, 0 for this month
    planned = {"future", "attached"} <= raw.cues and ahead <= MONTHS_AHEAD
    if f.hint == "future" or (f.hint is None and planned):
        return month_of(reference.day.year, reference.day.month + ahead)
    back = 0 if ahead == 0 and f.hint not in PAST else 12 - ahead
    return month_of(reference.day.year, reference.day.month - back)


def year_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A year in figures."""
    del reference
    return None if raw.fields.year is None else year_of(raw.fields.year)


def years_value(raw: RawTime, reference: Reference) -> Moment | None:
    """Two years joined; a short second one borrows its century ("2021-22")."""
    del reference
    first, last = raw.fields.year, raw.fields.year_b
    if first is None or last is None:
        return None
    if last < 100:
        last += first - first % 100
    return years(first, last) if first < last <= first + 100 else None


def decade_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A decade: "1990-an" is 1990 to 1999."""
    del reference
    year = raw.fields.year
    if year is not None and year < 100:
        year += CENTURY
    return None if year is None or year % 10 else years(year, year + 9, "decade", str(year // 10))


def quarter_value(raw: RawTime, reference: Reference) -> Moment | None:
    """A quarter or a half of a year."""
    f = raw.fields
    year = f.year
    if year is None and reference.year is not None:
        year = reference.year + SHIFTS[f.hint_y or "this"]
    if year is None or f.quarterword is None or f.nth is None or f.nth > f.quarterword:
        return None
    return part_of_year(year, f.quarterword, f.nth)
