"""Holds a statement while it is read."""

from __future__ import annotations

from dataclasses import dataclass

from saksi.records import Entity, Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement before it gets its id."""

    speakers: tuple[Entity, ...]
    addressee: Entity | None
    kind: str
    cue: Span
    content: Span
    speech: str  # say, demand, accuse ...
    rule: str
    via: Entity | None = None
