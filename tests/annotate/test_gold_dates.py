"""Time expressions of the date gold keep their share of right values."""

import csv
from datetime import date
from pathlib import Path

import pytest

from saksi.annotate.times import normalise
from saksi.lang.language import load_language

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dates.tsv"
#: Share of rows right; a floor moves down only with a reason.
FLOOR = 0.98


@pytest.mark.skipif(not GOLD.exists(), reason="the gold is not here")
def test_dates_of_the_gold() -> None:
    rules = load_language().times
    with GOLD.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    got = [normalise(r["expression"], date.fromisoformat(r["reference_date"]), rules) or "NONE" for r in rows]
    wrong = [(r["expression"], r["gold"], g) for r, g in zip(rows, got, strict=True) if r["gold"] != g]
    assert 1 - len(wrong) / len(rows) >= FLOOR, wrong
