"""Keeps each statement of a sentence once, under the name of its speaker.

Turns the drafts of one sentence into those that tell something new: one for a cue, one for a
content, and nobody's words inside their own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from saksi.coding.discourse import is_person
from saksi.coding.speakers import renamed
from saksi.lang.language import Language

if TYPE_CHECKING:
    from saksi.coding.statement_draft import Draft


def name_pronoun(draft: Draft, found: Sequence[Draft], language: Language) -> Draft:
    """``Raka mengatakan apa yang dia sebut X``: in somebody's words "dia" is that one."""
    pronoun = draft.speakers[0]
    if pronoun.text.lower() not in language.reference.singular:
        return draft
    outer = next(
        (
            d.speakers[0]
            for d in found
            if d is not draft and d.kind == "indirect" and d.content.start <= pronoun.start < d.content.end
        ),
        None,
    )
    return (
        draft
        if outer is None or not is_person(outer)
        else replace(draft, speakers=(renamed(pronoun, outer),))
    )


def keep_once(found: Sequence[Draft], text: str) -> list[Draft]:
    """Keep one statement a cue and one a content, and nobody's words inside their own words."""
    out: list[Draft] = []
    for draft in found:
        if all(
            draft.cue != d.cue and draft.content != d.content and not _repeats(draft, d, text) for d in out
        ):
            out.append(draft)
    return out


def _repeats(inner: Draft, outer: Draft, text: str) -> bool:
    """Whether ``inner`` stands in what the same speaker says: "menegaskan tak akan ragu menembak"."""
    same = inner.speakers[0].name == outer.speakers[0].name
    goes_on = text[max(0, inner.cue.start - 2) : inner.cue.start].rstrip()[-1:] == ","
    return (
        same
        and not goes_on
        and outer.content.start <= inner.cue.start
        and inner.content.end <= outer.content.end
    )
