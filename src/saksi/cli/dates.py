"""``saksi normalise-dates``: lines of reference date and expression in, one value a line out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TextIO

from saksi.annotate.times import normalise
from saksi.cli import exits
from saksi.cli.talk import say
from saksi.lang.language import load_language

NOTHING = "NONE"


def normalise_lines(lines: Iterable[bytes], out: TextIO) -> int:
    """Write a value for every line, ``NONE`` where there is none; give the exit code."""
    rules = load_language().times
    failed = 0
    for number, line in enumerate(lines, start=1):
        day, expression = _split(line)
        if day is None:
            failed += 1
            say(f"line {number}: want REFERENCE-DATE, a tab and an EXPRESSION, as 2024-05-17<tab>Kamis lalu")
        value = normalise(expression, day, rules) if day else None
        out.write(f"{value or NOTHING}\n")
    return exits.SOME_DOCUMENTS_FAILED if failed else exits.OK


def _split(line: bytes) -> tuple[date | None, str]:
    """Reference date, None when it is no ISO day, and the expression."""
    reference, _, expression = line.decode("utf-8", "replace").rstrip("\r\n").partition("\t")
    try:
        return date.fromisoformat(reference.strip()), expression
    except ValueError:
        return None, expression
