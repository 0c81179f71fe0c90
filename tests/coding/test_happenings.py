"""Days and places told in a sentence of their own go to the act they are about."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event


def events(text: str) -> list[Event]:
    return list(analyse(Article("text", text), load_language()).events)


def first(text: str, kind: str) -> Event:
    return next(event for event in events(text) if event.event == kind)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        ("Chad menyerang Kota Ambar. Serangan itu terjadi pada Selasa, 4 Juni 2024.", "ASSAULT", "2024-06-04"),
        ("Kenya dan Peru menggelar latihan bersama. Latihan yang melibatkan 90 prajurit itu berlangsung pada 4 Juni 2024.",
         "COOPERATE", "2024-06-04"),
        ("Chad menyerang Kota Ambar. Serangan itu, seperti dilansir media setempat, Rabu (5/6/2024), terjadi pada Selasa (4/6/2024) malam.",
         "ASSAULT", "2024-06-04"),
    ],
)  # fmt: skip
def test_an_act_told_before_gets_its_day(text: str, kind: str, day: str) -> None:
    date = first(text, kind).date
    assert date is not None
    assert (date.value, date.basis) == (day, "act pointed to")


@pytest.mark.parametrize(
    "text",
    [
        "Chad menyerang Kota Ambar. Serangan itu dijadwalkan pada Selasa, 4 Juni 2024.",
        "Chad menyerang Kota Ambar. Pemilu itu berlangsung pada Selasa, 4 Juni 2024.",
        "Chad menyerang Kota Ambar. Serangan itu tidak terjadi pada Selasa, 4 Juni 2024.",
    ],
)
def test_plans_other_nouns_and_denials_give_none(text: str) -> None:
    assert first(text, "ASSAULT").date is None


def test_a_town_told_later_is_the_place() -> None:
    text = "Kenya dan Peru menggelar latihan bersama. Latihan itu berlangsung di Quito, Ekuador."
    place = first(text, "COOPERATE").location
    assert place is not None
    assert place.name == "Quito"


def test_since_then_begins_with_the_day_just_told() -> None:
    text = "2 Juli 2024\n\nPerang pecah pada 4 Mei 2024. Sejak saat itu, 90 warga Kenya tewas dalam serangan Chad."
    date = first(text, "ASSAULT").date
    assert date is not None
    assert date.value.startswith("2024-05-04")


MET = "Kenya dan Peru menandatangani perjanjian dagang pada 4 Juni 2024."


def test_two_sides_go_on_speaking_on_their_day() -> None:
    found = first(f"{MET} Kenya dan Peru mengecam serangan Chad.", "ACCUSE")
    assert found.date is not None
    assert (found.date.value, found.date.basis) == ("2024-06-04", "day of both sides")


@pytest.mark.parametrize(
    "text",
    [
        f"{MET} Kenya mengecam serangan Chad.",
        f"{MET} Kenya dan Fiji mengecam serangan Chad.",
        f"{MET} Kenya dan Peru menandatangani pakta pada 9 Juni 2024. Kenya dan Peru mengecam serangan Chad.",
    ],
)
def test_one_side_other_sides_or_two_days_give_none(text: str) -> None:
    assert first(text, "ACCUSE").date is None


def test_the_leaders_of_both_states_meet() -> None:
    found = first(f"{MET} Para pemimpin kedua negara bertemu di Hanoi.", "CONSULT")
    assert {e.code for e in found.actor} == {"KEN", "PER"}


def test_the_ties_of_both_states_are_nobody() -> None:
    assert all(e.event != "CONSULT" for e in events(f"{MET} Hubungan kedua negara bertemu jalan buntu."))


@pytest.mark.parametrize(
    ("text", "kind", "actor"),
    [
        (
            "Pertempuran sengit terus berlangsung antara tentara Sudan dan tentara Chad.",
            "ASSAULT",
            ["SDN", "TCD"],
        ),
        (
            "Serangan udara pada Kamis malam oleh pasukan Peru menewaskan lima orang di Chad.",
            "ASSAULT",
            ["PER"],
        ),
    ],
)
def test_who_fights_stands_behind_the_verb_or_a_day(text: str, kind: str, actor: list[str]) -> None:
    found = [e for e in analyse(Article("x", text), load_language()).events if e.event == kind]
    assert [[side.code for side in event.actor] for event in found] == [actor]
