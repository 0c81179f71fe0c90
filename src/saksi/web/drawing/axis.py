"""Turns a stretch of days into a scale with its ticks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

#: Between two ticks stand at least so many pixels, room for a year or a month.
_ROOM = 46
_STEPS = (1, 2, 5, 10, 20, 50, 100)
_MONTHS_A_YEAR = (1, 3, 6)


class Axis(NamedTuple):
    """First and last day as ordinals, and where they stand in pixels."""

    first: int
    last: int
    left: float
    right: float

    def place(self, day: float) -> float:
        """Pixel of a day."""
        return self.left + (day - self.first) / (self.last - self.first) * (self.right - self.left)


def make_axis(days: list[int], left: float, right: float) -> Axis:
    """An axis from the first day to the last with a little air at both ends."""
    first, last = (
        (min(days), max(days)) if days else (date(2000, 1, 1).toordinal(), date(2001, 1, 1).toordinal())
    )
    air = max(15, round((last - first) * 0.02))
    return Axis(max(1, first - air), min(date.max.toordinal(), last + air), left, right)


def find_ticks(axis: Axis) -> tuple[tuple[int, str], ...]:
    """Days that are marked, with their words: years, or months when few years are shown.

    >>> axis = Axis(date(2020, 1, 1).toordinal(), date(2023, 1, 1).toordinal(), 0, 200)
    >>> [words for _, words in find_ticks(axis)]
    ['2020', '2021', '2022', '2023']
    """
    years = (axis.last - axis.first) / 365.25
    most = max(2, int((axis.right - axis.left) / _ROOM))
    for months in _MONTHS_A_YEAR:
        if years * 12 / months <= most and years < 3:
            return tuple(_month_ticks(axis, months))
    step = next((step for step in _STEPS if years / step <= most), _STEPS[-1])
    return tuple(_year_ticks(axis, step))


def _year_ticks(axis: Axis, step: int) -> Iterator[tuple[int, str]]:
    begin = date.fromordinal(axis.first).year // step * step
    for year in range(begin, date.fromordinal(axis.last).year + 1, step):
        if year >= 1 and axis.first <= (day := date(year, 1, 1).toordinal()) <= axis.last:
            yield day, str(year)


def _month_ticks(axis: Axis, step: int) -> Iterator[tuple[int, str]]:
    first, last = date.fromordinal(axis.first), date.fromordinal(axis.last)
    for number in range(first.year * 12, last.year * 12 + last.month, step):
        day = date(number // 12, number % 12 + 1, 1)
        if axis.first <= day.toordinal() <= axis.last:
            yield day.toordinal(), f"{day:%Y-%m}"
