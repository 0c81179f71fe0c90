"""Loads what the room knows of pages and tables: names, patterns, words.

Turns ``data/read/*.toml`` into frozen rules, checked at load. It reads no page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from saksi.errors import DataError
from saksi.lang.outlets import Outlets, load_outlets
from saksi.lang.tables import load_toml

DATA = files("saksi") / "data"
FIELDS = (
    "text", "html", "summary", "title", "url", "published", "modified", "fetched", "authors", "outlet", "language",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class UrlRule:
    """Where an address holds a date; only on some hosts when it names them."""

    pattern: re.Pattern[str]
    hosts: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]
    counters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageRules:
    """What is known of pages: see ``metadata.toml``."""

    months: dict[str, int]
    zones: dict[str, str]
    types: frozenset[str]
    others: frozenset[str]
    meta: dict[str, tuple[str, ...]]
    urls: tuple[UrlRule, ...]
    modified: tuple[str, ...]
    bylines: tuple[str, ...]
    desks: frozenset[str]
    truncated: tuple[str, ...]
    outlets: Outlets
    dates: tuple[tuple[str, str | None], ...]  # examples, and texts that hold no date


@cache
def load_page_rules() -> PageRules:
    """Read ``metadata.toml``; DataError names what is wrong with it."""
    name = "metadata.toml"
    data = load_toml(DATA / "read" / name)
    try:
        visible = data["visible"]
        return PageRules(
            months=data["months"],
            zones=data["zones"],
            types=frozenset(data["json_ld"]["types"]),
            others=frozenset(data["json_ld"]["others"]),
            meta={field: tuple(names) for field, names in data["meta"].items()},
            urls=tuple(_make_url_rule(row) for row in data["url"]),
            modified=tuple(visible["modified"]),
            bylines=tuple(visible["bylines"]),
            desks=frozenset(visible["desks"]),
            truncated=tuple(visible["truncated"]),
            outlets=load_outlets(DATA / "outlets"),
            dates=(
                *((row["text"], row["value"]) for row in data["date"]),
                *((row["text"], None) for row in data["no_date"]),
            ),
        )
    except (KeyError, TypeError, re.error) as error:
        raise DataError(name, str(error), "must be there and have the form the comments tell") from error


def _make_url_rule(row: dict[str, object]) -> UrlRule:
    match row:
        case {"pattern": str(pattern), "examples": dict(examples), "counters": list(counters)}:
            hosts = row.get("hosts", [])
            hosts = hosts if isinstance(hosts, list) else []
            return UrlRule(re.compile(pattern), tuple(hosts), tuple(examples.items()), tuple(counters))
    raise DataError("metadata.toml", str(row.get("pattern")), "needs pattern, examples and counters")


@cache
def load_columns() -> dict[str, tuple[str, ...]]:
    """Known names of each field, best first; DataError when one name stands for two fields."""
    rows = load_toml(DATA / "read" / "columns.toml")
    if set(rows) != set(FIELDS):
        raise DataError("columns.toml", "fields", f"must be exactly {', '.join(FIELDS)}")
    names = [name for field in FIELDS for name in rows[field]]
    for name in names:
        if names.count(name) > 1:
            raise DataError("columns.toml", name, "stands for two fields: keep it in one")
    return {field: tuple(rows[field]) for field in FIELDS}
