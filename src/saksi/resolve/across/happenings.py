"""Readies events for comparing: sides as identities, dates as days, words with their weight.

Turns ``EventRow`` records and linked actors into ``Happening`` records and their block keys.
It compares nothing.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
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
#: Words by which an event without sides and place is looked for.
TELLING_WORDS = 4
#: Months of 30.4 days, for block keys only.
MONTH_DAYS = 30.4


class Party(NamedTuple):
    """One side's member, as far as comparing needs it."""

    identity: str  # of somebody; of just anybody the noun and the country: "agent/buruh@PER"
    code: str | None
    kind: str
    anybody: bool  # "warga", "orang": says nothing of who
    group: frozenset[str] = frozenset()  # names of groups in the noun: "pasukan Taliban"


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


class Maker:
    """Makes the happening of an event whenever it is asked for: all of them fill the memory."""

    def __init__(self, rows: Iterable[EventRow], linked: Linked, copies: Mapping[str, str]) -> None:
        events = tuple(rows)
        weight = weigh_words(Counter(word for row in events for word in row.words), len(events))
        parties = make_parties(linked.identities, find_groups(linked.identities))
        self._known, self._linked, self._copies = (weight, parties), linked, copies

    def __call__(self, row: EventRow) -> Happening:
        """An event ready to be compared."""
        return make_happening(row, self._linked.identity_of, self._copies, self._known)


def weigh_words(counts: Mapping[str, int], rows: int) -> dict[str, float]:
    """The weight of each word: what few of all events tell, tells more."""
    return {word: math.log(1 + rows / count) for word, count in counts.items()}


def neighbourly(happening: Happening) -> tuple[int, list[str], str]:
    """By day, then by the rarest words: in a block that is too large only neighbours are compared."""
    return first_day(happening), _heaviest(happening), happening.id


def make_happening(
    row: EventRow,
    identity_of: Mapping[str, str],
    copies: Mapping[str, str],
    known: tuple[Mapping[str, float], Mapping[str, Party]],
) -> Happening:
    """One event ready to be compared; ``known`` are the weights of words and the parties by identity."""
    weight, party_of = known
    told = parse_days(row.date)
    length = math.sqrt(sum(weight[word] ** 2 for word in row.words)) or 1.0

    def parties(side: Iterable[str]) -> tuple[Party, ...]:
        found = (identity_of[mention] for mention in side if mention in identity_of)
        return tuple(dict.fromkeys(party_of[identity] for identity in found))

    return Happening(
        row.id, row.source.document, copies.get(row.source.document), load_families().family[row.event],
        row.event, row.mode, STATUS.get(row.status, row.status), parties(row.actor), parties(row.recipient),
        told, told or _recent(row), row.place, fold(row.place.name) if row.place is not None else "", row.dead,
        {word: weight[word] / length for word in row.words}, frozenset(row.sites),
    )  # fmt: skip


def find_groups(identities: Iterable[Identity]) -> frozenset[str]:
    """All names of groups, folded: a noun may have one in it."""
    return frozenset(fold(name) for one in identities if one.kind == "group" for name in one.names)


def make_parties(identities: Iterable[Identity], groups: frozenset[str]) -> dict[str, Party]:
    """Each identity as a party; a noun is the same noun in all articles of one country."""
    return {identity.id: _make_party(identity, groups) for identity in identities}


def _make_party(identity: Identity, groups: frozenset[str]) -> Party:
    if identity.kind in NAMED:
        return Party(identity.id, identity.code, identity.kind, anybody=False)
    noun, own = identity.id.partition("~")[0], fold(identity.name)
    in_noun = groups.intersection(own.split())
    return Party(noun, identity.code, identity.kind, own in load_wording().anybody, in_noun)


def _recent(row: EventRow) -> Days | None:
    """Where an undated event lies: the week before publication, or the weeks after for a plan."""
    published = parse_days(row.source.published)
    if published is None:
        return None
    if row.status == "future":
        return Days(published.first, published.last + RECENT)
    return Days(published.first - RECENT, published.last)


def wanted_keys(happening: Happening) -> Iterator[Hashable]:
    """Blocks of others that an event has to be looked for in, since its own days or sides do not tell.

    Events of a few days meet in blocks of days. One told by month is compared with all of its
    months, one that may lie anywhen with all of its deed and side, and one that names nobody and
    no place with all of its days that have one of its rarest words, as far as a block goes; the
    others are in those blocks only if such an event is there.
    """
    yield from _vague_keys(happening)
    if not any(_whos(happening)):
        yield from _word_keys(happening, _heaviest(happening))


def keys_of(happening: Happening, wanted: Container[Hashable]) -> tuple[Hashable, ...]:
    """What two events must share to be compared: the kind of deed, one of who or where, and about when.

    ``wanted`` are the blocks that others need beside those of days.
    """
    deeds = tuple(_deeds(happening))
    days, months = tuple(_day_blocks(happening.days)), tuple(_months(happening.days))
    words = _word_keys(happening, happening.words)
    vague = (*((*d, month) for d in deeds for month in months), *deeds, *words)
    return (*((*d, day) for d in deeds for day in days), *(key for key in vague if key in wanted))


def _vague_keys(happening: Happening) -> Iterator[Hashable]:
    """Blocks that an event not told by day needs; none for the others."""
    if happening.days is None or happening.days.width > MONTHS_AT_MOST * MONTH_DAYS:
        yield from _deeds(happening)
    elif happening.days.width > NARROW:
        yield from ((*deed, month) for deed in _deeds(happening) for month in _months(happening.days))


def _deeds(happening: Happening) -> Iterator[tuple[str, str, str]]:
    yield from ((happening.family, happening.status, who) for who in _whos(happening))


def _word_keys(happening: Happening, words: Iterable[str]) -> Iterator[Hashable]:
    days = tuple(_day_blocks(happening.days))
    yield from ((happening.family, happening.status, f"# {word}", day) for word in words for day in days)


def _heaviest(happening: Happening) -> list[str]:
    return sorted(happening.words, key=lambda word: (-happening.words[word], word))[:TELLING_WORDS]


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


def _day_blocks(days: Days | None) -> Iterator[int]:
    """Blocks of days that a short stretch and the days beside it touch."""
    if days is not None and days.width <= NARROW:
        yield from range((days.first - 1) // BLOCK_DAYS, (days.last + 1) // BLOCK_DAYS + 1)


def _months(days: Days | None) -> Iterator[str]:
    """Months that a stretch touches, none when they are many."""
    if days is not None and days.width <= MONTHS_AT_MOST * MONTH_DAYS:
        yield from (f"m{n}" for n in range(int(days.first // MONTH_DAYS), int(days.last // MONTH_DAYS) + 1))


def first_day(happening: Happening) -> int:
    """The day that events are sorted by; 0 for one that lies anywhen."""
    return happening.days.first if happening.days is not None else 0


def last_day(key: Hashable) -> int | None:
    """The last first day of an event in a block; None for blocks of any day."""
    match key:
        case (_, _, _, int(block)):
            return BLOCK_DAYS * (block + 1)
        case (_, _, _, str(month)):
            return math.ceil((int(month[1:]) + 1) * MONTH_DAYS)
    return None
