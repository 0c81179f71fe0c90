"""``saksi picture``: the pictures of the reading room as files for reports.

Turns the filters of a command line into one SVG or PNG file. ``saksi plot`` shows figures over
time in the terminal.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from saksi.cli import exits
from saksi.cli.options import Option, Values, make_command, to_filters
from saksi.cli.talk import say
from saksi.errors import MissingPartError, UsageError

if TYPE_CHECKING:
    import typer

    from saksi.web.drawing.picture import Picture

_KINDS = "timeline, map, network, pair, activity or coverage"
_OWN = {
    "kind": Option(str, ..., f"What to draw: {_KINDS}.", ("",), "KIND"),
    "out": Option(str, ..., "A file that ends in .svg or .png.", (), "FILE"),
}
_FILTERS = ["actor", "pair", "type", "context", "quad", "place", "country", "since", "until", "outlet", "about", "lang"]  # fmt: skip


def add_to(app: typer.Typer) -> None:
    """Add ``saksi picture``."""
    app.command("picture")(make_command(draw, _FILTERS, _OWN))


def draw(values: Values) -> int:
    """Draw a timeline, map, network, pair, activity or coverage as SVG or PNG, for a report."""
    try:
        from saksi.web.pictures import Wanted, draw_picture
    except ImportError as error:
        raise MissingPartError(f"{error.name} is not installed: pip install 'saksi[web]'") from error
    path = Path(values["out"])
    if path.suffix.lower() not in {".svg", ".png"}:
        raise UsageError(f"--out {path}: give a name that ends in .svg or .png")
    wanted = Wanted(values["kind"], Path(values["store"]), to_filters(values), values["lang"])
    _write(draw_picture(wanted), path)
    say(f"{path}: {wanted.kind}")
    return exits.OK


def _write(picture: Picture, path: Path) -> None:
    from saksi.export.files import write_file
    from saksi.web.drawing.png import draw_png
    from saksi.web.drawing.svg import draw_svg

    data = draw_png(picture) if path.suffix.lower() == ".png" else draw_svg(picture).encode()
    write_file(path, data)
