"""Turns the examples in ``copies.toml`` into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from saksi.check.case import Case
from saksi.copies.origins import match_origin
from saksi.lang.copies import CopyRules, OriginRule, load_copy_rules
from saksi.lang.language import Language

FILE = "lang/id/copies.toml"


def cases(_language: Language) -> Iterator[Case]:
    """One check an example: its own rule gives exactly the outlet told, or none."""
    rules = load_copy_rules()
    for rule in rules.rules:
        for number, (text, outlet) in enumerate(rule.examples, start=1):
            kind = "counter" if outlet is None else "example"
            run = partial(_run, rule, text, outlet, rules)
            yield Case(f"{FILE}::{rule.id}[{kind}-{number}]", kind, text, run)


def _run(rule: OriginRule, text: str, wanted: str | None, rules: CopyRules) -> str | None:
    got = match_origin(text, rule, rules)
    name = None if got is None else got[2]
    return None if name == wanted else f"want {wanted}, got {name}"
