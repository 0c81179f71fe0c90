"""Near-copies among the documents of a cluster, by the functions of ``saksi.copies``.

Turns texts into groups of copies. Texts that share a sentence or a band of their sketches meet at
one machine; each pair is then compared exactly, and the groups are those that ``find_copies`` gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from saksi.copies import Text, group_of
from saksi.copies.find import CROWD, LEAST, Compared, compare, join, look_at, pair_up
from saksi.copies.sketches import bands_of, make_sketch, sentence_hashes, word_runs

Pair = tuple[str, str]
#: Texts that a worker keeps at hand: some 100 KB each.
_REMEMBERED = 256


def find_copies(told: Any) -> dict[str, str]:
    """Documents that are copies, each with the first of its group."""
    texts = told.flatMap(lambda one: [(one[0], one[1].text)] if one[1].text is not None else [])
    pairs = _by_sentences(texts).union(_by_runs(texts)).distinct()
    first = pairs.join(texts).map(lambda one: (one[1][0], (one[0], one[1][1])))
    compared = first.join(texts).flatMap(lambda one: _compare(one[1][0][1], one[1][1]))
    return group_of(join(sorted(compared.collect(), key=lambda pair: (pair.first, pair.second))))


def _compare(first: Text, second: Text) -> list[Any]:
    found = compare(_read(first), _read(second))
    return [found] if found is not None else []


@lru_cache(maxsize=_REMEMBERED)
def _read(text: Text) -> Compared:
    """What is compared of a text; the same few texts come again and again in a crowd."""
    return Compared(text)


def _by_sentences(texts: Any) -> Any:
    """Pairs that share two sentences."""
    keyed = texts.flatMap(lambda one: [(value, one[0]) for value in sentence_hashes(one[1].story)])
    shared = keyed.groupByKey().flatMap(_pair_up).reduceByKey(lambda a, b: a + b)
    return shared.filter(lambda one: one[1] >= LEAST).keys()


def _pair_up(block: tuple[int, Iterable[str]]) -> Iterator[tuple[Pair, int]]:
    rows = sorted(block[1])
    return ((pair, 1) for pair in pair_up(rows)) if len(rows) > 1 else iter(())


def _by_runs(texts: Any) -> Any:
    """Pairs whose sketches fall together: each text with the earlier ones, a crowd of them cut."""
    keyed = texts.flatMap(lambda one: [(band, one[0]) for band in _bands(one[1])])
    earlier = keyed.groupByKey().flatMap(_earlier).reduceByKey(lambda a, b: a | b)
    return earlier.flatMap(lambda one: [(near, one[0]) for near in look_at(sorted(one[1]))])


def _bands(text: Text) -> Iterator[bytes]:
    runs = word_runs(text.story)
    return bands_of(make_sketch(runs)) if runs else iter(())


def _earlier(block: tuple[bytes, Iterable[str]]) -> Iterator[tuple[str, frozenset[str]]]:
    """Each row with the earlier ones of its block, as many as can matter: the first and a crowd of the last."""
    rows = sorted(block[1])
    for place, row in enumerate(rows[1:], 1):
        yield row, frozenset((rows[0], *rows[max(0, place - CROWD) : place]))
