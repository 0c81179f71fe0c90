"""Finds who is who over all documents.

Turns ``ActorMention`` rows into identities: what the atlas knows is one by its entry;
people and bodies that articles introduce are one by name, country, office and time; a
surname alone joins a full name only where one person fits; an office alone joins whoever
is seen to hold it then. It looks at no text.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, pairwise, product
from types import MappingProxyType
from typing import NamedTuple

from saksi.lang.collector import collector_paused
from saksi.resolve.across.days import Days, gap, parse_days
from saksi.resolve.across.grouping import Groups, Pairs, Voter, find_pairs, gather
from saksi.resolve.across.identities import make_identities
from saksi.resolve.across.lexicon import fold, fold_name, load_wording
from saksi.resolve.across.names import (
    ENOUGH,
    WINDOW,
    Unit,
    are_of_two_countries,
    compare_bodies,
    compare_people,
    is_surname,
)
from saksi.resolve.across.records import (
    NO_DECISIONS,
    ActorMention,
    Decisions,
    Link,
    Linked,
    Reason,
    Work,
)
from saksi.resolve.across.surnames import settle_surnames

#: Ids of the atlas that are one and the same actor wherever they stand.
ROOMS = ("state/", "org/", "group/", "person/", "place/")
#: What two groups may fall short of on average when they are joined by a strong link.
SLACK = 0.5
#: Points of one entry of the atlas: more than all other grounds together.
SAME_ENTRY = 9.0
#: A pair of two countries keeps its groups apart whatever the average.
OF_TWO_COUNTRIES = -math.inf
#: An office without a name, seen while one person holds it.
HOLDER_SCORE = 3.5

Compare = Callable[[Unit, Unit], Link | None]


def link_actors(mentions: Iterable[ActorMention], decisions: Decisions = NO_DECISIONS) -> Linked:
    """Link all mentions to identities; the order of ``mentions`` changes nothing."""
    with collector_paused():
        return _link(mentions, decisions)


def _link(mentions: Iterable[ActorMention], decisions: Decisions) -> Linked:
    rows = {mention.id: mention for mention in sorted(mentions, key=lambda mention: mention.id)}
    judged = frozenset(row for pair in decisions.must | decisions.must_not for row in pair)
    units = {unit.id: unit for unit in _make_units(rows.values(), judged)}
    joined = join_units(units, _on_units(decisions, units))
    parts = [tuple(units[row] for row in part) for part in joined.parts]
    identities = make_identities(parts, rows, joined.links, joined.candidates)
    of = {mention: identity.id for identity in identities for mention in identity.mentions}
    by_id = MappingProxyType({identity.id: identity for identity in identities})
    return Linked(identities, MappingProxyType(of), by_id, joined.work._replace(rows=len(rows)))


class Joined(NamedTuple):
    """Units that are one, each part under its smallest id, and why."""

    parts: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    candidates: Mapping[str, tuple[str, ...]]  # unit -> parts it may belong to, left open
    work: Work


def join_units(units: Mapping[str, Unit], decisions: Decisions = NO_DECISIONS) -> Joined:
    """Find which units are one: by full names, then surnames, then offices without a name."""
    groups, links, work = _link_units(units, decisions)
    candidates, skipped = settle_surnames(units, groups, links)
    _settle_offices(units, groups, links)
    return Joined(groups.sorted(), tuple(links), candidates, work._replace(skipped=work.skipped + skipped))


# ---- units -----------------------------------------------------------------------


def _make_units(mentions: Iterable[ActorMention], judged: frozenset[str]) -> Iterator[Unit]:
    """Mentions that nothing tells apart, together; a judged one stays alone, so that it can be moved."""
    keyed = sorted(((unit_key(m) + ((m.id,) if m.id in judged else ()), m) for m in mentions), key=_by_key)
    for _, rows in groupby(keyed, key=lambda row: row[0]):
        yield make_unit([mention for _, mention in rows])


def _by_key(row: tuple[tuple[str, ...], ActorMention]) -> tuple[tuple[str, ...], str]:
    return row[0], row[1].id


def unit_key(mention: ActorMention) -> tuple[str, ...]:
    """What mentions that nothing tells apart have in common."""
    known, entry, code = _atlas_entry(mention), mention.entry or "", mention.code or ""
    if known is not None:
        return ("atlas", known)
    if mention.kind == "person":
        name = " ".join(fold_name(mention.name))
        return ("person", name, code, mention.office_term or "", *_alone(mention, enough=name.count(" ")))
    if mention.kind in ("organisation", "group"):
        return ("body", fold(mention.name), code, *_alone(mention, enough=bool(code) or " " in mention.name))
    if not code:
        return ("unnamed", mention.id)  # "sejumlah warga" of one article are not those of another
    anybody = entry or fold(mention.name)
    return ("described", mention.kind, anybody, code, *_alone(mention, enough=mention.kind != "office"))


def _atlas_entry(mention: ActorMention) -> str | None:
    """The actor of the atlas that is meant; a government is its state."""
    entry, code = mention.entry or "", mention.code or ""
    if entry.startswith(ROOMS):
        return entry
    if len(code) == 3 and mention.kind == "body" and entry.partition("/")[2] in load_wording().government:
        return f"state/{code}"
    return None


def _alone(mention: ActorMention, *, enough: object) -> tuple[str, ...]:
    """A name that says too little is no ground for being one; its document keeps it apart."""
    return () if enough else (mention.source.document,)


def make_unit(mentions: Sequence[ActorMention]) -> Unit:
    """The unit of mentions with one key, which come sorted by id."""
    first = mentions[0]
    spans = [days for m in mentions if (days := parse_days(m.source.published)) is not None]
    entry = _atlas_entry(first)
    told = [m.office_term for m in mentions if m.office_term]
    return Unit(
        first.id, "state" if (entry or "").startswith("state/") else first.kind, entry, fold_name(first.name), first.code,
        next((m.sector for m in mentions if m.sector), None),
        None if entry else next(iter(sorted(told)), None),
        Days(min(d.first for d in spans), max(d.last for d in spans)) if spans else None,
        frozenset(m.source.document for m in mentions),
        frozenset(chain.from_iterable(m.beside for m in mentions)),
        tuple(m.id for m in mentions),
        any(m.code_told for m in mentions),
    )  # fmt: skip


def _on_units(decisions: Decisions, units: Mapping[str, Unit]) -> Decisions:
    of = {mention: unit.id for unit in units.values() for mention in unit.mentions}

    def move(pairs: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        return frozenset((of[a], of[b]) for a, b in pairs if a in of and b in of)

    return Decisions(move(decisions.must), move(decisions.must_not))


# ---- links -----------------------------------------------------------------------


def _link_units(units: Mapping[str, Unit], decisions: Decisions) -> tuple[Groups, list[Link], Work]:
    """Groups of units by full names; surnames stay alone for now."""
    works, links = [], []
    for kinds, compare in ((("person",), compare_people), (("organisation", "group"), compare_bodies)):
        chosen = [
            u for u in units.values() if u.kind in kinds and not (kinds == ("person",) and is_surname(u))
        ]
        pairs = find_pairs((u, _block_keys(u)) for u in sorted(chosen, key=_neighbourly))
        links += list(_strong(pairs, compare))
        works.append(pairs.work())
    links += _same_key(units)

    def agree(a: Sequence[Voter], b: Sequence[Voter]) -> bool:
        return _agree(*([tuple(units[row] for row in voter) for voter in side] for side in (a, b)))

    groups, used = gather(units, links, decisions, agree)
    rows, blocks, compared, skipped, largest = zip(*works, strict=True)
    work = Work(sum(rows), sum(blocks), sum(compared), sum(skipped), max(largest))
    return groups, list(used), work


def _neighbourly(unit: Unit) -> tuple[str, tuple[str, ...], str]:
    return unit.code or "", unit.tokens, unit.id


def _block_keys(unit: Unit) -> Iterator[tuple[str, ...]]:
    """A name is looked for by its first and its last word, and by the pair of any two neighbours."""
    tokens = unit.tokens
    if tokens:
        yield ("word", tokens[0])
        yield ("word", tokens[-1])
    yield from (("two", *sorted(pair)) for pair in pairwise(tokens))


def _strong(pairs: Pairs[Unit], compare: Compare) -> Iterator[Link]:
    for a, b in pairs:
        link = compare(a, b) if a.id < b.id else compare(b, a)
        if link is not None and link.score >= ENOUGH:
            yield link


def _same_key(units: Mapping[str, Unit]) -> Iterator[Link]:
    """Units of one entry of the atlas, which were cut apart only because a person judged a mention."""
    named = sorted((u for u in units.values() if u.entry), key=lambda u: (u.entry or "", u.id))
    for entry, same in groupby(named, key=lambda u: u.entry or ""):
        first, *rest = same
        yield from (Link(first.id, u.id, SAME_ENTRY, (Reason("entry", entry, SAME_ENTRY),)) for u in rest)


def _agree(a: Sequence[tuple[Unit, ...]], b: Sequence[tuple[Unit, ...]]) -> bool:
    """Whether two groups fit: no two are of two countries, and on average they are nearly alike enough."""
    scores = [max(_likeness(x, y) for x, y in product(one, other)) for one, other in product(a, b)]
    return OF_TWO_COUNTRIES not in scores and sum(scores) / len(scores) >= ENOUGH - SLACK


def _likeness(a: Unit, b: Unit) -> float:
    if a.entry and a.entry == b.entry:
        return SAME_ENTRY
    if are_of_two_countries(a, b):
        return OF_TWO_COUNTRIES
    link = compare_people(a, b) if a.kind == b.kind == "person" else compare_bodies(a, b)
    return link.score if link is not None else 0.0


# ---- offices ------------------------------------------------------------------------


def _settle_offices(units: Mapping[str, Unit], groups: Groups, links: list[Link]) -> None:
    """Join an office without a name to the one person seen in it at that time."""
    wording = load_wording()
    holders: dict[tuple[str, str], list[Unit]] = {}
    for unit in units.values():
        if unit.kind == "person" and unit.office and unit.code and wording.is_single(unit.office):
            holders.setdefault((unit.office, unit.code), []).append(unit)
    for unit in sorted((u for u in units.values() if u.kind == "office"), key=lambda u: u.id):
        near = [h for h in holders.get((unit.office or "", unit.code or ""), ()) if _one_time(unit, h)]
        if len({groups.find(h.id) for h in near}) == 1:
            holder = min(near, key=lambda h: h.id)
            if groups.may_join(unit.id, holder.id):
                groups.join(unit.id, holder.id)
                a, b = sorted((unit.id, holder.id))
                reason = Reason("holder", f"{unit.office}, {unit.code}", HOLDER_SCORE)
                links.append(Link(a, b, HOLDER_SCORE, (reason,)))


def _one_time(a: Unit, b: Unit) -> bool:
    return a.days is not None and b.days is not None and gap(a.days, b.days) <= WINDOW
