"""Bombs, endless lines, deep nesting and damage end in a clear problem, soon and in little memory."""

from __future__ import annotations

import gzip
import io
import tracemalloc
import zipfile
from pathlib import Path
from time import perf_counter

import pytest

from saksi.read.articles import read_articles
from saksi.records import Article
from tests.read.build_sources import SOURCES, records, response

STORY = (SOURCES / "pelabuhan.html").read_bytes()
BODY = STORY[STORY.index(b"<main>") : STORY.index(b"</main>")]
#: Unpacked size of a bomb in bytes: far more than any limit, and a second to pass over.
BOMB = 300_000_000
#: Memory of Python objects that reading a bomb may take, in bytes: no multiple of any limit.
MEMORY = 120_000_000


@pytest.fixture(scope="module")
def bomb() -> bytes:
    """A small file that unpacks into a huge one."""
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", mtime=0) as file:
        for _ in range(BOMB // 1_000_000):
            file.write(b"a" * 1_000_000)
    return out.getvalue()


def read(folder: Path, name: str, data: bytes) -> list[Article]:
    """Articles of a file, in time."""
    path = folder / name
    path.write_bytes(data)
    began = perf_counter()
    found = list(read_articles([str(path)]))
    assert perf_counter() - began < 40
    return found


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.csv", "a.jsonl", "a.json", "a.xml", "a.warc", "a.pdf", "a.rss"]
)
def test_gzip_bomb(name: str, bomb: bytes, tmp_path: Path) -> None:
    tracemalloc.start()
    [article] = read(tmp_path, f"{name}.gz", bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert article.text == ""
    assert f"{name}.gz" in article.problems[0].why
    assert peak < MEMORY


def test_gzip_in_gzip_is_no_text(bomb: bytes, tmp_path: Path) -> None:
    [article] = read(tmp_path, "a.txt.gz", gzip.compress(bomb))
    assert article.text == ""
    assert "binary" in article.problems[0].why


def test_zip_is_told_as_what_it_is(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"0" * 50_000_000)
    for name in ("a.zip", "a.txt", "a.docx"):
        [article] = read(tmp_path, name, out.getvalue())
        assert "zip archive" in article.problems[0].why


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.jsonl", "a.json", "a.xml", "a.warc"])
def test_line_of_a_gigabyte(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(1_000_000_000)  # a sparse file: it takes no room on the disk
        file.seek(0)
        file.write(b'{"text": "' if "json" in name else b"judul,isi ")
    began = perf_counter()
    [article] = read_articles([str(path)])
    assert article.text == ""
    assert name in article.problems[0].why
    assert perf_counter() - began < 40


def test_lines_after_a_long_one_are_read(tmp_path: Path) -> None:
    long = b'{"text": "' + b"a" * 11_000_000 + b'"}\n'
    refused, article = read(tmp_path, "a.jsonl", long + b'{"text": "Sidang dibuka."}\n')
    assert "line 1: it is longer than" in refused.problems[0].why
    assert (article.record, article.text) == ("line 2", "Sidang dibuka.")


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.html", b"<html><body>" + b"<div>" * 100_000 + BODY, "nested"),
        ("a.html", b"<html><body>" + b"<table><tr><td>" * 20_000 + BODY, "nested"),
        ("a.html", b"<html><body>" + b"<p>a</p>" * 150_000, "elements"),
        (
            "a.html",
            b"<html><body " + b" ".join(b"a%d" % i for i in range(200_000)) + b">" + BODY,
            "attributes",
        ),
        ("a.html", b"<" * 1_000_000, "line of"),
        ("a.html", b"<html><body></body></html>", "no text of an article"),
        ("a.html", b"", "no HTML"),
        ("a.jsonl", b'{"text":' + b"[" * 500_000 + b"\n", "nested too deep"),
        ("a.json", b"[" * 500_000, "nested too deep"),
        ("a.csv", "judul,isi\nSatu,Sidang\n".encode("utf-16"), "UTF-16"),
        ("a.csv", b'judul,isi\n"a,b\n' + b"kata kata\n" * 500_000, "breaks off"),
        ("a.xml", b"<urlset>" + b"<url>" * 100_000, "breaks off"),
        ("a.rss", b"<rss><channel><title>a</title></channel></rss>", "no items"),
        ("a.pdf", b"%PDF-1.4\n" + b"1 0 obj " * 1000, "damaged"),
        ("a.parquet", b"PAR1" + b"\0" * 1000 + b"PAR1", "damaged"),
        ("a.warc", b"WARC/1.0\r\n" + b"a: b\r\n" * 100_000, "a.warc"),
        ("a.txt.gz", gzip.compress(b"Sidang dibuka.")[:-9], "compressed"),
        ("a.html.gz", gzip.compress(STORY)[:300], "compressed"),
    ],
)
def test_refused_with_the_reason(name: str, data: bytes, word: str, tmp_path: Path) -> None:
    found = read(tmp_path, name, data)
    assert not any(article.text for article in found)
    assert word in found[-1].problems[0].why


def test_entity_bomb_of_a_feed(tmp_path: Path) -> None:
    entities = b"".join(b'<!ENTITY %c "%s">' % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(12))
    for root in (
        b"<rss><channel><item><title>&l;</title></item></channel></rss>",
        b"<urlset><url><loc>&l;</loc></url></urlset>",
    ):
        data = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "lol">' + entities + b"]>" + root
        found = read(tmp_path, "a.xml", data)
        assert any("amplification" in problem.why for article in found for problem in article.problems)


def test_deep_json_ld_does_not_hide_the_story(tmp_path: Path) -> None:
    deep = b'<html><head><script type="application/ld+json">' + b'{"a":' * 100_000 + b"</script></head><body>"
    [article] = read(tmp_path, "a.html", deep + BODY)
    assert "Pelabuhan itu ditutup sejak 2019" in article.text


def test_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    whole = b"".join(gzip.compress(part) for part in records()[:2])
    first, cut, end = read(tmp_path, "a.warc.gz", whole + gzip.compress(records()[1])[:-40])
    assert first.metadata is not None
    assert cut.metadata is not None
    assert (first.metadata.flags, cut.metadata.flags) == ((), ("truncated",))
    assert "damaged after record 3" in end.problems[0].why


def test_archive_that_ends_inside_a_record(tmp_path: Path) -> None:
    found = read(tmp_path, "a.warc", records()[0] + records()[1][:-300])
    assert "damaged after record 2 (its last record is cut off)" in found[-1].problems[0].why


def test_huge_page_of_an_archive_is_told(tmp_path: Path) -> None:

    big = response("https://kabar.example/besar", b"<p>a</p>" * 1_500_000)
    refused, article = read(tmp_path, "a.warc", big + records()[1])
    assert "record 1: its page is larger than" in refused.problems[0].why
    assert article.text
