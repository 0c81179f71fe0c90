"""Loads what sentence splitting must know: which full stops belong to an abbreviation.

Turns ``abbreviations.tsv`` into one frozen ``SentenceRules``; it cuts nothing itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources.abc import Traversable

from saksi.errors import DataError
from saksi.lang.tables import load_tsv

COLUMNS = ("abbreviation", "kind", "meaning", "source")
KINDS = frozenset({"before", "number", "after", "label"})


@dataclass(frozen=True, slots=True)
class SentenceRules:
    """Lower-case abbreviations without their last full stop, by what they do to a sentence.

    ``before`` stands before its name and never ends a sentence ("Jl. Melati"); ``number``
    does not end one before a digit ("No. 5"); ``after`` closes a name and may end one
    ("S.H."); ``label`` is a noun whose single letter is a label, not an initial ("Komisi I.").
    """

    before: frozenset[str]
    number: frozenset[str]
    after: frozenset[str]
    label: frozenset[str]


def load_sentence_rules(path: Traversable) -> SentenceRules:
    """Read the table of abbreviations; DataError when a row has an unknown kind or is out of order."""
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    previous = ""
    for row in load_tsv(path, COLUMNS):
        word = row["abbreviation"]
        if row["kind"] not in KINDS:
            raise DataError(path.name, word, f"kind must be one of {' '.join(sorted(KINDS))}")
        if word <= previous:
            raise DataError(
                path.name, word, f"must come before {previous!r}: sort by the first column, once each"
            )
        previous = word
        found[row["kind"]].add(word.lower().removesuffix("."))
    return SentenceRules(**{kind: frozenset(words) for kind, words in found.items()})
