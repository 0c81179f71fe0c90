"""Puts what came of linking and merging into the tables across articles.

Turns identities, incidents, facts and conflicts into rows, and notes on each record of an
article which of them it belongs to. It compares nothing.
"""

from __future__ import annotations

import json
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import apsw

from saksi.query.days import first_and_last
from saksi.resolve.across.records import (
    ActorMention,
    Conflict,
    EventRow,
    Identity,
    Incident,
    Link,
    Linked,
    Merged,
    RelationSpan,
    Rows,
    Tenure,
)
from saksi.store.drafts import Cells
from saksi.store.write import insert

#: Reasons kept of a merge, the weightiest first: enough to judge it by hand.
_REASONS = 12
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
TABLES = ("actor", "alias", "incident", "claim", "fact", "copy")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that articles tell together."""

    rows: Rows
    linked: Linked
    merged: Merged
    spans: tuple[RelationSpan, ...]
    conflicts: tuple[Conflict, ...]
    copies: Mapping[str, str]
    origins: Mapping[str, int]  # incident -> independent tellings

    @property
    def documents(self) -> frozenset[str]:
        """Ids of the articles it was made from."""
        return frozenset(row.source.document for row in self.rows.mentions)


def clear_tables(connection: apsw.Connection) -> None:
    """Take out all that articles tell together; names before the actors they point to."""
    for table in sorted(TABLES):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608


def write_knowledge(connection: apsw.Connection, knowledge: Knowledge) -> None:
    """Replace all tables across articles."""
    clear_tables(connection)
    _write_actors(connection, knowledge)
    _write_incidents(connection, knowledge)
    _write_facts(connection, knowledge)
    _write_claims(connection, knowledge)
    for article, original in sorted(knowledge.copies.items()):  # the first of a group is its own copy
        insert(connection, "copy", {"article": article, "of": original})
    _mark_events(connection, knowledge)
    _mark_participants(connection, knowledge)
    _mark_relations(connection, knowledge)


# ---- actors ----------------------------------------------------------------------


def _write_actors(connection: apsw.Connection, knowledge: Knowledge) -> None:
    mentions = {mention.id: mention for mention in knowledge.rows.mentions}
    events = _count_events(knowledge)
    for identity in knowledge.linked.identities:
        own = [mentions[key] for key in identity.mentions]
        insert(connection, "actor", make_actor(identity, own, events[identity.id]))
        for cells in make_aliases(identity):
            insert(connection, "alias", cells)


def make_actor(identity: Identity, own: Sequence[ActorMention], events: int) -> Cells:
    """The row of an identity with its mentions, which takes part in so many events."""
    days = sorted(filter(None, (first_and_last(one.source.published)[0] for one in own)))
    return {
        "id": identity.id,
        "name": identity.name,
        "kind": identity.kind,
        "code": identity.code,
        "sector": identity.sector,
        "aliases": _list(identity.names),
        "offices": _list(map(_tell_tenure, identity.offices)),
        "candidates": _list(identity.candidates),
        "reasons": _list(_tell_reasons(identity.links)),
        "confidence": identity.confidence,
        "mentions": len(own),
        "articles": len({one.source.document for one in own}),
        "events": events,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
    }


def make_aliases(identity: Identity) -> Iterator[Cells]:
    """The rows of all names of an identity; capitals alone make no other name."""
    names = {_fold_ascii(name): name for name in reversed((identity.name, *identity.names))}
    for name in names.values():
        yield {"name": name, "actor": identity.id}


def _fold_ascii(name: str) -> str:
    """As the store compares names: only the letters of ASCII lose their capitals."""
    return name.translate(_LOWER)


def _count_events(knowledge: Knowledge) -> Counter[str]:
    """Events that each identity takes part in."""
    of = knowledge.linked.identity_of
    counted: Counter[str] = Counter()
    for event in knowledge.rows.events:
        counted.update({of[one] for one in (*event.actor, *event.recipient) if one in of})
    return counted


def _tell_tenure(tenure: Tenure) -> str:
    first, last, code = tenure.first, tenure.last, tenure.code
    when = "" if first is None else f" ({first} to {last})" if last != first else f" ({first})"
    return f"{tenure.office}{f', {code}' if code else ''}{when}"


def _tell_reasons(links: Iterable[Link]) -> list[str]:
    """The weightiest reasons in words, each once."""
    reasons = {(reason.kind, reason.detail): reason.weight for link in links for reason in link.reasons}
    ordered = sorted(reasons.items(), key=lambda item: (-abs(item[1]), item[0]))
    return [f"{kind}: {detail} ({weight:+g})" for (kind, detail), weight in ordered[:_REASONS]]


def _list(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)


# ---- incidents, facts, conflicts -----------------------------------------------------


def _write_incidents(connection: apsw.Connection, knowledge: Knowledge) -> None:
    names = {identity.id: identity.name for identity in knowledge.linked.identities}
    rows = {event.id: event for event in knowledge.rows.events}
    conflicts = Counter(conflict.about for conflict in knowledge.conflicts)
    for incident in knowledge.merged.incidents:
        told = [rows[key] for key in incident.events]
        counts = {"origins": knowledge.origins[incident.id], "conflicts": conflicts[incident.id]}
        insert(connection, "incident", {**make_incident(incident, told, names), **counts})


def make_incident(incident: Incident, told: Iterable[EventRow], names: Mapping[str, str]) -> Cells:
    """The row of an incident that these events tell, but for the counts of what was found about it."""
    first, last = first_and_last(incident.dates[0] if incident.dates else None)
    place = incident.places[0] if incident.places else None
    low, high = _range(told)
    return {
        "id": incident.id,
        "event": incident.event,
        "mode": incident.mode,
        "status": incident.status,
        "date": incident.dates[0] if incident.dates else None,
        "date_from": first,
        "date_until": last,
        "place": place.name if place else None,
        "country": place.country if place else None,
        "actors": _list(names[key] for key in incident.actor),
        "recipients": _list(names[key] for key in incident.recipient),
        "events": len(incident.events),
        "articles": len(incident.documents),
        "dead_min": low,
        "dead_max": high,
        "confidence": incident.confidence,
        "reasons": _list(_tell_reasons(incident.links)),
    }


def _range(events: Iterable[EventRow]) -> tuple[int | None, int | None]:
    """Fewest and most dead over all tellings."""
    figures = [event.dead for event in events if event.dead is not None]
    lows = [figure.minimum for figure in figures if figure.minimum is not None]
    highs = [figure.maximum for figure in figures if figure.maximum is not None]
    return min(lows, default=None), max(highs, default=None)


def _write_facts(connection: apsw.Connection, knowledge: Knowledge) -> None:
    for span in knowledge.spans:
        insert(connection, "fact", make_fact(span))


def make_fact(span: RelationSpan) -> Cells:
    """The row of a relation over all articles."""
    names = (
        "id", "subject", "predicate", "object", "value", "since", "until", "first_told", "as_of", "status",
        "superseded_by", "confidence",
    )  # fmt: skip
    return {**{name: getattr(span, name) for name in names}, "articles": len(span.documents)}


def _write_claims(connection: apsw.Connection, knowledge: Knowledge) -> None:
    names = {identity.id: identity.name for identity in knowledge.linked.identities}
    for conflict in knowledge.conflicts:
        for cells in make_claims(conflict, names):
            insert(connection, "claim", cells)


def make_claims(conflict: Conflict, names: Mapping[str, str]) -> Iterator[Cells]:
    """The rows of values that sources tell differently."""
    for claim in conflict.claims:
        yield {
            "conflict": conflict.id,
            "field": conflict.kind,
            "about": conflict.about,
            "nature": conflict.nature,
            "value": claim.value,
            "record": claim.row,
            "article": claim.source.document,
            "outlet": claim.source.outlet,
            "day": first_and_last(claim.source.published)[0],
            "claimant": names.get(claim.asserted_by or ""),
            "latest": int(claim.value == conflict.latest),
        }


# ---- what a record of an article belongs to --------------------------------------------


def _mark_events(connection: apsw.Connection, knowledge: Knowledge) -> None:
    connection.execute("UPDATE event SET incident = NULL WHERE review = 'rejected'")
    connection.executemany(
        "UPDATE event SET incident = ?2 WHERE id = ?1 AND incident IS NOT ?2",
        sorted(knowledge.merged.incident_of.items()),
    )


def _mark_relations(connection: apsw.Connection, knowledge: Knowledge) -> None:
    of = sorted((row, span.id) for span in knowledge.spans for row in span.rows)
    connection.executemany("UPDATE relation SET span = ?2 WHERE id = ?1 AND span IS NOT ?2", of)


def _mark_participants(connection: apsw.Connection, knowledge: Knowledge) -> None:
    """Note the identity of each participant; the mention is found by entry, code and name."""
    mentions = {mention.id: mention for mention in knowledge.rows.mentions}
    events = {event.id: event for event in knowledge.rows.events}
    of, changes = knowledge.linked.identity_of, []
    rows = connection.execute(
        """SELECT event.id, participant.event, role, position, entity, code, name, participant.actor
           FROM participant JOIN event ON event.number = participant.event ORDER BY 2, 3, 4"""
    )
    for key, number, role, position, *side, held in rows:
        event = events.get(str(key))
        found = None if event is None else find_mention(event, str(role), side, mentions)
        actor = of.get(found.id) if found else None
        if actor != held:
            changes.append((actor, number, role, position))
    connection.executemany(
        "UPDATE participant SET actor = ? WHERE (event, role, position) = (?, ?, ?)", changes
    )


def find_mention(
    event: EventRow, role: str, side: Sequence[object], mentions: Mapping[str, ActorMention]
) -> ActorMention | None:
    """The mention that a participant belongs to, by entry, code and name; None for one that a person put in."""
    own = [mentions[one] for one in getattr(event, role)]
    entity, code, name = side
    fits = [one for one in own if one.entry == entity and (one.name == name or entity is not None)]
    return next((one for one in fits if one.code == code), fits[0] if fits else None)
