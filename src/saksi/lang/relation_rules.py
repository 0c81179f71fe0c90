"""Loads the rules for relations: membership, borders, founding, leadership.

Turns ``relations.toml`` into records; ``coding.relations`` applies them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable
from typing import Any

from saksi.errors import DataError
from saksi.lang.tables import load_toml

PREDICATES = frozenset(
    [
        "member_of",
        "observer_of",
        "partner_of",
        "applicant_to",
        "founded",
        "founded_on",
        "founded_by",
        "founded_in",
        "borders",
        "part_of",
        "affiliate_of",
        "led_by",
        "holds_office",
        "hosts",
        "party_to",
    ]
)


@dataclass(frozen=True, slots=True)
class RelationRule:
    """One rule: trigger words, the predicate, and the kinds of name on both sides.

    ``object_in`` lists the prepositions (or ``object``, ``agent``) that hold the second
    side of a verb rule. ``ends`` means that the act ends the relation.
    """

    id: str
    kind: str  # noun | verb
    words: tuple[tuple[str, ...], ...]
    predicate: str
    subject: frozenset[str]
    object: frozenset[str]
    object_in: tuple[str, ...] = ()
    near: frozenset[str] = frozenset()
    reciprocal: bool = False
    ends: bool = False
    only_past: bool = False
    examples: tuple[tuple[str, str, dict[str, Any]], ...] = ()


def load_relation_rules(path: Traversable) -> tuple[RelationRule, ...]:
    """Read ``relations.toml``."""
    data = load_toml(path)
    rules = [_rule(path, kind, row) for kind in ("noun", "verb") for row in data.get(kind, ())]
    return tuple(rules)


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
        object_in=tuple(row.get("object_in", ())),
        near=frozenset(row.get("near", ())),
        reciprocal=bool(row.get("reciprocal", False)),
        ends=bool(row.get("ends", False)),
        only_past=bool(row.get("only_past", False)),
        examples=tuple(
            (k, line["text"], line) for k in ("example", "counter", "gap") for line in row.get(k, ())
        ),
    )
