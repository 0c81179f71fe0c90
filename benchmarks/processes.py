"""What this process and those that it started use: processor time and memory, as Linux tells it.

Turns ``/proc`` into figures for long runs; children that have ended count by what the system
keeps of them.
"""

from __future__ import annotations

import os
import resource
import time
from pathlib import Path
from typing import NamedTuple

_PROC = Path("/proc")
_TICK = os.sysconf("SC_CLK_TCK")
_PAGE = resource.getpagesize()


class Use(NamedTuple):
    """What was used so far, and what is held now."""

    seconds: float  # of processor time, by all processes
    writer_mb: float  # held by this process
    worker_mb: float  # held by the largest child


def measure_use() -> Use:
    """What all processes of this run use."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    living = [read_stat(child) for child in find_children(os.getpid())]
    seconds = time.process_time() + ended.ru_utime + ended.ru_stime + sum(one.seconds for one in living)
    own = read_stat(os.getpid()).megabytes
    return Use(seconds, own, max((one.megabytes for one in living), default=0.0))


def find_children(process: int) -> tuple[int, ...]:
    """The processes that one has started and that live."""
    numbers = (int(path.name) for path in _PROC.iterdir() if path.name.isdigit())
    return tuple(number for number in numbers if read_stat(number).parent == process)


class Stat(NamedTuple):
    """A process as the system sees it."""

    parent: int
    seconds: float
    megabytes: float


def read_stat(process: int) -> Stat:
    """A process; one that has gone has no parent and holds nothing."""
    try:
        cells = (_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return Stat(0, 0.0, 0.0)
    parent, user, system, pages = (int(cells[place]) for place in (1, 11, 12, 21))
    return Stat(parent, (user + system) / _TICK, pages * _PAGE / 1e6)
