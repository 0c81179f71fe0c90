"""The deterministic merge: pairs from blocks, groups from links.

Turns block keys into the pairs that are worth comparing, and scored links into groups. The
order in which rows come in changes nothing, and neither step looks at all pairs: a block
that is too large is compared by neighbourhood, and what that leaves out is counted. It does
not know what a row is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from saksi.resolve.across.records import Decisions, Link, Work

#: Rows of a block that are compared all with all; beyond it each row meets only this many
#: neighbours. 100,000 generated events of three years have 11 rows in a middling block.
BLOCK = 48
#: Members of each side that are looked at before two groups are joined.
WITNESSES = 8


#: Rows with one vote when two groups are compared: one row, or those that a person made one.
Voter = tuple[str, ...]


@dataclass(slots=True)
class Pairs:
    """Pairs worth comparing, each once, and how much work they are."""

    keys: Mapping[str, frozenset[int]]
    blocks: tuple[tuple[str, ...], ...]
    order: Mapping[str, int]  # where a row stands among all: blocks are sorted by it
    compared: int = 0
    skipped: int = 0

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield every pair of neighbours in the smallest block in which the two are neighbours."""
        self.compared = self.skipped = 0
        for number, block in enumerate(self.blocks):
            for i, a in enumerate(block):
                for b in block[i + 1 : i + BLOCK]:
                    if self._first(a, b) == number:
                        self.compared += 1
                        yield (a, b) if a < b else (b, a)
            self.skipped += _beyond(len(block))

    def _first(self, a: str, b: str) -> int:
        """The smallest block in which two rows of one block are neighbours."""
        common = self.keys[a] & self.keys[b]
        first = min(common)
        if len(self.blocks[first]) <= BLOCK:  # there everybody is
            return first
        return min(number for number in common if self._are_near(number, a, b))

    def _are_near(self, number: int, a: str, b: str) -> bool:
        block = self.blocks[number]
        x, y = (bisect_left(block, self.order[row], key=self.order.__getitem__) for row in (a, b))
        return abs(x - y) < BLOCK

    def work(self) -> Work:
        """What was looked at, once all pairs have been taken."""
        largest = max(map(len, self.blocks), default=0)
        return Work(len(self.keys), len(self.blocks), self.compared, self.skipped, largest)


def _beyond(size: int) -> int:
    """Pairs of a block that lie too far apart to be compared."""
    rest = max(0, size - BLOCK)
    return rest * (rest + 1) // 2


def find_pairs(keys: Iterable[tuple[str, Iterable[Hashable]]]) -> Pairs:
    """Pairs of rows that share a key; rows must come sorted so that neighbours are alike."""
    members: dict[Hashable, list[str]] = {}
    order: dict[str, int] = {}
    for row, own in keys:
        order[row] = len(order)
        for key in dict.fromkeys(own):
            members.setdefault(key, []).append(row)
    blocks = sorted((tuple(rows) for rows in members.values() if len(rows) > 1), key=lambda b: (len(b), b))
    of: dict[str, set[int]] = {}
    for number, block in enumerate(blocks):
        for row in block:
            of.setdefault(row, set()).add(number)
    return Pairs({row: frozenset(numbers) for row, numbers in of.items()}, tuple(blocks), order)


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

    Gives the groups and the links that joined them. A sample and not all members, so that a
    group that grows does not cost the square of its size.
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
    for link in sorted(links, key=lambda link: (-link.score, link.a, link.b)):
        x, y = groups.find(link.a), groups.find(link.b)
        if x == y:
            used.append(link)
        elif groups.may_join(x, y) and agree(*(_sample(groups.members[z], voters) for z in (x, y))):
            groups.join(x, y)
            used.append(link)
    return groups, tuple(used)


def _ordered(pair: tuple[str, str]) -> tuple[str, str]:
    return pair if pair[0] <= pair[1] else (pair[1], pair[0])


def _sample(members: Sequence[str], voters: Mapping[str, Voter]) -> Sequence[Voter]:
    """Evenly spread over the members, the first and the last among them."""
    chosen = members
    if len(members) > WITNESSES:
        step = (len(members) - 1) / (WITNESSES - 1)
        chosen = [members[round(i * step)] for i in range(WITNESSES)]
    return tuple(dict.fromkeys(voters.get(row, (row,)) for row in chosen))
