"""Readies events for comparing: sides as identities, dates as days, words with their weight.

Turns ``EventRow`` records and linked actors into ``Happening`` records and their block keys.
It compares nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from saksi.resolve.across.days import Days, parse_days
from saksi.resolve.across.lexicon import fold, load_families, load_wording
from saksi.resolve.across.records import EventRow, Figure, Identity, Linked, Place

#: Kinds of identities that are somebody and not just anybody of a country.
NAMED = frozenset({"person", "organisation", "group", "state"})
#: Statuses that tell of one happening; a plan and what came of it are two.
STATUS = {"actual": "done", "historical": "done"}
#: Days before publication in which an undated event of the news lies, mostly.
RECENT = 7
#: Stretches up to this many days count as days; wider ones are looked for by month.
NARROW = 10
#: Days of a block. Neighbouring blocks are looked into as well, so that two days apart by
#: midnight meet.
BLOCK_DAYS = 4
MONTHS_AT_MOST = 3
#: Months of 30.4 days, for block keys only.
MONTH_DAYS = 30.4


class Party(NamedTuple):
    """One side's member, as far as comparing needs it."""

    identity: str  # of somebody; of just anybody the noun and the country: "agent/buruh@PER"
    code: str | None
    kind: str
    anybody: bool  # "warga", "orang": says nothing of who


class Happening(NamedTuple):
    """An event ready to be compared."""

    id: str
    document: str
    copy: str | None  # group of near-copies its document belongs to
    family: str
    event: str
    mode: str | None
    status: str
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    told: Days | None  # the date told
    days: Days | None  # the date told, else the week before publication
    place: Place | None
    place_name: str
    dead: Figure | None
    words: Mapping[str, float]  # content words with their weights; the squares add up to 1
    sites: frozenset[str]
    claimed: bool


def make_happenings(
    rows: Sequence[EventRow], linked: Linked, copies: Mapping[str, str]
) -> dict[str, Happening]:
    """All events ready to be compared, by id, sorted by day and id so that neighbours are alike."""
    known = Counter(word for row in rows for word in row.words)
    weight = {word: math.log(1 + len(rows) / count) for word, count in known.items()}
    made = (_make(row, linked, copies, weight) for row in rows)
    return {h.id: h for h in sorted(made, key=_in_time)}


def _in_time(happening: Happening) -> tuple[int, str]:
    return happening.days.first if happening.days is not None else 0, happening.id


def _make(
    row: EventRow,
    linked: Linked,
    copies: Mapping[str, str],
    weight: Mapping[str, float],
) -> Happening:
    told = parse_days(row.date)
    length = math.sqrt(sum(weight[word] ** 2 for word in row.words)) or 1.0

    def parties(side: Iterable[str]) -> tuple[Party, ...]:
        found = dict.fromkeys(
            linked.identity_of[mention] for mention in side if mention in linked.identity_of
        )
        return tuple(_party(linked.by_id[identity]) for identity in found)

    return Happening(
        row.id, row.source.document, copies.get(row.source.document), load_families().family[row.event],
        row.event, row.mode, STATUS.get(row.status, row.status), parties(row.actor), parties(row.recipient),
        told, told or _recent(row), row.place, fold(row.place.name) if row.place is not None else "", row.dead,
        {word: weight[word] / length for word in row.words}, frozenset(row.sites), row.asserted_by is not None,
    )  # fmt: skip


def _party(identity: Identity) -> Party:
    anybody = identity.kind not in NAMED and fold(identity.name) in load_wording().anybody
    somebody = identity.id if identity.kind in NAMED else identity.id.partition("~")[0]
    return Party(somebody, identity.code, identity.kind, anybody)


def _recent(row: EventRow) -> Days | None:
    """Where an undated event lies: the week before publication, or the weeks after for a plan."""
    published = parse_days(row.source.published)
    if published is None:
        return None
    if row.status == "future":
        return Days(published.first, published.last + RECENT)
    return Days(published.first - RECENT, published.last)


def block_keys(happenings: Iterable[Happening]) -> Iterator[tuple[str, tuple[Hashable, ...]]]:
    """What two events must share to be compared: the kind of deed, one of who or where, and about when.

    An event that may lie anywhen is compared with all of its deed and side, as far as a block
    goes; others meet in those blocks only if such an event is there.
    """
    rows = tuple(happenings)
    anywhen = {key for h in rows if _is_open(h) for key in _deeds(h)}
    for happening in rows:
        deeds = tuple(_deeds(happening))
        whens = () if _is_open(happening) else tuple(_whens(happening.days))
        yield (
            happening.id,
            (*((*d, when) for d in deeds for when in whens), *(d for d in deeds if d in anywhen)),
        )


def _deeds(happening: Happening) -> Iterator[tuple[str, str, str]]:
    yield from ((happening.family, happening.status, who) for who in _whos(happening))


def _is_open(happening: Happening) -> bool:
    """Whether nothing tells in which few months it was."""
    return happening.days is None or happening.days.width > MONTHS_AT_MOST * MONTH_DAYS


def _whos(happening: Happening) -> Iterator[str]:
    parties = (*happening.actor, *happening.recipient)
    codes = sorted({party.code for party in parties if party.code})
    if len(codes) > 1:
        yield "|".join(codes)
    if happening.place_name:
        yield f"at {happening.place_name}"
    yield from codes
    yield from sorted({party.identity for party in parties if not party.code and not party.anybody})
    if happening.place is not None and happening.place.country:
        yield happening.place.country


def _whens(days: Days | None) -> Iterator[str]:
    """Blocks of days and of months that a stretch touches."""
    if days is None:
        return
    if days.width <= NARROW:
        first, last = (days.first - 1) // BLOCK_DAYS, (days.last + 1) // BLOCK_DAYS
        yield from (f"d{n}" for n in range(first, last + 1))
    first, last = int(days.first // MONTH_DAYS), int(days.last // MONTH_DAYS)
    yield from (f"m{n}" for n in range(first, last + 1))
