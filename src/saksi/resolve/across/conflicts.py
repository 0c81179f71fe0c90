"""Lists what sources disagree on, side by side.

Turns incidents and settled relations, with the rows they stand on, into ``Conflict`` records:
tolls, dates, places, who did it, whose claim it is, since when. Figures that only grow from
day to day are an update and are marked so. It decides nobody right.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from saksi.resolve.across.days import gap, parse_days
from saksi.resolve.across.happenings import NAMED
from saksi.resolve.across.lexicon import fold
from saksi.resolve.across.likeness import SUBURB_KM, WIDE, measure_km
from saksi.resolve.across.records import (
    Claim,
    Conflict,
    EventRow,
    Figure,
    Linked,
    Merged,
    Place,
    RelationRow,
    RelationSpan,
    Rows,
)
from saksi.resolve.across.relations import fits

FIGURES: tuple[tuple[str, Callable[[EventRow], Figure | None]], ...] = (
    ("dead", lambda row: row.dead),
    ("injured", lambda row: row.injured),
    ("arrested", lambda row: row.arrested),
    ("size", lambda row: row.size),
)


def find_conflicts(
    merged: Merged, spans: Iterable[RelationSpan], rows: Rows, linked: Linked
) -> tuple[Conflict, ...]:
    """All disagreements, sorted by what they are about and their kind."""
    events = {row.id: row for row in rows.events}
    told = {row.id: row for row in rows.relations}
    found: list[Conflict] = []
    for incident in merged.incidents:
        if len(incident.events) > 1:
            found += _about_incident(incident.id, [events[row] for row in incident.events], linked)
    for span in spans:
        found += _about_relation(span, [told[row] for row in span.rows])
    return tuple(sorted(found, key=lambda conflict: (conflict.about, conflict.kind, conflict.id)))


def _about_incident(incident: str, rows: Sequence[EventRow], linked: Linked) -> Iterator[Conflict]:
    by_news = sorted(rows, key=lambda row: (row.source.published or "9999", row.id))
    for kind, read in FIGURES:
        yield from _figures(kind, incident, by_news, (read, linked))
    yield from _dates(incident, by_news, linked)
    yield from _places(incident, by_news, linked)
    yield from _sides(incident, by_news, linked)
    yield from _claims(incident, by_news, linked)


def _claim(value: str, row: EventRow, linked: Linked) -> Claim:
    speaker = linked.identity_of.get(row.asserted_by) if row.asserted_by is not None else None
    return Claim(value, row.id, row.source, speaker)


def _conflict(kind: str, about: str, claims: Sequence[Claim], *, update: bool = False) -> Conflict:
    dated = [claim for claim in claims if claim.source.published]
    return Conflict(
        id=hashlib.sha256(f"{about}\n{kind}".encode()).hexdigest()[:16],
        kind=kind, about=about, claims=tuple(claims),
        values=tuple(dict.fromkeys(claim.value for claim in claims)),
        nature="update" if update else "disagreement",
        latest=dated[-1].value if dated else None,
    )  # fmt: skip


# ---- figures -----------------------------------------------------------------------


def show_figure(figure: Figure) -> str:
    """A figure in signs: "12", "12-15", "12+" (at least), "-15" (at most)."""
    low, high = figure
    if low == high:
        return str(low)
    if high is None:
        return f"{low}+"
    return f"{low if low is not None else ''}-{high}"


def _figures(
    kind: str,
    incident: str,
    by_news: Sequence[EventRow],
    how: tuple[Callable[[EventRow], Figure | None], Linked],
) -> Iterator[Conflict]:
    read, linked = how
    told = [(row, figure) for row in by_news if (figure := read(row)) is not None]
    if any(_differ(a, b) for a, b in combinations(dict.fromkeys(figure for _, figure in told), 2)):
        claims = [_claim(show_figure(figure), row, linked) for row, figure in told]
        yield _conflict(kind, incident, claims, update=_only_grows(told))


def _differ(a: Figure, b: Figure) -> bool:
    """Two ranges that have no number in common."""
    return (a.maximum is not None and b.minimum is not None and a.maximum < b.minimum) or (
        b.maximum is not None and a.minimum is not None and b.maximum < a.minimum
    )


def _only_grows(told: Sequence[tuple[EventRow, Figure]]) -> bool:
    """Whether every later day of news has at least the figure before, and no day has two."""
    days: dict[str | None, set[int]] = {}
    for row, figure in told:
        days.setdefault(row.source.published, set()).add(figure.minimum or figure.maximum or 0)
    if None in days or any(len(values) > 1 for values in days.values()):
        return False
    return all(max(days[a]) <= min(days[b]) for a, b in pairwise(sorted(day for day in days if day)))


# ---- when, where, who ----------------------------------------------------------------


def _dates(incident: str, by_news: Sequence[EventRow], linked: Linked) -> Iterator[Conflict]:
    told = [
        (row, row.date, days) for row in by_news if row.date and (days := parse_days(row.date)) is not None
    ]
    if any(not fits(a, b) and gap(a, b) > 0 for a, b in combinations({days for _, _, days in told}, 2)):
        yield _conflict("date", incident, [_claim(value, row, linked) for row, value, _ in told])


def _places(incident: str, by_news: Sequence[EventRow], linked: Linked) -> Iterator[Conflict]:
    told = [(row, row.place) for row in by_news if row.place is not None]
    if any(_elsewhere(a, b) for a, b in combinations(dict.fromkeys(place for _, place in told), 2)):
        yield _conflict("place", incident, [_claim(place.name, row, linked) for row, place in told])


def _elsewhere(a: Place, b: Place) -> bool:
    """Two countries, or two towns: too far from each other, or of two names where no map tells."""
    if a.country and b.country and a.country != b.country:
        return True
    if {a.precision, b.precision} & WIDE:
        return False
    km, x, y = measure_km(a, b), set(fold(a.name).split()), set(fold(b.name).split())
    return km > SUBURB_KM if km is not None else not (x <= y or y <= x)


def _sides(incident: str, by_news: Sequence[EventRow], linked: Linked) -> Iterator[Conflict]:
    """Who did it: two articles name actors that have neither an identity nor a country in common."""
    told = [(row, who) for row in by_news if (who := _names(row, linked))]
    if any(not a & b for a, b in combinations(dict.fromkeys(keys for _, (_, keys) in told), 2)):
        claims = [_claim(", ".join(names), row, linked) for row, (names, _) in told]
        yield _conflict("who", incident, claims)


def _names(row: EventRow, linked: Linked) -> tuple[tuple[str, ...], frozenset[str]] | None:
    """Names of the actors, and what they may have in common with others: identity and country."""
    found = [
        linked.by_id[linked.identity_of[mention]] for mention in row.actor if mention in linked.identity_of
    ]
    if not found:
        return None
    codes = {f"@{identity.code}" for identity in found if identity.code and identity.kind in NAMED}
    return tuple(identity.name for identity in found), frozenset({i.id for i in found} | codes)


def _claims(incident: str, by_news: Sequence[EventRow], linked: Linked) -> Iterator[Conflict]:
    """Whose word it is: some articles tell it themselves, others let somebody say it, or different ones."""
    claims = [_claim("told as a fact", row, linked) for row in by_news]
    claims = [
        c if c.asserted_by is None else c._replace(value=linked.by_id[c.asserted_by].name) for c in claims
    ]
    if len({claim.value for claim in claims}) > 1:
        yield _conflict("claim", incident, claims)


# ---- relations -----------------------------------------------------------------------


def _about_relation(span: RelationSpan, rows: Sequence[RelationRow]) -> Iterator[Conflict]:
    by_news = sorted(rows, key=lambda row: (row.source.published or "9999", row.id))
    readers: Mapping[str, Callable[[RelationRow], str | None]] = {
        "since": lambda row: row.since,
        "until": lambda row: row.until,
        "date": lambda row: row.value if row.object is None else None,
    }
    for kind, read in readers.items():
        told = [(row, value) for row in by_news if (value := read(row)) and parse_days(value) is not None]
        days = {days for _, value in told if (days := parse_days(value)) is not None}
        if any(not fits(a, b) for a, b in combinations(days, 2)):
            yield _conflict(kind, span.id, [Claim(value, row.id, row.source) for row, value in told])
