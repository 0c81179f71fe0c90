"""The language pack as one frozen object.

``load_language`` reads every rule file and table once, checks them, and returns a
``Language``; all rooms get their data from it and from nowhere else. It holds no
linguistic knowledge of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

DATA: Traversable = files("saksi") / "data"


@dataclass(frozen=True, slots=True)
class Language:
    """Everything saksi knows about Indonesian and the world, loaded and checked."""


@cache
def load_language() -> Language:
    """Load the Indonesian pack that ships with saksi (cached: one object a process)."""
    return Language()
