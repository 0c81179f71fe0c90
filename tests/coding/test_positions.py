"""Statements tell whom and what they are about, and where the speaker stands."""

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Statement


def statement(text: str) -> Statement:
    found = probe(text, load_language()).statements
    assert len(found) == 1, found
    return found[0]


def test_about_names_everybody_but_the_speaker() -> None:
    said = statement(
        "Menteri Luar Negeri Fiji Arkana Wiratama mengatakan bahwa Tonga dan ASEAN akan bertemu."
    )
    assert [e.name for e in said.about] == ["Tonga", "Perhimpunan Bangsa-Bangsa Asia Tenggara"]


def test_stance_has_its_words_as_witness() -> None:
    text = '"Kami menolak patroli Tonga di perairan kami," kata Menteri Luar Negeri Fiji Arkana Wiratama.'
    stance = statement(text).stance
    assert stance is not None
    assert (stance.value, stance.toward and stance.toward.name) == ("opposes", "Tonga")
    assert stance.words is not None
    assert text[stance.words.start : stance.words.end] == "menolak"


def test_no_words_no_stance() -> None:
    stance = statement(
        "Menteri Luar Negeri Fiji Arkana Wiratama mengatakan bahwa rapat itu dimulai pagi ini."
    ).stance
    assert stance is not None
    assert (stance.value, stance.words) == ("neutral", None)


def test_denied_support_is_opposition() -> None:
    stance = statement(
        "Menteri Luar Negeri Fiji Arkana Wiratama mengatakan bahwa ia tidak mendukung Tonga."
    ).stance
    assert stance is not None
    assert stance.value == "opposes"


def test_contexts_come_from_what_is_said() -> None:
    said = statement("Menteri Luar Negeri Fiji Arkana Wiratama mengatakan bahwa tarif ekspor akan turun.")
    assert "economic" in said.contexts
