"""Reads one example sentence as the body of an article.

Turns a sentence into an ``Analysis`` without line roles, so that an example tests the
grammar and not the page furniture.
"""

from __future__ import annotations

from saksi.annotate.annotate import annotate
from saksi.clauses.parse import parse
from saksi.coding.code import code
from saksi.lang.language import Language
from saksi.records import Analysis, Article, Candidate, Line, Metadata, Page
from saksi.resolve.resolve import resolve
from saksi.segment.segments import segment


def probe(text: str, language: Language, role: str = "body", issued: str | None = None) -> Analysis:
    """Analyse ``text`` as one line of an article; ``role`` is ``title`` for a headline, ``issued`` its day."""
    days = (Candidate(issued, "example", issued),) if issued is not None else ()
    page = Page(
        Article("-", text, metadata=Metadata(published=days)),
        (Line(0, len(text), role),),
        None,
        None,
        None,
        "id",
    )
    marks = annotate(segment(page, language.sentences), language)
    return resolve(code(parse(marks, language), language))
