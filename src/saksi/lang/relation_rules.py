"""Loads the rules for relations: membership, borders, founding, leadership, office.

Turns ``relations.toml`` into records; the relation readers in ``coding`` apply them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

PREDICATES = frozenset(
    {"member_of", "observer_of", "partner_of", "applicant_to", "founded_on", "founded_by", "founded_in", "borders",
     "part_of", "affiliate_of", "led_by", "holds_office", "hosts", "party_to"}
)  # fmt: skip
#: How the words of a rule stand to the two sides.
FAMILIES = ("noun", "pair", "between", "members", "verb", "founding")
#: Word lists that are not rules.
LISTS = frozenset(
    {"link", "change", "unsure", "former", "refused", "describe", "since", "hint", "front", "hopes"}
)


@dataclass(frozen=True, slots=True)
class RelationRule:
    """One rule: its words, the predicate, and the kinds of name on both sides.

    ``object_in`` and ``subject_in`` list where a verb rule finds its sides: subject, object,
    agent, or a preposition. ``near`` and ``without`` must and must
    not stand around a verb. ``through`` are the only words that may stand between a noun and
    the second side. ``reverse`` swaps the sides, ``topic`` lets the organisation last spoken
    of be the second one, ``joint`` takes "bersama A dan B" in, ``ends`` is an act that ends
    the relation, ``told`` wants a name or a year in a second side that is described.
    """

    id: str
    kind: str  # one of FAMILIES
    words: tuple[tuple[str, ...], ...]
    predicate: str
    subject: frozenset[str]
    object: frozenset[str]
    subject_in: tuple[str, ...] = ("subject",)
    object_in: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    reverse: bool = False
    topic: bool = False
    joint: bool = False
    ends: bool = False
    only_past: bool = False
    told: bool = True
    status: str = "actual"
    openings: frozenset[str] = frozenset()  # the first word of each run, to look it up by
    examples: tuple[tuple[str, str, dict[str, Any]], ...] = ()


@dataclass(frozen=True, slots=True)
class RelationRules:
    """All rules in the order of the file, with the word lists they share.

    ``by_opening`` files the rules, by their places in ``rules``, under the first words of their runs.
    ``heads`` holds, for what is described and not named (meeting, treaty, programme), the
    nouns such a description begins with.
    """

    rules: tuple[RelationRule, ...]
    by_opening: Mapping[str, tuple[int, ...]]
    lists: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    examples: tuple[tuple[str, str, dict[str, Any]], ...] = ()  # of offices and places, which have no rule


def load_relation_rules(path: Traversable) -> RelationRules:
    """Read ``relations.toml``."""
    data = load_toml(path)
    rules = tuple(_rule(path, kind, row) for kind in FAMILIES for row in data.get(kind, ()))
    missing = LISTS.difference(data["words"])
    if missing:
        raise DataError(path.name, "[words]", f"lacks the lists {', '.join(sorted(missing))}")
    return RelationRules(
        rules,
        MappingProxyType(_file_by_opening(rules)),
        MappingProxyType({name: frozenset(words) for name, words in data["words"].items()}),
        MappingProxyType({name: frozenset(words) for name, words in data["heads"].items()}),
        _examples(data.get("office", {})) + _examples(data.get("inside", {})),
    )


def _file_by_opening(rules: tuple[RelationRule, ...]) -> dict[str, tuple[int, ...]]:
    filed: dict[str, list[int]] = {}
    for n, rule in enumerate(rules):
        for word in rule.openings:
            filed.setdefault(word, []).append(n)
    return {word: tuple(found) for word, found in filed.items()}


def _rule(path: Traversable, kind: str, row: dict[str, Any]) -> RelationRule:
    if row["predicate"] not in PREDICATES:
        raise DataError(
            path.name, f"{kind} {row['id']}", f"predicate {row['predicate']} is not in the contract"
        )
    return RelationRule(
        id=row["id"],
        kind=kind,
        words=tuple(tuple(w.split()) for w in row["words"]),
        predicate=row["predicate"],
        subject=frozenset(row["subject"]),
        object=frozenset(row["object"]),
        subject_in=tuple(row.get("subject_in", ("subject",))),
        object_in=tuple(row.get("object_in", ())),
        near=frozenset(row.get("near", ())),
        without=frozenset(row.get("without", ())),
        through=frozenset(row.get("through", ())),
        reverse=bool(row.get("reverse", False)),
        topic=bool(row.get("topic", False)),
        joint=bool(row.get("joint", False)),
        ends=bool(row.get("ends", False)),
        only_past=bool(row.get("only_past", False)),
        told=bool(row.get("told", True)),
        status=row.get("status", "actual"),
        openings=frozenset(w.split()[0] for w in row["words"]),
        examples=_examples(row),
    )


def _examples(row: Mapping[str, Any]) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    return tuple((k, line["text"], line) for k in ("example", "counter", "gap") for line in row.get(k, ()))
