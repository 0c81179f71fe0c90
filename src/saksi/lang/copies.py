"""Loads the rules that tell from which outlet a text comes.

Turns ``copies.toml`` into one frozen ``CopyRules`` with compiled patterns. It reads no page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

#: What an origin says of the text, the strongest first.
ORIGIN_KINDS = ("republished", "source", "agency", "cited")
_FIELDS = {"id", "kind", "roles", "pattern", "example", "counter"}
_PARTS = {
    "name": r"[A-Z][\w.’'-]*\w(?: (?:[A-Z][\w.’'-]*\w|of|the)){0,3}",
    "site": r"[A-Z]?[a-z0-9][\w-]{1,30}(?:\.[a-z]{2,10}){1,2}",
}


@dataclass(frozen=True, slots=True)
class OriginRule:
    """A pattern with the group ``outlet``, and the roles of the lines it is looked for in."""

    id: str
    kind: str
    roles: frozenset[str]
    pattern: re.Pattern[str]
    examples: tuple[tuple[str, str | None], ...] = field(default=(), compare=False)  # text, outlet or None


@dataclass(frozen=True, slots=True)
class CopyRules:
    """Everything the room of copies must know about pages."""

    rules: tuple[OriginRule, ...]
    agencies: dict[str, str]  # mark in lower case: name of the agency


@cache
def load_copy_rules() -> CopyRules:
    """Load the rules that ship with saksi (cached: one object a process)."""
    return read_copy_rules(files("saksi") / "data" / "lang" / "id" / "copies.toml")


def read_copy_rules(path: Traversable) -> CopyRules:
    """Read and compile one file; DataError names the rule that is wrong."""
    data = load_toml(path)
    agencies: dict[str, str] = data["agencies"]
    parts = {**_PARTS, "agency": f"(?i:{'|'.join(sorted(map(re.escape, agencies), key=len, reverse=True))})"}
    return CopyRules(tuple(_rule(path.name, row, parts) for row in data["rule"]), agencies)


def _rule(file: str, row: dict[str, Any], parts: dict[str, str]) -> OriginRule:
    name = str(row.get("id"))
    if set(row) != _FIELDS or row["kind"] not in ORIGIN_KINDS:
        raise DataError(file, name, f"must have {sorted(_FIELDS)}, and a kind of {' '.join(ORIGIN_KINDS)}")
    try:
        pattern = re.compile(re.sub(r"%(\w+)%", lambda match: f"(?:{parts[match[1]]})", row["pattern"]))
    except (KeyError, re.error) as error:
        raise DataError(file, name, f"the pattern does not compile: {error}") from error
    if "outlet" not in pattern.groupindex:
        raise DataError(file, name, "the pattern needs a group named outlet")
    examples = [(item["text"], item["outlet"]) for item in row["example"]]
    counters = [(item["text"], None) for item in row["counter"]]
    return OriginRule(name, row["kind"], frozenset(row["roles"]), pattern, (*examples, *counters))
