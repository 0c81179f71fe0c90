"""Tests that who serves somebody speaks for themselves, and that experts and long titles keep their names."""

from __future__ import annotations

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Analysis, Statement


def analyse(text: str) -> Analysis:
    return probe(text, load_language())


def statements(text: str) -> list[Statement]:
    return list(analyse(text).statements)


@pytest.mark.parametrize(
    ("text", "name", "code", "office"),
    [
        (
            "Presiden Fiji Raka Suryanta tiba. Kantor Presiden Raka Suryanta mengatakan kapal itu pergi.",
            "Kantor Presiden Raka Suryanta",
            "FJI",
            None,
        ),
        (
            "Presiden Fiji Raka Suryanta tiba. Seorang juru bicara Presiden Raka Suryanta mengatakan kapal itu pergi.",
            "Seorang juru bicara Presiden Raka Suryanta",
            "FJI",
            "juru bicara",
        ),
        (
            'Presiden Fiji Raka Suryanta tiba. "Kami menunggu," kata Juru Bicara Raka, Danu Prasetya, dalam pengarahan.',
            "Danu Prasetya",
            "FJI",
            "Juru Bicara Raka",
        ),
        # the spokesman has a name of his own
        (
            "Juru bicara militer Fiji Raka Suryanta mengatakan kapal itu pergi.",
            "Raka Suryanta",
            "FJI",
            "Juru bicara militer Fiji",
        ),
        (
            "Pakar hukum internasional Raka Suryanta menyatakan bahwa Fiji harus netral.",
            "Raka Suryanta",
            None,
            "Pakar hukum internasional",
        ),
        (
            '"Ada tiga," kata Direktur Perlindungan Anak dan Badan Hukum Fiji, Danu Prasetya, kepada wartawan.',
            "Danu Prasetya",
            "FJI",
            "Direktur Perlindungan Anak dan Badan Hukum Fiji",
        ),
    ],
)
def test_who_serves_and_who_knows_speaks(text: str, name: str, code: str | None, office: str | None) -> None:
    found = statements(text)[-1].speaker

    assert (found.name, found.code, found.office) == (name, code, office)


def test_body_between_commas_belongs_to_the_title() -> None:
    found = analyse("Direktur Perlindungan Anak, Kemlu RI, Danu Prasetya, tiba.").people

    assert [(p.name, p.code) for p in found] == [("Danu Prasetya", "IDN")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Menteri Air Fiji Raka Suryanta tiba. Kata dia, kedua negara telah sepakat.",
            "kedua negara telah sepakat",
        ),
        ("Menteri Air Fiji Raka Suryanta tiba. Meski begitu kata dia, Fiji tetap pergi.", "Fiji tetap pergi"),
    ],
)
def test_cue_opens_a_sentence(text: str, content: str) -> None:
    (found,) = statements(text)

    assert (found.speaker.name, text[found.content.start : found.content.end]) == ("Raka Suryanta", content)


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Air Fiji Raka Suryanta tiba. Kata kunci, kedua negara telah sepakat.",
        "Menteri Air Fiji Raka Suryanta tiba. Kata itu, kedua negara telah sepakat.",
    ],
)
def test_a_mere_word_is_no_cue(text: str) -> None:
    assert statements(text) == []


def test_they_who_spoke_before_go_on_speaking() -> None:
    names = [
        s.speaker.name
        for s in statements(
            "Pihak militer Gabon menegaskan mereka tak menerima hasil itu. Mereka menambahkan perbatasan akan ditutup."
        )
    ]

    assert len(names) == 2
    assert names[0] == names[1]


def test_words_of_a_headline_are_no_name() -> None:
    found = probe("Taliban Wajibkan Wanita Berhijab, Kata Juru Bicara", load_language(), "title").statements

    assert all("Wajibkan" not in s.speaker.name for s in found)


@pytest.mark.parametrize(
    ("text", "name", "office"),
    [
        # the president is served, and has no such post
        (
            'Presiden Fiji Raka Suryanta tiba. "Kami siap," kata juru bicara Suryanta pekan lalu.',
            "juru bicara Suryanta",
            "juru bicara",
        ),
        (
            'Presiden Fiji Raka Suryanta tiba. "Kami siap," ujar sekretaris pers Suryanta, Danu Prasetya.',
            "Danu Prasetya",
            "sekretaris pers Suryanta",
        ),
    ],
)
def test_post_beside_somebody_is_not_theirs(text: str, name: str, office: str) -> None:
    found = analyse(text)

    assert (found.statements[-1].speaker.name, found.statements[-1].speaker.office) == (name, office)
    held = {r.object.name for r in found.relations if r.subject.name == "Raka Suryanta"}
    assert held == {"Presiden Fiji"}
