"""The people of an article: their offices by the years of the table."""

import pytest

from saksi.records import Entry
from saksi.resolve.people import of_date

SPELLS = Entry(
    "person/Raka", "person", "Raka", "GHA", "GOV", "Presiden", since="2010-03|2018-03-11", until="2014-03|"
)


@pytest.mark.parametrize(
    ("published", "office"),
    [
        (None, "Presiden"),
        ("2009-12-31", None),
        ("2010-03-05", "Presiden"),
        ("2014-03-31", "Presiden"),
        ("2016-01-01", None),
        ("2026-01-01", "Presiden"),
    ],
)
def test_an_office_held_twice(published: str | None, office: str | None) -> None:
    assert of_date(SPELLS, published).office == office
