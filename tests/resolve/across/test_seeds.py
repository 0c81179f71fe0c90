"""The five press articles together; skipped where they are not in reach."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article
from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.conflicts import find_conflicts
from saksi.resolve.across.days import parse_days
from saksi.resolve.across.incidents import merge_incidents
from saksi.resolve.across.records import Conflict, Linked, Merged, RelationSpan, Rows
from saksi.resolve.across.relations import settle_relations
from saksi.resolve.across.rows import make_rows

SEEDS = Path(__file__).parents[4] / "shared" / "gold" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the press articles are not in reach")

#: Years in which anything told in an article can lie.
YEARS = {
    "000": {2001, 2004, 2012, 2021, 2024},
    "001": {2021},
    "002": {2001, 2005, 2017},
    "003": {2021, 2022},
    "004": {2024},
}


class Known(NamedTuple):
    """Everything known from the five."""

    rows: Rows
    linked: Linked
    merged: Merged
    spans: tuple[RelationSpan, ...]
    conflicts: tuple[Conflict, ...]


@cache
def known() -> Known:
    language = load_language()
    found = [
        make_rows(
            analyse(Article(path.name, path.read_text(encoding="utf-8")), language), language, path.name[:3]
        )
        for path in sorted(SEEDS.glob("*.txt"))
    ]
    rows = Rows(
        *(
            tuple(row for part in found for row in getattr(part, kind))
            for kind in ("mentions", "events", "statements", "relations")
        )
    )
    linked = link_actors(rows.mentions)
    merged = merge_incidents(rows.events, linked)
    spans = settle_relations(rows.relations, linked)
    return Known(rows, linked, merged, spans, find_conflicts(merged, spans, rows, linked))


@pytest.mark.parametrize(
    ("entry", "articles"), [("org/SCO", 3), ("person/Xi-Jinping", 2), ("person/Vladimir-Putin", 3)]
)
def test_each_is_one(entry: str, articles: int) -> None:
    identity = known().linked.by_id[entry]
    assert len(identity.mentions) == articles
    others = [
        other
        for other in known().linked.identities
        if other.id != entry and set(other.names) & set(identity.names)
    ]
    assert others == []


def test_wang_is_wang_yi_only_where_the_article_says_so() -> None:
    linked = known().linked
    assert {"Wang", "Wang Yi"} <= set(linked.by_id["person/Wang-Yi"].names)
    (bare,) = [identity for identity in linked.identities if identity.name == "Wang"]
    assert bare.candidates == ("person/Wang-Yi",)


def test_sco_has_one_founding_and_its_members_and_observers() -> None:
    spans = [span for span in known().spans if "org/SCO" in (span.subject, span.object)]
    foundings = [span for span in spans if span.predicate == "founded_on"]
    assert len(foundings) == 1
    assert foundings[0].value.startswith("2001")
    told = {row.source.document for row in known().rows.relations if row.predicate == "founded_on"}
    assert set(foundings[0].documents) == told
    observers = {span.subject: span for span in spans if span.predicate == "observer_of"}
    assert {"state/IRN", "state/IND", "state/MNG", "state/PAK"} <= set(observers)
    assert all(observers[state].since in ("2005", None) for state in ("state/IRN", "state/IND", "state/MNG"))
    members = {span.subject: span.id for span in spans if span.predicate == "member_of"}
    assert observers["state/IRN"].superseded_by == members["state/IRN"]
    assert observers["state/PAK"].superseded_by == members["state/PAK"]


def test_years_of_the_timeline_are_right_or_open() -> None:
    for row in known().rows.events:
        days = parse_days(row.date)
        if days is not None:
            assert int((row.date or "")[:4]) in YEARS[row.source.document], row


def test_different_happenings_stay_apart() -> None:
    for incident in known().merged.incidents:
        assert len(incident.documents) == 1  # the five tell of different days


def test_conflicts_have_two_values_and_their_sources() -> None:
    for conflict in known().conflicts:
        assert len(conflict.values) > 1
        assert all(claim.source.document in YEARS for claim in conflict.claims)
