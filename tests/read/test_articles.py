"""Documents as people have them: good ones, broken ones, none at all."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from time import perf_counter

import pytest

from saksi.read.articles import read_articles
from saksi.read.documents import LIMIT_LINE, LIMIT_LINES
from saksi.read.sources import ReadOptions

TEXT = "Ambar - Kapal itu tiba.\r\n\r\nAwaknya selamat.\n"


def read(*paths: Path | str, limit: int = 1_000_000) -> list[tuple[str, str, str]]:
    """(file name, text, first problem) of every article."""
    found = read_articles([str(p) for p in paths], ReadOptions(limit_bytes=limit))
    return [(Path(a.source).name, a.text, a.problems[0].why if a.problems else "") for a in found]


def test_text_is_kept_to_the_character(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode())
    assert read(path) == [("a.txt", TEXT, "")]


def test_folder_gives_its_text_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.TXT", "d.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    assert [name for name, *_ in read(tmp_path)] == ["a.txt", "b.txt", "c.TXT"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert read("-") == [("-", TEXT, "")]


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (b"\x01\x02\x03 abc" * 50, "binary"),
        (b"abc \x81\x8d \xff", "neither UTF-8 nor Windows-1252"),
        (b"x" * 1_000_001, "larger than 1,000,000 bytes"),
        (b"x" * (LIMIT_LINE + 1), "a line of"),
        (b"x\n" * (LIMIT_LINES + 1), "lines, more than"),
    ],
)
def test_refused_with_the_reason(tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    [(_, text, why)] = read(path)
    assert text == ""
    assert word in why
    assert str(path) in why


def test_missing_path_and_empty_folder(tmp_path: Path) -> None:
    good = tmp_path / "x" / "a.txt"
    good.parent.mkdir()
    good.write_text(TEXT)
    bare = tmp_path / "bare"
    bare.mkdir()
    found = read(tmp_path / "none.txt", bare, "a\0b", good)
    assert "does not exist" in found[0][2]
    assert "no *.txt" in found[1][2]
    assert "name cannot be used" in found[2][2]
    assert found[3][2] == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    path.chmod(0)
    assert "permission" in read(path)[0][2]


def test_windows_1252_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Jum’at – “siap”".encode("cp1252"))
    [(_, text, why)] = read(path)
    assert text == "Jum’at – “siap”"
    assert "Windows-1252" in why


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_no_text(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert read(path) == [("a.txt", TEXT, "")]


def test_a_huge_line_is_answered_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"kata " * 10_000_000)
    began = perf_counter()
    [article] = read_articles([str(path)])
    assert article.text == ""
    assert perf_counter() - began < 2
