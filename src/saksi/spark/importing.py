"""``saksi import``: what a cluster has coded, brought into a store.

Turns a folder of shards into the rows of a store, in the order of the input, each document once.
It codes nothing; a store that has a text already keeps it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from saksi.errors import UsageError
from saksi.spark.cells import read_tables
from saksi.spark.extraction import find_missing
from saksi.spark.files import Folder, open_folder
from saksi.spark.plan import PLAN, Plan, read_plan
from saksi.spark.tables import from_parquet, to_coded
from saksi.spark.work import name_of
from saksi.store.coding import Coded
from saksi.store.drafts import Cells
from saksi.store.knowledge import TABLES
from saksi.store.takeover import Found

DONE = "done.json"


@dataclass(frozen=True, slots=True)
class Shards:
    """An extraction as far as it is there."""

    address: str
    folder: Folder
    plan: Plan
    missing: int

    def documents(self) -> Iterator[Coded]:
        """Every document as it was coded, in the order of the shards."""
        for shard in self.plan.shards:
            data = self.folder.read(name_of(shard.key))
            if data is not None:
                yield from map(to_coded, from_parquet(data))


def open_shards(address: str) -> Shards:
    """The extraction in a folder; UsageError when there is none."""
    folder = open_folder(address)
    data = folder.read(PLAN)
    if data is None:
        raise UsageError(
            f"{address}: it holds no extraction: make one with saksi spark extract INPUT {address}"
        )
    plan = read_plan(data, address)
    return Shards(address, folder, plan, len(find_missing(plan, folder)))


def folder_of(shards: Shards) -> str:
    """The folder of what these shards tell together."""
    keys = "\n".join(shard.key for shard in shards.plan.shards)
    return f"across/{hashlib.sha256(keys.encode()).hexdigest()[:32]}"


def find_together(shards: Shards) -> Found | None:
    """What ``saksi spark resolve`` found over these shards, None when it has not been run."""
    data = shards.folder.read(f"{folder_of(shards)}/{DONE}")
    if data is None:
        return None
    done = json.loads(data)

    def read(table: str) -> Iterator[Cells]:
        return read_tables(shards.address, done["files"], table)

    return Found(
        state=done["state"],
        notes=done["notes"],
        tables={table: read(table) for table in TABLES},
        incident_of=((str(one["id"]), str(one["incident"])) for one in read("event")),
        span_of=((str(one["id"]), str(one["fact"])) for one in read("relation")),
        identity_of=((str(one["id"]), json.loads(str(one["identities"]))) for one in read("document")),
    )
