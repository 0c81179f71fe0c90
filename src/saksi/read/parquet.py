"""Reads Parquet tables of articles, one article a row.

Turns batches of rows into articles by the names of the columns; no more than a batch is in memory.
Only the columns that are needed are read.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pyarrow import ArrowException, parquet

from saksi.errors import ReadError
from saksi.read.columns import find_columns, read_row, refuse_columns
from saksi.read.documents import Origin, refuse
from saksi.read.sources import HEAD, STDIN, ReadOptions, Source
from saksi.records import Article

#: Rows in memory at a time: some megabytes of text.
BATCH = 256
#: Largest Parquet table taken from a pipe or unpacked, in bytes: it has to be written to disk first.
LIMIT_SPOOL = 1_000_000_000
_CHUNK = 1 << 20


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Articles of the rows."""
    origin = Origin(source.path, "table")
    number = 0
    with _seekable(source) as file:
        try:
            table = parquet.ParquetFile(file)
            names = list(table.schema_arrow.names)
            columns = find_columns(names, options.columns)
            if "text" not in columns and "html" not in columns:
                yield refuse_columns(origin, names)
                return
            wanted = [name for name in columns.values() if name in names]
            for batch in table.iter_batches(batch_size=BATCH, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield read_row(row, columns, origin.at(f"row {number}"))
        except (ArrowException, OSError, ValueError, KeyError) as error:
            why = f"it is damaged after row {number} ({_first_line(error)}): write it again"
            yield refuse(origin, why)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0][:200]


def _head_of(path: str) -> bytes:
    """First bytes of a file as it lies there, packed or not; none of what is elsewhere."""
    if not Path(path).is_file():
        return b""
    with Path(path).open("rb") as file:
        return file.read(HEAD)


@contextmanager
def _seekable(source: Source) -> Iterator[BinaryIO]:
    """File that can be read from its end, as Parquet has to be."""
    if source.path != STDIN and source.head == _head_of(source.path):
        with Path(source.path).open("rb") as file:
            yield file
        return
    with tempfile.TemporaryFile() as file:
        size = 0
        while part := source.stream.read(_CHUNK):
            size += len(part)
            if size > LIMIT_SPOOL:
                raise ReadError(f"it is larger than {LIMIT_SPOOL:,} bytes: split the table")
            file.write(part)
        file.seek(0)
        yield file
