"""Marks everything in an article that grammar builds on: numbers, times, names.

Turns ``Segments`` into ``Marks``, the date of issue included. It does not parse.
"""

from __future__ import annotations

from saksi.annotate.names import find_names
from saksi.annotate.numbers import find_numbers
from saksi.annotate.published import find_published
from saksi.annotate.times.find import find_times
from saksi.annotate.times.resolve import resolve_times
from saksi.lang.language import Language
from saksi.records import Marks, Segments


def annotate(segments: Segments, language: Language) -> Marks:
    """Mark every sentence of an article."""
    text = segments.page.article.text
    raws = tuple(find_times(text, s.start, s.end, language.times) for s in segments.sentences)
    published = find_published(segments.page, raws, language.times, language.meetings)
    return Marks(
        segments=segments,
        numbers=tuple(find_numbers(text, s.start, s.end, language.numbers) for s in segments.sentences),
        times=resolve_times(raws, published, language.times),
        names=find_names(segments, raws, language),
        published=published,
    )
