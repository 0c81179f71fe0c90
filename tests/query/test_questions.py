"""Every question with every filter gives rows that fit it, in the order asked for."""

import importlib
import json

import pytest

from saksi.errors import MissingPartError, UsageError
from saksi.query.filters import Filters
from saksi.query.measures import page_rank
from saksi.query.search import make_snippet
from saksi.rows import EventRow, RelationRow, ScoreRow, StatementRow
from saksi.store.store import Store


def codes(store: Store, **filters: object) -> set[str]:
    """Codes of all sides of the events that fit."""
    events = store.events(**filters)  # type: ignore[arg-type]
    return {side.code or "" for event in events for side in (*event.actor, *event.recipient)}


def test_evidence_is_the_words_of_the_article(store: Store) -> None:
    texts = {article.id: article.text for article in store.articles()}
    rows: list[EventRow | StatementRow | RelationRow] = [
        *store.events(),
        *store.statements(),
        *store.relations(),
    ]
    for row in rows:
        assert row.evidence == texts[row.article][row.start : row.end]


def test_filters_of_events(store: Store) -> None:
    everything = len(store.events())
    assert {event.event for event in store.events(type="ASSAULT")} == {"ASSAULT"}
    assert "MLI" in codes(store, actor="MLI")
    assert all("KEN" in {s.code for s in (*e.actor, *e.recipient)} for e in store.events(actor="Kenya"))
    assert all(
        e.date_until is not None and e.date_until >= "2024-07-05" for e in store.events(since="2024-07-05")
    )
    assert all(
        e.date_from is not None and e.date_from <= "2024-07-03" for e in store.events(until="2024-07-03")
    )
    assert {e.outlet for e in store.events(outlet="swara")} == {"swara"}
    assert {e.quad_code for e in store.events(quad=4)} == {4}
    assert all(e.confidence >= 0.8 for e in store.events(confidence=0.8))
    assert store.events(status="actual,negated,future,historical,hypothetical") == store.events()
    assert 0 < len(store.events(about="menyerang")) < everything
    assert len(store.events(limit=1)) == 1
    assert len(store.events(type="SANCTION")) == 0
    assert all(e.origins >= 2 for e in store.events(origins=2))


def test_pair_takes_both_sides(store: Store) -> None:
    for event in store.events(pair=("KEN", "PER")):
        assert {"KEN", "PER"} <= {side.code for side in (*event.actor, *event.recipient)}
    assert len(store.events(pair=("KEN", "MLI"))) == 0


def test_role_tells_the_side(store: Store) -> None:
    for event in store.events(actor="MLI", role="recipient"):
        assert "MLI" in {side.code for side in event.recipient}


def test_sort_puts_rows_without_a_value_last(store: Store) -> None:
    for sort in ("date", "-date"):
        days = [event.date_from for event in store.events(sort=sort)]
        told = [day for day in days if day is not None]
        assert days[: len(told)] == told == sorted(told, reverse=sort.startswith("-"))


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"type": "FOO"}, "type FOO: must be one of AGREE"),
        ({"quad": 7}, "quad 7: must be one of 1, 2, 3, 4"),
        ({"since": "kemarin"}, "since kemarin: give a day, month or year"),
        ({"status": "sure"}, "status sure: must be one of actual"),
        ({"sort": "colour"}, "sort colour: must be one of date"),
        ({"about": "?!"}, "holds no word"),
    ],
)
def test_filter_that_fits_nothing_is_told(store: Store, filters: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        store.events(**filters)  # type: ignore[arg-type]


def test_words_of_a_user_never_become_sql(store: Store) -> None:
    hostile = "x' OR 1=1; DROP TABLE event; --"
    assert len(store.events(actor=hostile, place=hostile, outlet=hostile)) == 0
    assert len(store.search(hostile)) == 0
    assert len(store.events()) > 0


def test_relations_as_of_a_day(store: Store) -> None:
    assert {row.subject for row in store.relations(predicate="member_of", as_of="1970")} == {"Kenya"}
    assert len(store.relations(predicate="member_of", as_of="1960")) == 0


def test_facts_hold_for_a_time(store: Store) -> None:
    (fact,) = store.facts(predicate="member_of", actor="KEN")
    assert (fact.subject, fact.object, fact.since, fact.articles) == ("Kenya", "Uni Afrika", "1963", 1)
    assert len(store.facts(predicate="member_of", as_of="1970")) == 1
    assert len(store.facts(predicate="member_of", as_of="1960")) == 0


def test_statements_by_speaker_and_kind(store: Store) -> None:
    assert {row.kind for row in store.statements(kind="direct")} == {"direct"}
    assert {row.speaker_code for row in store.statements(actor="KEN")} == {"KEN"}
    assert len(store.statements(about="memperkuat")) == 1


def test_incident_gathers_what_two_articles_tell(store: Store) -> None:
    (incident,) = store.incidents(type="ASSAULT", origins=2)
    assert (incident.articles, incident.dead_min, incident.dead_max) == (2, 12, 14)
    values = {(row.field, row.value) for row in store.conflicts(incident=incident.id)}
    assert {("dead", "12"), ("dead", "14")} <= values
    assert incident.reasons


def test_timeline_is_in_order(store: Store) -> None:
    days = [row.date or "" for row in store.timeline()]
    assert days == sorted(days)
    assert all(days)


def test_people_actors_positions_network(store: Store) -> None:
    assert {row.code for row in store.actors(actor="Mali")} == {"MLI"}
    assert {row.side for row in store.positions(about="perdagangan")} == {"KEN"}
    assert all(row.events >= 1 for row in store.network())
    assert {row.name for row in store.centrality()} == {
        name for row in store.network() for name in (row.source, row.target)
    }
    assert all(row.articles >= 1 for row in store.people())


def test_scores_of_a_pair(store: Store) -> None:
    rows = store.scores("KEN", "PER", by="month")
    assert [row.period for row in rows] == ["2024-07"]
    assert rows[0].score is not None
    assert rows[0].score > 0
    with pytest.raises(UsageError, match="by week: must be one of year"):
        store.scores("KEN", "PER", by="week")


def test_months_without_events_have_no_score(store: Store) -> None:
    rows = store.activity("MLI", by="month")
    assert rows.kind is ScoreRow
    assert all((row.score is None) == (row.events == 0) for row in rows)


def test_search_finds_any_form_and_ranks_the_written_first(store: Store) -> None:
    hits = store.search("menyerang")
    assert {hit.exact for hit in hits} == {True}
    assert all("**" in hit.snippet for hit in hits)
    assert {hit.article for hit in store.search("penyerangan")} == {hit.article for hit in hits}
    assert not any(hit.exact for hit in store.search("penyerangan"))


def test_snippet_is_cut_around_the_hit() -> None:
    text = "kata " * 50 + "Pos diserang. " + "kata " * 50
    snippet = make_snippet(text, frozenset(["serang"]))
    assert snippet.startswith("… ")
    assert snippet.endswith(" …")
    assert "**diserang**" in snippet


def test_show_tells_witness_rule_and_version(store: Store) -> None:
    event = store.events(type="ASSAULT", sort="date")[0]
    shown = store.show(event.id)
    assert shown["kind"] == "event"
    assert shown["rule"] == event.rule
    assert "code" in str(shown["made_by"])
    assert event.evidence in {witness["text"] for witness in shown["witnesses"]}  # type: ignore[attr-defined]
    json.dumps(shown)
    article = store.show(event.article)
    assert article["kind"] == "article"
    assert article["sources"]
    assert store.show("state/MLI")["kind"] == "actor"
    with pytest.raises(UsageError, match="no record"):
        store.show("zzzz")


def test_rows_are_a_sequence(store: Store) -> None:
    rows = store.events()
    assert rows[0] in rows
    assert list(rows[:2]) == [rows[0], rows[1]]
    assert rows.columns[0] == "id"
    assert all(
        isinstance(value, str | int | float | None) for row in rows.to_dicts() for value in row.values()
    )


def test_tables_of_other_libraries(store: Store) -> None:
    rows = store.events()
    assert rows.arrow().num_rows == len(rows)
    pytest.importorskip("pandas", reason="pip install 'saksi[interchange]'")
    assert list(rows.to_pandas()["id"]) == [row.id for row in rows]
    pytest.importorskip("polars", reason="pip install 'saksi[interchange]'")
    assert rows.to_polars()["id"].to_list() == [row.id for row in rows]
    assert store.events(type="SANCTION").to_polars().columns == list(rows.columns)


def test_missing_library_is_told_with_what_to_type(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    with pytest.raises(MissingPartError, match=r"pip install 'saksi\[tables\]'"):
        store.events().to_pandas()


def test_filters_are_checked_when_made() -> None:
    with pytest.raises(UsageError, match="review done"):
        Filters(review="done")


def test_page_rank_sums_to_one() -> None:
    ranks = page_rank({"a": {"b": 1.0}, "b": {"a": 1.0, "c": 2.0}, "c": {"b": 2.0}})
    assert sum(ranks.values()) == pytest.approx(1.0)
    assert max(ranks, key=lambda name: ranks[name]) == "b"
