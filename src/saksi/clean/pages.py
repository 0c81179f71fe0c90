"""Turns an article into a page: every line with its role, and what the page says of itself.

Lines are labelled, never deleted or changed. Dates of issue are not settled here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from saksi.clean.datelines import find_dateline
from saksi.clean.furniture import label_furniture, label_outlet
from saksi.clean.glued import part_glued
from saksi.clean.language import tell_language
from saksi.clean.layout import lay_out
from saksi.clean.lines import Draft, cut_lines, fold
from saksi.lang.furniture import FurnitureRules, OutletRules
from saksi.records import STORY_ROLES, Article, Dateline, Line, Page, Problem

#: A dateline stands before one of the first lines of running text, after decks and captions.
_DATELINE_LINES = 6
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def clean(article: Article, rules: FurnitureRules) -> Page:
    """Page of an article; its problems are those found here, not those of reading."""
    drafts = part_glued(article.text, cut_lines(article.text), rules)
    printed, begins = label_furniture(drafts, rules)
    index, dateline = _take_dateline(article.text, drafts, rules)
    _mark_other_stories(drafts, index, rules)
    if printed is None and dateline is not None:
        printed = dateline.outlet
    own = _rules_of_outlet(printed, drafts, rules)
    if own is not None:
        label_outlet(drafts, own.lines)
    lay_out(drafts, index, begins, links_between=own is not None and own.links_between)
    language, problems = _judge(drafts, rules)
    return Page(
        article=article,
        lines=tuple(Line(d.start, d.end, d.role, d.rule, d.text_start) for d in drafts),
        title=next((draft.text for draft in drafts if draft.role == "title"), None),
        outlet=rules.outlets.find_id(printed) if printed else None,
        dateline=dateline,
        language=language,
        problems=problems,
    )


def _rules_of_outlet(
    printed: str | None, drafts: Sequence[Draft], rules: FurnitureRules
) -> OutletRules | None:
    """Rules of the outlet the page prints, when its file describes pages of the printed year."""
    years = [match[0] for draft in drafts if draft.role == "date" and (match := _YEAR.search(draft.text))]
    outlet = rules.outlets.find(rules.outlets.find_id(printed or ""), int(years[0]) if years else None)
    return None if outlet is None else rules.of_outlet.get(outlet.id)


def _take_dateline(
    text: str, drafts: Sequence[Draft], rules: FurnitureRules
) -> tuple[int | None, Dateline | None]:
    """Index of the line the dateline stands on, and the dateline; the line is told where its story begins."""
    found = list(_datelines(text, drafts, rules))
    if not found:
        return None, None
    # A capital tag before a caption looks like a place; a dateline that names its outlet is certain.
    index, dateline = next((pair for pair in found if pair[1].outlet), found[0])
    draft = drafts[index]
    if dateline.end == draft.end:
        draft.give("dateline", "layout/dateline-alone")
    draft.text_start = dateline.end
    return index, dateline


def _mark_other_stories(drafts: Sequence[Draft], dated: int | None, rules: FurnitureRules) -> None:
    """Mark running text with a dateline of its own below a headline or link, once the story has one."""
    if dated is None:
        return
    own = fold(drafts[dated].text)
    for before, draft in pairwise(drafts[dated + 1 :]):
        if draft.is_prose and not draft.role and before.is_headline and fold(draft.text) != own:
            draft.dated_again = find_dateline(draft.text, 0, len(draft.text), rules) is not None


def _datelines(text: str, drafts: Sequence[Draft], rules: FurnitureRules) -> Iterator[tuple[int, Dateline]]:
    """Yield the datelines of the first lines of running text, and those alone on their line."""
    prose = 0
    for index, draft in enumerate(drafts):
        if draft.role:
            continue
        dateline = find_dateline(text, draft.start, draft.end, rules)
        if dateline is not None and (draft.is_prose or dateline.end == draft.end):
            yield index, dateline
        prose += draft.is_prose
        if prose >= _DATELINE_LINES:
            return


def _judge(drafts: Sequence[Draft], rules: FurnitureRules) -> tuple[str | None, tuple[Problem, ...]]:
    """Language of the story, and what is wrong with the page as a whole."""
    story = [draft.text for draft in drafts if draft.role in STORY_ROLES]
    if not story:
        why = "no line of the page is running text: check that the article itself was saved"
        return None, (Problem("clean", why),) if drafts else ()
    language, problem = tell_language(story, rules.words)
    return language, (problem,) if problem else ()
