"""Loads the event ontology (PLOVER) into one frozen object.

Turns ``data/ontology/plover.toml`` into an ``Ontology`` that names every type, mode,
context and sector and gives quad code and score. It says what may be coded, not when.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

FILE: Traversable = files("saksi") / "data" / "ontology" / "plover.toml"
_NEEDS = ("none", "optional", "required")


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode narrows its type; ``score`` is None when the manual gives none."""

    name: str
    score: float | None
    definition: str
    adds_context: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen types; ``recipient`` is none, optional or required."""

    name: str
    quad: int
    score: float
    recipient: str
    definition: str
    borders: tuple[str, ...]
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Ontology:
    """All names that a rule may use, with their definitions."""

    name: str
    version: str
    quads: Mapping[int, str]
    events: Mapping[str, EventType]
    contexts: Mapping[str, str]
    sectors: Mapping[str, str]
    international: Mapping[str, str]

    def quad(self, event: str) -> int:
        """Quad code, 1 to 4, of an event type."""
        return self.events[event].quad

    def score(self, event: str, mode: str | None = None) -> float:
        """Score from -10 (conflict) to 10 (cooperation): the mode's, else the type's.

        >>> load_ontology().score("CONSULT"), load_ontology().score("CONSULT", "visit")
        (2.5, 4.0)
        """
        kind = self.events[event]
        own = kind.modes[mode].score if mode is not None else None
        return kind.score if own is None else own


@cache
def load_ontology() -> Ontology:
    """Load the ontology that ships with saksi (cached: one object a process)."""
    return parse_ontology(load_toml(FILE), FILE.name)


def parse_ontology(data: Mapping[str, Any], file: str) -> Ontology:
    """Check a parsed ontology file and freeze it; DataError names what is wrong in it."""
    try:
        head, contexts = data["ontology"], data["contexts"]
        quads = {int(code): name for code, name in data["quads"].items()}
        events = {name: _parse_event(name, row) for name, row in data["events"].items()}
        ontology = Ontology(
            name=head["name"],
            version=head["version"],
            quads=MappingProxyType(quads),
            events=MappingProxyType(events),
            contexts=MappingProxyType(contexts),
            sectors=MappingProxyType(data["sectors"]),
            international=MappingProxyType(data["international"]),
        )
        lowest, highest = float(head["lowest"]), float(head["highest"])
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DataError(file, "ontology", f"lacks or misspells a field: {error}") from error
    for event in events.values():
        _check_event(ontology, event, (lowest, highest), file)
    return ontology


def _parse_event(name: str, row: Mapping[str, Any]) -> EventType:
    modes = {mode: Mode(mode, **values) for mode, values in _with_scores(row.get("modes", {})).items()}
    return EventType(
        name=name,
        quad=row["quad"],
        score=float(row["score"]),
        recipient=row["recipient"],
        definition=row["definition"],
        borders=tuple(row.get("borders", ())),
        modes=MappingProxyType(modes),
    )


def _with_scores(modes: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """A mode may leave its score out."""
    return {name: {"score": None, **values} for name, values in modes.items()}


def _check_event(ontology: Ontology, event: EventType, limits: tuple[float, float], file: str) -> None:
    """Refuse what no table of the ontology has."""
    scores = [event.score, *(mode.score for mode in event.modes.values() if mode.score is not None)]
    contexts = {mode.adds_context for mode in event.modes.values()} - {None}
    if event.quad not in ontology.quads:
        raise DataError(file, event.name, f"quad {event.quad} is not in [quads]")
    if event.recipient not in _NEEDS:
        raise DataError(file, event.name, f"recipient must be one of {', '.join(_NEEDS)}")
    if not all(limits[0] <= score <= limits[1] for score in scores):
        raise DataError(file, event.name, f"scores must lie between {limits[0]} and {limits[1]}")
    if not contexts <= ontology.contexts.keys():
        raise DataError(file, event.name, f"adds_context must be in [contexts], is {contexts}")
