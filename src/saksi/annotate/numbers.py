"""Finds counted quantities in a sentence.

Turns text into ``Number`` records: figures with Indonesian separators, number words, vague
numbers and ranges, each with its unit where a measure word follows. A modifier such as
"sedikitnya" is not part of the span. Dates, clock times, ordinals and figures inside names
are left out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from saksi.lang.numbers import NumberRules
from saksi.records import Number

_PIECE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%$€£]")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_ENGLISH = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+$")
_DASHES = "-–—"
#: A figure that touches one of these belongs to a name, a date, a fraction or a clock.
_GLUE = "-–/:._#"


class _Piece(NamedTuple):
    start: int
    end: int
    word: str


class _Value(NamedTuple):
    """A parsed quantity and the index of the first piece after it."""

    low: float
    high: float | None
    after: int


def find_numbers(text: str, start: int, end: int, rules: NumberRules) -> tuple[Number, ...]:
    """All counted quantities in ``text[start:end]``, with offsets into ``text``.

    The rules come from ``load_number_rules``; examples stand in ``numbers.toml``.
    """
    pieces = [_Piece(*m.span(), m.group().lower()) for m in _PIECE.finditer(text, start, end)]
    found: list[Number] = []
    index = 0
    while index < len(pieces):
        value = _parse_range(text, pieces, index, rules) if _may_start(pieces[index].word, rules) else None
        if value is None:
            index += 1
            continue
        if _is_count(text, pieces, index, value, rules):
            found.append(_number(text, pieces, index, value, rules))
        index = value.after
    return tuple(found)


def _may_start(word: str, rules: NumberRules) -> bool:
    return word in rules.openers or word[0].isdigit()


def _parse_range(text: str, pieces: list[_Piece], index: int, rules: NumberRules) -> _Value | None:
    """One quantity, or two of them joined by a dash, "hingga", or "dan" after "antara"."""
    low = _parse_quantity(text, pieces, index, rules)
    if low is None or low.after >= len(pieces):
        return low
    last, following = pieces[low.after - 1], pieces[low.after]
    if text[last.end : following.start].strip() in tuple(_DASHES) and following.word[0].isdigit():
        return _join(low, _parse_quantity(text, pieces, low.after, rules))
    paired = following.word in rules.pairs and index > 0 and pieces[index - 1].word in rules.between
    if paired or following.word in rules.joiners:
        return _join(low, _parse_quantity(text, pieces, low.after + 1, rules))
    return low


def _join(low: _Value, high: _Value | None) -> _Value:
    if high is None or high.low <= low.low:
        return low
    return _Value(low.low, high.high, high.after)


def _parse_quantity(text: str, pieces: list[_Piece], index: int, rules: NumberRules) -> _Value | None:
    if index >= len(pieces):
        return None
    word = pieces[index].word
    if word in rules.ones:
        return _Value(1, 1, index + 1)
    if word in rules.vague:
        return _parse_vague(text, pieces, index, rules)
    if word[0].isdigit():
        value = parse_figure(word)
        return None if value is None else _scaled(text, pieces, _Value(value, value, index + 1), rules)
    return _parse_words(text, pieces, index, rules)


def _parse_vague(text: str, pieces: list[_Piece], index: int, rules: NumberRules) -> _Value:
    """A vague number with what multiplies it: "ratusan ribu", "beberapa ratus"."""
    low, high = rules.vague[pieces[index].word]
    return _scaled(text, pieces, _Value(low, high, index + 1), rules)


def _scaled(text: str, pieces: list[_Piece], value: _Value, rules: NumberRules) -> _Value:
    while value.after < len(pieces) and pieces[value.after].word in rules.scales:
        if not _adjoins(text, pieces, value.after):
            break
        scale = rules.scales[pieces[value.after].word]
        high = None if value.high is None else round(value.high * scale, 6)
        value = _Value(round(value.low * scale, 6), high, value.after + 1)
    return value


def _parse_words(text: str, pieces: list[_Piece], index: int, rules: NumberRules) -> _Value | None:
    """Number words: units gather below a thousand, thousands and millions close a group."""
    total = group = digit = 0.0
    start = index
    while index < len(pieces) and (index == start or _adjoins(text, pieces, index)):
        word = pieces[index].word
        if word in rules.digits:
            digit = rules.digits[word]
        elif word in rules.wholes and rules.wholes[word] < 1000:
            group += rules.wholes[word]
        elif word in rules.wholes:
            total += rules.wholes[word]
        elif word in rules.teen:
            group, digit = group + digit + 10, 0.0
        elif word in rules.scales and rules.scales[word] < 1000:
            group, digit = group + digit * rules.scales[word], 0.0
        elif word in rules.scales:
            total, group, digit = total + (group + digit) * rules.scales[word], 0.0, 0.0
        else:
            break
        index += 1
        if digit and index < len(pieces) and pieces[index].word in rules.digits:
            break  # two digits in a row ("dua tiga") are not one number
    value = total + group + digit
    return _Value(value, value, index) if index > start else None


def _adjoins(text: str, pieces: list[_Piece], index: int) -> bool:
    """True when nothing but blanks stands between a piece and the one before it."""
    return text[pieces[index - 1].end : pieces[index].start].isspace()


def parse_figure(word: str) -> float | None:
    """The value of a figure as Indonesian writes it; None when its marks fit no number.

    >>> parse_figure("1.200"), parse_figure("2,3"), parse_figure("1.2.3")
    (1200.0, 2.3, None)
    """
    if word.isdecimal():
        return float(word)
    if _GROUPED.match(word):
        return float(word.replace(".", "").replace(",", "."))
    if _ENGLISH.match(word):
        return float(word.replace(",", ""))
    if word.count(".") + word.count(",") == 1:
        return float(word.replace(",", "."))
    return None


def _is_count(text: str, pieces: list[_Piece], index: int, value: _Value, rules: NumberRules) -> bool:
    first, last = pieces[index], pieces[value.after - 1]
    before = text[first.start - 1] if first.start else " "
    if _currency(text, first.start, rules) is not None:
        return True
    after = text[last.end : last.end + 2]
    if before in _GLUE or before.isalnum():
        return False
    if after[:1] and (after[0].isalnum() or (after[0] in _GLUE and after[1:].isalnum())):
        return False
    if _is_labelled(pieces, index, value, rules) or _is_ordinal(pieces, index, value, rules):
        return False
    return not (_is_year(first.word) and value.after == index + 1 and not _measured(pieces, value, rules))


def _is_labelled(pieces: list[_Piece], index: int, value: _Value, rules: NumberRules) -> bool:
    """True beside a word that makes a figure a label or a date: "halaman 2", "3 Juli"."""
    if index and pieces[index - 1].word in rules.not_after:
        return True
    return value.after < len(pieces) and pieces[value.after].word in rules.not_before


def _is_ordinal(pieces: list[_Piece], index: int, value: _Value, rules: NumberRules) -> bool:
    """True for "KTT ke 17 di ...": a figure after "ke" that no counted noun follows."""
    if not index or pieces[index - 1].word not in rules.ordinal_after or not pieces[index].word.isdecimal():
        return False
    return value.after == len(pieces) or pieces[value.after].word in rules.ordinal_before


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and "1800" <= word <= "2099"


def _measured(pieces: list[_Piece], value: _Value, rules: NumberRules) -> bool:
    return value.after < len(pieces) and pieces[value.after].word in rules.units


def _number(text: str, pieces: list[_Piece], index: int, value: _Value, rules: NumberRules) -> Number:
    start, end = pieces[index].start, pieces[value.after - 1].end
    return Number(
        start, end, text[start:end], value.low, value.high, _unit(text, pieces, index, value, rules)
    )


def _unit(text: str, pieces: list[_Piece], index: int, value: _Value, rules: NumberRules) -> str | None:
    if pieces[index].word in rules.ones:
        return rules.ones[pieces[index].word]
    currency = _currency(text, pieces[index].start, rules)
    if currency is not None:
        return currency
    if value.after < len(pieces):
        return rules.units.get(pieces[value.after].word)
    return None


def _currency(text: str, start: int, rules: NumberRules) -> str | None:
    """The currency sign directly before a figure, with or without a blank."""
    before = text[max(0, start - 4) : start].lower().split()
    return before[-1] if before and before[-1] in rules.currencies else None
