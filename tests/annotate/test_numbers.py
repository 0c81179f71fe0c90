"""Numbers: spans, ranges and units."""

import pytest

from saksi.annotate.numbers import find_numbers, parse_figure
from saksi.check import numbers as check
from saksi.lang.language import load_language
from saksi.records import Number

LANGUAGE = load_language()


def find(text: str) -> tuple[Number, ...]:
    return find_numbers(text, 0, len(text), LANGUAGE.numbers)


def test_enough_examples_stand_beside_the_rules() -> None:
    kinds = [case.kind for case in check.cases(LANGUAGE)]
    assert kinds.count("example") >= 20
    assert kinds.count("counter") >= 10


def test_offsets_point_into_the_whole_text() -> None:
    text = "Tiga kapal. Sedikitnya 1.200 orang mengungsi."
    (number,) = find_numbers(text, 12, len(text), LANGUAGE.numbers)
    assert text[number.start : number.end] == number.text == "1.200"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Seorang pelaut hilang.", "orang"),
        ("Sebanyak 17 orang hilang.", "orang"),
        ("Dana Rp 2,3 miliar cair.", "rp"),
        ("Pelaut 34 tahun itu hilang.", "tahun"),
        ("Suara naik 51% di pulau.", "persen"),
        ("Tujuh kapal hilang.", None),
    ],
)
def test_unit(text: str, unit: str | None) -> None:
    assert [number.unit for number in find(text)] == [unit]


@pytest.mark.parametrize(
    "text", ["", "1.", "1.2.3.4", "-5-", "Rp", "satu satu satu", "antara 5 dan", "2 hingga"]
)
def test_broken_text_is_survived(text: str) -> None:
    assert all(text[n.start : n.end] == n.text for n in find(text))


@pytest.mark.parametrize(
    ("word", "value"),
    [("1.200", 1200), ("1.200.000", 1.2e6), ("2,3", 2.3), ("5.6", 5.6), ("1,200", 1200), ("1.2.3", None)],
)
def test_figures(word: str, value: float | None) -> None:
    assert parse_figure(word) == value
