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
