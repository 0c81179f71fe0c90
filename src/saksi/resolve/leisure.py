"""Leaves out what no public actor does in an article on private life: gadgets, stars, sport, health.

Turns the joined events of such an article into those that touch public life, and a note on each
that does not. There a side is public when a state, a court, police, an army, a party or a body of
states stands behind it. What a private person or firm does toward such a side stays ("Google
mengecam pemerintah Peru"), but a star who travels to a country deals with nobody there.
It does not ask what the words of the act mean; ``private`` leaves out acts of any article.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.lang.coding_rules import Leisure
from saksi.records import NAMELESS, Entity, Event, Problem
from saksi.resolve.private import OF_WAR, TOWN

#: Sectors and codes of those who act in public.
PUBLIC_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "REB", "PTY", "OPP"})
PUBLIC_CODES = frozenset({"IGO", "UNO", "EUR"})
#: Ids of states.
STATE = "state/"
#: Acts that hit, name or rate a state; in others it is where something goes on.
TOWARD_STATES = frozenset({"ACCUSE", "ASSAULT", "COERCE", "PROTEST", "REJECT", "SUPPORT", "THREATEN"})
#: Acts of the law that are told without who does them, on somebody named: "Raka dibebaskan".
OF_LAW = frozenset({"convict", "arrest", "investigate", "release", "censor"})
#: "pemblokiran Google dicabut".
LIFTED = "CONCEDE"
#: One that is done to people without a name too: "tiga orang ditangkap".
ARREST = "arrest"
#: What many do in the street; other protest is of fans, players and guests.
IN_THE_STREET = "demo"


def keep_of_public(
    events: Sequence[Event], leisure: Leisure | None
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events that somebody public does or bears, and a note on each other; all of other articles."""
    if leisure is None:
        return tuple(events), ()
    kept = tuple(e for e in events if _is_of_public(e, leisure))
    notes = tuple(
        Problem(
            "coding",
            f"not coded: {e.event} of nobody public in an article on private life",
            e.rule,
            e.evidence,
        )
        for e in events
        if not _is_of_public(e, leisure)
    )
    return kept, notes


def _is_of_public(event: Event, leisure: Leisure) -> bool:
    if any(_is_public(e, leisure) for e in event.actor) or event.dead is not None or event.mode in OF_WAR:
        return True
    if not event.actor and (event.mode in OF_LAW or event.event == LIFTED):
        return any(_is_held(e) and (event.mode == ARREST or _is_named(e)) for e in event.recipient)
    if event.mode == IN_THE_STREET and not any(map(_is_named, event.actor)):
        return True
    return any(_is_public(e, leisure) and _is_dealt_with(e, event) for e in event.recipient)


def _is_public(entity: Entity, leisure: Leisure) -> bool:
    """Whether it acts for the public: not a team or a jury, nor the spokesman of no government told."""
    official = entity.sector in PUBLIC_SECTORS or entity.code in PUBLIC_CODES
    told = {words.split()[0].lower() for words in (entity.text, entity.office) if words}
    deputy = entity.code is None and not told.isdisjoint(leisure.deputies)
    return official and not deputy and (entity.id or "").rpartition("/")[2] not in leisure.groups


def _is_named(entity: Entity) -> bool:
    return not (entity.id or "").startswith(NAMELESS)


def _is_held(entity: Entity) -> bool:
    """Whom the law may have done something to: somebody of a country, or a man or woman."""
    return entity.code is not None or entity.sector == "CVL"


def _is_dealt_with(entity: Entity, event: Event) -> bool:
    """Whether somebody private does this to a public side: "mengunjungi Kuba" is done to nobody.

    A town stands for a club as often as for its government, and an app that helps it gives no aid.
    """
    identity = entity.id or ""
    if identity.startswith(TOWN) or event.event == "AID":
        return False
    return event.event in TOWARD_STATES or not identity.startswith(STATE)
