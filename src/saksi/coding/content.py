"""Finds the words that are said: the content of a statement in its sentence.

Turns a clause with a verb of saying into the span of what is said, None when it only names
a thing ("menyampaikan bantuan"). Who says it is for ``statements``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Parse, Quote, Sentence, Span, Token

#: A judgement without a verb has at least so many words: who is judged, and as what.
JUDGED_WORDS = 3
#: Letters of a word such as "adanya", "pentingnya".
SHORTEST_FACT = 6
#: Words of what is said, at least, when no clause of it was found.
SHORTEST = 3
#: How far "bahwa" may stand behind its verb, in tokens: an addressee or a date may come between.
THAT_REACH = 10
#: How many words a subject may have before the auxiliary that shows it is one.
SUBJECT_REACH = 8
#: Classes of words that stand only before a predicate.
PREDICATIVE = frozenset({"negation", "future", "possible", "must", "past", "copula"})
#: Words after which the rest no longer shows that a clause is said.
STOPS = frozenset(
    {",", "yang", "jika", "karena", "setelah", "ketika", "untuk", "agar", "tentang", "mengenai"}
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence with its parse, and the words to look them up in."""

    text: str
    language: Language
    sentence: Sentence
    parse: Parse
    quotes: Sequence[Quote]

    def frames(self, clause: Clause) -> list[Frame]:
        """The frames of a clause's verb."""
        return [f for form in clause.verb.forms for f in self.language.frames_of.get(form, ())]

    def trim(self, start: int, end: int) -> Span | None:
        """Cut signs and spaces off both ends; opening quotation marks stay."""
        while start < end and not self.text[start].isalnum() and self.text[start] not in '“"':
            start += 1
        while end > start and not self.text[end - 1].isalnum():
            end -= 1
        return Span(start, end) if end > start else None


def find_content(reading: Reading, i: int) -> Span | None:
    """What clause ``i`` says, when its words show that a clause and no mere thing is said."""
    clause = reading.parse.clauses[i]
    frames = [f for f in reading.frames(clause) if f.statement]
    if not (_has_clause(reading, i, frames) or _judges(clause, frames) or _goes_on(reading, clause, frames)):
        return None
    return reading.trim(clause.verb.end, end_of_content(reading, i))


def _has_clause(reading: Reading, i: int, frames: Sequence[Frame]) -> bool:
    """A complement, or after a verb of asking and promising a purpose ("meminta X untuk pergi")."""
    wishes = any(f.embeds == "plan" or f.statement not in ("say", "judge") for f in frames)
    return any(
        c.parent == i and c.start >= 0 and (c.kind == "complement" or (c.kind == "purpose" and wishes))
        for c in reading.parse.clauses
    )


def _judges(clause: Clause, frames: Sequence[Frame]) -> bool:
    """``menyebut patroli itu kegiatan rutin``: a judgement needs no verb of its own."""
    judged = [*clause.objects, *(p for p in clause.obliques if p.preposition == "sebagai")]
    long_enough = sum(len(p.words) for p in judged) >= JUDGED_WORDS
    as_what = any(p.preposition == "sebagai" for p in judged) and bool(clause.objects)
    return (long_enough and any(f.statement == "judge" for f in frames)) or (
        as_what and any(f.statement == "accuse" for f in frames)
    )


def _names_fact(clause: Clause, frames: Sequence[Frame]) -> bool:
    """``menekankan pentingnya X``, ``membantah adanya Y``: a clause made a noun by -nya."""
    first = clause.objects[0] if clause.objects else None
    if first is None or not frames or len(first.words) < JUDGED_WORDS:
        return False
    head = first.words[0]
    return (
        head.endswith("nya")
        and len(head) >= SHORTEST_FACT
        and not any(n.first == first.first for n in first.names)
    )


def _goes_on(reading: Reading, clause: Clause, frames: Sequence[Frame]) -> bool:
    """Words that show a clause although no verb of it was found: "bahwa", a comma, an auxiliary."""
    after = [t for t in reading.sentence.tokens if t.start >= clause.verb.end]
    if sum(t.kind != "mark" for t in after) < SHORTEST or not frames:
        return False
    if any(t.lower == "bahwa" for t in after[:THAT_REACH]):
        return True
    if not any(f.embeds in ("fact", "claim") for f in frames):
        return False
    said_after_comma = after[0].text == "," and clause.verb.voice in ("active", "middle", "bare")
    return (said_after_comma and len(after) > SUBJECT_REACH) or _has_predicate(reading, after)


def _has_predicate(reading: Reading, after: Sequence[Token]) -> bool:
    """A subject with an auxiliary behind it: "anggaran itu tidak cukup"."""
    for token in after[1:SUBJECT_REACH]:
        if token.lower in STOPS:
            return False
        classes = {
            name for words, name in reading.language.words.units.get(token.lower, ()) if len(words) == 1
        }
        if classes & PREDICATIVE:
            return True
    return False


def end_of_content(reading: Reading, i: int) -> int:
    """Up to the next clause of the same rank or a cue, else the end of the sentence."""
    clauses = reading.parse.clauses
    clause = clauses[i]
    stops = [
        c.verb.start
        for c in clauses[i + 1 :]
        if c.quote is None
        and c.verb.start > clause.verb.end
        and (c.verb.voice == "cue" or (c.kind == "coordinate" and c.parent == clause.parent))
    ]
    return min([reading.sentence.end, *stops])


def beside_cue(reading: Reading, clause: Clause, last_word: int) -> Span | None:
    """What is said around ``kata X``: before it, or behind it when it stands near the front.

    ``last_word`` is where the words for the speaker end.
    """
    before = reading.trim(reading.sentence.start, clause.verb.start)
    after = reading.trim(last_word, reading.sentence.end)
    if before is None or (after is not None and len(reading.text[slice(*before)].split()) <= SHORTEST):
        return after
    return before


def beside_source(reading: Reading, start: int, end: int) -> Span | None:
    """What stands on the longer side of "menurut X"."""
    left, right = start - reading.sentence.start, reading.sentence.end - end
    span = (reading.sentence.start, start) if left > right else (end, reading.sentence.end)
    found = reading.trim(*span)
    if found is not None and reading.text[slice(*found)].lower().endswith(" menurut"):
        found = reading.trim(found.start, found.end - len(" menurut"))
    return found if found is not None and len(reading.text[slice(*found)].split()) > SHORTEST else None
