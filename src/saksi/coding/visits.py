"""Tells host from guest when a meeting is placed in the country of one side.

Turns a CONSULT of equals into PLOVER's visit: the guest is the actor, the host the
recipient. It looks at the place of the event alone and changes no other meeting.
"""

from __future__ import annotations

from dataclasses import replace

from saksi.records import Event

MODE = "visit"
#: Ids of bodies and of people without a name.
BODIES = ("body/", "agent/")


def as_visit(event: Event) -> Event:
    """Give a meeting of states at home with one of them its host."""
    country = event.location.country if event.location is not None else None
    if event.event != "CONSULT" or event.mode not in (None, MODE) or event.recipient or country is None:
        return event
    hosts = tuple(e for e in event.actor if e.code == country)
    guests = tuple(e for e in event.actor if e.code != country)
    if any((e.id or "").startswith(BODIES) for e in event.actor):
        return event  # "pertemuan Komite X kedua negara": bodies of both, neither a guest
    if not hosts or not guests or any(e.code is None for e in guests):
        return event
    return replace(event, mode=MODE, actor=guests, recipient=hosts)
