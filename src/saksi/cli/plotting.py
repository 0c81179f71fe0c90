"""Shows figures over time: bars in the terminal, or a file of SVG or PNG.

Turns rows of scores into text or a file; what they count is decided in ``query.measures``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from saksi.cli import exits
from saksi.cli.options import Values
from saksi.cli.tables import PLAIN_WIDTH, print_rows
from saksi.cli.talk import say
from saksi.errors import UsageError
from saksi.export.files import write_file
from saksi.export.plots import draw, to_png, to_svg
from saksi.lang.labels import Labels, load_labels
from saksi.rows import ScoreRow

#: Half of a bar in the terminal, in characters: one is half a point of the score.
_HALF = 20
_TOP = 10.0


def plot_scores(rows: Sequence[ScoreRow], who: str, values: Values) -> int:
    """Show or write the plot; ``--json`` and ``--csv`` give the figures."""
    labels = load_labels(values["lang"])
    pair = "–" in who
    message = labels.messages["score_of" if pair else "counts_of"]
    title = message.format(pair=who, period=labels.messages[values["by"]])
    if values["json"] or values["csv"]:
        print_rows(ScoreRow, rows, values)
    elif values["out"]:
        _write(rows, title, labels, Path(values["out"]))
    else:
        _print_bars(rows, title, labels)
    return exits.OK


def _write(rows: Sequence[ScoreRow], title: str, labels: Labels, path: Path) -> None:
    shapes = draw(rows, title, labels)
    if path.suffix.lower() == ".svg":
        data = to_svg(shapes, title).encode()
    elif path.suffix.lower() == ".png":
        data = to_png(shapes)
    else:
        raise UsageError(f"--out {path}: give a name that ends in .svg or .png")
    write_file(path, data)
    say(f"{path}: {len(rows)} periods")


def _print_bars(rows: Sequence[ScoreRow], title: str, labels: Labels) -> None:
    """One line a period: conflict grows to the left, cooperation to the right."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=PLAIN_WIDTH)
    console.print(Text(title, style="bold"))
    if not rows:
        console.print(labels.messages["none"])
    for row in rows:
        line = Text(f"{row.period:<10} ")
        line.append_text(draw_bar(row.score))
        score = "" if row.score is None else f"{row.score:+.1f}"
        line.append(f" {score:>6}  {row.events:>5}  (+{row.quad_1 + row.quad_2} -{row.quad_3 + row.quad_4})")
        console.print(line)


def draw_bar(score: float | None) -> Text:
    """A score from -10 to 10 as a bar from the middle.

    >>> draw_bar(-5.0).plain.strip()
    '██████████│'
    """
    size = 0 if score is None else round(abs(score) / _TOP * _HALF)
    left = "█" * size if score is not None and score < 0 else ""
    right = "█" * size if score is not None and score > 0 else ""
    return Text.assemble((left.rjust(_HALF), "red"), "│", (right.ljust(_HALF), "blue"))
