"""What the shards of an extraction bring into the comparison, as a distributed collection.

Turns the files of the shards into pairs of a document's id and its rows, each document once however
often its text was read. Needs Spark; it compares nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Hashable, Iterable, Iterator
from typing import Any

from saksi.spark.files import open_folder
from saksi.spark.importing import Shards
from saksi.spark.tables import from_parquet
from saksi.spark.work import name_of
from saksi.store.pack import unpack
from saksi.store.told import Told

Numbered = tuple[int, str]  # a shard's place in the plan, its key


def read_told(context: Any, shards: Shards) -> Any:
    """All documents as ``(id, Told)``."""
    numbered = list(enumerate(shard.key for shard in shards.plan.shards))
    address = shards.address
    spread = context.parallelize(numbered, max(1, min(len(numbered), 4 * context.defaultParallelism)))
    ids = spread.flatMap(lambda one: ((key, (one[0], 1)) for key in _read_ids(address, one)))
    again = ids.reduceByKey(lambda a, b: (min(a[0], b[0]), a[1] + b[1])).filter(lambda one: one[1][1] > 1)
    owner = context.broadcast({key: number for key, (number, _) in again.collect()})

    def read(one: Numbered) -> Iterator[tuple[str, Told]]:
        seen: set[str] = set()
        for cells in _read(address, one, ["id", "failed", "across"]):
            key = cells["id"]
            if key not in seen and owner.value.get(key, one[0]) == one[0]:
                seen.add(key)
                yield key, unpack(Told, cells["across"])

    return spread.flatMap(read)


def _read_ids(address: str, one: Numbered) -> Iterator[str]:
    return (str(cells["id"]) for cells in _read(address, one, ["id", "failed"]))


def _read(address: str, one: Numbered, columns: list[str]) -> Iterator[dict[str, Any]]:
    """Cells of the documents of one shard that were coded."""
    data = open_folder(address).read(name_of(one[1]))
    if data is None:
        raise RuntimeError(f"shard {one[1]} is not there: run saksi spark extract again")
    return (cells for cells in from_parquet(data, columns) if cells["failed"] is None)


def digest(key: Hashable) -> bytes:
    """A key of any make as 16 bytes, the same on every machine."""
    return hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def spread_by(key: bytes) -> int:
    """Which part of a collection a digest belongs to."""
    return int.from_bytes(key[:6])


def find_parts(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Members of connected groups with the smallest of each group.

    >>> find_parts([("b", "c"), ("a", "b"), ("x", "y")])
    {'b': 'a', 'c': 'a', 'a': 'a', 'x': 'x', 'y': 'x'}
    """
    leader: dict[str, str] = {}

    def lead(member: str) -> str:
        leader.setdefault(member, member)
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for pair in pairs:
        one, two = sorted(map(lead, pair))
        leader[two] = one
    return {member: lead(member) for member in leader}


def collect_parts(pairs: Any) -> dict[str, str]:
    """Connected groups of a distributed collection of pairs; each part sends no more pairs than members."""

    def thin(own: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        return iter([pair for pair in find_parts(own).items() if pair[0] != pair[1]])

    return find_parts(sorted(pairs.mapPartitions(thin).collect()))


def keep(rows: Any) -> Any:
    """A collection that is used several times: held in memory, what has no room there on disk."""
    from pyspark import StorageLevel  # noqa: PLC0415  # an extra

    return rows.persist(StorageLevel.MEMORY_AND_DISK)
