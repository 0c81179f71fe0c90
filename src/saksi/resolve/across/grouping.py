"""The deterministic merge: pairs from blocks, groups from links.

Turns block keys into the pairs that are worth comparing, and scored links into groups. The
order in which rows come in changes nothing, and neither step looks at all pairs: a block
that is too large is compared by neighbourhood, and what that leaves out is counted. It does
not know what a row is.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, NamedTuple, TypeVar

from saksi.resolve.across.records import Decisions, Link, Work

#: Rows of a block that are compared all with all; beyond it each row meets only this many
#: neighbours. 100,000 generated events of three years have 11 rows in a middling block.
BLOCK = 48
#: Before any day that a row may have.
_FIRST_DAY = -1
#: Members of each side that are looked at before two groups are joined.
WITNESSES = 8
Row = TypeVar("Row")

#: Rows with one vote when two groups are compared: one row, or those that a person made one.
Voter = tuple[str, ...]


class Clock(NamedTuple):
    """When rows come, and until when a block may take one in: then it is let go of."""

    day_of: Callable[[Any], int]
    last_day: Callable[[Hashable], int | None]  # None: rows of any day may come


def _no_day(row: object) -> int:
    del row
    return 0


def _any_day(key: Hashable) -> None:
    del key


NO_CLOCK = Clock(_no_day, _any_day)


class Pairs(Generic[Row]):
    """Pairs worth comparing, each once, and how much work they were so far.

    Each row meets the rows before it in its blocks, as far as a block goes. No more is held than
    the blocks that a row may still come into.
    """

    def __init__(self, keyed: Iterable[tuple[Row, Iterable[Hashable]]], clock: Clock = NO_CLOCK) -> None:
        self._keyed, self._clock = keyed, clock
        self._near: dict[Hashable, list[Row]] = {}
        self._sizes: dict[Hashable, int] = {}
        self._ends: dict[int, list[Hashable]] = {}
        self._day = _FIRST_DAY
        self._work = Work()

    def __iter__(self) -> Iterator[tuple[Row, Row]]:
        """Yield every pair once, the earlier row first."""
        for row, keys in self._keyed:
            own = tuple(dict.fromkeys(keys))
            self._let_go(self._clock.day_of(row))
            # rows hold what cannot be hashed, so that they are told apart by being the same thing
            met = {id(other): other for key in own for other in self._near.get(key, ())[1 - BLOCK :]}
            yield from ((other, row) for other in met.values())
            self._work = self._work._replace(
                rows=self._work.rows + 1, compared=self._work.compared + len(met)
            )
            for key in own:
                self._put(key, row)

    def _let_go(self, day: int) -> None:
        """Drop the blocks that ended before a day."""
        if day > self._day:
            for end in sorted(end for end in self._ends if end < day):
                for key in self._ends.pop(end):
                    del self._near[key], self._sizes[key]
            self._day = day

    def _put(self, key: Hashable, row: Row) -> None:
        size = self._sizes.get(key, 0)
        self._sizes[key] = size + 1
        near = self._near.setdefault(key, [])
        near.append(row)
        if len(near) >= 2 * BLOCK:
            del near[: 1 - BLOCK]
        if not size:
            end = self._clock.last_day(key)
            if end is not None:
                self._ends.setdefault(end, []).append(key)
            return
        _, blocks, _, skipped, largest = self._work
        self._work = self._work._replace(
            blocks=blocks + (size == 1),
            skipped=skipped + max(0, size - BLOCK + 1),
            largest=max(largest, size + 1),
        )

    def work(self) -> Work:
        """What was looked at, once all pairs have been taken."""
        return self._work


def find_pairs(keyed: Iterable[tuple[Row, Iterable[Hashable]]], clock: Clock = NO_CLOCK) -> Pairs[Row]:
    """Pairs of rows that share a key; rows must come sorted so that neighbours are alike."""
    return Pairs(keyed, clock)


class Roots:
    """What hangs together, by the smallest id of each part."""

    def __init__(self, rows: Iterable[str]) -> None:
        self.root = {row: row for row in rows}

    def find(self, row: str) -> str:
        """The row that stands for the part."""
        while self.root[row] != row:
            self.root[row] = self.root[self.root[row]]
            row = self.root[row]
        return row

    def join(self, a: str, b: str) -> None:
        """Make the parts of two rows one."""
        x, y = sorted((self.find(a), self.find(b)))
        self.root[y] = x


@dataclass(slots=True)
class Groups:
    """Groups that grow by links; what a person forbade stays apart, also by way of a third."""

    decisions: Decisions
    root: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    enemies: dict[str, set[str]] = field(default_factory=dict)

    def add(self, rows: Iterable[str]) -> None:
        """Each row begins as a group of its own."""
        for row in rows:
            self.root[row] = row
            self.members[row] = [row]
        for a, b in self.decisions.must_not:
            if a in self.root and b in self.root:
                self.enemies.setdefault(a, set()).add(b)
                self.enemies.setdefault(b, set()).add(a)

    def find(self, row: str) -> str:
        """The row that stands for the group."""
        while self.root[row] != row:
            self.root[row] = self.root[self.root[row]]
            row = self.root[row]
        return row

    def may_join(self, a: str, b: str) -> bool:
        """Whether nobody forbade that the groups of two rows become one."""
        x, y = self.find(a), self.find(b)
        fewer, other = (x, y) if len(self.enemies.get(x, ())) <= len(self.enemies.get(y, ())) else (y, x)
        return all(self.find(enemy) != other for enemy in self.enemies.get(fewer, ()))

    def join(self, a: str, b: str) -> None:
        """Make the groups of two rows one; the smaller id stands for both."""
        x, y = sorted((self.find(a), self.find(b)))
        if x == y:
            return
        self.root[y] = x
        self.members[x] = sorted(self.members[x] + self.members.pop(y))
        if y in self.enemies:
            self.enemies.setdefault(x, set()).update(self.enemies.pop(y))

    def sorted(self) -> tuple[tuple[str, ...], ...]:
        """All groups with their members, in the order of their smallest ids."""
        return tuple(tuple(self.members[row]) for row in sorted(self.members))


def gather(
    rows: Iterable[str],
    links: Iterable[Link],
    decisions: Decisions,
    agree: Callable[[Sequence[Voter], Sequence[Voter]], bool],
) -> tuple[Groups, tuple[Link, ...]]:
    """Join rows by the strongest links first; ``agree`` judges a sample of both groups.

    Gives the groups, the links that joined them, and of each group the weakest link inside. A
    sample and not all members, and not all links, so that a group that grows does not cost the
    square of its size.
    """
    groups = Groups(decisions)
    groups.add(rows)
    for a, b in sorted(map(_ordered, decisions.must)):
        if a in groups.root and b in groups.root and groups.may_join(a, b):
            groups.join(a, b)
    voters = {
        row: tuple(members) for members in groups.members.values() if len(members) > 1 for row in members
    }
    used: list[Link] = []
    weakest: dict[str, Link] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        x, y = groups.find(link.a), groups.find(link.b)
        if x == y:
            weakest[x] = link
        elif groups.may_join(x, y) and agree(*(_sample(groups.members[z], voters) for z in (x, y))):
            groups.join(x, y)
            used.append(link)
    inside = {groups.find(link.a): link for link in sorted(weakest.values(), key=lambda link: -link.score)}
    return groups, (*used, *inside.values())


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])


def _sample(members: Sequence[str], voters: Mapping[str, Voter]) -> Sequence[Voter]:
    """Evenly spread over the members, the first and the last among them."""
    chosen = members
    if len(members) > WITNESSES:
        step = (len(members) - 1) / (WITNESSES - 1)
        chosen = [members[round(i * step)] for i in range(WITNESSES)]
    return tuple(dict.fromkeys(voters.get(row, (row,)) for row in chosen))
