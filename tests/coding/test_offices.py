"""Who holds an office, and what is no office."""

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language


def offices(text: str) -> list[tuple[str, str]]:
    found = probe(text, load_language()).relations
    return [(r.subject.name, r.object.name) for r in found if r.predicate == "holds_office"]


@pytest.mark.parametrize("degree", ["Dr", "Dr.", "Prof. Dr.", "Ir."])
def test_degree_is_no_part_of_an_office(degree: str) -> None:
    text = f"Presiden Fiji {degree} Arkana Wiratama tiba di Tonga."
    assert offices(text) == [("Arkana Wiratama", "Presiden Fiji")]


def test_degree_alone_is_no_office() -> None:
    assert offices("Menurut Dr. Arkana Wiratama, perundingan itu berjalan dengan baik.") == []


def test_office_ends_before_a_short_form_in_brackets() -> None:
    text = "Menteri Luar Negeri Amerika Serikat (AS) Arkana Wiratama tiba di Tonga."
    assert offices(text) == [("Arkana Wiratama", "Menteri Luar Negeri Amerika Serikat")]


@pytest.mark.parametrize(
    "words",
    [
        "sekutunya, Arkana Wiratama,",
        "para pemimpin negara-negara tersebut, Arkana Wiratama dan Raka Suryanta,",
    ],
)
def test_what_is_owned_or_shared_is_no_office(words: str) -> None:
    assert offices(f"Fiji membela {words} dari tuduhan itu.") == []


def test_office_beside_another_name_is_not_held() -> None:
    text = "Presiden Fiji Raka Suryanta memuji pemimpin yang digulingkan, Pedro Castillo, di Suva."
    held = [(r.subject.name, r.object.name) for r in probe(text, load_language()).relations]
    assert ("Pedro Castillo", "Presiden") not in held


def test_rank_before_a_known_name_is_no_part_of_the_office() -> None:
    text = "Pemimpin milisi RSF Jenderal Mohamed Hamdan Dagalo dikenal sebagai Hemedti."
    held = [r.object.name for r in probe(text, load_language()).relations if r.predicate == "holds_office"]
    assert held == ["Pemimpin milisi RSF"]


def test_capital_behind_a_palace_is_the_town() -> None:
    text = "Mereka bertemu di Istana Merdeka, Jakarta."
    assert [(r.subject.name, r.object.name) for r in probe(text, load_language()).relations] == [
        ("Istana Merdeka", "Jakarta")
    ]


def test_short_form_between_an_office_and_its_name() -> None:
    text = "Direktur Jenderal Badan Energi Atom Internasional (IAEA), Arkana Wiratama, tiba di Suva."
    assert offices(text) == [("Arkana Wiratama", "Direktur Jenderal Badan Energi Atom Internasional")]
