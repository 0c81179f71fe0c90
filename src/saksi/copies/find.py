"""Finds near-duplicates and cut copies among many texts.

Turns texts into groups of copies. Candidates come from shared sentences and from MinHash
sketches of runs of words; each is then compared exactly, so a group never rests on a sketch.
Rewordings that share neither are left to the linking of events.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from rensa import RMinHash, RMinHashLSH  # type: ignore[import-untyped]  # it ships no types

from saksi.copies.records import CopyGroup, CopyPair, Text
from saksi.copies.sketches import sentence_hashes, word_runs

#: Share of the shorter text's sentences from which it is a copy, and from which it is reworked. A dateline
#: left in place or a changed last line costs a short text of ten sentences two of them.
_COPY, _REWORKED = 0.8, 0.5
#: Two texts of one agency: so much in common, and they are one report.
_AGENCY = 0.25
#: A copy this much shorter than the other is cut.
_CUT = 0.8
#: Least likeness (Jaccard) of runs of words; with 32 bands of 128 permutations such pairs are found.
_LIKENESS, _PERMUTATIONS, _BANDS = 0.4, 128, 32
_SEED = 7
#: A sentence in more texts than this is paired with its first text and its neighbours only.
_CROWD = 20
#: One shared sentence may be a quotation; a text needs two to be a copy.
_LEAST = 2


def find_copies(texts: Iterable[Text]) -> tuple[CopyGroup, ...]:
    """Groups of two and more texts that go back to one, in the order of their first ids.

    >>> story = "Dua menteri luar negeri bertemu di Kota Ambar pada hari Rabu. Keduanya sepakat "
    >>> story += "membuka kembali pelabuhan yang ditutup sejak bulan lalu itu."
    >>> find_copies([Text("a", story), Text("b", "AMBAR. " + story)])[0].pairs[0].kind
    'copy'
    """
    rows = sorted(set(texts))
    hashes = [sentence_hashes(text.story) for text in rows]
    runs: dict[int, frozenset[str]] = {}
    pairs = []
    for first, second in sorted({*_by_sentences(hashes), *_by_runs(rows)}):
        pair = _compare(rows, hashes, runs, (first, second))
        if pair is not None:
            pairs.append(pair)
    return _join(pairs)


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
        for pair in _pairs(rows):
            shared[pair] = shared.get(pair, 0) + 1
    yield from (pair for pair, count in shared.items() if count >= _LEAST)


def _pairs(rows: list[int]) -> Iterable[tuple[int, int]]:
    """All pairs of a few rows; of a crowd those with the first and with the neighbour."""
    if len(rows) <= _CROWD:
        return combinations(rows, 2)
    return {*((rows[0], row) for row in rows[1:]), *pairwise(rows)}


def _by_runs(rows: Sequence[Text]) -> Iterator[tuple[int, int]]:
    """Pairs whose sketches fall together."""
    index = RMinHashLSH(threshold=_LIKENESS, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    for number, text in enumerate(rows):
        runs = word_runs(text.story)
        if not runs:
            continue
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(sorted(runs))
        near = sorted(index.query(sketch))
        yield from (
            (other, number) for other in (near if len(near) <= _CROWD else [near[0], *near[-_CROWD:]])
        )
        index.insert(number, sketch)


def _compare(
    rows: Sequence[Text],
    hashes: Sequence[frozenset[int]],
    runs: dict[int, frozenset[str]],
    pair: tuple[int, int],
) -> CopyPair | None:
    """Compare two texts exactly: by sentences, else by runs of words."""
    first, second = (rows[index] for index in pair)
    one, two = (hashes[index] for index in pair)
    common = len(one & two)
    share = common / max(min(len(one), len(two)), 1)
    same_agency = first.origin is not None and first.origin == second.origin and share >= _AGENCY
    if common >= _LEAST and (share >= _REWORKED or same_agency):
        kind = "agency" if share < _REWORKED else "reworked" if share < _COPY else _copy_kind(one, two)
        return CopyPair(first.id, second.id, kind, round(share, 3), "sentences")
    left, right = (runs.setdefault(index, word_runs(rows[index].story)) for index in pair)
    same = len(left & right)
    if same < _LIKENESS * max(len(left | right), 1):
        return None
    return CopyPair(
        first.id, second.id, "reworked", round(same / min(len(left), len(right)), 3), "runs of words"
    )


def _copy_kind(one: frozenset[int], two: frozenset[int]) -> str:
    return "cut" if min(len(one), len(two)) < _CUT * max(len(one), len(two)) else "copy"


def _join(pairs: Sequence[CopyPair]) -> tuple[CopyGroup, ...]:
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
