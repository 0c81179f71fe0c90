"""Finds who said what: direct and indirect speech with its speaker.

Turns the clauses of one sentence into drafts of statements: a verb of saying with its
complement or quotation, "kata X" after it, "menurut X", "ujarnya", "Hal itu disampaikan X".
Who speaks is for ``speakers`` to say, which words are said for ``content``. A verb of speech
with a mere noun ("mengecam serangan itu") is an event and no statement.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.coding.content import (
    MEANWHILE,
    Reading,
    before_subject,
    beside_cue,
    beside_source,
    find_content,
)
from saksi.coding.continued import continue_quotation
from saksi.coding.discourse import is_person
from saksi.coding.hopes import HOPING, find_hope, find_hoper
from saksi.coding.meaning import says_nothing
from saksi.coding.once import keep_once, name_pronoun
from saksi.coding.openings import find_main_subject, find_opening
from saksi.coding.participants import Participants
from saksi.coding.passing_on import find_via
from saksi.coding.quotations import Quotations
from saksi.coding.roles import Roles, roles_of
from saksi.coding.speakers import SpeakerReader
from saksi.coding.statement_draft import Draft
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Parse, Phrase, Quote, Sentence, Span

#: Words for the speaker in their own words.
OWN_WORDS = frozenset({"saya", "aku", "kami", "kita"})
#: Words before a verb that make it no act of its own: "komitmen dalam mendorong X".
NO_ACT = frozenset({"dalam", "tanpa"})
#: Verbs that blame somebody for what a "karena" behind them tells.
BLAMING = frozenset({"ACCUSE", "SANCTION", "COERCE", "PROTEST", "REJECT"})
#: "diberi waktu": the subject is told, and does not tell.
RECEIVING = ("diberi ", "diminta ", "dituduh ")
#: Before a verb: the subject of the main clause does it too, "merespons X dengan mengatakan".
WHILE = MEANWHILE
#: The same before a verb of which nothing else is told: "memerintahkan X pergi, setelah menyebut ...".
AFTER = frozenset({"setelah", "sesudah", "usai", "sebelum"})
BECAUSE = frozenset({"karena", "lantaran", "sebab"})
#: So many words between "bahwa" and a quotation make it a part of what is said.
PART_WORDS = 3
#: So many words with "itu" at their end only name a thing.
THING_WORDS = 2
POINTING = frozenset({"itu", "ini", "tersebut"})
#: So many words before a quotation are the subject of the clause it ends.
SUBJECT_WORDS = 2
#: What opens the words behind "disampaikan X" and "digambarkan X".
SAID_OPENERS = frozenset({"bahwa", "sebagai", "agar", "supaya", "jika", "kalau"})
#: Tokens of ", dilansir" before an outlet.
CREDIT_REACH = 2
#: Marks that set a quotation off from the words before it.
SETTING_OFF = (",", ":")
#: How many tokens behind "demikian" its verb stands, "yang" or "hal itu" between.
THUS_REACH = 3


class StatementReader:
    """Reads the statements of one article, sentence by sentence."""

    def __init__(
        self, text: str, language: Language, participants: Participants, quotes: Sequence[Quote]
    ) -> None:
        self.text, self.language, self.participants, self.quotes = text, language, participants, quotes
        self.quotations = Quotations(text, quotes)
        self.speakers = SpeakerReader(text, language, participants, quotes)
        self.told_to = 0  # up to where words are known to be somebody's
        self.last: Sequence[Draft] = ()  # the statements of the sentence before

    def read(self, sentence: Sentence, parse: Parse, before: Sentence | None) -> tuple[Draft, ...]:
        """Find the statements of one sentence, in the order of their cues.

        ``before`` is the sentence before it in the same article, for "Demikian diungkapkan X".
        """
        reading = Reading(self.text, self.language, sentence, parse, self.quotes)
        self.speakers.headline = sentence.role in ("title", "subhead")
        thus = before is not None and self._opens_backward(sentence)
        found = [
            draft
            for i, clause in enumerate(parse.clauses)
            if not (thus and clause.verb.voice == "passive") and (draft := self._of_clause(reading, i))
        ]
        found.extend(self._bare_cue(reading, found))
        found.extend(self._opening_cue(reading, found))
        found.extend(self._thus(reading))
        found.extend(self._backward(reading, before))
        hopes = tuple(self._hopes(reading, found))
        found = [d for d in found if not any(h.content.start <= d.cue.start < h.content.end for h in hopes)]
        found.extend(hopes)
        if not found or all(d.rule != "cue" for d in found):
            found.extend(self._sources(reading, found))
        found = [name_pronoun(d, found, self.language) for d in found]
        goes_on = continue_quotation(reading, before, self.last) if not found else None
        found.extend([goes_on] if goes_on is not None else [])
        self.last = found
        self.speakers.hear(sentence.number - 1)
        self.told_to = max([self.told_to, *(d.content.end for d in found)])
        return tuple(keep_once(found, self.text))

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
        if clause.verb.word.startswith(RECEIVING) and clause.verb.voice != "passive":
            return None
        if clause.kind == "conditional" or not self._stands(reading, clause) or self._is_quoted(clause):
            return None
        roles = roles_of(clause, frozenset())
        if roles.form == "noun" or (
            frame.embeds == "plan" and frame.event is None and says_nothing(frame, roles)
        ):
            return None
        return self._said(reading, i, frame, roles)

    def _frames(self, clause: Clause) -> list[Frame]:
        return [f for form in clause.verb.forms for f in self.language.frames_of.get(form, ())]

    def _in_own_words(self, clause: Clause) -> bool:
        """``"Saya yakin ..."``: what speakers say of themselves belongs to their words, quoted or not."""
        return clause.subject is not None and clause.subject.words[0] in OWN_WORDS

    def _is_quoted(self, clause: Clause) -> bool:
        """``"Fiji meminta kami pergi," kata X``: what others say inside a quotation is what X says of them."""
        return clause.quote is not None and self.quotations.holds(clause.verb.start)

    def _stands(self, reading: Reading, clause: Clause) -> bool:
        """A saying inside a wish or a plan was not said; inside another saying it was."""
        if reading.word_before(clause.verb.first) in NO_ACT or clause.verb.possible or clause.verb.future:
            return False
        if reading.word_before(clause.verb.first) in WHILE:
            return True
        if clause.kind == "purpose":
            return False
        if clause.kind != "complement" or clause.parent is None:
            return True
        return any(f.embeds == "fact" for f in self._frames(reading.parse.clauses[clause.parent]))

    def _said(self, reading: Reading, i: int, frame: Frame, roles: Roles) -> Draft | None:
        clause = reading.parse.clauses[i]
        content, kind = self._content(reading, i)
        if content is None or (kind == "indirect" and _names_thing(self.text[content.start : content.end])):
            return None
        speakers = self._speakers_of(reading, clause, roles)
        if clause.verb.voice == "passive" and speakers:
            content = _behind_speaker(reading, content, speakers[0])
            if content is None:
                return None
        if not speakers or speakers[0].start <= content.start < content.end <= speakers[0].end:
            return None
        addressee = next(
            (e for p in roles.obliques if p.preposition == "kepada" for e in self.participants.of(p)), None
        )
        cue = Span(clause.verb.start, clause.verb.end)
        via = find_via(reading)
        return Draft(speakers, addressee, kind, cue, content, frame.statement or "say", frame.id, via)

    def _content(self, reading: Reading, i: int) -> tuple[Span | None, str]:
        """What clause ``i`` says and how: the quotation behind it, its complement, or one before it."""
        clause = reading.parse.clauses[i]
        quote = self.quotations.after(reading, i, self._later(reading, i))
        if quote is not None and not self._is_part(reading, i, quote):
            return Span(quote.inner_start, quote.inner_end), "direct"
        content = find_content(reading, i)
        if content is None and quote is not None:
            return Span(quote.inner_start, quote.inner_end), "direct"
        if content is None and clause.subject is not None and clause.kind in ("main", "coordinate"):
            quote = self.quotations.right_before(clause.subject.start)
            if quote is not None and quote.start >= self.told_to:
                return Span(quote.inner_start, quote.inner_end), "direct"
            own_act = clause.verb.voice != "passive" and self.speaks(clause)
            content = before_subject(reading, i) if own_act else None
        return content, self.quotations.kind(content) if content is not None else ""

    def _is_part(self, reading: Reading, i: int, quote: Quote) -> bool:
        """``menambahkan bahwa kesepakatan dapat dicapai jika AS menghindari "tuntutan ..."``: a part of the words."""
        content = find_content(reading, i)
        if content is None or content.start > quote.start:
            return False
        before = self.text[content.start : quote.start].split()
        if before[:1] == ["bahwa"] and len(before) > PART_WORDS:
            return True
        return self._goes_on(reading, i, quote) or self._has_verb_before(reading, i, quote)

    def _goes_on(self, reading: Reading, i: int, quote: Quote) -> bool:
        """``mengatakan pakta itu tidak akan "merusak kawasan"``, ``mengatakan "tindakan keji" Tonga meningkat``."""
        if (
            not self.text[quote.inner_start].islower()
            or self.text[: quote.start].rstrip()[-1:] in SETTING_OFF
        ):
            return False
        tokens = reading.sentence.tokens
        verb = reading.parse.clauses[i].verb.end
        before = [t for t in tokens if verb <= t.start < quote.start and t.kind == "word"]
        if before:
            return len(before) >= SUBJECT_WORDS and not reading.is_preposition(before[0].lower)
        after = next((t for t in tokens if t.start >= quote.end), None)
        unfinished = self.text[quote.inner_end - 1].isalnum()
        return (
            after is not None
            and unfinished
            and after.kind == "word"
            and not reading.joins(after.lower)
            and any(c.verb.start >= after.start for c in reading.parse.clauses)
        )

    def _has_verb_before(self, reading: Reading, i: int, quote: Quote) -> bool:
        """``mengatakan perundingan itu menjadi pilihan sebelum "langkah yang lain"``: only its end is quoted."""
        set_off = self.text[: quote.start].rstrip()[-1:] in SETTING_OFF
        return (
            self.text[quote.inner_start].islower()
            and not set_off
            and any(
                c.kind == "complement" and c.verb.end <= quote.start
                for c in reading.parse.clauses[i + 1 :]
                if c.verb.start > reading.parse.clauses[i].verb.end
            )
        )

    def _later(self, reading: Reading, i: int) -> int:
        """Where the next verb of saying outside a quotation stands, else the end of the sentence."""
        clause = reading.parse.clauses[i]
        later = [
            c.verb.start
            for c in reading.parse.clauses[i + 1 :]
            if c.quote is None and c.verb.start > clause.verb.end and self.speaks(c) and c.verb.voice != "cue"
        ]
        return min([reading.sentence.end, *later])

    def _speakers_of(self, reading: Reading, clause: Clause, roles: Roles) -> tuple[Entity, ...]:
        """The subject; somebody unknown too when "bahwa" shows that words are reported."""
        subject = self._subject(reading, clause, roles)
        reported = any(t.lower == "bahwa" for t in reading.sentence.tokens if t.start >= clause.verb.end)
        active = clause.verb.voice != "passive"
        if subject is None and active and (named := self.speakers.behind_pointer(clause.verb.first)):
            return named
        if (
            subject is not None
            and active
            and (named := self.speakers.behind_comma(subject, clause.verb.first))
        ):
            return named
        anyone = reported and active and subject is not None and self.speakers.is_named(subject)
        found = self.speakers.of(subject, clause.obliques, anyone=anyone)
        return self.speakers.pointed(found, clause.verb.first) if active else found

    def _subject(self, reading: Reading, clause: Clause, roles: Roles) -> Phrase | None:
        """The subject; for "X mengeluarkan pernyataan yang menyebut" X, for "mengecam Y karena menyebut" Y."""
        parent = reading.parse.clauses[clause.parent] if clause.parent is not None else None
        subject = self._before_credit(reading, roles.subject)
        if parent is not None and reading.word_before(clause.verb.first) in WHILE | AFTER:
            return find_main_subject(reading.parse) or subject
        if parent is None or subject is None:
            return subject
        if clause.kind == "relative" and subject.head in self.language.cues.documents and not subject.names:
            return parent.subject or subject
        blames = any(f.event in BLAMING for f in self._frames(parent))
        if clause.marker in BECAUSE and blames and parent.objects and subject is parent.subject:
            return parent.objects[0]
        return subject

    def _before_credit(self, reading: Reading, subject: Phrase | None) -> Phrase | None:
        """``Presiden Fiji, dilansir Kantor Laut, mengatakan``: who stands before the credit speaks, not the outlet."""
        if subject is None:
            return None
        k = subject.first - (reading.word_before(subject.first) == "dari")
        if k < CREDIT_REACH or reading.word_before(k) not in self.language.cues.media:
            return subject
        end = k - CREDIT_REACH if reading.word_before(k - 1) == "," else -1
        before = [p for p in reading.parse.phrases if p.last == end and not p.preposition]
        return before[-1] if before else subject

    # ---- "X berharap ..." ----------------------------------------------------------

    def _hopes(self, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
        """``Raka Suryanta berharap perundingan berlanjut``: a hope told with a clause, outside other words."""
        for k, token in enumerate(reading.sentence.tokens):
            if token.lower not in HOPING or self.quotations.holds(token.start):
                continue
            if any(d.content.start <= token.start < d.content.end for d in found):
                continue
            content = find_hope(reading, k)
            speakers = self.speakers.of(find_hoper(reading, k)) if content is not None else ()
            if content is not None and speakers:
                cue = Span(token.start, token.end)
                kind = self.quotations.kind(content)
                yield Draft(speakers, None, kind, cue, content, "say", "hope", find_via(reading))

    # ---- "..., demikian disampaikan X" ---------------------------------------------

    def _thus(self, reading: Reading) -> Iterator[Draft]:
        """``Pasukan itu harus mundur, demikian disampaikan oleh X``: what stands before is what was said."""
        tokens = reading.sentence.tokens
        for k, token in enumerate(tokens):
            if token.lower != "demikian" or k == 0 or tokens[k - 1].text not in (",", '"', "”"):
                continue
            for clause in reading.parse.clauses:
                near = 0 < clause.verb.first - k <= THUS_REACH and clause.verb.voice == "passive"
                if not near or not any(f.statement for f in self._frames(clause)):
                    continue
                by = [p for p in clause.obliques if p.preposition == "oleh"]
                speakers = self.speakers.of(next(iter((*by, *clause.objects)), None))
                content = reading.trim(reading.sentence.start, token.start)
                if speakers and content is not None:
                    cue = Span(clause.verb.start, clause.verb.end)
                    kind, via = self.quotations.kind(content), find_via(reading)
                    yield Draft(speakers, None, kind, cue, content, "say", "thus", via)

    # ---- "Hal itu disampaikan X" -------------------------------------------------

    def _backward(self, reading: Reading, before: Sentence | None) -> Iterator[Draft]:
        """``Demikian diungkapkan X``: the sentence before is what was said."""
        if before is None or not self._opens_backward(reading.sentence):
            return
        for clause in reading.parse.clauses:
            passed_on = clause.verb.word in self.language.cues.media and self._just_spoke()
            if not passed_on and clause.verb.voice == "passive" and self.speaks(clause):
                roles = roles_of(clause, frozenset())
                speakers = self.speakers.of(roles.subject or (clause.objects[0] if clause.objects else None))
                if speakers:
                    cue = Span(clause.verb.start, clause.verb.end)
                    content = Span(before.start, before.end)
                    kind, via = self.quotations.kind(content), find_via(reading)
                    yield Draft(speakers, None, kind, cue, content, "say", "thus", via)
                return

    def _just_spoke(self) -> bool:
        """Whether the sentence before has a speaker of its own; a credit behind it only passes that on."""
        discourse = self.participants.discourse
        return discourse.sentence - discourse.spoke_in == 1

    def _opens_backward(self, sentence: Sentence) -> bool:
        """Words that open a sentence about what the one before it said: "Demikian", "Hal itu"."""
        opening = [t.lower for t in sentence.tokens[:2]]
        if opening[:1] == ["demikian"]:
            return True
        that = self.language.reference.that_words
        return len(opening) == 2 and opening[0] in self.language.cues.said and opening[1] in that

    # ---- "kata X" ------------------------------------------------------------------

    def _attribution(self, reading: Reading, clause: Clause) -> Draft | None:
        own = clause.verb.word.endswith("nya")
        phrase = None if own else clause.objects[0] if clause.objects else clause.subject
        if own:
            quote = self.quotations.before(reading.sentence, clause.verb.start)
            begins = quote.start if quote is not None else reading.sentence.start
            speakers = self.speakers.last(clause.verb.start, clause.verb.end, begins)
        else:
            speakers = self.speakers.of(phrase, anyone=True)
            speakers = self.speakers.pointed(speakers, self.speakers.behind_that(phrase))
        if not speakers:
            return None
        last_word = clause.verb.end if phrase is None else max(phrase.end, speakers[0].end)
        return self._cued(reading, Span(clause.verb.start, clause.verb.end), last_word, speakers)

    def _cued(
        self, reading: Reading, cue: Span, last_word: int, speakers: tuple[Entity, ...]
    ) -> Draft | None:
        """The statement of a cue: the quotation before it, or the words around it."""
        quote = self.quotations.before(reading.sentence, cue.start)
        if quote is not None:
            content: Span | None = Span(quote.inner_start, quote.inner_end)
            kind = "direct"
        else:
            content = beside_cue(reading, cue.start, last_word)
            kind = self.quotations.kind(content) if content is not None else ""
            kind = "direct" if self.quotations.closes_before(cue.start) else kind
        if content is None:
            return None
        return Draft(speakers, None, kind, cue, content, "say", "cue", find_via(reading))

    def _bare_cue(self, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
        """``"...," tegas X``: a cue word right behind a quotation that was read as something else."""
        tokens = reading.sentence.tokens
        for k, token in enumerate(tokens[:-1]):
            if token.lower not in self.language.cues or not self.quotations.closes_before(token.start):
                continue
            if any(d.cue.start <= token.start < d.cue.end or d.rule == "cue" for d in found):
                continue
            phrase = next((p for p in reading.parse.phrases if k < p.first <= k + 2), None)
            speakers = self.speakers.of(phrase, anyone=phrase is not None and self.speakers.may_be(phrase))
            if phrase is not None and speakers:
                draft = self._cued(reading, Span(token.start, token.end), phrase.end, speakers)
                if draft is not None:
                    yield draft

    def _opening_cue(self, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
        """``Kata dia, kedua negara sepakat``, ``Meski begitu kata Raka, ...``: a cue that opens a sentence."""
        cue, phrase = find_opening(reading, self.language.cues.inverted)
        speakers = self.speakers.of(phrase)
        if cue is None or phrase is None or len(speakers) != 1 or not is_person(speakers[0]):
            return
        content = reading.trim(max(phrase.end, speakers[0].end), reading.sentence.end)
        told = any(d.cue.start <= cue.start < d.cue.end or d.content.start <= cue.start for d in found)
        if content is not None and not told and not self.quotations.holds(cue.start):
            kind, via = self.quotations.kind(content), find_via(reading)
            yield Draft(speakers, None, kind, cue, content, "say", "cue", via)

    # ---- "menurut X" ---------------------------------------------------------------

    def _sources(self, reading: Reading, found: Sequence[Draft]) -> Iterator[Draft]:
        for start, end, speakers in self._named_sources(reading):
            content = beside_source(
                reading, start, self._behind_office(max(end, speakers[0].end), speakers[0])
            )
            known = {d.speakers[0].name for d in found}
            if content is not None and speakers[0].name not in known:
                kind = self.quotations.kind(content)
                yield Draft(
                    speakers, None, kind, Span(start, end), content, "say", "source", find_via(reading)
                )

    def _behind_office(self, end: int, speaker: Entity) -> int:
        """``menurut Raka Suryanta, analis di Ambar, ...``: behind what is told of the speaker."""
        rest = self.text[end:]
        office = speaker.office or ""
        for opening in (", ", ", seorang "):
            if office and rest.startswith(opening + office):
                return end + len(opening + office)
        return end

    def _named_sources(self, reading: Reading) -> Iterator[tuple[int, int, tuple[Entity, ...]]]:
        for phrase in reading.parse.phrases:
            if phrase.preposition in self.language.cues.sources:
                posts = [p for p in reading.parse.phrases if p.first - phrase.last == 1]
                cut = _first_comma(reading, phrase) if len(phrase.members) > 1 else None
                heads = [m for m in phrase.members if cut is not None and m.end <= cut]
                alone = tuple(
                    e for m in heads for e in self.speakers.of(m, posts, anyone=self.speakers.may_be(m))
                )
                if cut is not None and alone:
                    yield phrase.start, cut, alone
                    continue
                speakers = self.speakers.of(phrase, posts, anyone=self.speakers.may_be(phrase))
                if speakers:
                    yield phrase.start, phrase.end, self._beside(reading, phrase.last, speakers)
        tokens = reading.sentence.tokens
        for k, token in enumerate(tokens):
            if token.lower.endswith("nya") and token.lower[:-3] in self.language.cues.sources:
                inside = k > 0 and tokens[k - 1].lower == "yang"
                speakers = self.speakers.last(token.start, token.end, reading.sentence.start)
                if speakers and not inside:
                    yield token.start, token.end, speakers

    def _beside(self, reading: Reading, k: int, speakers: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """``menurut analis politik, Raka Suryanta,``: the person named behind the description."""
        tokens = reading.sentence.tokens
        name = self.participants.names_at.get(k + 1)
        if k >= len(tokens) or tokens[k].text != "," or name is None or name.entry.kind != "person":
            return speakers
        entry = name.entry
        return (
            Entity(
                name.text, name.start, name.end, entry.name, entry.id, entry.code, entry.sector, entry.office
            ),
        )


def _names_thing(words: str) -> bool:
    """``mengonfirmasi insiden tersebut``: a thing told of before, and nothing said of it."""
    told = words.lower().split()
    return len(told) <= THING_WORDS and told[-1] in POINTING


def _behind_speaker(reading: Reading, content: Span, speaker: Entity) -> Span | None:
    """``digambarkan Menlu X sebagai Y``: what is said stands behind who says it, or nothing is said."""
    if not content.start <= speaker.start <= content.start + len("oleh "):
        return content
    behind = reading.trim(speaker.end, content.end)
    words = reading.text[behind.start : behind.end].split() if behind is not None else []
    return behind if words[:1] and words[0].lower() in SAID_OPENERS else None


def _first_comma(reading: Reading, phrase: Phrase) -> int | None:
    """``Menurut Raka, Fiji dan Tonga sepakat``: where the source ends, when no comma follows the whole."""
    tokens = reading.sentence.tokens
    if phrase.last < len(tokens) and tokens[phrase.last].kind == "mark":
        return None
    return next((t.start for t in tokens[phrase.first : phrase.last] if t.text == ","), None)
