"""Acts told again in other words are one; what looks like it and is another act stays apart."""

import pytest

from tests.reading import read


def count(text: str, kind: str) -> int:
    return sum(e.event == kind for e in read(text).events)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Serangan bom melanda pasar di Lima, Peru, pada Senin. Bom itu menewaskan 12 warga.", "ASSAULT"),
        (
            "Tentara Kenya menembak mati seorang wartawan di Nairobi. Wartawan itu ditembak di kepala.",
            "ASSAULT",
        ),
        ("Seorang tersangka ditahan polisi Peru. Satu tersangka ditahan pada Jumat.", "COERCE"),
    ],
)
def test_told_again(text: str, kind: str) -> None:
    assert count(text, kind) == 1


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seorang tersangka ditahan polisi Peru. Tersangka lainnya ditahan pada Jumat.", "COERCE"),
        ("Seorang tersangka ditahan polisi Peru. Dua tersangka lain ditahan pada Jumat.", "COERCE"),
        (
            "Tentara Peru menembak mati seorang warga di Lima. Tentara menembak warga lainnya pada Jumat.",
            "ASSAULT",
        ),
        ("Seorang pria menyerang tentara Kenya di Nairobi. Pria itu ditembak mati polisi.", "ASSAULT"),
    ],
)
def test_another_one(text: str, kind: str) -> None:
    assert count(text, kind) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Kerusuhan baru-baru ini di Peru menewaskan lima orang.", "Peru"),
        ("Hal itu menyusul kerusuhan baru-baru ini di Peru.", "Peru"),
    ],
)
def test_lately_stays_with_its_noun(text: str, place: str) -> None:
    told = [e.location.name for e in read(text).events if e.event == "PROTEST" and e.location is not None]
    assert told == [place]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        ("Kelompok Hizbullah disebut Israel menyerang Haifa.", "ASSAULT", ["LBN"], ["ISR"]),
        (
            "Serangan tentara Kenya (KDF) terhadap pemberontak Chad menewaskan lima orang.",
            "ASSAULT",
            ["KEN"],
            ["TCD"],
        ),
        ("Peru memangkas kontribusinya kepada PBB.", "SANCTION", ["PER"], ["UNO"]),
    ],
)
def test_sides(text: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    (event,) = (e for e in read(text).events if e.event == kind)
    assert ([e.code for e in event.actor], [e.code for e in event.recipient]) == (actor, recipient)
