"""Turns the examples of the relation rules into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from saksi.check.case import Case
from saksi.check.probe import probe
from saksi.lang.language import Language
from saksi.records import Relation

#: Ids that the readers of offices and places give, which have no rule of their own.
WITHOUT_RULE = ("title", "place")


def cases(language: Language) -> Iterator[Case]:
    """All examples of all relation rules, named by number."""
    for rule in language.relations.rules:
        yield from _of(language, f"{rule.id}", (rule.id,), rule.examples)
    yield from _of(language, "beside", WITHOUT_RULE, language.relations.examples)


def _of(
    language: Language,
    name: str,
    rules: tuple[str, ...],
    examples: tuple[tuple[str, str, dict[str, Any]], ...],
) -> Iterator[Case]:
    numbers: dict[str, int] = {}
    for kind, text, row in examples:
        numbers[kind] = numbers.get(kind, 0) + 1
        label = f"lang/id/relations.toml::{name}[{kind}-{numbers[kind]}]"
        yield Case(label, kind, text, partial(_run, language, rules, kind, text, row))


def _run(language: Language, rules: tuple[str, ...], kind: str, text: str, row: dict[str, Any]) -> str | None:
    relations = probe(text, language).relations
    own = [r for r in relations if r.rule in rules]
    if kind == "counter":
        return f"gave {own[0].subject.name} {own[0].predicate} {own[0].object.name}" if own else None
    gives = row["gives"]
    if any(_fits(relation, gives) for relation in own):
        return None
    found = [(r.subject.text, r.predicate, r.object.text, r.since, r.until, r.status) for r in own]
    return f"gave {found}, wants {gives}"


def _fits(relation: Relation, gives: dict[str, Any]) -> bool:
    if relation.predicate != gives["predicate"]:
        return False
    if gives["subject"] not in (relation.subject.text, relation.subject.name):
        return False
    if gives["object"] not in (relation.object.text, relation.object.name):
        return False
    return all(getattr(relation, key) == gives[key] for key in ("since", "until", "status") if key in gives)
