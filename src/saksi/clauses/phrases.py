"""Builds noun phrases from units: heads, names, coordination, and what follows them.

Turns a run of units into a ``Phrase`` and the index after it. It does not know verbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.clauses.units import (
    ADVERB,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    NOUN,
    PREPOSITION,
    PRONOUN,
    Unit,
)
from saksi.records import Name, Phrase, Token

NOMINAL = frozenset({NOUN, DETERMINER, PRONOUN})
#: Adverbs that stand inside a phrase, before a number or an adjective.
INNER_ADVERBS = frozenset(
    {"sekitar", "sedikitnya", "setidaknya", "hampir", "lebih", "paling", "sangat", "kurang", "kira-kira", "bersama",
     "sendiri", "lagi", "terutama", "termasuk"}
)  # fmt: skip
#: The last words of a phrase.
CLOSING = frozenset({"itu", "ini", "tersebut"})
#: Prepositions of a place, kinds of name that are one, and kinds of who may act there.
PLACING = frozenset({"di", "ke", "dari", "pada", "dalam"})
PLACES = frozenset({"place", "state"})
ACTING = frozenset({"office", "person", "agent", "body", "group", "organisation"})
#: Before who only made a thing, or lies beside who is told of.
MAKING = frozenset({"buatan", "bikinan", "produksi", "rancangan", "tetangga"})
#: Longest coordination that is read as one list.
MOST_MEMBERS = 40


class PhraseReader:
    """Reads phrases off one list of units."""

    def __init__(self, sentence: int, tokens: Sequence[Token], units: Sequence[Unit]) -> None:
        self.sentence, self.tokens, self.units = sentence, tokens, units
        self.list_end = self._list_ends()

    def starts(self, i: int) -> bool:
        """Whether a noun phrase can begin at unit ``i``."""
        if i >= len(self.units):
            return False
        unit = self.units[i]
        if unit.tag in NOMINAL:
            return True
        return unit.tag == ADVERB and unit.word in INNER_ADVERBS and self._nominal(i + 1)

    def _nominal(self, i: int) -> bool:
        return i < len(self.units) and self.units[i].tag in NOMINAL

    def plain_end(self, i: int) -> int:
        """Index after the uncoordinated phrase that begins at ``i``."""
        units, n, first = self.units, len(self.units), i
        while i < n:
            unit = units[i]
            if i > first and (self._is_closed(i) or (self._in_place(first) and self._leaves_place(i))):
                break
            if unit.tag in NOMINAL or (
                unit.tag == ADVERB and unit.word in INNER_ADVERBS and self._nominal(i + 1)
            ):
                i += 1
            else:
                break
        return i

    def _is_closed(self, i: int) -> bool:
        """``dalam pertemuan itu | Presiden Peru mengecam``: nothing of a phrase stands behind its "itu"."""
        before, unit = self.units[i - 1], self.units[i]
        return before.word in CLOSING and unit.tag in NOMINAL and unit.word not in CLOSING

    def _in_place(self, first: int) -> bool:
        return (
            first > 0 and self.units[first - 1].tag == PREPOSITION and self.units[first - 1].word in PLACING
        )

    def _leaves_place(self, i: int) -> bool:
        """``di Jenewa | Menlu Peru bertemu``, ``di Kabul | 12 orang tewas``: somebody behind the place he is in."""
        before, unit = self.units[i - 1].name, self.units[i]
        if before is None or before.entry.kind not in PLACES or unit.tag not in NOMINAL:
            return False
        named = unit.name is not None and unit.name.entry.kind in ACTING
        return named or unit.word[0].isdigit()

    def _list_ends(self) -> dict[int, int]:
        """For each comma or conjunction that joins list members: where the list ends.

        A run ``NP , NP , NP dan NP`` is a list when its last joint is a conjunction.
        """
        ends: dict[int, int] = {}
        for i in range(len(self.units)):
            if i in ends or not self._joint(i):
                continue
            joints, last, j = [i], None, i
            while len(joints) < MOST_MEMBERS and self._joint(j):
                if CONJUNCTION in (self.units[j].tag, self.units[j + 1].tag):
                    last = len(joints)
                k = self._member_end(j + 1)
                if last == len(joints):
                    end_of_list = k
                j = k
                joints.append(j)
            if last is not None:
                for joint in joints[:last]:
                    ends[joint] = end_of_list
        return ends

    def _joint(self, i: int) -> bool:
        units = self.units
        if not 0 < i < len(units) or units[i].tag not in (COMMA, CONJUNCTION):
            return False
        before = units[i - 1].tag in NOMINAL
        after = self._nominal(i + 1) or (
            units[i].tag == COMMA
            and i + 1 < len(units)
            and units[i + 1].tag == CONJUNCTION
            and self._nominal(i + 2)
        )
        return before and after and not self._another_act(i)

    def _another_act(self, i: int) -> bool:
        """``yang menewaskan lima orang, dan pemboman di X``: the act noun goes on with what was before the people."""
        units = self.units
        if units[i].tag != COMMA or units[i + 1].tag != CONJUNCTION or not units[i + 2].senses:
            return False
        k = i - 1
        while k >= 0 and units[k].tag in NOMINAL:
            if units[k].senses:
                return False
            k -= 1
        return True

    def _member_end(self, i: int) -> int:
        if i < len(self.units) and self.units[i].tag == CONJUNCTION:
            i += 1
        return self.plain_end(i)

    def make(self, first: int, last: int, preposition: str | None = None) -> Phrase:
        """Make a phrase of units ``first`` to ``last`` (excluded), cut into its members."""
        members = [self._plain(a, b) for a, b in self._pieces(first, last)]
        if not members:
            return self._plain(first, last, preposition)
        whole = self._plain(first, last, preposition)
        return Phrase(
            whole.sentence, whole.first, whole.last, whole.start, whole.end, members[0].head, whole.words,
            whole.names, preposition, tuple(members),
        )  # fmt: skip

    def _pieces(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cut a run of units at its commas and conjunctions."""
        pieces: list[tuple[int, int]] = []
        start = first
        for i in range(first, last + 1):
            if i == last or self.units[i].tag in (COMMA, CONJUNCTION):
                if start < i:
                    pieces.append((start, i))
                start = i + 1
        return pieces

    def _plain(self, first: int, last: int, preposition: str | None = None) -> Phrase:
        units = self.units[first:last]
        lo, hi = units[0].first, units[-1].last
        names: tuple[Name, ...] = tuple(u.name for u in units if u.name is not None and self._owns(u.name))
        head = next((u.word for u in units if u.tag == NOUN and not u.word[0].isdigit()), units[0].word)
        words = tuple(t.lower for t in self.tokens[lo:hi])
        people = [n for n in names if n.entry.kind == "person" and n.last - n.first > 1]
        if people:  # "Bola Tinubu" has nothing to do with a ball
            own = {k for n in people for k in range(n.first, n.last)}
            words = tuple(t.text if lo + k in own else t.lower for k, t in enumerate(self.tokens[lo:hi]))
        return Phrase(
            self.sentence,
            lo,
            hi,
            self.tokens[lo].start,
            self.tokens[hi - 1].end,
            head,
            words,
            names,
            preposition,
        )

    def _owns(self, name: Name) -> bool:
        """Whether a name is no maker and no neighbour: "drone buatan Iran", "tetangga Iran" are nobody of Iran."""
        return name.first == 0 or self.tokens[name.first - 1].lower not in MAKING

    def preposition_at(self, i: int) -> bool:
        """Whether unit ``i`` is a preposition with a phrase behind it."""
        return self.units[i].tag == PREPOSITION and self.starts(i + 1)
