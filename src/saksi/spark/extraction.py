"""``saksi spark extract``: the shards that are missing, coded by the machines of a cluster.

Turns an input and a folder for the output into one Parquet file a shard, beside the plan that
says which there should be. What is there already is not done again; a task that is lost is tried
again by Spark, and a run that is killed goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from saksi.errors import UsageError
from saksi.spark.files import Folder, Found, open_folder
from saksi.spark.plan import PLAN, SHARD_BYTES, Plan, Reading, Shard, choose, make_plan
from saksi.spark.work import SHARDS, Done, Job, name_of, run_task
from saksi.store.digest import current_run


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a run came to."""

    shards: int  # of the plan
    done: tuple[Done, ...]  # by this run; the others were there


def plan_input(inputs: Sequence[str], reading: Reading, size: int = SHARD_BYTES) -> Plan:
    """The plan for files and folders, in the order given."""
    files: list[Found] = []
    for address in inputs:
        found = list(open_folder(address).list())
        files += found if [one.path for one in found] == [address] else choose(found)
    return make_plan(files, reading, current_run(), size)


def find_missing(plan: Plan, out: Folder) -> tuple[Shard, ...]:
    """The shards of a plan that have no file yet."""
    there = out.names(SHARDS)
    return tuple(shard for shard in plan.shards if name_of(shard.key).rpartition("/")[2] not in there)


def extract(
    plan: Plan, address: str, open_context: Callable[[], Any], tell: Callable[[str], None]
) -> Extracted:
    """Code what is missing of a plan; Spark is opened only if something is."""
    out = open_folder(address)
    if out.read(PLAN) != plan.to_json():
        out.write(PLAN, plan.to_json())
    out.sweep(SHARDS)
    missing = find_missing(plan, out)
    tell(f"{len(plan.shards):,} shards, {len(plan.shards) - len(missing):,} of them there already")
    if not missing:
        return Extracted(len(plan.shards), ())
    with open_context() as context:
        done = run_all(context, missing, Job(plan.reading, address, plan.run))
    if lost := find_missing(plan, out):
        why = f"{len(lost):,} of the shards that were coded are not there: give an output that all machines share"
        raise UsageError(f"{address}: {why}")
    return Extracted(len(plan.shards), done)


def run_all(context: Any, shards: Sequence[Shard], job: Job) -> tuple[Done, ...]:
    """One task a shard, the largest first, so that none is left over at the end."""
    from pyspark import TaskContext  # noqa: PLC0415  # an extra

    def run(shard: Shard) -> Done:
        task = TaskContext.get()
        return run_task(shard, job, task.attemptNumber() if task is not None else 0)

    ordered = sorted(shards, key=lambda shard: -shard.size)
    return tuple(context.parallelize(ordered, len(ordered)).map(run).collect())
