"""Parts lines in which scraping has glued furniture to the story.

A line that begins with the headline of the line before it gets a later start of its story;
one that ends in the initials of the desk becomes two lines. No character is lost.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.clean.furniture import match_line
from saksi.clean.lines import Draft, make_draft
from saksi.lang.furniture import FurnitureRules

#: A shorter headline may begin the next line by chance, in characters.
_HEADLINE = 25
#: Initials, agencies and sources in brackets are no longer than this, in characters.
_INITIALS = 80
_SIGNATURES = frozenset({"initials", "byline", "source_note"})


def part_glued(text: str, drafts: Sequence[Draft], rules: FurnitureRules) -> list[Draft]:
    """Lines with their story start set after a glued headline, and glued initials as lines of their own."""
    parted: list[Draft] = []
    for index, draft in enumerate(drafts):
        if index:
            _skip_headline(drafts[index - 1], draft)
        parted.extend(_part_initials(text, draft, rules))
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
    found = match_line(draft.text[at:], rules, "tail")
    if found is None or found[0].role not in _SIGNATURES:
        yield draft
        return
    body = make_draft(text, draft.start, draft.start + len(story))
    body.text_start = draft.text_start
    yield body
    last = make_draft(text, draft.start + at, draft.end)
    last.give(found[0].role, found[0].id)
    yield last
