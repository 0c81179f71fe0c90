"""Turns articles into what the store writes, here, in other processes or on other machines.

The same article gives the same row wherever it is coded. A document that breaks the engine, or
the process that works on it, becomes a failure; the next ones follow. It writes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

import apsw

from saksi.export.contract import dumps, make_document_id, to_contract
from saksi.lang.language import load_language
from saksi.pipeline import analyse, load_all
from saksi.read.articles import Piece, read_piece, refuse_piece
from saksi.records import Article
from saksi.shards.limits import Crew
from saksi.shards.order import work_in_order
from saksi.store.connect import open_to_read
from saksi.store.drafts import Draft, make_draft
from saksi.store.pack import expand, pack, squeeze, unpack
from saksi.store.told import make_told
from saksi.store.write import find_article


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
    known: bool = False  # the store has the text: it was not coded again
    draft: Draft | None = None


def run_shard(articles: Iterable[Article]) -> Iterator[Coded]:
    """Code the articles of a shard one by one; the same articles give the same rows anywhere."""
    return map(code_article, articles)


@dataclass(frozen=True, slots=True)
class Coding:
    """The task of coding pieces; texts that are known are only read."""

    known: Callable[[str], bool]

    def begin(self) -> None:
        """Load the language and the models."""
        load_all()

    def __call__(self, piece: Piece) -> Coded:
        """What the store keeps of a piece."""
        article = read_piece(piece)
        key = id_of(article)
        if article.text and self.known(key):
            return Coded(path_of(article), key, url_of(article), known=True)
        return code_article(article)

    def lose(self, piece: Piece, why: str) -> Coded:
        """The failure of a piece that no process could code."""
        article = refuse_piece(piece, "coding", why)
        return Coded(path_of(article), id_of(article), failure=("coding", article.problems[-1].why))


@dataclass(frozen=True, slots=True)
class KnownIn:
    """Whether a store has a text; asked from another process than the one that writes."""

    store: str

    def __call__(self, key: str) -> bool:
        """Whether the store has the text with this id by now."""
        return find_article(_reader(self.store), key) is not None


@cache
def _reader(path: str) -> apsw.Connection:
    """The connection of a process that works until it is ended."""
    return open_to_read(path)


def code_in_order(pieces: Iterable[Piece], jobs: int) -> Generator[Coded, None, None]:
    """The rows of a shard from ``jobs`` processes, in order: one that dies costs only its document."""
    return work_in_order(pieces, Coding(nothing), Crew(jobs))


def nothing(key: str) -> bool:
    """No text is known: each is coded."""
    del key
    return False


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
    except MemoryError:
        raise  # told by whoever knows how much there was
    except Exception as error:  # noqa: BLE001  # the edge of the batch: the other documents must come out
        return Coded(path, key, failure=("coding", f"{article.source}: {type(error).__name__}: {error}"))
    stored = (text, pack_reading(article), squeeze(dumps(contract)), pack(across))
    return Coded(path, key, url_of(article), *stored, draft=draft)


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


def url_of(article: Article) -> str | None:
    """The address of an article, when the page tells one."""
    return article.metadata.url if article.metadata else None


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
