"""Brings together what articles tell: reads their rows, has them linked, writes what came of it.

The linking itself is pure and lives in ``resolve.across``; here its input is taken from the
store and its output put into tables, all in one transaction. Nothing of an article changes
but which identity, incident and fact its records belong to. Decisions of people are kept in
a table of their own and win over every rule.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import apsw

from saksi.copies import Text, find_copies, group_of
from saksi.errors import UsageError
from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.conflicts import find_conflicts
from saksi.resolve.across.incidents import merge_incidents
from saksi.resolve.across.origins import count_origins
from saksi.resolve.across.records import ActorMention, Decisions, EventRow, Figure, RelationRow, Rows
from saksi.resolve.across.relations import settle_relations
from saksi.store.knowledge import Knowledge, write_knowledge
from saksi.store.pack import unpack
from saksi.store.told import Told
from saksi.store.write import transaction

#: Times that a resolution is thought through while others may write.
_TRIES = 3
#: Rows of an index that SQLite looks at to learn how its values spread.
_SAMPLE = 2_000


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a resolution came to."""

    articles: int
    identities: int
    incidents: int
    conflicts: int
    skipped: int  # pairs of a block too large to compare; their number is kept, not hidden


def is_resolved(connection: apsw.Connection) -> bool:
    """Whether articles, reviews and decisions are those of the last resolution."""
    return bool(connection.execute("SELECT state FROM resolved").get == make_state(connection))


def make_state(connection: apsw.Connection) -> str:
    """Digest of everything that a resolution is made from."""
    articles = connection.execute(
        "SELECT article.id, version, code, data FROM article JOIN run ON run.number = article.run ORDER BY id"
    )
    judged = (
        "SELECT record, article, verdict, changes FROM review ORDER BY number",
        "SELECT a, b, together FROM decision ORDER BY a, b",
    )
    return digest_rows(articles, *(connection.execute(query) for query in judged))


def digest_rows(*tables: Iterable[Sequence[object]]) -> str:
    """Digest of rows in their order: articles with their runs, then what people decided."""
    digest = hashlib.sha256()
    for row in chain.from_iterable(tables):
        digest.update(repr(tuple(row)).encode())
    return digest.hexdigest()


def resolve_store(connection: apsw.Connection) -> Resolved:
    """Link, merge and compare everything in the store, and write it in one transaction.

    Others may write while this thinks; when they did, it thinks again, the last time with the
    store to itself.
    """
    for _ in range(_TRIES):
        state = make_state(connection)
        knowledge = _think(connection)
        with transaction(connection):
            if state == make_state(connection):
                return _keep(connection, knowledge, state)
    with transaction(connection):
        return _keep(connection, _think(connection), make_state(connection))


def _think(connection: apsw.Connection) -> Knowledge:
    return make_knowledge(_load(connection), load_decisions(connection))


def _keep(connection: apsw.Connection, knowledge: Knowledge, state: str) -> Resolved:
    """Write what was found, with what it was made from."""
    write_knowledge(connection, knowledge)
    notes = json.dumps({"actors": knowledge.linked.work, "events": knowledge.merged.work})
    note_resolved(connection, state, notes)
    return Resolved(
        articles=len(knowledge.documents),
        identities=len(knowledge.linked.identities),
        incidents=len(knowledge.merged.incidents),
        conflicts=len(knowledge.conflicts),
        skipped=knowledge.linked.work.skipped + knowledge.merged.work.skipped,
    )


def note_resolved(connection: apsw.Connection, state: str, notes: str) -> None:
    """Note what the tables across articles were made from, and learn how their values spread.

    In one transaction with the tables: a kill cannot part them.
    """
    connection.execute("INSERT OR REPLACE INTO resolved VALUES (1, ?, ?)", (state, notes))
    connection.pragma("analysis_limit", _SAMPLE)
    connection.execute("ANALYZE")  # so that questions take the right index


@dataclass(frozen=True, slots=True)
class Loaded:
    """What all articles bring into the comparison."""

    rows: Rows
    texts: tuple[Text, ...]
    cited: Mapping[str, str]


def make_knowledge(loaded: Loaded, decisions: Decisions) -> Knowledge:
    """Link, merge and compare; pure, and the same for any order of what was loaded."""
    rows, copies = loaded.rows, group_of(find_copies(loaded.texts))
    linked = link_actors(rows.mentions, decisions)
    merged = merge_incidents(rows.events, linked, copies, decisions)
    spans = settle_relations(rows.relations, linked)
    conflicts = find_conflicts(merged, spans, rows, linked)
    sources = {event.id: event.source for event in rows.events}
    origins = {
        incident.id: count_origins([sources[key] for key in incident.events], copies, loaded.cited).count
        for incident in merged.incidents
    }
    return Knowledge(rows, linked, merged, spans, conflicts, copies, origins)


def _load(connection: apsw.Connection) -> Loaded:
    """What linking reads of all articles, as people have reviewed them."""
    reviewed = _load_reviewed(connection)
    rejected = {row[0] for row in connection.execute("SELECT id FROM relation WHERE review = 'rejected'")}
    mentions: list[ActorMention] = []
    events: list[EventRow] = []
    relations: list[RelationRow] = []
    texts: list[Text] = []
    cited: dict[str, str] = {}
    for key, data in connection.execute("SELECT id, across FROM article ORDER BY id"):
        told = unpack(Told, data)
        mentions += told.rows.mentions
        events += _as_reviewed(told.rows.events, reviewed)
        relations += (one for one in told.rows.relations if one.id not in rejected)
        texts += [told.text] if told.text else []
        cited |= {str(key): told.cited} if told.cited else {}
    return Loaded(Rows(tuple(mentions), tuple(events), (), tuple(relations)), tuple(texts), cited)


Reviewed = dict[str, tuple[str, dict[str, object]]]


def _load_reviewed(connection: apsw.Connection) -> Reviewed:
    """Events that were rejected or corrected, with the fields that merging looks at."""
    names = ("event", "mode", "status", "date", "dead_min", "dead_max")
    sql = f"SELECT id, review, {', '.join(names)} FROM event WHERE review IN ('rejected', 'corrected')"  # noqa: S608
    return {
        str(row[0]): (str(row[1]), dict(zip(names, row[2:], strict=True))) for row in connection.execute(sql)
    }


def _as_reviewed(events: Iterable[EventRow], reviewed: Reviewed) -> Iterator[EventRow]:
    for event in events:
        review, cells = reviewed.get(event.id, ("", {}))
        if review == "corrected":
            low, high = cells.pop("dead_min"), cells.pop("dead_max")
            dead = None if low is None and high is None else Figure(low, high)  # type: ignore[arg-type]
            yield replace(event, **cells, dead=dead)  # type: ignore[arg-type]
        elif review != "rejected":
            yield event


# ---- decisions of people -------------------------------------------------------------


def load_decisions(connection: apsw.Connection) -> Decisions:
    """All pairs that people have judged."""
    rows = connection.execute("SELECT a, b, together FROM decision ORDER BY a, b").fetchall()
    return Decisions(
        frozenset((str(a), str(b)) for a, b, together in rows if together),
        frozenset((str(a), str(b)) for a, b, together in rows if not together),
    )


def decide(
    connection: apsw.Connection, pair: tuple[str, str], *, together: bool, who: tuple[str, str]
) -> None:
    """Keep what a person says about two events or two mentions of actors."""
    a, b = sorted(pair)
    if a == b:
        raise UsageError(f"{a}: give the ids of two records")
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?)", (a, b, int(together), *who)
        )
