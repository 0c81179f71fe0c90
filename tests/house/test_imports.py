"""Rooms import only rooms to their left in the line, and there are no lumber rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SAKSI = Path(__file__).parents[2] / "src" / "saksi"
#: The assembly line; ``explain`` shows what the rooms before it do.
ROOMS = "version errors records lang read clean copies segment annotate clauses coding resolve"
LINE = f"{ROOMS} pipeline explain rows query export shards store spark check web cli".split()
FILES = sorted(path for path in SAKSI.rglob("*.py") if path != SAKSI / "__init__.py")
LUMBER = {"utils", "util", "helpers", "helper", "manager", "misc", "common"}


def room_of(path: Path) -> str:
    return path.relative_to(SAKSI).parts[0].removesuffix(".py")


def imports_of(path: Path) -> Iterator[str]:
    """Rooms that a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module), level=0):
                names = [module] if module != "saksi" else [f"saksi.{alias.name}" for alias in node.names]
            case ast.Import():
                names = [alias.name for alias in node.names]
            case _:
                continue
        yield from (name.split(".")[1] for name in names if name.startswith("saksi."))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(SAKSI).as_posix())
def test_imports_go_left(path: Path) -> None:
    own = room_of(path)
    allowed = {*LINE[: LINE.index(own) + 1], own}
    assert set(imports_of(path)) <= allowed


def test_every_room_stands_in_the_line() -> None:
    assert {room_of(path) for path in FILES} <= set(LINE)


def test_no_lumber_rooms() -> None:
    assert [path.name for path in FILES if path.stem in LUMBER] == []


def test_data_holds_no_python() -> None:
    assert [path.name for path in FILES if room_of(path) == "data"] == []
