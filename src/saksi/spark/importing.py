"""``saksi import``: what a cluster has coded, brought into a store.

Turns a folder of shards into the rows of a store, in the order of the input, each document once.
It codes nothing; a store that has a text already keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from saksi.errors import UsageError
from saksi.spark.extraction import find_missing
from saksi.spark.files import Folder, open_folder
from saksi.spark.plan import PLAN, Plan, read_plan
from saksi.spark.tables import from_parquet, to_coded
from saksi.spark.work import name_of
from saksi.store.coding import Coded


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
