"""The set-up file stays small and its pins are exact."""

import ast
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_run_needs_the_standard_library_only() -> None:
    text = (ROOT / "run.py").read_text(encoding="utf-8")
    names = {
        alias.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    names |= {node.module or "" for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names
    assert len(text.splitlines()) < 80


def test_every_pin_is_exact_and_sorted() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert all(re.fullmatch(r"[A-Za-z0-9._-]+==[A-Za-z0-9.]+", line) for line in lines)
    names = [line.partition("==")[0].lower().replace("_", "-") for line in lines]
    assert names == sorted(names)


def test_every_dependency_is_pinned() -> None:
    pins = {
        re.split(r"==", line)[0].lower().replace("_", "-")
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    }
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    wanted = re.findall(
        r'"([A-Za-z][\w-]*)(?:>=[\d.]+)?"',
        "".join(re.findall(r"^(?:dependencies|dev|requires) = \[.*", project, re.MULTILINE)),
    )
    assert wanted
    assert {name.lower() for name in wanted} <= pins
