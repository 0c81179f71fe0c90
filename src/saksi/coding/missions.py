"""Tells forces sent to help their host from forces sent against somebody.

Turns a MOBILIZE into the AID that PLOVER codes for peacekeepers and for help that was asked for, when the
article says so elsewhere: the same sender keeps peace there, or the host had asked the sender for help.
It looks at the events of one article and at no words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksi.records import Entity, Event

#: Forces on the ground; ships and missiles are sent to nobody's aid.
FORCES = frozenset({"troops", "police"})
#: Frame that tells of peacekeepers also where they are still to come.
MISSION = "kirim-bantuan"
#: Types that a sent mission has: done, and to come.
SENT = {"actual": "AID", "historical": "AID", "future": "AGREE"}


def as_missions(events: Sequence[Event]) -> list[Event]:
    """Code forces sent to help as help; the order is kept."""
    told = (e for e in events if e.event == "AID" or e.rule.startswith(MISSION))
    missions = [e for e in told if "peacekeeping" in e.context]
    asked = [e for e in events if e.event == "REQUEST" and e.mode == "assist" and e.status == "actual"]
    return [_helping(event, missions, asked) for event in events]


def _helping(event: Event, missions: Sequence[Event], asked: Sequence[Event]) -> Event:
    sent = event.event == "MOBILIZE" and event.mode in FORCES and event.status in SENT
    if not sent or not event.actor:
        return event
    mission = next((m for m in missions if _sends(event, m.actor, m.recipient)), None)
    helps = any(event.recipient and _sends(event, a.recipient, a.actor) for a in asked)
    if mission is None and not helps:
        return event
    rule = mission.rule if mission is not None else event.rule  # it is a retelling of what that rule found
    return replace(event, event=SENT[event.status], mode=None, rule=rule)


def _sends(event: Event, sender: Sequence[Entity], host: Sequence[Entity]) -> bool:
    """Whether it is the same sender, and the same host where both tell one."""
    same = _codes(event.actor) == _codes(sender) != set()
    return same and (not event.recipient or not host or not _codes(event.recipient).isdisjoint(_codes(host)))


def _codes(side: Sequence[Entity]) -> set[str]:
    return {entity.code for entity in side if entity.code is not None}
