"""Shows rows in a notebook: a plain HTML table whose every cell is escaped and set apart.

Turns flat rows into one ``<table>``. Text of articles may hold tags and signs that turn text
around; the first are escaped, the second end with their cell (``<bdi>``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

#: Rows that a notebook shows; the rest is counted.
SHOWN = 20
#: Cells of words are read, so they may be wide.
_WIDE = frozenset({"evidence", "content", "text", "snippet"})


def make_table(columns: Sequence[str], rows: Sequence[Mapping[str, object]], total: int) -> str:
    """A table of some rows and how many there are.

    >>> make_table(["who"], [{"who": "<b>"}], 1)
    '<table><thead><tr><th>who</th></tr></thead><tbody><tr><td><bdi>&lt;b&gt;</bdi></td></tr></tbody></table><p>1 of 1</p>'
    """
    head = "".join(f"<th>{escape(name)}</th>" for name in columns)
    body = "".join(f"<tr>{''.join(_cell(name, row[name]) for name in columns)}</tr>" for row in rows)
    return (
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table><p>{len(rows)} of {total:,}</p>"
    )


def _cell(name: str, value: object) -> str:
    wide = ' style="text-align:left;min-width:24em"' if name in _WIDE else ""
    return f"<td{wide}><bdi>{'' if value is None else escape(str(value))}</bdi></td>"
