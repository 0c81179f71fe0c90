"""Tells whether an article is about sport, films or the like, where words of force are play.

Turns the sentences of an article into the field it is offside in, or None, and tells whether it
is about private life at all: gadgets, firms, stars, health, travel. Of such an article only what
is public is coded, which ``resolve.leisure`` judges. Frames skip single events of an ordinary article.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from saksi.lang.coding_rules import CodingRules, Leisure, Offside
from saksi.records import Event, Problem, Sentence

#: Different words of a field that an article must have, and how many of them to a sentence;
#: set on pages of sport, films, recipes and products beside 62 pages of politics, none of
#: which reaches both.
LEAST_WORDS = 2
LEAST_SHARE = 0.7
#: The same for articles on private life: nine in ten pages on sport, stars and gadgets and seven in
#: ten on health and travel reach both, of 680 front pages and pages of politics one in thirty.
LEAST_LEISURE_WORDS = 5
LEAST_LEISURE_SHARE = 0.4


def find_telling(sentences: Sequence[Sentence], rules: CodingRules) -> tuple[str, ...]:
    """The words and pairs of words of an article that tell what it is about, in reading order."""
    units: list[str] = []
    for sentence in sentences:
        words = [t.lower for t in sentence.tokens]
        pairs = [f"{a} {b}" for a, b in pairwise(words)]
        units += [unit for unit in words + pairs if unit in rules.telling]
    return tuple(units)


def find_offside(telling: Sequence[str], sentences: int, rules: CodingRules) -> Offside | None:
    """The field whose words fill the article, None for an article on public affairs."""
    found = [(sum(u in field.words for u in telling), field) for field in rules.offside]
    count, field = max(found, key=lambda pair: pair[0], default=(0, None))
    if field is None or count < LEAST_SHARE * sentences:
        return None
    return field if len(field.words.intersection(telling)) >= LEAST_WORDS else None


def find_leisure(telling: Sequence[str], sentences: int, rules: CodingRules) -> Leisure | None:
    """What holds of an article on private life, None for any other."""
    found = [unit for unit in telling if unit in rules.leisure.words]
    if len(found) < LEAST_LEISURE_SHARE * sentences:
        return None
    return rules.leisure if len(set(found)) >= LEAST_LEISURE_WORDS else None


def keep_public(
    events: Sequence[Event], field: Offside | None
) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """The events that stand in an article of this field, and a note on each that does not."""
    if field is None:
        return tuple(events), ()
    kept = tuple(e for e in events if e.event in field.keeps)
    notes = tuple(
        Problem("coding", f"not coded: {e.event} in an article on {field.field}", e.rule, e.evidence)
        for e in events
        if e.event not in field.keeps
    )
    return kept, notes
