"""Countries as the programs that read the exports write them.

Turns a country's three letters into its other codes and names; it knows no rows. A country that
a program does not know has an empty cell in the table, and a code that is no country's (``IGO``)
has no row.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Country(NamedTuple):
    """One line of ``data/interchange/countries.tsv``."""

    alpha2: str  # ISO 3166-1, capitals
    cow: str  # number in the Correlates of War list of states
    icews: str  # English name as ICEWS writes it


def find_country(code: str | None) -> Country | None:
    """The country of three letters.

    >>> find_country("KOR")
    Country(alpha2='KR', cow='732', icews='South Korea')
    """
    return None if code is None else _load().get(code.upper())


@cache
def _load() -> Mapping[str, Country]:
    with (files("saksi") / "data" / "interchange" / "countries.tsv").open(encoding="utf-8") as file:
        return {
            row["alpha3"]: Country(row["alpha2"], row["cow"], row["icews"])
            for row in csv.DictReader(file, delimiter="\t")
        }
