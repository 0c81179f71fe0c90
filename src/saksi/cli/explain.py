"""``saksi explain``: prints the sections of an explanation, as tables on a terminal.

Turns ``Section`` records into text; it knows nothing of what they say.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from saksi.explain import Section


def print_sections(sections: Iterable[Section]) -> None:
    """Print every section: coloured tables on a terminal, plain columns elsewhere."""
    if sys.stdout.isatty():
        _print_tables(sections)
        return
    for line in write_plain(sections):
        print(line)


def write_plain(sections: Iterable[Section]) -> Iterator[str]:
    """Lines of plain text, columns set flush with spaces."""
    for section in sections:
        yield f"== {section.title}"
        widths = _measure(section.rows)
        for row in section.rows:
            yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        yield ""


def _measure(rows: tuple[tuple[str, ...], ...]) -> list[int]:
    """Width of every column in characters; rows may differ in length."""
    longest = max((len(row) for row in rows), default=0)
    return [max((len(row[i]) for row in rows if i < len(row)), default=0) for i in range(longest)]


def _print_tables(sections: Iterable[Section]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    for section in sections:
        table = Table(title=section.title, title_justify="left", show_header=False)
        for row in section.rows:
            table.add_row(*map(Text, row))
        console.print(table)
