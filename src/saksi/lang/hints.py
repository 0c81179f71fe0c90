"""Loads the lists of names that the tagger leans on.

Turns ``data/models`` into look-ups: names that people bear, and well-known companies, clubs,
agencies and towns that are no actors of the atlas. A hint is one sign among many; it makes
no name by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from types import MappingProxyType

from saksi.errors import DataError
from saksi.lang.atlas import split_alias
from saksi.lang.tables import load_tsv
from saksi.records import Token

#: Hints have at most so many words.
LONGEST = 5
#: What a hint may say: the labels of the tagger.
HINTS = ("PER", "LOC", "ORG")


@dataclass(frozen=True, slots=True)
class Hints:
    """``people`` are single lower-case words; ``known`` maps the words of a name to its label."""

    people: frozenset[str]
    known: Mapping[tuple[str, ...], str]
    openers: frozenset[str]  # first words of ``known``

    def match(self, tokens: Sequence[Token], i: int) -> tuple[int, str]:
        """Give how many tokens the longest known name at ``i`` takes, and its label; (0, '') for none."""
        if tokens[i].text not in self.openers:
            return 0, ""
        for n in range(min(LONGEST, len(tokens) - i), 0, -1):
            label = self.known.get(tuple(token.text for token in tokens[i : i + n]))
            if label is not None:
                return n, label
        return 0, ""


def load_hints(folder: Traversable) -> Hints:
    """Read the lists below ``folder`` (``data/models``)."""
    header, *names = (folder / "first_names.tsv").read_text(encoding="utf-8").split()
    if header != "name":
        raise DataError("first_names.tsv", "header", f"must be name, is {header}")
    rows = load_tsv(folder / "known_names.tsv", ("name", "label", "source"))
    known = {split_alias(row["name"]): row["label"] for row in rows}
    return Hints(frozenset(names), MappingProxyType(known), frozenset(words[0] for words in known))
