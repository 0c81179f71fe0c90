"""Words, numbers and marks of invented phrases."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.segment.tokens import tokenize


def words(text: str) -> list[str]:
    return [t.text for t in tokenize(text, 0, len(text))]


@pytest.mark.parametrize(
    "whole",
    [
        "Kassym-Jomart", "negara-negara", "Jum'at", "Sana'a", "Sana’a", "ke-17", "F-16", "PDI-P", "G20",
        "1.200", "2,3", "18/8", "11/1/2022", "05.30", "AS", "A.S.", "U.S.", "a.l.", "S.Sos.", "Ph.D.",
        "China-Rusia", "pasukannya", "...", "kabarpagi.com", "contoh.co.id", "1990-an", "5G", "José",
        "Jose\u0301", "COVID-19", "…", "anti-Barat",
    ],
)  # fmt: skip
def test_stays_one_token(whole: str) -> None:
    assert words(f"itu {whole} ,") == ["itu", whole, ","]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Rabu (18/8).", ["Rabu", "(", "18/8", ")", "."]),
        ("Rp2,5 miliar", ["Rp", "2,5", "miliar"]),
        ("51% suara", ["51", "%", "suara"]),
        ("1950-1953", ["1950", "-", "1953"]),
        ("M. Arung dan vitamin C.", ["M.", "Arung", "dan", "vitamin", "C", "."]),
        ("'Kami' “siap”", ["'", "Kami", "'", "“", "siap", "”"]),
        ("tiba.Para awak", ["tiba", ".", "Para", "awak"]),
        ("China–Rusia", ["China", "–", "Rusia"]),
        ("dan/atau", ["dan", "/", "atau"]),
        ("1.200, lalu 5.", ["1.200", ",", "lalu", "5", "."]),
    ],
)
def test_pieces(text: str, pieces: list[str]) -> None:
    assert words(text) == pieces


def test_kinds_and_offsets() -> None:
    text = "xx Ada 1.200 orang, katanya."
    tokens = tokenize(text, 3, len(text))
    assert [t.kind for t in tokens] == ["word", "number", "word", "mark", "word", "mark"]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert tokens[0].lower == "ada"


@pytest.mark.parametrize("noise", ["a", "1", ".", "-", "a-", "1.", "A.", "a.b", "1-", "a'", "\u0301"])
def test_time_grows_with_length_only(noise: str) -> None:
    text = noise * (200_000 // len(noise))
    began = perf_counter()
    tokenize(text, 0, len(text))
    assert perf_counter() - began < 3


@given(st.text(max_size=60))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    tokens = tokenize(text, 0, len(text))
    kept = {i for t in tokens for i in range(t.start, t.end)}
    assert all(i in kept or text[i].isspace() for i in range(len(text)))
    assert all(text[t.start : t.end] == t.text for t in tokens)
