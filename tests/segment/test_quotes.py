"""Quotations of invented paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.segment.quotes import find_quotes


def inner(text: str) -> list[tuple[str, bool]]:
    return [(text[q.inner_start : q.inner_end], q.closed) for q in find_quotes(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"Kami siap," kata Arung.', [("Kami siap,", True)]),
        ("“Kami siap,” kata Arung. “Besok.”", [("Kami siap,", True), ("Besok.", True)]),
        ("“Kami siap,“ kata Arung.", [("Kami siap,", True)]),
        ("”Kami siap,” kata Arung.", [("Kami siap,", True)]),
        (
            '"Kami sebut itu "operasi khusus" saja," kata Arung.',
            [('Kami sebut itu "operasi khusus" saja,', True)],
        ),
        ("\"Kata mereka 'cukup',\" ujar Arung.", [("Kata mereka 'cukup',", True)]),
        ("Jum'at di Sana'a, ia 'pulang'.", []),
        ('"Kami siap dan akan terus maju.', [("Kami siap dan akan terus maju.", False)]),
        ('"Kami siap, kata Arung. "Besok," ujarnya.', [("Kami siap, kata Arung.", False), ("Besok,", True)]),
        ('Kami pulang," kata Arung.', []),
        ('Arung ("Si Elang") hadir.', [("Si Elang", True)]),
        ("''Kami siap,'' kata Arung.", [("Kami siap,", True)]),
        ("«Kami siap», kata Arung.", [("Kami siap", True)]),
        ('"Kami siap", kata Arung, "untuk pulang".', [("Kami siap", True), ("untuk pulang", True)]),
    ],
)
def test_quotations(text: str, wanted: list[tuple[str, bool]]) -> None:
    assert inner(text) == wanted


def test_outer_span_holds_the_marks() -> None:
    text = 'Ia berkata, "Ya."'
    (quote,) = find_quotes(text, 0, len(text))
    assert text[quote.start : quote.end] == '"Ya."'


@given(st.text(alphabet="a \"“”'’«».,", max_size=40))
def test_quotations_lie_in_order_inside_the_line(text: str) -> None:
    quotes = find_quotes(text, 0, len(text))
    assert all(q.start < q.inner_start <= q.inner_end <= q.end <= len(text) for q in quotes)
    assert all(a.end <= b.start for a, b in pairwise(quotes))
