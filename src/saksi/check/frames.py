"""Turns the examples of the frames into checks.

An example must give an event (or statement) with what ``gives`` pins; a counter must give
no event of its frame. Names are compared by their words, so that "Rusia" fits
"pemerintah Rusia".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from saksi.check.case import Case
from saksi.check.probe import probe
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Entity, Event


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
        wrong = [e for e in analysis.events if e.rule.split("/")[0] == frame.id]
        return f"gave {wrong[0].event} by {wrong[0].rule}" if wrong else None
    gives = row.get("gives", {})
    if "speaker" in gives:
        speakers = [s.speaker for s in analysis.statements]
        return None if _named(gives["speaker"], speakers) else f"speakers are {[s.name for s in speakers]}"
    gives = {"event": frame.event, **gives}
    own = [e for e in analysis.events if e.rule.split("/")[0] == frame.id]
    found = [_differs(event, gives) for event in own or analysis.events]
    if None in found:
        return None
    return min((why for why in found if why), key=len, default=f"no event; wants {gives}")


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
