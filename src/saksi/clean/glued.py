"""Parts lines in which scraping has glued furniture to the story.

A line that begins with the headline of the line before it gets a later start of its story;
one that ends in the initials of the desk becomes two lines. No character is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.clean.datelines import find_dateline
from saksi.clean.furniture import match_line
from saksi.clean.lines import Draft, fold, make_draft
from saksi.lang.furniture import FurnitureRules

#: A shorter headline may begin the next line by chance, in characters.
_HEADLINE = 25
#: Initials, agencies and sources in brackets are no longer than this, in characters.
_INITIALS = 80
#: Captions of the head of a page stand before the second line of running text.
_HEAD_PROSE = 2
#: Lines that begin with so many equal characters are copies: the same picture printed again.
_SAME = 60
_SIGNATURES = frozenset({"initials", "byline", "source_note"})


def part_glued(text: str, drafts: Sequence[Draft], rules: FurnitureRules) -> list[Draft]:
    """Lines with their story start set after a glued headline, and glued initials as lines of their own."""
    parted: list[Draft] = []
    told, last = 0, max((index for index, draft in enumerate(drafts) if draft.is_prose), default=0)
    begun: set[str] = set()
    for index, draft in enumerate(drafts):
        if index:
            _skip_headline(drafts[index - 1], draft)
        beginning = fold(draft.text[:_SAME])
        early = told < _HEAD_PROSE and index != last
        if (early or beginning in begun) and _is_caption(draft, rules):
            parted.append(draft)
        else:
            parted.extend(_part_initials(text, draft, rules))
        told += draft.is_prose
        if len(beginning) >= _HEADLINE:
            begun.add(beginning)
    return parted


def _skip_headline(previous: Draft, draft: Draft) -> None:
    """Begin the story of a line after the headline of the line before, when it repeats that first."""
    head, rest = previous.text, draft.text[len(previous.text) :]
    glued = draft.text.startswith(head) and rest[:1].isspace() and rest.strip()[:1].isupper()
    if glued and len(head) >= _HEADLINE and not previous.is_prose:
        draft.text_start = draft.end - len(rest.lstrip())


def _part_initials(text: str, draft: Draft, rules: FurnitureRules) -> Iterator[Draft]:
    """Cut off initials in brackets after the last sentence: "... di Ambar. [ab/cd]"."""
    at = max(draft.text.rfind(mark, len(draft.text) - _INITIALS) for mark in "[(")
    story = draft.text[: max(at, 0)].rstrip()
    if draft.role or at <= 0 or not draft.is_prose or story[-1:] not in tuple('.!?"”*'):
        yield draft
        return
    found = match_line(draft.text[at:], rules.lines, "tail")
    if found is None or found[0].role not in _SIGNATURES:
        yield draft
        return
    body = make_draft(text, draft.start, draft.start + len(story))
    body.text_start = draft.text_start
    yield body
    last = make_draft(text, draft.start + at, draft.end)
    last.give(found[0].role, found[0].id)
    yield last


def _is_caption(draft: Draft, rules: FurnitureRules) -> bool:
    """Whether the brackets credit a picture: "Pelabuhan Ambar. (Sumber: Kabarmalam)"."""
    found = match_line(draft.text, rules.lines, "head") if draft.text[-1] in ")]." else None
    dated = found is not None and find_dateline(draft.text, 0, len(draft.text), rules) is not None
    return found is not None and found[0].role == "caption" and not dated
