"""Loads the outlets saksi knows and settles how an outlet's name is written.

Turns ``outlets/*.toml`` into a table from printed names to ids. An outlet that is not in
the table keeps its printed name in lower case, without the ending of its site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.errors import DataError
from saksi.lang.tables import load_toml

_SITE_ENDING = re.compile(r"(?:\.(?:com|co|id|net|org|online|tv|news|info|my|sg|uk|go|or|web|biz))+$")
_FIELDS = {"id", "name", "printed"}


@dataclass(frozen=True, slots=True)
class Outlets:
    """Printed names as they stand in the files, and the id of each by its folded form."""

    printed: tuple[str, ...]
    ids: dict[str, str]

    def find_id(self, printed: str) -> str:
        """Id of the outlet that is printed so, else the name itself, folded."""
        name = " ".join(printed.lower().split())
        return self.ids.get(name) or _SITE_ENDING.sub("", name)


def load_outlets(folder: Traversable) -> Outlets:
    """Read every outlet file; DataError when one lacks a field or two print the same name."""
    ids: dict[str, str] = {}
    printed: list[str] = []
    for path in sorted(folder.iterdir(), key=lambda file: file.name):
        if not path.name.endswith(".toml"):
            continue
        outlet = load_toml(path)
        if set(outlet) != _FIELDS:
            raise DataError(path.name, str(outlet.get("id")), f"must have exactly {sorted(_FIELDS)}")
        for name in outlet["printed"]:
            if ids.setdefault(name.lower(), outlet["id"]) != outlet["id"]:
                raise DataError(
                    path.name, name, f"is printed by {ids[name.lower()]} too: keep it in one file"
                )
            printed.append(name)
    return Outlets(tuple(sorted(printed, key=lambda name: (-len(name), name))), ids)
