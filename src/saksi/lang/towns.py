"""The towns that are too small, or too much like other words, to be looked for everywhere.

Turns ``data/places/towns.tsv`` into a look-up by name, read when the first town is asked for:
most articles never ask. It does not say which of several towns is meant.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

from saksi.errors import DataError
from saksi.lang.language import DATA

COLUMNS = ("name", "country", "geonameid", "lat", "lon", "population")


class Town(NamedTuple):
    """One row: where a town of a name lies."""

    name: str
    country: str
    geonameid: int
    lat: float
    lon: float
    population: int


def find_towns(name: str) -> list[Town]:
    """Every town of a name, hyphens, accents and capitals aside.

    >>> [town.country for town in find_towns("Riobamba")]
    ['ECU']
    """
    return [_read(row) for row in _rows().get(_key(name), ())]


def _key(name: str) -> str:
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return plain.casefold().replace("-", " ")


@cache
def _rows() -> dict[str, list[str]]:
    """Rows by the key of their name, cut into cells only when asked for."""
    path = DATA / "places" / "towns.tsv"
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    if tuple(header.split("\t")) != COLUMNS:
        raise DataError("towns.tsv", "header", f"must be {', '.join(COLUMNS)}")
    out: dict[str, list[str]] = {}
    for row in rows:
        out.setdefault(_row_key(row.partition("\t")[0]), []).append(row)
    return out


def _row_key(name: str) -> str:
    """The key of a name of the table, which has no accents."""
    return name.casefold().replace("-", " ")


def _read(row: str) -> Town:
    name, country, number, lat, lon, people = row.split("\t")
    return Town(name, country, int(number), float(lat), float(lon), int(people))
