"""Days for comparing dates: ISO text becomes a stretch of day numbers.

Turns "2024-03", "2024-03-05" or "2024-03-01/2024-03-07" into ``Days``. It knows no language.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from saksi.annotate.times.calendar import Day, make_day, month_of, year_of

#: Dates kept at hand: a few thousand days come back over and over.
REMEMBERED = 16_384


class Days(NamedTuple):
    """The first and the last day, both included, as proleptic Gregorian ordinals."""

    first: int
    last: int

    @property
    def width(self) -> int:
        """How many days."""
        return self.last - self.first + 1


@lru_cache(maxsize=REMEMBERED)
def parse_days(value: str | None) -> Days | None:
    """The stretch that an ISO value covers; None for what is open or no date.

    >>> parse_days("2024-02").width, parse_days("2024-03-05T19:00").width, parse_days(None)
    (29, 1, None)
    """
    if value is None:
        return None
    first, slash, last = value.partition("/")
    begin = _part(first)
    end = _part(last) if slash else begin
    return Days(begin.first, end.last) if begin is not None and end is not None else None


def _part(text: str) -> Days | None:
    fields = text.partition("T")[0].split("-")
    if not 1 <= len(fields) <= 3 or not all(field.isdecimal() for field in fields):
        return None
    year, month, day = (*map(int, fields), 0, 0)[:3]
    if not 0 < year <= Day.max.year or month > 12:
        return None
    if len(fields) == 3:
        found = make_day(year, month, day)
        return None if found is None else Days(found.toordinal(), found.toordinal())
    if len(fields) == 2 and month == 0:
        return None
    whole = month_of(year, month) if month else year_of(year)
    return Days(whole.first.toordinal(), whole.last.toordinal())


def gap(a: Days, b: Days) -> int:
    """Days between two stretches; 0 when they touch or overlap.

    >>> gap(parse_days("2024-03-05"), parse_days("2024-03-06"))
    1
    """
    return max(0, a.first - b.last, b.first - a.last)
