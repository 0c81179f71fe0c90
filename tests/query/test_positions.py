"""Positions tell where a speaker stands and toward whom."""

from pathlib import Path

from saksi.records import Article
from saksi.store.store import Store

TEXT = "Menteri Luar Negeri Peru mengatakan negaranya mendukung Kenya dalam sengketa pelabuhan itu."


def test_a_position_has_its_stance(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.saksi", write=True) as store:
        store.add([Article("one.txt", TEXT)])
        (row,) = store.positions(actor="PER")
    assert (row.side, row.stance, row.toward) == ("PER", "supports", "Kenya")
