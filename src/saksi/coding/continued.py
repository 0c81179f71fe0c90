"""Gives a quotation without a speaker of its own to whoever spoke right before it in the same paragraph.

``"Kami siap," kata Raka. "Kami menunggu jawaban."``: turns the second quotation into a statement
of the same speaker. It does not look over the end of a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from saksi.coding.content import Reading
from saksi.coding.quotations import quote_at
from saksi.coding.statement_draft import Draft
from saksi.records import Sentence, Span

#: Words of a quotation that is a statement, at least.
LEAST_WORDS = 3


def continue_quotation(reading: Reading, before: Sentence | None, last: Sequence[Draft]) -> Draft | None:
    """The words of a sentence that is nothing but a quotation; ``last`` are the statements of the one before."""
    sentence = reading.sentence
    if before is None or "\n" in reading.text[before.end : sentence.start]:
        return None
    told = next((d for d in last if d.kind == "direct" and d.content.end <= d.cue.start < before.end), None)
    quote = quote_at(reading.quotes, sentence.start) if told is not None else None
    if told is None or quote is None or quote.start != sentence.start:
        return None
    words = reading.text[quote.inner_start : quote.inner_end].split()
    alone = not reading.text[quote.end : sentence.end].strip(" .,!?")
    if len(words) < LEAST_WORDS or not alone:
        return None
    return replace(told, content=Span(quote.inner_start, quote.inner_end), addressee=None, rule="continued")
