"""Finds who said what: direct and indirect speech with its speaker.

Turns the clauses of one sentence into drafts of statements: a verb of saying with its
complement or quotation, "kata X" after it, "menurut X", "ujarnya", "Hal itu disampaikan X".
Papers that speak ("pernyataan itu menyebut") speak for their makers. A verb of speech with a
mere noun ("mengecam serangan itu") is an event and no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.coding.content import Reading, beside_cue, beside_source, find_content
from saksi.coding.participants import Participants
from saksi.coding.passing_on import find_via
from saksi.coding.roles import Roles, roles_of
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Parse, Phrase, Quote, Sentence, Span

#: A quotation of fewer words than this does not make a statement direct.
DIRECT_WORDS = 4
#: A quotation before "kata X" may be short: "Ya, benar," kata X.
CUED_WORDS = 2
#: Words that open a sentence about what the one before it said.
BACKWARD = (("demikian",), ("hal", "itu"), ("hal", "tersebut"), ("hal", "ini"), ("pernyataan", "itu"), ("pernyataan", "tersebut"), ("pernyataan", "ini"))  # fmt: skip
#: Words for the speaker in their own words.
OWN_WORDS = frozenset({"saya", "aku", "kami", "kita"})


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
        reading = Reading(self.text, self.language, sentence, parse, self.quotes)
        found = [d for d in (self._of_clause(reading, i) for i in range(len(parse.clauses))) if d]
        found.extend(self._backward(reading, before))
        if not found or all(d.rule != "cue" for d in found):
            found.extend(self._sources(reading, found))
        return tuple(_distinct(found))

    def speaks(self, clause: Clause) -> bool:
        """Whether the verb of a clause reports words as true or alleged."""
        if clause.verb.voice == "cue":
            return True
        return any(f.statement and f.embeds in ("fact", "claim") for f in self._frames(clause))

    # ---- verbs of saying ---------------------------------------------------------

    def _of_clause(self, reading: Reading, i: int) -> Draft | None:
        clause = reading.parse.clauses[i]
        if clause.verb.voice == "cue":
            return self._attribution(reading, clause)
        frame = next((f for f in self._frames(clause) if f.statement), None)
        if frame is None or clause.verb.negated or self._in_own_words(clause):
            return None
        if clause.kind == "conditional" or not self._stands(reading.parse, clause):
            return None
        roles = roles_of(clause, frozenset())
        return None if roles.form == "noun" else self._said(reading, i, frame, roles)

    def _frames(self, clause: Clause) -> list[Frame]:
        return [f for form in clause.verb.forms for f in self.language.frames_of.get(form, ())]

    def _in_own_words(self, clause: Clause) -> bool:
        """``"Saya yakin ..."``: what speakers say of themselves belongs to their quotation."""
        return (
            clause.quote is not None and clause.subject is not None and clause.subject.words[0] in OWN_WORDS
        )

    def _stands(self, parse: Parse, clause: Clause) -> bool:
        """A saying inside a wish or a plan was not said; inside another saying it was."""
        if clause.kind not in ("complement", "purpose") or clause.parent is None:
            return True
        return any(f.embeds == "fact" for f in self._frames(parse.clauses[clause.parent]))

    def _said(self, reading: Reading, i: int, frame: Frame, roles: Roles) -> Draft | None:
        clause = reading.parse.clauses[i]
        speakers = self._speaker(roles.subject, clause.obliques)
        if not speakers:
            return None
        quote = self._quote_after(reading, i)
        content = Span(quote.inner_start, quote.inner_end) if quote is not None else find_content(reading, i)
        if content is None:
            return None
        kind = "direct" if quote is not None else self._kind(content)
        addressee = next(
            (e for p in roles.obliques if p.preposition == "kepada" for e in self.participants.of(p)), None
        )
        cue = Span(clause.verb.start, clause.verb.end)
        via = find_via(reading)
        return Draft(speakers, addressee, kind, cue, content, frame.statement or "say", frame.id, via)

    # ---- "Hal itu disampaikan X" -------------------------------------------------

    def _backward(self, reading: Reading, before: Sentence | None) -> Iterator[Draft]:
        """``Demikian diungkapkan X``: the sentence before is what was said."""
        opening = tuple(t.lower for t in reading.sentence.tokens[:2])
        if before is None or not any(opening[: len(words)] == words for words in BACKWARD):
            return
        for clause in reading.parse.clauses:
            if clause.verb.voice == "passive" and any(f.statement for f in self._frames(clause)):
                roles = roles_of(clause, frozenset())
                speakers = self._speaker(roles.subject or (clause.objects[0] if clause.objects else None))
                if speakers:
                    cue = Span(clause.verb.start, clause.verb.end)
                    content = Span(before.start, before.end)
                    yield Draft(
                        speakers, None, self._kind(content), cue, content, "say", "thus", find_via(reading)
                    )
                return

    # ---- "kata X" ------------------------------------------------------------------

    def _attribution(self, reading: Reading, clause: Clause) -> Draft | None:
        phrase = clause.objects[0] if clause.objects else clause.subject
        if phrase is None and clause.verb.word.endswith("nya"):
            speakers = self._last_person(clause)
        else:
            speakers = self._speaker(phrase, anyone=True)
        if not speakers:
            return None
        quote = self._quote_before(reading.sentence, clause)
        if quote is not None:
            content: Span | None = Span(quote.inner_start, quote.inner_end)
            kind = "direct"
        else:
            last_word = clause.verb.end if phrase is None else phrase.end
            content, kind = beside_cue(reading, clause, last_word), "indirect"
            kind = self._kind(content) if content is not None else kind
        if content is None:
            return None
        cue = Span(clause.verb.start, clause.verb.end)
        return Draft(speakers, None, kind, cue, content, "say", "cue", find_via(reading))

    def _last_person(self, clause: Clause) -> tuple[Entity, ...]:
        discourse = self.participants.discourse
        last = discourse.speaker or discourse.person()
        if last is None:
            return ()
        start, end = clause.verb.start, clause.verb.end
        return (_renamed(Entity(self.text[start:end], start, end, last.name), last),)

    # ---- "menurut X" ---------------------------------------------------------------

    def _sources(self, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
        for phrase in reading.parse.phrases:
            if phrase.preposition not in self.language.cues.sources:
                continue
            speakers = self._speaker(phrase, anyone=self._may_speak(phrase))
            content = beside_source(reading, phrase.start, phrase.end)
            known = {d.speakers[0].name for d in found}
            if speakers and content is not None and speakers[0].name not in known:
                cue = Span(phrase.start, phrase.end)
                yield Draft(speakers, None, "indirect", cue, content, "say", "source", find_via(reading))

    def _may_speak(self, phrase: Phrase) -> bool:
        """Whether somebody unknown is a source: a name with a capital, or a speaker without a name."""
        words = self.text[phrase.start : phrase.end].split()
        return any(w[:1].isupper() for w in words) or not self.language.cues.unnamed.isdisjoint(
            phrase.words[:2]
        )

    # ---- speakers and quotations ---------------------------------------------------

    def _speaker(
        self, phrase: Phrase | None, posts: Sequence[Phrase] = (), *, anyone: bool = False
    ) -> tuple[Entity, ...]:
        if phrase is None:
            return ()
        found = self.participants.of(phrase)
        if found:
            return found
        if phrase.head in self.language.cues.documents or self._opens_with_paper(phrase):
            return self._paper(phrase, posts)
        if anyone and phrase.head not in ("itu", "ini"):
            thing = self.participants.thing(phrase)
            return (thing,) if thing is not None else ()
        return ()

    def _opens_with_paper(self, phrase: Phrase) -> bool:
        return not self.language.cues.documents.isdisjoint(phrase.words[:2])

    def _paper(self, phrase: Phrase, posts: Sequence[Phrase] = ()) -> tuple[Entity, ...]:
        """A paper as speaker: its one maker, or for a joint paper itself with a code for each maker.

        "pernyataan itu" is the paper that spoke before, else one of the pair last named together.
        """
        discourse = self.participants.discourse
        thing = self.participants.thing(phrase)
        if thing is None:
            return ()
        owners = self.participants.owner(phrase) or self._makers(phrase, posts)
        points_back = phrase.words[-1] in self.language.reference.that_words
        if not owners and points_back and discourse.paper is not None:
            return (_renamed(thing, discourse.paper),)
        if len(owners) != 1 or points_back:
            owners = owners or discourse.two(("state", "person"))
            codes = tuple(dict.fromkeys(e.code for e in owners if e.code))
            name = f"{phrase.head} {' dan '.join(e.name for e in owners)}" if owners else thing.name
            code = codes[0] if codes else thing.code
            owners = (Entity(thing.text, thing.start, thing.end, name, None, code, None, None, codes),)
        discourse.paper = owners[0]
        return owners

    def _makers(self, phrase: Phrase, posts: Sequence[Phrase]) -> tuple[Entity, ...]:
        """``pernyataan dari X``: who follows the paper after "dari" or "oleh"."""
        near = next(
            (p for p in posts if p.preposition in ("dari", "oleh") and p.first - phrase.last <= 1), None
        )
        return self.participants.of(near)

    def _quote_after(self, reading: Reading, i: int) -> Quote | None:
        """A long quotation after the verb in the same sentence that no later verb of saying has."""
        clause = reading.parse.clauses[i]
        later = [
            c.verb.start
            for c in reading.parse.clauses[i + 1 :]
            if c.quote is None and c.verb.start > clause.verb.end and self.speaks(c) and c.verb.voice != "cue"
        ]
        limit = min([reading.sentence.end, *later])
        for quote in self.quotes:
            if clause.verb.end <= quote.start < limit and self._words(quote) >= DIRECT_WORDS:
                return quote
        return None

    def _quote_before(self, sentence: Sentence, clause: Clause) -> Quote | None:
        for quote in self.quotes:
            inside = quote.start < clause.verb.start and quote.end > sentence.start
            if inside and self._words(quote) >= CUED_WORDS:
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


def _renamed(words: Entity, known: Entity) -> Entity:
    """The same speaker as before, witnessed by the words that point back."""
    return Entity(
        words.text, words.start, words.end, known.name, known.id, known.code, known.sector, known.office, known.codes
    )  # fmt: skip


def _distinct(found: Sequence[Draft]) -> list[Draft]:
    """Keep one statement a cue and one a content: the first is the one the verb made."""
    out: list[Draft] = []
    for draft in found:
        if all(draft.cue != d.cue and draft.content != d.content for d in out):
            out.append(draft)
    return out
