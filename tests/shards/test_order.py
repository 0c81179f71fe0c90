"""Results come in the order of the items, whatever an item does to the process that works on it."""

import os
import re
import signal
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from saksi.errors import SaksiError
from saksi.shards import keeper
from saksi.shards.limits import Crew, Limits
from saksi.shards.order import AHEAD, SHARD, work_in_order
from tests.shards.tasks import Square

Item = int | str
needs_signals = pytest.mark.skipif("os.name == 'nt'", reason="there are no such signals")
needs_linux = pytest.mark.skipif("sys.platform != 'linux'", reason="no limit of memory elsewhere")


#: Enough for every item that behaves.
LIMITS = Limits(20, 300)


def work(items: Iterable[Item], jobs: int = 2, limits: Limits = LIMITS, folder: str = ".") -> list[Item]:
    return [result for result, _ in work_in_order(items, Square(folder), Crew(jobs, limits))]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_results_are_in_order_whatever_the_number_of_processes(jobs: int) -> None:
    items: list[Item] = ["doze" if number % 7 == 0 else number for number in range(50)]
    expected = ["doze done" if number % 7 == 0 else number**2 for number in range(50)]
    assert work(items, jobs) == expected


def test_no_items_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_COMMAND", "raise SystemExit(9)")
    assert work([]) == []


def test_reading_waits_for_whoever_takes_the_results() -> None:
    read = 0

    def items() -> Iterator[Item]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield number

    results = work_in_order(items(), Square(), Crew(2))
    for _ in range(3):
        next(results)
    assert read <= 2 * AHEAD * SHARD
    results.close()


@needs_signals
def test_killed_process_is_started_again_and_its_shard_redone(tmp_path: Path) -> None:
    assert work([1, 2, "once", 4, 5], folder=str(tmp_path)) == [1, 4, "once done", 16, 25]


@needs_signals
@pytest.mark.parametrize(
    ("item", "why"),
    [("die", r"its process ended 3 times \(SIGKILL\)"), ("leave", r"3 times \(exit code 7\)")],
)
def test_item_that_kills_is_set_aside_and_its_shard_kept(item: str, why: str) -> None:
    results = work([1, item, 3, *range(4, 20), item])
    assert [results[0], *results[2:-1]] == [1, 9, *(number**2 for number in range(4, 20))]
    assert re.search(why, str(results[1]))
    assert re.search(why, str(results[-1]))


@needs_signals
def test_item_that_never_ends_is_set_aside() -> None:
    results = work([1, "spin", 3], limits=Limits(1, 300))
    assert results == [1, "spin: it needs more than 1 s of processor time", 9]


def test_item_that_waits_for_ever_is_set_aside() -> None:
    results = work([1, "wait", 3], limits=Limits(0.2, 300))
    assert results == [1, "wait: it was not done after 2 s", 9]


@needs_linux
def test_item_that_needs_too_much_memory_is_set_aside() -> None:
    assert work([1, "swell", 3]) == [1, "swell: it needs more than 300 MB of memory", 9]


@needs_linux
def test_process_that_memory_sticks_to_is_replaced() -> None:
    results = list(work_in_order(["keep"] * 24, Square(), Crew(2, Limits(20, 300))))
    assert [result for result, _ in results] == ["keep done"] * 24
    assert len({process for _, process in results}) > 4


def test_words_on_standard_output_harm_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    assert work([1, "speak", 3]) == [1, "speak done", 9]
    assert capfd.readouterr().out == ""


@needs_signals
def test_processes_killed_from_outside_change_nothing() -> None:
    """Every process is killed again and again while it works."""
    seen: set[int] = set()
    killed = 0

    def kill() -> None:
        nonlocal killed
        while not over.wait(0.3):
            for process in list(seen):
                seen.discard(process)
                killed += 1
                os.kill(process, signal.SIGKILL)

    over = threading.Event()
    killer = threading.Thread(target=kill)
    killer.start()
    results = []
    for result, process in work_in_order(["doze"] * 100, Square(), Crew(2)):
        results.append(result)
        if process not in seen and is_alive(process):
            seen.add(process)
    over.set()
    killer.join()
    assert results == ["doze done"] * 100
    assert killed > 2


@needs_signals
def test_closing_ends_all_processes() -> None:
    results = work_in_order(["doze"] * 100, Square(), Crew(2))
    process = next(results)[1]
    assert is_alive(process)
    results.close()
    assert not is_alive(process)


@needs_signals
def test_processes_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        for _, process in work_in_order(["doze"] * 1_000, Square(), Crew(2)):
            (tmp_path / str(process)).touch()
        os._exit(0)
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    deadline = time.monotonic() + 20
    processes = [int(path.name) for path in tmp_path.iterdir()]
    while any(map(is_alive, processes)):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_processes_that_cannot_start_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "_COMMAND", "raise SystemExit(9)")
    with pytest.raises(SaksiError, match="ended with 9"):
        work([1, 2, 3])


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
