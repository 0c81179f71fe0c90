"""Joins the retellings of one event inside an article.

Turns the events of single sentences into one record an event: headline, lead and detail
tell the same when type, participants, status and date do not speak against it. The first
telling stays the evidence; what it leaves open is filled from the others. It does not
look at other articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from saksi.records import Entity, Event, EventDate, Statement

#: Acts done in words: two of one actor are two acts, when only one names whom it is toward.
VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})
#: How many events back a retelling may lie; articles seldom return to one over more.
REACH = 60


def join_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """Join events of an article that tell the same; order of the first tellings is kept."""
    out: list[Event] = []
    for event in events:
        found = next(
            (i for i in range(len(out) - 1, max(-1, len(out) - REACH), -1) if _same(out[i], event)), None
        )
        if found is None:
            out.append(event)
        else:
            out[found] = _join(out[found], event)
    return tuple(out)


def _same(a: Event, b: Event) -> bool:
    if a.event != b.event or (a.status == "negated") != (b.status == "negated"):
        return False
    if (a.mode and b.mode and a.mode != b.mode) or not _dates_agree(a.date, b.date):
        return False
    one_sentence = a.evidence == b.evidence
    loose = one_sentence or a.event not in VERBAL or _retells(a, b)
    if not _sides_agree(a.actor, b.actor, loose=one_sentence):
        return False
    if not _sides_agree(a.recipient, b.recipient, loose=loose):
        return False
    if not (a.actor and b.actor) and not (a.recipient and b.recipient):
        return one_sentence
    return not (a.dead and b.dead and a.dead.minimum != b.dead.minimum)


def _retells(a: Event, b: Event) -> bool:
    """Whether the same words of the same frame tell both, so that a missing side is no other side."""
    return a.rule.split("/")[0] == b.rule.split("/")[0]


def _sides_agree(a: Sequence[Entity], b: Sequence[Entity], *, loose: bool) -> bool:
    """The same codes on a side; with ``loose`` an empty side agrees with anything."""
    if not a or not b:
        return loose
    return {e.code or e.name for e in a} == {e.code or e.name for e in b} or (
        {e.name for e in a} == {e.name for e in b}
    )


def _dates_agree(a: EventDate | None, b: EventDate | None) -> bool:
    return a is None or b is None or a.value == b.value or a.value in b.value or b.value in a.value


def _join(a: Event, b: Event) -> Event:
    mentions = a.mentions if b.evidence in a.mentions else (*a.mentions, b.evidence)
    richer_actor = len(b.actor) > len(a.actor)
    return replace(
        a,
        mode=a.mode or b.mode,
        context=tuple(dict.fromkeys((*a.context, *b.context)))[:6],
        actor=b.actor if richer_actor else a.actor,
        recipient=a.recipient or b.recipient,
        date=a.date or b.date,
        location=a.location or b.location,
        asserted_by=a.asserted_by if b.asserted_by is not None else None,
        mentions=mentions,
        confidence=round(min(0.99, max(a.confidence, b.confidence) + 0.03), 2),
        dead=a.dead or b.dead,
        injured=a.injured or b.injured,
        arrested=a.arrested or b.arrested,
        size=a.size or b.size,
    )


def distinct_statements(
    statements: Sequence[Statement], text: Callable[[Statement], str]
) -> tuple[Statement, ...]:
    """Keep one statement for the same words: pages that print their text twice say it once."""
    out: dict[str, Statement] = {}
    for statement in statements:
        out.setdefault(text(statement), statement)
    return tuple(out.values())
