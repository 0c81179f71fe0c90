"""Finds time expressions in a sentence.

Turns text into ``RawTime`` records: every word is looked up as a trigger, the patterns filed
under it are tried there, the longest match wins. It gives no values; see ``resolve``.
"""

from __future__ import annotations

import re

from saksi.annotate.times.raw import RawTime, TimeFields, read_fields
from saksi.lang.times import DIGITS, TimeRule, TimeRules

_WORD = re.compile(r"\w+")
_GUARD = 40  # characters before an expression that a guard may look at
_OPEN, _CLOSE, _PLAIN = "“«", "”»", '"'
#: A figure after one of these is part of something longer, a word after "-" or "/" as well.
_GLUED_FIGURE, _GLUED_WORD = frozenset("-/.,:’'$–#"), frozenset("-/")
_WEEK_OR_SUNDAY = "minggu"
_BEFORE, _AFTER = 12, 4  # words kept around an expression


def find_times(text: str, start: int, end: int, rules: TimeRules) -> tuple[RawTime, ...]:
    """All time expressions in ``text[start:end]``, one sentence, with offsets into ``text``."""
    found: list[RawTime] = []
    free = start
    triggers = rules.triggers
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        pairs = triggers.get(DIGITS if word[0].isdigit() else word.lower())
        if pairs is None or match.start() < free or _is_glued(text, match.start(), word):
            continue
        best = _longest(text, (match.start(), start, end), pairs)
        if best is not None:
            found.append(_raw(text, start, end, best, rules))
            free = found[-1].end
    return tuple(found)


def _is_glued(text: str, at: int, word: str) -> bool:
    before = text[at - 1] if at else " "
    return before in (_GLUED_FIGURE if word[0].isdigit() else _GLUED_WORD)


def _longest(
    text: str, place: tuple[int, int, int], pairs: tuple[tuple[re.Pattern[str], TimeRule], ...]
) -> tuple[re.Match[str], TimeRule] | None:
    at, start, end = place
    best: tuple[re.Match[str], TimeRule] | None = None
    for pattern, rule in pairs:
        match = pattern.match(text, at, end)
        longer = match is not None and (best is None or match.end() > best[0].end())
        if match is not None and longer and _may_stand(text, match, start, rule):
            best = match, rule
    return best


def _may_stand(text: str, match: re.Match[str], start: int, rule: TimeRule) -> bool:
    """True when the guards of the rule allow the match where it stands."""
    at = match.start()
    low = max(start, at - _GUARD)
    if rule.after is not None and not rule.after.search(text, low, at):
        return False
    if rule.not_after is not None and rule.not_after.search(text, low, at):
        return False
    if rule.not_before is not None and rule.not_before.match(text, match.end()):
        return False
    if rule.capital and not text[at].isupper():
        return False
    if text[at : at + len(_WEEK_OR_SUNDAY)].lower() == _WEEK_OR_SUNDAY:
        return _is_sunday(text, match, start) == (rule.op != "span")
    return True


def _is_sunday(text: str, match: re.Match[str], start: int) -> bool:
    """True when "minggu" is the day: after "hari", or written with a capital inside a sentence.

    At the head of a sentence "Minggu lalu" is last week, which holds last Sunday as well.
    """
    at = match.start()
    if text[max(0, at - 5) : at].lower().rstrip().endswith("hari"):
        return True
    if not text[at].isupper():
        return False
    rest = match.group()[len(_WEEK_OR_SUNDAY) :].lower().split()
    return not (at == start and rest[:1] in (["lalu"], ["depan"], ["ini"]))


def _raw(text: str, start: int, end: int, best: tuple[re.Match[str], TimeRule], rules: TimeRules) -> RawTime:
    match, rule = best
    last = match.start() + len(match.group().rstrip())
    before = text[start : match.start()]
    cues = {name for name, cue in rules.cues.items() if cue.search(before)}
    if _in_quotation(before):
        cues.add("quoted")
    return RawTime(
        start=match.start(),
        end=last,
        text=text[match.start() : last],
        rule=rule.id,
        op=rule.op,
        type=rule.type,
        fields=_checked(match, rules),
        cues=frozenset(cues),
        before=tuple(_WORD.findall(before.lower())[-_BEFORE:]),
        after=tuple(_WORD.findall(text[last : min(end, last + 80)].lower())[:_AFTER]),
    )


def _checked(match: re.Match[str], rules: TimeRules) -> TimeFields:
    return read_fields(match, rules.words)


def _in_quotation(before: str) -> bool:
    opened = sum(map(before.count, _OPEN)) > sum(map(before.count, _CLOSE))
    return opened or before.count(_PLAIN) % 2 == 1
