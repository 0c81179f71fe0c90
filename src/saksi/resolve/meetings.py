"""Gives what two sides agree the place of the one meeting that they have in the article.

Turns events of sides who also meet ("menyepakati gencatan senjata", "berjanji") into events with
the place of that meeting. With meetings of the same sides in two places nothing is given. Days
are not: on the development articles they were wrong more often than right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from saksi.records import Event

#: Types that a meeting may bring.
OUTCOMES = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE", "CONSULT"})
#: Meetings of one state that are looked at; an article with more tells of no one meeting.
MOST_MEETINGS = 20
#: A meeting takes two.
BOTH = 2
BASIS = "meeting of the same sides"


def place_outcomes(events: Sequence[Event]) -> tuple[Event, ...]:
    """Fill places and days from meetings; the order is kept."""
    meetings = [e for e in events if e.event == "CONSULT" and e.location is not None and e.status == "actual"]
    by_code: dict[str, list[Event]] = {}
    for meeting in meetings:
        for code in _codes(meeting):
            by_code.setdefault(code, []).append(meeting)
    return tuple(_placed(event, by_code) for event in events)


def _placed(event: Event, by_code: Mapping[str, Sequence[Event]]) -> Event:
    if event.event not in OUTCOMES or event.location is not None or event.status != "actual":
        return event
    shared = Counter(id(m) for code in _codes(event) for m in by_code.get(code, ())[:MOST_MEETINGS])
    near = {id(m): m for code in _codes(event) for m in by_code.get(code, ())[:MOST_MEETINGS]}
    found = [m for key, m in near.items() if shared[key] >= BOTH and _may_be_then(event, m)]
    places = {m.location.name: m.location for m in found if m.location is not None}
    if len(places) != 1:
        return event
    return replace(event, location=replace(next(iter(places.values())), basis=BASIS))


def _codes(event: Event) -> set[str]:
    return {e.code for e in (*event.actor, *event.recipient) if e.code is not None}


def _may_be_then(event: Event, meeting: Event) -> bool:
    """Whether no day speaks against it: an outcome is of the meeting's days."""
    if event.date is None or meeting.date is None:
        return True
    return event.date.value in meeting.date.value or meeting.date.value in event.date.value
