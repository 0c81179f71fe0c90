"""Turns coded documents into a Parquet table and back, one document a row.

The table holds all that a store keeps of a document, and its counts for those who only look. Its
metadata tell which engine wrote it and how many documents were passed over. Two runs over the same
documents give the same rows in the same order.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from saksi.query.result import load_part
from saksi.store.coding import Coded, draft_of

if TYPE_CHECKING:
    import pyarrow as pa

#: What is compressed already is stored as it is.
_COMPRESSION = {"analysis": "none", "across": "none", "reading": "none"}
_REPEATED = ["outlet", "language", "failed"]
_NOTE = "saksi"
#: Rows of a table that are in memory together, apart from their compressed bytes.
_BATCH = 500


def to_parquet(rows: Iterable[Coded], note: Callable[[], Mapping[str, object]]) -> bytes:
    """The bytes of a table of documents; ``note`` is asked for its metadata when all rows are in."""
    arrow, parquet = load_part("pyarrow", "spark"), load_part("pyarrow.parquet", "spark")
    schema, out, rest = _schema(arrow), io.BytesIO(), iter(rows)
    told = {name: _COMPRESSION.get(name, "zstd") for name in schema.names}
    with parquet.ParquetWriter(out, schema, compression=told, use_dictionary=_REPEATED) as writer:
        while batch := [_to_cells(row) for row in islice(rest, _BATCH)]:
            writer.write_table(arrow.Table.from_pylist(batch, schema))
        writer.add_key_value_metadata({_NOTE: json.dumps(note(), ensure_ascii=False)})
    return out.getvalue()


def _schema(arrow: Any) -> pa.Schema:
    text, data, count = arrow.string(), arrow.binary(), arrow.int32()
    return arrow.schema(
        [
            ("id", text), ("path", text), ("url", text), ("outlet", text), ("language", text),
            ("published", text), ("title", text), ("text", arrow.large_string()),
            ("events", count), ("statements", count), ("relations", count),
            ("failed", text), ("why", text),
            ("reading", data), ("analysis", data), ("across", data),
        ]
    )  # fmt: skip


def _to_cells(row: Coded) -> dict[str, object]:
    cells: dict[str, object] = {"id": row.id, "path": row.path, "url": row.url}
    if row.failure is not None:
        return {**cells, "failed": row.failure[0], "why": row.failure[1]}
    draft = draft_of(row)
    told = {name: draft.article[name] for name in ("outlet", "language", "published", "title")}
    counts = {
        "events": len(draft.events),
        "statements": len(draft.statements),
        "relations": len(draft.relations),
    }
    blobs = {"text": row.text, "reading": row.reading, "analysis": row.analysis, "across": row.across}
    return {**cells, **told, **counts, **blobs}


def from_parquet(data: bytes, columns: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    """The rows of a table as plain cells, all columns or some."""
    parquet = load_part("pyarrow.parquet", "spark")
    with io.BytesIO(data) as file:
        for batch in parquet.ParquetFile(file).iter_batches(batch_size=_BATCH, columns=columns):
            yield from batch.to_pylist()


def to_coded(cells: Mapping[str, Any]) -> Coded:
    """The document that a row was made of."""
    if cells["failed"] is not None:
        return Coded(cells["path"], cells["id"], cells["url"], failure=(cells["failed"], cells["why"]))
    blobs = (cells["text"], cells["reading"], cells["analysis"], cells["across"])
    return Coded(cells["path"], cells["id"], cells["url"], *blobs)


def read_note(data: bytes) -> dict[str, Any]:
    """What stands in the metadata of a table."""
    parquet = load_part("pyarrow.parquet", "spark")
    with io.BytesIO(data) as file:
        note: dict[str, Any] = json.loads(parquet.ParquetFile(file).metadata.metadata[_NOTE.encode()])
        return note
