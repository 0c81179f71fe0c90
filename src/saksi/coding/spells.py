"""Makes a spell of days from a day and what stands beside it: "mulai Rabu hingga 22 April".

Turns the time of an act, the ends and the lengths that its sentence tells into an interval:
"selama dua minggu terhitung 30 Maret", "dalam waktu dua bulan". It finds no times.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from saksi.annotate.times.calendar import move_days, same_day_in
from saksi.records import Time

#: How far the end or the length of a spell may stand from its first day, in characters.
LONGEST_GAP = 40
#: What opens the length of a spell, and the time that is left for something.
DURING, WITHIN = "selama", "dalam"
UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}


def spell_of(time: Time, ends: Sequence[Time], lengths: Sequence[Time]) -> str | None:
    """The interval that begins on the day of ``time``; None when nothing tells its end. ISO 8601, first/last."""
    first = _day(time.value)
    if first is None:
        return None
    for end in ends:
        last = _day(end.value)
        if last is not None and last > first and 0 <= end.start - time.end <= LONGEST_GAP:
            return f"{first}/{last}"
    for length in lengths:
        gap = max(length.start - time.end, time.start - length.end)
        if length.text.lower().startswith(DURING) and gap <= LONGEST_GAP:
            last = _after(first, length.value)
            return f"{first}/{last}" if last is not None else None
    return None


def deadline_of(issued: str | None, lengths: Sequence[Time]) -> tuple[str, Time] | None:
    """``dalam waktu dua bulan``: from the day of issue until then, with the words that say so."""
    first = _day(issued)
    for length in lengths:
        if first is not None and length.text.lower().startswith(WITHIN):
            last = _after(first, length.value)
            if last is not None:
                return f"{first}/{last}", length
    return None


def _after(first: date, period: str | None) -> date | None:
    """The last day of so long a time: "dua hari" from the 18th are the 18th and the 19th."""
    if period is None or len(period) < 3 or not period[1:-1].isdigit() or period[-1] not in UNITS:
        return None
    count, unit = int(period[1:-1]), UNITS[period[-1]]
    if unit == "day":
        return move_days(first, count - 1)
    return first + timedelta(weeks=count) if unit == "week" else same_day_in(first, count, unit)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value.split("T")[0]) if value is not None else None
    except ValueError:
        return None
