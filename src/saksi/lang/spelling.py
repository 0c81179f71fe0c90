"""Finds the state that a misspelt name means: "Asfghanistan", "Ubekistan".

Turns the names of states into an index of all their forms with one letter left out, so that
one look-up finds every name one slip away (a letter too many, too few, wrong or swapped).
Short names are left out, and a name that is written like another is never changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from saksi.records import Entry

#: Shorter names lie one slip from too many words.
SHORTEST = 7


@dataclass(frozen=True, slots=True)
class Spelling:
    """States by their names with one letter left out; ``right`` are the names as they should be."""

    slips: Mapping[str, frozenset[str]]
    right: Mapping[str, Entry]

    def find(self, word: str) -> Entry | None:
        """Give the one state whose name is a slip away from ``word``, None for none or several."""
        if len(word) < SHORTEST or word in self.right:
            return None
        names = {name for form in _forms(word) for name in self.slips.get(form, ()) if _is_near(word, name)}
        found = {self.right[name].id: self.right[name] for name in names}
        return next(iter(found.values())) if len(found) == 1 else None


def build_spelling(entries: Iterable[Entry]) -> Spelling:
    """Index the one-word names of states."""
    right = {
        e.name.lower(): e
        for e in entries
        if e.kind == "state" and " " not in e.name and len(e.name) >= SHORTEST
    }
    slips: dict[str, set[str]] = {}
    for name in right:
        for form in _forms(name):
            slips.setdefault(form, set()).add(name)
    return Spelling({form: frozenset(names) for form, names in slips.items()}, right)


def _forms(word: str) -> Iterator[str]:
    yield word
    for i in range(len(word)):
        yield word[:i] + word[i + 1 :]


def _is_near(a: str, b: str) -> bool:
    """Whether one slip turns ``a`` into ``b``; the first letter must be right.

    >>> _is_near("asfghanistan", "afghanistan"), _is_near("mongolia", "mongolia2")
    (True, True)
    """
    if a[0] != b[0]:
        return False
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    swapped = len(a) == 2 and a == b[::-1]
    return swapped or (len(a) <= 1 and len(b) <= 1)
