"""A roll of the killed, the toll of a war and an attack told from both sides are one act each."""

import pytest

from tests.reading import read


def attacks(text: str) -> int:
    return sum(event.event == "ASSAULT" for event in read(text).events)


def test_the_killed_are_told_one_by_one() -> None:
    text = (
        "Pasukan Peru membunuh lima jurnalis Chile di Kota Ambar, Minggu (3/8). "
        "Jurnalis Raka Suryanta dibunuh di tenda itu."
    )
    assert attacks(text) == 1


def test_more_dead_are_another_act() -> None:
    text = (
        "Pasukan Peru membunuh lima jurnalis Chile di Kota Ambar, Minggu (3/8). "
        "Pasukan Peru telah membunuh 200 jurnalis sejak perang itu pecah."
    )
    assert attacks(text) == 2


def test_the_toll_of_a_war_told_before() -> None:
    text = (
        "Serangan Peru di Chile dimulai pada Oktober. Lebih dari 60.000 warga Chile tewas dalam serangan itu."
    )
    assert attacks(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ledakan bom menewaskan 12 orang dan melukai 30 lainnya di Lima, Peru.",
        "Tentara Peru menewaskan 12 orang dan melukai 30 lainnya di Lima.",
        "Bentrokan antara warga dan polisi di Peru menewaskan dua orang dan melukai puluhan lainnya.",
    ],
)
def test_the_dead_and_the_others_hurt_are_of_one_attack(text: str) -> None:
    (event,) = read(text).events
    assert event.dead is not None
    assert event.injured is not None
    assert all("lainnya" not in e.name for e in event.recipient)


def test_others_arrested_are_another_arrest() -> None:
    told = "Setelah menangkap seorang pria pada Selasa, polisi Peru menahan tiga pria lainnya di Lima."
    events = read(told).events
    assert len([e for e in events if e.event == "COERCE"]) == 2


def test_the_victims_told_of_next_are_of_the_attack() -> None:
    text = (
        "Penjaga kuil di Peru membunuh 20 jemaat, Minggu (3/8). Sebagian besar korban ditikam dengan pisau."
    )
    assert attacks(text) == 1
