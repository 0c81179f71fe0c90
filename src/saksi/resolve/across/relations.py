"""Settles relations over all documents: since when, until when, and what took their place.

Turns ``RelationRow`` records and linked actors into ``RelationSpan`` records: one for each
fact, however many articles tell it. Dates that fit into each other are one, the most precise
is kept; those that do not stay on their rows, where ``conflicts`` finds them.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from saksi.resolve.across.days import Days, parse_days
from saksi.resolve.across.lexicon import fold
from saksi.resolve.across.records import Linked, RelationRow, RelationSpan

#: Facts that have one value: the others told are other wordings of it, or contradictions.
ONE_VALUE = frozenset({"founded_on", "founded_in"})
#: What takes the place of what, for one subject and one object, when it comes later.
STEPS = ("applicant_to", "partner_of", "observer_of", "member_of")
#: Facts of which the object has one at a time: the next one ends the one before.
ONE_HOLDER = frozenset({"led_by"})
#: Points by how sure a fact is: one article, and each further independent one halves the doubt.
DOUBT = 0.3


def settle_relations(relations: Iterable[RelationRow], linked: Linked) -> tuple[RelationSpan, ...]:
    """Settle all relations; the order of ``relations`` changes nothing."""
    facts: dict[tuple[str, str, str], list[RelationRow]] = {}
    for row in sorted(relations, key=lambda row: row.id):
        facts.setdefault(_fact(row, linked), []).append(row)
    spans = [_settle(key, rows, linked) for key, rows in sorted(facts.items())]
    return _supersede(spans)


def _fact(row: RelationRow, linked: Linked) -> tuple[str, str, str]:
    """What makes two rows tell one fact: subject, predicate and object, but not the dates."""
    subject = linked.identity_of.get(row.subject, row.subject)
    if row.predicate in ONE_VALUE and row.object is None:
        return subject, row.predicate, ""
    if row.predicate == "holds_office":
        return subject, row.predicate, _office(row, linked)
    named = linked.identity_of.get(row.object or "")
    return subject, row.predicate, named or f"= {fold(row.value)}"


def _office(row: RelationRow, linked: Linked) -> str:
    """The office without its country's name, so that "Menlu China" and "Menteri Luar Negeri" are one."""
    identity = linked.by_id.get(linked.identity_of.get(row.subject, ""))
    told = [t for t in identity.offices if row.source.document in t.documents] if identity else []
    return f"= {told[0].office}" if len(told) == 1 else f"= {fold(row.value)}"


def _settle(key: tuple[str, str, str], rows: Sequence[RelationRow], linked: Linked) -> RelationSpan:
    subject, predicate, other = key
    by_news = sorted(rows, key=lambda row: (row.source.published or "9999", row.id))
    news = [row.source.published for row in by_news if row.source.published]
    holding = [row.source.published for row in by_news if row.source.published and row.status == "actual"]
    named = not other.startswith("=") and bool(other)
    value = linked.by_id[other].name if named and other in linked.by_id else _most_precise_or_common(by_news)
    documents = tuple(sorted({row.source.document for row in rows}))
    return RelationSpan(
        id=hashlib.sha256("\n".join(key).encode()).hexdigest()[:16],
        subject=subject, predicate=predicate, object=other if named else None, value=value,
        since=best_date(row.since for row in rows), until=best_date(row.until for row in rows),
        first_told=news[0] if news else None, as_of=holding[-1] if holding else None,
        status=_status(by_news), rows=tuple(row.id for row in sorted(rows, key=lambda row: row.id)),
        documents=documents, confidence=round(1 - DOUBT * 0.5 ** (len(documents) - 1), 3),
    )  # fmt: skip


def _most_precise_or_common(rows: Sequence[RelationRow]) -> str:
    dates = [row.value for row in rows if parse_days(row.value) is not None]
    if len(dates) == len(rows):
        return best_date(dates) or rows[0].value
    counted = Counter(row.value for row in rows)
    return min(counted, key=lambda value: (-counted[value], value))


def _status(by_news: Sequence[RelationRow]) -> str:
    """The status told last; actual when it was ever told so after having been a plan."""
    told = [row.status for row in by_news]
    return "actual" if "actual" in told and told[-1] in ("future", "hypothetical") else told[-1]


def best_date(values: Iterable[str | None]) -> str | None:
    """The most precise of the dates told most often, with those it fits into; None without any.

    >>> best_date(["2001", "2001-06-15", None]), best_date(["2005", "2006", "2006-03"])
    ('2001-06-15', '2006-03')
    """
    counted = Counter(value for value in values if value and parse_days(value) is not None)

    def votes(value: str) -> tuple[int, int, str]:
        own = _days(value)
        fitting = sum(count for other, count in counted.items() if fits(own, _days(other)))
        return -fitting, own.width, value

    return min(counted, key=votes, default=None)


def _days(value: str) -> Days:
    days = parse_days(value)
    if days is None:
        raise ValueError(f"{value!r} is no date")  # callers have asked before
    return days


def fits(a: Days, b: Days) -> bool:
    """Whether one stretch lies inside the other: "2001" and "2001-06-15" do."""
    return (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)


# ---- what takes the place of what ------------------------------------------------------


def _supersede(spans: Sequence[RelationSpan]) -> tuple[RelationSpan, ...]:
    ended: dict[str, tuple[str, str | None]] = {}
    for group in _rivals(spans).values():
        for before, after in pairwise(group):
            ended[before.id] = after.id, after.since
    return tuple(
        replace(span, superseded_by=ended[span.id][0], until=span.until or ended[span.id][1])
        if span.id in ended
        else span
        for span in spans
    )


def _rivals(spans: Sequence[RelationSpan]) -> Mapping[tuple[str, ...], list[RelationSpan]]:
    """Facts of which one ends the other, in the order in which they held."""
    groups: dict[tuple[str, ...], list[tuple[tuple[int, int], RelationSpan]]] = {}
    for span in spans:
        if span.status not in ("actual", "historical"):
            continue
        if span.predicate in STEPS:
            step = STEPS.index(span.predicate)
            groups.setdefault(("step", span.subject, span.object or span.value), []).append(((step, 0), span))
        elif span.predicate in ONE_HOLDER and (since := parse_days(span.since)) is not None:
            groups.setdefault((span.predicate, span.subject), []).append(((0, since.first), span))
    return {
        key: [span for _, span in sorted(group, key=lambda row: (row[0], row[1].id))]
        for key, group in groups.items()
    }


def holds_on(span: RelationSpan, day: str) -> bool | None:
    """Whether a fact held on a day; None where what is told does not reach so far.

    It holds from ``since`` to ``until``. Where an end is not told, the days of the news bound
    what is known: after ``as_of`` nobody has said that it still holds.
    """
    asked = parse_days(day)
    since, until, as_of = (parse_days(value) for value in (span.since, span.until, span.as_of))
    if asked is None or span.status not in ("actual", "historical"):
        return None
    if since is not None and asked.last < since.first:
        return False
    if until is not None and asked.first > until.last:
        return False
    begun = since is not None and asked.first >= since.last
    told = parse_days(span.first_told)
    begun = begun or (told is not None and asked.first >= told.first)
    open_end = until is not None and asked.last < until.first
    still = as_of is not None and asked.last <= as_of.last
    return True if begun and (open_end or still) else None
