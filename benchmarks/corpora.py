"""Reads corpora of names in the CoNLL format.

Turns lines of a word and a label (first and last column) into ``Sentence`` records with
spans labelled PER, LOC or ORG.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from saksi.annotate.spots import Scene, Spot, find_spots
from saksi.lang.language import Language
from saksi.records import Token

#: What the corpora call their labels.
LABELS = {
    "PER": "PER", "PERSON": "PER",
    "LOC": "LOC", "PLACE": "LOC", "LOCATION": "LOC",
    "ORG": "ORG", "ORGANISATION": "ORG", "ORGANIZATION": "ORG",
}  # fmt: skip


class Span(NamedTuple):
    """Words ``first`` to ``last`` (excluded) are a name."""

    first: int
    last: int
    label: str


class Sentence(NamedTuple):
    """Words as the corpus has them, and its names."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def read_conll(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file; a blank line ends one."""
    return parse_conll(path.read_text(encoding="utf-8"))


def parse_conll(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in the CoNLL format."""
    words: list[str] = []
    labels: list[str] = []
    for line in [*text.split("\n"), ""]:
        cells = line.split()
        if cells:
            words.append(cells[0])
            labels.append(cells[-1])
        elif words:
            yield Sentence(tuple(words), tuple(read_labels(labels)))
            words, labels = [], []


def read_labels(labels: Sequence[str]) -> Iterator[Span]:
    """Join the labels of words to spans."""
    first = None
    for i, label in enumerate([*labels, "O"]):
        if first is not None and not label.startswith("I-"):
            yield Span(first, i, LABELS[labels[first].partition("-")[2]])
            first = None
        if first is None and label != "O":
            first = i


def own(words: Sequence[str], tokens: Sequence[Token]) -> list[int]:
    """Which word each token comes from."""
    ends, at = [], -1
    for word in words:
        at += len(word) + 1
        ends.append(at)
    out, k = [], 0
    for token in tokens:
        while ends[k] <= token.start:
            k += 1
        out.append(k)
    return out


def known_spots(tokens: Sequence[Token], language: Language) -> list[Spot]:
    """What the atlas knows of a sentence."""
    scene = Scene(
        language.atlas, language.spelling, language.name_rules, lambda *_: False, frozenset(), headline=True
    )
    return find_spots(tokens, scene)
