"""Mojibake and invisible signs are mended, and every range leads back to the original."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.export.contract import to_contract
from saksi.export.originals import WayBack
from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.read.documents import Origin, make_article
from saksi.read.mending import find_repairs, mend
from saksi.records import Repair

GOOD = "“Siap,” kata Erdoğan – ‘ya’ … • 5°C, São Paulo, café, Müller, €5, 3²"
MIXED = st.text(alphabet="ab c.“”’–é\u00ad\u200b\u00a0Ã©â€œ™โ€ย\u0301", max_size=60)


def fixed(text: str) -> str:
    return mend(text, find_repairs(text))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("â€œSiapâ€\u009d", "“Siap”"),
        ("Itâ€™s", "It’s"),
        ("â€œSiapâ€ kata", "“Siap” kata"),  # its last byte was lost
        ("โ€œSiapโ€, kata", "“Siap”, kata"),
        ("FranÃ§ois", "François"),
        ("Ã¢â‚¬Å“Siap", "“Siap"),  # twice
        ("โ€œHaloโ€\u009d", "“Halo”"),
        ("2019โ€“2024", "2019–2024"),
        ("dan lain-lainโ€ฆ", "dan lain-lain…"),
        ("per\u00adairan", "perairan"),
        ("Am\u200bbar", "Ambar"),
        ("Kota\u00a0Ambar", "Kota Ambar"),
        ("cafe\u0301", "café"),
        ("â€œyaâ€\u009d dan “tidak”", "“ya” dan “tidak”"),  # half of it whole
    ],
)
def test_mended(broken: str, whole: str) -> None:
    assert fixed(broken) == whole


@pytest.mark.parametrize(
    "text", [GOOD, "โรงเรียนไทย", "Tidak ada apa-apa.", "“—”", "’’", "Ã", "عربي", "日本語。"]
)
def test_left_alone(text: str) -> None:
    assert find_repairs(text) == ()


@pytest.mark.parametrize("encoding", ["cp1252", "cp874"])
def test_signs_come_back_from_both_code_pages(encoding: str) -> None:
    whole = "“a” – ‘b’ — c…"
    broken = "".join(
        sign
        if sign.isascii()
        else "".join(bytes([b]).decode(encoding, "ignore") or chr(b) for b in sign.encode())
        for sign in whole
    )
    assert fixed(broken) == whole


@given(MIXED)
def test_repairs_are_in_order_and_apart(text: str) -> None:
    at = 0
    for repair in find_repairs(text):
        assert at <= repair.start < repair.end <= len(text)
        assert text[repair.start : repair.end] != repair.text
        at = repair.end


@given(MIXED)
def test_what_was_not_mended_is_found_again(text: str) -> None:
    repairs = find_repairs(text)
    mended, way = mend(text, repairs), WayBack(repairs)
    inside = {i for r in repairs for i in range(r.start, r.end)}
    for i, sign in enumerate(mended):
        start, end = way.start(i), way.end(i + 1)
        assert 0 <= start < end <= len(text)
        if start not in inside:
            assert text[start:end] == sign


@given(MIXED, st.integers(0, 60), st.integers(0, 60))
def test_longer_ranges_never_shrink(text: str, one: int, two: int) -> None:
    way = WayBack(find_repairs(text))
    first, second = sorted((one, two))
    assert way.start(first) <= way.start(second)
    assert way.end(first) <= way.end(second)


def test_range_inside_a_repair_takes_all_of_it() -> None:
    way = WayBack([Repair(2, 8, "abc", "encoding")])
    assert (way.start(3), way.end(4)) == (2, 8)
    assert (way.start(5), way.end(6)) == (8, 9)


def test_records_quote_the_original() -> None:
    original = (
        "Delegasi Tandawa\u200b bertemu Menteri Luar Negeri China Wang\u00a0Yi di Beijing, Rabu (3/7/2024). "
        "â€œKami me\u00adnyambut kerja sama itu,â€\u009d kata Wang Yi. "
    ) * 2
    record = to_contract(analyse(make_article(Origin("a.txt"), original), load_language()))
    spans = list(spans_of(json.loads(json.dumps(record))))
    assert len(spans) > 5
    for start, end, words in spans:
        assert original[start:end] == words
    document = record["document"]
    assert isinstance(document, dict)
    assert document["repairs"] == {"encoding": 4, "invisible": 4, "space": 2}
    assert record["statements"], "the mended words are read"


def spans_of(value: object) -> Iterator[tuple[int, int, str]]:
    match value:
        case {"start": int(start), "end": int(end), "text": str(words)}:
            yield start, end, words
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from spans_of(part)
