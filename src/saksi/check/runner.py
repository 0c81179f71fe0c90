"""Runs every example that stands beside a rule, and the loaders of all data.

Turns the modules of this room that have ``cases`` into ``Result`` records. A gap is strict:
it passes only as long as it still fails.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

import saksi.check
from saksi.check.case import Case
from saksi.errors import DataError
from saksi.lang.language import Language, load_language
from saksi.lang.ontology import load_ontology


@dataclass(frozen=True, slots=True)
class Result:
    """One check that was run; ``fault`` is None when all is well."""

    name: str
    kind: str  # example | counter | gap | data
    text: str
    fault: str | None


def run_all(part: str | None = None) -> tuple[Result, ...]:
    """Results of all checks whose rule file has ``part`` in its path, data faults first."""
    try:
        load_ontology()
        language = load_language()
    except DataError as error:
        return (_data_fault(error),)
    return tuple(_run_families(language, _clean(part)))


def collect(language: Language) -> Iterator[Case]:
    """All cases of all families, in the order of the families' names."""
    for family in find_families():
        yield from import_module(family).cases(language)


def find_families() -> tuple[str, ...]:
    """Names of the modules of this room that have ``cases``."""
    names = sorted(module.name for module in pkgutil.iter_modules(saksi.check.__path__, "saksi.check."))
    return tuple(name for name in names if hasattr(import_module(name), "cases"))


def judge(case: Case) -> str | None:
    """None when the case does what its kind wants, else what was found.

    >>> judge(Case("a.toml::b[gap-1]", "gap", "Ia pergi.", lambda: None))
    'it holds now: make this gap an example'
    """
    try:
        found = case.run()
    except Exception as error:  # noqa: BLE001  # a rule that breaks the engine is one failed check
        return f"broke down with {type(error).__name__}: {error}"
    if case.kind != "gap":
        return found
    return None if found is not None else "it holds now: make this gap an example"


def _run_families(language: Language, part: str) -> Iterator[Result]:
    for family in find_families():
        try:
            for case in import_module(family).cases(language):
                if part in case.name.partition("::")[0]:
                    yield Result(case.name, case.kind, case.text, judge(case))
        except DataError as error:
            yield _data_fault(error)


def _data_fault(error: DataError) -> Result:
    return Result(f"{error.file}::{error.rule}", "data", error.rule, error.fix)


def _clean(part: str | None) -> str:
    """Take a path as a shell completes it: from anywhere down to the data folder."""
    path = (part or "").replace("\\", "/").removeprefix("./").rstrip("/")
    return path.rpartition("saksi/data/")[2]
