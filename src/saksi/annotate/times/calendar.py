"""Calendar arithmetic: moments, their parts and how they are written.

Turns days, weeks, months and years into ``Moment`` records and those into ISO 8601 text. It
knows no language.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

Day = date
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch of days with the precision it was told in.

    ``short`` is its TIMEX3 form where that differs from the interval ("2024-W26", "199");
    ``clock`` is what stands after the T ("05:30+07:00", "NI").
    """

    first: Day
    last: Day
    precision: str  # day | week | month | quarter | year | decade | interval
    short: str | None = None
    clock: str | None = None

    @property
    def is_day(self) -> bool:
        """True for one single day."""
        return self.first == self.last


def day_moment(day: Day, clock: str | None = None) -> Moment:
    """One day, with a clock time or part of day where told."""
    return Moment(day, day, "day", clock=clock)


def span_moment(first: Day, last: Day) -> Moment:
    """An interval of days; one day when both ends are equal."""
    return day_moment(first) if first == last else Moment(first, last, "interval")


def make_day(year: int, month: int, day: int) -> Day | None:
    """A calendar day, or None when the calendar has none (31 April)."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def move_days(day: Day, count: int) -> Day:
    """The day ``count`` days later."""
    return day + count * _ONE


def week_of(day: Day) -> Moment:
    """The ISO week of a day, Monday to Sunday."""
    monday = move_days(day, 1 - day.isoweekday())
    year, week, _ = day.isocalendar()
    return Moment(monday, move_days(monday, 6), "week", f"{year}-W{week:02}")


def part_of_week(week: Moment, part: str | None) -> Moment:
    """Monday to Wednesday for START, Tuesday to Thursday for MID, the weekend for END."""
    ends = {"START": (0, 2), "MID": (1, 3), "END": (5, 6)}.get(part or "", (0, 6))
    short = f"{week.short}-WE" if part == "END" else week.short
    first, last = (move_days(week.first, end) for end in ends)
    return replace(week, first=first, last=last, short=short)


def month_of(year: int, month: int) -> Moment:
    """A month; ``month`` may lie outside 1 to 12 and then moves the year."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    following = Day(year + month // 12, month % 12 + 1, 1)
    return Moment(Day(year, month, 1), following - _ONE, "month")


def year_of(year: int) -> Moment:
    """A year."""
    return Moment(Day(year, 1, 1), Day(year, 12, 31), "year")


def years(first: int, last: int, precision: str = "interval", short: str | None = None) -> Moment:
    """Whole years from the first to the last."""
    return Moment(Day(first, 1, 1), Day(last, 12, 31), precision, short)


def part_of_year(year: int, parts: int, number: int) -> Moment:
    """A quarter (of 4 parts) or a half (of 2)."""
    length = 12 // parts
    first = Day(year, (number - 1) * length + 1, 1)
    last = month_of(year, number * length).last
    return Moment(first, last, "quarter", f"{year}-{'Q' if parts == 4 else 'H'}{number}")


def move(day: Day, count: int, unit: str) -> Moment | None:
    """What lies ``count`` units from a day, told in that unit; None for decades and centuries.

    >>> write(move(Day(2024, 7, 3), -2, "week"))
    '2024-06-17/2024-06-23'
    """
    if unit == "day":
        return day_moment(move_days(day, count))
    if unit == "week":
        return week_of(move_days(day, 7 * count))
    if unit == "month":
        return month_of(day.year, day.month + count)
    return year_of(day.year + count) if unit == "year" else None


def same_day_in(day: Day, count: int, unit: str) -> Day | None:
    """The day ``count`` units later, kept inside its month; None for units beyond a year."""
    if unit in ("day", "week"):
        return move_days(day, count * (7 if unit == "week" else 1))
    if unit in ("month", "year"):
        month = month_of(day.year, day.month + count * (12 if unit == "year" else 1))
        return min(month.last, month.first.replace(day=1) + (day.day - 1) * _ONE)
    return None


def write(moment: Moment | None) -> str | None:
    """ISO 8601: a day, a month, a year, or an interval of them.

    >>> write(week_of(Day(2024, 7, 3))), write(part_of_year(2024, 4, 2)), write(years(1950, 1953))
    ('2024-07-01/2024-07-07', '2024-04/2024-06', '1950/1953')
    """
    if moment is None:
        return None
    first, last = moment.first.isoformat(), moment.last.isoformat()
    if moment.is_day:
        hour = moment.clock is not None and moment.clock[:1].isdigit()
        return f"{first}T{moment.clock}" if hour else first
    width = 4 if _whole_years(moment) else 7 if moment.precision in ("month", "quarter") else 10
    return first[:width] if first[:width] == last[:width] else f"{first[:width]}/{last[:width]}"


def _whole_years(moment: Moment) -> bool:
    """True for what starts on 1 January and ends on 31 December and was told in years."""
    yearly = moment.precision in ("year", "decade", "interval")
    first, last = moment.first, moment.last
    return yearly and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def write_short(moment: Moment | None) -> str | None:
    """The TIMEX3 value: ISO weeks, quarters, decades as three digits, parts of day."""
    if moment is None or moment.short is None:
        value = write(moment)
        part = moment.clock if moment is not None else None
        return f"{value}T{part}" if part is not None and value is not None and "T" not in value else value
    return moment.short
