"""Gives an event its date, place, counts and contexts, from its own words first.

Turns a draft and the marks of its sentence into dated, placed numbers. A time or place
of another clause is taken only when the event's clause has none and the sentence has just
one. The filing place and the date of issue are never used.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.events import Draft
from saksi.lang.coding_rules import CodingRules
from saksi.records import Count, EventDate, Location, Name, Number, Sentence, Span, Time

PLACE_PREPOSITIONS = frozenset({"di", "dari", "ke", "menuju", "kota", "luar", "utara", "sekitar", "dekat"})
#: Contexts given to one event at most: those of its frame first.
MOST_CONTEXTS = 5


def find_date(draft: Draft, times: Sequence[Time]) -> EventDate | None:
    """The date of an event: in its own clause, else the only date of the sentence."""
    dates = [t for t in times if t.type in ("DATE", "TIME") and t.value is not None]
    inside = [t for t in dates if draft.clause.start - 40 <= t.start <= draft.clause.end + 40]
    chosen = inside[0] if len(inside) == 1 else None
    if chosen is None and len(inside) > 1:
        chosen = min(inside, key=lambda t: (_distance(t, draft.anchor), t.start))
    if chosen is None and len(dates) == 1:
        chosen = dates[0]
    if chosen is None or chosen.value is None:
        return None
    value = chosen.value.split("T")[0]
    return EventDate(
        value, chosen.precision or "day", chosen.text, chosen.start, chosen.end, "same sentence", chosen.flags
    )


def _distance(time: Time, anchor: Span) -> int:
    if time.start >= anchor.end:
        return time.start - anchor.end
    return anchor.start - time.end


def find_place(draft: Draft, sentence: Sentence, names: Sequence[Name]) -> Location | None:
    """The place of an event: a place or state after "di", in its clause or alone in the sentence."""
    found = [n for n in names if n.entry.kind in ("place", "state") and _after_di(sentence, n)]
    inside = [n for n in found if draft.clause.start <= n.start < draft.clause.end + 40]
    pool = inside or (found if len(found) == 1 else [])
    if not pool:
        return None
    name = min(pool, key=lambda n: (abs(n.start - draft.anchor.end), n.start))
    return location(name)


def location(name: Name) -> Location:
    """A place name as the location of an event."""
    entry = name.entry
    country = entry.country or entry.code
    precision = entry.precision or ("country" if entry.kind == "state" else None)
    return Location(
        name.text, name.start, name.end, entry.name, country, entry.geonameid, entry.lat, entry.lon, precision
    )


def _after_di(sentence: Sentence, name: Name) -> bool:
    for k in range(name.first - 1, max(-1, name.first - 4), -1):
        word = sentence.tokens[k].lower
        if word == "di":
            return True
        if word in (",", "dan", "ke", "dari", "oleh"):
            return False
    return False


def find_count(draft: Draft, kind: str, numbers: Sequence[Number]) -> Count | None:
    """How many were hurt or taken, when the frame says so and the victims are counted."""
    if draft.harm != kind or draft.victims is None:
        return None
    number = next((n for n in numbers if draft.victims.start <= n.start < draft.victims.end), None)
    return _count(number)


def _count(number: Number | None) -> Count | None:
    if number is None:
        return None
    low = None if number.minimum is None else int(number.minimum)
    high = None if number.maximum is None else int(number.maximum)
    return Count(low, high, number.text, number.start, number.end)


def find_contexts(draft: Draft, sentence: Sentence, rules: CodingRules) -> tuple[str, ...]:
    """The contexts of the frame, then those its sentence names, most frequent first."""
    votes: dict[str, int] = {}
    for token in sentence.tokens:
        for context in rules.context_words.get(token.lower, ()):
            votes[context] = votes.get(context, 0) + 1
    ranked = sorted(votes, key=lambda c: (-votes[c], c))
    return tuple(dict.fromkeys((*draft.context, *ranked)))[:MOST_CONTEXTS]
