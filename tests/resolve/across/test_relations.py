"""Facts told by many articles are one, with their validity and what took their place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.records import RelationRow, RelationSpan
from saksi.resolve.across.relations import holds_on, settle_relations
from tests.resolve.across.rowmaking import known, person, relation, told

BODY, STATE = known("x", "org/SCO", "SCO", "IGO"), known("x", "state/AMB", "Ambar", "AMB")
LINKED = link_actors([BODY, STATE])


def settle(*rows: RelationRow) -> dict[str, RelationSpan]:
    return {span.predicate: span for span in settle_relations(rows, LINKED)}


def membership(name: str, document: str, predicate: str = "member_of", **more: object) -> RelationRow:
    return relation(name, document, STATE, predicate, "SCO", object=BODY.id, **more)


def test_one_founding_told_by_two_articles() -> None:
    rows = (
        relation("r1", "a", BODY, "founded_on", "2001"),
        relation("r2", "b", BODY, "founded_on", "2001-06-15"),
    )
    founding = settle(*rows)["founded_on"]
    assert (founding.value, founding.documents) == ("2001-06-15", ("a", "b"))


def test_the_date_told_most_often_is_kept() -> None:
    rows = [
        membership(f"r{n}", f"d{n}", since=since) for n, since in enumerate(("2005", "2006", "2006-03", None))
    ]
    assert settle(*rows)["member_of"].since == "2006-03"


def test_a_member_was_an_observer_before() -> None:
    spans = settle(
        membership("r1", "a", "observer_of", since="2005"), membership("r2", "b", since="2017-06-09")
    )
    assert spans["observer_of"].superseded_by == spans["member_of"].id
    assert spans["observer_of"].until == "2017-06-09"
    assert spans["member_of"].superseded_by is None


def test_a_wish_supersedes_nothing() -> None:
    spans = settle(membership("r1", "a", "observer_of"), membership("r2", "b", status="future"))
    assert spans["observer_of"].superseded_by is None


def test_as_of_is_the_last_day_of_news_that_says_so() -> None:
    rows = (
        membership("r1", "a", source=told("a", "2020-01-01")),
        membership("r2", "b", source=told("b", "2024-01-01")),
    )
    span = settle(*rows)["member_of"]
    assert (span.first_told, span.as_of) == ("2020-01-01", "2024-01-01")


def test_an_office_is_one_however_it_is_written() -> None:
    holder = person("a", "Wira Tandawa", code="AMB", office_term="menteri luar negeri")
    again = person("b", "Wira Tandawa", code="AMB", office_term="menteri luar negeri")
    rows = (
        relation("r1", "a", holder, "holds_office", "Menlu Ambar"),
        relation("r2", "b", again, "holds_office", "Menteri Luar Negeri Ambar"),
    )
    (span,) = settle_relations(rows, link_actors([holder, again]))
    assert span.documents == ("a", "b")


@pytest.mark.parametrize(
    ("day", "answer"),
    [("2016-12-31", False), ("2018-01-01", True), ("2024-01-01", True), ("2024-06-01", None), ("soon", None)],
)
def test_asked_for_a_day(day: str, answer: bool | None) -> None:
    span = settle(membership("r1", "a", since="2017-06-09", source=told("a", "2024-01-01")))["member_of"]
    assert holds_on(span, day) is answer


def test_what_ended_does_not_hold_afterwards() -> None:
    span = settle(membership("r1", "a", since="2005", until="2012-06"))["member_of"]
    assert (holds_on(span, "2010-01-01"), holds_on(span, "2013-01-01")) == (True, False)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda n, kind, since, status: membership(f"r{n}", f"d{n}", kind, since=since, status=status),
            st.integers(0, 10**6),
            st.sampled_from(("member_of", "observer_of", "applicant_to")),
            st.sampled_from((None, "2005", "2006-03")),
            st.sampled_from(("actual", "future", "negated")),
        ),
        max_size=8,
        unique_by=lambda row: row.id,
    ),
    st.randoms(use_true_random=False),
)
def test_order_changes_nothing(rows: list[RelationRow], chance: object) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert settle_relations(shuffled, LINKED) == settle_relations(rows, LINKED)
