"""Roles on invented pages, and the share of furniture found in the gold articles when they are there."""

from __future__ import annotations

import re
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksi.clean.pages import clean
from saksi.lang.furniture import load_furniture
from saksi.records import Article, Line, Page

DATA = files("saksi") / "data"
RULES = load_furniture(DATA / "lang/id/furniture.toml", DATA / "outlets")
GOLD = Path(__file__).parents[3] / "shared" / "gold"
STORY = ("body", "title", "lead", "subhead")
BODY = "Pemerintah Ambar menutup pelabuhan itu sejak Senin pagi karena ancaman serangan."
MORE = "Dua menteri akan bertemu di Ulung pekan depan untuk membahas gencatan senjata."
LAST = "Juru bicara kementerian menolak mengatakan siapa yang akan memimpin perundingan."


def page_of(*lines: str) -> Page:
    return clean(Article("a.txt", "\n\n".join(lines)), RULES)


def roles(*lines: str) -> list[str]:
    return [line.role for line in page_of(*lines).lines]


def test_head_of_a_page() -> None:
    lines = (
        "Jum'at, 19/04/2024 12:55 WIB",
        "Internasional",
        "Ambar Tutup Pelabuhan Setelah Ancaman",
        "Dua negara tetangga meminta penjelasan sebelum pertemuan di Ulung",
        "Pelabuhan Ambar dari udara (Foto: Istimewa)",
        f"Ulung - {BODY}",
        MORE,
    )
    assert roles(*lines) == ["date", "nav", "title", "lead", "caption", "body", "body"]


def test_page_tells_title_dateline_outlet_and_language() -> None:
    page = page_of("Ambar Tutup Pelabuhan", f"Ulung (WARTA) - {BODY}", MORE, "Copyright © WARTA 2024")
    assert page.title == "Ambar Tutup Pelabuhan"
    assert page.dateline is not None
    assert (page.dateline.place, page.dateline.outlet) == ("Ulung", "WARTA")
    assert page.outlet == "warta"
    assert page.language == "id"
    story = page.lines[1]
    assert page.article.text[story.story_start : story.end] == BODY


def test_known_outlets_have_one_id() -> None:
    assert page_of(f"Jakarta, CNN Indonesia -- {BODY}", MORE).outlet == "cnnindonesia"
    assert page_of(f"JAKARTA, KOMPAS — {BODY}", MORE).outlet == "kompas.id"
    assert page_of(f"JAKARTA, KOMPAS.com - {BODY}", MORE).outlet == "kompas.com"


def test_dateline_alone() -> None:
    page = page_of("Ambar Tutup Pelabuhan", "Ulung, Kabar-contoh.online-", BODY, MORE)
    assert [line.role for line in page.lines] == ["title", "dateline", "body", "body"]
    assert page.outlet == "kabar-contoh"


def test_a_dateline_with_an_outlet_beats_the_capital_tag_of_a_caption() -> None:
    page = page_of(
        "Ambar Tutup Pelabuhan", f"PELABUHAN SEPI - {MORE}", f"KABARMALAM.COM, ULUNG - {BODY}", LAST
    )
    assert [line.role for line in page.lines] == ["title", "lead", "body", "body"]
    assert page.dateline is not None
    assert page.dateline.place == "ULUNG"


def test_the_title_is_the_headline_that_speaks_of_the_story() -> None:
    page = page_of("Selamat Datang di Kabupaten Contoh", "Pemerintah Ambar Menutup Pelabuhan", BODY, MORE)
    assert page.title == "Pemerintah Ambar Menutup Pelabuhan"


def test_headlines_that_exclaim_stay_in_their_list() -> None:
    link = "- Warga Ulung Marah Besar: Urus Dulu Harga Beras, Gula, dan Minyak!"
    assert roles(BODY, MORE, LAST, "Berita Terkait", "-", link, link + "?")[3:] == [
        "related",
        "nav",
        "related",
        "related",
    ]


def test_agency_in_brackets_does_not_take_the_last_paragraph_away() -> None:
    assert roles("Ambar Tutup Pelabuhan", BODY, f"{MORE} (AFP/B-3)")[-2:] == ["body", "initials"]
    assert roles("Ambar Tutup Pelabuhan", BODY, f"{MORE} (Sumber: Warta)")[-2:] == ["body", "source_note"]
    assert roles("Ambar Tutup Pelabuhan", f"{BODY} (AFP/Arung Panca)", MORE, LAST)[1] == "caption"


def test_a_page_of_one_captioned_paragraph_is_story() -> None:
    assert roles("Ambar Tutup Pelabuhan", f"{BODY} (REUTERS/Arung Panca/Sulung)")[1] == "body"


def test_credit_of_a_picture_after_its_caption() -> None:
    lines = (
        "Ambar Tutup Pelabuhan",
        "Presiden Ambar dan pasukannya.",
        "Sumber :",
        "• Kantor Warta",
        BODY,
        MORE,
    )
    assert roles(*lines) == ["title", "caption", "source_note", "source_note", "body", "body"]


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Pyongyang, Korea Utara - ", None),
        ("Ambar, Tanah Asing - ", None),
        ("Ambar, iNews.id - ", "inews"),
        ("AMBARNEWS -", "ambarnews"),
    ],
)
def test_outlet_of_a_dateline(head: str, outlet: str | None) -> None:
    assert page_of("Ambar Tutup Pelabuhan", head + BODY, MORE).outlet == outlet


def test_doubled_text_keeps_the_first_copy() -> None:
    lines = (
        "Ambar Tutup Pelabuhan",
        f"ULUNG - {BODY}",
        MORE,
        "Reaksi dunia",
        LAST,
        BODY,
        MORE,
        "Reaksi dunia",
        LAST,
    )
    assert roles(*lines)[1:] == ["body", "body", "subhead", "body", "repeat", "repeat", "repeat", "repeat"]


def test_clip_title_and_the_line_it_is_glued_to() -> None:
    clip = "Lima insinyur selamat dari ledakan di Ulung"
    page = page_of("Ambar Tutup Pelabuhan", BODY, "01:54", clip, f"{clip} {MORE}", LAST)
    assert [line.role for line in page.lines] == ["title", "body", "embed", "embed", "body", "body"]
    glued = page.lines[4]
    assert page.article.text[glued.story_start : glued.end] == MORE


def test_initials_after_the_last_sentence_are_cut_off() -> None:
    page = page_of("Ambar Tutup Pelabuhan", BODY, f"{MORE} [ab/cd]")
    assert [line.role for line in page.lines][-2:] == ["body", "initials"]
    assert (
        roles("Ambar Tutup Pelabuhan", BODY, "Mereka bertemu Persatuan Negara Berdaulat (PNB)")[-1] == "body"
    )


def test_list_of_links_ends_where_the_story_goes_on() -> None:
    lines = (
        "Ambar Tutup Pelabuhan",
        BODY,
        "Pilihan Redaksi",
        "Kapal Karam di Ulung",
        "Harga Beras Naik",
        MORE,
        LAST,
    )
    assert roles(*lines) == ["title", "body", "related", "related", "related", "body", "body"]


def test_nothing_after_the_comments_is_story() -> None:
    lines = ("Ambar Tutup Pelabuhan", BODY, MORE, LAST, "Leave a Reply", MORE + " Setuju sekali!", "Arung")
    assert roles(*lines)[4:] == ["comments", "comments", "comments"]


def test_headline_without_label_at_the_end() -> None:
    lines = (BODY, MORE, "Baca juga: Kapal karam", "Ribuan warga Ambar tinggalkan ibu kota", "Editor: Arung")
    assert roles(*lines) == ["body", "body", "related", "related", "byline"]


def test_quoted_lines_are_no_subheads() -> None:
    lines = (
        BODY,
        '"Kami lelah," tutur Arung. "Semua gelap."',
        '"Kami lelah," tutur Arung',
        "Bantuan tersendat",
        MORE,
    )
    assert roles(*lines) == ["body", "body", "body", "subhead", "body"]


@pytest.mark.parametrize("text", ["Ambar mengecam Ulung", "Ambar mengecam Ulung.", "Apa itu Ambar?"])
def test_a_single_line_is_story(text: str) -> None:
    assert roles(text) == ["body"]


def test_other_languages_are_a_problem() -> None:
    english = (
        "The minister said that the port of the city was closed for a week and that it is not safe. " * 3
    )
    malay = (
        "Menteri itu berkata beliau boleh hadir kerana kerajaan dan polis telah bersedia pada Khamis lepas. "
        * 3
    )
    assert page_of(english).language == "en"
    assert page_of(malay).language == "ms"
    assert page_of(english).problems
    assert page_of(malay).problems
    assert not page_of(BODY, MORE, LAST).problems


def test_page_without_story_is_a_problem() -> None:
    assert page_of("ADVERTISEMENT", "Baca juga: Kapal karam").problems
    assert page_of("").problems == ()


@pytest.mark.parametrize(
    "noise", ["a", "(", "ab ", "Halaman ", "\n", "A\n", "Related\n", f"{BODY}\n", "x. [a/b]\n"]
)
def test_time_grows_with_length_only(noise: str) -> None:
    text = noise * (200_000 // len(noise))
    began = process_time()
    clean(Article("a.txt", text), RULES)
    assert process_time() - began < 6


def test_lines_cover_all_but_white_space() -> None:
    text = f"Judul Ambar\n\n {BODY} [ab/cd]\r\n\u200bEditor: Arung\n"
    page = clean(Article("a.txt", text), RULES)
    covered = "".join(text[line.start : line.end] for line in page.lines)
    assert re.sub(r"\s|\u200b", "", covered) == re.sub(r"\s|\u200b", "", text)


@pytest.mark.skipif(not GOLD.exists(), reason="the gold articles are not here")
def test_gold_furniture_is_found_and_no_story_lost() -> None:
    found = kept = wanted = 0
    for gold, text in _gold():
        lines = clean(Article("a.txt", text), RULES).lines
        for prefix in gold["furniture"]:
            starts = [m.start(1) for m in re.finditer(rf"(?m)^\s*({re.escape(prefix)})", text)]
            hit = [
                line
                for at in starts
                for line in lines
                if line.start <= at < line.end and line.role not in STORY
            ]
            wanted += 1
            found += bool(hit)
        for record in gold["events"] + gold["statements"]:
            kept += not any(_is_lost(text, a, lines) for a in record.get("anchors") or [record["anchor"]])
    assert found / wanted >= 0.99
    assert kept == sum(len(gold["events"]) + len(gold["statements"]) for gold, _ in _gold())


def _gold() -> list[tuple[dict[str, Any], str]]:
    import yaml

    golds = [yaml.safe_load(path.read_text("utf-8")) for path in sorted((GOLD / "articles").glob("*.yaml"))]
    return [(gold, gold.get("text") or (GOLD / gold["source"]).read_text("utf-8")) for gold in golds]


def _is_lost(text: str, anchor: str, lines: tuple[Line, ...]) -> bool:
    words = r"\s+".join(re.escape(word) for word in anchor.split())
    spots = [m.start() for m in re.finditer(words, text)]
    story = [line for line in lines if line.role in (*STORY, "caption", "kicker")]
    return bool(spots) and not any(line.start <= at < line.end for at in spots for line in story)


@given(
    st.lists(
        st.sampled_from(
            [
                BODY,
                MORE,
                "A",
                "Judul \u2003",
                "(ab",
                "[ab/cd]",
                "01:54",
                "Related",
                "- ",
                "\u1680x",
                "é\u0301",
                "Baca juga:",
                "Ulung -",
                "\x0c",
                "\u2028",
            ]
        ),
        max_size=12,
    ),
    st.text(max_size=20),
)
def test_any_page_is_covered_by_lines_in_order(pieces: list[str], noise: str) -> None:
    text = "\n".join(pieces) + noise
    lines = clean(Article("a.txt", text), RULES).lines
    assert all(line.start < line.end and line.role for line in lines)
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert all(line.start <= line.story_start <= line.end for line in lines)
