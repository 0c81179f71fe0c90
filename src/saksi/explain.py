"""Shows how saksi reads a sentence: tokens, names, clauses, and every rule it tried.

Turns a text into sections of rows that any surface can print. It decides nothing: it runs
the same stages as the pipeline and tells what they did.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from saksi.annotate.annotate import annotate
from saksi.clauses.parse import parse
from saksi.coding.code import code
from saksi.coding.discourse import discourse_of
from saksi.coding.events import EventReader
from saksi.coding.participants import Participants
from saksi.lang.language import Language
from saksi.pipeline import mark
from saksi.records import Analysis, Article, Clause, Clauses, Entity, Line, Page, Phrase
from saksi.resolve.resolve import resolve
from saksi.segment.morphology import lemma
from saksi.segment.segments import segment


class Section(NamedTuple):
    """A titled table: every row is a tuple of cells."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def explain_text(text: str, language: Language) -> tuple[Section, ...]:
    """Explain a sentence or paragraph, read as the body of an article."""
    page = Page(Article("-", text), (Line(0, len(text), "body"),), None, None, None, "id")
    clauses = parse(annotate(segment(page, language.sentences), language), language)
    return explain_clauses(clauses, language)


def explain_article(article: Article, language: Language) -> tuple[Section, ...]:
    """Explain an article as it is coded: with its title, its dateline and its day of issue."""
    return explain_clauses(parse(mark(article, language), language), language)


def explain_clauses(clauses: Clauses, language: Language) -> tuple[Section, ...]:
    """Explain everything from the tokens to the records of parsed text."""
    text = clauses.marks.segments.page.article.text
    analysis = resolve(code(clauses, language))
    return (
        Section("tokens", tuple(_tokens(clauses, language))),
        Section("names", tuple(_names(clauses))),
        Section("times and numbers", tuple(_times(clauses))),
        Section("clauses", tuple(_clauses(clauses, text))),
        Section("rules tried", tuple(_trials(clauses, language))),
        Section("events", tuple(_events(analysis))),
        Section("statements", tuple(_statements(analysis, text))),
        Section("relations", tuple(_relations(analysis))),
    )


def _tokens(clauses: Clauses, language: Language) -> Iterator[tuple[str, ...]]:
    for sentence in clauses.marks.segments.sentences:
        for i, token in enumerate(sentence.tokens):
            if token.kind != "word":
                continue
            _, senses = language.lexicon.match(sentence.tokens, i)
            forms = ", ".join(f"{s.form.root}:{s.form.shape}:{s.form.voice}" for s in senses)
            found = language.words.units.get(token.lower, ())
            yield token.text, lemma(token.lower), found[-1][1] if found else "", forms


def _names(clauses: Clauses) -> Iterator[tuple[str, ...]]:
    for names in clauses.marks.names:
        for n in names:
            yield (
                n.text,
                n.entry.kind,
                n.entry.id,
                n.entry.code or n.entry.country or "",
                n.entry.sector or "",
                n.rule,
            )


def _times(clauses: Clauses) -> Iterator[tuple[str, ...]]:
    for times in clauses.marks.times:
        for time in times:
            yield time.text, time.type, time.value or "open", time.basis
    for numbers in clauses.marks.numbers:
        for number in numbers:
            yield number.text, "NUMBER", f"{number.minimum:g}–{number.maximum or '…'}", number.unit or ""


def _clauses(clauses: Clauses, text: str) -> Iterator[tuple[str, ...]]:
    for found in clauses.parses:
        for i, clause in enumerate(found.clauses):
            parent = "" if clause.parent is None else f"in {clause.parent}"
            objects = " / ".join(_words(p, text) for p in clause.objects)
            obliques = " / ".join(f"{p.preposition or '·'} {_words(p, text)}" for p in clause.obliques)
            yield (
                str(i), clause.kind, parent, clause.verb.word, f"{clause.verb.voice}{_flags(clause)}",
                f"subject: {_words(clause.subject, text)}", f"objects: {objects}", f"obliques: {obliques}",
            )  # fmt: skip


def _flags(clause: Clause) -> str:
    names = ("negated", "failed", "future", "possible", "must", "past")
    return "".join(f" {name}" for name in names if getattr(clause.verb, name))


def _words(phrase: Phrase | None, text: str) -> str:
    return "—" if phrase is None else text[phrase.start : phrase.end]


def _trials(clauses: Clauses, language: Language) -> Iterator[tuple[str, ...]]:
    marks = clauses.marks
    people = Participants(
        marks.segments.page.article.text,
        language,
        discourse_of(marks),
    )
    reader = EventReader(language, people)
    rows = zip(clauses.parses, marks.segments.sentences, marks.names, strict=True)
    for found, sentence, names in rows:
        people.open_sentence(sentence.tokens, names)
        for trial in reader.trials(sentence, found):
            yield trial.words, trial.rule, trial.outcome


def _events(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for e in analysis.events:
        yield (
            e.event, e.mode or "", e.status, _who(e.actor), "→", _who(e.recipient),
            e.date.value if e.date else "", e.location.name if e.location else "", e.rule, f"{e.confidence:.2f}",
        )  # fmt: skip


def _who(side: tuple[Entity, ...]) -> str:
    return ", ".join(f"{e.name} ({e.code or '?'}{' ' + e.sector if e.sector else ''})" for e in side) or "—"


def _statements(analysis: Analysis, text: str) -> Iterator[tuple[str, ...]]:
    for s in analysis.statements:
        yield s.kind, s.speaker.name, text[s.content.start : s.content.end], s.rule or ""


def _relations(analysis: Analysis) -> Iterator[tuple[str, ...]]:
    for r in analysis.relations:
        yield r.subject.name, r.predicate, r.object.name, r.since or "", r.until or "", r.rule
