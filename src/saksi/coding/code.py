"""Codes an article: statements, events and relations in reading order.

Turns ``Clauses`` into records. It goes through the sentences once, so that what was said
before is known when "ia" or "kedua negara" comes. Retellings are joined by ``resolve``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from saksi.coding import events, relations, statements
from saksi.coding.background import Background, day_of_news
from saksi.coding.carry import Carry
from saksi.coding.casualties import add_tolls, find_tolls
from saksi.coding.circumstances import Circumstances, find_count
from saksi.coding.confidence import PLAIN, confidence_of, keep_likely
from saksi.coding.contexts import Contexts
from saksi.coding.counterparts import Topic, find_topic
from saksi.coding.discourse import discourse_of, is_press, scene_of, sole_of
from saksi.coding.draft import Draft
from saksi.coding.ground import Draft as RelationDraft
from saksi.coding.happenings import find_happening, settle
from saksi.coding.missions import as_missions
from saksi.coding.occasions import Occasions
from saksi.coding.offside import find_leisure, find_offside, find_telling, keep_public
from saksi.coding.participants import Participants
from saksi.coding.places import Places, first_states
from saksi.coding.pointing import find_answered, find_pointed, find_setting, is_of_another, is_pointed_to
from saksi.coding.positions import Positions
from saksi.coding.quotations import quote_at
from saksi.coding.roles import roles_of
from saksi.coding.scope import Scope
from saksi.coding.side_tellings import without_side_tellings
from saksi.coding.statement_draft import Draft as Said
from saksi.coding.targets import with_target
from saksi.coding.visits import as_visit
from saksi.lang.coding_rules import Leisure
from saksi.lang.language import Language
from saksi.records import (
    MUTUAL,
    Clauses,
    Entity,
    Event,
    EventDate,
    Location,
    Parse,
    Problem,
    Relation,
    Sentence,
    Span,
    Statement,
)

#: Mutual types whose two sides "kedua pihak" means only when both act.
VERBAL_MUTUAL = frozenset({"SUPPORT", "AGREE"})
PAIR = 2


@dataclass(frozen=True, slots=True)
class Codings:
    """What the sentences of one article tell, before retellings are joined."""

    clauses: Clauses
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    topic: Topic  # whom acts are toward that name nobody; given after retellings are joined
    leisure: Leisure | None = None  # where the article is about private life
    news: str | None = None  # the day of issue, else the last full day that the article names
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with what dates and places its acts."""

    sentence: Sentence
    parse: Parse
    around: Circumstances
    places: Places


def main_speaker(spoken: Sequence[Said]) -> Entity:
    """Who a sentence lets speak: the last one with a verb, before whom it has that from.

    What another speaker is told to have said ("X mengatakan Y berjanji") leaves the first one speaking.
    """
    with_verb = [draft for draft in spoken if draft.rule != "source"]
    outer = [d for d in with_verb if not any(_tells_of(e, d) for e in with_verb)]
    with_verb = outer or with_verb
    return (with_verb or list(spoken))[-1].speakers[0]


def _tells_of(outer: Said, inner: Said) -> bool:
    known = outer.speakers[0].code is not None or outer.speakers[0].id is not None  # no paper, no report
    return known and outer is not inner and outer.content.start <= inner.cue.start < outer.content.end


def code(clauses: Clauses, language: Language) -> Codings:
    """Code every sentence of an article."""
    return _Coder(clauses, language).run()


class _Coder:
    """One article being coded."""

    def __init__(self, clauses: Clauses, language: Language) -> None:
        marks = clauses.marks
        self.clauses, self.marks, self.language = clauses, marks, language
        self.text = marks.segments.page.article.text
        self.document = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        discourse = discourse_of(marks)
        self.participants = Participants(self.text, language, discourse)
        quotes = marks.segments.quotes
        self.statement_reader = statements.StatementReader(self.text, language, self.participants, quotes)
        self.event_reader = events.EventReader(language, self.participants)
        self.relation_reader = relations.RelationReader(self.text, language, self.participants)
        self.contexts = Contexts(marks.segments.sentences, language.coding)
        self.carry = Carry()
        self.occasions = Occasions()
        news = day_of_news(marks.published.value, chain.from_iterable(marks.times))
        self.background = Background(language, news)
        self.states = first_states(marks)
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.relations: list[Relation] = []

    def run(self) -> Codings:
        """Go through the sentences once."""
        before: Sentence | None = None
        for parse, sentence in zip(self.clauses.parses, self.marks.segments.sentences, strict=True):
            self._sentence(sentence, parse, before)
            before = sentence
        sentences, rules = self.marks.segments.sentences, self.language.coding
        telling = find_telling(sentences, rules)
        events, notes = keep_public(self.events, find_offside(telling, len(sentences), rules))
        leisure = find_leisure(telling, len(sentences), rules)
        events, doubts = keep_likely(without_side_tellings(as_missions(events)))
        topic = find_topic(self.marks, self.states, self.language.reference.denials)
        positions = Positions(self.text, self.language, self.marks, self.contexts)
        told = tuple(positions.add(statement) for statement in self.statements)
        news, problems = self.background.issued, (*notes, *doubts)
        return Codings(self.clauses, events, told, tuple(self.relations), topic, leisure, news, problems)

    def _sentence(self, sentence: Sentence, parse: Parse, before: Sentence | None) -> None:
        people, i = self.participants, parse.sentence
        names = self.marks.names[i]
        people.open_sentence(sentence.tokens, names)
        people.discourse.open_sentence(i, scene_of(sentence, parse, names), sole_of(names))
        about = self._subject_of(parse) or self._speaks_for(parse) or people.discourse.subject
        people.discourse.topic = next(iter(about), None)
        kept, people.referring.speaker = people.referring.speaker, ()  # "mereka" who speak are not quoted
        people.referring.barred = frozenset()
        spoken = self.statement_reader.read(sentence, parse, before)
        people.referring.speaker = kept
        if spoken or not self._in_quote(sentence):
            people.referring.speaker = spoken[0].speakers if spoken else ()
        if spoken:
            people.discourse.speaker, people.discourse.spoke_in = main_speaker(spoken), i
        scope = Scope(self.text, sentence, parse, self.marks.times[i], self.statement_reader.speaks)
        words = self.language.words
        occurring = (words.occur | words.passives) - words.planned
        around = Circumstances(sentence, scope, self.marks.published.value, occurring, words.perform)
        places = Places(sentence, scope, names, people.discourse, self.states, self.language)
        self.occasions.hear(spoken, scope, places)
        told = [self._statement(d, sentence, *self.occasions.of(d, scope, places)) for d in spoken]
        if sentence.role not in ("title", "subhead"):
            self.statements.extend(told)
        since = len(self.events)
        self._events_of(Reading(sentence, parse, around, places), told)
        self.background.hear(sentence, scope, self.events[since:])
        self._settle(sentence, parse, around, places, since)
        tolls = tuple(find_tolls(sentence, parse, self.marks.numbers[i], self.language))
        if len(self.events) == since:
            self.carry.hear(sentence, scope) if tolls else self.carry.open(sentence, parse, scope)
        add_tolls(self.events, tolls, sentence, since)
        for found in self.relation_reader.read(sentence, parse, self.marks.names[i], self.marks.times[i]):
            self.relations.append(self._relation(found))
        places.remember()
        people.discourse.be_about(self._subject_of(parse) or self._doer_of(parse))
        people.discourse.close_sentence(people.named(names))
        people.discourse.acted_on = self.events[-1].recipient if len(self.events) > since else ()
        for event in self.events[since:]:
            people.discourse.see_group(event.actor)

    def _events_of(self, at: Reading, told: Sequence[Statement]) -> None:
        """Code the acts of one sentence; each knows of those before it."""
        setting = find_setting(at.sentence, at.parse, self.events, self.language)
        for draft in self.event_reader.read(at.sentence, at.parse):
            filled = self._pointed(draft, at)
            again = is_pointed_to(filled, at.sentence, self.language)
            other = is_of_another(filled, at.sentence, self.language)
            event = self._event(filled, at.around, at.parse.sentence, told)
            event = replace(event, location=at.places.of(filled), again=again, other=other)
            event = self.background.settle(event, filled, at.sentence, at.around.scope)
            event = self._timed(event, filled, at, setting)
            event = as_visit(with_target(event, filled, self.text, self.language.atlas))
            quoted = quote_at(self.marks.segments.quotes, filled.anchor.start) is not None
            event = replace(event, confidence=confidence_of(event, at.sentence, quoted=quoted))
            self.events.append(event)
            if event.event == "MOBILIZE" and filled.thing is not None and len(event.actor) == 1:
                self.participants.discourse.own(filled.thing.head, event.actor[0].code)  # "pasukan ini"
            if event.event in MUTUAL and (event.event not in VERBAL_MUTUAL or len(event.actor) == PAIR):
                self.participants.discourse.see_sides(event.actor, event.recipient)

    def _pointed(self, draft: Draft, at: Reading) -> Draft:
        """The draft with the side that it points back to, where it names none."""
        side = find_pointed(draft, at.sentence, self.events, self.statements, self.language)
        side = side or find_answered(draft, at.sentence, at.parse, self.events, self.language)
        return replace(draft, recipient=side) if side else draft

    def _timed(self, event: Event, draft: Draft, at: Reading, setting: Event | None) -> Event:
        """The event with the day and place of the scene, or of its speaker, that its own words leave open."""
        times = self.marks.times[at.parse.sentence]
        dated = draft.act is not None or any(t.type in ("DATE", "TIME") for t in times)
        has_day = draft.act is not None or any(t.precision == "day" for t in times)
        event = self.carry.fill(event, at.sentence, dated=dated, setting=setting)
        event = event if has_day else self.occasions.fill(event)
        self.occasions.learn(event)
        return event

    def _settle(
        self, sentence: Sentence, parse: Parse, around: Circumstances, places: Places, since: int
    ) -> None:
        """Give an act told before the day and place of a sentence that says it took place."""
        found = find_happening(sentence, parse, self.events[:since], self.language)
        if found is None or any(e.event == self.events[found[0]].event for e in self.events[since:]):
            return
        at, clause = found
        self.events[at] = settle(self.events[at], around, clause, places.of_clause(clause))

    def _in_quote(self, sentence: Sentence) -> bool:
        quote = quote_at(self.marks.segments.quotes, sentence.start)
        return quote is not None and quote.end >= sentence.end

    def _subject_of(self, parse: Parse) -> tuple[Entity, ...]:
        for clause in parse.clauses:
            if clause.kind in ("main", "coordinate"):
                found = self.participants.of(clause.subject)
                if found and not all(map(is_press, found)):
                    return found
        return ()

    def _speaks_for(self, parse: Parse) -> tuple[Entity, ...]:
        """``Komentar Inggris muncul``: whose words or deed the first clause is about."""
        first = next((c for c in parse.clauses if c.kind == "main" and c.subject is not None), None)
        return self.participants.owner(first.subject) if first is not None else ()

    def _doer_of(self, parse: Parse) -> tuple[Entity, ...]:
        """Who did it in a sentence about what was done: "Serangan itu dilakukan oleh X. Mereka ..."."""
        agents = (roles_of(c, frozenset()).subject for c in parse.clauses if c.verb.voice == "passive")
        return next((found for agent in agents if (found := self.participants.of(agent))), ())

    # ---- records -----------------------------------------------------------------

    def _identity(self, *parts: object) -> str:
        raw = "|".join(str(p) for p in (self.document, *parts))
        return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()[:16]

    def _statement(
        self, draft: Said, sentence: Sentence, date: EventDate | None, place: Location | None
    ) -> Statement:
        speaker = draft.speakers[0]
        if len(draft.speakers) > 1:
            codes = tuple(dict.fromkeys(e.code for e in draft.speakers if e.code))
            start, end = min(e.start for e in draft.speakers), max(e.end for e in draft.speakers)
            name = " dan ".join(dict.fromkeys(e.name for e in draft.speakers))
            speaker = Entity(
                self.text[start:end], start, end, name, None, speaker.code, speaker.sector, None, codes
            )
        evidence = Span(sentence.start, sentence.end)
        identity = self._identity("statement", draft.cue, draft.content)
        return Statement(
            identity,
            speaker,
            draft.addressee,
            draft.kind,
            draft.cue,
            draft.content,
            evidence,
            draft.via,
            draft.rule,
            draft.speech,
            date=date,
            place=place,
        )

    def _event(self, draft: Draft, around: Circumstances, i: int, told: Sequence[Statement]) -> Event:
        numbers, sentence = self.marks.numbers[i], around.sentence
        span = Span(sentence.start, sentence.end)
        return Event(
            id=self._identity("event", draft.event, draft.anchor, draft.rule),
            event=draft.event,
            mode=draft.mode,
            context=self.contexts.of(draft, i, sentence.line),
            actor=draft.actor,
            recipient=draft.recipient,
            date=around.date(draft),
            location=None,
            status=draft.status,
            asserted_by=self._asserted(draft, told),
            evidence=span,
            mentions=(span,),
            rule=draft.rule,
            confidence=PLAIN,
            dead=find_count(draft, "dead", numbers),
            injured=find_count(draft, "injured", numbers),
            arrested=find_count(draft, "arrested", numbers),
        )

    def _asserted(self, draft: Draft, told: Sequence[Statement]) -> Entity | None:
        """The speaker when the event stands inside what is said."""
        for statement in told:
            inside = (
                statement.content.start <= draft.anchor.start and draft.anchor.end <= statement.content.end
            )
            if inside and statement.cue != draft.anchor:
                same = {e.name for e in draft.actor} & {statement.speaker.name}
                return None if same else statement.speaker
        return None

    def _relation(self, draft: RelationDraft) -> Relation:
        sides = (draft.subject.name, draft.object.name, draft.since or draft.until or "")
        identity = self._identity("relation", draft.predicate, *sides)
        return Relation(
            identity, draft.subject, draft.predicate, draft.object, draft.since, draft.until, draft.status,
            draft.evidence, draft.rule, draft.flags,
        )  # fmt: skip
