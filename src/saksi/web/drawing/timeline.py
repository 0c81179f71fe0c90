"""Draws incidents over time: cooperation stacked above the line, conflict below it.

One mark an incident while they fit; above that, one bar a bin. An incident whose date is a
month or a year stands in the middle of it and says so in its words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from saksi.web.drawing.axis import Axis, find_ticks, make_axis
from saksi.web.drawing.picture import Bar, Dot, Layer, Line, Mark, Picture, Words, look_of

WIDTH, _LEFT, _RIGHT = 1080.0, 18.0, 1062.0
_R, _STEP = 4.2, 10.6  # radius of a mark and the room it takes
#: A stack of more marks than this does not fit the page: bars are drawn instead.
HIGHEST = 22
#: The earliest incidents are only counted when they are few (one in so many) and would more than
#: halve the room of the others.
_FEW, _SQUEEZE = 12, 0.5
_AXIS_ROOM, _MARGIN, _LOWEST_SIDE, _TICK_ROOM = 26.0, 24.0, 54.0, 30.0


class Moment(NamedTuple):
    """One incident: first and last day (ISO), quad code, words and link."""

    first: str
    last: str
    quad: int
    title: str
    href: str = ""
    weight: int = 1  # incidents it stands for


class Captions(NamedTuple):
    """The words of the picture in the reader's language."""

    title: str
    cooperation: str
    conflict: str
    earlier: str = "{count}"  # how many stand before the first day shown
    stretch: str = ""  # address of what a bar stands for, with {first} and {last}


def draw_timeline(moments: Sequence[Moment], captions: Captions) -> Picture:
    """The picture of some incidents; an empty one when there are none."""
    everything = sorted(((_middle(moment), moment) for moment in moments), key=lambda pair: pair[0])
    placed = everything[count_early([day for day, _ in everything]) :]
    axis = make_axis([day for day, _ in placed], _LEFT, _RIGHT)
    bins = _fill_bins(placed, axis)
    heights = _measure(bins)
    above, below = heights["coop"], heights["conf"]
    dense = max(above, below) > HIGHEST
    unit = min(1.0, HIGHEST / max(above, below, 1))
    top = max(_LOWEST_SIDE, above * unit * _STEP + _MARGIN)
    bottom = max(_LOWEST_SIDE, below * unit * _STEP + _MARGIN)
    line = top
    marks = _draw_bars(bins, line, unit, captions) if dense else _draw_dots(bins, line)
    frame = (
        *_draw_axis(axis, line, bottom),
        *_draw_sides(captions, line, (top, bottom), len(everything) - len(placed)),
    )
    height = top + _AXIS_ROOM + bottom
    layers = (Layer("axis", tuple(frame)), Layer("marks", tuple(marks)))
    return Picture(WIDTH, height, captions.title, layers)


def count_early(days: Sequence[int]) -> int:
    """How many of the first days, in order, are left out of the picture.

    >>> count_early([0, 9000, *range(10_000, 10_030)]), count_early([0, 1, 2])
    (1, 0)
    """
    best = 0
    for skipped in range(1, len(days) // _FEW + 1):
        if days[-1] - days[skipped] < _SQUEEZE * (days[-1] - days[best]):
            best = skipped
    return best


def _middle(moment: Moment) -> int:
    first, last = (date.fromisoformat(day).toordinal() for day in (moment.first, moment.last))
    return (first + last) // 2


Bins = dict[tuple[int, str], list[Moment]]


def _fill_bins(placed: Iterable[tuple[int, Moment]], axis: Axis) -> Bins:
    """Moments by column of pixels and side."""
    bins: Bins = defaultdict(list)
    for day, moment in sorted(placed, key=lambda pair: (pair[0], -pair[1].quad % 2, pair[1].title)):
        bins[round(axis.place(day) / _STEP), look_of(moment.quad)[1]].append(moment)
    return bins


def _measure(bins: Bins) -> Counter[str]:
    """The highest stack of each side."""
    heights: Counter[str] = Counter()
    for (_, side), held in bins.items():
        heights[side] = max(heights[side], sum(moment.weight for moment in held))
    return heights


def _draw_dots(bins: Bins, line: float) -> Iterator[Mark]:
    for (column, side), held in sorted(bins.items()):
        for level, moment in enumerate(sorted(held, key=lambda one: (-one.quad, one.first))):
            shape, ink, filled = look_of(moment.quad)
            rise = (level + 1) * _STEP - 2
            y = line - rise if side == "coop" else line + _AXIS_ROOM + rise
            data = (("day", str(_middle(moment))), ("side", side))
            yield Dot(column * _STEP, y, _R, shape, ink, filled, moment.title, moment.href, data)


def _draw_bars(bins: Bins, line: float, unit: float, captions: Captions) -> Iterator[Mark]:
    highest = _measure(bins)
    for (column, side), held in sorted(bins.items()):
        first, last = min(one.first for one in held), max(one.last for one in held)
        address = captions.stretch.format(first=first, last=last)
        up, reach = side == "coop", 0.0
        for quad in (2, 1) if up else (4, 3):
            count = sum(moment.weight for moment in held if moment.quad == quad)
            if count:
                size = count * unit * _STEP
                y = line - 2 - reach - size if up else line + _AXIS_ROOM + 2 + reach
                _, ink, filled = look_of(quad)
                yield Bar(
                    column * _STEP - 4.3, y, 8.6, size, ink, filled, f"{first} – {last}: {count:,}", address
                )
                reach += size
        if sum(moment.weight for moment in held) == highest[side]:  # the scale: how many the highest are
            highest[side] = -1
            y = line - 7 - reach if up else line + _AXIS_ROOM + reach + 15
            yield Words(
                column * _STEP, y, f"{sum(moment.weight for moment in held):,}", 11.5, "middle", "muted"
            )


def _draw_axis(axis: Axis, line: float, bottom: float) -> Iterator[Mark]:
    low = line + _AXIS_ROOM
    yield Line(((_LEFT, line), (_RIGHT, line)), "muted", 1)
    yield Line(((_LEFT, low), (_RIGHT, low)), "muted", 1)
    for day, words in find_ticks(axis):
        x = axis.place(day)
        yield Line(((x, 8), (x, line)), "rule", 0.7)
        yield Line(((x, low), (x, low + bottom - 8)), "rule", 0.7)
        if x < _RIGHT - _TICK_ROOM:
            yield Words(x + 3, line + 17, words, 12, ink="muted", name=f"tick {day}")


def _draw_sides(captions: Captions, line: float, room: tuple[float, float], earlier: int) -> Iterator[Mark]:
    top, bottom = room
    yield Words(_LEFT, line - top + 16, f"▲ {captions.cooperation}", 13, ink="coop", bold=True)
    yield Words(_LEFT, line + _AXIS_ROOM + bottom - 6, f"▼ {captions.conflict}", 13, ink="conf", bold=True)
    if earlier:
        yield Words(_LEFT, line - top + 33, f"◂ {captions.earlier.format(count=earlier)}", 12, ink="muted")
