"""A task that does what hostile documents do: kills, hangs, eats memory."""

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: What sticks to a process.
_KEPT: list[bytearray] = []


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def leave() -> None:
    os._exit(7)


def spin() -> None:
    """Never give the lock of the interpreter back."""
    re.match(r"(a+)+b", "a" * 60)


def wait() -> None:
    time.sleep(600)


def doze() -> None:
    time.sleep(0.05)


def swell() -> None:
    bytearray(3_000_000_000)


def keep() -> None:
    _KEPT.append(bytearray(60_000_000))


def speak() -> None:
    sys.stdout.write("words on standard output\n")
    os.write(1, b"more of them\n")


DEEDS: Mapping[str, Callable[[], None]] = {
    deed.__name__: deed for deed in (die, leave, spin, wait, doze, swell, keep, speak)
}


@dataclass(frozen=True)
class Square:
    """Squares numbers; what a word asks for happens first."""

    folder: str = "."

    def begin(self) -> None:
        """Nothing is needed."""

    def __call__(self, item: int | str) -> tuple[int | str, int]:
        """The square, and the process that made it."""
        if isinstance(item, int):
            return item**2, os.getpid()
        if item != "once":
            DEEDS[item]()
        elif not Path(self.folder, item).exists():
            Path(self.folder, item).touch()
            die()
        return f"{item} done", os.getpid()

    def lose(self, item: int | str, why: str) -> tuple[int | str, int]:
        """The reason instead of a square."""
        return f"{item}: {why}", 0
