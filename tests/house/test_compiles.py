"""What mypyc cannot read, or believes of a type that is not so, stays out of what is compiled."""

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


def mixed_sets(source: str) -> list[int]:
    """Lines with ``words & table.keys()``, which is no frozenset although its type says so."""
    sums = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.BinOp)]
    sets = [node for node in sums if isinstance(node.op, ast.BitAnd | ast.BitOr | ast.Sub)]
    return [node.lineno for node in sets if gives_keys(node.right) and not gives_keys(node.left)]


def gives_keys(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "keys"


def test_the_search_finds_what_it_should() -> None:
    assert starred_tests("if x in (*a, b): y = x in {*a, b}") == [1]
    assert mixed_sets("x = a & b.keys()\ny = a.keys() & b\nz = a.intersection(b)") == [1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAKSI).as_posix())
def test_mypyc_reads_it(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert starred_tests(source) + mixed_sets(source) == []
