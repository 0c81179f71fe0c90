"""What one item may cost: processor time and memory, held by the operating system.

Turns numbers into limits of the process that calls it. The kernel ends a process that uses up
its time, so that code which never returns is ended too. Where a system knows no such limits
(Windows has none of them, macOS none of memory) only ``WALL`` holds.
"""

from __future__ import annotations

import signal
from pathlib import Path
from typing import NamedTuple

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

#: A process that waits instead of working is ended after so many times its processor time.
WALL = 10
#: A process is replaced once it keeps this share of its memory between two items.
KEPT = 0.5
_STATM = Path("/proc/self/statm")
MEGABYTE = 1_000_000


class Limits(NamedTuple):
    """The most that one item may cost.

    1.3 million characters in 20,000 lines, the longest plain text that is read, take 10 s and
    120 MB (measured).
    """

    seconds: float = 120  # of processor time
    megabytes: int = 1_000

    def wall(self) -> float:
        """Seconds after which an item counts as hung."""
        return self.seconds * WALL


class Crew(NamedTuple):
    """How many processes work, and what one item may cost them."""

    jobs: int = 1
    limits: Limits = Limits()


def limit_memory(megabytes: int) -> None:
    """Let this process grow by so much from now on; leave no core file behind."""
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = measure_memory() + megabytes * MEGABYTE
        resource.setrlimit(resource.RLIMIT_DATA, (most if hard < 0 else min(most, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def measure_memory() -> int:
    """Bytes that this process may write to; 0 where that cannot be told.

    Address space that is only reserved, as some allocators do by the gigabyte, counts nothing.
    """
    try:
        pages = int(_STATM.read_bytes().split()[5])
    except OSError:
        return 0
    return pages * resource.getpagesize()


def limit_time(seconds: float) -> None:
    """Have the kernel end this process after so much processor time; 0 takes the limit away."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def is_out_of_time(exit_code: int | None) -> bool:
    """Whether a process ended because its processor time was used up."""
    return exit_code is not None and exit_code == -getattr(signal, "SIGPROF", 0)
