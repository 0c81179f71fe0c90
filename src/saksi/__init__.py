"""saksi reads Indonesian news and returns records, each with its witness.

::

    import saksi

    record = saksi.code("Wakil Indonesia dan Malaysia bertemu di Kota Ambar, Rabu (3/4).")
    with saksi.Store.open("news.saksi", write=True) as store:
        store.add(saksi.read_articles("articles/"))
        store.events(actor="CHN", type="CONSULT").to_pandas()
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from saksi.errors import DataError, MissingPartError, ReadError, SaksiError, StoreError, UsageError
from saksi.version import __version__

if TYPE_CHECKING:
    from saksi.records import Analysis, Article
    from saksi.store.store import Store

__all__ = [
    "Analysis",
    "Article",
    "DataError",
    "MissingPartError",
    "ReadError",
    "SaksiError",
    "Store",
    "StoreError",
    "UsageError",
    "__version__",
    "analyse",
    "code",
    "read_articles",
]


def read_articles(*paths: str) -> Iterator[Article]:
    """Yield the articles of files, folders, addresses or ``-``; what cannot be read carries a problem."""
    from saksi.read.articles import read_articles as read  # noqa: PLC0415  # waits: ``import saksi`` is quick

    return read(paths)


def analyse(article: Article | str) -> Analysis:
    """Everything saksi knows from one article or text."""
    from saksi.lang.language import load_language  # noqa: PLC0415
    from saksi.pipeline import analyse as run  # noqa: PLC0415
    from saksi.records import Article  # noqa: PLC0415

    return run(Article("text", article) if isinstance(article, str) else article, load_language())


def code(article: Article | str) -> dict[str, object]:
    """The object that ``saksi extract`` prints for one article or text."""
    from saksi.export.contract import to_contract  # noqa: PLC0415

    return to_contract(analyse(article))


#: Names that are imported when first asked for, and the module that has them.
LATER = {"Store": "saksi.store.store", "Analysis": "saksi.records", "Article": "saksi.records"}


def __getattr__(name: str) -> object:
    """``saksi.Store``, ``saksi.Article``: imported when first asked for, so that ``import saksi`` is quick."""
    if name in LATER:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(LATER[name]), name)
    raise AttributeError(f"module 'saksi' has no attribute {name!r}")
