"""Makes rows for tests in few words."""

from __future__ import annotations

from dataclasses import replace

from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.incidents import merge_incidents
from saksi.resolve.across.records import (
    NO_DECISIONS,
    ActorMention,
    Decisions,
    EventRow,
    Figure,
    Incident,
    Linked,
    Merged,
    Place,
    RelationRow,
    Source,
)

KOTA = Place("Kota Ambar", "AMB", precision="city")


def person(document: str, name: str, day: str | None = "2024-03-05", **known: object) -> ActorMention:
    """A person whom an article introduces."""
    slug = f"doc/{name.lower().replace(' ', '-')}"
    mention = ActorMention(f"{document}/{slug}", Source(document, None, day), name, "person", slug)
    return replace(mention, **known)  # type: ignore[arg-type]


def known(document: str, entry: str, name: str, code: str | None, **more: object) -> ActorMention:
    """An actor of the atlas."""
    kinds = {"org": "organisation"}
    kind = entry.partition("/")[0]
    source = Source(document, None, "2024-03-05")
    mention = ActorMention(f"{document}/{entry}", source, name, kinds.get(kind, kind), entry, code)
    return replace(mention, **more)  # type: ignore[arg-type]


def noun(document: str, name: str, code: str, kind: str = "agent") -> ActorMention:
    """Just anybody of a country."""
    entry = f"{kind}/{name.replace(' ', '-')}"
    return ActorMention(
        f"{document}/{entry}|{code}", Source(document, None, "2024-03-05"), name, kind, entry, code
    )


def attack(name: str, document: str, **changes: object) -> EventRow:
    """A bomb in Kota Ambar on 5 March 2024, 12 dead."""
    row = EventRow(
        name, Source(document, f"outlet {document}", "2024-03-05"), "ASSAULT", "explosives", "actual",
        date="2024-03-05", place=KOTA, dead=Figure(12, 12),
        words=("ambar", "bom", "ledak", "pasar", "tewas", "warga"), sites=("pasar",),
    )  # fmt: skip
    return replace(row, **changes)  # type: ignore[arg-type]


def told(document: str, day: str | None) -> Source:
    """A source with a day of publication."""
    return Source(document, f"outlet {document}", day)


def merge(
    *rows: EventRow, mentions: tuple[ActorMention, ...] = (), decisions: Decisions = NO_DECISIONS
) -> Merged:
    """Incidents of the rows."""
    return merge_incidents(rows, link_actors(mentions), decisions=decisions)


def groups(merged: Merged) -> set[frozenset[str]]:
    """The events of each incident."""
    return {frozenset(incident.events) for incident in merged.incidents}


def one(merged: Merged) -> Incident:
    """The only incident."""
    (incident,) = merged.incidents
    return incident


def name_of(linked: Linked, mention: ActorMention) -> str:
    """The id of the identity that a mention belongs to."""
    return linked.identity_of[mention.id]


def relation(
    name: str, document: str, subject: ActorMention, predicate: str, value: str, **more: object
) -> RelationRow:
    """A fact told on 5 March 2024."""
    row = RelationRow(name, Source(document, None, "2024-03-05"), subject.id, predicate, value)
    return replace(row, **more)  # type: ignore[arg-type]
