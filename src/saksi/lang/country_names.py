"""Loads the names of countries in English and Indonesian (``data/ui/countries.tsv``).

Turns the table into one frozen mapping from code to names and ISO number. The atlas, which
finds countries in texts, is another table.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple


class CountryName(NamedTuple):
    """One country: its number is that of shapes on the map, empty for a state that is gone."""

    number: str
    en: str
    id: str


@cache
def load_country_names() -> Mapping[str, CountryName]:
    """Names by ISO 3166-1 alpha-3 code (cached).

    >>> load_country_names()["DEU"].id
    'Jerman'
    """
    file = files("saksi") / "data" / "ui" / "countries.tsv"
    lines = file.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType({row["code"]: CountryName(row["number"], row["en"], row["id"]) for row in rows})
