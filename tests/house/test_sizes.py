"""Functions and files stay small; what is larger stands in a table with its reason."""

import ast
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "src").rglob("*.py"))
NOT_CODE = {
    tokenize.COMMENT,
    tokenize.NL,
    tokenize.NEWLINE,
    tokenize.INDENT,
    tokenize.DEDENT,
    tokenize.ENCODING,
    tokenize.ENDMARKER,
}
#: "path under src::function or file" -> why it may be larger.
EXCEPTIONS: dict[str, str] = {}
PARAMETERS, FUNCTION, FILE = 5, 50, 400
MEDIAN, FUNCTION_P95, FILE_P95 = 8, 25, 250


class Measure(NamedTuple):
    """How large one function is."""

    name: str  # "saksi/read/articles.py::_read_one"
    lines: int  # code lines: without docstring, comments, empty lines
    parameters: int


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "src").as_posix()


@cache
def code_lines(path: Path) -> frozenset[int]:
    """Numbers of the lines that hold code, docstrings left out."""
    lines: set[int] = set()
    with tokenize.open(path) as file:
        for token in tokenize.generate_tokens(file.readline):
            if token.type not in NOT_CODE:
                lines.update(range(token.start[0], token.end[0] + 1))
    return frozenset(lines - set(docstring_lines(path)))


def docstring_lines(path: Path) -> Iterator[int]:
    for node in ast.walk(parse(path)):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield from range(node.lineno, (node.end_lineno or node.lineno) + 1)


@cache
def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def functions() -> tuple[Measure, ...]:
    return tuple(measure for path in CODE for measure in measure_functions(path))


def measure_functions(path: Path) -> Iterator[Measure]:
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            inside = range(node.lineno, (node.end_lineno or node.lineno) + 1)
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            counted = [argument for argument in arguments if argument.arg not in {"self", "cls"}]
            lines = len(code_lines(path).intersection(inside))
            yield Measure(f"{name_of(path)}::{node.name}", lines, len(counted))


def too_large(measures: Iterator[tuple[str, int]], limit: int) -> list[tuple[str, int]]:
    return sorted((name, size) for name, size in measures if size > limit and name not in EXCEPTIONS)


def test_no_function_is_too_long() -> None:
    assert too_large(((f.name, f.lines) for f in functions()), FUNCTION) == []


def test_no_function_takes_too_much() -> None:
    assert too_large(((f.name, f.parameters) for f in functions()), PARAMETERS) == []


def test_no_file_is_too_long() -> None:
    assert too_large(((name_of(path), len(code_lines(path))) for path in CODE), FILE) == []


def test_most_functions_are_small() -> None:
    lines = [function.lines for function in functions()]
    assert median(lines) <= MEDIAN
    assert quantiles(lines, n=20)[-1] <= FUNCTION_P95


def test_most_files_are_small() -> None:
    assert quantiles([len(code_lines(path)) for path in CODE], n=20)[-1] <= FILE_P95


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_module_opens_with_what_it_does(path: Path) -> None:
    code = parse(path)
    assert not code.body or ast.get_docstring(code), "says nothing of what it turns into what"


def test_exceptions_are_needed_and_have_a_reason() -> None:
    large = {f.name for f in functions() if f.lines > FUNCTION or f.parameters > PARAMETERS}
    large |= {name_of(path) for path in CODE if len(code_lines(path)) > FILE}
    assert set(EXCEPTIONS) <= large
    assert all(EXCEPTIONS.values())
