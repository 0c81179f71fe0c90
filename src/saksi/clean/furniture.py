"""Labels lines by the furniture rules.

Turns draft lines without a role into lines with one, as far as the rules know them: what
a line says of itself, of the lines right after it, and of the rest of the page. What no
rule knows keeps an empty role. A line of running text is never labelled because of what
stands before it, unless the page has come to its end (comments).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from saksi.clean.lines import BULLETS, Draft
from saksi.lang.furniture import FurnitureRules, LineRule

#: Lines of running text that must stand before a marker that ends the story.
_STORY_BEFORE_END = 3


def match_line(text: str, rules: FurnitureRules, where: str) -> tuple[LineRule, str | None] | None:
    """First rule that fits the line in that part of the page (``head``, ``tail``), and the outlet it shows."""
    line = text.lstrip(BULLETS)
    lower = line.lower()
    for rule in rules.lines:
        if rule.where in ("any", where) and (match := rule.match(line, lower)):
            return rule, match.groupdict().get("outlet")
    return None


def label_furniture(drafts: Sequence[Draft], rules: FurnitureRules) -> str | None:
    """Give roles to the lines that a rule knows; returns the first outlet that such a line prints."""
    first = _first_story_line(drafts, rules)
    hits: dict[int, LineRule] = {}
    outlet = None
    for index, draft in enumerate(drafts):
        found = match_line(draft.text, rules, "head" if index < first else "tail")
        if found is None or index == first or draft.role:
            continue
        hits[index] = found[0]
        outlet = outlet or found[1]
        draft.give(found[0].role, found[0].id)
    told = list(accumulate((not draft.role and draft.is_prose for draft in drafts), initial=0))
    headline = next((index for index, draft in enumerate(drafts) if not draft.role), 0)
    for index, rule in hits.items():
        _label_next(drafts, index, rule)
        if rule.before and index - 1 > headline:
            _label_before(drafts[index - 1], rule)
        if rule.stop and told[index]:
            ends = rule.stop == "end" and told[index] >= _STORY_BEFORE_END
            _label_rest(drafts, index, hits, ends=ends)
    return outlet


def _first_story_line(drafts: Sequence[Draft], rules: FurnitureRules) -> int:
    """Index of the first line of running text that no rule knows; past the end when there is none."""
    for index, draft in enumerate(drafts):
        if draft.is_prose and not draft.role and match_line(draft.text, rules, "head") is None:
            return index
    return len(drafts)


def _label_next(drafts: Sequence[Draft], index: int, rule: LineRule) -> None:
    """Label the lines a heading speaks for ("Reporter", then the name)."""
    for draft in drafts[index + 1 : index + 1 + rule.next]:
        is_sentence = draft.ends and rule.role != "caption"
        if draft.role or is_sentence or len(draft.text) > rule.longest:
            return
        draft.give(rule.role, rule.id)


def _label_before(draft: Draft, rule: LineRule) -> None:
    """Label the line a credit is for ("Pelabuhan Ambar.", then "Sumber :")."""
    if not draft.role and not draft.is_prose:
        draft.give(rule.before, rule.id)


def _label_rest(drafts: Sequence[Draft], index: int, hits: dict[int, LineRule], *, ends: bool) -> None:
    """Label what follows a marker: headlines up to the next running text, or all that is left."""
    rule = hits[index]
    for later in range(index + 1, len(drafts)):
        draft = drafts[later]
        if (later in hits and hits[later].stop) or (draft.is_prose and not draft.role and not ends):
            return
        if not draft.role:
            draft.give(rule.role, rule.id)
