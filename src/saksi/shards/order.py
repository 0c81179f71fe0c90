"""Works on items with several processes and gives the results in the order of the items.

Turns a stream of items into a stream of results. No more than a bounded number of shards is
under way: whoever takes results slowly makes the reading of items wait, so memory stays flat
however long the stream. It knows nothing of what is done to an item.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from queue import LifoQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from saksi.shards.keeper import Keeper, Task
from saksi.shards.limits import Crew

Item = TypeVar("Item")
Result = TypeVar("Result")
#: Items that travel to a process together: fewer cost more in travel, more in waiting.
SHARD = 8
#: Shards under way for each process, so that none waits and memory stays small.
AHEAD = 3
#: How often it is looked whether a process hangs, in seconds.
CHECK_SECONDS = 1.0
ALONE = Crew()


def work_in_order(
    items: Iterable[Item], task: Task[Item, Result], crew: Crew = ALONE
) -> Generator[Result, None, None]:
    """The result of every item, in order; with one job in this process, where no limit holds.

    Closing the generator ends all processes at once.
    """
    if crew.jobs <= 1:
        yield from (_work_here(item, task) for item in items)
        return
    with _Processes(task, crew) as processes:
        pending: deque[Future[list[Result]]] = deque()
        for shard in _cut_shards(items):
            pending.append(processes.submit(shard))
            if len(pending) >= crew.jobs * AHEAD:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


def _work_here(item: Item, task: Task[Item, Result]) -> Result:
    try:
        return task(item)
    except MemoryError:
        return task.lose(item, "it needs more memory than there is")


def _cut_shards(items: Iterable[Item]) -> Iterator[tuple[Item, ...]]:
    rest = iter(items)
    while shard := tuple(islice(rest, SHARD)):
        yield shard


class _Processes(Generic[Item, Result]):
    """A thread for each process: it waits while its process works."""

    def __init__(self, task: Task[Item, Result], crew: Crew) -> None:
        self._keepers = tuple(Keeper(task, crew.limits) for _ in range(crew.jobs))
        self._idle: LifoQueue[Keeper[Item, Result]] = LifoQueue()
        for keeper in reversed(self._keepers):
            self._idle.put(keeper)
        self._threads = ThreadPoolExecutor(crew.jobs, thread_name_prefix="saksi-shard")
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def submit(self, shard: Sequence[Item]) -> Future[list[Result]]:
        """Have a shard worked on as soon as a process is idle."""
        return self._threads.submit(self._work, shard)

    def _work(self, shard: Sequence[Item]) -> list[Result]:
        keeper = self._idle.get()
        try:
            return keeper.work(shard)
        finally:
            self._idle.put(keeper)

    def _look(self) -> None:
        while not self._over.wait(CHECK_SECONDS):
            for keeper in self._keepers:
                keeper.check()

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        for keeper in self._keepers:
            keeper.stop()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for keeper in self._keepers:
            keeper.close()
