"""Finds the lines of the atlas behind a name.

Turns a name into ``Line`` records: table, number of the line, and its cells as they stand.
It tells what is in the tables, not what a text means by the name.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.lang.atlas import TABLES, Table

#: Columns that hold ways to write a name, several parted by a bar.
NAMING = frozenset({"name", "aliases", "demonyms", "metonyms", "abbreviations", "term", "forms", "noun"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table; ``column`` and ``form`` say where the name was found in it."""

    path: str
    number: int
    column: str
    form: str
    cells: tuple[tuple[str, str], ...]  # column and content, those that are filled


def find_lines(folder: Traversable, name: str) -> tuple[Line, ...]:
    """Lines with the name, capitals and accents left aside; when there are none, those that hold its words."""
    wanted = fold(name)
    lines = [line for table in TABLES for line in _lines_of(folder, table)]
    whole = tuple(line for line in lines if fold(line.form) == wanted)
    return whole or tuple(line for line in lines if f" {wanted} " in f" {fold(line.form)} ")


def fold(text: str) -> str:
    """Leave accents, capitals, hyphens and spare blanks aside.

    >>> fold("Türkiye"), fold("Al-Qaeda")
    ('turkiye', 'al qaeda')
    """
    letters = unicodedata.normalize("NFKD", text)
    plain = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(plain.casefold().replace("-", " ").split())


def _lines_of(folder: Traversable, table: Table) -> Iterator[Line]:
    """Every form of a table with the line it stands in."""
    path = folder
    for part in table.path.split("/"):
        path = path / part
    for number, text in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if number == 1 or not text.strip() or text.startswith("#"):
            continue
        pairs = tuple(zip(table.columns, text.split("\t"), strict=True))
        cells = tuple((column, cell) for column, cell in pairs if cell)
        for column, cell in cells:
            if column in NAMING:
                yield from (Line(table.path, number, column, form, cells) for form in cell.split("|"))
