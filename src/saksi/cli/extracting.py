"""The command ``saksi extract``: its options, and what it reads, works with and writes to.

Turns a command line into pieces, a task and a stream; ``extract`` and the rooms to its left do
the rest.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, BinaryIO

import typer

from saksi.cli import exits
from saksi.cli.options import READING, WORKING, Option, Values, count_jobs, make_command
from saksi.cli.talk import say
from saksi.errors import UsageError

if TYPE_CHECKING:
    from saksi.cli.extract import Count
    from saksi.cli.meter import Meter
    from saksi.read.articles import Piece


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    own = {
        **READING,
        "text": Option(bool, False, "Print the text with plain text files too."),
        "pretty": Option(bool, False, "Indent the JSON for reading."),
        "out": Option(str | None, None, "Write to a file instead.", metavar="FILE"),
        "resume": Option(bool, False, "With --out: go on after the last line that is there."),
        "jobs": Option(int, 1, "Processes; 0 for one a core."),
    }
    app.command("extract")(make_command(extract, WORKING[1:], own, store=False))


def extract(values: Values) -> int:
    """Print one JSON object for each article."""
    from saksi.cli.extract import Extraction, make_options, write_all
    from saksi.cli.interrupts import interruptible
    from saksi.cli.meter import open_meter
    from saksi.read.articles import list_pieces
    from saksi.shards.order import work_in_order

    _check(values)
    options = make_options(values["map"] or [], values["format"])
    task, crew = Extraction(values["pretty"], values["text"]), count_jobs(values)
    with interruptible(), open_meter(values["paths"], values["progress"]) as meter:
        pieces = list_pieces(values["paths"], options, meter.distance if meter else None)
        try:
            with _open(values, pieces) as out, closing(work_in_order(pieces, task, crew)) as lines:
                return write_all(lines, out, lambda count: _tell(meter, count))
        except KeyboardInterrupt:
            say(_tell_interrupted(values))
            return exits.INTERRUPTED


def _check(values: Values) -> None:
    if values["resume"] and not values["out"]:
        raise UsageError("--resume goes with --out FILE: it goes on in that file")
    if values["resume"] and values["pretty"]:
        raise UsageError("--resume does not go with --pretty: it counts lines, one a document")


@contextmanager
def _open(values: Values, pieces: Iterator[Piece]) -> Iterator[BinaryIO]:
    """The stream to write to; what stands in a file already is taken from ``pieces``."""
    from saksi.cli.resuming import open_output, pass_by_done

    if not values["out"]:
        yield sys.stdout.buffer
        return
    with open_output(values["out"], resume=values["resume"]) as out:
        if values["resume"]:
            done = pass_by_done(pieces, out, values["out"])
            say(f"{done:,} documents are in {values['out']}; going on after them")
        yield out


def _tell(meter: Meter | None, count: Count) -> None:
    if meter is not None:
        meter.tell(count.read, f"{count.failed:,} with problems" if count.failed else "")


def _tell_interrupted(values: Values) -> str:
    if values["out"] and not values["pretty"]:
        return f"interrupted: run the same command with --resume to go on in {values['out']}"
    return "interrupted"
