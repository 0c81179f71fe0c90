"""Events become incidents: retellings join, look-alikes of one day and place do not."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.incidents import merge_incidents
from saksi.resolve.across.records import Decisions, EventRow, Figure, Place
from tests.resolve.across.rowmaking import attack, groups, known, merge, noun, one, person, told

FIRST = attack("e1", "a")
OTHER_WORDS = ("ambar", "bom", "hancur", "kota", "ledak", "penumpang")


def is_one(*changes: dict[str, object], status: int = 1) -> bool:
    rows = [attack(f"e{n + 2}", f"d{n}", **change) for n, change in enumerate(changes)]
    return len(merge(FIRST, *rows).incidents) == status


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"dead": Figure(17, 17), "source": told("b", "2024-03-07")},
        {"date": "2024-03-06"},
        {"date": "2024-03", "source": told("b", "2024-04-02")},
        {"date": None, "source": told("b", "2024-03-06")},
        {"place": Place("Ambar", "AMB", precision="country")},
        {"mode": None},
        {"event": "COERCE", "mode": None},
    ],
    ids=["copy", "toll grows", "a day apart", "by month", "no date", "country only", "no mode", "other type"],
)
def test_retellings_are_one(change: dict[str, object]) -> None:
    assert is_one(change)


@pytest.mark.parametrize(
    "change",
    [
        {"sites": ("terminal",), "words": OTHER_WORDS, "dead": Figure(4, 4)},
        {"sites": ("terminal",)},
        {"date": "2024-03-12", "source": told("b", "2024-03-12")},
        {"place": Place("Kota Kesmira", "AMB", precision="city"), "words": OTHER_WORDS},
        {"place": Place("Kota Ambar", "KES", precision="city"), "words": OTHER_WORDS, "dead": None},
        {"mode": "abduct"},
        {"status": "future"},
        {"event": "PROTEST", "mode": "demo"},
        {"date": None, "source": told("b", "2024-06-06")},
        {"sites": (), "words": OTHER_WORDS[2:], "dead": Figure(95, 95)},
    ],
    ids=["site and toll", "site", "a week on", "town", "country", "mode", "plan", "type", "old news", "toll"],
)
def test_look_alikes_are_two(change: dict[str, object]) -> None:
    assert is_one(change, status=2)


def meeting(name: str, *sides: str) -> EventRow:
    return EventRow(
        name, told(f"doc {name}", "2024-03-05"), "CONSULT", None, "actual", sides, date="2024-03-05",
        place=Place("Kota Ambar", "AMB", precision="city"), words=("bahas", "temu", *sides),
    )  # fmt: skip


def test_one_guest_meets_two_hosts_on_one_day() -> None:
    guest, hosts = (
        person("g", "Tamu Jauh", code="KES"),
        [person("h", f"{n} Tuan", code="AMB") for n in ("Ana", "Budi")],
    )
    first, second = meeting("e1", guest.id, hosts[0].id), meeting("e2", hosts[1].id, guest.id)
    assert len(merge(first, second, mentions=(guest, *hosts)).incidents) == 2
    again = meeting("e3", hosts[0].id, guest.id)
    assert groups(merge(first, second, again, mentions=(guest, *hosts))) == {
        frozenset({"e1", "e3"}),
        frozenset({"e2"}),
    }


def test_an_answer_is_not_what_it_answers() -> None:
    a, b = known("x", "state/AMB", "Ambar", "AMB"), known("x", "state/KES", "Kesmira", "KES")
    row = EventRow(
        "e1", told("p", "2024-03-05"), "SANCTION", "expel", "actual", (a.id,), (b.id,), date="2024-03-05"
    )
    back = EventRow(
        "e2", told("q", "2024-03-06"), "SANCTION", "expel", "actual", (b.id,), (a.id,), date="2024-03-06"
    )
    assert len(merge(row, back, mentions=(a, b)).incidents) == 2


def test_a_state_stands_for_its_people() -> None:
    state, minister = known("x", "state/AMB", "Ambar", "AMB"), person("y", "Wira Tandawa", code="AMB")
    recipient = known("x", "state/KES", "Kesmira", "KES")
    rows = [
        EventRow(f"e{n}", told(f"d{n}", "2024-03-05"), "ACCUSE", None, "actual", (actor.id,), (recipient.id,),
                 date="2024-03-05", words=("kecam", "uji", "rudal"))
        for n, actor in enumerate((state, minister))
    ]  # fmt: skip
    assert len(merge(*rows, mentions=(state, minister, recipient)).incidents) == 1


def test_a_verbal_act_needs_both_sides_or_the_words() -> None:
    state, recipient = known("x", "state/AMB", "Ambar", "AMB"), known("x", "state/KES", "Kesmira", "KES")
    rows = [
        EventRow("e1", told("p", "2024-03-05"), "REQUEST", None, "actual", (state.id,), (recipient.id,),
                 date="2024-03-05", words=("tarik", "kapal")),
        EventRow("e2", told("q", "2024-03-05"), "REQUEST", None, "actual", (state.id,), (),
                 date="2024-03-05", words=("harga", "beras", "turun")),
    ]  # fmt: skip
    assert len(merge(*rows, mentions=(state, recipient)).incidents) == 2


def test_a_headline_that_fits_two_does_not_make_them_one() -> None:
    town = Place("Kota Kesmira", "AMB", precision="city")
    other = attack("e2", "b", place=town, sites=(), dead=None)
    vague = attack(
        "e3", "b", place=Place("Ambar", "AMB", precision="country"), date=None, sites=(), dead=None
    )
    assert not any({"e1", "e2"} <= group for group in groups(merge(FIRST, other, vague)))


def test_who_did_it_may_be_disputed_when_all_else_is_one() -> None:
    a, b = known("x", "group/A", "Kelompok A", "AMB"), known("y", "group/B", "Kelompok B", "KES")
    rows = (attack("e1", "a", actor=(a.id,)), attack("e2", "b", actor=(b.id,)))
    assert len(merge(*rows, mentions=(a, b)).incidents) == 1


def test_events_without_sides_and_place_meet_by_their_words() -> None:
    bare = {"place": None, "dead": None}
    assert len(merge(attack("e1", "a", **bare), attack("e2", "b", **bare)).incidents) == 1


# ---- decisions, ids, reasons -------------------------------------------------------


def test_a_person_splits_and_a_third_event_does_not_bring_them_back() -> None:
    rows = (FIRST, attack("e2", "b"), attack("e3", "c"))
    apart = merge(*rows, decisions=Decisions(must_not=frozenset({("e2", "e1")})))
    assert apart.incident_of["e1"] != apart.incident_of["e2"]
    assert len(apart.incidents) == 2


def test_a_person_joins_and_must_not_wins() -> None:
    far = attack("e2", "b", date="2021-01-01", status="negated")
    assert len(merge(FIRST, far, decisions=Decisions(must=frozenset({("e2", "e1")}))).incidents) == 1
    both = Decisions(must=frozenset({("e1", "e2")}), must_not=frozenset({("e2", "e1")}))
    assert len(merge(FIRST, far, decisions=both).incidents) == 2


def test_taking_a_decision_back_restores_what_was() -> None:
    rows = (FIRST, attack("e2", "b"))
    before = merge(*rows)
    merge(*rows, decisions=Decisions(must_not=frozenset({("e1", "e2")})))
    assert merge(*rows) == before


def test_a_later_article_changes_no_id() -> None:
    before = one(merge(FIRST, attack("e2", "b")))
    after = one(merge(FIRST, attack("e2", "b"), attack("a0", "0", source=told("0", "2024-03-08"))))
    assert after.id == before.id == "e1"


def test_reasons_are_kept_and_add_up() -> None:
    (link,) = one(merge(FIRST, attack("e2", "b"))).links
    assert {"date", "place", "mode", "site", "dead", "words"} == {reason.kind for reason in link.reasons}
    assert round(sum(reason.weight for reason in link.reasons), 2) == link.score


def test_copies_speak_for_a_merge() -> None:
    rows = (FIRST, attack("e2", "b"))
    with_copy = merge_incidents(rows, link_actors(()), {"a": "g", "b": "g"})
    assert "copy" in {reason.kind for link in one(with_copy).links for reason in link.reasons}
    assert one(with_copy).confidence > one(merge(*rows)).confidence


# ---- order and work ----------------------------------------------------------------

EVENTS = st.lists(
    st.builds(
        lambda n, day, place, dead, sites, side: attack(
            f"e{n}", f"d{n % 7}", date=day, place=place, dead=dead, sites=sites, actor=side
        ),
        st.integers(0, 10**6),
        st.sampled_from((None, "2024-03-05", "2024-03-06", "2024-03-07", "2024-03", "2024")),
        st.sampled_from(
            (None, Place("Kota Ambar", "AMB", precision="city"), Place("Ambar", "AMB", precision="country"))
        ),
        st.sampled_from((None, Figure(12, 12), Figure(17, None))),
        st.sampled_from(((), ("pasar",), ("terminal",))),
        st.sampled_from(((), ("x/state/AMB",), ("x/state/KES",))),
    ),
    max_size=12,
    unique_by=lambda row: row.id,
)
STATES = (known("x", "state/AMB", "Ambar", "AMB"), known("x", "state/KES", "Kesmira", "KES"))


@settings(max_examples=150, deadline=None)
@given(EVENTS, st.randoms(use_true_random=False))
def test_order_changes_nothing(rows: list[EventRow], chance: random.Random) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)
    assert merge(*shuffled, mentions=STATES[::-1]) == merge(*rows, mentions=STATES)


@settings(max_examples=100, deadline=None)
@given(EVENTS, st.data())
def test_each_event_is_in_one_incident_and_decisions_hold(rows: list[EventRow], data: st.DataObject) -> None:
    ids = [row.id for row in rows]
    pairs = (
        st.frozensets(st.tuples(st.sampled_from(ids), st.sampled_from(ids)), max_size=4)
        if ids
        else st.just(frozenset())
    )
    apart = frozenset((a, b) for a, b in data.draw(pairs) if a != b)
    merged = merge(*rows, mentions=STATES, decisions=Decisions(must_not=apart))
    assert sorted(event for incident in merged.incidents for event in incident.events) == sorted(ids)
    assert all(merged.incident_of[a] != merged.incident_of[b] for a, b in apart)


def crowd(size: int) -> list[EventRow]:
    """Events of one day in one country that are all alike: the worst there is."""
    return [attack(f"e{n:05}", f"d{n}", place=Place(f"kota {n}", "AMB", precision="city"),
                   words=(f"w{n}", "bom"), dead=None) for n in range(size)]  # fmt: skip


def test_work_grows_with_the_number_of_events_and_no_faster() -> None:
    few, many = (merge(*crowd(size)).work for size in (500, 2000))
    assert many.compared <= 4.2 * few.compared
    assert few.compared <= 50 * few.rows


def test_what_a_large_block_leaves_out_is_counted() -> None:
    work = merge(*crowd(200)).work
    assert work.largest == 200
    assert work.skipped > 0
    assert work.compared + work.skipped == 200 * 199 // 2


def test_in_a_large_block_the_alike_are_neighbours() -> None:
    state = known("x", "state/AMB", "Ambar", "AMB")
    rows = [
        attack(f"e{copy}{n:03}", f"d{n}-{copy}", place=None, sites=(), dead=None, actor=(state.id,),
               words=("bom", "ledak", f"rumah{n}", f"warga{n}", f"nama{n}", f"lain{n}-{copy}"))
        for n in range(300) for copy in range(2)
    ]  # fmt: skip
    merged = merge(*rows, mentions=(state,))
    assert merged.work.skipped > 0
    assert sum(len(incident.events) == 2 for incident in merged.incidents) > 290
    assert max(len(incident.events) for incident in merged.incidents) == 2


def test_nobody_in_particular_is_no_objection() -> None:
    crowd_one, crowd_two = noun("a", "orang", "AMB"), noun("b", "warga sipil", "AMB")
    rows = (attack("e1", "a", recipient=(crowd_one.id,)), attack("e2", "b", recipient=(crowd_two.id,)))
    assert len(merge(*rows, mentions=(crowd_one, crowd_two)).incidents) == 1
