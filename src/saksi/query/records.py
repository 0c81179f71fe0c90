"""Asks a store for events, statements, relations and people: SQL in, rows out, nothing written.

Rows come one after the other, so that an export of many needs little memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import islice
from typing import Any

import apsw

from saksi.errors import UsageError
from saksi.query.filters import (
    Condition,
    Filters,
    event_conditions,
    join,
    relation_conditions,
    statement_conditions,
)
from saksi.query.snapshot import fetch, scan
from saksi.rows import ArticleRow, EventRow, PersonRow, RelationRow, Side, StatementRow

#: Events whose participants are fetched together.
_PAGE = 500
_VERSION = "(SELECT version || '+' || substr(data, 1, 8) FROM run WHERE run.number = article.run)"
#: Columns of a row that do not stand in its table under that name.
_COMPUTED = {
    "quad_code": "event.quad",
    "event_scale": "event.scale",
    "article": "article.id",
    "outlet": "article.outlet",
    "published": "article.published",
    "origins": "coalesce((SELECT origins FROM incident WHERE incident.id = event.incident), 1)",
    "version": _VERSION,
}
_SORTS = {
    "event": {
        "date": "event.date_from",
        "published": "article.published_from",
        "type": "event.event",
        "place": "event.place",
        "confidence": "event.confidence",
        "scale": "event.scale",
        "actor": "event.actor",
        "dead": "event.dead_min",
    },
    "statement": {"date": "statement.day", "speaker": "statement.speaker", "kind": "statement.kind"},
    "relation": {
        "date": "relation.day",
        "since": "relation.since_from",
        "subject": "relation.subject",
        "object": "relation.object",
        "predicate": "relation.predicate",
    },
}


def iter_events(connection: apsw.Connection, filters: Filters) -> Iterator[EventRow]:
    """Events that fit, the latest first when nothing else is asked for."""
    columns = ["event.number", *(_event_column(one.name) for one in fields(EventRow))]
    where = join(event_conditions(connection, filters))
    rows = _rows(connection, "event", columns, where, filters)
    while page := list(islice(rows, _PAGE)):
        yield from _with_sides(connection, page)


def _rows(
    connection: apsw.Connection, table: str, columns: Sequence[str], where: Condition, filters: Filters
) -> Iterator[tuple[Any, ...]]:
    """The rows that fit; a snapshot finds which they are where the store would have to look at many."""
    numbers = _find(connection, table, where, filters) if _look_at_many(table, filters) else None
    if numbers is None:
        sql = f"""SELECT {", ".join(columns)} FROM {table}
                  {_join(filters)} article ON article.number = {table}.article
                  WHERE {where.sql} {_order(table, filters)}"""  # noqa: S608
        yield from connection.execute(sql, where.values)
        return
    rest = iter(numbers)
    while page := list(islice(rest, _PAGE)):
        sql = f"""SELECT {table}.number, {", ".join(columns)} FROM {table}
                  JOIN article ON article.number = {table}.article
                  WHERE {table}.number IN ({", ".join("?" * len(page))})"""  # noqa: S608
        held = {number: tuple(cells) for number, *cells in connection.execute(sql, page)}
        yield from (held[number] for number in page)


def _look_at_many(table: str, filters: Filters) -> bool:
    """Whether no index leads to what is asked for; the latest, and those of a speaker, have theirs."""
    if (filters.sort or "-date") != "-date":
        return True
    asked = (filters.actor, filters.pair, filters.origins, filters.confidence, filters.as_of)
    return table != "statement" and any(value is not None for value in asked)


def _find(connection: apsw.Connection, table: str, where: Condition, filters: Filters) -> list[int] | None:
    """Numbers of the rows that fit, in order, from the snapshot; None where there is none."""
    sql = f"""SELECT {table}.number FROM {table} JOIN article ON article.number = {table}.article
              WHERE {where.sql} {_order(table, filters)}"""  # noqa: S608
    found = fetch(connection, sql, where.values)
    return None if found is None else [int(number) for (number,) in found]


def _join(filters: Filters) -> str:
    """How records are joined to their articles.

    ``CROSS JOIN`` tells SQLite to go through the records and look each article up, so that the
    latest come without sorting all; filters on articles leave it the choice.
    """
    on_articles = filters.outlet or filters.about or filters.article
    return "JOIN" if on_articles else "CROSS JOIN"


def _event_column(name: str) -> str:
    if name in {"actor", "recipient"}:  # filled from the participants
        return "NULL"
    if name == "evidence":
        return "substr(article.text, event.start + 1, event.end - event.start)"
    return _COMPUTED.get(name, f"event.{name}")


def _with_sides(connection: apsw.Connection, page: Sequence[tuple[Any, ...]]) -> Iterator[EventRow]:
    """Event rows of one page with their participants."""
    names = [one.name for one in fields(EventRow)]
    sides = _fetch_sides(connection, [row[0] for row in page])
    for number, *values in page:
        cells = dict(zip(names, values, strict=True))
        cells["context"] = tuple(cells["context"].split())
        cells["actor"] = tuple(sides.get((number, "actor"), ()))
        cells["recipient"] = tuple(sides.get((number, "recipient"), ()))
        yield EventRow(**cells)


def _fetch_sides(connection: apsw.Connection, events: Sequence[int]) -> dict[tuple[int, str], list[Side]]:
    marks = ", ".join("?" * len(events))
    found: dict[tuple[int, str], list[Side]] = {}
    for event, role, *values in connection.execute(
        f"""SELECT event, role, name, code, sector, office, entity, actor FROM participant
            WHERE event IN ({marks}) ORDER BY event, role, position""",  # noqa: S608
        events,
    ):
        found.setdefault((event, role), []).append(Side(*values))
    return found


def _order(table: str, filters: Filters) -> str:
    """ORDER BY and LIMIT; what has no value stands last in either direction."""
    name = (filters.sort or "-date").removeprefix("-")
    if name not in _SORTS[table]:
        raise UsageError(
            f"sort {name}: must be one of {', '.join(_SORTS[table])}, with - before it for descending"
        )
    column, down = _SORTS[table][name], (filters.sort or "-date").startswith("-")
    order = f"{column} DESC" if down else f"{column} ASC NULLS LAST"
    limit = "" if filters.limit is None else f"LIMIT {int(filters.limit)}"
    return f"ORDER BY {order}, {table}.id {limit}"


def iter_statements(connection: apsw.Connection, filters: Filters) -> Iterator[StatementRow]:
    """Statements that fit."""
    computed = {
        "said": "statement.day",
        "content": "substr(article.text, statement.content_start + 1, statement.content_end - statement.content_start)",
    }
    yield from (
        StatementRow(*row)
        for row in _select(connection, "statement", _columns(StatementRow, "statement", computed), filters)
    )


def iter_relations(connection: apsw.Connection, filters: Filters) -> Iterator[RelationRow]:
    """Relations that fit."""
    computed = {
        "told": "relation.day",
        "superseded_by": "(SELECT superseded_by FROM fact WHERE fact.id = relation.span)",
    }
    yield from (
        RelationRow(*row)
        for row in _select(connection, "relation", _columns(RelationRow, "relation", computed), filters)
    )


def _columns(kind: type[StatementRow | RelationRow], table: str, computed: dict[str, str]) -> tuple[str, ...]:
    evidence = f"substr(article.text, {table}.start + 1, {table}.end - {table}.start)"
    known = {**_COMPUTED, "evidence": evidence, **computed}
    return tuple(known.get(one.name, f"{table}.{one.name}") for one in fields(kind))


def _select(
    connection: apsw.Connection, table: str, columns: Sequence[str], filters: Filters
) -> Iterator[tuple[Any, ...]]:
    conditions = {"statement": statement_conditions, "relation": relation_conditions}[table]
    yield from _rows(connection, table, columns, join(conditions(connection, filters)), filters)


def iter_articles(connection: apsw.Connection, where: Condition) -> Iterator[ArticleRow]:
    """Articles under a condition on ``article``, in the order they were added."""
    sql = f"""SELECT number, id, title, outlet, language, published, text FROM article
              WHERE {where.sql} ORDER BY number"""  # noqa: S608
    for number, key, title, outlet, language, published, text in connection.execute(sql, where.values):
        rows = connection.execute("SELECT path FROM source WHERE article = ? ORDER BY path", (number,))
        paths = tuple(str(path) for (path,) in rows)
        yield ArticleRow(key, title, outlet, language, published, text, paths)


def list_people(connection: apsw.Connection, filters: Filters) -> tuple[PersonRow, ...]:
    """People with each office they were given, the most named first."""
    conditions = []
    if filters.actor:
        conditions.append(
            Condition(
                "person.code = ? OR instr(lower(person.name), lower(?))", (filters.actor, filters.actor)
            )
        )
    if filters.country:
        conditions.append(Condition("person.code = ?", (filters.country,)))
    where = join(conditions)
    sql = f"""SELECT person.name, nullif(person.office, ''), max(person.code), count(*), sum(person.mentions),
                     min(person.day), max(person.day)
              FROM person WHERE {where.sql}
              GROUP BY person.name, person.office
              ORDER BY 4 DESC, 5 DESC, person.name, person.office LIMIT ?"""  # noqa: S608
    rows = scan(connection, sql, (*where.values, -1 if filters.limit is None else filters.limit))
    return tuple(PersonRow(*row) for row in rows)
