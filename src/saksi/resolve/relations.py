"""Joins the relations that an article tells several times.

Turns relations in reading order into one record for the same two sides: a dated one stands
for the undated ones, a finer date for a coarser one. Where dates disagree both readings are
kept and flagged; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksi.records import Relation

DISAGREE = "dates disagree"
#: Predicates whose object is itself a date: two objects are two readings.
DATED = "founded_on"


def join_relations(relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """One relation for the same sides and dates, in the order of their first telling."""
    out: list[Relation] = []
    for relation in map(_as_place, relations):
        known = next((i for i, other in enumerate(out) if _same(other, relation)), None)
        if known is None:
            out.append(relation)
        else:
            out[known] = _richer(out[known], relation)
    return tuple(_flagged(r, out) for r in _fullest_offices(out))


def _as_place(relation: Relation) -> Relation:
    """``Zhongnanhai merupakan kompleks di Beijing``: a seat of power is a place there, not the state."""
    subject = relation.subject
    state = (subject.id or "").startswith("state/") and subject.code == relation.object.code
    if relation.predicate != "part_of" or not state:
        return relation
    return replace(relation, subject=replace(subject, name=subject.text, id=None))


def _same(a: Relation, b: Relation) -> bool:
    if a.predicate != b.predicate or a.subject.name != b.subject.name:
        return False
    if a.predicate == DATED:
        return _agree(a.object.name, b.object.name)
    return a.object.name == b.object.name and _agree(a.since, b.since) and _agree(a.until, b.until)


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _richer(a: Relation, b: Relation) -> Relation:
    """The telling with the finer dates; what the other one has besides is added."""
    dated = max((a, b), key=lambda r: len(r.since or "") + len(r.until or "") + _fineness(r))
    return replace(
        dated,
        since=dated.since or a.since or b.since,
        until=dated.until or a.until or b.until,
        flags=tuple(dict.fromkeys((*a.flags, *b.flags))),
    )


def _fineness(relation: Relation) -> int:
    return len(relation.object.name) if relation.predicate == DATED else 0


def _fullest_offices(relations: Sequence[Relation]) -> list[Relation]:
    """Leave "Presiden" out where the same person is "Presiden China"."""
    held = [r for r in relations if r.predicate == "holds_office"]
    return [
        r for r in relations if r.predicate != "holds_office" or not any(_is_short_for(r, h) for h in held)
    ]


def _is_short_for(short: Relation, full: Relation) -> bool:
    if short.subject.name != full.subject.name:
        return False
    return full.object.name.lower().startswith(short.object.name.lower() + " ")


def _flagged(relation: Relation, all_of_them: Sequence[Relation]) -> Relation:
    """Mark a relation whose dates another telling contradicts."""
    for other in all_of_them:
        if other is relation or other.predicate != relation.predicate:
            continue
        if other.subject.name != relation.subject.name:
            continue
        if relation.predicate == DATED or other.object.name == relation.object.name:
            return replace(relation, flags=tuple(dict.fromkeys((*relation.flags, DISAGREE))))
    return relation
