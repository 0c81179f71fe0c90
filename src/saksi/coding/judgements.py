"""Finds whom somebody condemns by what he calls their deed: "mengatakan tindakan Peru merupakan pelanggaran".

Turns a clause that somebody says of a deed, with a condemning predicate, into an ACCUSE by the
speaker toward the owner of the deed; so too "mengatakan Peru melanggar perjanjian". Verbs that
condemn by themselves are frames.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from saksi.coding.discourse import is_press
from saksi.coding.draft import Draft
from saksi.coding.participants import Participants
from saksi.lang.coding_rules import Judging
from saksi.records import Clause, Entity, Parse, Phrase, Span, VerbGroup

#: "serangan itu merusak gedung" tells what it hit, not what it is.
STRIKES = frozenset({"serangan", "operasi", "invasi", "agresi", "peluncuran"})
DAMAGING = frozenset({"merusak", "membahayakan"})
#: What a judgement is told as in ``explain``.
RULE = "judged"


@dataclass(frozen=True, slots=True)
class Judgements:
    """Reads the judgements of one article's sentences."""

    words: Judging
    participants: Participants

    def read(self, parse: Parse, speaker_of: Callable[[Parse, Clause], Sequence[Entity]]) -> Iterator[Draft]:
        """The deeds that speakers of the sentence condemn, in the order of the clauses."""
        for clause in parse.clauses:
            if clause.subject is None:
                continue
            mode, judged = self._judged(clause, clause.subject)
            if mode is None:
                continue
            speaker = tuple(speaker_of(parse, clause))
            doers = tuple(e for e in judged if e.code is not None)
            own = {e.code for e in speaker}
            reports = all(is_press(e) for e in speaker)  # "kantor berita melaporkan serangan X merusak Y"
            if speaker and doers and not reports and None not in own and not own & {e.code for e in doers}:
                yield _draft(clause, mode, speaker, doers)

    def _judged(self, clause: Clause, subject: Phrase) -> tuple[str | None, tuple[Entity, ...]]:
        """The mode of a judgement and who is judged: the owner of a deed, or who is said to break a rule."""
        if subject.head in self.words.deeds:
            return ("disapprove", self.participants.owner(subject)) if self._condemns(clause) else (None, ())
        verb = clause.verb
        if verb.negated or verb.future or verb.possible or verb.must:
            return None, ()
        if verb.word in self.words.breaking or self._does_wrong(clause):
            return "allege", self.participants.of(subject)
        return None, ()

    def _does_wrong(self, clause: Clause) -> bool:
        """``Peru melakukan provokasi``, ``Peru bertanggung jawab atas konflik itu``."""
        if clause.verb.word in self.words.answering:
            behind = (p for p in clause.obliques if p.preposition == "atas")
            return any(not self.words.blamed_for.isdisjoint(p.words) for p in behind)
        things = clause.objects[:1] if clause.verb.word in self.words.doing else ()
        return any(not self.words.misdeeds.isdisjoint(p.words) for p in things)

    def _condemns(self, clause: Clause) -> bool:
        verb = clause.verb
        if clause.kind == "complement" and any(
            p.preposition == "sebagai" and self._is_wrong(p) for p in clause.obliques
        ):
            return True  # "menilai langkah Peru menutup X sebagai provokasi"
        if verb.negated:
            return verb.word in self.words.denied
        if verb.future or verb.possible:
            return False
        if verb.word in self.words.harm:
            subject = clause.subject
            return not (subject is not None and subject.head in STRIKES and verb.word in DAMAGING)
        return verb.word in self.words.equating and any(self._is_wrong(p) for p in clause.objects)

    def _is_wrong(self, phrase: Phrase) -> bool:
        return not self.words.wrong.isdisjoint(phrase.words)


def _draft(clause: Clause, mode: str, speaker: tuple[Entity, ...], judged: tuple[Entity, ...]) -> Draft:
    anchor = _span(clause.verb)
    start = min(clause.start if clause.start >= 0 else anchor.start, anchor.start)
    return Draft(
        "ACCUSE", mode, (), speaker, judged, "actual", anchor, Span(start, clause.end), RULE, None, None, clause,
    )  # fmt: skip


def _span(verb: VerbGroup) -> Span:
    return Span(verb.start, verb.end)
