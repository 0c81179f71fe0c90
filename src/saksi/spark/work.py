"""What one task does: read a shard, code it, write it as one file under its key.

Turns a ``Shard`` into a Parquet file and a ``Done``. A task may be run twice, at once or one after
the other: both write the same rows under the same name. After a task that was killed the documents
are coded in processes of their own, so that one that kills its reader is set aside and told.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from saksi.read.articles import read_opened
from saksi.read.sources import ReadOptions
from saksi.records import Article
from saksi.spark.files import open_folder
from saksi.spark.plan import Piece, Reading, Shard
from saksi.spark.sieve import Sieve
from saksi.spark.tables import to_parquet
from saksi.store.coding import Coded, code_in_order, run_shard
from saksi.store.digest import RunKey, current_run

#: Processes of a task that is run again: more than one makes them processes of their own.
_APART = 2
SHARDS = "articles"


class Done(NamedTuple):
    """What a task came to."""

    key: str
    documents: int
    failed: int
    passed_over: int
    seconds: float  # of processor time


@dataclass(frozen=True, slots=True)
class Job:
    """What all tasks of an extraction have in common."""

    reading: Reading
    out: str  # address of the folder of shards
    run: RunKey  # the engine that the plan was made for


def name_of(key: str) -> str:
    """The name of a shard's file in the folder of an extraction."""
    return f"{SHARDS}/{key}.parquet"


def run_task(shard: Shard, job: Job, attempt: int = 0) -> Done:
    """Code a shard and write it; ``attempt`` counts from 0."""
    if current_run() != job.run:
        raise RuntimeError(
            f"this machine has saksi {current_run()}, the plan is of another: install one for all"
        )
    began = time.process_time()
    passed: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    articles = read_shard(shard, job.reading, passed)
    rows = code_in_order(articles, _APART) if attempt else run_shard(articles)
    data = to_parquet(
        _count(rows, counted), lambda: {"run": job.run, "key": shard.key, **counted, "passed over": passed}
    )
    open_folder(job.out).write(name_of(shard.key), data)
    took = time.process_time() - began
    return Done(shard.key, counted["documents"], counted["failed"], passed.total(), took)


def _count(rows: Iterable[Coded], counted: Counter[str]) -> Iterator[Coded]:
    for row in rows:
        counted["documents"] += 1
        counted["failed"] += row.failure is not None
        yield row


def read_shard(shard: Shard, reading: Reading, passed: Counter[str]) -> Iterator[Article]:
    """The articles of a shard that are wanted; the others are counted."""
    sieve = Sieve(reading)

    def takes_page(page: bytes) -> bool:
        taken = sieve.takes_all or sieve.takes_page(page)
        passed["page"] += not taken
        return taken

    options = ReadOptions(reading.kind, reading.columns, takes=takes_page)
    for piece in shard.pieces:
        for article in _read_piece(piece, options):
            if not article.text or sieve.takes_all or sieve.takes(article.text):
                yield article
            else:
                passed["text"] += 1


def _read_piece(piece: Piece, options: ReadOptions) -> Iterator[Article]:
    """Every so manieth document of a file; what is wrong with the file as a whole is told once."""
    folder = open_folder(piece.path)
    next(folder.list())  # a file that this machine does not see is no bad document: the task fails
    for number, article in enumerate(read_opened(piece.path, lambda: folder.open(piece.path), options)):
        if number % piece.parts == piece.part:
            yield article
