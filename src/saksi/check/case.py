"""One check made of one example line of a rule file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """An ``example`` (must give exactly this), ``counter`` (must not fire) or ``gap``.

    ``run`` returns None when what the example says holds, else what was found instead.
    A ``gap`` is a known miss: its ``run`` tests the wished-for result, and the runner
    wants it to fail; when it holds, it must be promoted to an example.
    """

    name: str  # "lang/id/times.toml::weekday-day-month[example-1]"
    kind: str  # example | counter | gap
    text: str
    run: Callable[[], str | None]
