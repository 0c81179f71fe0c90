"""Where ``saksi extract`` writes, and where it goes on after it was stopped.

Turns a file of lines and the pieces that they came from into the file, cut after its last whole
line, and the pieces that are still to be done. A line stands for a piece, so no journal is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from saksi.errors import UsageError
from saksi.export.contract import make_document_id
from saksi.read.articles import Piece
from saksi.records import Article

_BLOCK = 1 << 20


class Lines(NamedTuple):
    """The whole lines of a file."""

    number: int
    end: int  # where the last of them ends, in bytes
    last: bytes


def open_output(out: str, *, resume: bool) -> BinaryIO:
    """The file to write to: empty, or as it is when the work goes on."""
    try:
        return Path(out).open("r+b" if resume and Path(out).exists() else "w+b")
    except OSError as error:
        raise UsageError(f"--out {out}: it cannot be written ({error.strerror}): check the path") from error


def pass_by_done(pieces: Iterator[Piece], file: BinaryIO, out: str) -> int:
    """Take from ``pieces`` those whose lines stand in the file, cut off half a line; give their number.

    UsageError when the last line is not that of the last piece: then the sources have changed.
    """
    lines = count_lines(file)
    last = None
    for last in islice(pieces, lines.number):  # noqa: B007  # the last one counts
        pass
    if lines.number and (last is None or not _is_of(lines.last, last)):
        raise UsageError(
            f"--resume: line {lines.number} of {out} is not of the document that is read there now: "
            "give the same paths as before, or begin anew without --resume"
        )
    file.seek(lines.end)
    file.truncate()
    return lines.number


def count_lines(file: BinaryIO) -> Lines:
    """Count the whole lines of a file from its beginning."""
    file.seek(0)
    count = end = start = at = 0
    while block := file.read(_BLOCK):
        found = block.count(b"\n")
        if found:
            newest = block.rfind(b"\n")
            before = block.rfind(b"\n", 0, newest)
            start = at + before + 1 if before >= 0 else end
            end = at + newest + 1
        count, at = count + found, at + len(block)
    file.seek(start)
    return Lines(count, end, file.read(end - start))


def _is_of(line: bytes, piece: Piece) -> bool:
    """Whether a line was printed for a piece: its path, and its text when that was read."""
    try:
        document = json.loads(line)["document"]
    except (ValueError, KeyError, TypeError):
        return False
    if not isinstance(piece, Article):
        return bool(document["source"] == piece.path)
    original = piece.text if piece.original is None else piece.original
    return (document["source"], document["id"]) == (piece.source, make_document_id(original))
