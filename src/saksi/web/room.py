"""What the reading room was opened with, and one question at a time put to its store.

Turns a request into an ``Ask``: the open store, the language, the filters in the address. A
store is opened for each request, which takes a millisecond, so that pages work beside a
process that writes.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast
from urllib.parse import urlencode

from saksi.errors import UsageError
from saksi.query.filters import FIELDS, FilterWords
from saksi.store.store import Store
from saksi.web.wording import Wording

#: Rows of one page of a table.
PAGE = 50
_NUMBERS: Mapping[str, Callable[[str], float]] = {
    "quad": int,
    "origins": int,
    "limit": int,
    "confidence": float,
}


@dataclass(frozen=True, slots=True)
class Room:
    """A store to be shown and how; ``token`` has to come back with every write."""

    path: Path
    hosts: tuple[str, ...]
    reviewing: bool = True
    title: str = ""
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def name(self) -> str:
        """What the store is called on pages."""
        return self.title or self.path.name

    def open(self) -> Store:
        """The store, for reading."""
        return Store.open(self.path)

    def open_to_write(self) -> Store:
        """The store, for a review or a decision."""
        return Store.open(self.path, write=True)


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the store, in which words to answer, and what stood in the address."""

    room: Room
    store: Store
    words: Wording
    query: Mapping[str, str]
    path: Mapping[str, str]
    by: str = ""  # the name a reviewer gave before

    @property
    def filters(self) -> FilterWords:
        """The filters of the address, those left empty not counted."""
        return read_filters(self.query)

    @property
    def page(self) -> int:
        """Which page of a table, from 1."""
        word = self.query.get("page", "1")
        return max(1, int(word)) if word.isdigit() and len(word) < 7 else 1

    def narrowed(self, **more: object) -> FilterWords:
        """The filters with others over them."""
        return cast("FilterWords", {**self.filters, **more})

    def link(self, path: str, **changes: object) -> str:
        """An address with the filters of this one, some of them changed or, with None, gone."""
        kept = {name: value for name, value in self.query.items() if value and name != "lang"}
        merged = {**kept, **changes}
        return make_link(path, **merged)


def make_link(path: str, **query: object) -> str:
    """An address with a query.

    >>> make_link("/timeline", since=2022, until=None)
    '/timeline?since=2022'
    """
    text = urlencode({name: str(value) for name, value in query.items() if value not in (None, "")})
    return f"{path}?{text}" if text else path


def read_filters(query: Mapping[str, str]) -> FilterWords:
    """Filters out of an address; UsageError for a number that is none."""
    found: dict[str, object] = {}
    for name in FIELDS:
        value = query.get(name, "").strip()
        if value and name != "pair":
            found[name] = _read_number(name, value) if name in _NUMBERS else value
    one, other = query.get("pair", "").strip(), query.get("with", "").strip()
    if one and other:
        found["pair"] = (one, other)
    return cast("FilterWords", found)


def _read_number(name: str, value: str) -> float:
    try:
        return _NUMBERS[name](value)
    except ValueError as error:
        raise UsageError(f"{name} {value}: must be a number") from error
