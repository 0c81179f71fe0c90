"""Brings the codings of one article together.

Turns ``Codings`` into an ``Analysis``: retellings joined, relations and statements once,
people listed.
"""

from __future__ import annotations

from saksi.coding.background import as_dated
from saksi.coding.code import Codings
from saksi.coding.discourse import find_home, find_only_country
from saksi.records import Analysis, Event, Marks, Problem, Span, Statement
from saksi.resolve.consistency import find_contradictions, mark_counts
from saksi.resolve.leisure import keep_of_public
from saksi.resolve.meetings import place_outcomes
from saksi.resolve.people import list_people
from saksi.resolve.private import keep_public_acts
from saksi.resolve.relations import join_relations
from saksi.resolve.retellings import distinct_statements, join_events, join_titles


def resolve(codings: Codings) -> Analysis:
    """Join what one article tells several times."""
    marks = codings.clauses.marks
    text = marks.segments.page.article.text

    def words(statement: Statement) -> str:
        return text[statement.content.start : statement.content.end]

    page = marks.segments.page
    relations = join_relations(codings.relations)
    contradictions = find_contradictions(codings, relations)
    events, private = _join_twice(codings)
    return Analysis(
        marks=marks,
        events=events,
        statements=distinct_statements(codings.statements, words),
        relations=mark_counts(relations, contradictions),
        people=list_people(marks, find_home(marks), find_only_country(marks)),
        problems=(*page.article.problems, *page.problems, *codings.problems, *private, *contradictions),
    )


def _join_twice(codings: Codings) -> tuple[tuple[Event, ...], tuple[Problem, ...]]:
    """Join retellings, give acts their counterpart, and join titles to what they turn out to tell.

    Acts among private persons, and of nobody public in an article on private life, are left out in
    between: no counterpart makes them public.
    """
    heads = _heads(codings.clauses.marks)
    told = (as_dated(event, codings.news) for event in join_events(codings.events, heads))
    joined, private = keep_public_acts(place_outcomes(tuple(told)))
    joined, leisurely = keep_of_public(joined, codings.leisure)
    return join_titles(codings.topic.fill(joined), heads), (*private, *leisurely)


def _heads(marks: Marks) -> frozenset[Span]:
    return frozenset(Span(s.start, s.end) for s in marks.segments.sentences if s.role in ("title", "subhead"))
