"""Prints what a store knows of one thing, for people.

Turns the object of ``Store.show`` into indented lines: names first, lists one a line, the
witness in full. It leaves out nothing but what is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.text import Text

_INDENT = "  "


def print_shown(shown: Mapping[str, object]) -> None:
    """Print one object."""
    console = Console(soft_wrap=True)
    for line in tell(shown):
        console.print(Text(line))


def tell(value: Mapping[str, object], depth: int = 0) -> Iterator[str]:
    """The lines of an object.

    >>> list(tell({"kind": "event", "mode": None, "who": [{"name": "A", "code": "B"}], "context": ["x", "y"]}))
    ['kind: event', 'who:', '  - name: A; code: B', 'context: x, y']
    """
    indent = _INDENT * depth
    for name, part in value.items():
        if part in (None, [], {}, ""):
            continue
        match part:
            case dict():
                yield f"{indent}{name}:"
                yield from tell(part, depth + 1)
            case [dict(), *_]:
                yield f"{indent}{name}:"
                yield from (f"{indent}{_INDENT}- {_tell_short(one)}" for one in part if isinstance(one, dict))
            case list():
                yield f"{indent}{name}: {', '.join(map(str, part))}"
            case _:
                yield f"{indent}{name}: {part}"


def _tell_short(value: Mapping[str, object]) -> str:
    """An object on one line, empty parts left out."""
    told = {name: part for name, part in value.items() if part not in (None, [], {}, "")}
    return "; ".join(f"{name}: {part}" for name, part in told.items())
