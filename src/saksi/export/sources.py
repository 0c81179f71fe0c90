"""Writes what is known of where an article came from.

Turns an ``Article`` into the keys of ``document`` that tell its kind, its record, its metadata,
its text and what was mended in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from saksi.records import Article, Candidate, Metadata


def write_origin(article: Article, *, with_text: bool) -> dict[str, object]:
    """Keys of an article's origin; the text itself when no file holds it as it was read, or when asked for."""
    original = article.text if article.original is None else article.original
    return {
        "kind": article.kind,
        "record": article.record,
        "metadata": None if article.metadata is None else _metadata(article.metadata),
        "repairs": dict(sorted(Counter(repair.kind for repair in article.repairs).items())),
        "text": original if with_text or article.kind != "text" else None,
    }


def _metadata(found: Metadata) -> dict[str, object]:
    return {
        "url": found.url,
        "published": _candidates(found.published),
        "modified": _candidates(found.modified),
        "title": _candidates(found.title),
        "authors": _candidates(found.authors),
        "outlet": _candidates(found.outlet),
        "language": found.language,
        "fetched": found.fetched,
        "page": found.page,
        "flags": list(found.flags),
    }


def _candidates(candidates: Iterable[Candidate]) -> list[dict[str, object]]:
    return [{"value": c.value, "source": c.source, "raw": c.raw} for c in candidates]
