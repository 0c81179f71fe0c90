"""Cuts a page into sentences, tokens and quotations.

Turns a ``Page`` into ``Segments``. Only lines that may carry records are cut; furniture is
left whole, and a dateline before the story text is skipped.
"""

from __future__ import annotations

from saksi.clean.language import FOREIGN
from saksi.lang.segmentation import SentenceRules
from saksi.records import STORY_ROLES, Page, Quote, Segments, Sentence
from saksi.segment.quotes import find_quotes
from saksi.segment.sentences import split_sentences
from saksi.segment.tokens import tokenize

#: Story lines, and two kinds that are shown and searched but not coded.
CUT_ROLES = STORY_ROLES | {"caption", "kicker"}


def segment(page: Page, rules: SentenceRules) -> Segments:
    """Sentences with their tokens, numbered from 1 over the page, and the quotations of each line.

    A page in a language that saksi does not read has none: its problem says so.
    """
    if any(problem.rule == FOREIGN for problem in page.problems):
        return Segments(page, (), ())
    text = page.article.text
    sentences: list[Sentence] = []
    quotes: list[Quote] = []
    for index, line in enumerate(page.lines):
        if line.role not in CUT_ROLES:
            continue
        quotes.extend(find_quotes(text, line.story_start, line.end))
        for start, end in split_sentences(text, line.story_start, line.end, rules):
            number = len(sentences) + 1
            sentences.append(Sentence(start, end, number, index, line.role, tokenize(text, start, end)))
    return Segments(page, tuple(sentences), tuple(quotes))
