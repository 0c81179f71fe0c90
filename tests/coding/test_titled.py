"""Whom a title or a body without its country means, and whose words are left alone."""

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Entity


def speakers(text: str) -> list[Entity]:
    return [s.speaker for s in probe(text, load_language()).statements]


@pytest.mark.parametrize(
    ("text", "name", "code"),
    [
        (
            'Presiden Fiji Arkana Wiratama tiba di Tonga. "Kami akan kembali ke meja itu," kata Presiden.',
            "Arkana Wiratama",
            "FJI",
        ),
        (
            "Menteri Luar Negeri Fiji Arkana Wiratama tiba. Menlu mengatakan kapal itu milik Fiji.",
            "Arkana Wiratama",
            "FJI",
        ),
        (
            "Mantan presiden Fiji Raka Suryanta pulang. Presiden Fiji Arkana Wiratama tiba. Mantan presiden itu mengatakan tuduhan itu tanpa bukti.",
            "Raka Suryanta",
            "FJI",
        ),
        (
            'Koalisi pimpinan Arab Saudi di Yaman menggagalkan serangan. "Milisi itu melanggar gencatan," kata koalisi.',
            "Koalisi Arab",
            "IGO",
        ),
        (
            "Departemen Keuangan AS menjatuhkan sanksi di Wina. Departemen Keuangan menuduh bank itu mendanai senjata.",
            "Departemen Keuangan",
            "USA",
        ),
        ("Menlu Retno tiba di Suva. Retno mengatakan Fiji ingin bekerja sama.", "Retno Marsudi", "IDN"),
    ],
)
def test_title_or_body_alone_is_the_one_named_before(text: str, name: str, code: str) -> None:
    found = speakers(text)[-1]
    assert (found.name, found.code) == (name, code)


@pytest.mark.parametrize(
    "text",
    [
        # two presidents: nobody is meant
        'Presiden Fiji Arkana Wiratama bertemu Presiden Tonga Raka Suryanta. "Kami setuju," kata Presiden.',
        # one of several
        'Presiden Fiji Arkana Wiratama tiba. "Kami siap berunding," kata seorang presiden.',
        # another office
        'Presiden Fiji Arkana Wiratama tiba. "Kami siap berunding," kata Menteri Luar Negeri.',
    ],
)
def test_title_alone_means_nobody_where_the_text_does_not_settle_it(text: str) -> None:
    assert "Arkana" not in speakers(text)[-1].name


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Juru bicara perwakilan perdagangan Fiji, Raka Suryanta mengatakan pihaknya kalah.",
            "Juru bicara perwakilan perdagangan Fiji",
        ),
        (
            "Perdana Menteri (PM) Fiji Raka Suryanta mengatakan perundingan itu batal.",
            "Perdana Menteri Fiji",
        ),
        (
            "Kepala Badan Bencana Fiji (BMF) Letjen Raka Suryanta mengatakan hujan akan turun.",
            "Kepala Badan Bencana Fiji",
        ),
        (
            "Menteri Pertahanan Fiji, Jenderal (Purn) Raka Suryanta, mengatakan kapal itu hilang.",
            "Menteri Pertahanan Fiji",
        ),
        ("Menlu Iran Seyed Abbas Araghchi mengatakan perundingan itu batal.", "Menlu Iran"),
        (
            '"Kami siap," kata Raka Suryanta, seorang pejabat setempat dilansir dari Kantor Laut, Selasa.',
            "pejabat setempat",
        ),
        ("Jenderal Raka Suryanta mengatakan kapal itu hilang.", "Jenderal"),
    ],
)
def test_office_without_what_is_no_part_of_it(text: str, office: str) -> None:
    assert speakers(text)[0].office == office


@pytest.mark.parametrize(
    "text",
    [
        "Menurut Arkana Wiratama, Menlu Fiji sangat mendukung perundingan itu dan akan datang.",
        "Seperti kata PM Raka Suryanta, Wiratama mengatakan perundingan itu batal.",
    ],
)
def test_who_is_told_of_behind_a_name_is_not_its_office(text: str) -> None:
    people = {p.name: p.office for p in probe(text, load_language()).people}
    assert not any(office and "Wiratama" in name for name, office in people.items())


def test_person_behind_an_apposition_speaks() -> None:
    text = (
        "Menlu Fiji Arkana Wiratama tiba. Dalam pertemuannya dengan Perdana Menteri Tonga, Raka Suryanta, "
        "Wiratama mengatakan bahwa kerja sama akan berlanjut."
    )
    assert speakers(text)[-1].name == "Arkana Wiratama"


def test_capitals_of_a_commission_are_nobody() -> None:
    people = probe("Ketua Komisi XI DPR, Raka Suryanta, tiba di Suva.", load_language()).people
    assert [p.name for p in people] == ["Raka Suryanta"]


def test_verb_of_saying_with_a_capital_is_no_name() -> None:
    text = '"Kami siap berunding dengan siapa pun," Kata Arkana Wiratama, ketua partai itu.'
    assert [s.name for s in speakers(text)] == ["Arkana Wiratama"]
