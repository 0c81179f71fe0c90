"""Finds where an article contradicts itself: counts, years, weekdays.

Turns the codings of one article into problems: a list announced as five with four names, an
organisation founded in two years, a weekday that does not fit its date. Both readings stay
in the records; nothing is corrected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from saksi.coding.code import Codings
from saksi.records import Name, Number, Phrase, Problem, Relation, Span
from saksi.resolve.relations import DATED, DISAGREE

STAGE = "resolve"
COUNT = "consistency/count"
#: Flag of a relation told by such a list.
COUNT_DIFFERS = "count differs"
#: Kinds of name that are counted in a list.
COUNTED = frozenset({"state", "person", "organisation", "group", "place"})
#: Nouns that announce a list of names: "lima negara", "tiga kota".
ANNOUNCING = frozenset({"negara", "pemimpin", "organisasi", "kelompok", "kota", "anggota", "orang", "tokoh", "pihak", "menteri", "presiden", "provinsi"})  # fmt: skip
#: How many words may stand between the number and its noun, and the noun and the list.
REACH = 6
#: Signs and words that open the list that was announced.
OPENERS = ("–", "—", "-", ":", ",", "yaitu", "yakni", "antara lain")
#: A list that names some of them only says so.
PARTLY = frozenset({"termasuk", "antara", "seperti", "di", "misalnya", "lain"})
#: Flag of a date whose weekday does not fit.
WEEKDAY = "weekday differs"


def find_contradictions(codings: Codings, relations: Sequence[Relation]) -> tuple[Problem, ...]:
    """All contradictions of one article, counts first."""
    return (*_counts(codings), *_dates(relations), *_weekdays(codings))


def mark_counts(relations: Sequence[Relation], found: Sequence[Problem]) -> tuple[Relation, ...]:
    """Flag the relations whose side stands in a list that is announced with another number."""
    spans = [p.span for p in found if p.rule == COUNT and p.span is not None]
    return tuple(_counted(relation, spans) for relation in relations)


def _counted(relation: Relation, spans: Sequence[Span]) -> Relation:
    sides = (relation.subject, relation.object)
    if any(s.start <= side.start and side.end <= s.end for s in spans for side in sides):
        return replace(relation, flags=tuple(dict.fromkeys((*relation.flags, COUNT_DIFFERS))))
    return relation


# ---- lists -----------------------------------------------------------------------


def _counts(codings: Codings) -> Iterator[Problem]:
    """``lima negara, China, Rusia, Iran, dan India``: five announced, four named."""
    marks = codings.clauses.marks
    for parse, sentence, numbers in zip(
        codings.clauses.parses, marks.segments.sentences, marks.numbers, strict=True
    ):
        words = [t.lower for t in sentence.tokens]
        for phrase in parse.phrases:
            found = _announced(phrase, words, numbers)
            if found is None:
                continue
            number, names = found
            if len(names) > 1 and number != len(names):
                listed = ", ".join(n.text for n in names)
                why = f"{number} are announced and {len(names)} named ({listed}); both readings are kept"
                yield Problem(STAGE, why, COUNT, Span(phrase.start, phrase.end))


def _announced(
    phrase: Phrase, words: Sequence[str], numbers: Sequence[Number]
) -> tuple[int, tuple[Name, ...]] | None:
    """The number a list is announced with and the names in it; None when it is no such list."""
    if len(phrase.members) < 2:
        return None
    first = phrase.members[0]
    number = next((n.minimum for n in numbers if n.start == first.start and n.minimum == n.maximum), None)
    nouns = [
        k for k in range(first.first + 1, min(first.first + REACH, len(words))) if words[k] in ANNOUNCING
    ]
    if number is None or not nouns or not PARTLY.isdisjoint(words[first.first : first.last]):
        return None
    opener = _opener(words, nouns[-1] + 1, phrase.last)
    if opener is None:
        return None
    names = tuple(n for n in phrase.names if n.first >= opener and n.entry.kind in COUNTED)
    whole = all(any(m.first <= n.first < m.last for n in names) for m in phrase.members[1:])
    return (int(number), names) if whole else None


def _opener(words: Sequence[str], first: int, last: int) -> int | None:
    """The token behind the sign that opens the list."""
    for k in range(first, min(first + REACH, last)):
        if words[k] in OPENERS:
            return k + 1
    return None


# ---- dates -----------------------------------------------------------------------


def _dates(relations: Sequence[Relation]) -> Iterator[Problem]:
    """The same fact with two dates: "didirikan pada 1967" and "didirikan pada 1968"."""
    doubted = [r for r in relations if DISAGREE in r.flags]
    for a, b in combinations(doubted, 2):
        same = a.predicate == b.predicate and a.subject.name == b.subject.name
        if same and (a.predicate == DATED or a.object.name == b.object.name):
            first, second = _date_of(a), _date_of(b)
            why = f"{a.subject.name} {a.predicate} is told of {first} and of {second}; both readings are kept"
            yield Problem(STAGE, why, "consistency/date", b.evidence)


def _date_of(relation: Relation) -> str:
    return (
        relation.object.name if relation.predicate == DATED else relation.since or relation.until or "no date"
    )


def _weekdays(codings: Codings) -> Iterator[Problem]:
    for times in codings.clauses.marks.times:
        for time in times:
            if WEEKDAY in time.flags:
                why = f"the weekday of {time.text!r} does not fit {time.value}; the date is kept"
                yield Problem(STAGE, why, "consistency/weekday", Span(time.start, time.end))
