"""Counts that pages show and no verb of the store gives: coverage, places, months.

Each is one SELECT over the store's tables, run as the SQL page runs one; nothing is written.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from saksi.lang.ontology import load_ontology
from saksi.web.sql import ask_sql

#: Places and cells at most; a page tells when there are more.
_MOST = 20_000


class Place(NamedTuple):
    """Where events happened, with how many of each quad code."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    precision: str | None
    quads: tuple[int, int, int, int]


class Listed(NamedTuple):
    """One article in a list."""

    id: str
    title: str | None
    outlet: str | None
    published: str | None
    events: int
    statements: int
    relations: int


def count_coverage(path: Path) -> dict[tuple[str, str], int]:
    """Articles by outlet and month; "" for an outlet or a month that is not known."""
    table = ask_sql(
        path,
        """SELECT coalesce(outlet, ''), coalesce(substr(published_from, 1, 7), ''), count(*)
           FROM article GROUP BY 1, 2 ORDER BY 1, 2""",
        limit=_MOST,
    )
    return {(str(outlet), str(month)): int(count or 0) for outlet, month, count in table.rows}


_EVENT_COUNTS = ", ".join(f"sum(quad = {quad})" for quad in (1, 2, 3, 4))


def count_places(path: Path, since: str | None, until: str | None, kind: str | None) -> tuple[Place, ...]:
    """Places of events that were told as real, the busiest first."""
    table = ask_sql(
        path,
        f"""SELECT place, country, lat, lon, place_precision, {_EVENT_COUNTS} FROM event
            WHERE place IS NOT NULL AND status IN ('actual', 'historical') AND review IS NOT 'rejected'
              AND (?1 IS NULL OR date_until >= ?1) AND (?2 IS NULL OR date_from <= ?2)
              AND (?3 IS NULL OR event = ?3)
            GROUP BY place, country, lat, lon, place_precision ORDER BY count(*) DESC, place""",  # noqa: S608
        (since, until, kind),
        _MOST,
    )
    return tuple(
        Place(str(name), _text(country), _float(lat), _float(lon), _text(precision), _quads(counts))
        for name, country, lat, lon, precision, *counts in table.rows
    )


def count_unplaced(path: Path, since: str | None, until: str | None, kind: str | None) -> int:
    """Events told as real whose place is not known."""
    table = ask_sql(
        path,
        """SELECT count(*) FROM event
           WHERE place IS NULL AND status IN ('actual', 'historical') AND review IS NOT 'rejected'
             AND (?1 IS NULL OR date_until >= ?1) AND (?2 IS NULL OR date_from <= ?2)
             AND (?3 IS NULL OR event = ?3)""",
        (since, until, kind),
    )
    return int(table.rows[0][0] or 0)


def count_months(path: Path) -> dict[tuple[str, int], int]:
    """Incidents that happened, by month and quad code."""
    table = ask_sql(
        path,
        """SELECT substr(date_from, 1, 7), event, count(*) FROM incident
           WHERE date_from IS NOT NULL AND status IN ('actual', 'historical') GROUP BY 1, 2""",
        limit=_MOST,
    )
    ontology = load_ontology()
    counts: dict[tuple[str, int], int] = defaultdict(int)
    for month, event, count in table.rows:
        counts[str(month), ontology.quad(str(event))] += int(count or 0)
    return dict(counts)


def list_articles(path: Path, outlet: str | None, page: int, size: int) -> tuple[tuple[Listed, ...], bool]:
    """One page of articles, the latest first, and whether there are more."""
    counts = ", ".join(
        f"(SELECT count(*) FROM {name} WHERE {name}.article = article.number)"  # noqa: S608
        for name in ("event", "statement", "relation")
    )
    table = ask_sql(
        path,
        f"""SELECT id, title, outlet, published, {counts} FROM article
            WHERE ?1 IS NULL OR coalesce(outlet, '') = ?1
            ORDER BY published_from DESC NULLS LAST, number LIMIT ?2 OFFSET ?3""",  # noqa: S608
        (outlet, size + 1, (page - 1) * size),
    )
    rows = [
        Listed(str(key), _text(title), _text(own), _text(day), int(e or 0), int(s or 0), int(r or 0))
        for key, title, own, day, e, s, r in table.rows
    ]
    return tuple(rows[:size]), len(rows) > size


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _float(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _quads(counts: list[str | int | float | None]) -> tuple[int, int, int, int]:
    one, two, three, four = (int(count or 0) for count in counts)
    return one, two, three, four
