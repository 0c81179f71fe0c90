"""Compares two events: what speaks for one happening, what against.

Turns two ``Happening`` records into a ``Link`` with its reasons, or None where the two cannot
be one. It sees two at a time; ``incidents`` decides what is one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from saksi.resolve.across.days import gap
from saksi.resolve.across.happenings import NAMED, Happening, Party
from saksi.resolve.across.lexicon import load_families
from saksi.resolve.across.records import Link, Place, Reason

#: Points of the grounds. Set by hand so that place, day and one side, or day and both sides,
#: are enough together; then checked on the gold of ``benchmarks/gold/merging``.
SAME_DAY, SAME_WEEK, SAME_MONTH, DAY_APART = 2.0, 1.25, 0.5, 0.5
NEWS_NEAR, NEWS_DAYS, NEWS_FAR = 0.75, 3, -1.5
SAME_PLACE, SUBURB, SAME_COUNTRY, OTHER_PLACE, OTHER_TOWN = 2.0, 1.0, 0.5, -1.5, -3.0
SAME_PARTY, SAME_NOUN, PARTY_OF_COUNTRY, SAME_KIND = 1.5, 1.0, 0.75, 0.5
#: Against: another actor (sources may disagree on who did it), another party of a meeting or to
#: whom it was done (then it is another deed), other people of one country, other demonstrators.
OTHER_ACTOR, OTHER_PARTY, OTHER_KIND, OTHER_CROWD = -2.5, -4.0, -1.0, -3.0
SAME_MODE, SAME_FIGURE, OTHER_FIGURE, SAME_SITE = 0.5, 0.75, -1.5, 0.75
SAME_WORDS, OTHER_WORDS, COPY = 2.5, -0.5, 2.0
OTHER_TYPE, ONE_DOCUMENT = -0.5, -1.0
#: Two are one from here on.
ENOUGH = 4.0
#: Scores are rounded to two decimals.
ROUNDING = 0.01
#: Deeds whose dates lie further apart than this many days are two.
DATES_APART = 1
#: News of undated deeds that lies further apart is of two.
NEWS_APART = 31
#: Kilometres between two points that may still be one place: suburbs, an airport and its city;
#: and beyond which they are not.
SUBURB_KM, NEAR_KM = 30.0, 60.0
#: Places that have towns in them.
WIDE = frozenset({"country", "region", "water"})
EARTH_KM = 6371.0
#: Likeness of words: under the first it speaks against. Verbal acts of the same two sides may be
#: one from the second on, with one side from the third: who speaks says much on one day.
WORDS_UNLIKE, WORDS_OF_BOTH, WORDS_OF_ONE = 0.05, 0.1, 0.2
#: Tolls that differ by more than this factor, and by this many, are of two deeds.
TOLL_FACTOR, TOLL_APART = 4, 5


def compare(a: Happening, b: Happening, least: float | None = None) -> Link | None:
    """Grounds for two events being one happening; None where that is ruled out.

    With ``least`` it may also be None where the score cannot come to as much: most pairs are far from it,
    and who is who costs more to compare than all else.
    """
    if a.family != b.family or a.status != b.status or _ruled_out(a, b):
        return None
    points, verbal = _measure_words(a, b), a.event in load_families().verbal
    if verbal and points / SAME_WORDS < WORDS_OF_BOTH:
        return None
    before, after = (_compare_days(a, b), _compare_places(a, b)), tuple(_compare_sources(a, b))
    details = tuple(_compare_details(a, b))
    if least is not None:
        most = points + SAME_PARTY * _count_sides(a, b)
        if most + sum(reason.weight for reason in (*before, *details, *after)) < least - ROUNDING:
            return None
    grounds = (*before, *_sides(a, b), *details, _tell_words(a, b, points), *after)
    reasons = [reason for reason in grounds if reason.weight]
    if verbal and not _same_words_or_sides(reasons):
        return None
    first, second = sorted((a.id, b.id))
    return Link(first, second, round(sum(reason.weight for reason in reasons), 2), tuple(reasons))


def _ruled_out(a: Happening, b: Happening) -> bool:
    if a.told is not None and b.told is not None and gap(a.told, b.told) > DATES_APART:
        return True
    if a.days is not None and b.days is not None and gap(a.days, b.days) > NEWS_APART:
        return True
    if a.sites and b.sites and not a.sites & b.sites:
        return True
    if a.event == b.event and load_families().are_apart(a.event, a.mode, b.mode):
        return True
    return _far_apart(a.place, b.place)


def _are_mutual(a: Happening, b: Happening) -> bool:
    return a.event in load_families().mutual and b.event in load_families().mutual


def _sides(a: Happening, b: Happening) -> Iterator[Reason]:
    if _are_mutual(a, b):
        yield from _compare_sides("sides", (*a.actor, *a.recipient), (*b.actor, *b.recipient))
    else:
        yield from _compare_sides("crowd" if a.event == "PROTEST" else "actor", a.actor, b.actor)
        yield from _compare_sides("recipient", a.recipient, b.recipient)


def _count_sides(a: Happening, b: Happening) -> int:
    """How many members of the sides can be the same at most."""
    if _are_mutual(a, b):
        return min(len(a.actor) + len(a.recipient), len(b.actor) + len(b.recipient))
    return min(len(a.actor), len(b.actor)) + min(len(a.recipient), len(b.recipient))


def _compare_sources(a: Happening, b: Happening) -> Iterator[Reason]:
    if a.document == b.document:
        yield Reason("document", "one article tells both apart", ONE_DOCUMENT)
    elif a.copy is not None and a.copy == b.copy:
        yield Reason("copy", a.copy, COPY)


def _same_words_or_sides(reasons: Sequence[Reason]) -> bool:
    """A verbal act is one with another only if a side is the same, and what is said is alike."""
    sides = {
        reason.kind
        for reason in reasons
        if reason.kind in ("actor", "recipient", "sides") and reason.weight > 0
    }
    alike = max((reason.weight for reason in reasons if reason.kind == "words"), default=0.0) / SAME_WORDS
    both = "sides" in sides or len(sides) == 2
    return alike >= WORDS_OF_BOTH if both else "actor" in sides and alike >= WORDS_OF_ONE


# ---- when and where ------------------------------------------------------------------


def _compare_days(a: Happening, b: Happening) -> Reason:
    if a.days is None or b.days is None:
        return Reason("date", "open", 0.0)
    apart = gap(a.days, b.days)
    if a.told is None or b.told is None:
        if a.told is None and b.told is None:
            apart = abs(a.days.last - b.days.last)
        weight = NEWS_NEAR if apart <= NEWS_DAYS else 0.0 if apart <= 2 * NEWS_DAYS else NEWS_FAR
        return Reason("news", f"{apart} days apart", weight)
    if apart:
        return Reason("date", f"{apart} day apart", DAY_APART)
    width = max(a.days.width, b.days.width)
    weight = SAME_DAY if width <= 2 else SAME_WEEK if width <= 7 else SAME_MONTH if width <= 31 else 0.0
    return Reason("date", f"within {width} days", weight)


def _far_apart(a: Place | None, b: Place | None) -> bool:
    """Two points of towns or sites too far from each other."""
    if a is None or b is None or {a.precision, b.precision} & WIDE:
        return False
    distance = measure_km(a, b)
    return distance is not None and distance > NEAR_KM and a.geonameid != b.geonameid


def measure_km(a: Place, b: Place) -> float | None:
    """Great-circle distance; None without coordinates.

    >>> round(measure_km(Place("Jakarta", "IDN", lat=-6.2, lon=106.8), Place("Bogor", "IDN", lat=-6.6, lon=106.8)))
    44
    """
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    x, y, u, v = map(math.radians, (a.lat, a.lon, b.lat, b.lon))
    half = math.sin((u - x) / 2) ** 2 + math.cos(x) * math.cos(u) * math.sin((v - y) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(half))


def _compare_places(a: Happening, b: Happening) -> Reason:
    if a.place is None or b.place is None:
        return Reason("place", "open", 0.0)
    shown = " / ".join(sorted({a.place.name, b.place.name}))
    if a.place.country and b.place.country and a.place.country != b.place.country:
        return Reason("place", shown, OTHER_PLACE)
    if "country" in (a.place.precision, b.place.precision):
        return Reason("place", shown, SAME_COUNTRY)
    x, y = set(a.place_name.split()), set(b.place_name.split())
    near = measure_km(a.place, b.place)
    if x <= y or y <= x:
        return Reason("place", shown, SAME_PLACE)
    if near is not None and near <= SUBURB_KM:
        return Reason("place", shown, SUBURB)
    towns = not {a.place.precision, b.place.precision} & WIDE
    return Reason("place", shown, OTHER_TOWN if towns else OTHER_PLACE)


# ---- who -------------------------------------------------------------------------------


def _compare_sides(kind: str, a: Sequence[Party], b: Sequence[Party]) -> Iterator[Reason]:
    """Members of two sides matched: first by identity, then by country; what is left over on both disagrees."""
    if not (a and b):
        return
    same = {party.identity for party in a} & {party.identity for party in b}
    left, right = ([p for p in side if p.identity not in same] for side in (a, b))
    for party in sorted({p for p in a if p.identity in same}, key=lambda p: p.identity):
        weight = SAME_PARTY if party.kind in NAMED else SAME_KIND if party.anybody else SAME_NOUN
        yield Reason(kind, party.identity, weight)
    for x in tuple(left):
        y = next((other for other in right if _may_stand_for(x, other)), None)
        if y is not None:
            left.remove(x)
            right.remove(y)
            yield Reason(kind, " / ".join(sorted((x.identity, y.identity))), _country_weight(kind, x, y))
    yield from _disagreement(kind, left, right)


def _may_stand_for(a: Party, b: Party) -> bool:
    """A state for its people and bodies, or two nouns of one country; never one person for another."""
    if a.code is None or a.code != b.code:
        return False
    return "state" in (a.kind, b.kind) or (a.kind not in NAMED or b.kind not in NAMED)


def _country_weight(side: str, a: Party, b: Party) -> float:
    named = [p for p in (a, b) if p.kind in NAMED]
    if a.group & b.group:
        return PARTY_OF_COUNTRY  # "pasukan Taliban", "kelompok Taliban"
    if not named and not (a.anybody or b.anybody):
        return OTHER_CROWD if side == "crowd" else OTHER_KIND  # students are no miners
    return PARTY_OF_COUNTRY if named and not (a.anybody or b.anybody) else SAME_KIND


def _disagreement(kind: str, left: Sequence[Party], right: Sequence[Party]) -> Iterator[Reason]:
    left, right = ([p for p in side if not p.anybody] for side in (left, right))
    if left and right:
        known = all(p.code or p.kind in NAMED for p in (*left, *right))
        other = OTHER_ACTOR if kind in ("actor", "crowd") else OTHER_PARTY
        shown = " / ".join(sorted((left[0].identity, right[0].identity)))
        yield Reason(kind, shown, other if known else OTHER_KIND)


# ---- what ------------------------------------------------------------------------------


def _compare_details(a: Happening, b: Happening) -> Iterator[Reason]:
    if a.event != b.event:
        yield Reason("type", " / ".join(sorted((a.event, b.event))), OTHER_TYPE)
    elif a.mode is not None and a.mode == b.mode:
        yield Reason("mode", a.mode, SAME_MODE)
    if a.sites & b.sites:
        yield Reason("site", ", ".join(sorted(a.sites & b.sites)), SAME_SITE)
    if a.dead is not None and b.dead is not None:
        yield _compare_tolls(a.dead.minimum or 0, b.dead.minimum or 0)


def _compare_tolls(a: int, b: int) -> Reason:
    few, many = sorted((a, b))
    if few == many:
        return Reason("dead", str(few), SAME_FIGURE if few else 0.0)
    other = many - few >= TOLL_APART and many > TOLL_FACTOR * few
    return Reason("dead", f"{few} / {many}", OTHER_FIGURE if other else 0.0)


def _measure_words(a: Happening, b: Happening) -> float:
    """Points for the words that two events share."""
    few, many = sorted((a.words, b.words), key=len)
    alike = sum(weight * many[word] for word, weight in few.items() if word in many)
    return OTHER_WORDS if alike < WORDS_UNLIKE and few else round(alike * SAME_WORDS, 2)


def _tell_words(a: Happening, b: Happening, points: float) -> Reason:
    few, many = sorted((a.words, b.words), key=len)
    shared = sorted(few.keys() & many.keys(), key=lambda word: (-few[word] * many[word], word))[:5]
    return Reason("words", " ".join(shared), points)
