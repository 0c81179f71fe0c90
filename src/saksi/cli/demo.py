"""``saksi demo``: reads the articles that come with saksi and prints four tables.

Turns the demo articles into tables on standard output; which rows they show is decided in
``demo_tables``.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from saksi.cli import exits
from saksi.cli.demo_tables import list_members, list_pairs, list_statements, list_timeline
from saksi.errors import ReadError
from saksi.lang.language import DATA
from saksi.records import Analysis, Article

#: Columns of a table when the output is no terminal.
_PLAIN_WIDTH = 118
_NEXT = """What next:
  saksi extract FILE.txt                    your own article, one line of JSON
  saksi explain "Wakil Indonesia dan Malaysia bertemu di Kota Ambar, Rabu (3/4)."
  saksi check                               all rules against their examples"""


def show_demo(analyse: Callable[[Article], Analysis]) -> int:
    """Analyse the demo articles, print the tables and what to type next; give the exit code."""
    began = time.perf_counter()
    articles = read_demo()
    analyses = [analyse(article) for article in articles]
    seconds = time.perf_counter() - began
    console = Console()
    if not console.is_terminal:
        console = Console(width=_PLAIN_WIDTH)
    for table in make_tables(analyses):
        console.print(table)
    sentences = sum(len(analysis.marks.segments.sentences) for analysis in analyses)
    console.print(
        f"{len(articles)} invented articles, {sentences} sentences, {seconds:.1f} s\n", highlight=False
    )
    console.print(Text(_NEXT))
    return exits.OK


def read_demo() -> tuple[Article, ...]:
    """The articles that come with saksi, in the order of their names."""
    folder = DATA / "demo"
    files = (
        sorted(file.name for file in folder.iterdir() if file.name.endswith(".txt"))
        if folder.is_dir()
        else []
    )
    if not files:
        raise ReadError("the demo articles are missing from this installation: install saksi again")
    return tuple(Article(name, (folder / name).read_text(encoding="utf-8")) for name in files)


def make_tables(analyses: Sequence[Analysis]) -> tuple[Table, ...]:
    """The four tables of the demo, witness last in every row."""
    return (
        _table("What happened", ("date", "event", "who", "whom", "where"), list_timeline(analyses)),
        _table("Who belongs to what", ("organisation", "member", "as", "since"), list_members(analyses)),
        _table("Busiest pairs", ("pair", "events", "of these"), list_pairs(analyses)),
        _table("Who said what", ("speaker", "words"), list_statements(analyses)),
    )


def _table(title: str, columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    table.add_column("witness", style="dim", no_wrap=True)
    for row in rows:
        table.add_row(*map(Text, row))
    return table
