"""Gives roles by the place of a line on its page.

Turns what the furniture rules left without a role into title, kicker, lead, body, subhead,
repeat and unlabelled related headlines. When a line could be story, it is body.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from saksi.clean.lines import BULLETS, Draft, fold

#: A repeated line must be longer than this to count by itself, in characters.
_REPEAT_LENGTH = 40
_KICKER_WORDS = 3
#: Words of running text that headlines leave out: a line with one that ends nowhere is the story, cut off.
_RUNNING_WORDS = frozenset({"adalah", "bahwa", "ia", "ini", "itu", "mereka", "telah", "tersebut"})
_STRAY = "layout/headline-after-story"
_SHORT = "layout/short-before-story"
#: Headlines of other articles have at least so many words; shorter lines may be subheads.
_LINK_WORDS = 5
_SIGNATURE_WORDS = (2, 3)
#: Words that end no headline and no sentence.
_NEVER_LAST = frozenset({"dan", "dari", "dengan", "di", "ke", "kepada", "oleh", "pada", "untuk", "yang"})
#: So many characters at the end of a line tell copies that differ in their dateline.
_TAIL = 80
_CONTENT = re.compile(r"[^\W\d_]{5,}")
#: Subheads are so short; those written like a sentence are shorter still.
_SUBHEAD_WORDS, _PLAIN_SUBHEAD_WORDS = 14, 10
#: So many words in common with the story's first line make a headline its title.
_TITLE_SHARED = 3


def lay_out(
    drafts: Sequence[Draft], dated: int | None, begins: int = 0, *, links_between: bool = False
) -> None:
    """Fill in the roles that are still empty; ``dated`` is the index of the line with the dateline.

    ``begins`` is the index of the line the story begins with when none has a dateline.

    ``links_between``: this outlet puts headlines of other articles between its paragraphs.
    """
    if dated is None:
        _free_captions(drafts)
    first = _first_body(drafts, dated, begins)
    if first is None:
        for draft in drafts:
            if not draft.role:
                draft.give("body", "layout/no-running-text")
        return
    _lay_out_head([draft for draft in drafts[:first] if not draft.role], _opening(drafts, first))
    _label_names(drafts[:first])
    if dated is not None:
        _label_picture_text(drafts[:first])
    _lay_out_story(drafts, first, links_between=links_between)
    label_repeats(drafts)
    _find_late_title(drafts, first)
    _label_caption_copies(drafts)
    _label_caption_twice(drafts)


def _free_captions(drafts: Sequence[Draft]) -> None:
    """Take captions of running text for the story when the page has no other."""
    if any(not draft.role and draft.is_prose for draft in drafts):
        return
    for draft in drafts:
        if draft.role == "caption" and draft.is_prose:
            draft.give("", "")


def _first_body(drafts: Sequence[Draft], dated: int | None, begins: int) -> int | None:
    """Index of the line the story begins with: the one with the dateline, else the first prose."""
    if dated is not None:
        return dated
    prose = [i for i, draft in enumerate(drafts) if not draft.role and draft.is_prose]
    return next((i for i in prose if i >= begins), prose[0] if prose else None)


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
        elif title is not None and _is_picture_of(draft, title):
            draft.give("caption", "layout/title-and-more")
        elif title is not None and _holds_another(draft, [title]):
            draft.give("kicker", "layout/section-and-title")
        elif _is_kicker(draft):
            draft.give("kicker", _SHORT)
        else:
            draft.give("lead", "layout/before-story")


def _label_names(head: Sequence[Draft]) -> None:
    """Take a name right above or below the date of issue for that of the author."""
    for before, draft, after in zip(head, head[1:], [*head[2:], None], strict=False):
        beside = {before.role, "" if after is None else after.role}
        if draft.role == "kicker" and draft.rule == _SHORT and draft.is_name and "date" in beside:
            draft.give("byline", "layout/name-beside-date")


def _label_picture_text(head: Sequence[Draft]) -> None:
    """Take a line between the line of authors or of the date and the story for the text of the picture.

    Only one that is no sentence: what authors sum up for readers stands above their names.
    """
    if len(head) > 1 and head[-1].role in ("lead", "kicker") and not head[-1].ends:
        titled = any(draft.role == "title" for draft in head[:-2])
        if titled and head[-2].role in ("byline", "date"):
            head[-1].give("caption", "layout/after-byline")


def _is_picture_of(draft: Draft, title: Draft) -> bool:
    """Whether a line is the headline with the text of the picture after it."""
    return draft.start > title.start and fold(draft.text).startswith(fold(title.text)) and not draft.is_prose


def _is_kicker(draft: Draft) -> bool:
    return draft.words <= _KICKER_WORDS and not draft.ends


def _find_title(head: Sequence[Draft], story: Draft) -> Draft | None:
    """Pick the first headline, or a later one when only that shares its words with the story."""
    headlines = [draft for draft in head if draft.is_headline]
    headlines = [draft for draft in headlines if draft.words > _KICKER_WORDS] or headlines
    headlines = [draft for draft in headlines if not _holds_another(draft, headlines)]
    if not headlines:
        return None
    told = _content_words(story.text)
    shared = [len(told & _content_words(draft.text)) for draft in headlines]
    best = max(range(len(headlines)), key=lambda index: (shared[index], -index))
    return headlines[best if shared[0] == 0 and shared[best] >= _TITLE_SHARED else 0]


def _holds_another(draft: Draft, headlines: Sequence[Draft]) -> bool:
    """Whether a line ends in another headline: its section was glued before it."""
    line = fold(draft.text)
    return any(line.endswith(fold(other.text)) and line != fold(other.text) for other in headlines)


def _content_words(line: str) -> set[str]:
    """Collect the longer words of a line, which function words seldom are."""
    return set(_CONTENT.findall(line.lower()))


def _lay_out_story(drafts: Sequence[Draft], first: int, *, links_between: bool) -> None:
    """Body and subheads; a headline after all prose and beside furniture is a link."""
    last = max(i for i in range(first, len(drafts)) if i == first or _is_told(drafts, i))
    for index in range(first, len(drafts)):
        draft = drafts[index]
        if draft.role:
            continue
        if index > last and _is_stray_headline(drafts, index):
            draft.give("related", _STRAY)
        elif index > last and draft.is_name and draft.words in _SIGNATURE_WORDS:
            draft.give("byline", "layout/name-after-story")
        elif first < index < last and _is_subhead(drafts, index):
            link = links_between and draft.words >= _LINK_WORDS and draft.is_capitalised
            role = "related" if link else "subhead"
            draft.give(role, f"layout/{'link' if link else 'headline'}-in-story")
        else:
            draft.give("body", "layout/story")


def _is_told(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a line is running text of this story, not the cut beginning of another below it."""
    draft = drafts[index]
    if draft.role or not draft.is_prose or (draft.trails_off and draft.is_capitalised):
        return False
    below_headline = drafts[index - 1].is_headline and drafts[index - 1].is_capitalised
    return not (below_headline and (draft.trails_off or draft.dated_again))


def _is_stray_headline(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a headline at the end of the page is a link: it follows furniture or is written as one."""
    draft, before = drafts[index], drafts[index - 1]
    if (draft.trails_off or draft.dated_again) and draft.is_prose and not draft.is_capitalised:
        return before.role == "related"
    if not draft.is_headline:
        return False
    if draft.text[0] in BULLETS and (draft.is_capitalised or before.role == "related"):
        return True
    if draft.words >= _LINK_WORDS and draft.is_capitalised:
        return True
    cut_off = not draft.is_capitalised and not _RUNNING_WORDS.isdisjoint(draft.text.lower().split())
    by_furniture = before.role not in ("body", "subhead", "repeat") and not cut_off
    return by_furniture and draft.words <= _SUBHEAD_WORDS


def _is_subhead(drafts: Sequence[Draft], index: int) -> bool:
    draft = drafts[index]
    asks_in_quotes = draft.asks and any(mark in draft.text for mark in '"“”')
    longest = _SUBHEAD_WORDS if draft.is_capitalised or draft.asks else _PLAIN_SUBHEAD_WORDS
    plain = draft.is_headline and draft.words <= longest
    return plain and not asks_in_quotes and draft.text[0] not in BULLETS and not _is_torn(drafts, index)


def _is_torn(drafts: Sequence[Draft], index: int) -> bool:
    """Whether a line is half a sentence that scraping has torn: the next line goes on with it."""
    if drafts[index].text.split()[-1] in _NEVER_LAST:
        return True
    after = drafts[index + 1] if index + 1 < len(drafts) else None
    if after is None or after.role:
        return False
    return after.text[0].islower() or (after.ends and not after.asks and not after.is_prose)


def label_repeats(drafts: Sequence[Draft]) -> None:
    """Label story lines that stand on the page already; the first copy stays.

    Short lines count only beside a longer one that is repeated in the same order.
    """
    keys = [_key(draft) for draft in drafts]
    firsts: dict[str, int] = {}
    copies: dict[int, int] = {}
    for index, key in enumerate(keys):
        original = firsts.setdefault(key[-_TAIL:], index) if key else index
        if original != index and len(key) > _REPEAT_LENGTH and _is_copy(keys[original], key):
            copies[index] = original
    for index, original in list(copies.items()):
        _spread(keys, copies, (index, original), 1)
        _spread(keys, copies, (index, original), -1)
    for index in copies:
        drafts[index].give("repeat", "layout/repeat")


def _is_copy(first: str, second: str) -> bool:
    """Whether two lines are equal but for the dateline before one of them."""
    short, long = sorted((first, second), key=len)
    return long.endswith(short) and len(long) - len(short) <= _TAIL


def _find_late_title(drafts: Sequence[Draft], first: int) -> None:
    """Take a headline for the title when the page has none above the story.

    It is the one before a second copy of the story, or the first below it that shares its words.
    """
    if any(draft.role == "title" for draft in drafts[:first]):
        return
    told = _content_words(drafts[first].text)
    for draft, after in zip(drafts, [*drafts[1:], None], strict=True):
        copied = draft.role == "subhead" and after is not None and after.role == "repeat"
        below = draft.rule == _STRAY and len(told & _content_words(draft.text)) >= _TITLE_SHARED
        if copied or below:
            draft.give("title", "layout/below-the-story")
            return


def _label_caption_copies(drafts: Sequence[Draft]) -> None:
    """Label short lines that say what a caption says; a whole sentence of the story stays story."""
    captions = {fold(draft.text) for draft in drafts if draft.role == "caption"}
    for draft in drafts:
        if draft.role in ("body", "subhead") and not draft.is_prose and fold(draft.text) in captions:
            draft.give("repeat", "layout/caption-again")
    for draft, after in pairwise(drafts):
        if draft.role in ("body", "lead", "subhead") and _is_uncredited(draft, after):
            draft.give("caption", "layout/before-its-credit")


def _label_caption_twice(drafts: Sequence[Draft]) -> None:
    """Label a text that stands before and after its credit: both are the caption."""
    for before, credit, after in zip(drafts, drafts[1:], drafts[2:], strict=False):
        if credit.role == "caption" and not credit.ends and fold(before.text) == fold(after.text):
            before.give("caption", "layout/around-its-credit")
            after.give("caption", "layout/around-its-credit")


def _is_uncredited(draft: Draft, after: Draft) -> bool:
    """Whether the next line is a caption that says the same and adds where the picture is from."""
    return after.role == "caption" and fold(after.text).startswith(fold(draft.text).rstrip("."))


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
