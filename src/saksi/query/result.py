"""What a question gives back: its rows in order, and as tables of other libraries.

Turns rows into plain dictionaries, pandas, polars or Arrow tables. Each library is an extra
and is imported when asked for. It asks the store nothing.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from saksi.errors import MissingPartError
from saksi.query.html import SHOWN, make_table
from saksi.rows import Row, Side

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

R = TypeVar("R", bound=Row)
Plain = str | int | float | bool | None


class Rows(Sequence[R], Generic[R]):
    """Rows of one kind in the order asked for; a sequence, with ways into other libraries."""

    __slots__ = ("_kind", "_rows")

    def __init__(self, kind: type[R], rows: Iterable[R]) -> None:
        self._kind, self._rows = kind, tuple(rows)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[R]: ...
    def __getitem__(self, index: int | slice) -> R | Rows[R]:
        """One row, or some of them."""
        return Rows(self._kind, self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._kind.__name__}>"

    @property
    def kind(self) -> type[R]:
        """The kind of row."""
        return self._kind

    def _repr_html_(self) -> str:
        """A table for notebooks: the first rows, escaped."""
        return make_table(self.columns, [flat(row) for row in self._rows[:SHOWN]], len(self))

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, also when there are no rows."""
        return columns_of(self._kind)

    def to_dicts(self) -> list[dict[str, Plain]]:
        """Each row as a flat dictionary: lists become text with ``; `` between."""
        return [flat(row) for row in self._rows]

    def to_pandas(self) -> pd.DataFrame:
        """A pandas table; needs ``pip install 'saksi[tables]'``."""
        pandas = load_part("pandas", "tables")
        table: pd.DataFrame = pandas.DataFrame(self.to_dicts(), columns=list(self.columns))
        return table

    def to_polars(self) -> pl.DataFrame:
        """A polars table; needs ``pip install 'saksi[tables]'``."""
        polars = load_part("polars", "tables")
        rows = {name: [row[name] for row in self.to_dicts()] for name in self.columns}
        table: pl.DataFrame = polars.DataFrame(rows, strict=False)
        return table

    def arrow(self) -> pa.Table:
        """An Arrow table; needs ``pip install 'saksi[tables]'``."""
        arrow = load_part("pyarrow", "tables")
        rows = self.to_dicts()
        table: pa.Table = arrow.table({name: [row[name] for row in rows] for name in self.columns})
        return table


def load_part(name: str, extra: str) -> Any:
    """A library that is installed apart, or what to type to get it."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingPartError(f"{name} is not installed: pip install 'saksi[{extra}]'") from error


def columns_of(kind: type[R]) -> tuple[str, ...]:
    """Names of the columns of a kind of row."""
    return tuple(one.name for one in fields(kind))


def flat(row: Row) -> dict[str, Plain]:
    """A row as a flat dictionary.

    Sides become ``Name (CODE)``; lists become text with ``; `` between.
    """
    return {name: _flatten(getattr(row, name)) for name in columns_of(type(row))}


def _flatten(value: object) -> Plain:
    if isinstance(value, tuple):
        return "; ".join(_tell_side(part) if isinstance(part, Side) else str(part) for part in value)
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is no value of a table")


def _tell_side(side: Side) -> str:
    return f"{side.name} ({side.code})" if side.code else side.name
