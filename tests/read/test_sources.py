"""Every kind of source gives the same invented stories, with what it says of them."""

from __future__ import annotations

import gzip
import io
import json
import sys
from pathlib import Path

import pytest

from saksi.read.articles import read_articles
from saksi.read.sources import ReadOptions
from saksi.records import Article
from tests.read.build_sources import SOURCES, write_texts
from tests.read.stories import BRIDGE, HARBOUR, STORIES, Story

#: Source -> the stories it holds, in order.
WHOLE = {
    "pelabuhan.html": (HARBOUR,),
    "jembatan.html": (BRIDGE,),
    "rusak.html": (HARBOUR,),
    "pelabuhan.txt": (HARBOUR,),
    "jembatan.txt": (BRIDGE,),
    "kabar.rss": STORIES,
    "artikel.jsonl": STORIES,
    "artikel.json": STORIES,
    "artikel.parquet": STORIES,
    "berita.parquet": STORIES,
    "titik-koma.csv": STORIES,
    "tab.tsv": STORIES,
    "arsip.warc": STORIES,
    "arsip.warc.gz": STORIES,
    "pelabuhan.pdf": (HARBOUR,),
    "jembatan.pdf": (BRIDGE,),
}
HEADLINES = ("kabar-sitemap.xml", "selat-sitemap.xml")


def read(*names: str, options: ReadOptions | None = None) -> list[Article]:
    return list(read_articles([str(SOURCES / name) for name in names], options or ReadOptions()))


def good(articles: list[Article]) -> list[Article]:
    return [article for article in articles if article.text]


def paragraphs_of(article: Article) -> list[str]:
    return [line.strip() for line in article.text.splitlines()]


@pytest.mark.parametrize(("name", "stories"), WHOLE.items())
def test_no_paragraph_is_lost(name: str, stories: tuple[Story, ...]) -> None:
    articles = good(read(name))
    assert len(articles) == len(stories)
    for article, story in zip(articles, stories, strict=True):
        lines = paragraphs_of(article)
        assert lines[0] == story.title
        assert [paragraph for paragraph in story.paragraphs if paragraph not in lines] == []


@pytest.mark.parametrize("name", [name for name in WHOLE if not name.endswith(".txt")])
def test_article_tells_where_it_comes_from(name: str) -> None:
    for article in read(name):
        assert article.source == str(SOURCES / name)
        assert article.kind != "text"
        assert (article.record is None) == name.endswith((".html", ".pdf"))


@pytest.mark.parametrize(
    "name", ["pelabuhan.html", "arsip.warc", "kabar.rss", "artikel.jsonl", "titik-koma.csv"]
)
def test_date_and_author_are_stated(name: str) -> None:
    found = good(read(name))[0].metadata
    assert found is not None
    assert found.published[0].value == HARBOUR.published
    assert next(author.value for author in found.authors) == HARBOUR.author
    assert found.url == HARBOUR.url


@pytest.mark.parametrize("name", HEADLINES)
def test_sitemap_gives_headlines_with_exact_dates(name: str) -> None:
    *entries, bare = read(name)
    assert [entry.text for entry in entries] == [story.title for story in STORIES]
    for entry, story in zip(entries, STORIES, strict=True):
        assert entry.metadata is not None
        assert entry.metadata.published[0].value == story.published
        assert [c.value for c in entry.metadata.modified] == ["2024-07-09"]
    assert "entry 3: it has no news:title" in bare.problems[0].why


def test_feed_of_summaries_is_flagged() -> None:
    first = read("selat.atom")[0]
    assert first.text == f"{HARBOUR.title}\n\n{HARBOUR.paragraphs[0]}"
    assert first.metadata is not None
    assert first.metadata.flags == ("summary-only",)


def test_bad_lines_of_json_are_told_and_the_others_come_out() -> None:
    told = [
        (article.record, article.problems[0].why) for article in read("artikel.jsonl") if article.problems
    ]
    assert [record for record, _ in told] == ["line 2", "line 3"]
    assert "line 2: it is no JSON" in told[0][1]
    assert "line 3: its column of texts is empty" in told[1][1]


def test_archive_counts_what_it_passes_over() -> None:
    told: list[str] = []
    read("arsip.warc", options=ReadOptions(tell=told.append))
    assert "5 records, 2 pages read" in told[0]
    assert "1 status not 200" in told[0]
    assert "1 not text/html" in told[0]


def test_folder_gives_all_kinds_sorted(tmp_path: Path) -> None:
    for name in ("pelabuhan.html", "jembatan.txt", "kabar.rss", "arsip.warc.gz", "catatan.md"):
        source = SOURCES / name
        (tmp_path / name).write_bytes(source.read_bytes() if source.exists() else b"catatan")
    names = [Path(article.source).name for article in read_articles([str(tmp_path)])]
    assert names == ["arsip.warc.gz"] * 2 + ["jembatan.txt"] + ["kabar.rss"] * 2 + ["pelabuhan.html"]


@pytest.mark.parametrize("name", [*WHOLE, *HEADLINES, "selat.atom"])
def test_standard_input_is_told_from_its_first_bytes(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((SOURCES / name).read_bytes())))
    options = ReadOptions(kind="csv") if name in ("titik-koma.csv", "tab.tsv") else ReadOptions()
    piped = list(read_articles(["-"], options))
    assert [article.text for article in piped] == [article.text for article in read(name)]


@pytest.mark.parametrize(
    "name", ["pelabuhan.html", "pelabuhan.txt", "artikel.jsonl", "kabar.rss", "artikel.parquet"]
)
def test_packed_sources_are_unpacked(name: str, tmp_path: Path) -> None:
    packed = tmp_path / f"{name}.gz"
    packed.write_bytes(gzip.compress((SOURCES / name).read_bytes()))
    assert [a.text for a in read_articles([str(packed)])] == [a.text for a in read(name)]


def test_address_stands_in_a_file_beside_the_page(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_bytes((SOURCES / "jembatan.html").read_bytes())
    (tmp_path / "a.html.url").write_text(f"[InternetShortcut]\nURL={BRIDGE.url}\n")
    [article] = read_articles([str(page)])
    assert article.metadata is not None
    assert article.metadata.url == BRIDGE.url
    assert article.metadata.published[0].value == "2024-07-04T12:15:00"


def test_mapping_names_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('no,naskah lengkap,kapan\n1,"Sidang dibuka di Ambar.",3 Juli 2024\n')
    [refused] = read_articles([str(path)])
    assert "--map text=COLUMN" in refused.problems[0].why
    assert "'naskah lengkap'" in refused.problems[0].why
    mapping = (("text", "naskah lengkap"), ("published", "kapan"))
    [article] = read_articles([str(path)], ReadOptions(columns=mapping))
    assert article.text == "Sidang dibuka di Ambar."
    assert article.metadata is not None
    assert article.metadata.published[0][:2] == ("2024-07-03", "column kapan")


def test_rows_that_do_not_fit_are_told_by_their_line(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("judul,isi\nSatu,Sidang\nDua,Sidang,lebih,banyak\nTiga,Rapat\n")
    one, two, three = read_articles([str(path)])
    assert (one.text, three.text) == ("Satu\n\nSidang", "Tiga\n\nRapat")
    assert "line 3: it has 4 cells under 2 names" in two.problems[0].why


def test_tables_of_html_are_read_as_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"isi": "<p>Sidang <b>dibuka</b>.</p><p>Rapat.</p>"},
        {"html": (SOURCES / "pelabuhan.html").read_text()},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    fragment, page = read_articles([str(path)])
    assert fragment.text == "Sidang dibuka.\nRapat."
    assert HARBOUR.paragraphs[1] in page.text
    assert page.metadata is not None
    assert page.metadata.published[0].value == HARBOUR.published


def test_sources_are_fresh() -> None:
    stale = [name for name, data in write_texts().items() if (SOURCES / name).read_bytes() != data]
    assert stale == [], "run python -m tests.read.build_sources"
