"""Asks a frame what it means here: the first case that fits narrows it.

Turns a frame and the roles of a clause into a ``Meaning`` or None; it does not look at
status, dates or places.
"""

from __future__ import annotations

from dataclasses import dataclass

from saksi.coding.roles import Roles
from saksi.lang.frames import Case, Frame
from saksi.records import Phrase


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a clause means: a PLOVER type with where its roles are to be found."""

    event: str
    mode: str | None
    context: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    needs: str
    reciprocal: bool
    harm: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Trial:
    """One frame tried on one clause, for ``saksi explain``."""

    words: str
    rule: str
    outcome: str  # "fires" or why it did not


def choose(frame: Frame, roles: Roles, complement: frozenset[str] | None) -> Meaning | None:
    """Give the meaning of ``frame`` for these roles, None when it means nothing here.

    ``complement`` holds the types that the complement clause would have; None when there
    is no complement clause.
    """
    case = next((c for c in frame.cases if _fits(c, roles, complement)), None)
    if case is not None and case.skip:
        return None
    event = (case.event if case is not None else None) or frame.event
    if event is None:
        return None
    places = dict(frame.roles) | (dict(case.roles) if case is not None else {})
    mode = (
        case.mode
        if case is not None and case.mode
        else (frame.mode if case is None or case.event is None else None)
    )
    reciprocal = frame.reciprocal if case is None or case.reciprocal is None else case.reciprocal
    return Meaning(
        event=event,
        mode=mode,
        context=frame.context + (case.context if case is not None else ()),
        actor=places.get("actor", ("subject",)),
        recipient=places.get("recipient", ("object", "terhadap", "kepada", "ke")),
        needs=(case.needs if case is not None else None) or frame.needs,
        reciprocal=reciprocal,
        harm=frame.harm,
        rule=f"{frame.id}/{case.id}" if case is not None else frame.id,
    )


def says_nothing(frame: Frame, roles: Roles) -> bool:
    """Whether a case says that the clause tells of no political act: animals, disasters, sport."""
    case = next((c for c in frame.cases if _fits(c, roles, None)), None)
    return case is not None and case.skip


def why_not(frame: Frame, roles: Roles, complement: frozenset[str] | None) -> str:
    """Say why ``choose`` gave nothing for this frame."""
    case = next((c for c in frame.cases if _fits(c, roles, complement)), None)
    if case is not None and case.skip:
        return f"case {case.id} says this is no event"
    if frame.statement is not None and frame.event is None:
        return "a verb of saying: a statement, no event"
    return f"none of its {len(frame.cases)} cases fits, and the frame alone is no event"


def _fits(case: Case, roles: Roles, complement: frozenset[str] | None) -> bool:
    return (
        (not case.form or roles.form in case.form)
        and (not case.subject or _has(roles.subject, case.subject))
        and (not case.object or _has(roles.object, case.object))
        and (not case.oblique or any(_has(p, case.oblique) for p in roles.obliques))
        and (not case.near or not case.near.isdisjoint(_near(case, roles)))
        and (not case.without or case.without.isdisjoint(roles.words | roles.around))
        and (not case.complement or _complement_fits(case, complement))
    )


def _near(case: Case, roles: Roles) -> frozenset[str]:
    """Where a case looks for its words: what rules a noun out may stand anywhere in its sentence."""
    return roles.words | roles.around if case.skip else roles.words


def _complement_fits(case: Case, complement: frozenset[str] | None) -> bool:
    if complement is None:
        return False
    return (
        "clause" in case.complement
        or ("*" in case.complement and bool(complement))
        or bool(case.complement & complement)
    )


def _has(phrase: Phrase | None, words: frozenset[str]) -> bool:
    return phrase is not None and not words.isdisjoint(phrase.words)
