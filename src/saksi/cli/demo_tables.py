"""Chooses and orders what the demo shows.

Turns the analyses of a few articles into rows of text for four tables. Every row carries
its witness, the article and the number of the sentence; nothing is printed here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import NamedTuple

from saksi.lang.ontology import load_ontology
from saksi.records import Analysis, Entity, Event, Relation, Statement

#: What did not happen, or only might, has no place on a time line.
_NOT_TOLD_AS_FACT = frozenset({"negated", "hypothetical"})
_ROLES = {"member_of": "member", "observer_of": "observer", "partner_of": "partner"}
#: Lengths in characters between which a quotation reads well in one row.
_READABLE = range(40, 221)


class TimelineRow(NamedTuple):
    """One dated event."""

    date: str
    what: str
    who: str
    whom: str
    where: str
    witness: str


class MemberRow(NamedTuple):
    """One membership with the time since when it holds."""

    organisation: str
    member: str
    role: str
    since: str
    witness: str


class PairRow(NamedTuple):
    """Two sides and how often which events bring them together."""

    pair: str
    events: str
    kinds: str
    witness: str


class StatementRow(NamedTuple):
    """One statement with its speaker."""

    speaker: str
    words: str
    witness: str


def list_timeline(analyses: Sequence[Analysis], limit: int = 16) -> tuple[TimelineRow, ...]:
    """Dated events in order of their dates; the fullest ``limit`` of them when there are more."""
    told = [
        (analysis, event)
        for analysis in analyses
        for event in analysis.events
        if event.date is not None and event.status not in _NOT_TOLD_AS_FACT
    ]
    told.sort(key=lambda pair: _fullness(pair[1]), reverse=True)
    return tuple(sorted(_timeline_row(analysis, event) for analysis, event in told[:limit]))


def list_members(analyses: Sequence[Analysis]) -> tuple[MemberRow, ...]:
    """Memberships by organisation; of a fact told twice the telling with a year is kept."""
    facts: dict[tuple[str, str, str], tuple[Analysis, Relation]] = {}
    for analysis in analyses:
        for relation in analysis.relations:
            if relation.status in _NOT_TOLD_AS_FACT:
                continue
            key = (relation.object.name, relation.predicate, relation.subject.name)
            if relation.predicate in _ROLES and (key not in facts or _is_better(relation, facts[key][1])):
                facts[key] = (analysis, relation)
    return tuple(_member_row(*facts[key]) for key in sorted(facts))


def list_pairs(analyses: Sequence[Analysis], limit: int = 6) -> tuple[PairRow, ...]:
    """The pairs of sides with the most events, the busiest first."""
    kinds: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    witnesses: dict[tuple[str, str], str] = {}
    for analysis in analyses:
        for event in analysis.events:
            for pair in sorted(set(_pairs(event))) if event.status not in _NOT_TOLD_AS_FACT else ():
                kinds[pair][event.event] += 1
                witnesses.setdefault(pair, _witness(analysis, event.evidence.start))
    busiest = sorted(kinds, key=lambda pair: (-kinds[pair].total(), pair))[:limit]
    return tuple(
        PairRow(" – ".join(pair), str(kinds[pair].total()), _count_kinds(kinds[pair]), witnesses[pair])
        for pair in busiest
    )


def list_statements(analyses: Sequence[Analysis], limit: int = 3) -> tuple[StatementRow, ...]:
    """The most telling statement of each article, quotations first, at most ``limit``."""
    best = [(analysis, max(analysis.statements, key=_worth)) for analysis in analyses if analysis.statements]
    best.sort(key=lambda pair: _worth(pair[1]), reverse=True)
    return tuple(_statement_row(analysis, statement) for analysis, statement in best[:limit])


# ---- rows --------------------------------------------------------------------------


def _timeline_row(analysis: Analysis, event: Event) -> TimelineRow:
    kind = event.event if event.mode is None else f"{event.event} {event.mode}"
    status = "" if event.status == "actual" else f" ({event.status})"
    claim = f" (says {event.asserted_by.name})" if event.asserted_by else ""
    return TimelineRow(
        date=event.date.value if event.date else "",
        what=f"{kind}{status}{claim}",
        who=_name_all(event.actor),
        whom=_name_all(event.recipient),
        where=event.location.name if event.location else "",
        witness=_witness(analysis, event.evidence.start),
    )


def _member_row(analysis: Analysis, relation: Relation) -> MemberRow:
    since = relation.since or ""
    return MemberRow(
        organisation=relation.object.name,
        member=relation.subject.name,
        role=_ROLES[relation.predicate],
        since=f"{since}–{relation.until}" if relation.until else since,
        witness=_witness(analysis, relation.evidence.start),
    )


def _statement_row(analysis: Analysis, statement: Statement) -> StatementRow:
    speaker, content = statement.speaker, statement.content
    text = analysis.marks.segments.page.article.text
    return StatementRow(
        speaker=", ".join(dict.fromkeys(part for part in (speaker.name, speaker.office) if part)),
        words=" ".join(text[content.start : content.end].split()),
        witness=_witness(analysis, statement.evidence.start),
    )


def _witness(analysis: Analysis, start: int) -> str:
    """Article and number of the sentence that holds the character at ``start``."""
    segments = analysis.marks.segments
    starts = [sentence.start for sentence in segments.sentences]
    index = max(0, bisect_right(starts, start) - 1)
    number = segments.sentences[index].number if starts else 1
    return f"{segments.page.article.source}:{number}"


# ---- choices -----------------------------------------------------------------------


def _fullness(event: Event) -> tuple[int, float]:
    """How much of who, whom and where is told, then how sure the rule is."""
    told = bool(event.actor) + bool(event.recipient) + (event.location is not None)
    return told + (event.asserted_by is None), event.confidence


def _is_better(one: Relation, other: Relation) -> bool:
    return one.since is not None and other.since is None


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """The pairs of sides of one event; sides that act together without a recipient pair up."""
    actors, recipients = ({_side(entity) for entity in sides} for sides in (event.actor, event.recipient))
    for one, other in product(actors, recipients) if recipients else combinations(sorted(actors), 2):
        if one != other:
            yield (one, other) if one < other else (other, one)


def _side(entity: Entity) -> str:
    """Country code, or the name where the code stands for many."""
    if entity.code is None or entity.code in load_ontology().international:
        return entity.name
    return entity.code


def _worth(statement: Statement) -> tuple[bool, bool, bool, int]:
    """Quotations of known speakers that fit a row, the earliest first."""
    length = statement.content.end - statement.content.start
    known = statement.speaker.code is not None
    return statement.kind == "direct", known, length in _READABLE, -statement.content.start


def _name_all(entities: tuple[Entity, ...]) -> str:
    return ", ".join(dict.fromkeys(entity.name for entity in entities))


def _count_kinds(kinds: Counter[str]) -> str:
    return ", ".join(
        f"{count} {kind}" for kind, count in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    )
