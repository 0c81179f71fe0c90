"""Tests when and where words were said: what their own sentence tells, never what they tell of."""

from __future__ import annotations

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language

MINISTER = "Menteri Luar Negeri Fiji Raka Suryanta"


def said(text: str) -> list[tuple[str | None, str | None]]:
    return [
        (s.date.value if s.date else None, s.place.name if s.place else None)
        for s in probe(text, load_language()).statements
    ]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (f'"Kami siap," kata {MINISTER} di Suva, Rabu (10/7/2024).', ("2024-07-10", "Suva")),
        (f'"Kami siap," kata {MINISTER} kepada wartawan di Jakarta.', (None, "Jakarta")),
        (f'"Kami siap," kata {MINISTER} dalam konferensi pers di Kairo.', (None, "Kairo")),
        (f"{MINISTER} pada Selasa (9/1/2024) mengatakan bahwa kapal itu pergi.", ("2024-01-09", None)),
        (f"Di Doha, {MINISTER} mengatakan kapal itu tiba di Suva.", (None, "Doha")),
    ],
)
def test_day_and_place_beside_the_cue(text: str, when: tuple[str | None, str | None]) -> None:
    assert said(text) == [when]


def test_later_words_of_one_person_are_of_the_same_day_and_place() -> None:
    text = f'"Kami siap," kata {MINISTER} di Suva, Rabu (10/7/2024). Ia juga mengatakan kapal itu pergi.'
    second = probe(text, load_language()).statements[1]

    assert said(text) == [("2024-07-10", "Suva")] * 2
    assert second.date is not None
    assert second.date.basis == "speaker's day"


@pytest.mark.parametrize(
    "text",
    [
        # the day and place that the words tell of
        f"{MINISTER} mengatakan serangan itu terjadi di Suva pada 3 Mei 2024.",
        # of another speaker
        f"{MINISTER} mengatakan kapal itu pergi.",
    ],
)
def test_day_and_place_that_are_not_told_stay_open(text: str) -> None:
    assert said(text) == [(None, None)]


def test_another_speaker_has_not_spoken_on_that_day() -> None:
    text = f'"Kami siap," kata {MINISTER}, Rabu (10/7/2024). Presiden Tonga Arkana Wiratama mengatakan kapal itu pergi.'

    assert [day for day, _ in said(text)] == ["2024-07-10", None]
