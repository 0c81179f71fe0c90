"""Tests that a speaker keeps name, office and country when later words tell only a part of them."""

from __future__ import annotations

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Analysis, Entity


def analyse(text: str) -> Analysis:
    return probe(text, load_language())


def speaker(text: str, n: int = -1) -> Entity:
    return analyse(text).statements[n].speaker


@pytest.mark.parametrize(
    ("text", "name", "code", "office"),
    [
        # half of a longer name
        (
            (
                "Menurut Raka Arkana Wiratama, juru bicara junta militer Myanmar, kapal itu pergi. "
                "Arkana Wiratama juga menegaskan bahwa pelabuhan ditutup."
            ),
            "Raka Arkana Wiratama",
            "MMR",
            "juru bicara junta militer Myanmar",
        ),
        (
            "Menteri Air Fiji, Raka Adi Wiratama, tiba. Raka Wiratama mengatakan bahwa kapal itu pergi.",
            "Raka Adi Wiratama",
            "FJI",
            "Menteri Air Fiji",
        ),
        # the ministry is told of later
        (
            'Direktur Eropa Kementerian Luar Negeri, Danu Prasetya, tiba. "Kita siap," kata Danu di Gedung Kemlu RI.',
            "Danu Prasetya",
            "IDN",
            "Direktur Eropa Kementerian Luar Negeri",
        ),
        # an ordinal inside the title
        (
            "Duta Besar Fiji pertama untuk Tonga, Raka Suryanta mengatakan kapal itu pergi.",
            "Raka Suryanta",
            "FJI",
            "Duta Besar Fiji pertama untuk Tonga",
        ),
        # an office right behind the name
        (
            "Namun, Raka Suryanta Sekretaris Pers Kantor Kepresidenan Fiji menjelaskan kapal itu pergi.",
            "Raka Suryanta",
            "FJI",
            "Sekretaris Pers Kantor Kepresidenan Fiji",
        ),
        # a pronoun for a title alone
        (
            (
                "Duta Besar Fiji untuk Tonga, Raka Suryanta tiba. Dubes Fiji berbicara tentang laut. "
                "Ia menegaskan kapal itu pergi."
            ),
            "Raka Suryanta",
            "FJI",
            "Duta Besar Fiji untuk Tonga",
        ),
        # the country's leader
        (
            "Presiden Fiji Raka Suryanta mengatakan kapal itu tiba. Pemimpin Fiji menegaskan bahwa laut itu aman.",
            "Raka Suryanta",
            "FJI",
            "Presiden Fiji",
        ),
        # of two presidents the one that the story is about
        (
            'Presiden Fiji Raka Suryanta mengundang Presiden Tonga Arkana Wiratama. "Kami menunggu," ujar Presiden.',
            "Raka Suryanta",
            "FJI",
            "Presiden Fiji",
        ),
        # described by what he is, with "itu"
        (
            '"Aspek itu penting," tegas Grigory Vetrov. "Kami menunggu," tambah ajudan Kremlin itu.',
            "Grigory Vetrov",
            "RUS",
            "ajudan Kremlin",
        ),
        # who is told of inside the words does not speak on
        (
            "Menteri Air Fiji Raka Suryanta mengatakan Tonga berjanji pergi. Kapal itu tiba, lanjutnya.",
            "Raka Suryanta",
            "FJI",
            "Menteri Air Fiji",
        ),
        # more words behind a quotation and its cue
        (
            '"Itu tidak bisa diterima," kata Menteri Air Fiji Raka Suryanta, seraya menambahkan bahwa kapal itu pergi.',
            "Raka Suryanta",
            "FJI",
            "Menteri Air Fiji",
        ),
    ],
)
def test_speaker_keeps_name_office_and_country(text: str, name: str, code: str, office: str) -> None:
    found = speaker(text)

    assert (found.name, found.code, found.office) == (name, code, office)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # a relative with the same family name
        (
            "Menteri Air Fiji, Raka Adi Wiratama, tiba. Danu Wiratama mengatakan bahwa kapal itu pergi.",
            "Danu Wiratama",
        ),
        # two longer names hold the same half
        (
            (
                "Menteri Air Fiji, Raka Adi Wiratama, dan Menteri Air Tonga, Raka Budi Wiratama, tiba. "
                "Raka Wiratama mengatakan bahwa kapal itu pergi."
            ),
            "Raka Wiratama",
        ),
        # the minister who spoke does not lead his country
        (
            "Menteri Air Fiji Raka Suryanta mengatakan kapal itu tiba. Pemimpin Fiji menegaskan bahwa laut itu aman.",
            "Pemimpin Fiji",
        ),
        # the maker of a paper speaks in it
        (
            (
                "Laporan itu menyebutkan bahwa kedutaan besar Fiji mengatakan kapal itu tiba. "
                '"Kapal itu pergi," tambah pernyataan itu.'
            ),
            "kedutaan besar Fiji",
        ),
    ],
)
def test_speaker_is_not_taken_for_another(text: str, name: str) -> None:
    assert speaker(text).name == name


def test_title_of_the_source_is_not_that_of_the_next_name() -> None:
    offices = {
        r.subject.name
        for r in analyse(
            "Menurut Raka Suryanta, juru bicara junta militer Myanmar, Arkana Wiratama didakwa."
        ).relations
        if r.predicate == "holds_office"
    }

    assert offices == {"Raka Suryanta"}


def test_observer_in_a_headline_is_not_the_one_named_before() -> None:
    people = analyse(
        "Perang berlanjut usai kunjungan Raka Suryanta, Pengamat: Tak Mudah Meminta Fiji Mundur"
    ).people

    assert all(p.office is None for p in people)


def test_title_with_its_own_name_behind_is_not_of_the_name_before() -> None:
    found = analyse(
        "Dalam perbincangan di program Lintas Ambar Sulung, Duta Besar Fiji untuk Tonga, "
        "Raka Suryanta memberikan pandangannya."
    )

    assert {r.subject.name for r in found.relations if r.predicate == "holds_office"} == {"Raka Suryanta"}


def test_verb_after_setelah_is_of_the_subject() -> None:
    names = {
        s.speaker.name
        for s in analyse(
            'Militer Niger memerintahkan Raka pergi, setelah menyebut tindakan Prancis "buruk".'
        ).statements
    }

    assert names == {"Militer Niger"}


def test_dia_in_somebodys_words_is_that_one() -> None:
    names = {
        s.speaker.name
        for s in analyse(
            'Juru bicara Kremlin Grigory Vetrov berkata. "Kami siap," kata Vetrov. Presiden Fiji Raka Suryanta sempat mengatakan bahwa dia '
            'tidak menyesali apa yang dia sebut sebagai "operasi khusus" itu.'
        ).statements
    }

    assert names == {"Grigory Vetrov", "Raka Suryanta"}


def test_junta_is_of_the_country_where_the_story_is() -> None:
    text = (
        "Para pemimpin kudeta di Niger memberi waktu kepada duta besar Prancis. Junta mengatakan utusan Prancis "
        "menolak undangan. Prancis tidak mengakui hal itu, kata Prancis."
    )

    assert speaker(text, 1).code == "NER" or speaker(text, 0).code == "NER"


def test_group_keeps_the_word_that_tells_which() -> None:
    assert (
        speaker("Kelompok kudeta mengatakan visa itu telah dicabut di Niamey, Niger.").name
        == "Kelompok kudeta"
    )


def test_short_office_of_somebody_known_stays_the_long_one() -> None:
    text = "Daftar nama: Ketua Dewan Negara Kuba Miguel Diaz-Canel. Ketua Miguel Diaz-Canel."

    assert [r.object.name for r in analyse(text).relations] == ["Ketua Dewan Negara Kuba"]
    assert [p.office for p in analyse(text).people] == ["Ketua Dewan Negara Kuba"]


def test_pointing_word_is_no_part_of_a_group() -> None:
    found = analyse("Kelompok itu mengatakan visa itu telah dicabut di Niamey, Niger.").statements

    assert all(s.speaker.name != "Kelompok itu" for s in found)
