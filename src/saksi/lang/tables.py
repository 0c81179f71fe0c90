"""Reads the two formats of the language pack, TOML and TSV, and says what is wrong with a file.

Turns a data file into dictionaries of text; it does not know what the fields mean. A wheel brings
its rule files parsed as well, each under the digest of its text: a file that was edited is read anew.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError

#: Made by ``tools/parse_tables.py``: SHA-256 of a rule file -> what stands in it, as JSON in JSON.
PARSED = files("saksi") / "data" / "parsed.json"


def load_toml(path: Traversable) -> dict[str, Any]:
    """Parse one TOML rule file; a syntax error becomes a DataError with its line."""
    raw = path.read_bytes()
    parsed = load_parsed().get(hashlib.sha256(raw).hexdigest())
    if parsed is not None:
        found: dict[str, Any] = json.loads(parsed)
        return found
    try:
        return tomllib.loads(raw.decode("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataError(path.name, "syntax", str(error)) from error


@cache
def load_parsed() -> dict[str, str]:
    """Rule files that are parsed already, by the digest of their text; none in a clone."""
    return json.loads(PARSED.read_text(encoding="utf-8")) if PARSED.is_file() else {}


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
