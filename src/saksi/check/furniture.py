"""Checks made of the examples in ``furniture.toml``.

Turns each [[rule.example]], [[rule.counter]], [[dateline.example]] and
[[dateline.counter]] into a ``Case``; a counter must not be matched by its own rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from saksi.check.case import Case
from saksi.clean.lines import BULLETS
from saksi.lang.furniture import DatelineRule, LineRule, load_furniture
from saksi.lang.tables import load_toml

if TYPE_CHECKING:
    from saksi.lang.language import Language

FILE = "lang/id/furniture.toml"


def cases(_language: Language) -> Iterator[Case]:
    """Yield one case for every example line of the furniture rules."""
    folder = files("saksi") / "data"
    data, rules = load_toml(folder / FILE), load_furniture(folder / FILE, folder / "outlets")
    for row, line_rule in zip(data["rule"], rules.lines, strict=True):
        for kind, number, example in _examples(row):
            run = partial(_run_line, line_rule, example["text"], wanted=kind == "example")
            yield Case(f"{FILE}::{line_rule.id}[{kind}-{number}]", kind, example["text"], run)
    for outlet in rules.outlets.all:
        own = rules.of_outlet[outlet.id].lines if outlet.rows else ()
        for row, line_rule in zip(outlet.rows, own, strict=True):
            for kind, number, example in _examples(row):
                run = partial(_run_line, line_rule, example["text"], wanted=kind == "example")
                name = f"outlets/{outlet.id}.toml::{line_rule.id}[{kind}-{number}]"
                yield Case(name, kind, example["text"], run)
    for row, dateline_rule in zip(data["dateline"], rules.datelines, strict=True):
        for kind, number, example in _examples(row):
            check = partial(_run_dateline, dateline_rule, example, wanted=kind == "example")
            yield Case(f"{FILE}::{dateline_rule.id}[{kind}-{number}]", kind, example["text"], check)


def _examples(row: dict[str, Any]) -> Iterator[tuple[str, int, dict[str, str]]]:
    for kind in ("example", "counter"):
        for number, example in enumerate(row.get(kind, ()), start=1):
            yield kind, number, example


def _run_line(rule: LineRule, text: str, *, wanted: bool) -> str | None:
    """Match one line; None when the rule does what the example says."""
    line = text.lstrip(BULLETS)
    found = rule.match(line, line.lower()) is not None
    return None if found == wanted else f"{'matched' if found else 'did not match'} {text!r}"


def _run_dateline(rule: DatelineRule, example: dict[str, str], *, wanted: bool) -> str | None:
    """Match one dateline; None when place and outlet are what the example says, where it says them."""
    match = rule.pattern.match(example["text"])
    if (match is not None) != wanted:
        return f"{'matched' if match else 'did not match'} {example['text']!r}"
    found = match.groupdict() if match else {}
    wrong = {k: found.get(k) for k in ("place", "outlet") if k in example and found.get(k) != example[k]}
    return f"found {wrong}" if wrong else None
