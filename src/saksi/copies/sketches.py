"""Turns a story into what is compared: the hashes of its sentences, and its runs of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from struct import pack

from rensa import RMinHash  # type: ignore[import-untyped]  # it ships no types

_SENTENCE = re.compile(r"[.!?…][\"”’»)\]]*\s+|\n+")
_WORD = re.compile(r"\w+")
#: Shorter sentences ("Hal itu ditegaskan juru bicara.") stand in texts that share nothing else, in letters.
_LETTERS = 40
#: Words in a run: five tell texts apart and survive a changed name or number.
_RUN = 5
#: Least likeness (Jaccard) of runs of words; with 32 bands of 128 permutations such pairs are found.
LIKENESS, PERMUTATIONS, BANDS = 0.4, 128, 32
_SEED = 7


def sentence_hashes(story: str) -> frozenset[int]:
    """Hashes of the longer sentences; case, marks and blanks do not count.

    >>> first = sentence_hashes("Dua menteri luar negeri bertemu di Kota Ambar pada hari Rabu.")
    >>> first == sentence_hashes("DUA menteri luar negeri bertemu di Kota Ambar, pada hari Rabu!")
    True
    """
    pieces = ("".join(_WORD.findall(piece.lower())) for piece in _SENTENCE.split(story))
    return frozenset(_hash(piece) for piece in pieces if len(piece) >= _LETTERS)


def word_runs(story: str) -> frozenset[str]:
    """All runs of five words."""
    words = _WORD.findall(story.lower())
    return frozenset(" ".join(words[index : index + _RUN]) for index in range(len(words) - _RUN + 1))


def make_sketch(runs: frozenset[str]) -> RMinHash:
    """MinHash sketch of runs of words."""
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=_SEED)
    sketch.update(sorted(runs))
    return sketch


def bands_of(sketch: RMinHash) -> Iterator[bytes]:
    """The bands of a sketch: two texts with one in common fall together."""
    values, rows = sketch.digest(), PERMUTATIONS // BANDS
    yield from (
        pack(f"<{rows + 1}Q", band, *values[band * rows : (band + 1) * rows]) for band in range(BANDS)
    )


def _hash(piece: str) -> int:
    return int.from_bytes(blake2b(piece.encode(), digest_size=8).digest())
