"""Finds whom an act in words is toward when it points back to what they did.

"Rusia mengecam serangan itu", "Permintaan tersebut ditolak PBB", "Polisi membantah": the side
is who did the act told before. Turns the thing that is condemned, refused or praised and the
events so far into that side; an act is only taken when its kind fits the noun, it is near,
and somebody else did it.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.events import Draft
from saksi.coding.nominals import head_of
from saksi.lang.language import Language
from saksi.records import Entity, Event, Phrase, Sentence, Statement

#: Types that are toward the doer of an earlier act.
POINTING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: A denial needs no object: it answers what was said last.
BARE = frozenset({"REJECT"})
#: What a charge or claim noun points to, besides statements.
CHARGES = frozenset({"ACCUSE"})
#: How many events, and how many statements, are looked back over.
REACH = 8


def find_pointed(
    draft: Draft,
    sentence: Sentence,
    events: Sequence[Event],
    statements: Sequence[Statement],
    language: Language,
) -> tuple[Entity, ...]:
    """Give the side that the draft points back to; empty when it points to nobody known."""
    if draft.recipient or draft.event not in POINTING or not draft.actor:
        return ()
    thing = draft.thing
    if thing is None:
        return _last_speaker(draft, statements) if draft.event in BARE and draft.act is None else ()
    words = language.reference
    if thing.head in words.claims:
        return _last_doer(draft, events, CHARGES) or _last_speaker(draft, statements)
    if not _points(thing, words.that_words):
        return ()
    if thing.head in words.acts:
        return _last_doer(draft, events, None)
    kinds = _kinds(thing, sentence, language)
    return _last_doer(draft, events, kinds) if kinds else ()


def _points(thing: Phrase, that_words: frozenset[str]) -> bool:
    """A noun with "itu", with -nya, or bare: anything more names an act of its own."""
    rest = [w for w in thing.words[1:] if w not in that_words]
    return not rest or thing.words[-1] in that_words


def _kinds(thing: Phrase, sentence: Sentence, language: Language) -> frozenset[str]:
    found = head_of(sentence, thing, language)
    if found is None:
        return frozenset()
    frames = found[3]
    events = {f.event for f in frames} | {c.event for f in frames for c in f.cases}
    return frozenset(e for e in events if e is not None)


def _last_doer(draft: Draft, events: Sequence[Event], kinds: frozenset[str] | None) -> tuple[Entity, ...]:
    own = {e.code or e.name for e in draft.actor}
    for event in reversed(events[-REACH:]):
        fits = kinds is None or event.event in kinds
        doers = {e.code or e.name for e in event.actor}
        if fits and doers and not doers & own:
            return event.actor
    return ()


def _last_speaker(draft: Draft, statements: Sequence[Statement]) -> tuple[Entity, ...]:
    own = {e.code or e.name for e in draft.actor}
    for statement in reversed(statements[-2:]):
        speaker = statement.speaker
        if speaker.code is not None and (speaker.code or speaker.name) not in own:
            return (speaker,)
    return ()
