"""Reads the two formats of the language pack, TOML and TSV, and says what is wrong with a file.

Turns a data file into dictionaries of text; it does not know what the fields mean.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError


def load_toml(path: Traversable) -> dict[str, Any]:
    """Parse one TOML rule file; a syntax error becomes a DataError with its line."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(path.name, "syntax", str(error)) from error


def load_tsv(path: Traversable, columns: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Yield the rows of a TSV table as dictionaries, after checking header and width.

    ``columns`` are the columns the table must have, in that order. Empty lines and
    lines that start with ``#`` are skipped.
    """
    lines = path.read_text(encoding="utf-8").split("\n")
    header = tuple(lines[0].rstrip("\r").split("\t"))
    if header != columns:
        raise DataError(path.name, "header", f"must be {' '.join(columns)}, is {' '.join(header)}")
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.rstrip("\r").split("\t")
        if len(cells) != len(columns):
            raise DataError(path.name, f"line {number}", f"has {len(cells)} cells, wants {len(columns)}")
        yield dict(zip(columns, cells, strict=True))
