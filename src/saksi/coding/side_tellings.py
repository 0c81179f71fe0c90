"""Leaves out what an article only tells beside an act: what protesters and the press ask, what others foretell.

Looks at the events of one article and at no words but the names of sides. PLOVER: "what protesters ask for is
not a separate REQUEST". A threat is made by who utters it: that "Iran akan membalas" is said by a professor of
another country is his forecast.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.discourse import is_press
from saksi.records import Entity, Event

#: First words of the names of protesters.
PROTESTERS = frozenset({"demonstran", "pengunjuk", "pendemo", "massa", "peserta", "pemrotes"})
#: What protesters say in words.
DEMANDS = frozenset({"REQUEST", "REJECT"})
#: Sector of who studies what others do.
SCHOLAR = "EDU"
#: Frames of threats that only tell what somebody is going to do.
FORETOLD = frozenset({"akan-balas", "tak-diam"})


def without_side_tellings(events: Sequence[Event]) -> list[Event]:
    """The events in their order, without demands of protesters and without forecasts of threats."""
    protests = [event for event in events if event.event == "PROTEST"]
    marching = None if any(not e.actor for e in protests) else {e.code for p in protests for e in p.actor}
    aside = (_is_question, _is_opinion, _is_forecast)
    return [e for e in events if not _is_demand(e, marching) and not any(told(e) for told in aside)]


def _is_demand(event: Event, marching: set[str | None] | None) -> bool:
    """``Massa turun ke jalan``, ``massa menuntut X mundur``: the protest says both."""
    if event.event not in DEMANDS or not event.actor or not all(map(_is_protester, event.actor)):
        return False
    return marching is None or marching >= {e.code for e in event.actor}


def _is_question(event: Event) -> bool:
    """``Wartawan meminta Presiden X memberikan pendapat``: the press asks for words."""
    return event.event == "REQUEST" and bool(event.actor) and all(map(is_press, event.actor))


def _is_opinion(event: Event) -> bool:
    """``Analis itu menepis anggapan bahwa X lemah``: he refuses nobody anything."""
    scholars = bool(event.actor) and all(e.sector == SCHOLAR for e in event.actor)
    return event.event == "REJECT" and scholars and not event.recipient


def _is_protester(side: Entity) -> bool:
    return side.name.split(maxsplit=1)[0].lower() in PROTESTERS


def _is_forecast(event: Event) -> bool:
    """``Iran akan membalas, kata pakar Peru``: he does not speak for Iran."""
    if event.event != "THREATEN" or event.rule.split("/")[0] not in FORETOLD:
        return False
    teller, own = event.asserted_by, {e.code for e in event.actor}
    return teller is not None and teller.code is not None and bool(own) and teller.code not in own
