"""Finds which events of many documents are one happening.

Turns ``EventRow`` records and linked actors into incidents: events that share a block are
compared, the strongest links join first, and a group takes in another only when the two agree
on the whole. It lists no disagreement; ``conflicts`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, product
from types import MappingProxyType
from typing import NamedTuple

from saksi.lang.collector import collector_paused
from saksi.resolve.across.grouping import Clock, Pairs, Roots, Voter, find_pairs, gather
from saksi.resolve.across.happenings import (
    Happening,
    Maker,
    first_day,
    keys_of,
    last_day,
    neighbourly,
    wanted_keys,
)
from saksi.resolve.across.identities import confidence
from saksi.resolve.across.likeness import ENOUGH, compare
from saksi.resolve.across.records import (
    NO_DECISIONS,
    Decisions,
    EventRow,
    Incident,
    Link,
    Linked,
    Merged,
    Place,
)

#: What two groups may fall short of on average when they are joined by a strong link.
SLACK = 1.5
#: Points of a pair that is ruled out, when the average of two groups is taken; one such pair is
#: an outlier in a group of ten and decides among three.
RULED_OUT = -4.0
#: A ground that weighs so much against a pair keeps their groups apart, unless the pair alone is
#: enough: another town, another party, another actor.
OBJECTION = -2.5
NO_COPIES: Mapping[str, str] = MappingProxyType({})


def merge_incidents(
    events: Iterable[EventRow],
    linked: Linked,
    copies: Mapping[str, str] = NO_COPIES,
    decisions: Decisions = NO_DECISIONS,
) -> Merged:
    """Merge all events into incidents; the order of ``events`` changes nothing.

    ``copies`` maps a document to the group of near-copies it belongs to.
    """
    with collector_paused():
        return _merge(events, linked, copies, decisions)


def _merge(
    events: Iterable[EventRow], linked: Linked, copies: Mapping[str, str], decisions: Decisions
) -> Merged:
    rows = {row.id: row for row in sorted(events, key=lambda row: row.id)}
    make = Maker(rows.values(), linked, copies)
    pairs = find_pairs(_keyed(rows, make), Clock(first_day, last_day))
    incidents = tuple(
        incident
        for part in _find_parts(rows, pairs, decisions)
        for incident in _gather_part(part, rows, make, linked.identity_of)
    )
    incidents = tuple(sorted(incidents, key=lambda incident: incident.id))
    of = {event: incident.id for incident in incidents for event in incident.events}
    return Merged(incidents, MappingProxyType(of), pairs.work()._replace(rows=len(rows)))


def _keyed(rows: Mapping[str, EventRow], make: Maker) -> Iterator[tuple[Happening, Iterable[Hashable]]]:
    """Events with their blocks, sorted so that neighbours are alike."""
    made = map(make, rows.values())
    order, wanted = [], set[Hashable]()
    for happening in made:
        order.append(neighbourly(happening))
        wanted.update(wanted_keys(happening))
    for *_, key in sorted(order):
        happening = make(rows[key])
        yield happening, keys_of(happening, wanted)


class Part(NamedTuple):
    """Events that hang together by links or by what people decided, and those of both."""

    events: list[str]
    linked: list[tuple[str, str, float]]
    decisions: Decisions


def _find_parts(rows: Iterable[str], pairs: Pairs[Happening], decisions: Decisions) -> Iterator[Part]:
    """Cut all events where no link holds them: what is one incident lies in one part."""
    parts = Roots(rows)
    found_links = (link_events(*sorted(pair, key=_id_of)) for pair in pairs)
    linked = [(link.a, link.b, link.score) for link in found_links if link is not None]
    judged = [pair for pair in (*decisions.must, *decisions.must_not) if set(pair) <= parts.root.keys()]
    for a, b in chain(((a, b) for a, b, _ in linked), judged):
        parts.join(a, b)
    found: dict[str, Part] = {}
    for event in parts.root:
        found.setdefault(parts.find(event), Part([], [], NO_DECISIONS)).events.append(event)
    for link in linked:
        found[parts.find(link[0])].linked.append(link)
    with_decisions = {parts.find(pair[0]) for pair in judged}
    for root, part in found.items():
        yield part._replace(decisions=decisions) if root in with_decisions else part


def _gather_part(
    part: Part, rows: Mapping[str, EventRow], make: Maker, identity_of: Mapping[str, str]
) -> tuple[Incident, ...]:
    own = {event: rows[event] for event in part.events}
    if len(own) == 1:
        return (_make(tuple(own.values()), (), identity_of),)
    happenings = {event: make(row) for event, row in own.items()}
    links = (Link(a, b, score, ()) for a, b, score in part.linked)
    return gather_incidents(own, happenings, links, identity_of, part.decisions)


def gather_incidents(
    rows: Mapping[str, EventRow],
    happenings: Mapping[str, Happening],
    links: Iterable[Link],
    identity_of: Mapping[str, str],
    decisions: Decisions = NO_DECISIONS,
) -> tuple[Incident, ...]:
    """Incidents of events and the links between them, in the order of their ids.

    Links may come without their reasons: those that are kept get them.
    """

    def agree(a: Sequence[Voter], b: Sequence[Voter]) -> bool:
        return _agree(*([tuple(happenings[row] for row in voter) for voter in side] for side in (a, b)))

    groups, used = gather(rows, links, decisions, agree)
    own: dict[str, list[Link]] = {}
    for link in used:
        told = link if link.reasons else link_events(happenings[link.a], happenings[link.b])
        own.setdefault(groups.find(link.a), []).append(told or link)
    made = (
        _make(tuple(rows[row] for row in part), own.get(groups.find(part[0]), ()), identity_of)
        for part in groups.sorted()
    )
    return tuple(sorted(made, key=lambda incident: incident.id))


def _id_of(happening: Happening) -> str:
    return happening.id


def link_events(a: Happening, b: Happening) -> Link | None:
    """The link of two events that are alike enough."""
    link = compare(a, b, least=ENOUGH)
    return link if link is not None and link.score >= ENOUGH else None


def _agree(a: Sequence[tuple[Happening, ...]], b: Sequence[tuple[Happening, ...]]) -> bool:
    """Whether two groups are one on the whole, and no two of them object; copies have one vote.

    Without the objections an undated headline that fits two happenings would make them one.
    """
    scores = []
    for one, other in product(_one_a_copy(a), _one_a_copy(b)):
        links = [link for x, y in product(one, other) if (link := compare(x, y)) is not None]
        link = max(links, key=lambda link: link.score, default=None)
        if link is not None and link.score < ENOUGH and min(r.weight for r in link.reasons) <= OBJECTION:
            return False
        scores.append(link.score if link is not None else RULED_OUT)
    return sum(scores) / len(scores) >= ENOUGH - SLACK


def _one_a_copy(voters: Sequence[tuple[Happening, ...]]) -> Sequence[tuple[Happening, ...]]:
    return tuple({voter[0].copy or voter[0].id: voter for voter in voters}.values())


# ---- what an incident says -------------------------------------------------------------


def _make(rows: Sequence[EventRow], links: Sequence[Link], identity_of: Mapping[str, str]) -> Incident:
    by_news = sorted(rows, key=lambda row: (row.source.published or "9999", row.id))

    def sides(read: Iterable[str]) -> tuple[str, ...]:
        return _ranked(identity_of[mention] for mention in read if mention in identity_of)

    events = Counter(row.event for row in by_news)
    event = max(events, key=lambda name: (events[name], name))
    return Incident(
        id=by_news[0].id,
        event=event,
        mode=next(iter(_ranked(row.mode for row in by_news if row.event == event)), None),
        status=next(iter(_ranked(row.status for row in by_news))),
        events=tuple(sorted(row.id for row in rows)),
        actor=sides(mention for row in by_news for mention in row.actor),
        recipient=sides(mention for row in by_news for mention in row.recipient),
        dates=_ranked(row.date for row in by_news),
        places=_ranked_places(row.place for row in by_news),
        documents=tuple(sorted({row.source.document for row in rows})),
        links=tuple(sorted(set(links))),
        confidence=confidence((link.score for link in links), ENOUGH),
    )


def _ranked(values: Iterable[str | None]) -> tuple[str, ...]:
    """Each value once: the one told most often first, then in the order of the alphabet."""
    counted = Counter(value for value in values if value)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value)))


def _ranked_places(places: Iterable[Place | None]) -> tuple[Place, ...]:
    counted = Counter(place for place in places if place is not None)
    return tuple(
        sorted(counted, key=lambda p: (p.precision == "country", -counted[p], p.name, p.country or ""))
    )
