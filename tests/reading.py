"""Reads one invented sentence for a test, as the body of an article."""

from saksi.annotate.annotate import annotate
from saksi.check.probe import probe
from saksi.clauses.parse import parse
from saksi.lang.language import load_language
from saksi.records import Analysis, Article, Clause, Line, Page, Parse, Phrase
from saksi.segment.segments import segment


def parse_text(text: str, role: str = "body") -> tuple[Parse, ...]:
    """The parses of all sentences of ``text``."""
    language = load_language()
    page = Page(Article("-", text), (Line(0, len(text), role),), None, None, None, "id")
    return parse(annotate(segment(page, language.sentences), language), language).parses


def clauses_of(text: str, role: str = "body") -> tuple[Clause, ...]:
    """The clauses of the first sentence."""
    return parse_text(text, role)[0].clauses


def words(phrase: Phrase | None) -> str | None:
    """The words of a phrase, lower case."""
    return None if phrase is None else " ".join(phrase.words)


def read(text: str) -> Analysis:
    """Everything saksi knows from ``text``."""
    return probe(text, load_language())
