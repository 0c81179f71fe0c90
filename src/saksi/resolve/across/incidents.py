"""Finds which events of many documents are one happening.

Turns ``EventRow`` records and linked actors into incidents: events that share a block are
compared, the strongest links join first, and a group takes in another only when the two agree
on the whole. It lists no disagreement; ``conflicts`` does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from types import MappingProxyType

from saksi.resolve.across.grouping import Pairs, Voter, find_pairs, gather
from saksi.resolve.across.happenings import Happening, block_keys, make_happenings
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
    rows = {row.id: row for row in sorted(events, key=lambda row: row.id)}
    happenings = make_happenings(tuple(rows.values()), linked, copies)
    pairs = find_pairs(block_keys(happenings.values()))
    links = _links(pairs, happenings)
    incidents = gather_incidents(rows, happenings, links, linked.identity_of, decisions)
    of = {event: incident.id for incident in incidents for event in incident.events}
    return Merged(incidents, MappingProxyType(of), pairs.work()._replace(rows=len(rows)))


def gather_incidents(
    rows: Mapping[str, EventRow],
    happenings: Mapping[str, Happening],
    links: Iterable[Link],
    identity_of: Mapping[str, str],
    decisions: Decisions = NO_DECISIONS,
) -> tuple[Incident, ...]:
    """Incidents of events and the links between them, in the order of their ids."""

    def agree(a: Sequence[Voter], b: Sequence[Voter]) -> bool:
        return _agree(*([tuple(happenings[row] for row in voter) for voter in side] for side in (a, b)))

    groups, used = gather(rows, links, decisions, agree)
    own: dict[str, list[Link]] = {}
    for link in used:
        own.setdefault(groups.find(link.a), []).append(link)
    made = (
        _make(tuple(rows[row] for row in part), own.get(groups.find(part[0]), ()), identity_of)
        for part in groups.sorted()
    )
    return tuple(sorted(made, key=lambda incident: incident.id))


def _links(pairs: Pairs, happenings: Mapping[str, Happening]) -> Iterator[Link]:
    for a, b in pairs:
        link = link_events(happenings[a], happenings[b])
        if link is not None:
            yield link


def link_events(a: Happening, b: Happening) -> Link | None:
    """The link of two events that are alike enough."""
    link = compare(a, b)
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
