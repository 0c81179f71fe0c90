"""Leaves out what an article only tells beside an act: what protesters ask for, and what others foretell.

Looks at the events of one article and at no words but the names of sides. PLOVER: "what protesters ask for is
not a separate REQUEST". A threat is made by who utters it: that "Iran akan membalas" is said by a professor of
another country is his forecast.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.records import Entity, Event

#: First words of the names of protesters.
PROTESTERS = frozenset({"demonstran", "pengunjuk", "pendemo", "massa", "peserta", "pemrotes"})
#: What protesters say in words.
DEMANDS = frozenset({"REQUEST", "REJECT"})
#: Frames of threats that only tell what somebody is going to do.
FORETOLD = frozenset({"akan-balas", "tak-diam"})


def without_side_tellings(events: Sequence[Event]) -> list[Event]:
    """The events in their order, without demands of protesters and without forecasts of threats."""
    marching = {e.code for event in events if event.event == "PROTEST" for e in event.actor}
    return [e for e in events if not _is_demand(e, marching) and not _is_forecast(e)]


def _is_demand(event: Event, marching: set[str | None]) -> bool:
    """``Massa turun ke jalan``, ``massa menuntut X mundur``: the protest says both."""
    if event.event not in DEMANDS or not event.actor:
        return False
    return all(_is_protester(e) and e.code in marching for e in event.actor)


def _is_protester(side: Entity) -> bool:
    return side.name.split(maxsplit=1)[0].lower() in PROTESTERS


def _is_forecast(event: Event) -> bool:
    """``Iran akan membalas, kata pakar Peru``: he does not speak for Iran."""
    if event.event != "THREATEN" or event.rule.split("/")[0] not in FORETOLD:
        return False
    teller, own = event.asserted_by, {e.code for e in event.actor}
    return teller is not None and teller.code is not None and bool(own) and teller.code not in own
