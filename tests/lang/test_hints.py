"""Lists that the tagger leans on: read whole, longest name first, and told when broken."""

from pathlib import Path

import pytest

from saksi.errors import DataError
from saksi.lang.hints import HINTS, LONGEST, load_hints
from saksi.lang.language import DATA
from saksi.lang.tables import load_tsv
from saksi.segment.tokens import tokenize


def test_the_longest_name_wins() -> None:
    hints = load_hints(DATA / "models")
    tokens = tokenize("Polda Metro Jaya", 0, 16)
    assert hints.match(tokens, 1) == (0, "")
    assert hints.match(tokenize("Kemenhub menolak", 0, 16), 0) == (1, "ORG")


def test_every_row_can_match() -> None:
    rows = list(load_tsv(DATA / "models" / "known_names.tsv", ("name", "label", "source")))
    assert [row for row in rows if row["label"] not in HINTS or not row["source"]] == []
    assert [row["name"] for row in rows] == sorted({row["name"] for row in rows})
    assert max(len(words) for words in load_hints(DATA / "models").known) <= LONGEST


def test_a_broken_list_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "first_names.tsv").write_text("nama\nraka\n", encoding="utf-8")
    (tmp_path / "known_names.tsv").write_text("name\tlabel\tsource\n", encoding="utf-8")
    with pytest.raises(DataError, match="first_names"):
        load_hints(tmp_path)
