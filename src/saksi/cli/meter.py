"""How far a long command is: documents, how many a second, and the time left.

Turns counts into one line that changes on a terminal, or into a line now and then where there
is none and it was asked for. The time left is told by bytes: the share of the named files that
was read, at the pace of the last minute.
"""

from __future__ import annotations

import shutil
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from saksi.cli.talk import hide, say, show
from saksi.read.articles import Distance, measure_paths

#: How often the line of a terminal changes, and how often a line is printed elsewhere, in seconds.
EVERY_SHOWN, EVERY_SAID = 0.2, 10.0
#: Moments that the pace is taken from, and the seconds between two of them.
_MOMENTS, _APART = 60, 1.0


class Moment(NamedTuple):
    """How far it was when."""

    time: float
    documents: int
    done: int  # bytes


class Meter:
    """Tells how far a run is; made by ``open_meter``."""

    def __init__(self, *, shown: bool, now: float) -> None:
        self.distance = Distance()
        self.total: int | None = None  # bytes, once they are counted
        self._shown = shown
        self._moments = deque([Moment(now, 0, 0)], maxlen=_MOMENTS)
        self._next = now + (EVERY_SHOWN if shown else EVERY_SAID)

    def tell(self, documents: int, more: str = "", now: float | None = None) -> None:
        """Say that so many documents are done, when it is time to; ``more`` is said besides."""
        now = time.monotonic() if now is None else now
        if now < self._next:
            return
        line = self.describe(Moment(now, documents, self.distance.done), more)
        if self._shown:
            show(line[: shutil.get_terminal_size().columns - 1])
        else:
            say(line)
        self._next = now + (EVERY_SHOWN if self._shown else EVERY_SAID)

    def describe(self, here: Moment, more: str = "") -> str:
        """How far it is, in words."""
        first, last = self._moments[0], self._moments[-1]
        if here.time - last.time >= _APART:
            self._moments.append(here)
        seconds = max(here.time - first.time, 1e-9)
        parts = [f"{here.documents:,} documents", f"{(here.documents - first.documents) / seconds:,.0f}/s"]
        pace = (here.done - first.done) / seconds
        if self.total and pace > 0:
            left = max(0, self.total - here.done)
            parts += [f"{min(1.0, here.done / self.total):.0%}", f"{tell_time(left / pace)} left"]
        return ", ".join([*parts, *filter(None, [more])])


def tell_time(seconds: float) -> str:
    """A stretch of time as one reads it off a clock.

    >>> tell_time(41), tell_time(754), tell_time(37_000)
    ('41 s', '13 min', '10 h 17 min')
    """
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def open_meter(paths: Sequence[str], wanted: bool | None) -> Iterator[Meter | None]:
    """A meter when it is wanted, or nothing was said and there is a terminal; else None."""
    shown = sys.stderr.isatty()
    if not (shown if wanted is None else wanted):
        yield None
        return
    meter = Meter(shown=shown, now=time.monotonic())
    # counting a million files takes seconds that nobody waits for
    threading.Thread(target=_measure, args=(meter, tuple(paths)), daemon=True).start()
    try:
        yield meter
    finally:
        hide()


def _measure(meter: Meter, paths: Sequence[str]) -> None:
    meter.total = measure_paths(paths)
