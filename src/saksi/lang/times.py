"""Loads the time rules of a language: word classes, patterns and their examples.

Turns ``times.toml`` into one frozen ``TimeRules`` with compiled patterns, filed by the word
they begin with. It finds no times and knows no calendar.

A pattern is a regular expression in which ``<name>`` stands for a word class of ``[words]`` or
a shape of ``[shapes]`` (its value is kept as a field), ``<name:b>`` for the field of a range's
far end, ``{name}`` for a part of ``[parts]``, and a blank for any run of blanks. It begins with
a class, a shape or a plain word: that is its trigger.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

DIGITS = "#"  # the trigger of patterns that begin with a figure
_HOLDER = re.compile(r"<(\w+)(?::(\w))?>")
_PART = re.compile(r"\{([a-z]\w*)\}")
_BLANK = r"(?:[^\S\n]+)"
_KINDS = ("example", "counter", "gap")


@dataclass(frozen=True, slots=True)
class TimeExample:
    """A text with the one value a rule must give it, or None when it must not fire."""

    name: str
    kind: str  # example | counter | gap
    text: str
    reference: str  # ISO day
    value: str | None


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One kind of time expression: its patterns, what they compute, and where they may stand."""

    id: str
    op: str
    type: str  # DATE | TIME | DURATION | SET
    patterns: tuple[re.Pattern[str], ...]
    after: re.Pattern[str] | None  # what must stand before it
    not_after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    capital: bool  # ambiguous words ("minggu", "mei") only with a capital or a helping word


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A word that is a weekday or a unit ("minggu"), and what tells them apart."""

    word: str
    helper: str  # before it, the day: "hari Minggu"
    unit_before: frozenset[str]  # after it, at the head of a sentence, the unit: "Minggu lalu"


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The word classes, the cues and the rules, filed by trigger."""

    words: dict[str, dict[str, int | str]]
    triggers: dict[str, tuple[tuple[re.Pattern[str], TimeRule], ...]]
    rules: tuple[TimeRule, ...]
    cues: dict[str, re.Pattern[str]]
    cues_after: dict[str, re.Pattern[str]]
    ambiguous: Ambiguous
    header_words: frozenset[str]
    examples: tuple[TimeExample, ...] = field(default=(), compare=False)


def load_time_rules(path: Traversable) -> TimeRules:
    """Read ``times.toml``; DataError names the rule whose pattern or field is wrong."""
    data = load_toml(path)
    try:
        return _Builder(path.name, data).build()
    except KeyError as error:
        raise DataError(path.name, "tables", f"table or key {error} is missing") from error


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    return {key: frozenset(value) if isinstance(value, list) else value for key, value in table.items()}


class _Builder:
    """Holds the tables of one file while its rules are compiled."""

    def __init__(self, file: str, data: dict[str, Any]) -> None:
        self.file, self.data = file, data
        self.words: dict[str, dict[str, int | str]] = data["words"]
        self.shapes: dict[str, str] = data["shapes"]

    def build(self) -> TimeRules:
        rules = tuple(self._rule(raw) for raw in self.data["rule"])
        triggers: dict[str, list[tuple[re.Pattern[str], TimeRule]]] = {}
        for raw, rule in zip(self.data["rule"], rules, strict=True):
            for source, pattern in zip(raw["patterns"], rule.patterns, strict=True):
                for trigger in self._triggers(source, rule.id):
                    triggers.setdefault(trigger, []).append((pattern, rule))
        return TimeRules(
            words=self.words,
            triggers={word: tuple(pairs) for word, pairs in triggers.items()},
            rules=rules,
            cues={name: self._compile(source, name) for name, source in self.data["cues"].items()},
            cues_after={n: self._compile(source, n) for n, source in self.data["cues_after"].items()},
            ambiguous=Ambiguous(**_frozen(self.data["ambiguous"])),
            header_words=frozenset(self.data["header"]["updated"]),
            examples=tuple(self._examples()),
        )

    def _rule(self, raw: dict[str, Any]) -> TimeRule:
        name = raw["id"]
        return TimeRule(
            id=name,
            op=raw["op"],
            type=raw["type"],
            patterns=tuple(self._compile(source + r"(?!\w)", name) for source in raw["patterns"]),
            after=self._guard(raw, "after", r"(?:{})$"),
            not_after=self._guard(raw, "not_after", r"(?:{})$"),
            not_before=self._guard(raw, "not_before", r"(?:{})"),
            capital=raw.get("capital", False),
        )

    def _guard(self, raw: dict[str, Any], key: str, frame: str) -> re.Pattern[str] | None:
        return self._compile(frame.replace("{}", raw[key]), raw["id"]) if key in raw else None

    def _compile(self, source: str, name: str) -> re.Pattern[str]:
        numbers = iter(range(100))

        def hold(match: re.Match[str]) -> str:
            kind, end = match.group(1), match.group(2) or "a"
            return f"(?P<{kind}_{end}{next(numbers)}>{self._alternatives(kind, name)})"

        try:
            return re.compile(_HOLDER.sub(hold, self._spread(source, name)), re.IGNORECASE)
        except re.error as error:
            raise DataError(self.file, name, f"not a pattern: {error}") from error

    def _spread(self, source: str, name: str) -> str:
        """Put the parts in place (parts may hold parts) and widen blanks."""
        while part := _PART.search(source):
            if part.group(1) not in self.data["parts"]:
                raise DataError(self.file, name, f"no part {part.group()} in [parts]")
            source = source.replace(part.group(), f"(?:{self.data['parts'][part.group(1)]})")
        return source.replace(" ", _BLANK)

    def _alternatives(self, kind: str, name: str) -> str:
        if kind in self.shapes:
            return self.shapes[kind]
        if kind not in self.words:
            raise DataError(self.file, name, f"no word class or shape <{kind}>")
        longest_first = sorted(self.words[kind], key=len, reverse=True)
        words = "|".join(re.escape(word).replace(r"\ ", _BLANK) for word in longest_first)
        return rf"(?:{words})(?!\w)"

    def _triggers(self, source: str, name: str) -> set[str]:
        source = self._spread(source, name)
        while source.startswith("(?:"):
            source = source[3:]
        head = _HOLDER.match(source)
        if head is None:
            word = re.match(r"[a-z]+", source)
            if word is None:
                raise DataError(self.file, name, "a pattern begins with <class> or a plain word")
            return {word.group()}
        kind = head.group(1)
        if kind in self.shapes:
            return {DIGITS}
        first = (re.match(r"\d+|\w+", word) for word in self.words[kind])
        return {m.group() for m in first if m}

    def _examples(self) -> list[TimeExample]:
        found = []
        for raw in self.data["rule"]:
            for kind in _KINDS:
                for count, item in enumerate(raw.get(kind, []), start=1):
                    name = f"{raw['id']}[{kind}-{count}]"
                    reference = item.get("reference", "2024-07-03")
                    found.append(TimeExample(name, kind, item["text"], reference, item.get("value")))
        return found
