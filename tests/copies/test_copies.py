"""Copies are found whatever stands around them, independent reports are not, and origins are read."""

from __future__ import annotations

import random

import pytest

from saksi.clean.pages import clean
from saksi.copies import Text, find_copies, find_origin, group_of, text_of
from saksi.lang.copies import load_copy_rules
from saksi.lang.language import load_language
from saksi.records import Article, Page

SENTENCES = [
    "Menteri Pertahanan Pulau Tirta dan Kota Ambar bertemu di dermaga utara pada Rabu pagi.",
    "Keduanya membahas patroli bersama di selat yang memisahkan dua wilayah itu sejak lama.",
    "Patroli akan dimulai bulan depan dan melibatkan sedikitnya dua belas kapal cepat.",
    "Nelayan setempat menyambut baik kesepakatan itu setelah bertahun-tahun dilanda perompakan.",
    "Juru bicara Pulau Tirta mengatakan biaya operasi ditanggung bersama oleh kedua pihak.",
    "Perjanjian itu masih harus disahkan oleh parlemen masing-masing sebelum akhir tahun ini.",
    "Pengamat menilai langkah itu mengurangi ketegangan yang memuncak sejak insiden bulan Maret.",
    "Dalam insiden itu dua perahu ditahan dan sebelas awaknya baru dilepas sebulan kemudian.",
]
OTHER = [
    "Gempa bermagnitudo enam mengguncang pesisir selatan Pulau Ulung pada Kamis dini hari.",
    "Sedikitnya empat ratus rumah rusak dan ribuan warga mengungsi ke tempat yang lebih tinggi.",
    "Bantuan pertama tiba dengan kapal angkut dari Kota Ambar beberapa jam setelah gempa.",
    "Pemerintah setempat menetapkan masa tanggap darurat selama dua pekan ke depan.",
]


def story(*sentences: str) -> str:
    return " ".join(sentences)


def kinds(*texts: Text) -> list[str]:
    return [pair.kind for group in find_copies(texts) for pair in group.pairs]


def test_the_same_text_under_another_dateline_is_a_copy() -> None:
    assert kinds(
        Text("a", story(*SENTENCES)), Text("b", f"AMBAR, WARTA - {story(*SENTENCES)} Baca terus kabar kami.")
    ) == ["copy"]


def test_half_a_text_is_a_cut_copy() -> None:
    group = find_copies([Text("a", story(*SENTENCES)), Text("b", story(*SENTENCES[:4]))])[0]
    assert group.pairs[0].kind == "cut"
    assert group.pairs[0].share == 1.0


def test_changed_words_everywhere_are_found_by_runs_of_words() -> None:
    changed = [sentence.replace(" yang ", " nan ").replace(" dan ", " serta ") for sentence in SENTENCES]
    group = find_copies([Text("a", story(*SENTENCES)), Text("b", story(*changed))])[0]
    assert group.pairs[0].kind == "reworked"


def test_one_shared_quotation_makes_no_copy() -> None:
    assert kinds(Text("a", story(*SENTENCES)), Text("b", story(*OTHER, SENTENCES[4]))) == []


def test_a_quarter_of_the_text_counts_only_under_one_agency() -> None:
    mixed = story(
        *OTHER, OTHER[0].replace("enam", "tujuh"), OTHER[1].replace("empat", "lima"), *SENTENCES[:3]
    )
    assert kinds(Text("a", story(*SENTENCES)), Text("b", mixed)) == []
    assert kinds(Text("a", story(*SENTENCES), "antaranews"), Text("b", mixed, "antaranews")) == ["agency"]


def test_groups_do_not_depend_on_the_order_of_texts() -> None:
    texts = [Text(f"{index}", story(*SENTENCES[: 3 + index % 5])) for index in range(12)]
    texts += [Text(f"x{index}", story(*OTHER)) for index in range(3)]
    wanted = find_copies(texts)
    random.Random(3).shuffle(texts)  # noqa: S311  # a fixed order, no secret
    assert find_copies(texts) == wanted
    assert [len(group.members) for group in wanted] == [12, 3]
    assert group_of(wanted)["x2"] == "x0"


def test_a_crowd_of_copies_is_one_group() -> None:
    texts = [Text(f"{index:03}", story(*SENTENCES)) for index in range(60)]
    assert [len(group.members) for group in find_copies(texts)] == [60]


def test_texts_without_words_have_no_copies() -> None:
    assert find_copies([Text("a", ""), Text("b", ""), Text("c", "!!!")]) == ()


def page_of(*lines: str) -> Page:
    return clean(Article("t", "\n\n".join(lines)), load_language().furniture)


@pytest.mark.parametrize(
    ("lines", "outlet", "kind"),
    [
        (
            (
                "Dua Menteri Bertemu",
                *SENTENCES,
                "Artikel ini telah tayang di Kompas.com dengan judul Dua Menteri Bertemu",
            ),
            "kompas.com",
            "republished",
        ),
        (
            (
                "Dua Menteri Bertemu",
                f"AMBAR (ANTARA) - {SENTENCES[0]}",
                *SENTENCES[1:],
                "© 2024 Kabarmalam.com",
            ),
            "antaranews",
            "agency",
        ),
        (("Dua Menteri Bertemu", *SENTENCES, "(ant/dil)"), "antaranews", "agency"),
        (("Dua Menteri Bertemu", *SENTENCES, "Sumber: Kabarmalam.com"), "kabarmalam", "source"),
        (
            (
                "Dua Menteri Bertemu",
                f"{SENTENCES[0][:-1]}, dikutip dari Warta Pagi, Jumat (5/7).",
                *SENTENCES[1:],
            ),
            "warta pagi",
            "cited",
        ),
    ],
)
def test_origins(lines: tuple[str, ...], outlet: str, kind: str) -> None:
    language = load_language()
    page = page_of(*lines)
    origin = find_origin(page, load_copy_rules(), language.furniture.outlets)
    assert origin is not None
    assert (origin.outlet, origin.kind) == (outlet, kind)
    assert page.article.text[origin.start : origin.end].strip()


def test_a_page_is_not_its_own_origin() -> None:
    language = load_language()
    page = page_of("Dua Menteri Bertemu", f"Ambar (ANTARA) - {SENTENCES[0]}", *SENTENCES[1:], "© ANTARA 2024")
    assert find_origin(page, load_copy_rules(), language.furniture.outlets) is None


def test_the_text_that_is_compared_has_no_furniture() -> None:
    language = load_language()
    page = page_of(
        "Dua Menteri Bertemu", f"AMBAR, WARTA.com - {SENTENCES[0]}", "Baca juga: Kapal Karam", SENTENCES[1]
    )
    text = text_of(page, "a", load_copy_rules(), language.furniture.outlets)
    assert text.story == f"Dua Menteri Bertemu\n{SENTENCES[0]}\n{SENTENCES[1]}"
