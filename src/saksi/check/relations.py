"""Turns the examples of the relation rules into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from saksi.check.case import Case
from saksi.check.probe import probe
from saksi.lang.language import Language
from saksi.lang.relation_rules import RelationRule
from saksi.records import Relation


def cases(language: Language) -> Iterator[Case]:
    """All examples of all relation rules, named by number."""
    for rule in language.relations:
        numbers: dict[str, int] = {}
        for kind, text, row in rule.examples:
            numbers[kind] = numbers.get(kind, 0) + 1
            name = f"lang/id/relations.toml::{rule.id}[{kind}-{numbers[kind]}]"
            yield Case(name, kind, text, partial(_run, language, rule, kind, text, row))


def _run(language: Language, rule: RelationRule, kind: str, text: str, row: dict[str, Any]) -> str | None:
    relations = probe(text, language).relations
    own = [r for r in relations if r.rule == rule.id]
    if kind == "counter":
        return f"gave {own[0].subject.name} {own[0].predicate} {own[0].object.name}" if own else None
    gives = row["gives"]
    if any(_fits(relation, gives) for relation in own):
        return None
    return (
        f"gave {[(r.subject.text, r.predicate, r.object.text, r.since, r.until) for r in own]}, wants {gives}"
    )


def _fits(relation: Relation, gives: dict[str, Any]) -> bool:
    if relation.predicate != gives["predicate"]:
        return False
    if gives["subject"] not in (relation.subject.text, relation.subject.name):
        return False
    if gives["object"] not in (relation.object.text, relation.object.name):
        return False
    return all(getattr(relation, key) == gives[key] for key in ("since", "until") if key in gives)
