"""One arrest told twice is one record, whoever is named for it."""

from tests.reading import read


def arrests(text: str) -> list[tuple[str | None, ...]]:
    return [tuple(e.sector for e in event.actor) for event in read(text).events if event.mode == "arrest"]


def test_as_many_arrested_by_the_same_state() -> None:
    text = (
        "Polisi Peru menangkap tiga orang terduga pemberontak di Lima. "
        "Juru bicara pemerintah membenarkan tiga orang ditangkap."
    )
    assert len(arrests(text)) == 1


def test_more_arrested_are_another_act() -> None:
    text = (
        "Polisi Peru menangkap tiga orang terduga pemberontak di Lima. "
        "Sejak Januari polisi Peru menangkap 40 orang."
    )
    assert len(arrests(text)) == 2


def test_suspects_arrest_nobody() -> None:
    text = "Polisi Peru membenarkan adanya tiga orang ditangkap terduga pemberontak di Lima."
    assert all("REB" not in sides and "UAF" not in sides for sides in arrests(text))
