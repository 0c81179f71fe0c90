"""``saksi spark resolve``: what the documents of an extraction tell together, found by a cluster.

Turns the shards of an extraction into the rows of a store's tables across articles: copies, actors,
incidents, facts, and what sources tell differently. They lie beside the shards in a folder that is
named by what they were made from; ``done.json`` is written last.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from saksi.errors import UsageError
from saksi.resolve.across.lexicon import fold
from saksi.resolve.across.records import Identity, Work
from saksi.spark.actors import Draft, light, link_actors
from saksi.spark.cells import pack_map, write_parts, write_tables
from saksi.spark.documents import keep, read_told
from saksi.spark.importing import DONE, Shards, folder_of
from saksi.spark.incidents import Found, Ready, merge_incidents
from saksi.spark.near_copies import find_copies
from saksi.spark.relations import relate, settle
from saksi.store.knowledge import make_actor, make_aliases
from saksi.store.resolving import digest_rows
from saksi.store.told import Told


class Known(NamedTuple):
    """A document with the identity of each of its mentions."""

    told: Told
    who: Mapping[str, Identity]


class Resolved(NamedTuple):
    """What a resolution came to."""

    folder: str
    counts: Mapping[str, int]


def read_done(shards: Shards) -> dict[str, Any] | None:
    """What was found over these shards; None when that has not been done."""
    data = shards.folder.read(f"{folder_of(shards)}/{DONE}")
    return None if data is None else json.loads(data)


def resolve(shards: Shards, open_context: Callable[[], Any], tell: Callable[[str], None]) -> Resolved:
    """Find what is not found yet; nothing is done twice."""
    if shards.missing:
        raise UsageError(f"{shards.missing:,} shards are not there yet: run saksi spark extract first")
    done = read_done(shards)
    if done is None:
        with open_context() as context:
            done = _resolve(context, shards, tell)
        shards.folder.write(f"{folder_of(shards)}/{DONE}", json.dumps(done, indent=1).encode())
    return Resolved(folder_of(shards), done["counts"])


def _resolve(context: Any, shards: Shards, tell: Callable[[str], None]) -> dict[str, Any]:
    told = keep(read_told(context, shards))
    articles = sorted(told.keys().collect())
    tell(f"{len(articles):,} documents: looking for copies")
    copies = find_copies(told)
    tell(f"{len(copies):,} texts are copies; linking actors")
    drafts, work = link_actors(context, told)
    drafts = keep(drafts)
    known = keep(_know(told, drafts))
    tell(f"{drafts.count():,} actors; merging incidents")
    shared = context.broadcast(copies)
    ready = keep(known.flatMap(lambda one: _ready(one, shared.value)))
    groups = drafts.filter(lambda draft: draft.identity.kind == "group")
    names = frozenset(groups.flatMap(lambda draft: map(fold, draft.identity.names)).distinct().collect())
    rows = keep(merge_incidents(context, ready, names))
    facts = list(settle(known.map(lambda one: relate(one.told, one.who))))
    facts += (("copy", {"article": key, "of": first}) for key, first in sorted(copies.items()))
    files = _write(shards, rows, facts, (known, _tell_actors(drafts, ready)))
    counts = Counter(rows.keys().countByValue())
    counts.update({"actor": drafts.count(), **Counter(table for table, _ in facts)})
    return {
        "state": digest_rows((key, *shards.plan.run) for key in articles),
        "notes": json.dumps({"actors": work, "events": Work(rows=ready.count())}),
        "counts": counts,
        "files": sorted(files),
    }


def _write(shards: Shards, rows: Any, facts: list[Found], others: tuple[Any, Any]) -> Iterator[str]:
    folder, (known, actors) = folder_of(shards), others
    yield from write_parts(rows, shards.address, f"{folder}/events")
    yield from write_tables(facts, shards.address, f"{folder}/facts/{{}}")
    yield from write_parts(actors, shards.address, f"{folder}/actors")
    yield from write_parts(known.flatMap(_tell_document), shards.address, f"{folder}/documents")


def _know(told: Any, drafts: Any) -> Any:
    """Each document with the identities of its mentions."""
    return (
        told.leftOuterJoin(drafts.flatMap(_spread).groupByKey())
        .values()
        .map(lambda one: Known(one[0], dict(one[1] or ())))
    )


def _spread(draft: Draft) -> Iterator[tuple[str, tuple[str, Identity]]]:
    identity = light(draft.identity)
    return ((row.source.document, (row.id, identity)) for row in draft.mentions)


def _ready(known: Known, copies: Mapping[str, str]) -> Iterator[Ready]:
    for row in known.told.rows.events:
        named = (*row.actor, *row.recipient, row.asserted_by or "")
        who = {mention: known.who[mention] for mention in named if mention in known.who}
        yield Ready(row, who, copies.get(row.source.document), known.told.cited)


def _tell_actors(drafts: Any, ready: Any) -> Any:
    """Rows of actors and of their names."""
    counted = ready.flatMap(_take_part).reduceByKey(lambda a, b: a + b)
    return (
        drafts.map(lambda draft: (draft.identity.id, draft))
        .leftOuterJoin(counted)
        .values()
        .flatMap(_tell_actor)
    )


def _take_part(ready: Ready) -> list[tuple[str, int]]:
    sides = (*ready.row.actor, *ready.row.recipient)
    return [(key, 1) for key in {ready.who[one].id for one in sides if one in ready.who}]


def _tell_actor(one: tuple[Draft, int | None]) -> Iterator[Found]:
    draft, events = one
    yield "actor", make_actor(draft.identity, draft.mentions, events or 0)
    for cells in make_aliases(draft.identity):
        yield "alias", cells


def _tell_document(known: Known) -> Iterator[Found]:
    """The identity of each mention that takes part in an event."""
    events = known.told.rows.events
    named = {one: known.who[one].id for row in events for one in (*row.actor, *row.recipient)}
    if named:
        yield "document", {"id": events[0].source.document, "identities": pack_map(named)}
