"""Turns articles into what the store writes, in this process or in several.

``code_in_order`` gives the results in the order of the articles, whatever the number of
processes, so that a store's bytes do not depend on it. A document that breaks the engine, or
kills the process that reads it, becomes a failure; the next ones follow. It writes nothing.
"""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing import get_context

from saksi.export.contract import dumps, make_document_id, to_contract
from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article
from saksi.store.drafts import Draft, make_draft
from saksi.store.pack import expand, pack, squeeze, unpack
from saksi.store.told import make_told

#: Articles that travel to a process together: fewer cost more in travel, more in waiting.
CHUNK = 8
#: Chunks under way for each process, so that none waits and memory stays small.
AHEAD = 3
#: How often a process looks whether the one that started it still lives, in seconds.
WATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Coded:
    """One document as coded: what the store keeps of it, or why there is nothing.

    All but ``draft`` are plain values, fit for the cells of a table; ``draft_of`` makes the draft
    again from them.
    """

    path: str  # where it was read from; a source that holds several tells which
    id: str
    url: str | None = None  # address that the page tells
    text: str = ""  # the original
    reading: bytes = b""  # what coding it again needs besides its text
    analysis: bytes = b""  # the contract's object
    across: bytes = b""  # what is compared with other articles
    failure: tuple[str, str] | None = None  # stage, reason
    draft: Draft | None = None


def run_shard(articles: Iterable[Article]) -> Iterator[Coded]:
    """Code the articles of a shard one by one; the same articles give the same rows anywhere."""
    return map(code_article, articles)


def code_article(article: Article) -> Coded:
    """Code one article; a failure of the engine is told, not raised."""
    path, text = path_of(article), original_of(article)
    key = make_document_id(text)
    if not article.text:
        problem = article.problems[0]
        return Coded(path, key, failure=(problem.stage, problem.why))
    try:
        language = load_language()
        analysis = analyse(article, language)
        contract = to_contract(analysis)
        draft, across = make_draft(contract, text), make_told(analysis, language, key)
    except Exception as error:  # noqa: BLE001  # the edge of the batch: the other documents must come out
        return Coded(path, key, failure=("coding", f"{article.source}: {type(error).__name__}: {error}"))
    url = article.metadata.url if article.metadata else None
    stored = (text, pack_reading(article), squeeze(dumps(contract)), pack(across))
    return Coded(path, key, url, *stored, draft=draft)


def draft_of(coded: Coded) -> Draft:
    """The rows of a coded document; made from its analysis where they did not travel with it."""
    if coded.failure is not None:
        raise ValueError("a document that failed has no rows")
    return coded.draft or make_draft(json.loads(expand(coded.analysis)), coded.text)


def original_of(article: Article) -> str:
    """The text that the records' offsets point into."""
    return article.text if article.original is None else article.original


def id_of(article: Article) -> str:
    """The id under which the store keeps an article: the digest of its original text."""
    return make_document_id(original_of(article))


def path_of(article: Article) -> str:
    """Where an article was read from; a source that holds several tells which."""
    return article.source if article.record is None else f"{article.source} ({article.record})"


def pack_reading(article: Article) -> bytes:
    """What coding the article again needs besides its original text."""
    if article.original is None:
        return pack(replace(article, text=""))
    return pack(replace(article, original=""))


def unpack_reading(data: bytes, original: str) -> Article:
    """The article as the reader gave it."""
    article = unpack(Article, data)
    return (
        replace(article, text=original) if article.original is None else replace(article, original=original)
    )


def code_in_order(articles: Iterable[Article], jobs: int) -> Iterator[Coded]:
    """Code articles with ``jobs`` processes; the order is kept."""
    if jobs <= 1:
        yield from run_shard(articles)
        return
    pending: deque[tuple[tuple[Article, ...], Future[list[Coded]]]] = deque()
    pool = _open_pool(jobs)
    try:
        for chunk in _chunks(articles):
            pending.append((chunk, pool.submit(_code_chunk, chunk)))
            if len(pending) >= jobs * AHEAD:
                pool = yield from _take_first(pending, pool, jobs)
        while pending:
            pool = yield from _take_first(pending, pool, jobs)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _take_first(
    pending: deque[tuple[tuple[Article, ...], Future[list[Coded]]]], pool: ProcessPoolExecutor, jobs: int
) -> Generator[Coded, None, ProcessPoolExecutor]:
    """The results of the oldest chunk, and the pool to go on with.

    When the process of the chunk died, each of its articles is tried alone.
    """
    chunk, future = pending.popleft()
    try:
        coded = future.result()
    except BrokenProcessPool:
        pool.shutdown(wait=False)
    else:
        yield from coded
        return pool
    for article in chunk:
        yield _code_apart(article)
    pool = _open_pool(jobs)
    waiting = [waiting for waiting, _ in pending]
    pending.clear()
    pending.extend((chunk, pool.submit(_code_chunk, chunk)) for chunk in waiting)
    return pool


def _code_apart(article: Article) -> Coded:
    """Code one article in a process of its own, so that its end ends nothing else."""
    with _open_pool(1) as pool:
        try:
            return pool.submit(_code_chunk, (article,)).result()[0]
        except BrokenProcessPool:
            why = (
                f"{article.source}: the process that read it was killed (out of memory?): split the document"
            )
            return Coded(path_of(article), id_of(article), failure=("coding", why))


def _chunks(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    rest = iter(articles)
    while chunk := tuple(islice(rest, CHUNK)):
        yield chunk


def _code_chunk(chunk: tuple[Article, ...]) -> list[Coded]:
    return list(run_shard(chunk))


def _open_pool(jobs: int) -> ProcessPoolExecutor:
    """Fresh processes: a fork would carry the open store along."""
    return ProcessPoolExecutor(
        jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(os.getpid(),)
    )


def _begin(parent: int) -> None:
    """Leave Ctrl-C to the process that started this one, and end when that is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    load_language()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(WATCH_SECONDS)
    os._exit(1)
