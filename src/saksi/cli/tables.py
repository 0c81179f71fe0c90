"""Prints the rows of a store: tables that fit the terminal, JSON lines or CSV.

Turns rows into text on standard output; which rows is decided before. Labels are English or
Indonesian in tables alone; JSON and CSV hold the codes.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields
from typing import Any, NamedTuple

from saksi.export.cells import guard
from saksi.lang.labels import Labels, load_labels
from saksi.query.result import columns_of, flat
from saksi.rows import (
    ActorRow,
    CentralityRow,
    ConflictRow,
    EventRow,
    FactRow,
    HitRow,
    IncidentRow,
    LinkRow,
    PersonRow,
    PositionRow,
    RelationRow,
    Row,
    ScoreRow,
    Side,
    StatementRow,
)

#: Columns of a table when the output is no terminal, as in ``saksi demo``.
PLAIN_WIDTH = 118
#: Rows of a table when no limit is given.
TABLE_LIMIT = 50
_SHORT = 8  # characters of an id: enough to tell a million apart in most stores
#: Characters of a cell that gives way when the terminal is narrow, and of one that does not.
_LONGEST, _LONGEST_NARROW = 110, 20
_NARROWEST = 12  # of a column that gives way
_GAP = 3  # between two columns

Tell = Callable[[Any, Labels], str]


class Column(NamedTuple):
    """One column: its label's key and how a row fills it."""

    key: str
    tell: Tell
    wide: int = 0  # its share of the room that is left; 0: as wide as its text


def _field(name: str, key: str = "", *, wide: int = 0) -> Column:
    return Column(key or name, lambda row, _: _say(getattr(row, name)), wide)


def _say(value: object) -> str:
    match value:
        case None:
            return ""
        case tuple():
            return ", ".join(part.name if isinstance(part, Side) else str(part) for part in value)
        case float():
            return f"{value:.2f}"
        case _:
            return " ".join(str(value).split())


def _short(name: str) -> Column:
    return Column("id", lambda row, _: str(getattr(row, name))[:_SHORT])


def _what(row: EventRow | IncidentRow, labels: Labels) -> str:
    claim = getattr(row, "asserted_by", None)
    said = f", {labels.messages['says'].format(name=claim)}" if claim else ""
    return f"{labels.event(row.event, row.mode)}{said}"


def _stance(row: PositionRow, labels: Labels) -> str:
    """Where the speaker stands, and toward whom when the words say so."""
    value = labels.stances.get(row.stance or "", "")
    return f"{value}: {row.toward}" if value and row.toward else value


_EVENT = Column("event", _what)
_STATUS = Column("status", lambda row, labels: labels.status.get(row.status, row.status))
_KIND = Column("kind", lambda row, labels: labels.kinds.get(row.kind, row.kind or ""))
_STANCE = Column("stance", _stance)
_QUADS = (
    Column("cooperation", lambda row, _: str(row.quad_1 + row.quad_2)),
    Column("conflict", lambda row, _: str(row.quad_3 + row.quad_4)),
)

#: The columns of each kind of row.
COLUMNS: Mapping[type[Row], tuple[Column, ...]] = {
    EventRow: (
        _short("id"), _field("date"), _EVENT, _field("actor", "who", wide=2), _field("recipient", "whom", wide=2),
        _field("place", "where"), _STATUS, _field("evidence", "witness", wide=3),
    ),
    StatementRow: (
        _short("id"), _field("said", "date"), _field("speaker"), _field("speaker_office", "office", wide=2),
        _field("addressee", "to"), _KIND, _field("content", "words", wide=3), _field("outlet"),
    ),
    RelationRow: (
        _short("id"), _field("subject"),
        Column("predicate", lambda row, labels: labels.predicates.get(row.predicate, row.predicate)),
        _field("object"), _field("since"), _field("until"), _STATUS, _field("evidence", "witness", wide=3),
    ),
    FactRow: (
        _short("id"), _field("subject", wide=2),
        Column("predicate", lambda row, labels: labels.predicates.get(row.predicate, row.predicate)),
        _field("object", wide=2), _field("since"), _field("until"), _STATUS, _field("as_of", "latest"), _field("articles"),
    ),
    PersonRow: (
        _field("name"), _field("office", wide=2), _field("code"), _field("articles"), _field("mentions"),
        _field("first"), _field("last"),
    ),
    ActorRow: (
        _field("id", wide=2), _field("name"), _field("code"), _field("events"), _field("articles"),
        _field("aliases", wide=2), _field("offices", wide=2),
    ),
    IncidentRow: (
        _short("id"), _field("date"), _EVENT, _field("actors", "who", wide=2),
        _field("recipients", "whom", wide=2), _field("place", "where"), _STATUS, _field("articles"),
        _field("origins"), Column("conflicts", lambda row, _: str(row.conflicts or "")),
    ),
    ConflictRow: (
        _short("incident"), Column("what", lambda row, labels: labels.fields.get(row.field, row.field)),
        _field("value"), _field("outlets", "by", wide=2), _field("origins"), _field("claimants", "speaker"),
        _field("latest"),
    ),
    LinkRow: (
        Column("pair", lambda row, _: f"{row.source} – {row.target}", wide=2), _field("events"), _field("score"),
        *_QUADS, _field("first"), _field("last"),
    ),
    CentralityRow: (
        _field("name", wide=2), _field("degree"), _field("events"),
        Column("pagerank", lambda row, _: f"{row.pagerank:.4f}"),
        Column("betweenness", lambda row, _: f"{row.betweenness:.4f}"),
    ),
    ScoreRow: (_field("period"), _field("events"), _field("score"), *_QUADS),
    HitRow: (
        Column("id", lambda row, _: row.article[:_SHORT]), _field("published", "date"), _field("outlet"),
        _field("title", wide=2), _field("snippet", "found", wide=3),
    ),
    PositionRow: (
        _field("side"), _field("speaker"), _field("office", wide=2), _field("said", "date"), _STANCE,
        _field("content", "words", wide=3), _field("outlet"),
    ),
}  # fmt: skip


def print_rows(kind: type[Row], rows: Sequence[Row], values: Mapping[str, Any]) -> None:
    """Print rows as ``--json``, ``--csv`` or a table with labels of ``--lang``."""
    if values["json"]:
        print_json(rows)
    elif values["csv"]:
        print_csv(kind, rows)
    else:
        print_table(kind, rows, values)


def print_json(rows: Iterable[Row]) -> None:
    """One object a line, with every field of the row."""
    from saksi.export.contract import dumps

    for row in rows:
        print(dumps(to_plain(row)))


def to_plain(row: Row) -> dict[str, object]:
    """A row as an object; sides are objects too."""
    return {one.name: _plain(getattr(row, one.name)) for one in fields(row)}


def _plain(value: object) -> object:
    if isinstance(value, Side):
        return value._asdict()
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value


def print_csv(kind: type[Row], rows: Iterable[Row]) -> None:
    """A heading and one line a row; a cell that a spreadsheet would run is made text."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns_of(kind))
    for row in rows:
        writer.writerow([guard(value) for value in flat(row).values()])


def _shorten(column: Column, text: str) -> str:
    """Long texts are cut so that a row stays a few lines; ``saksi show`` has them whole."""
    longest = _LONGEST if column.wide else _LONGEST_NARROW
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _fit(room: int, cells: Mapping[int, Sequence[str]], columns: Sequence[Column]) -> dict[int, int]:
    """Widths of the columns that do not give way: as wide as their text while the others have room.

    The widest are narrowed first, and their text folded between words.
    """
    fixed = {i: max(map(len, texts)) for i, texts in cells.items() if not columns[i].wide}
    least = {i: min(_NARROWEST, max(map(len, " ".join(cells[i]).split()))) for i in fixed}
    spare = room - _GAP * (len(cells) - 1) - _NARROWEST * (len(cells) - len(fixed)) - sum(fixed.values())
    while spare < 0 and (foldable := [i for i in fixed if fixed[i] > least[i]]):
        fixed[max(foldable, key=lambda i: fixed[i])] -= 1
        spare += 1
    return fixed


def print_table(kind: type[Row], rows: Sequence[Row], values: Mapping[str, Any]) -> None:
    """A table that fits the terminal; a note below when there are more rows."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    labels = load_labels(values["lang"])
    console = Console()
    if not console.is_terminal:
        console = Console(width=PLAIN_WIDTH)
    if not rows:
        console.print(labels.messages["none"])
        return
    shown = rows[:TABLE_LIMIT] if values.get("limit") is None else rows
    columns = COLUMNS[kind]
    told = [[_shorten(column, column.tell(row, labels)) for column in columns] for row in shown]
    filled = [index for index in range(len(columns)) if any(row[index] for row in told)]
    table = Table(box=SIMPLE_HEAD, pad_edge=False, expand=any(columns[index].wide for index in filled))
    heads = {index: labels.columns[columns[index].key] for index in filled}
    widths = _fit(console.width, {i: [heads[i], *(row[i] for row in told)] for i in filled}, columns)
    for index in filled:
        if index in widths:
            table.add_column(heads[index], width=widths[index], overflow="fold")
        else:
            table.add_column(heads[index], ratio=columns[index].wide, overflow="fold")
    for row in told:
        table.add_row(*(Text(row[index]) for index in filled))
    console.print(table)
    if len(shown) < len(rows):
        console.print(labels.messages["more"].format(shown=len(shown)), highlight=False)
