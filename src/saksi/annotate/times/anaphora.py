"""Values of times counted from what was told before: "sehari kemudian", "malam harinya".

Turns the fields of a ``RawTime`` and its anchor into a ``Moment``.
"""

from __future__ import annotations

from saksi.annotate.times.anchors import Anchor, Story
from saksi.annotate.times.calendar import (
    Moment,
    day_moment,
    month_of,
    move_days,
    same_day_in,
    span_moment,
    week_of,
    year_of,
)
from saksi.annotate.times.dates import clock_of
from saksi.annotate.times.raw import RawTime

#: From so many hours on, "kurang dari 24 jam kemudian" may reach into the next day.
LONG_HOURS = 12


def later_value(raw: RawTime, anchor: Anchor) -> Moment | None:
    """So many units after or before the anchor; months and years only in that unit."""
    f = raw.fields
    day = anchor.moment.first
    if f.nextday is not None:
        return day_moment(move_days(day, f.nextday))
    if not f.count or f.unit is None:
        return None
    moved = same_day_in(day, f.count * (f.side or 1), f.unit)
    if moved is None:
        return None
    if f.unit in ("day", "week"):
        return day_moment(moved)
    return month_of(moved.year, moved.month) if f.unit == "month" else year_of(moved.year)


def beside_value(raw: RawTime, anchor: Anchor) -> Moment | None:
    """Counted from a thing that happened: "empat hari setelah kudeta".

    Where the sentence has told its own day already ("Kamis (1/6), sehari setelah ...") or speaks
    of a known deed ("Serangan itu dilakukan sehari setelah ..."), that day itself is meant.
    """
    apposed = anchor.basis == "same sentence" and "parenthetic" in raw.cues
    if apposed or "done" in raw.cues:
        return anchor.moment
    return later_value(raw, anchor)


def hours_value(raw: RawTime, anchor: Anchor) -> Moment | None:
    """Hours after the anchor: its day, or its day and the next when the hours are many."""
    f = raw.fields
    if not f.count or f.unit == "minute":
        return None
    if f.count < LONG_HOURS:
        return day_moment(anchor.moment.first)
    ends = sorted((anchor.moment.first, move_days(anchor.moment.first, f.side or 1)))
    return span_moment(ends[0], ends[1])


def same_value(raw: RawTime, anchor: Anchor) -> Moment | None:
    """The anchor's own day: "hari yang sama", "malam harinya"."""
    del raw
    return day_moment(anchor.moment.first)


def clock_value(raw: RawTime, anchor: Anchor) -> Moment | None:
    """A clock time on the anchor's day."""
    return day_moment(anchor.moment.first, clock_of(raw))


def samespan_value(raw: RawTime, story: Story) -> Moment | None:
    """The week, month or year last told: "bulan yang sama"."""
    last = story.last_span(raw.fields.unit)
    if last is None:
        return None
    if raw.fields.unit == "week":
        return week_of(last.first)
    first = last.first
    return month_of(first.year, first.month) if raw.fields.unit == "month" else year_of(first.year)
