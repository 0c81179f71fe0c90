"""Disagreements stand side by side with their sources; growing tolls are a trail."""

import pytest

from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.conflicts import find_conflicts, show_figure
from saksi.resolve.across.incidents import merge_incidents
from saksi.resolve.across.records import ActorMention, Conflict, EventRow, Figure, Place, RelationRow, Rows
from saksi.resolve.across.relations import settle_relations
from tests.resolve.across.rowmaking import attack, known, person, relation, told


def conflicts(
    *events: EventRow, mentions: tuple[ActorMention, ...] = (), relations: tuple[RelationRow, ...] = ()
) -> dict[str, Conflict]:
    linked = link_actors(mentions)
    merged, spans = merge_incidents(events, linked), settle_relations(relations, linked)
    rows = Rows(mentions, events, (), relations)
    return {conflict.kind: conflict for conflict in find_conflicts(merged, spans, rows, linked)}


def tolls(*figures: tuple[int | None, int | None, str | None]) -> dict[str, Conflict]:
    return conflicts(
        *(
            attack(f"e{n}", f"d{n}", dead=Figure(low, high), source=told(f"d{n}", day))
            for n, (low, high, day) in enumerate(figures)
        )
    )


def test_one_toll_is_no_conflict() -> None:
    assert tolls((12, 12, "2024-03-05"), (12, None, "2024-03-06")) == {}


def test_a_growing_toll_is_an_update_with_its_trail() -> None:
    conflict = tolls((17, 17, "2024-03-07"), (12, 12, "2024-03-05"), (15, 15, "2024-03-06"))["dead"]
    assert conflict.nature == "update"
    assert [claim.value for claim in conflict.claims] == ["12", "15", "17"]
    assert conflict.latest == "17"
    assert [claim.source.outlet for claim in conflict.claims] == ["outlet d1", "outlet d2", "outlet d0"]


@pytest.mark.parametrize(
    "figures",
    [
        ((145, 145, "2024-03-05"), (143, 143, "2024-03-06")),
        ((143, 143, "2024-03-05"), (145, 145, "2024-03-05")),
        ((143, 143, "2024-03-05"), (145, 145, None)),
    ],
    ids=["falls", "same day", "no day"],
)
def test_other_tolls_disagree(figures: tuple[tuple[int, int, str | None], ...]) -> None:
    conflict = tolls(*figures)["dead"]
    assert conflict.nature == "disagreement"
    assert set(conflict.values) == {"143", "145"}


def test_ranges_disagree_only_without_a_common_number() -> None:
    assert tolls((10, 20, "2024-03-05"), (15, 15, "2024-03-06")) == {}
    assert set(tolls((10, 12, "2024-03-05"), (15, None, "2024-03-06"))["dead"].values) == {"10-12", "15+"}
    assert show_figure(Figure(None, 5)) == "-5"


def test_dates_disagree_unless_one_lies_in_the_other() -> None:
    assert "date" not in conflicts(attack("e1", "a"), attack("e2", "b", date="2024-03"))
    conflict = conflicts(attack("e1", "a"), attack("e2", "b", date="2024-03-06"))["date"]
    assert set(conflict.values) == {"2024-03-05", "2024-03-06"}


def place_conflict(first: Place, second: Place) -> bool:
    doer = known("x", "group/A", "Kelompok A", "AMB")
    rows = [
        attack(f"e{n}", f"d{n}", place=place, actor=(doer.id,)) for n, place in enumerate((first, second))
    ]
    assert len(merge_incidents(rows, link_actors((doer,))).incidents) == 1
    return "place" in conflicts(*rows, mentions=(doer,))


def test_two_towns_of_one_happening_disagree_but_not_a_town_and_its_suburb() -> None:
    ambar, suburb, far = (
        Place(name, "AMB", lat=lat, lon=0.0, precision="city")
        for name, lat in (("Ambar", 0.0), ("Tandawa", 0.05), ("Kesmira", 0.5))
    )
    assert not place_conflict(ambar, suburb)
    assert place_conflict(ambar, far)
    assert place_conflict(Place("Desa Ambar", "AMB"), Place("Desa Kesmira", "AMB"))
    assert not place_conflict(Place("Desa Ambar", "AMB"), Place("Ambar", "AMB"))
    assert not place_conflict(ambar, Place("Negara Ambar", "AMB", precision="country"))


def test_who_did_it_and_whose_word_it_is() -> None:
    a, b = known("x", "group/A", "Kelompok A", "AMB"), known("y", "group/B", "Kelompok B", "KES")
    speaker = person("y", "Wira Tandawa", code="AMB")
    found = conflicts(
        attack("e1", "a", actor=(a.id,)),
        attack("e2", "b", actor=(b.id,), asserted_by=speaker.id),
        mentions=(a, b, speaker),
    )
    assert found["who"].values == ("Kelompok A", "Kelompok B")
    assert found["claim"].values == ("told as a fact", "Wira Tandawa")
    assert found["claim"].claims[1].asserted_by == "person/wira-tandawa"


def test_a_state_and_its_minister_are_no_two_doers() -> None:
    state, minister = known("x", "state/AMB", "Ambar", "AMB"), person("y", "Wira Tandawa", code="AMB")
    rows = (attack("e1", "a", actor=(state.id,)), attack("e2", "b", actor=(minister.id,)))
    assert "who" not in conflicts(*rows, mentions=(state, minister))


def test_dates_of_relations() -> None:
    state, body = known("x", "state/AMB", "Ambar", "AMB"), known("x", "org/SCO", "SCO", "IGO")
    member = relation("r1", "a", state, "member_of", "SCO", object=body.id, since="2005")
    other = relation("r2", "b", state, "member_of", "SCO", object=body.id, since="2006-03")
    assert conflicts(mentions=(state, body), relations=(member, other))["since"].values == ("2005", "2006-03")
    born = (
        relation("r3", "a", body, "founded_on", "2001"),
        relation("r4", "b", body, "founded_on", "2001-06-15"),
    )
    assert conflicts(mentions=(body,), relations=born) == {}
    wrong = relation("r5", "c", body, "founded_on", "1996")
    assert conflicts(mentions=(body,), relations=(*born, wrong))["date"].values == (
        "2001",
        "2001-06-15",
        "1996",
    )
