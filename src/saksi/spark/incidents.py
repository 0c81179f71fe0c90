"""What happened over the documents of a cluster, by the functions of ``saksi.resolve.across``.

Turns events and linked actors into incidents with their conflicts and origins. Events that share a
block meet, sorted, and are compared with their neighbours; those that are linked are gathered group
by group. Gives the incidents that ``merge_incidents`` gives.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from saksi.resolve.across.conflicts import find_conflicts
from saksi.resolve.across.grouping import BLOCK
from saksi.resolve.across.happenings import (
    Happening,
    Party,
    keys_of,
    make_happening,
    make_parties,
    neighbourly,
    wanted_keys,
    weigh_words,
)
from saksi.resolve.across.incidents import gather_incidents, link_events
from saksi.resolve.across.origins import count_origins
from saksi.resolve.across.records import EventRow, Identity, Incident, Link, Linked, Merged, Rows
from saksi.spark.documents import collect_parts, digest, keep, spread_by
from saksi.store.drafts import Cells
from saksi.store.knowledge import make_claims, make_incident

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Ready(NamedTuple):
    """An event with all that is needed to compare and to tell it."""

    row: EventRow
    who: Mapping[str, Identity]  # mention -> identity, of those in the event
    copy: str | None
    cited: str | None


class Member(NamedTuple):
    """An event in one of its blocks, and those of its blocks in which all are compared with all."""

    happening: Happening
    small: frozenset[bytes]


Place = tuple[bytes, object]  # block, and where in it
Found = tuple[str, Cells]  # table, row; ``event`` rows are (id, incident)
Weights = tuple[Mapping[str, float], frozenset[str]]


class _Wanted:
    """Keys of blocks by their digests, which are smaller."""

    def __init__(self, digests: frozenset[bytes]) -> None:
        self._digests = digests

    def __contains__(self, key: object) -> bool:
        return isinstance(key, Hashable) and digest(key) in self._digests


def merge_incidents(context: Any, ready: Any, groups: frozenset[str]) -> Any:
    """Rows of incidents, claims, and of the incident of each event, from ``Ready`` events.

    ``groups`` are the names of groups, folded.
    """
    words = ready.flatMap(lambda one: [(word, 1) for word in one.row.words]).reduceByKey(lambda a, b: a + b)
    known = context.broadcast((weigh_words(dict(words.collect()), ready.count()), groups))
    happenings = keep(ready.map(lambda one: _make(one, known.value)))
    wanted = happenings.flatMap(wanted_keys).map(digest).distinct().collect()
    links = keep(_link(context, happenings, context.broadcast(_Wanted(frozenset(wanted)))))
    root_of = collect_parts(links.keys())
    roots = context.parallelize(sorted(root_of.items()), max(1, context.defaultParallelism))
    told = happenings.map(lambda one: (one.id, one)).join(ready.map(lambda one: (one.row.id, one)))
    placed = keep(told.leftOuterJoin(roots).values())
    alone = placed.filter(lambda one: one[1] is None).flatMap(lambda one: _gather([one[0]], ()))
    met = placed.filter(lambda one: one[1] is not None).map(lambda one: (one[1], one[0]))
    linked = (
        links.values().map(lambda link: (link.a, link)).join(roots).map(lambda one: (one[1][1], one[1][0]))
    )
    return alone.union(met.cogroup(linked).values().flatMap(lambda one: _gather(*one)))


def _make(ready: Ready, known: Weights) -> Happening:
    weight, groups = known
    parties: Mapping[str, Party] = make_parties(ready.who.values(), groups)
    document = ready.row.source.document
    copies = {document: ready.copy} if ready.copy is not None else {}
    identity_of = {mention: identity.id for mention, identity in ready.who.items()}
    own = {word: weight[word] for word in ready.row.words}
    return make_happening(ready.row, identity_of, copies, (own, parties))


def _link(context: Any, happenings: Any, wanted: Any) -> Any:
    """Links between events, each once, under the ids of the two."""
    keyed = keep(
        happenings.map(lambda one: (tuple(dict.fromkeys(map(digest, keys_of(one, wanted.value)))), one))
    )
    counted = keyed.flatMap(lambda one: [(key, 1) for key in one[0]]).reduceByKey(lambda a, b: a + b)
    large = context.broadcast(frozenset(counted.filter(lambda one: one[1] > BLOCK).keys().collect()))

    def spread(one: tuple[tuple[bytes, ...], Happening]) -> list[tuple[Place, Member]]:
        place, small = neighbourly(one[1]), frozenset(one[0]) - large.value
        return [((key, place), Member(one[1], small)) for key in one[0]]

    met = keyed.flatMap(spread).repartitionAndSortWithinPartitions(
        partitionFunc=lambda one: spread_by(one[0])
    )
    return met.mapPartitions(_compare).map(lambda link: ((link.a, link.b), link)).reduceByKey(lambda a, _: a)


def _compare(rows: Iterator[tuple[Place, Member]]) -> Iterator[Link]:
    """Each event of a block with the neighbours before it; the blocks come one after the other.

    A pair that shares small blocks, where everybody is a neighbour, is compared in one of them only.
    """
    block, near = b"", deque[Member](maxlen=BLOCK - 1)
    for (key, _), member in rows:
        if key != block:
            block = key
            near.clear()
        for other in near:
            common = other.small & member.small
            link = (
                link_events(other.happening, member.happening) if not common or min(common) == key else None
            )
            if link is not None:
                yield link
        near.append(member)


def _compare_pair(one: Member, other: Member) -> Link | None:
    """The link of two events, the smaller id first: so one machine compares them too."""
    return link_events(*sorted((one.happening, other.happening), key=lambda happening: happening.id))


def _gather(told: Iterable[tuple[Happening, Ready]], links: Iterable[Link]) -> Iterator[Found]:
    """The incidents of events that hang together, with all that is to be written of them."""
    of = {ready.row.id: (happening, ready) for happening, ready in told}
    rows = {key: of[key][1].row for key in sorted(of)}
    who = {mention: one for _, ready in of.values() for mention, one in ready.who.items()}
    identity_of = {mention: identity.id for mention, identity in who.items()}
    linked = Linked((), identity_of, {identity.id: identity for identity in who.values()})
    happenings = {key: happening for key, (happening, _) in of.items()}
    for incident in gather_incidents(rows, happenings, links, identity_of):
        yield from _tell(incident, [of[key][1] for key in incident.events], linked)


def _tell(incident: Incident, told: list[Ready], linked: Linked) -> Iterator[Found]:
    rows = Rows(events=tuple(one.row for one in told))
    names = {key: identity.name for key, identity in linked.by_id.items()}
    conflicts = find_conflicts(Merged((incident,), _NOTHING), (), rows, linked)
    copies = {one.row.source.document: one.copy for one in told if one.copy is not None}
    cited = {one.row.source.document: one.cited for one in told if one.cited is not None}
    origins = count_origins([one.row.source for one in told], copies, cited).count
    counts = {"origins": origins, "conflicts": Counter(one.about for one in conflicts)[incident.id]}
    yield "incident", {**make_incident(incident, rows.events, names), **counts}
    yield from (("claim", cells) for conflict in conflicts for cells in make_claims(conflict, names))
    for key in incident.events:
        yield "event", {"id": key, "incident": incident.id}
