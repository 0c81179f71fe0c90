"""Counts how many independent origins a set of documents has.

Turns sources into groups: copies of one text are one origin, so are all articles of one
outlet, and articles that cite the same outlet for it. It finds no copies.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from saksi.resolve.across.grouping import Groups
from saksi.resolve.across.lexicon import fold
from saksi.resolve.across.records import NO_DECISIONS, Origins, Source

NOTHING: Mapping[str, str] = MappingProxyType({})


def count_origins(
    sources: Iterable[Source], copies: Mapping[str, str] = NOTHING, cited: Mapping[str, str] = NOTHING
) -> Origins:
    """Group documents by origin; ``cited`` maps a document to the outlet or agency it quotes.

    >>> a, b, c = Source("a", "swara", None), Source("b", "buana", None), Source("c", "warta", None)
    >>> count_origins([a, b, c], cited={"b": "Swara"}).groups
    (('a', 'b'), ('c',))
    """
    groups = Groups(NO_DECISIONS)
    rows = sorted(set(sources))
    first: dict[tuple[str, str], str] = {}
    groups.add(dict.fromkeys(source.document for source in rows))
    for source in rows:
        for key in _origins_of(source, copies, cited):
            groups.join(source.document, first.setdefault(key, source.document))
    return Origins(groups.sorted())


def _origins_of(
    source: Source, copies: Mapping[str, str], cited: Mapping[str, str]
) -> Iterable[tuple[str, str]]:
    copy, outlet, agency = copies.get(source.document), source.outlet, cited.get(source.document)
    if copy is not None:
        yield ("copy", copy)
    yield from (("outlet", fold(name)) for name in (outlet, agency) if name)
