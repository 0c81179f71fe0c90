"""Loads the words that tell whether an act is news, long past or still to come.

Turns ``status.toml`` into sets of words and runs of words; ``coding.background`` reads
sentences with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml


@dataclass(frozen=True, slots=True)
class StatusRules:
    """Words by what they say of the act; runs of words stand between spaces, to be looked for as text."""

    once: frozenset[str]  # in the verb group: "pernah menyerang"
    ago: tuple[str, ...]  # in the clause: " beberapa tahun lalu "
    formerly: frozenset[str]  # before the verb: "dulu menyerang"
    then: tuple[str, ...]  # at the front: the time of the sentence before
    next: frozenset[str]  # before the verb: right after what was told before
    now: tuple[str, ...]  # in the clause: it is told of today
    coming: frozenset[str]  # at the front: "Rencananya, ..."
    ahead: frozenset[str]  # in a date: "pekan depan"
    ended: frozenset[str]  # codes of states that are no more
    examples: tuple[tuple[str, str, dict[str, Any]], ...] = ()


def load_status_rules(path: Traversable) -> StatusRules:
    """Read ``status.toml``; DataError names a row that is missing."""
    rows = {row["id"]: row for row in load_toml(path)["status"]}

    def words(name: str) -> list[str]:
        if name not in rows:
            raise DataError(path.name, f"status {name}", "is missing")
        found: list[str] = rows[name]["words"]
        return found

    examples = tuple(
        (kind, line["text"], {**line, "status": name})
        for name, row in rows.items()
        for kind in ("example", "counter", "gap")
        for line in row.get(kind, ())
    )
    return StatusRules(
        once=frozenset(words("once")),
        ago=_runs(words("ago")),
        formerly=frozenset(words("formerly")),
        then=_runs(words("then")),
        next=frozenset(words("next")),
        now=_runs(words("now")),
        coming=frozenset(words("coming")),
        ahead=frozenset(words("ahead")),
        ended=frozenset(words("ended")),
        examples=examples,
    )


def _runs(words: list[str]) -> tuple[str, ...]:
    return tuple(f" {run} " for run in words)
