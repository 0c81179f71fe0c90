"""The process that works: takes items from standard input, gives a result for each.

Turns pickled shards into pickled results, one message an item, so that whoever started it
knows how far it came. It ends when its input ends: with the process that started it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Sequence
from enum import Enum
from typing import Any, BinaryIO

from saksi.shards.limits import KEPT, MEGABYTE, Limits, limit_memory, limit_time, measure_memory


class Word(Enum):
    """What a process says besides results."""

    READY = "it understood what to do"
    NO_MEMORY = "an item needed more memory than it may have"
    RETIRED = "it ends, for memory sticks to it"


def main() -> None:
    """Work until there is no more input."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = _take_pipes()
    sys.path[:] = pickle.load(source)  # noqa: S301  # from the process that started this one
    task, limits = pickle.load(source)  # noqa: S301
    task.begin()
    limit_memory(limits.megabytes)
    most = measure_memory() + int(limits.megabytes * MEGABYTE * KEPT)
    _send(sink, Word.READY)
    while True:
        try:
            shard = pickle.load(source)  # noqa: S301
        except EOFError:
            return
        _work(shard, task, limits, (sink, most))


def _work(shard: Sequence[Any], task: Any, limits: Limits, out: tuple[BinaryIO, int]) -> None:
    sink, most = out
    for item in shard:
        limit_time(limits.seconds)
        try:
            result = task(item)
        except MemoryError:
            result = Word.NO_MEMORY
        limit_time(0)
        _send(sink, result)
        if measure_memory() > most:
            _send(sink, Word.RETIRED)
            os._exit(0)


def _send(sink: BinaryIO, message: object) -> None:
    """Hand over a message; when nobody is there to take it, the work is over."""
    try:
        pickle.dump(message, sink, pickle.HIGHEST_PROTOCOL)
        sink.flush()
    except BrokenPipeError:
        os._exit(0)


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both pipes for messages alone: whatever else is printed goes to standard error."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    return source, sink
