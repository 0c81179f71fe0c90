"""Finds dated facts between two sides: membership, borders, founding, leadership, office.

Turns the sentences of one article, in reading order, into drafts of relations. What single
rules look for is in ``relation_nouns``, ``relation_pairs``, ``relation_verbs`` and ``offices``; here they are
called, and treaties are remembered so that "konvensi tersebut" finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from saksi.coding.ground import Draft, Ground
from saksi.coding.offices import read_inside, read_offices
from saksi.coding.participants import Participants
from saksi.coding.relation_nouns import read_nouns
from saksi.coding.relation_pairs import read_between, read_members, read_pairs
from saksi.coding.relation_verbs import read_founding, read_verbs
from saksi.lang.language import Language
from saksi.lang.relation_rules import RelationRule
from saksi.records import Entity, Name, Parse, Sentence, Time

READERS: dict[str, Callable[[Ground, RelationRule], Iterator[Draft]]] = {
    "noun": read_nouns,
    "pair": read_pairs,
    "between": read_between,
    "members": read_members,
    "verb": read_verbs,
    "founding": read_founding,
}


class RelationReader:
    """Reads the relations of one article, sentence by sentence."""

    def __init__(self, text: str, language: Language, participants: Participants) -> None:
        self.text, self.language, self.participants = text, language, participants
        self.papers: list[Entity] = []  # treaties described so far

    def read(
        self, sentence: Sentence, parse: Parse, names: Sequence[Name], times: Sequence[Time]
    ) -> tuple[Draft, ...]:
        """Find the relations of one sentence."""
        index: dict[str, list[int]] = {}
        for k, token in enumerate(sentence.tokens):
            index.setdefault(token.lower, []).append(k)
        ground = Ground(
            self.text, self.language, self.participants, sentence, parse, names, times, self.papers, index
        )
        out: list[Draft] = []
        rules = self.language.relations
        for n in sorted({n for word in index for n in rules.by_opening.get(word, ())}):
            out.extend(READERS[rules.rules[n].kind](ground, rules.rules[n]))
        out.extend(read_offices(ground))
        out.extend(read_inside(ground))
        self._remember(ground)
        return tuple(_distinct(out))

    def _remember(self, ground: Ground) -> None:
        heads = self.language.relations.heads["treaty"].intersection(ground.index)
        for k in sorted(k for head in heads for k in ground.index[head]):
            found = ground.described(k, "treaty", told=True)
            if found is not None:
                self.papers.append(found)


def _distinct(found: Sequence[Draft]) -> Iterator[Draft]:
    """One draft for the same two sides; one with a date first."""
    seen: set[tuple[str, str, str]] = set()
    for draft in sorted(found, key=lambda d: d.since is None and d.until is None):
        key = (draft.subject.name, draft.predicate, draft.object.name)
        if key not in seen:
            seen.add(key)
            yield draft
