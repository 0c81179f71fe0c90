"""What people decide shows everywhere, survives every new version, and can be used as tests."""

from dataclasses import replace

import pytest

from saksi import pipeline
from saksi.errors import StoreError, UsageError
from saksi.records import Article
from saksi.rows import EventRow
from saksi.store import coding, recode
from saksi.store.digest import RunKey
from saksi.store.store import Store
from tests.store.invented import ARTICLES


def assault(store: Store) -> EventRow:
    return store.events(type="ASSAULT", sort="date")[0]


def test_rejected_record_shows_only_when_asked_for(store: Store) -> None:
    event = assault(store)
    store.review(event.id, "reject", by="tester", note="not what happened")
    store.resolve()
    assert event.id not in {one.id for one in store.events()}
    assert [one.id for one in store.events(review="rejected")] == [event.id]
    assert event.id not in {one.id for one in store.incidents()}


def test_corrected_record_shows_corrected(store: Store) -> None:
    event = assault(store)
    store.review(
        event.id,
        "correct",
        [
            "event=COERCE",
            "mode=arrest",
            "date=2024-07-04",
            "place=Kidal",
            "country=MLI",
            "recipient=MLI:Tentara Mali",
            "dead=13-14",
        ],
        by="tester",
    )
    (shown,) = store.events(review="corrected")
    assert (shown.event, shown.mode, shown.quad_code) == ("COERCE", "arrest", 4)
    assert (shown.date, shown.place, shown.country) == ("2024-07-04", "Kidal", "MLI")
    assert [(side.name, side.code) for side in shown.recipient] == [("Tentara Mali", "MLI")]
    assert (shown.dead_min, shown.dead_max) == (13, 14)
    assert shown.evidence == event.evidence


def test_last_review_counts_and_history_keeps_all(store: Store) -> None:
    event = assault(store)
    store.review(event.id, "reject", by="one")
    store.review(event.id, "accept", by="two")
    assert {one.id: one.review for one in store.events()}[event.id] == "accepted"
    history = store.show(event.id)["history"]
    assert [(one["verdict"], one["reviewer"]) for one in history] == [("reject", "one"), ("accept", "two")]  # type: ignore[attr-defined]


def test_review_begins_with_part_of_an_id(store: Store) -> None:
    event = assault(store)
    assert store.review(event.id[:10], "accept", by="tester").record == event.id


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (["event=FOO"], "must be one of AGREE"),
        (["date=kemarin"], "ISO date"),
        (["dead=banyak"], "a number"),
        (["colour=red"], "FIELD=VALUE"),
        ([], "needs FIELD=VALUE"),
    ],
)
def test_correction_that_no_record_may_hold(store: Store, changes: list[str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        store.review(assault(store).id, "correct", changes, by="tester")


def test_unknown_record_and_verdict(store: Store) -> None:
    with pytest.raises(UsageError, match="no record has this id"):
        store.review("ffffffffffffffffffff", "accept", by="tester")
    with pytest.raises(UsageError, match="accept, reject, correct"):
        store.review(assault(store).id, "perhaps", by="tester")


def test_statement_and_relation_are_corrected(store: Store) -> None:
    said, fact = store.statements(sort="date")[0], store.relations()[0]
    store.review(said.id, "correct", ["speaker=KEN:Wakil Kenya", "kind=indirect"], by="tester")
    store.review(fact.id, "correct", ["since=1964", "predicate=partner_of"], by="tester")
    (shown,) = store.statements(review="corrected")
    assert (shown.speaker, shown.speaker_code, shown.kind) == ("Wakil Kenya", "KEN", "indirect")
    (told,) = store.relations(review="corrected")
    assert (told.since, told.predicate) == ("1964", "partner_of")


def test_review_survives_a_new_version_with_new_ids(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    event = assault(store)
    store.review(event.id, "correct", ["date=2024-07-04"], by="tester")
    monkeypatch.setattr(recode, "current_run", lambda: RunKey("9.9", "new", "new"))
    real = pipeline.analyse

    def analyse(article: Article, language: object) -> object:
        analysis = real(article, language)  # type: ignore[arg-type]
        return replace(
            analysis, events=tuple(replace(one, id=f"new{one.id[:12]}") for one in analysis.events)
        )

    monkeypatch.setattr(coding, "analyse", analyse)
    store.recode()
    (shown,) = store.events(review="corrected")
    assert shown.id == f"new{event.id[:12]}"
    assert shown.date == "2024-07-04"


def test_review_survives_forgetting_and_adding_again(store: Store) -> None:
    event = assault(store)
    store.review(event.id, "reject", by="tester")
    store.forget([event.article])
    store.add(ARTICLES)
    assert [one.id for one in store.events(review="rejected")] == [event.id]
    store.forget([event.article], reviews=True)
    assert store.reviews() == ()


def test_gold_holds_the_witness_and_what_it_gives(store: Store) -> None:
    event = assault(store)
    store.review(event.id, "correct", ["date=2024-07-04"], by="tester")
    (gold,) = store.gold()
    assert gold["text"] == event.evidence
    assert gold["gives"]["date"]["value"] == "2024-07-04"  # type: ignore[index]
    assert gold["was"]["id"] == event.id  # type: ignore[index]


def test_reviews_are_tests_of_the_engine(store: Store) -> None:
    first, *others = store.events(sort="date")
    store.review(first.id, "accept", by="tester")
    store.review(others[0].id, "reject", by="tester")
    store.review(others[1].id, "correct", ["status=negated"], by="tester")
    told = {review.record: fault for review, fault in store.check_reviews()}
    assert told == {first.id: None, others[0].id: "it still comes out", others[1].id: "other status"}


def test_record_that_its_article_lost_is_told_plainly(store: Store) -> None:
    event = store.events(limit=1)[0].id
    store._connection.execute("UPDATE event SET id = 'f' || substr(id, 2) WHERE id = ?", (event,))  # noqa: SLF001
    with pytest.raises(StoreError, match="tells no such record any more: run saksi recode"):
        store.show(f"f{event[1:]}")
