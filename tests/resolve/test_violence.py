"""A roll of the killed, the toll of a war and an attack told from both sides are one act each."""

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
