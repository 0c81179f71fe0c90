"""The whole engine on one screen: an article in, an analysis out.

Each stage is a function from one frozen record to the next; nothing here touches the
world. ``explain`` shows the same stages for one sentence.
"""

from __future__ import annotations

from saksi.annotate.annotate import annotate
from saksi.annotate.tagger import load_tagger
from saksi.clauses.parse import parse
from saksi.clean.pages import clean
from saksi.coding.code import code
from saksi.lang.language import Language, load_language
from saksi.records import Analysis, Article, Marks
from saksi.resolve.resolve import resolve
from saksi.segment.segments import segment


def analyse(article: Article, language: Language) -> Analysis:
    """Turn an article into everything saksi knows from it."""
    marks = mark(article, language)
    return resolve(code(parse(marks, language), language))


def mark(article: Article, language: Language) -> Marks:
    """The stages before grammar: line roles, sentences, numbers, times, names."""
    page = clean(article, language.furniture)
    segments = segment(page, language.sentences)
    return annotate(segments, language)


def load_all() -> Language:
    """Load what some sentences need too, so that no article waits or is charged for it."""
    load_tagger()
    return load_language()
