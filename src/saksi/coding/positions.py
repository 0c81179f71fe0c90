"""Reads what a statement is about and where its speaker stands.

Turns what is said into the actors and contexts it names and into one stance, with the words
that show it. A stance without words is neutral; nobody's mind is read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saksi.coding.contexts import Contexts
from saksi.coding.participants import SELF
from saksi.lang.language import Language
from saksi.lang.stance import VALUES
from saksi.records import Entity, Marks, Name, Span, Stance, Statement, Token

#: Kinds of name that a statement can be about.
ABOUT = SELF | {"demonym"}
#: Contexts given to one statement at most.
MOST_CONTEXTS = 4
#: How many words before a word of stance its negation may stand.
NEGATION_REACH = 2
NEUTRAL = Stance("neutral", None)


@dataclass(frozen=True, slots=True)
class Positions:
    """What the sentences of one article hold, to read its statements with."""

    text: str
    language: Language
    marks: Marks
    contexts: Contexts

    def add(self, statement: Statement) -> Statement:
        """The statement with its subjects, contexts and stance."""
        sentences = self.marks.segments.sentences
        first = bisect_right(sentences, statement.content.start, key=lambda s: s.end)
        last = bisect_left(sentences, statement.content.end, key=lambda s: s.start)
        told = range(first, last)
        tokens = [t for i in told for t in sentences[i].tokens if _inside(t, statement.content)]
        about = self._about(statement, [n for i in told for n in self.marks.names[i]])
        votes: Counter[str] = sum((self.contexts.sentences[i] for i in told), Counter())
        ranked = sorted(votes, key=lambda c: (-votes[c], c))[:MOST_CONTEXTS]
        stance = self._stance(statement, tokens, about)
        return replace(statement, about=about, contexts=tuple(ranked), stance=stance)

    # ---- whom it is about --------------------------------------------------------

    def _about(self, statement: Statement, names: Sequence[Name]) -> tuple[Entity, ...]:
        """Everybody named in what is said, once; the speaker is not."""
        out: dict[str, Entity] = {}
        for name in names:
            entry = name.entry
            within = statement.content.start <= name.start and name.end <= statement.content.end
            if not within or entry.kind not in ABOUT or entry.name == statement.speaker.name:
                continue
            code = entry.code or entry.country
            entity = Entity(
                name.text, name.start, name.end, entry.name, entry.id, code, entry.sector, entry.office
            )
            out.setdefault(entry.name, entity)
        return tuple(out.values())

    # ---- where the speaker stands ------------------------------------------------

    def _stance(self, statement: Statement, tokens: Sequence[Token], about: Sequence[Entity]) -> Stance:
        """By the verb of speech itself, else by the strongest words of what is said."""
        by_verb = self.language.stance.speech.get(statement.speech)
        if by_verb is not None:
            return self._toward(by_verb, statement.cue, about, statement.content.start)
        found = sorted(self._shown(tokens), key=lambda row: (VALUES.index(row[0]), row[1].start))
        if not found or found[0][0] == NEUTRAL.value:
            return NEUTRAL
        value, words = found[0]
        return self._toward(value, words, about, words.end)

    def _toward(self, value: str, words: Span, about: Sequence[Entity], after: int) -> Stance:
        """Toward whom: the first named behind the words, else the last before them; the subject for some words."""
        behind = next((e for e in about if e.start >= after), None)
        before = next((e for e in reversed(about) if e.end <= words.start), None)
        written = tuple(self.text[words.start : words.end].lower().split())
        if written in self.language.stance.subject_first:
            return Stance(value, words, before)
        return Stance(value, words, behind or before)

    def _shown(self, tokens: Sequence[Token]) -> Iterator[tuple[str, Span]]:
        """Every word of stance with what it shows, after its negation was heard."""
        rules = self.language.stance
        lower = [t.lower for t in tokens]
        k = 0
        while k < len(tokens):
            most = min(rules.longest, len(tokens) - k)
            run = next((n for n in range(most, 0, -1) if tuple(lower[k : k + n]) in rules.words), 0)
            if run:
                value = self._negated(rules.words[tuple(lower[k : k + run])], lower, k)
                if value is not None:
                    yield value, Span(tokens[k].start, tokens[k + run - 1].end)
            k += run or 1

    def _negated(self, value: str, lower: Sequence[str], k: int) -> str | None:
        """The stance of words under a negation: support becomes opposition, the rest is gone."""
        if self.language.stance.negations.isdisjoint(lower[max(0, k - NEGATION_REACH) : k]):
            return value
        return "opposes" if value == "supports" else None


def _inside(token: Token, span: Span) -> bool:
    return span.start <= token.start and token.end <= span.end
