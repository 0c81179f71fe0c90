"""Loads the outlets saksi knows and settles how an outlet's name is written.

Turns ``outlets/*.toml`` into a table from printed names to ids. An outlet that is not in
the table keeps its printed name in lower case, without the ending of its site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

_SITE_ENDING = re.compile(r"(?:\.(?:com|co|id|net|org|online|tv|news|info|my|sg|uk|go|or|web|biz))+$")
_FIELDS = {"id", "name", "printed", "valid_from"}
_OPTIONAL = {"valid_until", "links_between", "rule"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet as its file has it; the years are those whose pages the file describes."""

    id: str
    name: str
    valid_from: int
    valid_until: int | None  # None: still so
    links_between: bool
    rows: tuple[dict[str, Any], ...]  # rules of its own, as they stand in the file


@dataclass(frozen=True, slots=True)
class Outlets:
    """Printed names as they stand in the files, and the id of each by its folded form."""

    printed: tuple[str, ...]
    ids: dict[str, str]
    all: tuple[Outlet, ...] = ()

    def find(self, name: str | None, year: int | None) -> Outlet | None:
        """Outlet with that id whose file describes pages of that year; any year when it is not known."""
        for outlet in self.all:
            known = year is None or outlet.valid_from <= year <= (outlet.valid_until or year)
            if outlet.id == name and known:
                return outlet
        return None

    def find_id(self, printed: str) -> str:
        """Id of the outlet that is printed so, else the name itself, folded."""
        name = " ".join(printed.lower().split())
        return self.ids.get(name) or _SITE_ENDING.sub("", name)


def load_outlets(folder: Traversable) -> Outlets:
    """Read every outlet file; DataError when one lacks a field or two print the same name."""
    ids: dict[str, str] = {}
    printed: list[str] = []
    found: list[Outlet] = []
    for path in sorted(folder.iterdir(), key=lambda file: file.name):
        if not path.name.endswith(".toml"):
            continue
        data = load_toml(path)
        found.append(_outlet(path.name, data))
        for name in data["printed"]:
            if ids.setdefault(name.lower(), data["id"]) != data["id"]:
                raise DataError(
                    path.name, name, f"is printed by {ids[name.lower()]} too: keep it in one file"
                )
            printed.append(name)
    return Outlets(tuple(sorted(printed, key=lambda name: (-len(name), name))), ids, tuple(found))


def _outlet(file: str, data: dict[str, Any]) -> Outlet:
    """Check one file and take what it says of its outlet."""
    if not _FIELDS <= set(data) <= _FIELDS | _OPTIONAL:
        raise DataError(
            file, str(data.get("id")), f"must have {sorted(_FIELDS)}, may have {sorted(_OPTIONAL)}"
        )
    first, last = data["valid_from"], data.get("valid_until")
    if not isinstance(first, int) or (last is not None and (not isinstance(last, int) or last < first)):
        raise DataError(
            file, data["id"], "valid_from and valid_until are years, the second not before the first"
        )
    return Outlet(
        id=data["id"],
        name=data["name"],
        valid_from=first,
        valid_until=last,
        links_between=data.get("links_between", False),
        rows=tuple(data.get("rule", ())),
    )
