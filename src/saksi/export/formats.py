"""The formats that ``saksi export`` writes, by name.

Turns a name into the function that writes it; the functions stand in the modules of this
room, and each is imported when asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from saksi.errors import UsageError
from saksi.rows import Selection


class Format(NamedTuple):
    """One format; ``words`` say what it is for."""

    name: str
    module: str
    words: str

    def write(self, selection: Selection, path: Path) -> str:
        """Write the rows to a file and tell how many."""
        write: Callable[[Selection, Path], str] = getattr(
            import_module(f"saksi.export.{self.module}"), f"write_{self.name}"
        )
        return write(selection, path)


FORMATS = (
    Format("jsonl", "flat", "the contract's object of each article, one a line"),
    Format("csv", "flat", "every field of every event"),
    Format("polecat", "layouts", "POLECAT's 40 columns, tabs between"),
    Format("icews", "layouts", "ICEWS's 20 columns, tabs between, CAMEO roots"),
    Format("parquet", "sheets", "typed columns for DuckDB, pandas, R; an extra"),
    Format("xlsx", "sheets", "a workbook of events, statements and relations; an extra"),
    Format("geojson", "maps", "points for QGIS and kepler.gl"),
    Format("timelinejs", "maps", "a story for TimelineJS"),
    Format("gexf", "graphs", "a graph with time for Gephi"),
    Format("graphml", "graphs", "a graph for igraph and Cytoscape"),
    Format("ftm", "ftm", "FollowTheMoney entities for Aleph"),
    Format("webannotation", "annotations", "W3C Web Annotations of the witnesses"),
    Format("labelstudio", "annotations", "Label Studio tasks with predictions"),
    Format("datasette", "datasette", "an SQLite file that Datasette opens and searches"),
    Format("jsonld", "linked", "schema.org JSON-LD"),
)


def find_format(name: str) -> Format:
    """The format of this name; UsageError lists all."""
    for one in FORMATS:
        if one.name == name:
            return one
    raise UsageError(f"format {name}: must be one of {', '.join(one.name for one in FORMATS)}")
