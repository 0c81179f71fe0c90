"""The record of a time expression before it has a value.

Turns a pattern match into typed fields; it knows neither the calendar nor the day of writing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

_GROUP = re.compile(r"([a-z]+)_([a-z])\d+$")
#: Groups that fill the same field.
_SAME = {
    "mon": "month",
    "monthnum": "month",
    "number": "count",
    "yearend": "year",
    "short": "year",
    "one": "unit",
}
_SAME |= {"span": "unit", "clockunit": "unit", "samespan": "unit", "ago": "hint", "ahead": "hint"}
_SAME |= {"tonight": "shift", "later": "side", "nextday": "nextday", "roman": "nth"}


@dataclass(frozen=True, slots=True)
class TimeFields:
    """What the words say: numbers as numbers, words as their value in ``times.toml``.

    Fields ending in ``_b`` belong to the far end of a range; ``hint_y`` and ``hint_w`` are
    the hints of "tahun lalu" and "pekan lalu" inside a longer expression.
    """

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday_b: int | None = None
    day_b: int | None = None
    month_b: int | None = None
    year_b: int | None = None
    hour: int | None = None
    minute: int | None = None
    seconds: int | None = None
    zone: str | None = None
    daytime: str | None = None
    part: str | None = None
    hint: str | None = None
    hint_y: str | None = None
    hint_w: str | None = None
    count: int | None = None  # 0: not told
    unit: str | None = None
    side: int | None = None  # +1 after, -1 before
    shift: int | None = None
    midnight: int | None = None
    nextday: int | None = None
    nth: int | None = None
    quarterword: int | None = None


@dataclass(frozen=True, slots=True)
class RawTime:
    """A time expression as found: its words, its fields and the words around it.

    ``cues`` are names of ``[cues]`` in ``times.toml`` that hold before it, and ``quoted``;
    ``before`` and ``after`` are lower-case words of the same sentence, nearest last and first.
    """

    start: int
    end: int
    text: str
    rule: str
    op: str
    type: str  # DATE | TIME | DURATION | SET
    fields: TimeFields
    cues: frozenset[str] = frozenset()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def read_fields(match: re.Match[str], words: Mapping[str, Mapping[str, int | str]]) -> TimeFields:
    """The fields of a match: a word becomes its value in its class, a figure a number."""
    values: dict[str, int | str] = {}
    for name, text in match.groupdict().items():
        if text is None:
            continue
        kind, field = _kind_and_field(name)
        if kind == "one":
            values["count"] = 1
        if field in TimeFields.__dataclass_fields__:
            values[field] = _value(kind, text, words)
    return TimeFields(**values)  # type: ignore[arg-type]  # the classes in times.toml type the fields


@cache
def _kind_and_field(name: str) -> tuple[str, str]:
    """The word class of a group and the field it fills; both empty for a group without one."""
    group = _GROUP.match(name)
    if group is None:
        return "", ""
    kind, end = group.groups()
    return kind, _SAME.get(kind, kind) + ("" if end == "a" else f"_{end}")


def _value(kind: str, text: str, words: Mapping[str, Mapping[str, int | str]]) -> int | str:
    if kind in words:
        return words[kind][" ".join(text.lower().split())]
    return int(text)
