"""Loads the table of recurring summits: which one was when and where.

Turns ``meetings/*.tsv`` and ``patterns.toml`` into one frozen ``Meetings``; the facts are public
record. It decides no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from importlib.resources.abc import Traversable

from saksi.errors import DataError
from saksi.lang.tables import load_toml, load_tsv

_SUMMITS = ("meeting", "series", "ordinal", "name", "first", "last", "place", "country", "source")
_SERIES = ("alias", "series", "source")


@dataclass(frozen=True, slots=True)
class Meeting:
    """One summit; ``ordinal`` is None for series that do not count theirs."""

    id: str
    series: str
    ordinal: int | None
    name: str
    first: date
    last: date
    place: str
    country: str


@dataclass(frozen=True, slots=True)
class Meetings:
    """The summits by series and ordinal, and the patterns that name one by its ordinal."""

    by_ordinal: dict[tuple[str, int], Meeting]
    aliases: dict[str, str]
    patterns: tuple[re.Pattern[str], ...]
    all: tuple[Meeting, ...] = ()
    examples: tuple[tuple[str, str, str | None], ...] = field(default=(), compare=False)  # kind, text, id

    def find_named(self, text: str) -> tuple[Meeting, ...]:
        """The summits a text names by ordinal, each once, in order of the patterns."""
        found: dict[str, Meeting] = {}
        for pattern in self.patterns:
            for match in pattern.finditer(text):
                series = self.aliases[match["series"].lower()]
                meeting = self.by_ordinal.get((series, int(match["ordinal"])))
                if meeting is not None:
                    found[meeting.id] = meeting
        return tuple(found.values())


def load_meetings(folder: Traversable) -> Meetings:
    """Read the folder ``meetings``; DataError names the row that is wrong or out of order."""
    aliases = {row["alias"].lower(): row["series"] for row in load_tsv(folder / "series.tsv", _SERIES)}
    meetings = tuple(_meetings(folder / "summits.tsv", set(aliases.values())))
    data = load_toml(folder / "patterns.toml")
    names = "|".join(re.escape(alias) for alias in sorted(aliases, key=len, reverse=True))
    holders = {"<series>": rf"\b(?P<series>{names})", "<ordinal>": r"(?P<ordinal>\d{1,3})\b", " ": r"\s+"}
    return Meetings(
        by_ordinal={(m.series, m.ordinal): m for m in meetings if m.ordinal is not None},
        aliases=aliases,
        patterns=tuple(_compile(source, holders) for source in data["patterns"]),
        all=meetings,
        examples=tuple(
            (kind, item["text"], item.get("meeting"))
            for kind in ("example", "counter")
            for item in data.get(kind, [])
        ),
    )


def _meetings(path: Traversable, known: set[str]) -> list[Meeting]:
    found: list[Meeting] = []
    for row in load_tsv(path, _SUMMITS):
        if row["series"] not in known:
            raise DataError(path.name, row["meeting"], f"series {row['series']} has no alias in series.tsv")
        if found and row["meeting"] <= found[-1].id:
            raise DataError(
                path.name, row["meeting"], f"must come before {found[-1].id}: sort by first column"
            )
        found.append(_meeting(path.name, row))
    return found


def _meeting(file: str, row: dict[str, str]) -> Meeting:
    try:
        first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
        ordinal = int(row["ordinal"]) if row["ordinal"] else None
    except ValueError as error:
        raise DataError(file, row["meeting"], f"dates are ISO days, ordinals figures: {error}") from error
    if last < first:
        raise DataError(file, row["meeting"], "ends before it begins")
    place, country = row["place"], row["country"]
    return Meeting(row["meeting"], row["series"], ordinal, row["name"], first, last, place, country)


def _compile(source: str, holders: dict[str, str]) -> re.Pattern[str]:
    source = source.replace(" ", holders[" "])
    for holder in ("<series>", "<ordinal>"):
        source = source.replace(holder, holders[holder])
    return re.compile(source, re.IGNORECASE)
