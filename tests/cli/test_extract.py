"""``extract`` gives one line an article, goes on after a failure, and says so at the end."""

import io
import json
from pathlib import Path

import pytest

from saksi.cli import exits
from saksi.cli.extract import Extraction, write_all
from saksi.read.articles import read_articles
from saksi.records import Analysis, Article, Problem
from tests.export.invented import TEXT, make_analysis


def analyse(article: Article) -> Analysis:
    """Stand in for the engine; breaks down on one name."""
    if article.source.endswith("rusak.txt"):
        raise RuntimeError("roda lepas")
    return make_analysis(article.source)


def run(articles: list[Article], *, pretty: bool = False) -> tuple[int, str]:
    out = io.BytesIO()
    code = write_all(map(Extraction(pretty, analyse=analyse), articles), out)
    return code, out.getvalue().decode()


def test_one_line_an_article_in_the_order_read() -> None:
    code, out = run([Article("b.txt", TEXT), Article("a.txt", TEXT)])
    assert code == exits.OK
    assert [json.loads(line)["document"]["source"] for line in out.splitlines()] == ["b.txt", "a.txt"]


def test_same_articles_give_the_same_bytes() -> None:
    assert run([Article("a.txt", TEXT)]) == run([Article("a.txt", TEXT)])


def test_pretty_is_indented_and_the_same_record() -> None:
    _, plain = run([Article("a.txt", TEXT)])
    _, pretty = run([Article("a.txt", TEXT)], pretty=True)
    assert json.loads(plain) == json.loads(pretty)
    assert "\n  " in pretty


def test_break_down_becomes_a_problem_and_the_next_comes_out(capsys: pytest.CaptureFixture[str]) -> None:
    code, out = run([Article("rusak.txt", TEXT), Article("a.txt", TEXT)])
    broken, whole = map(json.loads, out.splitlines())
    assert code == exits.SOME_DOCUMENTS_FAILED
    assert "RuntimeError: roda lepas" in broken["problems"][0]["why"]
    assert broken["events"] == []
    assert whole["events"]
    assert "1 of 2 documents" in capsys.readouterr().err


def test_document_read_with_doubt_comes_out_and_counts(capsys: pytest.CaptureFixture[str]) -> None:
    doubt = Problem("read", "a.txt: it is not UTF-8")
    code, out = run([Article("a.txt", TEXT, (doubt,))])
    assert code == exits.SOME_DOCUMENTS_FAILED
    assert json.loads(out)["events"]
    assert "a.txt: it is not UTF-8" in capsys.readouterr().err


def make_bad(folder: Path) -> dict[str, str]:
    """Documents nobody can read, with a word each message must hold."""
    (folder / "kosong.txt").write_bytes(b"")
    (folder / "biner.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "sandi.txt").write_bytes(b"Rapat \x81\x8d di Ambar")
    (folder / "besar.txt").write_bytes(b"Rapat " * 8_400_000)
    (folder / "panjang.txt").write_bytes(b"Rapat " * 100_000)
    (folder / "kamar").mkdir()
    return {
        "kosong.txt": "empty",
        "biner.txt": "binary",
        "sandi.txt": "UTF-8",
        "besar.txt": "larger",
        "panjang.txt": "line",
        "kamar": "no *.txt",
        "hilang.txt": "does not exist",
    }


def test_bad_input_is_told_plainly_and_the_good_comes_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = make_bad(tmp_path)
    (tmp_path / "baik.txt").write_text(TEXT, encoding="utf-8")
    code, out = run(list(read_articles([str(tmp_path / name) for name in (*bad, "baik.txt")])))
    records = {
        Path(record["document"]["source"]).name: record for record in map(json.loads, out.splitlines())
    }
    assert code == exits.SOME_DOCUMENTS_FAILED
    assert list(records) == [*bad, "baik.txt"]
    assert records["baik.txt"]["problems"] == []
    told = capsys.readouterr().err
    for name, word in bad.items():
        assert word in records[name]["problems"][0]["why"], name
        assert any(name in line and word in line for line in told.splitlines()), name
