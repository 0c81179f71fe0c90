"""Finds whose surname it is, where an article gives no more.

Turns person units with one word of a name, and the groups of full names, into joins: one
person of that name, country and time is enough, two leave it open. It looks only at people
whose news is near in time, so that a common name costs no more than its month.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from saksi.resolve.across.grouping import Groups
from saksi.resolve.across.names import ENOUGH, WINDOW, Unit, are_of_two_countries, compare_people, is_surname
from saksi.resolve.across.records import Link

#: Two persons who fit a surname nearly as well leave it open.
CLEARLY_BETTER = 1.0
#: People of one name that are looked at for one surname, and that are listed for one left open.
LOOKED_AT, LISTED = 200, 20


@dataclass(slots=True)
class Namesakes:
    """People by a word of their name: those of a few days in order of time, and the others."""

    brief: list[Unit] = field(default_factory=list)
    lasting: list[Unit] = field(default_factory=list)
    skipped: int = 0

    def add(self, unit: Unit) -> None:
        """Units must come in order of their first day."""
        short = unit.days is not None and unit.days.width <= WINDOW
        (self.brief if short else self.lasting).append(unit)

    def near(self, unit: Unit) -> Iterator[Unit]:
        """Those whose news is near enough to that of ``unit``; how many more there were is counted."""
        if unit.days is None:
            yield from self.lasting[:LOOKED_AT]
            return
        first = bisect_left(self.brief, unit.days.first - 2 * WINDOW, key=_first_day)
        last = bisect_left(self.brief, unit.days.last + WINDOW + 1, key=_first_day)
        found = [*self.lasting, *self.brief[first:last]]
        self.skipped += max(0, len(found) - LOOKED_AT)
        yield from found[:LOOKED_AT]


def _first_day(unit: Unit) -> int:
    return unit.days.first if unit.days is not None else 0


def settle_surnames(
    units: Mapping[str, Unit], groups: Groups, links: list[Link]
) -> tuple[dict[str, tuple[str, ...]], int]:
    """Join each surname to the one person who fits; give what the others may be, and the pairs skipped."""
    people = sorted((u for u in units.values() if u.kind == "person"), key=lambda u: (_first_day(u), u.id))
    namesakes = _by_word(people)
    found, left = [], []
    for unit in sorted(filter(is_surname, people), key=lambda u: u.id):
        link = _best(unit, namesakes[unit.tokens[0]], groups)
        if link is not None:
            found.append(link)
        else:
            left.append(unit)
    for link in sorted(found, key=lambda link: (-link.score, link.a, link.b)):
        if groups.may_join(link.a, link.b):
            groups.join(link.a, link.b)
            links.append(link)
    full = _by_word(unit for unit in people if not is_surname(unit))
    open_to = {unit.id: _may_be(unit, full.get(unit.tokens[0], Namesakes()), groups) for unit in left}
    return open_to, sum(some.skipped for some in namesakes.values())


def _by_word(people: Iterable[Unit]) -> dict[str, Namesakes]:
    found: dict[str, Namesakes] = {}
    for unit in people:
        for word in dict.fromkeys(unit.tokens):
            found.setdefault(word, Namesakes()).add(unit)
    return found


def _best(unit: Unit, namesakes: Namesakes, groups: Groups) -> Link | None:
    """The link to the one person who fits, None when nobody does or two do."""
    best: dict[str, Link] = {}
    own = groups.find(unit.id)
    for other in namesakes.near(unit):
        root = groups.find(other.id)
        link = compare_people(unit, other) if root != own else None
        if link is not None and link.score >= ENOUGH and (root not in best or link.score > best[root].score):
            best[root] = link
    return _clearly_first(sorted(best.values(), key=lambda link: (-link.score, link.a, link.b)))


def _clearly_first(links: Sequence[Link]) -> Link | None:
    if len(links) > 1 and links[0].score - links[1].score < CLEARLY_BETTER:
        return None
    return links[0] if links else None


def _may_be(unit: Unit, namesakes: Namesakes, groups: Groups) -> tuple[str, ...]:
    """Everybody of that name whom nothing rules out."""
    own = groups.find(unit.id)
    fitting = (
        other for other in (*namesakes.lasting, *namesakes.brief) if not are_of_two_countries(unit, other)
    )
    return tuple(sorted({groups.find(other.id) for other in fitting} - {own})[:LISTED])
