"""Turns the examples of the frames into checks.

An example must give an event (or statement) with what ``gives`` pins; a counter must give
no event of its frame, nor a statement when the frame is a verb of saying and no event.
Names are compared by their words, so that "Rusia" fits "pemerintah Rusia".

``gives`` of a statement pins ``speaker``, ``content`` (words that what is said begins or
ends with) and ``rule``: a frame of the same root, unless "cue", "source" or "thus" is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from saksi.check.case import Case
from saksi.check.probe import probe
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Analysis, Entity, Event


def cases(language: Language) -> Iterator[Case]:
    """All examples of all frames, named by file and number."""
    for frame in language.frames:
        numbers: dict[str, int] = {}
        for kind, text, row in frame.examples:
            numbers[kind] = numbers.get(kind, 0) + 1
            name = f"lang/id/frames/{frame.file}::{frame.id}[{kind}-{numbers[kind]}]"
            yield Case(name, kind, text, partial(_run, language, frame, kind, text, row))


def _run(language: Language, frame: Frame, kind: str, text: str, row: dict[str, Any]) -> str | None:
    analysis = probe(text, language, row.get("role", "body"))
    if kind == "counter":
        return _fires(frame, analysis)
    gives = row.get("gives", {})
    if "speaker" in gives:
        return _speaks(_rules(language, frame, gives), text, analysis, gives)
    gives = {"event": frame.event, **gives}
    own = [e for e in analysis.events if e.rule.split("/")[0] == frame.id]
    found = [_differs(event, gives) for event in own or analysis.events]
    if None in found:
        return None
    return min((why for why in found if why), key=len, default=f"no event; wants {gives}")


def _only_speaks(frame: Frame) -> bool:
    """Whether the frame is a verb of saying that never gives an event."""
    return frame.statement is not None and frame.event is None and all(c.event is None for c in frame.cases)


def _fires(frame: Frame, analysis: Analysis) -> str | None:
    """What a counter gave though it must not; None when it gave nothing."""
    wrong = [e for e in analysis.events if e.rule.split("/")[0] == frame.id]
    if wrong:
        return f"gave {wrong[0].event} by {wrong[0].rule}"
    said = [s for s in analysis.statements if s.rule == frame.id and _only_speaks(frame)]
    return f"gave a statement of {said[0].speaker.name} by {frame.id}" if said else None


def _rules(language: Language, frame: Frame, gives: dict[str, Any]) -> frozenset[str]:
    """The rules that may give a statement: the one named, else every frame of the same root."""
    if "rule" in gives:
        return frozenset({gives["rule"]})
    return frozenset(f.id for f in language.frames if f.root == frame.root)


def _speaks(rules: frozenset[str], text: str, analysis: Analysis, gives: dict[str, Any]) -> str | None:
    """Why no statement is as pinned; None when one is."""
    wanted = gives.get("content", "").lower()
    found = []
    for statement in analysis.statements:
        content = text[statement.content.start : statement.content.end].lower()
        told = content.startswith(wanted) or content.endswith(wanted)
        if statement.rule in rules and told and _named(gives["speaker"], [statement.speaker]):
            return None
        found.append((statement.rule, statement.speaker.name, content))
    return f"statements are {found}, wants {gives} by {' or '.join(sorted(rules))}"


def _differs(event: Event, gives: dict[str, Any]) -> str | None:
    for key in ("event", "mode", "status"):
        if gives.get(key) is not None and getattr(event, key) != gives[key]:
            return f"{key} is {getattr(event, key)}, wants {gives[key]} ({event.rule})"
    for key in ("actor", "recipient"):
        if key in gives:
            wanted = [gives[key]] if isinstance(gives[key], str) else gives[key]
            side: Sequence[Entity] = getattr(event, key)
            if any(not _named(w, side) for w in wanted) or len(side) != len(wanted):
                return f"{key} is {[e.name for e in side]}, wants {wanted} ({event.rule})"
    return None


def _named(wanted: str, side: Sequence[Entity]) -> bool:
    words = set(wanted.lower().split())
    return any(
        words <= set(f"{e.text} {e.name}".lower().replace(",", " ").split())
        or set(e.text.lower().split()) <= words
        for e in side
    )
