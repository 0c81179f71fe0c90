"""Who is who over the documents of a cluster, by the functions of ``saksi.resolve.across``.

Turns mentions into identities. Mentions that nothing tells apart become one unit where they meet;
the units of people, bodies and offices, far fewer than mentions, are joined on the driver; the
identities are written where their mentions are. Gives those that ``link_actors`` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from saksi.resolve.across.actors import Joined, join_units, make_unit, unit_key
from saksi.resolve.across.identities import News, base_id, draft_identity, number_ids
from saksi.resolve.across.names import Unit
from saksi.resolve.across.records import ActorMention, Identity, Link
from saksi.spark.documents import digest, keep, spread_by

#: Kinds of units that may be one with another; each of the others is an identity of its own.
_JOINED = frozenset({"person", "organisation", "group", "office"})
Group = tuple[Unit, tuple[ActorMention, ...]]


class Draft(NamedTuple):
    """An identity before it has its id."""

    root: str  # smallest unit
    base: str
    news: News
    identity: Identity
    mentions: tuple[ActorMention, ...]


@dataclass(frozen=True, slots=True)
class Parts:
    """What the driver found about units, as the other machines need it."""

    root_of: Mapping[str, str]  # unit -> part, for parts of several units
    links: Mapping[str, tuple[Link, ...]]  # by part
    open_to: Mapping[str, frozenset[str]]  # part -> other parts that it may be


class Actors(NamedTuple):
    """All identities with their mentions, and how much work they were."""

    drafts: Any  # of Draft, with their ids
    work: object


def link_actors(context: Any, told: Any) -> Actors:
    """All identities, each with its mentions."""
    mentions = told.flatMap(lambda one: [replace(row, spans=()) for row in one[1].rows.mentions])
    keyed = mentions.map(lambda row: (digest(unit_key(row)), row))
    groups = keep(keyed.groupByKey(partitionFunc=spread_by).map(_make_group))
    units = groups.keys().filter(lambda unit: unit.kind in _JOINED).collect()
    joined = join_units({unit.id: unit for unit in sorted(units)})
    parts = context.broadcast(_make_parts(joined))
    drafts = keep(_number(_draft(groups, parts)))
    ids = context.broadcast(_find_ids(drafts, parts.value))
    return Actors(drafts.map(lambda draft: _finish(draft, parts.value, ids.value)), joined.work)


def _make_group(keyed: tuple[bytes, Iterable[ActorMention]]) -> Group:
    """The unit of mentions that share a key; it need not list them."""
    rows = tuple(sorted(keyed[1], key=lambda row: row.id))
    return make_unit(rows)._replace(mentions=()), rows


def _make_parts(joined: Joined) -> Parts:
    several = [part for part in joined.parts if len(part) > 1]
    root_of = {unit: part[0] for part in several for unit in part}
    links: dict[str, list[Link]] = {}
    for link in joined.links:
        links.setdefault(root_of[link.a], []).append(link)
    open_to: dict[str, frozenset[str]] = {}
    for unit, others in joined.candidates.items():
        root = root_of.get(unit, unit)
        found = frozenset(root_of.get(other, other) for other in others) - {root}
        open_to[root] = open_to.get(root, frozenset()) | found
    return Parts(root_of, {root: tuple(own) for root, own in links.items()}, open_to)


def _draft(groups: Any, parts: Any) -> Any:
    """Identities without ids: of single units where they are, of several where those meet."""
    alone = groups.filter(lambda group: group[0].id not in parts.value.root_of)
    several = groups.filter(lambda group: group[0].id in parts.value.root_of)
    met = several.map(lambda group: (parts.value.root_of[group[0].id], group)).groupByKey()
    one = alone.map(lambda group: _make_draft([group], ()))
    return one.union(met.map(lambda part: _make_draft(part[1], parts.value.links.get(part[0], ()))))


def _make_draft(groups: Iterable[Group], links: tuple[Link, ...]) -> Draft:
    ordered = sorted(groups, key=lambda group: group[0].id)
    units = [unit for unit, _ in ordered]
    mentions = tuple(row for _, rows in ordered for row in rows)
    identity = draft_identity(units, mentions, links)
    return Draft(units[0].id, *base_id(identity, mentions), identity, mentions)


def _number(drafts: Any) -> Any:
    """Ids of namesakes, in the order of their news."""
    keyed = drafts.map(lambda draft: ((draft.base, draft.news), draft))
    met = keyed.repartitionAndSortWithinPartitions(partitionFunc=lambda key: spread_by(digest(key[0])))
    return met.values().mapPartitions(_number_part)


def _number_part(drafts: Iterator[Draft]) -> Iterator[Draft]:
    held: list[Draft] = []

    def bases() -> Iterator[str]:
        for draft in drafts:
            held.append(draft)
            yield draft.base

    for key in number_ids(bases()):
        draft = held.pop()
        yield draft._replace(identity=replace(draft.identity, id=key))


def _find_ids(drafts: Any, parts: Parts) -> dict[str, str]:
    """Ids of the identities that others may be."""
    wanted = frozenset(other for others in parts.open_to.values() for other in others)
    found = drafts.filter(lambda draft: draft.root in wanted)
    return dict(found.map(lambda draft: (draft.root, draft.identity.id)).collect())


def _finish(draft: Draft, parts: Parts, ids: Mapping[str, str]) -> Draft:
    """An identity with those that it may be."""
    others = {ids[other] for other in parts.open_to.get(draft.root, ())} - {draft.identity.id}
    return draft._replace(identity=replace(draft.identity, candidates=tuple(sorted(others))))


def light(identity: Identity) -> Identity:
    """An identity without its mentions and reasons: what travels with each event."""
    return replace(identity, names=(), offices=(), mentions=(), links=(), candidates=())
