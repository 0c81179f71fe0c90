"""The publication date: printed, told, settled by a summit, or left open."""

import pytest

from saksi.annotate.published import find_published
from saksi.annotate.times import find_times
from saksi.lang.language import load_language
from saksi.records import Article, Line, Page, Published

LANGUAGE = load_language()


def read(*lines: tuple[str, str]) -> Published:
    """Publication date of a page made of (role, text) lines, each one sentence."""
    text = "\n".join(line for _, line in lines)
    spans, start = [], 0
    for role, line in lines:
        spans.append(Line(start, start + len(line), role))
        start += len(line) + 1
    page = Page(Article("-", text), tuple(spans), None, None, None, "id")
    story = [line for line in spans if line.role in ("title", "body")]
    raws = tuple(find_times(text, line.start, line.end, LANGUAGE.times) for line in story)
    return find_published(page, raws, LANGUAGE.times, LANGUAGE.meetings)


STORY = ("body", "Delegasi Pulau Tirta tiba di Kota Ambar, Rabu (18/8).")


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        ([("date", "Kamis, 19 Agustus 2021 | 09:30 WIB"), STORY], "2021-08-19"),
        ([("date", "19/08/2021"), STORY], "2021-08-19"),
        ([("date", "Sabtu, 5 April 2025"), ("title", "Delegasi Tiba"), ("body", "Ia tiba Rabu (18/8/2021).")],
         "2021-08-18"),
        ([("date", "Jumat, 20 Agustus 2021"), ("title", "Delegasi Tiba"), STORY], "2021-08-20"),
        ([("date", "Kamis, 15 Mei 2025"), ("title", "Delegasi Tiba"), ("date", "Rabu, 18 Agustus 2021"), STORY],
         "2021-08-18"),
        ([("date", "Diperbarui 3 Mei 2023"), ("date", "19.08.2021"), STORY], "2021-08-19"),
        ([STORY, ("copyright", "Copyright © KABAR TIRTA 2021")], "2021-08-18"),
        ([("body", "Ia mundur, seperti dikutip dari Kabar Tirta, Jumat (17/5/2024).")], "2024-05-17"),
        ([("body", "Patroli dimulai Selasa (19/11/2024)."), ("body", '"Aman," kata kepala pelabuhan, Rabu.')],
         "2024-11-20"),
        ([("body", "Gencatan berlaku Rabu (2/4/2025) hingga Selasa (22/4/2025)."), ("body", "Tim tiba Kamis (3/4).")],
         "2025-04-03"),
        ([("body", "Menjelang KTT SCO ke-17, kedua delegasi bertemu Kamis (8/6).")], "2017-06-08"),
    ],
)  # fmt: skip
def test_settled(lines: list[tuple[str, str]], value: str) -> None:
    assert read(*lines).value == value


def test_printed_date_that_yesterday_contradicts_is_repaired_by_the_summit() -> None:
    body = "Kedua delegasi bertemu Kamis (08/06) kemarin, menjelang KTT SCO ke 17 di Astana."
    found = read(("date", "Jum'at, 19/04/2024 12:55 WIB"), ("body", body))
    assert found.value == "2017-06-09"
    assert {"2017-06-09", "2023-06-09"} <= set(found.candidates)


def test_printed_date_that_yesterday_contradicts_is_not_used() -> None:
    found = read(("date", "19/04/2024"), ("body", "Kedua delegasi bertemu Kamis (08/06) kemarin."))
    assert found.value is None
    assert "2023-06-09" in found.candidates


def test_weekday_alone_leaves_candidates() -> None:
    found = read(STORY)
    assert found.value is None
    assert "2010-08-18" in found.candidates


def test_copyright_year_that_the_weekday_contradicts_settles_nothing() -> None:
    assert read(STORY, ("copyright", "© KABAR TIRTA 2019")).value is None


def test_year_that_a_site_prints_under_every_page_is_outweighed() -> None:
    body = "Delegasi Pulau Tirta tiba, Rabu (8/6/2022), dan pulang Selasa (10/6)."
    assert read(("body", body), ("copyright", "© 2025 KABAR TIRTA")).value == "2022-06-08"


def test_date_under_a_list_of_other_articles_is_not_the_page_s() -> None:
    found = read(
        STORY, ("body", "Ia pulang."), ("body", "Ia diam."), ("date", "Selasa, 23 Desember 2025 | 04:16")
    )
    assert found.value is None


def test_old_date_in_the_story_is_no_publication_date() -> None:
    assert read(("body", "Blok itu didirikan pada 15 Juni 2001 di Shanghai.")).value is None


def test_empty_page() -> None:
    assert read() == Published(None, None, None)
