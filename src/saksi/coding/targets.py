"""Gives an act its target when that is a thing or a policy and no actor.

Turns "menggempur pelabuhan di Odesa, Ukraina" into a recipient of the country it stands in,
and a protest against a policy at home into one against the state. An act with a recipient
is left alone.
"""

from __future__ import annotations

from dataclasses import replace

from saksi.coding.draft import NOBODYS, Draft
from saksi.coding.meaning import Meaning
from saksi.coding.places import BASIS_SIDES
from saksi.coding.roles import Roles
from saksi.lang.atlas import Atlas
from saksi.records import NAMELESS, Entity, Event, Phrase

#: Basis of a place that the sentence itself names.
OWN_WORDS = "same sentence"
#: Types that may hit a thing.
HITTING = frozenset({"ASSAULT", "COERCE"})
#: Before what a weapon is fired at.
AIMED = frozenset({"ke", "ke arah", "terhadap"})
#: Where authorities hold people.
JAILS = frozenset({"penjara", "tahanan", "rutan", "lapas", "sel", "bui"})


def acted_on(event: str, meaning: Meaning, roles: Roles, rest: frozenset[str]) -> Phrase | None:
    """What is acted on: of an attack what is hit, not the rocket that is fired nor how deadly it is.

    "melukai 30 lainnya" tells of nothing that is hit; ``rest`` are the words for those others.
    """
    thing = roles.object if event not in HITTING or _is_hit(meaning, roles) else _aimed_at(roles)
    return None if thing is not None and thing.words[-1] in rest else thing


def _is_hit(meaning: Meaning, roles: Roles) -> bool:
    told = roles.form != "noun" or (roles.object is not None and bool(roles.object.names))
    return "object" in meaning.recipient and told


def _aimed_at(roles: Roles) -> Phrase | None:
    """``menembakkan roket ke sejumlah sasaran di X``: what is fired at."""
    return (
        next((p for p in roles.obliques if p.preposition in AIMED), None) if roles.form == "active" else None
    )


def with_target(event: Event, draft: Draft, text: str, atlas: Atlas) -> Event:
    """Fill an empty recipient from the thing that is hit or the policy that is protested.

    Who arrests is an authority of the place, also where the passive leaves it out.
    """
    if event.recipient:
        return _with_authority(event, draft, text, atlas)
    if event.event == "RETREAT":
        event = _with_authority(event, draft, text, atlas)
    if event.event in HITTING and draft.thing is not None and event.location is not None:
        thing, country = draft.thing, event.location.country
        if country is not None and not any(e.code == country for e in event.actor):
            target = Entity(
                text[thing.start : thing.end],
                thing.start,
                thing.end,
                text[thing.start : thing.end],
                None,
                country,
            )
            return replace(event, recipient=(target,))
    if event.event == "PROTEST" and draft.policy is not None:
        return replace(event, recipient=_state_of(event, draft, text, atlas))
    return event


def _state_of(event: Event, draft: Draft, text: str, atlas: Atlas) -> tuple[Entity, ...]:
    """The state whose policy its own people protest, witnessed by the words for the policy."""
    codes = {e.code for e in event.actor}
    code = next(iter(codes)) if len(codes) == 1 else None
    state = atlas.by_id.get(f"state/{code}")
    policy = draft.policy
    if state is None or policy is None or code in NOBODYS:
        return ()
    words = text[policy.start : policy.end]
    return (Entity(words, policy.start, policy.end, state.name, state.id, code, "GOV"),)


def _is_by_authority(event: Event, draft: Draft) -> bool:
    """Arrests, and releases from where authorities hold people: "dibebaskan dari tahanan rumah"."""
    if event.event == "RETREAT" and event.mode == "release":
        clause = draft.host
        held = clause.obliques if clause is not None else ()
        return any(p.preposition == "dari" and not JAILS.isdisjoint(p.words) for p in held)
    return event.event == "COERCE" and event.mode == "arrest"


def _has_country(entity: Entity) -> bool:
    """``Warga Amerika``: people with their country beside them, who may be held anywhere."""
    nameless = (entity.id or "").startswith(NAMELESS)
    return nameless and entity.text[1:] != entity.text[1:].lower()


def _with_authority(event: Event, draft: Draft, text: str, atlas: Atlas) -> Event:
    """``ditangkap di Manila``: the state whose authorities arrest, witnessed by the words for the place.

    The country of who is arrested tells nothing when it is named: "warga Amerika" may be abroad.
    """
    place = event.location
    if event.actor or place is None or not _is_by_authority(event, draft):
        return event
    nameless = all(
        (e.id or "").startswith(NAMELESS) and not e.start <= place.start < e.end for e in event.recipient
    )
    state = atlas.by_id.get(f"state/{place.country}")
    abroad = place.basis == BASIS_SIDES and not nameless and event.event == "COERCE"
    abroad = abroad or (place.basis != OWN_WORDS and any(_has_country(e) for e in event.recipient))
    if state is None or abroad:
        return event
    start, end = place.start, place.end
    return replace(
        event, actor=(Entity(text[start:end], start, end, state.name, state.id, state.code, "GOV"),)
    )
