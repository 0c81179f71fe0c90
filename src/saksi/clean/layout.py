"""Gives roles by the place of a line on its page.

Turns what the furniture rules left without a role into title, kicker, lead, body, subhead,
repeat and unlabelled related headlines. When a line could be story, it is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from saksi.clean.lines import BULLETS, Draft, fold

#: A repeated line must be longer than this to count by itself, in characters.
_REPEAT_LENGTH = 40
_KICKER_WORDS = 3
_CONTENT = re.compile(r"[^\W\d_]{5,}")
_SUBHEAD_WORDS = 14
#: So many words in common with the story's first line make a headline its title.
_TITLE_SHARED = 3


def lay_out(drafts: Sequence[Draft], dated: int | None) -> None:
    """Fill in the roles that are still empty; ``dated`` is the index of the line with the dateline."""
    if dated is None:
        _free_captions(drafts)
    first = _first_body(drafts, dated)
    if first is None:
        for draft in drafts:
            if not draft.role:
                draft.give("body", "layout/no-running-text")
        return
    _lay_out_head([draft for draft in drafts[:first] if not draft.role], _opening(drafts, first))
    _lay_out_story(drafts, first)
    label_repeats(drafts)


def _free_captions(drafts: Sequence[Draft]) -> None:
    """Take captions of running text for the story when the page has no other."""
    if any(not draft.role and draft.is_prose for draft in drafts):
        return
    for draft in drafts:
        if draft.role == "caption" and draft.is_prose:
            draft.give("", "")


def _first_body(drafts: Sequence[Draft], dated: int | None) -> int | None:
    """Index of the line the story begins with: the one with the dateline, else the first prose."""
    if dated is not None:
        return dated
    return next((i for i, draft in enumerate(drafts) if not draft.role and draft.is_prose), None)


def _opening(drafts: Sequence[Draft], first: int) -> Draft:
    """Find the first running text from the first line of the story on."""
    return next((draft for draft in drafts[first:] if draft.is_prose and not draft.role), drafts[first])


def _lay_out_head(head: list[Draft], story: Draft) -> None:
    """Kicker, title and lead, in that order, from the unknown lines before the story."""
    while len(head) > 1 and _is_kicker(head[0]) and head[1].is_headline:
        head.pop(0).give("kicker", "layout/before-title")
    title = _find_title(head, story)
    for draft in head:
        if draft is title:
            draft.give("title", "layout/first-headline")
        elif title is not None and fold(draft.text) == fold(title.text):
            draft.give("repeat", "layout/title-again")
        elif _is_kicker(draft):
            draft.give("kicker", "layout/short-before-story")
        else:
            draft.give("lead", "layout/before-story")


def _is_kicker(draft: Draft) -> bool:
    return draft.words <= _KICKER_WORDS and not draft.ends


def _find_title(head: Sequence[Draft], story: Draft) -> Draft | None:
    """Pick the first headline, or a later one when only that shares its words with the story."""
    headlines = [draft for draft in head if draft.is_headline]
    if not headlines:
        return None
    told = _content_words(story.text)
    shared = [len(told & _content_words(draft.text)) for draft in headlines]
    best = max(range(len(headlines)), key=lambda index: (shared[index], -index))
    return headlines[best if shared[0] == 0 and shared[best] >= _TITLE_SHARED else 0]


def _content_words(line: str) -> set[str]:
    """Collect the longer words of a line, which function words seldom are."""
    return set(_CONTENT.findall(line.lower()))


def _lay_out_story(drafts: Sequence[Draft], first: int) -> None:
    """Body and subheads; a headline after all prose and beside furniture is a link."""
    last = max(i for i, draft in enumerate(drafts) if i == first or (not draft.role and draft.is_prose))
    for index in range(first, len(drafts)):
        draft = drafts[index]
        if draft.role:
            continue
        if index > last and _is_stray_headline(drafts, index):
            draft.give("related", "layout/headline-after-story")
        elif first < index < last and _is_subhead(draft):
            draft.give("subhead", "layout/headline-in-story")
        else:
            draft.give("body", "layout/story")


def _is_stray_headline(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a headline at the end of the page follows furniture, as links do."""
    draft, before = drafts[index], drafts[index - 1]
    by_furniture = before.role not in ("body", "subhead", "repeat")
    return by_furniture and draft.is_headline and draft.words <= _SUBHEAD_WORDS


def _is_subhead(draft: Draft) -> bool:
    asks_in_quotes = draft.asks and any(mark in draft.text for mark in '"“”')
    plain = draft.is_headline and draft.words <= _SUBHEAD_WORDS
    return plain and not asks_in_quotes and draft.text[0] not in BULLETS


def label_repeats(drafts: Sequence[Draft]) -> None:
    """Label story lines that stand on the page already; the first copy stays.

    Short lines count only beside a longer one that is repeated in the same order.
    """
    keys = [_key(draft) for draft in drafts]
    firsts: dict[str, int] = {}
    copies: dict[int, int] = {}
    for index, key in enumerate(keys):
        if key and firsts.setdefault(key, index) != index and len(key) > _REPEAT_LENGTH:
            copies[index] = firsts[key]
    for index, original in list(copies.items()):
        _spread(keys, copies, (index, original), 1)
        _spread(keys, copies, (index, original), -1)
    for index in copies:
        drafts[index].give("repeat", "layout/repeat")


def _key(draft: Draft) -> str:
    """Fold what a line says, without its dateline; empty when it is no story."""
    if draft.role not in ("title", "lead", "body", "subhead"):
        return ""
    return fold(draft.text[max(draft.text_start - draft.start, 0) :])


def _spread(keys: Sequence[str], copies: dict[int, int], pair: tuple[int, int], step: int) -> None:
    """Take short neighbours of a repeated line into the repeated block."""
    index, original = pair[0] + step, pair[1] + step
    while 0 <= index < len(keys) and 0 <= original < index and index not in copies:
        if not keys[index] or keys[index] != keys[original]:
            return
        copies[index] = original
        index, original = index + step, original + step
