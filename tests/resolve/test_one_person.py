"""One arrest or release is one record, whatever the person is called."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Seorang penasihat presiden Kenya ditangkap pada Senin. Raka Suryanta ditangkap polisi Kenya di rumahnya.", 1),
        ("Polisi Kenya menangkap seorang penasihat presiden. Raka Suryanta, kata polisi, ditangkap di rumahnya.", 1),
        # A pronoun is whoever was held, even where another name stands beside it.
        ('Polisi Kenya membebaskan wanita itu. "Dia sudah dibebaskan," kata Jaksa Agung Peru.', 1),
        # Two names, or somebody told for the first time, are others.
        ("Polisi Kenya menangkap Raka Suryanta. Polisi Kenya menangkap Budi Santara.", 2),
        ("Polisi Kenya menangkap tiga penasihat presiden. Raka Suryanta ditangkap pada Mei 2015 di Peru.", 2),
    ],
)  # fmt: skip
def test_told_under_another_name(text: str, number: int) -> None:
    assert sum(e.mode in ("arrest", "release") for e in read(text).events) == number


def test_the_first_name_stays() -> None:
    text = 'Polisi Kenya membebaskan wanita itu. "Dia sudah dibebaskan," kata Jaksa Agung Peru.'
    (release,) = (e for e in read(text).events if e.mode == "release")
    assert [side.name for side in release.recipient] == ["wanita"]
