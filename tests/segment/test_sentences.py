"""Sentence ends in invented lines: quotations, abbreviations, initials, figures."""

from __future__ import annotations

from importlib.resources import files
from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.lang.segmentation import load_sentence_rules
from saksi.segment.sentences import split_sentences

RULES = load_sentence_rules(files("saksi") / "data" / "lang" / "id" / "abbreviations.tsv")


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, 0, len(text), RULES)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["Rapat itu usai.", "Para delegasi pulang."],
        ['"Kami siap.', 'Kami menunggu," kata Arung.'],
        ['"Kami siap."', "Ia lalu pergi."],
        ["“Apakah perang akan pecah?”", "Ia tidak menjawab."],
        ['"Apakah kita siap?" tanya Arung.'],
        ['Arung menjawab: "Belum."', '"Kapan?" desak wartawan.'],
        ["Kantor itu berada di Jl. Melati No. 5, Kab. Contoh.", "Ia tiba pukul 05.30 WIB."],
        ["PT Samudra Tbk. menolak berkomentar."],
        ["Brigjen. Arung dan Letjen. Panca bertemu Dr. Ir. H. Sulung, S.H., M.H. di sana."],
        ["Pelapornya M. Arung dan K.H. Panca.", "Keduanya hadir."],
        ["Presiden A.S. Arung Panca menolak."],
        ["Ia bergelar S.H.", "Ia bekerja di Ambar."],
        ["Rapat digelar Komisi I.", "Hasilnya diumumkan Senin."],
        ["Nilainya Rp 2,5 miliar atau 1.200 unit.", "Angkanya naik 3.5 persen."],
        ["Perundingan itu berjalan...", "Tidak ada hasil."],
        ["Perjanjian diteken pada 2021.", "17 negara hadir."],
        ["1. Kota Ambar ditutup."],
        ["Kapal tiba di pelabuhan.", "Awaknya selamat."],
        ["Anggaran, pasukan, dll.", "Semua dibahas."],
        ["(Ia belum menjawab.)", "Kantornya tutup."],
    ],
)
def test_sentences_end_where_a_reader_would_end_them(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


def test_a_stop_glued_to_the_next_sentence_ends_one() -> None:
    assert cut("Kapal itu tiba di pelabuhan.Para awaknya selamat.") == [
        "Kapal itu tiba di pelabuhan.",
        "Para awaknya selamat.",
    ]
    assert cut("Laporan kabarpagi.com dan Suara.id Kota.") == ["Laporan kabarpagi.com dan Suara.id Kota."]


def test_spans_stay_inside_the_range() -> None:
    text = "Satu. Dua. Tiga."
    assert split_sentences(text, 6, 10, RULES) == ((6, 10),)
    assert split_sentences(text, 5, 6, RULES) == ()


@pytest.mark.parametrize("noise", [".", '."', " .", "a. ", '"', "... A", "?!"])
def test_time_grows_with_length_only(noise: str) -> None:
    text = noise * (400_000 // len(noise))
    began = perf_counter()
    split_sentences(text, 0, len(text), RULES)
    assert perf_counter() - began < 3


@given(st.text(alphabet="aB1 .!?…\"'”“()-\u00a0\nJl", max_size=60))
def test_any_text_is_covered_by_sentences_in_order(text: str) -> None:
    spans = split_sentences(text, 0, len(text), RULES)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    kept = {i for a, b in spans for i in range(a, b)}
    assert all(i in kept or text[i].isspace() for i in range(len(text)))


def test_sentences_glued_by_scraping_are_parted() -> None:
    parts = cut(
        "Kapal itu tiba di dermaga.Mereka lalu turun. “Kami siap,” katanya.“Besok kami pulang,” ujarnya."
    )
    assert parts == [
        "Kapal itu tiba di dermaga.",
        "Mereka lalu turun.",
        "“Kami siap,” katanya.",
        "“Besok kami pulang,” ujarnya.",
    ]
