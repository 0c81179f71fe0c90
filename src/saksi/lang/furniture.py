"""Loads the rules that tell page furniture from the story.

Turns ``furniture.toml`` and the outlets into one frozen ``FurnitureRules`` with compiled
patterns. It labels no line itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.outlets import Outlet, Outlets, load_outlets
from saksi.lang.tables import load_toml

#: Roles a furniture rule may give; the story's own roles come from the layout of the page.
FURNITURE_ROLES = frozenset(
    {
        "ad",
        "byline",
        "caption",
        "comments",
        "copyright",
        "date",
        "embed",
        "initials",
        "nav",
        "paging",
        "paywall",
        "related",
        "share",
        "source_note",
        "tags",
    }
)
DEFAULT_LONGEST = 200
_RULE_KEYS = frozenset(
    {
        "id",
        "role",
        "pattern",
        "has",
        "where",
        "longest",
        "next",
        "before",
        "after",
        "stop",
        "cased",
        "example",
        "counter",
    }
)
_WHERE = frozenset({"head", "tail", "any"})
_STOPS = frozenset({"", "list", "end"})
#: A place of one to four words, and an outlet of as many, as datelines print them.
_PLACE = (
    r"[A-ZÀ-Þ][\w.'’-]*(?: (?:[A-ZÀ-Þ][\w.'’-]*|de|of|al)){0,3}",
    r"[A-ZÀ-Þ(](?:(?!--)[\w.'’()-])*(?: [A-ZÀ-Þ0-9](?:(?!--)[\w.'’()-])*){0,3}|[a-z]{1,6}[A-Z]\w+(?:\.\w+){0,2}",
)


@dataclass(frozen=True, slots=True)
class LineRule:
    """A pattern for whole lines; see the head of ``furniture.toml`` for the fields."""

    id: str
    role: str
    pattern: re.Pattern[str]
    has: tuple[str, ...]  # one of these stands in the line, in lower case; empty when anything may
    where: str  # head | tail | any
    longest: int
    next: int
    before: str  # role of the short line before it, or ""
    after: frozenset[str]  # roles one of which the line before has; empty when any may
    stop: str  # list | end | ""

    def match(self, line: str, lower: str) -> re.Match[str] | None:
        """Match a line without bullets; ``lower`` is the same line in lower case."""
        if len(line) > self.longest or (self.has and not any(map(lower.__contains__, self.has))):
            return None
        return self.pattern.match(line)


@dataclass(frozen=True, slots=True)
class DatelineRule:
    """A pattern with the groups ``place`` and ``outlet``, at the start of a line."""

    id: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class OutletRules:
    """What the pages of one outlet do that others do not."""

    lines: tuple[LineRule, ...]
    links_between: bool  # headlines between paragraphs are links, not subheads


@dataclass(frozen=True, slots=True)
class FurnitureRules:
    """Everything the clean room must know about pages."""

    lines: tuple[LineRule, ...]
    datelines: tuple[DatelineRule, ...]
    outlets: Outlets
    of_outlet: dict[str, OutletRules]  # what only one outlet does, by its id
    regions: frozenset[str]  # lower case; stand second in a dateline and are no outlets
    filing: frozenset[str]  # lower case; cities outlets file from
    outlet_words: frozenset[str]  # lower case; a name with one is an outlet's, though it names a city too
    weekday: re.Pattern[str]
    words: dict[str, frozenset[str]]  # stop words for telling the language: shared, id, ms, en


def load_furniture(path: Traversable, outlets_folder: Traversable) -> FurnitureRules:
    """Read and compile the furniture rules; DataError names the rule that is wrong."""
    data = load_toml(path)
    outlets = load_outlets(outlets_folder)
    parts = _expand_parts(path.name, data, outlets)
    return FurnitureRules(
        lines=tuple(_line_rule(path.name, row, parts) for row in data["rule"]),
        datelines=tuple(_dateline_rule(path.name, row, parts) for row in data["dateline"]),
        outlets=outlets,
        of_outlet={own.id: _outlet_rules(own, parts) for own in outlets.all if own.rows or own.links_between},
        regions=frozenset(data["places"]["regions"]),
        filing=frozenset(name.lower() for name in data["places"]["filing"]),
        outlet_words=frozenset(data["places"]["outlet_words"]),
        weekday=re.compile(parts["weekday"], re.IGNORECASE),
        words={name: frozenset(words) for name, words in data["language"].items()},
    )


def _expand_parts(file: str, data: dict[str, Any], outlets: Outlets) -> dict[str, str]:
    """Named pieces of patterns, each with the pieces it uses filled in."""
    parts = {
        "known": _any_of(outlets.printed),
        "filing": _any_of(sorted(data["places"]["filing"], key=len, reverse=True)),
        "place": f"(?:{_PLACE[0]})",
        "outlet": f"(?:{_PLACE[1]})",
        "dash": "(?:--|[-–—])",
    }
    for name, pattern in data["parts"].items():
        parts[name] = _fill(file, name, pattern, parts)
    return parts


def _any_of(names: Any) -> str:
    return f"(?:{'|'.join(re.escape(name) for name in names)})"


def _fill(file: str, rule: str, pattern: str, parts: dict[str, str]) -> str:
    """Put the named pieces into a pattern."""

    def piece(match: re.Match[str]) -> str:
        if match[1] not in parts:
            raise DataError(file, rule, f"%{match[1]}% is not in [parts], or comes after it")
        return parts[match[1]]

    return re.sub(r"%(\w+)%", piece, pattern)


def _compile(file: str, row: dict[str, Any], parts: dict[str, str], flags: re.RegexFlag) -> re.Pattern[str]:
    try:
        return re.compile(_fill(file, row["id"], row["pattern"], parts), flags)
    except (KeyError, re.error) as error:
        raise DataError(file, str(row.get("id")), f"the pattern does not compile: {error}") from error


def _line_rule(file: str, row: dict[str, Any], parts: dict[str, str]) -> LineRule:
    """Check and compile one [[rule]]."""
    _check_line_rule(file, str(row.get("id")), row)
    flags = re.NOFLAG if row.get("cased") else re.IGNORECASE
    return LineRule(
        id=f"furniture/{row['id']}",
        role=row["role"],
        pattern=_compile(file, row, parts, flags),
        has=tuple(row.get("has", ())),
        where=row.get("where", "any"),
        longest=row.get("longest", DEFAULT_LONGEST),
        next=row.get("next", 0),
        before=row.get("before", ""),
        after=frozenset(row.get("after", ())),
        stop=row.get("stop", ""),
    )


def _outlet_rules(outlet: Outlet, parts: dict[str, str]) -> OutletRules:
    """Compile what stands in the file of one outlet."""
    lines = tuple(_line_rule(f"{outlet.id}.toml", row, parts) for row in outlet.rows)
    return OutletRules(lines, outlet.links_between)


def _check_line_rule(file: str, name: str, row: dict[str, Any]) -> None:
    """Raise DataError for keys and values that no rule has."""
    if unknown := set(row) - _RULE_KEYS:
        raise DataError(file, name, f"unknown key {sorted(unknown)}")
    after = set(row.get("after", ())) - {"repeat"}
    if not {row.get("role"), row.get("before", "ad"), *after} <= FURNITURE_ROLES:
        raise DataError(file, name, f"role, before and after must be of {' '.join(sorted(FURNITURE_ROLES))}")
    if row.get("where", "any") not in _WHERE or row.get("stop", "") not in _STOPS:
        raise DataError(
            file, name, "where is head or tail, stop is list or end; leave out what does not apply"
        )
    if not row.get("example") or not row.get("counter"):
        raise DataError(file, name, "give it an example and a counter")


def _dateline_rule(file: str, row: dict[str, Any], parts: dict[str, str]) -> DatelineRule:
    """Check and compile one [[dateline]]; the month names in it have lower case letters only."""
    loose = {**parts, "site": f"(?i:{parts['site']})", "month": f"(?i:{parts['month']})"}
    pattern = _compile(file, row, loose, re.NOFLAG)
    if not {"place", "outlet"} & set(pattern.groupindex):
        raise DataError(file, row["id"], "the pattern needs a group named place or outlet")
    return DatelineRule(f"dateline/{row['id']}", pattern)
