"""The data that merging stands on is whole, and says what is wrong with it."""

from pathlib import Path

import pytest

from saksi.errors import DataError
from saksi.lang.ontology import load_ontology
from saksi.resolve.across import lexicon
from saksi.resolve.across.lexicon import load_families, load_wording
from saksi.resolve.across.rows import SITE_WORDS

FAMILIES = (lexicon.DATA / "ontology" / "families.toml").read_text(encoding="utf-8")


def test_every_type_has_a_family_and_modes_exclude_each_other_both_ways() -> None:
    families = load_families()
    assert set(families.family) == set(load_ontology().events)
    assert families.mutual | families.verbal <= set(families.family)
    assert all((event, b, a) in families.apart for event, a, b in families.apart)
    assert families.are_apart("CONSULT", "phone", "visit")
    assert not families.are_apart("CONSULT", "phone", None)


def test_a_site_is_written_in_one_way_only_for_one_kind() -> None:
    wording = load_wording()
    assert wording.sites["kantor polisi"] == "pos"
    assert all(form == form.lower() and len(form.split()) <= SITE_WORDS for form in wording.sites)
    assert wording.is_single("menteri luar negeri")
    assert not wording.is_single("anggota parlemen")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('AGREE = "accord"', 'AGRE = "accord"', "must be an event type"),
        ('[["phone"]', '[["fone"]', "fone is no mode of it"),
    ],
)
def test_a_wrong_word_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str, says: str
) -> None:
    (tmp_path / "ontology").mkdir()
    (tmp_path / "ontology" / "families.toml").write_text(FAMILIES.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(lexicon, "DATA", tmp_path)
    with pytest.raises(DataError, match=says):
        load_families.__wrapped__()
