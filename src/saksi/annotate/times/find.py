"""Finds time expressions in a sentence.

Turns text into ``RawTime`` records: every word is looked up as a trigger, the patterns filed
under it are tried there, the longest match wins. It gives no values; see ``resolve``.
"""

from __future__ import annotations

import re

from saksi.annotate.times.raw import RawTime, read_fields
from saksi.lang.times import DIGITS, Ambiguous, TimeRule, TimeRules

_WORD = re.compile(r"\w+")
_GUARD = 40  # characters before an expression that a guard may look at
_OPEN, _CLOSE, _PLAIN = "“«", "”»", '"'
#: A figure after one of these is part of something longer, a word after "-" or "/" as well.
_GLUED_FIGURE, _GLUED_WORD = frozenset("-/.,:’'$–#"), frozenset("-/")
_BEFORE, _AFTER, _AHEAD = 16, 4, 80  # words kept around an expression, characters read after it


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
        best = _longest(text, (match.start(), start, end), pairs, rules.ambiguous)
        if best is not None:
            found.append(_raw(text, start, end, best, rules))
            free = found[-1].end
    return tuple(found)


def _is_glued(text: str, at: int, word: str) -> bool:
    before = text[at - 1] if at else " "
    return before in (_GLUED_FIGURE if word[0].isdigit() else _GLUED_WORD)


def _longest(
    text: str,
    place: tuple[int, int, int],
    pairs: tuple[tuple[re.Pattern[str], TimeRule], ...],
    ambiguous: Ambiguous,
) -> tuple[re.Match[str], TimeRule] | None:
    at, start, end = place
    best: tuple[re.Match[str], TimeRule] | None = None
    for pattern, rule in pairs:
        match = pattern.match(text, at, end)
        longer = match is not None and (best is None or match.end() > best[0].end())
        if match is None or not longer or not _may_stand(text, match, start, rule):
            continue
        if _reads_as_meant(text, match, start, rule, ambiguous):
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
    return not rule.capital or text[at].isupper()


def _reads_as_meant(
    text: str, match: re.Match[str], start: int, rule: TimeRule, ambiguous: Ambiguous
) -> bool:
    """False when "minggu" is the week but the rule takes it for the day, or the other way round."""
    at = match.start()
    if text[at : at + len(ambiguous.word)].lower() != ambiguous.word:
        return True
    return _is_weekday(text, match, start, ambiguous) == (rule.op != "span")


def _is_weekday(text: str, match: re.Match[str], start: int, ambiguous: Ambiguous) -> bool:
    """True after "hari", or when written with a capital inside a sentence.

    At the head of a sentence "Minggu lalu" is last week, which holds last Sunday as well.
    """
    at = match.start()
    if text[max(0, at - len(ambiguous.helper) - 1) : at].lower().rstrip() == ambiguous.helper:
        return True
    if not text[at].isupper():
        return False
    following = match.group()[len(ambiguous.word) :].lower().split()
    return not (at == start and following and following[0] in ambiguous.unit_before)


def _raw(text: str, start: int, end: int, best: tuple[re.Match[str], TimeRule], rules: TimeRules) -> RawTime:
    match, rule = best
    last = match.start() + len(match.group().rstrip())
    before = text[start : match.start()]
    cues = {name for name, cue in rules.cues.items() if cue.search(before)}
    after = text[last : min(end, last + _AHEAD)]
    cues |= {name for name, cue in rules.cues_after.items() if cue.search(after)}
    if _in_quotation(before):
        cues.add("quoted")
    return RawTime(
        start=match.start(),
        end=last,
        text=text[match.start() : last],
        rule=rule.id,
        op=rule.op,
        type=rule.type,
        fields=read_fields(match, rules.words),
        cues=frozenset(cues),
        before=tuple(_WORD.findall(before.lower())[-_BEFORE:]),
        after=tuple(_WORD.findall(after.lower())[:_AFTER]),
    )


def _in_quotation(before: str) -> bool:
    opened = sum(map(before.count, _OPEN)) > sum(map(before.count, _CLOSE))
    return opened or before.count(_PLAIN) % 2 == 1
