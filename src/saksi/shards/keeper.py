"""Keeps one working process: starts it, hands it shards, starts it again when it dies.

Turns a shard into its results, in order. An item that takes its process down again and again,
or uses up its time or memory, gets what the task says stands for it, with the reason; the
rest of its shard is worked on. It knows nothing of other processes.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from signal import Signals
from typing import Generic, Protocol, TypeVar, cast

from saksi.errors import SaksiError
from saksi.shards.limits import Limits, is_out_of_time
from saksi.shards.worker import Word

Item = TypeVar("Item")
Result = TypeVar("Result")
In_contra = TypeVar("In_contra", contravariant=True)
Out_co = TypeVar("Out_co", covariant=True)
#: Times that an item is tried when its process dies: twice it may have been killed from outside.
ATTEMPTS = 3
#: Times that a process is started in vain before that is told; it may be killed while it starts.
STARTS = 10
_COMMAND = "from saksi.shards.worker import main; main()"
#: What reading a message breaks down with when the process that wrote it died.
_CUT = (EOFError, pickle.UnpicklingError, OSError, ValueError)


class Task(Protocol[In_contra, Out_co]):
    """What is done to each item; it travels to the processes by pickle."""

    def begin(self) -> None:
        """Load what every item needs, so that no item is charged for it."""

    def __call__(self, item: In_contra, /) -> Out_co:
        """The result of an item; no error but MemoryError may leave it."""

    def lose(self, item: In_contra, why: str, /) -> Out_co:
        """What stands for an item that could not be worked on."""


class _DeadError(Exception):
    """The process ended before it gave a result."""

    def __init__(self, told: str, *, final: bool) -> None:
        super().__init__(told)
        self.final = final  # trying again is no use


class _RetiredError(Exception):
    """The process ended between two items, of its own accord."""


class Keeper(Generic[Item, Result]):
    """One process at a time, for one task."""

    def __init__(self, task: Task[Item, Result], limits: Limits) -> None:
        self._task, self._limits = task, limits
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline: float | None = None
        self._hung = self._closed = False

    def work(self, shard: Sequence[Item]) -> list[Result]:
        """The results of a shard; fewer when it was closed meanwhile."""
        results: list[Result] = []
        attempts, sent = 0, False
        while len(results) < len(shard) and not self._closed:
            rest = shard[len(results) :]
            try:
                if not sent:
                    self._send(rest)
                sent = True
                results.append(self._receive())
                attempts = 0
            except _RetiredError:
                sent = False
            except _DeadError as dead:
                sent, attempts = False, attempts + 1
                if dead.final or attempts == ATTEMPTS:
                    results.append(self._task.lose(rest[0], str(dead)))
                    attempts = 0
        return results

    def stop(self) -> None:
        """End the process at once, whatever it does, and start no other; ``work`` returns then."""
        self._closed = True
        self._kill()

    def close(self) -> None:
        """Take leave of the process, once ``work`` has returned."""
        if self._process is not None:
            self._bury(self._process)

    def check(self) -> None:
        """End the process if it waits for more than an item may take; to be called now and then."""
        deadline = self._deadline
        if deadline is not None and time.monotonic() > deadline:
            self._hung = True
            self._kill()

    # ---- messages --------------------------------------------------------------------

    def _send(self, rest: Sequence[Item]) -> None:
        process = self._process or self._start()
        try:
            _write(process, tuple(rest))
        except OSError as error:
            raise self._bury(process) from error

    def _receive(self) -> Result:
        process = self._process
        if process is None:
            raise _RetiredError
        self._deadline = time.monotonic() + self._limits.wall()
        try:
            message = _read(process)
        except _CUT as error:
            raise self._bury(process) from error
        finally:
            self._deadline = None
        if message is Word.RETIRED:
            self._bury(process)
            raise _RetiredError
        if message is Word.NO_MEMORY:
            self._bury(process)
            raise _DeadError(f"it needs more than {self._limits.megabytes:,} MB of memory", final=True)
        return cast("Result", message)

    # ---- the process -----------------------------------------------------------------

    def _start(self) -> subprocess.Popen[bytes]:
        """A process that has understood its task; out of reach of the terminal's Ctrl-C."""
        code: int | None = None
        for _ in range(STARTS):
            process = self._process = subprocess.Popen(  # noqa: S603  # this Python and our own words
                [sys.executable, "-c", _COMMAND],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
            try:
                _write(process, sys.path)
                _write(process, (self._task, self._limits))
                if _read(process) is Word.READY and not self._closed:
                    return process
            except _CUT:
                pass
            self._bury(process)
            code = process.returncode
            if self._closed:
                raise _RetiredError
        raise SaksiError(
            f"no process could be started to work in (it ended with {code}): try again with --jobs 1"
        )

    def _kill(self) -> None:
        process = self._process
        if process is not None:
            with suppress(OSError):
                process.kill()

    def _bury(self, process: subprocess.Popen[bytes]) -> _DeadError:
        """Take leave of a process and tell how it came to its end."""
        self._process = None
        with suppress(OSError):
            process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()  # type: ignore[union-attr]  # both were asked for
        code = process.wait()
        hung, self._hung = self._hung, False
        if hung:
            return _DeadError(f"it was not done after {self._limits.wall():,.0f} s", final=True)
        if is_out_of_time(code):
            return _DeadError(
                f"it needs more than {self._limits.seconds:,.0f} s of processor time", final=True
            )
        return _DeadError(f"its process ended {ATTEMPTS} times ({_tell(code)})", final=False)


def _tell(code: int) -> str:
    """How a process ended, in the words of the system."""
    try:
        return Signals(-code).name if code < 0 else f"exit code {code}"
    except ValueError:
        return f"signal {-code}"


def _write(process: subprocess.Popen[bytes], message: object) -> None:
    if process.stdin is None:
        raise BrokenPipeError
    pickle.dump(message, process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


def _read(process: subprocess.Popen[bytes]) -> object:
    if process.stdout is None:
        raise EOFError
    return pickle.load(process.stdout)  # noqa: S301  # from the process that this one started
