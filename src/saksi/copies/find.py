"""Finds near-duplicates and cut copies among many texts.

Turns texts into groups of copies. Candidates come from shared sentences and from MinHash
sketches of runs of words; each is then compared exactly, so a group never rests on a sketch.
Rewordings that share neither are left to the linking of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import TypeVar

from rensa import RMinHashLSH  # type: ignore[import-untyped]  # it ships no types

from saksi.copies.records import CopyGroup, CopyPair, Text
from saksi.copies.sketches import BANDS, LIKENESS, PERMUTATIONS, make_sketch, sentence_hashes, word_runs

T = TypeVar("T")
#: Share of the shorter text's sentences from which it is a copy, and from which it is reworked. A dateline
#: left in place or a changed last line costs a short text of ten sentences two of them.
_COPY, _REWORKED = 0.8, 0.5
#: Two texts of one agency: so much in common, and they are one report.
_AGENCY = 0.25
#: A copy this much shorter than the other is cut.
_CUT = 0.8
#: A sentence in more texts than this is paired with its first text and its neighbours only.
CROWD = 20
#: Texts whose runs of words are kept for the next comparison.
REMEMBERED = 500
#: One shared sentence may be a quotation; a text needs two to be a copy.
LEAST = 2


def find_copies(texts: Iterable[Text]) -> tuple[CopyGroup, ...]:
    """Groups of two and more texts that go back to one, in the order of their first ids.

    >>> story = "Dua menteri luar negeri bertemu di Kota Ambar pada hari Rabu. Keduanya sepakat "
    >>> story += "membuka kembali pelabuhan yang ditutup sejak bulan lalu itu."
    >>> find_copies([Text("a", story), Text("b", "AMBAR. " + story)])[0].pairs[0].kind
    'copy'
    """
    rows = [Compared(text) for text in sorted(set(texts))]
    candidates = sorted({*_by_sentences([row.hashes for row in rows]), *_by_runs(rows)})
    pairs = (compare(rows[first], rows[second]) for first, second in candidates)
    found = [pair for pair in pairs if pair is not None]
    _remember_runs.cache_clear()
    return join(found)


class Compared:
    """A text with what is compared of it, each made once."""

    __slots__ = ("hashes", "text")

    def __init__(self, text: Text) -> None:
        self.text, self.hashes = text, sentence_hashes(text.story)

    @property
    def runs(self) -> frozenset[str]:
        """Its runs of words: forty kilobytes a text, so that only those of the last texts are kept."""
        return _remember_runs(self.text.story)


@lru_cache(maxsize=REMEMBERED)
def _remember_runs(story: str) -> frozenset[str]:
    return word_runs(story)


def group_of(groups: Iterable[CopyGroup]) -> dict[str, str]:
    """Each text in a group with the first id of the group: what resolution takes as copies."""
    return {member: group.members[0] for group in groups for member in group.members}


def _by_sentences(hashes: Sequence[frozenset[int]]) -> Iterator[tuple[int, int]]:
    """Pairs that share two sentences."""
    holders: dict[int, list[int]] = {}
    for index, row in enumerate(hashes):
        for value in row:
            holders.setdefault(value, []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for rows in holders.values():
        for pair in pair_up(rows):
            shared[pair] = shared.get(pair, 0) + 1
    yield from (pair for pair, count in shared.items() if count >= LEAST)


def pair_up(rows: Sequence[T]) -> Iterable[tuple[T, T]]:
    """All pairs of a few sorted rows; of a crowd those with the first and with the neighbour."""
    if len(rows) <= CROWD:
        return combinations(rows, 2)
    return {*((rows[0], row) for row in rows[1:]), *pairwise(rows)}


def _by_runs(rows: Sequence[Compared]) -> Iterator[tuple[int, int]]:
    """Pairs whose sketches fall together."""
    index = RMinHashLSH(threshold=LIKENESS, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, row in enumerate(rows):
        runs = word_runs(row.text.story)  # let go again: all of them would fill the memory
        if runs:
            sketch = make_sketch(runs)
            yield from ((other, number) for other in look_at(sorted(index.query(sketch))))
            index.insert(number, sketch)


def look_at(near: Sequence[T]) -> Sequence[T]:
    """Those of the earlier rows that fall together with one that it is compared with."""
    return near if len(near) <= CROWD else [near[0], *near[-CROWD:]]


def compare(first: Compared, second: Compared) -> CopyPair | None:
    """Compare two texts exactly: by sentences, else by runs of words."""
    one, two = first.hashes, second.hashes
    common = len(one & two)
    share = common / max(min(len(one), len(two)), 1)
    ids = first.text.id, second.text.id
    same_agency = first.text.origin is not None and first.text.origin == second.text.origin
    if common >= LEAST and (share >= _REWORKED or (same_agency and share >= _AGENCY)):
        kind = "agency" if share < _REWORKED else "reworked" if share < _COPY else _copy_kind(one, two)
        return CopyPair(*ids, kind, round(share, 3), "sentences")
    same = len(first.runs & second.runs)
    if same < LIKENESS * max(len(first.runs | second.runs), 1):
        return None
    least = min(len(first.runs), len(second.runs))
    return CopyPair(*ids, "reworked", round(same / least, 3), "runs of words")


def _copy_kind(one: frozenset[int], two: frozenset[int]) -> str:
    return "cut" if min(len(one), len(two)) < _CUT * max(len(one), len(two)) else "copy"


def join(pairs: Sequence[CopyPair]) -> tuple[CopyGroup, ...]:
    """Connected groups of the pairs."""
    leader: dict[str, str] = {}
    for pair in pairs:
        one, two = _lead(leader, pair.first), _lead(leader, pair.second)
        leader[max(one, two)] = min(one, two)
    return tuple(_gather(leader, pairs))


def _lead(leader: dict[str, str], member: str) -> str:
    """First id of the group a text is in so far."""
    leader.setdefault(member, member)
    while leader[member] != member:
        leader[member] = leader[leader[member]]
        member = leader[member]
    return member


def _gather(leader: dict[str, str], pairs: Sequence[CopyPair]) -> Iterator[CopyGroup]:
    members: dict[str, list[str]] = {}
    held: Mapping[str, list[CopyPair]] = {}
    for member in sorted(leader):
        members.setdefault(_lead(leader, member), []).append(member)
    held = {first: [] for first in members}
    for pair in pairs:
        held[_lead(leader, pair.first)].append(pair)
    for first in sorted(members):
        yield CopyGroup(tuple(members[first]), tuple(held[first]))
