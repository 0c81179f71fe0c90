"""Finds the state that a misspelt name means: "Asfghanistan", "Koera Selatan", "Pyonyang".

Turns the names of states, of their seats and of their capitals into an index of all their
forms with one letter left out, so that one look-up finds every name one slip away (a letter
too many, too few, wrong or swapped). Short names are left out, and a name that the atlas or
the list of first names has is never changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from saksi.records import Entry

#: Shorter names lie one slip from too many words ...
SHORTEST = 7
#: ... and so do names of one word that have another letter: "belanja" is not Belanda.
SHORTEST_EXCHANGED = 9
#: Words of the longest name that is mended: "Republik Demokratik Kongo".
LONGEST = 3
#: Words kept with what they mean: a newspaper writes the same ones every day.
CACHED_NAMES = 20_000


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """Names with one letter left out; ``real`` are names and words that are right as they stand.

    ``edges`` holds the first words and the rests of names of several words: one of the two
    is always right, so most words need no look-up.
    """

    slips: Mapping[str, frozenset[str]]
    states: Mapping[str, Entry]
    seats: AbstractSet[str]
    real: AbstractSet[str]
    edges: frozenset[str]
    longest: int  # letters of the longest name and one more

    def find(self, text: str) -> Entry | None:
        """Give the one state whose own name is a slip away from ``text`` (lower case)."""
        right = self.mend(text)
        return self.states[right] if right is not None and right not in self.seats else None

    def mend(self, text: str) -> str | None:
        """Give the name of a state or capital that is a slip away; None for none or several."""
        if not SHORTEST <= len(text) <= self.longest or text in self.real:
            return None
        first, _, rest = text.partition(" ")
        if rest and first not in self.edges and rest not in self.edges:
            return None
        return self._nearest(text)

    @lru_cache(maxsize=CACHED_NAMES)  # noqa: B019  # the one object lives as long as the process
    def _nearest(self, text: str) -> str | None:
        names = {name for form in _forms(text) for name in self.slips.get(form, ()) if _is_near(text, name)}
        meant = {self.states[name].id for name in names}
        return min(names) if len(meant) == 1 else None


def build_spelling(states: Mapping[str, Entry], seats: AbstractSet[str], real: AbstractSet[str]) -> Spelling:
    """Index names in lower case; ``seats`` are those of capitals, ``real`` is never changed."""
    slips: dict[str, set[str]] = {}
    edges: set[str] = set()
    for name in states:
        words = name.split()
        if len(name) < SHORTEST or len(words) > LONGEST:
            continue
        edges.update(part for part in (words[0], " ".join(words[1:])) if len(words) > 1)
        for form in _forms(name):
            slips.setdefault(form, set()).add(name)
    index = {form: frozenset(found) for form, found in slips.items()}
    return Spelling(index, states, seats, real, frozenset(edges), max(map(len, states)) + 1)


def _forms(text: str) -> Iterator[str]:
    """The text, and the text with each of its letters left out."""
    yield text
    for i, char in enumerate(text):
        if char != " ":
            yield text[:i] + text[i + 1 :]


def _is_near(a: str, b: str) -> bool:
    """Whether one slip turns ``a`` into ``b``; first letter and blanks must be right.

    >>> _is_near("asfghanistan", "afghanistan"), _is_near("monggolia", "mongolia")
    (True, True)
    >>> _is_near("belanja", "belanda")
    False
    """
    if a[0] != b[0] or a == b or a.count(" ") != b.count(" "):
        return False
    whole = b
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    if " " in a + b:
        return False
    if len(a) == len(b) == 1:
        return " " in whole or len(whole) >= SHORTEST_EXCHANGED
    swapped = len(a) == 2 and a == b[::-1]
    return swapped or (len(a) <= 1 and len(b) <= 1)
