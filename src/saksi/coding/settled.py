"""Settles the sides of one act once both are known: who faces whom, and whose people they are.

Turns a draft into the same with its sides put right. It looks at nothing outside the draft.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksi.coding.draft import FOLLOWERS, NOBODYS, Draft
from saksi.records import NAMELESS, Entity

#: Sectors of those whom a crowd faces.
FORCES = frozenset({"MIL", "COP", "GOV"})
#: Sectors of those who act on people at home.
HOME_POWERS = frozenset({"GOV", "COP", "JUD", "MIL", "LEG"})
#: Sector of those who hold no office any more.
FALLEN = "ELI"
#: Frames of exercises and patrols, one's own and joint ones.
EXERCISE = ("latihan", "patroli")
#: Mode of sending people out of a country.
DEPORTED = "deport"
#: Mode of arrests, and the first words of what those are called who may be arrested.
ARRESTED = "arrest"
SUSPECTED = frozenset({"terduga", "tersangka", "terdakwa", "terpidana", "tahanan", "buronan"})
#: Ids of somebody or something of whom the text tells no state.
STATELESS = ("doc/", "agent/", "office/", "body/", "modifier/")
#: Who is of another state.
ABROAD = frozenset({"asing", "diplomat", "dubes", "duta"})
#: Suspects may be from anywhere.
ANYBODY = frozenset({"CRM", "REF"})


def settle(draft: Draft) -> Draft:
    """Put the sides of a riot and of coercion at home right."""
    if draft.event == "PROTEST":
        return _facing(_for_whom(draft))
    if draft.event == "MOBILIZE" and draft.rule.startswith(EXERCISE) and _are_many(draft.actor):
        return replace(draft, event="AGREE" if draft.status == "future" else "COOPERATE", mode=None)
    if draft.event == "COERCE" and draft.mode == DEPORTED:
        return replace(draft, recipient=tuple(_from_anywhere(side) for side in draft.recipient))
    if draft.event == "COERCE":
        draft = _held(draft)
        return replace(draft, recipient=_at_home(draft.actor, draft.recipient))
    return draft


def _held(draft: Draft) -> Draft:
    """``tiga orang ditangkap terduga teroris``: suspects are who is held, whatever the order of the words."""
    suspects = all(side.text.split()[0].lower() in SUSPECTED for side in draft.actor)
    if draft.mode != ARRESTED or not draft.actor or not suspects:
        return draft
    return replace(draft, actor=(), recipient=draft.recipient or draft.actor)


def _are_many(sides: Sequence[Entity]) -> bool:
    """``Peru dan Chile menggelar latihan militer``: of more than one state, so that they do it together."""
    return len({side.code for side in sides if side.code is not None}) > 1


def _facing(draft: Draft) -> Draft:
    """``kerusuhan antara demonstran dan pasukan keamanan``: the forces are whom the crowd faces."""
    forces = tuple(side for side in draft.actor if side.sector in FORCES)
    crowd = tuple(side for side in draft.actor if side.sector not in FORCES)
    if not forces or not crowd:
        return draft
    return replace(draft, actor=crowd, recipient=draft.recipient or forces)


def _for_whom(draft: Draft) -> Draft:
    """``Pendukung mantan presiden berunjuk rasa``: they are in the street for who has fallen, not against them."""
    words = {word.removesuffix("nya") for side in draft.actor for word in side.text.lower().split()}
    against = tuple(side for side in draft.recipient if side.sector != FALLEN)
    return draft if FOLLOWERS.isdisjoint(words) else replace(draft, recipient=against)


def _at_home(actor: Sequence[Entity], recipient: Sequence[Entity]) -> tuple[Entity, ...]:
    """``Peru menangkap mantan wakil presiden``: whom a state coerces and of whom no state is told is its own."""
    codes = {side.code for side in actor}
    own = next(iter(codes)) if len(codes) == 1 else None
    if own is None or own in NOBODYS or any(side.sector not in HOME_POWERS for side in actor):
        return tuple(recipient)
    return tuple(_of(side, own) for side in recipient)


def _from_anywhere(side: Entity) -> Entity:
    """``mendeportasi 200 tahanan ke Peru``: where people without a name are sent is not whose they are."""
    nameless = (side.id or "").startswith(NAMELESS) and side.text[1:] == side.text[1:].lower()
    return replace(side, code=None) if nameless else side


def _of(side: Entity, code: str) -> Entity:
    if not ABROAD.isdisjoint(side.text.lower().split()):
        return side
    stateless = side.code is None and side.sector not in ANYBODY and (side.id or "").startswith(STATELESS)
    return replace(side, code=code) if stateless else side
