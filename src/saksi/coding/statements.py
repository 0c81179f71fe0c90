"""Finds who said what: direct and indirect speech with its speaker.

Turns the clauses of one sentence into drafts of statements: a verb of saying with its
complement or quotation, "kata X" after it, "menurut X", "ujarnya". Papers that speak
("pernyataan itu menyebut") speak for their makers. A verb of speech with a mere noun
("mengecam serangan itu") is an event and no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.coding.participants import Participants
from saksi.coding.roles import Roles, roles_of
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Parse, Phrase, Quote, Sentence, Span

#: A quotation of fewer words than this does not make a statement direct.
DIRECT_WORDS = 4
#: A judgement without a verb has at least so many words: who is judged, and as what.
JUDGED_WORDS = 3


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


class StatementReader:
    """Reads the statements of one article, sentence by sentence."""

    def __init__(
        self, text: str, language: Language, participants: Participants, quotes: Sequence[Quote]
    ) -> None:
        self.text, self.language, self.participants, self.quotes = text, language, participants, quotes

    def read(self, sentence: Sentence, parse: Parse, before: Sentence | None) -> tuple[Draft, ...]:
        """Find the statements of one sentence, in the order of their cues.

        ``before`` is the sentence before it in the same article, for "Demikian diungkapkan X".
        """
        found = [d for d in (self._of_clause(sentence, parse, i) for i in range(len(parse.clauses))) if d]
        found.extend(self._thus(sentence, parse, before))
        if not found or all(d.rule != "cue" for d in found):
            found.extend(self._sources(sentence, parse, found))
        return tuple(_distinct(found))

    def speaks(self, clause: Clause) -> bool:
        """Whether the verb of a clause reports words as true or alleged."""
        if clause.verb.voice == "cue":
            return True
        return any(f.statement and f.embeds in ("fact", "claim") for f in self._frames(clause))

    # ---- verbs of saying ---------------------------------------------------------

    def _of_clause(self, sentence: Sentence, parse: Parse, i: int) -> Draft | None:
        clause = parse.clauses[i]
        if clause.verb.voice == "cue":
            return self._attribution(sentence, clause)
        frame = next((f for f in self._frames(clause) if f.statement), None)
        if frame is None or clause.verb.negated:
            return None
        if (
            clause.kind in ("complement", "purpose")
            and clause.parent is not None
            and not self._fact_parent(parse, clause)
        ):
            return None
        roles = roles_of(clause, frozenset())
        if roles.form == "noun":
            return None
        return self._said(sentence, parse, i, frame, roles)

    def _frames(self, clause: Clause) -> list[Frame]:
        return [f for form in clause.verb.forms for f in self.language.frames_of.get(form, ())]

    def _fact_parent(self, parse: Parse, clause: Clause) -> bool:
        parent = parse.clauses[clause.parent] if clause.parent is not None else None
        return parent is not None and any(f.embeds == "fact" for f in self._frames(parent))

    def _said(self, sentence: Sentence, parse: Parse, i: int, frame: Frame, roles: Roles) -> Draft | None:
        clause = parse.clauses[i]
        speakers = self._speaker(roles.subject)
        if not speakers:
            return None
        quote = self._quote_of(sentence, clause)
        content = self._content(sentence, parse, i)
        if quote is not None:
            content = Span(quote.inner_start, quote.inner_end)
        if content is None:
            return None
        kind = "direct" if quote is not None else self._kind(content)
        addressee = next(
            (e for p in roles.obliques if p.preposition == "kepada" for e in self.participants.of(p)), None
        )
        cue = Span(clause.verb.start, clause.verb.end)
        return Draft(speakers, addressee, kind, cue, content, frame.statement or "say", frame.id)

    def _content(self, sentence: Sentence, parse: Parse, i: int) -> Span | None:
        """The words after the verb, when a clause of what is said begins there."""
        children = [
            c for c in parse.clauses if c.parent == i and c.kind in ("complement", "purpose") and c.start >= 0
        ]
        clause = parse.clauses[i]
        if not children and not self._judges(clause):
            return None
        end = self._end_of_content(sentence, parse, i)
        start = clause.verb.end
        while start < end and not self.text[start].isalnum() and self.text[start] not in '“"':
            start += 1
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        return Span(start, end) if end > start else None

    def _judges(self, clause: Clause) -> bool:
        """``menyebut patroli itu kegiatan rutin``: a judgement needs no verb of its own."""
        judged = [*clause.objects, *(p for p in clause.obliques if p.preposition == "sebagai")]
        long_enough = sum(len(p.words) for p in judged) >= JUDGED_WORDS
        return long_enough and any(f.statement == "judge" for f in self._frames(clause))

    def _end_of_content(self, sentence: Sentence, parse: Parse, i: int) -> int:
        """Up to the next clause of the same rank, else the end of the sentence."""
        verb_end = parse.clauses[i].verb.end
        peers = [
            c.verb.start
            for j, c in enumerate(parse.clauses)
            if j > i
            and c.quote is None
            and c.verb.start > verb_end
            and c.kind == "coordinate"
            and c.parent == parse.clauses[i].parent
        ]
        return min([sentence.end, *peers])

    def _thus(self, sentence: Sentence, parse: Parse, before: Sentence | None) -> Iterator[Draft]:
        """``Demikian diungkapkan X``: the sentence before is what was said."""
        if before is None or not sentence.tokens or sentence.tokens[0].lower != "demikian":
            return
        for clause in parse.clauses:
            if clause.verb.voice == "passive" and any(f.statement for f in self._frames(clause)):
                roles = roles_of(clause, frozenset())
                speakers = self._speaker(roles.subject or (clause.objects[0] if clause.objects else None))
                if speakers:
                    cue = Span(clause.verb.start, clause.verb.end)
                    yield Draft(
                        speakers, None, "indirect", cue, Span(before.start, before.end), "say", "thus"
                    )
                return

    # ---- "kata X" ------------------------------------------------------------------

    def _attribution(self, sentence: Sentence, clause: Clause) -> Draft | None:
        phrase = clause.objects[0] if clause.objects else clause.subject
        word = clause.verb.word
        if phrase is None and word.endswith("nya"):
            speakers = self._last_person(clause)
        else:
            speakers = self._speaker(phrase, anyone=True)
        if not speakers:
            return None
        quote = self._quote_before(sentence, clause)
        if quote is not None:
            content: Span | None = Span(quote.inner_start, quote.inner_end)
            kind = "direct"
        else:
            content, kind = self._before(sentence, clause), "indirect"
        if content is None or content.end <= content.start:
            return None
        return Draft(speakers, None, kind, Span(clause.verb.start, clause.verb.end), content, "say", "cue")

    def _last_person(self, clause: Clause) -> tuple[Entity, ...]:
        discourse = self.participants.discourse
        last = discourse.speaker or discourse.person()
        if last is None:
            return ()
        start, end = clause.verb.start, clause.verb.end
        return (
            Entity(self.text[start:end], start, end, last.name, last.id, last.code, last.sector, last.office),
        )

    def _before(self, sentence: Sentence, clause: Clause) -> Span | None:
        start, end = sentence.start, clause.verb.start
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        return Span(start, end) if end > start else None

    # ---- "menurut X" ---------------------------------------------------------------

    def _sources(self, sentence: Sentence, parse: Parse, found: Sequence[Draft]) -> list[Draft]:
        out = []
        for phrase in parse.phrases:
            if phrase.preposition not in self.language.cues.sources:
                continue
            speakers = self._speaker(phrase, anyone=phrase.preposition == "menurut")
            content = self._rest(sentence, phrase)
            if (
                speakers
                and content is not None
                and not any(d.speakers[0].name == speakers[0].name for d in found)
            ):
                cue = Span(phrase.start, phrase.end)
                out.append(Draft(speakers, None, "indirect", cue, content, "say", "source"))
        return out

    def _rest(self, sentence: Sentence, phrase: Phrase) -> Span | None:
        """What stands on the longer side of "menurut X"."""
        start, end = phrase.end, sentence.end
        if phrase.start - sentence.start > sentence.end - phrase.end:
            start, end = sentence.start, phrase.start
        while start < end and not self.text[start].isalnum() and self.text[start] not in '“"':
            start += 1
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        if self.text[start:end].lower().endswith(" menurut"):
            end -= len(" menurut")
        return Span(start, end) if end - start > 20 else None

    # ---- speakers and quotations ---------------------------------------------------

    def _speaker(self, phrase: Phrase | None, *, anyone: bool = False) -> tuple[Entity, ...]:
        if phrase is None:
            return ()
        found = self.participants.of(phrase)
        if found:
            return found
        documents = self.language.cues.documents
        if phrase.head in documents or not documents.isdisjoint(phrase.words[:2]):
            owners = self.participants.owner(phrase)
            thing = self.participants.thing(phrase)
            if thing is None:
                return ()
            codes = tuple(dict.fromkeys(e.code for e in owners if e.code)) or self._paper_codes()
            code = codes[0] if codes else thing.code
            return (Entity(thing.text, thing.start, thing.end, thing.name, None, code, None, None, codes),)
        if anyone and phrase.head not in ("itu", "ini"):
            thing = self.participants.thing(phrase)
            return (thing,) if thing is not None else ()
        return ()

    def _paper_codes(self) -> tuple[str, ...]:
        """A joint paper speaks for the two states last spoken of."""
        return tuple(e.code for e in self.participants.discourse.two(("state", "person")) if e.code)

    def _quote_of(self, sentence: Sentence, clause: Clause) -> Quote | None:
        """A long quotation after the verb in the same sentence."""
        for quote in self.quotes:
            if clause.verb.end <= quote.start < sentence.end and self._words(quote) >= DIRECT_WORDS:
                return quote
        return None

    def _quote_before(self, sentence: Sentence, clause: Clause) -> Quote | None:
        for quote in self.quotes:
            if quote.start < clause.verb.start and quote.end > sentence.start and self._words(quote) >= 2:
                return quote
        return None

    def _words(self, quote: Quote) -> int:
        return len(self.text[quote.inner_start : quote.inner_end].split())

    def _kind(self, content: Span) -> str:
        """Direct when most of what is said stands in quotation marks."""
        quoted = sum(
            min(q.inner_end, content.end) - max(q.inner_start, content.start)
            for q in self.quotes
            if q.inner_start < content.end and q.inner_end > content.start
        )
        return "direct" if quoted > 0.5 * (content.end - content.start) else "indirect"


def _distinct(found: Sequence[Draft]) -> list[Draft]:
    """Keep one statement a cue and one a content: the first is the one the verb made."""
    out: list[Draft] = []
    for draft in found:
        if all(draft.cue != d.cue and draft.content != d.content for d in out):
            out.append(draft)
    return out
