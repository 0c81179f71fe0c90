"""Asks a store for what articles tell together: actors, incidents, conflicts, positions.

Reads what ``store.across`` has written; it merges and decides nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import apsw

from saksi.query.days import first_and_last
from saksi.query.filters import (
    Condition,
    Filters,
    any_of,
    event_conditions,
    find_meant,
    join,
    split,
    time_conditions,
)
from saksi.query.records import iter_statements
from saksi.query.snapshot import scan
from saksi.rows import ActorRow, ConflictRow, FactRow, IncidentRow, PositionRow


def list_actors(connection: apsw.Connection, filters: Filters) -> tuple[ActorRow, ...]:
    """Identities, those with the most events first."""
    conditions = []
    if filters.actor:
        meant = find_meant(connection, filters.actor)
        marks = ", ".join("?" * len(meant.identities))
        sql = f"actor.code = ? OR actor.id IN ({marks})"
        conditions.append(Condition(sql, (meant.code or "", *meant.identities)))
    if filters.country:
        conditions.append(Condition("actor.code = ?", (filters.country,)))
    if filters.kind:
        conditions.append(any_of("actor.kind", split(filters.kind)))
    where = join(conditions)
    sql = f"""SELECT id, name, kind, code, aliases, offices, events, articles, first, last, reasons FROM actor
              WHERE {where.sql} ORDER BY events DESC, mentions DESC, id LIMIT ?"""  # noqa: S608
    rows = connection.execute(sql, (*where.values, _limit(filters)))
    return tuple(ActorRow(*_thaw(row, (4, 5, 10))) for row in rows)


def list_incidents(connection: apsw.Connection, filters: Filters) -> tuple[IncidentRow, ...]:
    """Incidents in order of their dates; those without a date stand last."""
    where = join(
        (
            *_incident_conditions(filters),
            *_by_events(connection, filters),
            *time_conditions(filters, "incident.date_from", "incident.date_until"),
        )
    )
    order = {
        "origins": "origins DESC, date_from",
        "-date": "date_from DESC",
        "conflicts": "conflicts DESC, date_from",
    }.get(filters.sort or "", "date_from ASC NULLS LAST")
    sql = f"""SELECT id, event, mode, status, date, place, country, actors, recipients, events, articles, origins,
                     dead_min, dead_max, conflicts, confidence, reasons
              FROM incident WHERE {where.sql} ORDER BY {order}, id LIMIT ?"""  # noqa: S608
    rows = scan(connection, sql, (*where.values, _limit(filters)))
    return tuple(IncidentRow(*_thaw(row, (7, 8, 16))) for row in rows)


def _incident_conditions(filters: Filters) -> Iterator[Condition]:
    if filters.origins is not None:
        yield Condition("incident.origins >= ?", (filters.origins,))
    if filters.incident is not None:
        yield Condition(
            "incident.id >= ? AND incident.id < ?", (filters.incident, filters.incident + "\uffff")
        )


def _by_events(connection: apsw.Connection, filters: Filters) -> Iterator[Condition]:
    """Incidents with an event that fits; without such filters all incidents do."""
    asked = (
        filters.actor, filters.pair, filters.type, filters.mode, filters.context, filters.quad, filters.status,
        filters.place, filters.country, filters.outlet, filters.confidence, filters.about, filters.article,
    )  # fmt: skip
    if any(value is not None for value in asked):
        where = join(event_conditions(connection, filters))
        sql = f"""incident.id IN (SELECT event.incident FROM event
                  JOIN article ON article.number = event.article WHERE {where.sql})"""  # noqa: S608
        yield Condition(sql, where.values)


def list_facts(connection: apsw.Connection, filters: Filters) -> tuple[FactRow, ...]:
    """Relations over all articles, by predicate, object and since when; ``as_of`` keeps those that held."""
    conditions = [any_of("fact.predicate", split(filters.predicate))] if filters.predicate else []
    if filters.status:
        conditions.append(any_of("fact.status", split(filters.status)))
    conditions += [_fact_side(connection, word) for word in (filters.actor, *(filters.pair or ())) if word]
    where = join((*conditions, *_held(filters)))
    sql = f"""SELECT fact.id, coalesce(one.name, fact.subject), predicate, coalesce(other.name, value), since, until,
                     status, first_told, as_of, superseded_by, fact.articles, fact.confidence
              FROM fact LEFT JOIN actor AS one ON one.id = fact.subject
              LEFT JOIN actor AS other ON other.id = fact.object
              WHERE {where.sql} ORDER BY predicate, 4, since IS NULL, since, 2, fact.id LIMIT ?"""  # noqa: S608
    return tuple(FactRow(*row) for row in scan(connection, sql, (*where.values, _limit(filters))))


def _fact_side(connection: apsw.Connection, word: str) -> Condition:
    """The fact is about this identity, or about this state."""
    meant = find_meant(connection, word)
    keys = (*meant.identities, *((f"state/{meant.code}",) if meant.code else ()))
    marks = ", ".join("?" * len(keys))
    sql = f"fact.subject IN ({marks}) OR fact.object IN ({marks}) OR fact.value = ? COLLATE NOCASE"
    return Condition(sql, (*keys, *keys, meant.name))


def _held(filters: Filters) -> Iterator[Condition]:
    """Facts that held on a day: begun by then, not ended, not superseded by one that had begun."""
    first, last = first_and_last(filters.as_of)
    if first and last:
        yield Condition("fact.since IS NULL OR substr(fact.since, 1, 10) <= ?", (last,))
        yield Condition("fact.until IS NULL OR fact.until >= substr(?, 1, length(fact.until))", (first,))
        yield Condition("fact.status NOT IN ('negated', 'hypothetical', 'future')")
        yield Condition(
            """fact.superseded_by IS NULL OR fact.superseded_by NOT IN (
                 SELECT id FROM fact AS later WHERE coalesce(later.since, later.first_told) <= ?)""",
            (last,),
        )


def list_conflicts(connection: apsw.Connection, filters: Filters) -> tuple[ConflictRow, ...]:
    """Values that sources tell differently, one row a value, those of one thing together."""
    conditions = []
    if filters.kind:
        conditions.append(any_of("field", split(filters.kind)))
    if filters.incident:
        conditions.append(Condition("about = ?", (filters.incident,)))
    wanted = tuple(
        _by_events(connection, Filters(actor=filters.actor, pair=filters.pair, place=filters.place))
    )
    if wanted:
        inner = join(wanted)
        sql = f"about IN (SELECT id FROM incident WHERE {inner.sql})"  # noqa: S608
        conditions.append(Condition(sql, inner.values))
    where = join((*conditions, *time_conditions(filters, "day", "day")))
    sql = f"""SELECT about, field, value, json_group_array(DISTINCT article), json_group_array(DISTINCT outlet),
                     count(DISTINCT coalesce((SELECT of FROM copy WHERE copy.article = claim.article), article)),
                     json_group_array(DISTINCT claimant), max(day)
              FROM claim WHERE {where.sql} GROUP BY conflict, value
              ORDER BY about, field, 6 DESC, value LIMIT ?"""  # noqa: S608
    rows = connection.execute(sql, (*where.values, _limit(filters)))
    return tuple(ConflictRow(*_thaw(row, (3, 4, 6))) for row in rows)


def iter_positions(connection: apsw.Connection, filters: Filters) -> Iterator[PositionRow]:
    """What each side said, by side and day; ``about`` names the subject."""
    rows = sorted(
        iter_statements(connection, filters),
        key=lambda one: (one.speaker_code or one.speaker, one.said or "", one.id),
    )
    for one in rows:
        yield PositionRow(
            side=one.speaker_code or one.speaker,
            speaker=one.speaker,
            office=one.speaker_office,
            said=one.said,
            kind=one.kind,
            stance=one.stance,
            toward=one.toward,
            content=one.content,
            outlet=one.outlet,
            id=one.id,
        )


def _limit(filters: Filters) -> int:
    """All rows when there is no limit."""
    return -1 if filters.limit is None else filters.limit


def _thaw(row: tuple[Any, ...], places: tuple[int, ...]) -> list[Any]:
    """A row whose JSON lists are tuples, without the nulls in them."""
    return [
        tuple(one for one in json.loads(value) if one is not None) if index in places else value
        for index, value in enumerate(row)
    ]
