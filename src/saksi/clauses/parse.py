"""Gives every sentence its clauses.

Turns ``Marks`` into ``Clauses``. A quotation of some length is read on its own, apart
from the sentence around it; a few quoted words are read as part of the sentence. Captions
are not parsed.
"""

from __future__ import annotations

from saksi.annotate.pairs import PAIRED
from saksi.clauses.build import Builder
from saksi.clauses.drafts import freeze_drafts
from saksi.clauses.in_titles import find_inner_joints
from saksi.clauses.units import COMMA, QUOTE, Frameless, Unit, make_units
from saksi.lang.language import Language
from saksi.records import STORY_ROLES, Clause, Clauses, Marks, Parse, Phrase, Quote, Sentence, VerbGroup

#: A quotation of fewer words than this is read with the sentence around it. Set so that
#: scare quotes and names ("upaya kudeta", "Tiga Kejahatan") stay inside, whole clauses do not.
LONG_QUOTE = 5
#: An opening with its source is no longer than this, in tokens.
SOURCE_WORDS = 10
#: Longer sentences are tables, lists or broken pages, and are not parsed.
MOST_TOKENS = 160


def parse(marks: Marks, language: Language) -> Clauses:
    """Parse every story sentence of an article."""
    segments = marks.segments
    parses = [
        _parse_sentence(i, marks, language)
        if sentence.role in STORY_ROLES and len(sentence.tokens) <= MOST_TOKENS
        else Parse(i, (), ())
        for i, sentence in enumerate(segments.sentences)
    ]
    return Clauses(marks, tuple(parses))


def _parse_sentence(i: int, marks: Marks, language: Language) -> Parse:
    sentence = marks.segments.sentences[i]
    marked = _marked(sentence, i, marks)
    headline = sentence.role in ("title", "subhead")
    clauses: list[Clause] = []
    phrases: list[Phrase] = []
    runs = _runs(sentence, marks.segments.quotes, _after_source(sentence, language))
    for quote, pieces in runs:
        units: list[Unit] = []
        for first, last in pieces:
            if units:
                units.append(
                    Unit(QUOTE, first, first, '"') if quote is None else Unit(COMMA, first, first, ",")
                )
            units.extend(make_units(sentence.tokens, (first, last), marked, language, headline=headline))
        if not units:
            continue
        builder = Builder(i, sentence.tokens, units, lambda group: embeds(group, language))
        builder.build()
        clauses.extend(freeze_drafts(builder.drafts, i, len(clauses), quote))
        phrases.extend(builder.phrases)
    return Parse(i, tuple(clauses), tuple(phrases))


def embeds(group: VerbGroup, language: Language) -> str | None:
    """What the verb does to its complement: fact, plan, claim, sight (its object acts), or None."""
    for form in group.forms:
        for frame in language.frames_of.get(form, ()):
            if frame.embeds is not None:
                return frame.embeds
    return "sight" if group.word in language.words.perceive else None


def _marked(sentence: Sentence, i: int, marks: Marks) -> Frameless:
    names = {name.first: name for name in marks.names[i] if name.rule != PAIRED}
    times: dict[int, int] = {}
    tokens = sentence.tokens
    for time in marks.times[i]:
        inside = [k for k, t in enumerate(tokens) if t.start < time.end and t.end > time.start]
        if inside and not any(n.first <= inside[0] < n.last for n in marks.names[i]):
            times[inside[0]] = inside[-1] + 1
    text = marks.segments.page.article.text
    return Frameless(names, times, find_inner_joints(sentence, marks.names[i], text))


def _after_source(sentence: Sentence, language: Language) -> int:
    """Index after an opening that only names the source: "Dilansir Reuters, ..."; else 0."""
    tokens = sentence.tokens
    if not tokens or tokens[0].lower not in language.cues.media:
        return 0
    for k, token in enumerate(tokens[1:SOURCE_WORDS], 1):
        if token.text == ",":
            return k + 1
        if token.lower == "bahwa":
            return 0
    return 0


def _runs(
    sentence: Sentence, quotes: tuple[Quote, ...], at: int
) -> list[tuple[int | None, list[tuple[int, int]]]]:
    """Cut a sentence, from token ``at`` on, into what stands outside long quotations and in each of them."""
    tokens = sentence.tokens
    outside: list[tuple[int, int]] = []
    inside: list[tuple[int | None, list[tuple[int, int]]]] = []
    for number, quote in enumerate(quotes):
        if quote.end <= sentence.start or quote.start >= sentence.end:
            continue
        first = next((k for k, t in enumerate(tokens) if t.start >= quote.start), len(tokens))
        last = next((k for k, t in enumerate(tokens) if t.start >= quote.end), len(tokens))
        if not _is_long(sentence, first, last, quote):
            continue
        outside.append((at, first))
        inside.append((number, [(first, last)]))
        at = last
    outside.append((at, len(tokens)))
    return [(None, [piece for piece in outside if piece[0] < piece[1]]), *inside]


def _is_long(sentence: Sentence, first: int, last: int, quote: Quote) -> bool:
    words = [t for t in sentence.tokens[first:last] if t.kind == "word"]
    if quote.start < sentence.start or quote.end > sentence.end:
        return True
    return len(words) >= LONG_QUOTE and words[0].text[:1].isupper()
