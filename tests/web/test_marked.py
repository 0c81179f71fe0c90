"""Marks in an article: joined again they are its text, and each record is marked where it points."""

from pathlib import Path

import pytest

from saksi.cli.demo import read_demo
from saksi.export.contract import to_contract
from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article
from saksi.store.store import Store
from saksi.web.marked import find_spots, mark_article


@pytest.mark.parametrize("article", read_demo()[:8], ids=lambda article: article.source)
def test_pieces_are_the_text_and_bear_every_record(article: Article) -> None:
    contract = to_contract(analyse(article, load_language()))
    lines = mark_article(article.text, contract)
    for line in lines:
        text = "".join(piece.text for piece in line.pieces)
        assert text == article.text[line.pieces[0].start : line.pieces[0].start + len(text)]
    marked = {key for line in lines for piece in line.pieces for key in piece.records}
    records = {one["id"] for kind in ("events", "statements", "relations") for one in contract[kind]}  # type: ignore[attr-defined]
    assert marked == records
    for spot in find_spots(contract):
        held = "".join(
            piece.text
            for line in lines
            for piece in line.pieces
            if spot.record in piece.records
            and spot.part in piece.parts
            and spot.start <= piece.start < spot.end
        )
        assert "".join(held.split()) == "".join(article.text[spot.start : spot.end].split())


def test_rejected_records_are_not_marked(demo_store: Path) -> None:
    with Store.open(demo_store) as store:
        contract = next(store.select(article=store.events()[0].article).contracts())
    first = contract["events"][0]  # type: ignore[index]
    assert any(spot.record == first["id"] for spot in find_spots(contract))
    first["review"] = "rejected"
    assert not any(spot.record == first["id"] for spot in find_spots(contract))
