"""Writes articles as lines of JSON and events as CSV of all fields.

Turns rows into lines and knows no other program's columns.
"""

from __future__ import annotations

import csv
from pathlib import Path

from saksi.export.cells import guard
from saksi.export.contract import dumps
from saksi.query.result import columns_of, flat
from saksi.rows import EventRow, Selection


def write_jsonl(selection: Selection, path: Path) -> str:
    """The contract's object of each article, one a line."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in selection.contracts():
            file.write(dumps(record) + "\n")
            count += 1
    return f"{count} articles"


def write_csv(selection: Selection, path: Path) -> str:
    """Every field of every event; cells that a spreadsheet would run are made text."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns_of(EventRow))
        for event in selection.events():
            cells = (guard(value) for value in flat(event).values())
            writer.writerow([" ".join(cell.split()) if isinstance(cell, str) else cell for cell in cells])
            count += 1
    return f"{count} rows"
