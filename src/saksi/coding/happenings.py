"""Reads when and where an act told before took place: "Serangan itu terjadi pada Selasa malam".

Turns a sentence that opens with a known act and says that it took place into the day and
place of that act, where it has none. It makes no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.coding.carry import SCENES
from saksi.coding.circumstances import Circumstances
from saksi.coding.pointing import kinds_of
from saksi.lang.language import Language
from saksi.records import Clause, Event, EventDate, Location, Parse, Phrase, Sentence, Span

#: How many events back the act may lie; a reader holds no more in mind.
REACH = 8
#: Clauses that may say that the act took place; others are about something else.
SAYING = frozenset({"main", "coordinate", "complement"})
#: An act noun opens its sentence, after an adverb at most.
LATEST = 2
#: Plans are not said to have taken place.
TOLD = frozenset({"actual", "historical"})


def find_happening(
    sentence: Sentence, parse: Parse, events: Sequence[Event], language: Language
) -> tuple[int, Clause] | None:
    """The act among ``events``, by index, that a clause of the sentence says took place."""
    thing = min(parse.phrases, key=lambda p: p.start, default=None)
    if thing is None or thing.preposition is not None or thing.first > LATEST:
        return None
    clause = next(_taking_place(parse, thing, language), None)
    if clause is None:
        return None
    at = _act(thing, sentence, events, language)
    return None if at is None else (at, clause)


def _taking_place(parse: Parse, thing: Phrase, language: Language) -> Iterator[Clause]:
    verbs = (language.words.occur | language.words.passives) - language.words.planned
    for clause in parse.clauses:
        verb = clause.verb
        doubtful = verb.negated or verb.future or verb.possible or verb.must
        if clause.kind in SAYING and verb.word in verbs and verb.start >= thing.end and not doubtful:
            yield clause


def _act(thing: Phrase, sentence: Sentence, events: Sequence[Event], language: Language) -> int | None:
    """The last act that the noun means: of its own frame, else with "itu" of its kind or of any."""
    that = any(w in language.reference.that_words for w in thing.words)
    kinds, frames = kinds_of(thing, sentence, language)
    near = range(len(events) - 1, max(-1, len(events) - 1 - REACH), -1)
    told = [i for i in near if events[i].status in TOLD]
    same = [i for i in told if events[i].rule.split("/")[0] in frames and (that or not thing.names)]
    alike = [i for i in told if that and events[i].event in kinds]
    unnamed = _unnamed(thing, events, told, language) if that else []
    return next(iter((*same, *alike, *unnamed)), None)


def _unnamed(
    thing: Phrase, events: Sequence[Event], told: Sequence[int], language: Language
) -> Sequence[int]:
    """Acts that "keputusan itu" or "insiden itu" may mean."""
    words = language.reference
    if thing.head in words.scenes:
        return [i for i in told if events[i].event in SCENES]
    return told if thing.head in words.acts else ()


def settle(event: Event, around: Circumstances, clause: Clause, place: Location | None) -> Event:
    """Give the act the day and place of the clause, where it has none; the clause becomes a telling of it."""
    date = event.date or around.date_of(clause, Span(clause.verb.start, clause.verb.end))
    where = place if _is_closer(event.location, place) else event.location
    if date is event.date and where is event.location:
        return event
    told = Span(around.sentence.start, around.sentence.end)
    mentions = event.mentions if told in event.mentions else (*event.mentions, told)
    return replace(event, date=_pointed(date, event), location=where, mentions=mentions)


def _is_closer(known: Location | None, told: Location | None) -> bool:
    """Whether a place told later says more: a town in the country that was all one knew."""
    if told is None or known is None:
        return told is not None
    return known.precision == "country" and told.precision != "country" and known.country == told.country


def _pointed(date: EventDate | None, event: Event) -> EventDate | None:
    return date if date is None or date is event.date else replace(date, basis="act pointed to")
