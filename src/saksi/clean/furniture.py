"""Labels lines by the furniture rules.

Turns draft lines without a role into lines with one, as far as the rules know them: what
a line says of itself, of the lines right after it, and of the rest of the page. What no
rule knows keeps an empty role. A line of running text is never labelled because of what
stands before it, unless the page has come to its end (comments).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from saksi.clean.datelines import find_dateline
from saksi.clean.lines import BULLETS, Draft, fold
from saksi.lang.furniture import FurnitureRules, LineRule

#: Lines of running text that must stand before a marker that ends the story.
_STORY_BEFORE_END = 3
#: Lines of no more words above the headline name the section.
_KICKER_WORDS = 2
#: The story begins within so many lines of its page.
_DATED_REACH = 40
#: A summary stands so near the top; authors and date follow it within so many lines.
_HEAD_LINES, _UNSIGNED = 8, 3


def match_line(
    text: str, rules: Sequence[LineRule], where: str, above: str = ""
) -> tuple[LineRule, str | None] | None:
    """First rule that fits the line in that part of the page (``head``, ``tail``), and the outlet it shows.

    ``above`` is the role of the line before, for rules that hold only after some.
    """
    line = text.lstrip(BULLETS)
    lower = line.lower()
    length = len(line)
    for rule in rules:
        if rule.longest < length or rule.where not in (where, "any"):
            continue
        if rule.after and above not in rule.after:
            continue
        if match := rule.match(line, lower):
            return rule, match.groupdict().get("outlet")
    return None


def label_furniture(drafts: Sequence[Draft], rules: FurnitureRules) -> tuple[str | None, int]:
    """Give roles to the lines that a rule knows.

    Returns the first outlet that such a line prints, and the index of the line the story begins with.
    """
    first = _dated_line(drafts, rules) or _first_story_line(drafts, rules)
    hits: dict[int, LineRule] = {}
    outlet = None
    for index, draft in enumerate(drafts):
        above = _role_above(drafts, index)
        found = match_line(draft.text, rules.lines, "head" if index < first else "tail", above)
        if found is None or index == first or draft.role:
            continue
        hits[index] = found[0]
        outlet = outlet or found[1]
        draft.give(found[0].role, found[0].id)
        if found[0].after:
            _label_next(drafts, index, found[0], rules)
    _follow(drafts, hits, rules)
    return outlet, first


def _follow(drafts: Sequence[Draft], hits: dict[int, LineRule], rules: FurnitureRules) -> None:
    """Label the lines beside those a rule knows: names after labels, lists after their headings."""
    told = list(accumulate((not draft.role and draft.is_prose for draft in drafts), initial=0))
    lines = (index for index, draft in enumerate(drafts) if not draft.role and draft.words > _KICKER_WORDS)
    headline = next(lines, 0)
    for index, rule in hits.items():
        _label_next(drafts, index, rule, rules)
        if rule.before and index - 1 > headline:
            _label_before(drafts[index - 1], rule)
        if rule.stop and told[index]:
            ends = rule.stop == "end" and told[index] >= _STORY_BEFORE_END
            _label_rest(drafts, index, hits, ends=ends)


def label_outlet(drafts: Sequence[Draft], rules: Sequence[LineRule]) -> None:
    """Give roles to the lines that only a rule of the page's own outlet knows."""
    prose = [index for index, draft in enumerate(drafts) if not draft.role and draft.is_prose]
    for index, draft in enumerate(drafts):
        above = _role_above(drafts, index)
        where = "head" if not prose or index < prose[0] else "tail"
        found = None if draft.role else match_line(draft.text, rules, where, above)
        if found is not None:
            draft.give(found[0].role, found[0].id)


def _role_above(drafts: Sequence[Draft], index: int) -> str:
    """Role of the line before, ``repeat`` when it has none and stands on the page already."""
    if not index:
        return ""
    before = drafts[index - 1]
    if before.role or index > _DATED_REACH:
        return before.role
    told = fold(before.text)
    again = any(fold(draft.text) == told for draft in drafts[: index - 1])
    return "repeat" if again else ""


def _dated_line(drafts: Sequence[Draft], rules: FurnitureRules) -> int | None:
    """Index of the line whose dateline is certain, if it is among the first: an outlet or capitals."""
    for index, draft in enumerate(drafts[:_DATED_REACH]):
        dateline = find_dateline(draft.text, 0, len(draft.text), rules) if draft.is_prose else None
        if dateline is not None and (dateline.outlet is not None or (dateline.place or "").isupper()):
            return index
    return None


def _first_story_line(drafts: Sequence[Draft], rules: FurnitureRules) -> int:
    """Index of the first line of running text that no rule knows; past the end when there is none.

    Running text with the authors or the date of issue right after it sums the story up, which
    begins below them.
    """
    summary: int | None = None
    signed = False
    for index, draft in enumerate(drafts):
        if summary is None and not draft.is_prose:
            continue
        found = match_line(draft.text, rules.lines, "head")
        if draft.is_prose and not draft.role and found is None:
            if summary is not None or index > _HEAD_LINES:
                return index if signed else summary if summary is not None else index
            summary = index
        elif summary is not None:
            signed = signed or (found is not None and found[0].role in ("byline", "date"))
            if not signed and index - summary > _UNSIGNED:
                return summary
    return len(drafts) if summary is None else summary


def _label_next(drafts: Sequence[Draft], index: int, rule: LineRule, rules: FurnitureRules) -> None:
    """Label the lines a heading speaks for ("Reporter", then the name); never one with a dateline."""
    for draft in drafts[index + 1 : index + 1 + rule.next]:
        is_sentence = draft.ends and rule.role != "caption" and not draft.trails_off
        taken = draft.role and not (draft.rule or "").endswith("/site-alone")
        if taken or is_sentence or len(draft.text) > rule.longest:
            return
        if draft.is_prose and find_dateline(draft.text, 0, len(draft.text), rules) is not None:
            return
        draft.give(rule.role, rule.id)


def _label_before(draft: Draft, rule: LineRule) -> None:
    """Label the line a credit is for ("Pelabuhan Ambar.", then "Sumber :")."""
    named = rule.before != "byline" or draft.is_name
    if not draft.role and not draft.is_prose and named:
        draft.give(rule.before, rule.id)


def _label_rest(drafts: Sequence[Draft], index: int, hits: dict[int, LineRule], *, ends: bool) -> None:
    """Label what follows a marker: headlines up to the next running text, or all that is left."""
    rule = hits[index]
    for later in range(index + 1, len(drafts)):
        draft = drafts[later]
        if (later in hits and hits[later].stop) or (draft.is_prose and not draft.role and not ends):
            return
        if draft.role in ("", "date"):
            draft.give(rule.role, rule.id)
