"""Turns the examples in ``numbers.toml`` into checks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from saksi.annotate.numbers import find_numbers
from saksi.check.case import Case
from saksi.lang.language import Language
from saksi.lang.numbers import NumberExample, NumberRules

FILE = "lang/id/numbers.toml"


def cases(language: Language) -> Iterator[Case]:
    """One check an example: the numbers found must be exactly those told, for a counter none."""
    rules = language.numbers
    for example in rules.examples:
        yield Case(f"{FILE}::{example.name}", example.kind, example.text, partial(_run, example, rules))


def _run(example: NumberExample, rules: NumberRules) -> str | None:
    found = find_numbers(example.text, 0, len(example.text), rules)
    got = tuple((number.text, number.minimum, number.maximum) for number in found)
    return None if got == example.gives else f"want {example.gives}, got {got}"
