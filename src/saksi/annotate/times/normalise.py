"""Reads one time expression on its own.

Turns words and a day of writing into one TIMEX3 value; it needs no article around them.
"""

from __future__ import annotations

from datetime import date

from saksi.annotate.times.anchors import Reference, Story
from saksi.annotate.times.calendar import write_short
from saksi.annotate.times.find import find_times
from saksi.annotate.times.raw import RawTime
from saksi.annotate.times.resolve import period, value_of
from saksi.lang.times import TimeRules


def normalise(expression: str, reference: date, rules: TimeRules) -> str | None:
    """The TIMEX3 value of an expression, or None when it tells no time.

    Weeks are ISO weeks ("2024-W26"), decades three digits, lengths ISO 8601 durations. Of
    several times in the expression the longest counts.
    """
    raws = find_times(expression, 0, len(expression), rules)
    if not raws:
        return None
    raw = max(raws, key=_length)
    if raw.type in ("DURATION", "SET"):
        return period(raw)
    return write_short(value_of(raw, 0, Story(Reference(reference, reference.year))).moment)


def _length(raw: RawTime) -> int:
    return raw.end - raw.start
