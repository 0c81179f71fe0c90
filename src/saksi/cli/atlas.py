"""``saksi atlas find``: prints the lines of the atlas behind a name."""

from __future__ import annotations

from typing import Annotated

import typer

from saksi.cli import exits
from saksi.cli.talk import say

atlas = typer.Typer(help="Look into the tables of actors and places.", no_args_is_help=True)
#: Lines that are shown; the rest is counted.
SHOWN = 20
WIDTH = 14  # of the column of names


def add_to(app: typer.Typer) -> None:
    """Add ``saksi atlas`` with its commands."""
    app.add_typer(atlas, name="atlas")


@atlas.callback()
def _group() -> None:
    """Look into the tables of actors and places."""


@atlas.command("find")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, an abbreviation or a title.")],
) -> None:
    """Show the rows behind a name: table, line, every spelling, dates and source."""
    raise typer.Exit(print_lines(name))


def print_lines(name: str) -> int:
    """Print what the tables have for a name; the exit code is 1 when that is nothing."""
    from saksi.lang.atlas_lines import find_lines
    from saksi.lang.language import DATA

    lines = find_lines(DATA, name)
    if not lines:
        say(f"the atlas has no {name!r}: docs/how-to/add-an-actor.md tells how to add it")
        return exits.FAILED
    seen: set[tuple[str, int]] = set()
    for line in lines:
        if (line.path, line.number) not in seen and len(seen) < SHOWN:
            seen.add((line.path, line.number))
            print(f"{line.path}:{line.number}  {line.form} ({line.column})")
            for column, cell in line.cells:
                print(f"  {column:<{WIDTH}} {cell.replace('|', ' | ')}")
    rest = len({(line.path, line.number) for line in lines}) - len(seen)
    if rest:
        say(f"{rest} more rows hold {name!r}: give more of the name")
    return exits.OK
