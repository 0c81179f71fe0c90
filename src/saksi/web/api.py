"""The JSON API beside the pages, version 1: the same verbs, the same filters, the same rows.

Turns an address into rows as JSON, JSON lines or CSV. Every row of a record carries its id and
the address of its witness. It reads, and writes nothing.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from starlette.responses import Response

from saksi.errors import UsageError
from saksi.export.cells import guard
from saksi.query.result import Rows, flat
from saksi.rows import Row, Side
from saksi.web.render import dump
from saksi.web.room import Ask

SCHEMA = "saksi-api/1"
#: Rows of one answer when the address names no limit, and at most.
USUAL, MOST = 100, 10_000
_TYPES = {"json": "application/json", "jsonl": "application/x-ndjson", "csv": "text/csv; charset=utf-8"}

Fetch = Callable[[Ask], Sequence[Row]]


def _limited(ask: Ask) -> Any:
    return ask.narrowed(limit=min(MOST, max(1, ask.filters.get("limit") or USUAL)))


def _words(ask: Ask) -> str:
    words = ask.query.get("q", "").strip()
    if not words:
        raise UsageError("q: give the words to look for")
    return words


def _pair(ask: Ask) -> tuple[str, str]:
    pair = ask.filters.get("pair")
    if not pair:
        raise UsageError("pair and with: give two sides, such as pair=CHN&with=RUS")
    return pair


def _who(ask: Ask) -> str:
    who = ask.query.get("actor", "").strip()
    if not who:
        raise UsageError("actor: give a code, a name or an id")
    return who


def _period(ask: Ask) -> str:
    return ask.query.get("by") or "month"


#: Name in the address -> what it gives.
TABLES: Mapping[str, Fetch] = {
    "events": lambda ask: ask.store.events(**_limited(ask)),
    "statements": lambda ask: ask.store.statements(**_limited(ask)),
    "relations": lambda ask: ask.store.relations(**_limited(ask)),
    "facts": lambda ask: ask.store.facts(**_limited(ask)),
    "people": lambda ask: ask.store.people(**_limited(ask)),
    "actors": lambda ask: ask.store.actors(**_limited(ask)),
    "incidents": lambda ask: ask.store.incidents(**_limited(ask)),
    "timeline": lambda ask: ask.store.timeline(**_limited(ask)),
    "conflicts": lambda ask: ask.store.conflicts(**_limited(ask)),
    "positions": lambda ask: ask.store.positions(**_limited(ask)),
    "network": lambda ask: ask.store.network(**_limited(ask)),
    "centrality": lambda ask: ask.store.centrality(**_limited(ask)),
    "search": lambda ask: ask.store.search(_words(ask), **_limited(ask)),
    "scores": lambda ask: ask.store.scores(*_pair(ask), _period(ask)),
    "activity": lambda ask: ask.store.activity(_who(ask), _period(ask)),
}


def answer_table(ask: Ask) -> Response:
    """The rows of one verb, in the format that the address names."""
    name, form = ask.path["table"], ask.query.get("format", "json")
    if name not in TABLES:
        raise UsageError(f"{name}: must be one of {', '.join(TABLES)}")
    if form not in _TYPES:
        raise UsageError(f"format {form}: must be one of {', '.join(_TYPES)}")
    rows = TABLES[name](ask)
    headers = {"vary": "cookie"}
    if form != "json":
        headers["content-disposition"] = f'attachment; filename="saksi-{name}.{form}"'
    return Response(_WRITERS[form](name, rows), media_type=_TYPES[form], headers=headers)


def answer_record(ask: Ask) -> Response:
    """Everything about one id, as ``saksi show`` gives it."""
    return Response(dump({"schema": SCHEMA, **ask.store.show(ask.path["key"])}), media_type=_TYPES["json"])


def answer_status(ask: Ask) -> Response:
    """What the store holds."""
    status = {key: value for key, value in asdict(ask.store.status()).items() if key != "path"}
    return Response(dump({"schema": SCHEMA, **status}), media_type=_TYPES["json"])


def add_links(row: Row) -> dict[str, object]:
    """A row as an object, with the address of its page and of its witness."""
    cells: dict[str, object] = {name: _open(value) for name, value in asdict(row).items()}
    key, article = cells.get("id"), cells.get("article")
    if isinstance(article, str) and "start" in cells:
        cells["witness"] = f"/article/{article}?w={cells['start']}-{cells['end']}#w"
    if isinstance(key, str):
        cells["page"] = f"/record/{key}"
    return cells


def _open(value: object) -> object:
    """A participant as an object, others as they are."""
    if isinstance(value, Side):
        return value._asdict()
    return [_open(part) for part in value] if isinstance(value, tuple) else value


def _write_json(name: str, rows: Sequence[Row]) -> str:
    return dump(
        {"schema": SCHEMA, "table": name, "count": len(rows), "rows": [add_links(row) for row in rows]}
    )


def _write_lines(name: str, rows: Sequence[Row]) -> str:
    del name
    return "".join(json.dumps(add_links(row), ensure_ascii=False) + "\n" for row in rows)


def _write_csv(name: str, rows: Sequence[Row]) -> str:
    """CSV for spreadsheets: cells that would be formulas are kept as text."""
    del name
    columns = rows.columns if isinstance(rows, Rows) else ()
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guard(cell) for cell in flat(row).values()])
    return out.getvalue()


_WRITERS: Mapping[str, Callable[[str, Sequence[Row]], str]] = {
    "json": _write_json,
    "jsonl": _write_lines,
    "csv": _write_csv,
}
