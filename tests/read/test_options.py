"""Options of reading: missing parts, kinds, mappings, and the text beside the records."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from saksi.cli import exits
from saksi.cli.extract import Extraction, make_options, write_all
from saksi.errors import UsageError
from saksi.read.articles import KINDS, list_pieces, read_articles
from saksi.read.kinds import tell_kind
from saksi.read.sources import ReadOptions, see_head
from tests.read.build_sources import SOURCES

#: Extra -> the package that is not there, and a source that needs it.
EXTRAS = {
    "html": ("trafilatura", "pelabuhan.html"),
    "warc": ("fastwarc", "arsip.warc"),
    "feeds": ("feedparser", "kabar.rss"),
    "parquet": ("pyarrow", "artikel.parquet"),
    "pdf": ("pypdf", "pelabuhan.pdf"),
}


def extract(*paths: Path, with_text: bool = False) -> tuple[int, list[dict[str, dict[str, object]]]]:
    out = io.BytesIO()
    pieces = list_pieces([str(path) for path in paths])
    code = write_all(map(Extraction(with_text=with_text), pieces), out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize(("extra", "missing", "name"), [(extra, *row) for extra, row in EXTRAS.items()])
def test_missing_part_is_named_and_the_others_come_out(extra: str, missing: str, name: str) -> None:
    script = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "from saksi.cli.main import main\n"
        f"sys.argv = ['saksi', 'extract', {str(SOURCES / name)!r}, {str(SOURCES / 'pelabuhan.txt')!r}]\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == exits.MISSING_PART == 5
    assert f"pip install 'saksi[{extra}]'" in done.stderr
    assert f"saksi[{extra}]" in first["problems"][0]["why"]
    assert second["problems"] == []


def test_missing_part_for_html_in_a_table_is_named_by_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "<p>Sidang dibuka.</p>"}\n{"text": "Sidang ditutup."}\n')
    script = (
        "import sys; sys.modules['lxml'] = None\n"
        "from saksi.cli.main import main\n"
        f"sys.argv = ['saksi', 'extract', {str(path)!r}]\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == exits.MISSING_PART
    assert "line 1" in first["problems"][0]["why"]
    assert "saksi[html]" in first["problems"][0]["why"]
    assert second["document"]["record"] == "line 2"
    assert second["sentences"]


def test_text_stands_beside_the_records_of_what_is_no_plain_text() -> None:
    code, (page, plain) = extract(SOURCES / "pelabuhan.html", SOURCES / "pelabuhan.txt")
    assert code == exits.OK
    assert plain["document"]["text"] is None
    text = str(page["document"]["text"])
    for event in page["events"]:
        start, end = event["evidence"]["start"], event["evidence"]["end"]  # type: ignore[index]
        assert text[start:end] == event["evidence"]["text"]  # type: ignore[index]
    _, [asked] = extract(SOURCES / "pelabuhan.txt", with_text=True)
    assert asked["document"]["text"] == (SOURCES / "pelabuhan.txt").read_text(encoding="utf-8")


def test_stated_date_is_the_date_of_issue() -> None:
    _, [page] = extract(SOURCES / "pelabuhan.html")
    published = page["document"]["published"]
    assert isinstance(published, dict)
    assert (published["value"], published["basis"]) == ("2024-07-03", "stated: json-ld datePublished")
    assert page["document"]["outlet"] == "kabar", "what the dateline prints comes before what the page states"
    _, [page] = extract(SOURCES / "rusak.html")
    assert page["document"]["published"]["candidates"] == ["2024-07-03", "2021-02-03"]  # type: ignore[index]


def test_wrong_options_are_told_before_anything_is_read() -> None:
    with pytest.raises(UsageError, match="--format koran"):
        make_options([], "koran")
    for wrong in ("isi", "isi=", "kolom=isi"):
        with pytest.raises(UsageError, match="FIELD=COLUMN"):
            make_options([wrong], None)
    assert make_options(["text=isi"], "csv").columns == (("text", "isi"),)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_asked_for(kind: str) -> None:
    assert make_options([], kind).kind == kind


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"<html>", "text"),
        ("a.HTM.gz", b"", "html"),
        ("a.xml", b"<?xml version='1.0'?><urlset>", "sitemap"),
        ("a.xml", b"<rss>", "feed"),
        ("-", b"\xef\xbb\xbf<!DOCTYPE html>", "html"),
        ("-", b"<!-- a --><HTML lang='id'>", "html"),
        ("-", b"<?xml version='1.0'?><feed xmlns='a'>", "feed"),
        ("-", b'{"text": "Sidang', "jsonl"),
        ("-", b'{"text": "Sidang"}\n{"text": "b"}\n', "jsonl"),
        ("-", b'{\n "text": "Sidang"\n}', "json"),
        ("-", b'[{"text": "Sidang"}]', "json"),
        ("-", b"{kurung} di awal kalimat", "text"),
        ("-", b"<kurung> di awal kalimat", "text"),
        ("berita", b"Kota Ambar", "text"),
        ("catatan.md", b"# Kota Ambar", "text"),
        ("-", b"WARC/1.0\r\n", "warc"),
        ("-", b"%PDF-1.7", "pdf"),
        ("-", b"PAR1", "parquet"),
    ],
)
def test_kind_by_name_then_by_content(name: str, head: bytes, kind: str) -> None:
    assert tell_kind(see_head(name, io.BytesIO(head))) == kind


def test_format_overrules_the_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((SOURCES / "pelabuhan.html").read_bytes())
    [article] = read_articles([str(path)], ReadOptions(kind="html"))
    assert article.metadata is not None
