"""What the compiler of typed Python cannot read stays out, so that the engine can be compiled."""

import ast
from pathlib import Path

import pytest

SAKSI = Path(__file__).parents[2] / "src" / "saksi"
ROOMS = ("lang", "clean", "segment", "annotate", "clauses", "coding", "resolve")
FILES = sorted(path for room in ROOMS for path in (SAKSI / room).rglob("*.py"))


def starred_tests(source: str) -> list[int]:
    """Lines with ``x in (*a, b)``, on which mypyc breaks down; ``x in {*a, b}`` and ``x in a + b`` are read."""
    compared = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Compare)]
    sides = [(node.lineno, side) for node in compared for side in node.comparators]
    lists = [(line, side.elts) for line, side in sides if isinstance(side, ast.Tuple | ast.List)]
    return [line for line, parts in lists if any(isinstance(part, ast.Starred) for part in parts)]


def test_the_search_finds_what_it_should() -> None:
    assert starred_tests("if x in (*a, b): y = x in {*a, b}") == [1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAKSI).as_posix())
def test_no_starred_tuple_is_tested(path: Path) -> None:
    assert starred_tests(path.read_text(encoding="utf-8")) == []
