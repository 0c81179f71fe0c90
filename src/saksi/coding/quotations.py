"""Finds the quotation that a verb or cue belongs to.

Turns the quotations of an article into answers: the one behind a verb, the one before a cue,
and whether a stretch of words is mostly quoted. It does not know who speaks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from saksi.coding.content import Reading
from saksi.records import Quote, Sentence, Span

#: A quotation of fewer words than this does not make a statement direct.
DIRECT_WORDS = 4
#: A quotation before "kata X" may be short: "Ya, benar," kata X.
CUED_WORDS = 2
#: Signs that close a quotation.
CLOSING = ('"', "”")
#: What may stand between a quotation and what belongs to it.
BETWEEN = " ,.;:–—\n\t"
#: Characters between a quotation and the subject behind it, at most.
GAP = 40
#: Characters before a cue in which its quotation must close.
NEAR = 6


def is_quoted(quotes: Sequence[Quote], at: int) -> bool:
    """Whether a character stands between the marks of a quotation."""
    quote = quote_at(quotes, at)
    return quote is not None and quote.inner_start <= at < quote.inner_end


def quote_at(quotes: Sequence[Quote], at: int) -> Quote | None:
    """The quotation that holds a character; ``quotes`` are in order and not nested."""
    i = bisect_right(quotes, at, key=lambda q: q.start) - 1
    return quotes[i] if i >= 0 and at < quotes[i].end else None


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one article, in order."""

    text: str
    quotes: Sequence[Quote]

    def after(self, reading: Reading, i: int, limit: int) -> Quote | None:
        """A long quotation behind the verb of clause ``i`` that begins before ``limit``."""
        end = reading.parse.clauses[i].verb.end
        return next(
            (q for q in self._near(end, limit) if end <= q.start < limit and self._words(q) >= DIRECT_WORDS),
            None,
        )

    def _near(self, start: int, end: int) -> Sequence[Quote]:
        """The quotations that touch a stretch of text."""
        first = bisect_left(self.quotes, start, key=lambda q: q.end)
        return self.quotes[first : bisect_right(self.quotes, end, key=lambda q: q.start)]

    def before(self, sentence: Sentence, cue: int) -> Quote | None:
        """The quotation before a cue: it ends right there, or is most of what stands before."""
        inside = (
            q
            for q in self._near(sentence.start, cue)
            if q.start < cue and q.end > sentence.start and self._words(q) >= CUED_WORDS
        )
        for quote in inside:
            start = max(sentence.start, quote.start)
            near = not self.text[quote.end : cue].strip(BETWEEN) if quote.end <= cue else True
            if near or (quote.end - start) * 2 > cue - sentence.start:
                return quote
        return None

    def right_before(self, start: int) -> Quote | None:
        """The quotation that ends right before ``start``: ``"...," sumber itu menambahkan``."""
        return next(
            (
                q
                for q in self._near(start - GAP, start)
                if q.end <= start
                and not self.text[q.end : start].strip(BETWEEN)
                and "\n" not in self.text[q.end : start]
                and self._words(q) >= CUED_WORDS
            ),
            None,
        )

    def closes_before(self, offset: int) -> bool:
        """Whether a closing mark stands right before ``offset``."""
        return self.text[max(0, offset - NEAR) : offset].rstrip(BETWEEN)[-1:] in CLOSING

    def holds(self, offset: int) -> bool:
        """Whether ``offset`` stands inside a quotation."""
        return is_quoted(self.quotes, offset)

    def kind(self, content: Span) -> str:
        """Direct when most of what is said stands in quotation marks."""
        quoted = sum(
            min(q.inner_end, content.end) - max(q.inner_start, content.start)
            for q in self._near(content.start, content.end)
            if q.inner_start < content.end and q.inner_end > content.start
        )
        return "direct" if quoted > 0.5 * (content.end - content.start) else "indirect"

    def _words(self, quote: Quote) -> int:
        return len(self.text[quote.inner_start : quote.inner_end].split())
