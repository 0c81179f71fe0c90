"""Reads articles from files, folders and standard input.

Turns the paths a user gives into ``Article`` records. A source that cannot be read becomes
an article without text that carries a ``Problem``; nothing is raised and nothing is
cleaned. HTML, feeds and archives are not read here.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from saksi.errors import ReadError
from saksi.read.decoding import decode
from saksi.records import Article, Problem

#: Largest document read by default, in bytes: a hundred times a long article.
LIMIT_BYTES = 2_000_000
#: Longest line read, in characters: whole articles on one line stay far below.
LIMIT_LINE = 200_000
#: Most lines read; a page with more is a list or a dump, not an article.
LIMIT_LINES = 20_000
STDIN = "-"


def read_articles(paths: Sequence[str], limit_bytes: int = LIMIT_BYTES) -> Iterator[Article]:
    """Yield one article a file, in the order given; folders give their ``*.txt`` files, sorted.

    ``-`` is standard input. At most ``limit_bytes`` of a document are held in memory.
    """
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            yield from _read_folder(path, limit_bytes)
        else:
            yield _read_one(path, limit_bytes)


def _read_folder(folder: str, limit_bytes: int) -> Iterator[Article]:
    """Articles of a folder and the folders in it; links to folders are not followed."""
    errors: list[OSError] = []
    found = 0
    for parent, folders, names in os.walk(folder, onerror=errors.append):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(".txt"):
                found += 1
                yield _read_one(str(Path(parent, name)), limit_bytes)
    for error in errors:
        yield _refuse(str(error.filename), _say(error))
    if not found and not errors:
        yield _refuse(folder, "the folder holds no *.txt file: name the files, or another folder")


def _read_one(path: str, limit_bytes: int) -> Article:
    """Read one document, or an article without text that says what is wrong."""
    try:
        text, encoding = decode(_read_bytes(path, limit_bytes))
        _check(text)
    except (OSError, ValueError) as error:
        return _refuse(path, _say(error))
    except ReadError as error:
        return _refuse(path, str(error))
    if encoding != "cp1252":
        return Article(path, text)
    return Article(path, text, (_problem(path, "it is not UTF-8 and was read as Windows-1252: convert it"),))


def _read_bytes(path: str, limit_bytes: int) -> bytes:
    """Bytes of the document; one byte over the limit is enough to refuse it."""
    if path == STDIN:
        data = _binary_stdin().read(limit_bytes + 1)
    else:
        with Path(path).open("rb") as file:
            data = file.read(limit_bytes + 1)
    if len(data) > limit_bytes:
        raise ReadError(f"it is larger than {limit_bytes:,} bytes: split it into one file an article")
    return data


def _binary_stdin() -> BinaryIO:
    return sys.stdin.buffer


def _check(text: str) -> None:
    """Refuse a document without text, and one with lines no article has."""
    if not text.strip():
        raise ReadError("it is empty: give a file with text")
    lines = text.splitlines()
    if len(lines) > LIMIT_LINES:
        raise ReadError(f"it has {len(lines):,} lines, more than {LIMIT_LINES:,}: split it into articles")
    longest = max(map(len, lines))
    if longest > LIMIT_LINE:
        raise ReadError(f"it has a line of {longest:,} characters, more than {LIMIT_LINE:,}: break it up")


def _say(error: OSError | ValueError) -> str:
    """Tell what went wrong and how to mend it, for the errors users meet."""
    match error:
        case FileNotFoundError():
            return "it does not exist: check the path"
        case PermissionError():
            return "it may not be read: give read permission"
        case OSError():
            return f"it cannot be read ({error.strerror}): check the path"
        case _:
            return f"its name cannot be used ({error}): check the path"


def _refuse(path: str, why: str) -> Article:
    return Article(path, "", (_problem(path, why),))


def _problem(path: str, why: str) -> Problem:
    return Problem("read", f"{path}: {why}")
