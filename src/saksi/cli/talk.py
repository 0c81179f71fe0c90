"""Talk for people on standard error; standard output is kept for results."""

from __future__ import annotations

import sys

_CLEAR = "\r\x1b[K"
#: Whether a line that will be written over stands on the terminal.
_shown = [False]


def say(message: str) -> None:
    """Print one line of talk, marked as saksi's."""
    hide()
    print(f"saksi: {message}", file=sys.stderr, flush=True)


def show(message: str) -> None:
    """Put a line on the terminal that the next one is written over."""
    _shown[0] = True
    print(f"{_CLEAR}{message}", end="", file=sys.stderr, flush=True)


def hide() -> None:
    """Take away the line that ``show`` put there."""
    if _shown[0]:
        _shown[0] = False
        print(_CLEAR, end="", file=sys.stderr, flush=True)
