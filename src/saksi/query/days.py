"""Turns ISO dates of any precision into their first and last day; it reads no language."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<end>-WE)?|Q(?P<quarter>[1-4])|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T.*)?|(?P<decade>\d{3})"
)


def first_and_last(value: str | None) -> tuple[str | None, str | None]:
    """First and last day of a date; ``(None, None)`` for what is no date.

    >>> first_and_last("2021-02"), first_and_last("2021-08-18/2021-08-19")
    (('2021-02-01', '2021-02-28'), ('2021-08-18', '2021-08-19'))
    >>> first_and_last("2024-W26"), first_and_last("P3D")
    (('2024-06-24', '2024-06-30'), (None, None))
    """
    if value is None:
        return None, None
    begin, _, finish = value.partition("/")
    first, last = _ends(begin), _ends(finish or begin)
    return (first[0].isoformat() if first else None), (last[1].isoformat() if last else None)


def _ends(value: str) -> tuple[date, date] | None:
    """The two ends of one date, None when the calendar has no such date."""
    found = _FORM.fullmatch(value)
    if found is None:
        return None
    try:
        return _ends_of_parts({name: part for name, part in found.groupdict().items() if part})
    except ValueError:
        return None


def _ends_of_parts(parts: dict[str, str]) -> tuple[date, date]:
    if "decade" in parts:
        return date(int(parts["decade"]) * 10, 1, 1), date(int(parts["decade"]) * 10 + 9, 12, 31)
    year = int(parts["year"])
    if "week" in parts:
        monday = date.fromisocalendar(year, int(parts["week"]), 1)
        return monday + timedelta(days=5 if "end" in parts else 0), monday + timedelta(days=6)
    if "quarter" in parts:
        month = int(parts["quarter"]) * 3
        return date(year, month - 2, 1), date(year, month, monthrange(year, month)[1])
    if "day" in parts:
        day = date(year, int(parts["month"]), int(parts["day"]))
        return day, day
    if "month" in parts:
        month = int(parts["month"])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)
