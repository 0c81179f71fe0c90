"""Joins the retellings of one event inside an article.

Turns the events of single sentences into one record an event: headline, lead and detail
tell the same when type, participants, status and date do not speak against it. The first
telling stays the evidence; what it leaves open is filled from the others. It does not
look at other articles.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from saksi.coding.counterparts import FIGHTS
from saksi.records import DONE, Entity, Event, Location, Span, Statement
from saksi.resolve.agreement import (
    are_attackers,
    dates_agree,
    is_nameless,
    kinds_agree,
    modes_agree,
    sides_agree,
    told_by_name,
)
from saksi.resolve.one_act import BOTH, one_meeting, same

#: Basis of a place that an act's own sentence names.
OWN_WORDS = "same sentence"
#: Acts of many, which go on where they are.
CROWDED = frozenset({"ASSAULT", "PROTEST"})
#: How many events back a retelling may lie; articles seldom return to one over more.
REACH = 60


def join_events(events: Sequence[Event], heads: frozenset[Span] = frozenset()) -> tuple[Event, ...]:
    """Join events of an article that tell the same; order of the first tellings is kept.

    Those of one sentence come first: in "serangan X menewaskan lima polisi" the attack is that on the police.
    ``heads`` are the sentences of titles and subheads: they retell what the text tells.
    """
    out: list[Event] = []
    for _, told in groupby(events, key=lambda event: event.evidence):
        here: list[Event] = []
        for event in told:
            _add(here, event, heads)
        for event in here:
            _add(out, event, heads)
    return _without_sideless(out)


def _add(out: list[Event], event: Event, heads: frozenset[Span]) -> None:
    """Join an event to the newest one that it tells again, or put it behind them."""
    found = next((i for i in _newest(out) if same(out[i], event, heads)), None)
    if found is None:
        out.append(event)
    else:
        out[found] = _join(out[found], event)


def join_titles(events: Sequence[Event], heads: frozenset[Span]) -> tuple[Event, ...]:
    """Join acts that a title alone tells to the first one of the text with the same sides.

    For acts whose counterpart was found in the article only after its tellings had been joined.
    """
    out: list[Event] = []
    titles: list[int] = []  # where in ``out`` the acts stand that a title alone tells so far
    for event in events:
        found = next((i for i in titles[:REACH] if _is_title_of(out[i], event, heads)), None)
        if found is not None:
            out[found] = _join(out[found], event)
            titles.remove(found)
            continue
        if heads.issuperset(event.mentions):
            titles.append(len(out))
        out.append(event)
    return tuple(out)


def _is_title_of(title: Event, event: Event, heads: frozenset[Span]) -> bool:
    return (
        event.evidence not in heads
        and kinds_agree(title, event)
        and sides_agree(title.actor, event.actor, loose=False)
        and sides_agree(title.recipient, event.recipient, loose=False)
    )


def _newest(events: Sequence[Event]) -> range:
    return range(len(events) - 1, max(-1, len(events) - REACH), -1)


def _without_sideless(events: Sequence[Event]) -> tuple[Event, ...]:
    """Give acts that name nobody ("Unjuk rasa itu ...") to the act of their kind told before, else after."""
    out: list[Event | None] = list(events)
    left = len(out)
    for at, event in enumerate(events):
        if _is_loose(event) and any(e is not event and e is not None and e.event == event.event for e in out):
            out[at], left = None, left - 1
            continue
        if event.actor or event.recipient or event.status not in DONE:
            continue
        near = (*range(at - 1, max(-1, at - REACH), -1), *range(at + 1, min(len(out), at + REACH)))
        for i in near:
            known = out[i]
            if known is not None and _may_be_it(known, event):
                out[i], out[at], left = _join(known, event), None, left - 1
                break
        else:
            if left > 1 and not _says_anything(event):
                out[at], left = None, left - 1
    return tuple(event for event in out if event is not None)


def _is_loose(event: Event) -> bool:
    """``X mengaku melakukan serangan itu``, where more than one was told and none close by: which one is open."""
    told = event.recipient or event.date or event.dead or event.injured
    return event.event == "ASSAULT" and event.again and len(event.mentions) == 1 and not told


def _says_anything(event: Event) -> bool:
    """Whether an act of nobody against nobody has at least a place or a day of its own, or a toll.

    One that has none is dropped where the article tells anything else.
    """
    placed = event.location is not None and event.location.basis == OWN_WORDS
    return placed or event.date is not None or event.dead is not None or event.injured is not None


def _may_be_it(known: Event, sideless: Event) -> bool:
    told = bool(known.actor or known.recipient) and known.status in DONE
    told = told and sideless.status in ("actual", known.status)  # an old act tells no news again
    placed = sideless.location is not None and sideless.location.basis == OWN_WORDS
    return (
        told
        and not (_is_dated_fight(sideless) and len(known.actor) == 1)
        and (not placed or _is_there(known, sideless))
        and known.event == sideless.event
        and modes_agree(known, sideless)
        and dates_agree(known.date, sideless.date)
        and not (known.dead and sideless.dead)
    )


def _is_dated_fight(event: Event) -> bool:
    """``perang yang meletus pada 15 April``: when it began is not the day of an attack in it."""
    return event.date is not None and event.rule.split("/")[0] in FIGHTS


def _is_there(known: Event, sideless: Event) -> bool:
    """``Bentrokan pecah di Peru``, of whose fighters it is told: in the country of the place or of a side."""
    place = sideless.location
    if place is None or place.country is None or sideless.event not in CROWDED or sideless.date is not None:
        return False
    there = known.location.country if known.location is not None else None
    return place.country in {there, *(side.code for side in (*known.actor, *known.recipient))}


def _codes(side: Sequence[Entity]) -> set[str]:
    return {e.code or e.name for e in side}


def _is_between(a: Event, b: Event) -> bool:
    """``X dan Y saling tembak``, ``sembilan tentara X tewas``: the fallen of both sides are nobody's only victims.

    Who met as equals are not told to be guests of somebody else by a retelling.
    """
    if len(a.actor) < BOTH or a.recipient:
        return False
    fallen = {e.code for e in b.recipient} <= {e.code for e in a.actor}
    return a.event == "CONSULT" or (a.event == "ASSAULT" and fallen)


def _join(a: Event, b: Event) -> Event:
    mentions = a.mentions if b.evidence in a.mentions else (*a.mentions, b.evidence)
    if one_meeting(a, b):
        b = replace(b, actor=a.actor, recipient=a.recipient)
    unmasked = are_attackers(a.actor) and bool(b.actor) and not are_attackers(b.actor)
    # Both sides of a war did not do one strike of it.
    of_war = b.rule.split("/")[0] in FIGHTS and bool(a.actor)
    richer_actor = (
        not are_attackers(b.actor)
        and not of_war
        and len(b.actor) > len(a.actor)
        and _codes(a.actor) < _codes(b.actor)
    )
    if _is_between(a, b):
        b = replace(b, recipient=())
    named = (
        is_nameless(a.recipient)
        and all(told_by_name(e) for e in b.recipient)
        and not is_nameless(b.recipient)
    )
    named = named and bool(b.recipient)
    coded = bool(b.recipient) and not any(e.code for e in a.recipient) and any(e.code for e in b.recipient)
    return replace(
        a,
        mode=a.mode or b.mode,
        context=tuple(dict.fromkeys((*a.context, *b.context)))[:6],
        actor=b.actor if richer_actor or unmasked else a.actor,
        recipient=b.recipient if named or coded else a.recipient or b.recipient,
        date=a.date or b.date,
        location=_place_of(a, b),
        asserted_by=a.asserted_by if b.asserted_by is not None else None,
        mentions=mentions,
        confidence=max(a.confidence, b.confidence),
        dead=a.dead or b.dead,
        injured=a.injured or b.injured,
        arrested=a.arrested or b.arrested,
        size=a.size or b.size,
    )


def _place_of(a: Event, b: Event) -> Location | None:
    """The place of the first telling, but one that its own sentence names before one from elsewhere."""
    carried = a.location is not None and a.location.basis != OWN_WORDS
    named = a.evidence == b.evidence and b.location is not None and b.location.basis == OWN_WORDS
    return b.location if carried and named else a.location or b.location


def distinct_statements(
    statements: Sequence[Statement], text: Callable[[Statement], str]
) -> tuple[Statement, ...]:
    """Keep one statement for the same words: pages that print their text twice say it once."""
    out: dict[str, Statement] = {}
    for statement in statements:
        out.setdefault(text(statement), statement)
    return tuple(out.values())
