"""Talk for people on standard error; standard output is kept for results."""

from __future__ import annotations

import sys


def say(message: str) -> None:
    """Print one line of talk, marked as saksi's."""
    print(f"saksi: {message}", file=sys.stderr, flush=True)
