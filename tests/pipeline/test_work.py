"""Ten times longer input costs about ten times the work, counted in calls: clocks differ."""

import sys
from itertools import cycle, islice

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article

STATES = (
    "Kenya",
    "Peru",
    "Fiji",
    "Norwegia",
    "Mali",
    "Ekuador",
    "Laos",
    "Yordania",
    "Kanada",
    "Maroko",
    "Nepal",
)
TOLD = (
    "Menteri Luar Negeri {a} mengunjungi {b} pada {day} Juli 2024 dan bertemu dengan Presiden {b}.",
    '"Kami tidak menuduh {b}," kata Juru Bicara Pemerintah {a} nomor {n}, tetapi mendesak {c} menarik pasukannya.',
    "{a} dan {b} sepakat memperluas kerja sama, sedangkan {c} mengecam keputusan ke-{n} itu.",
    "Sedikitnya {n} orang tewas dalam serangan di {c}, menurut pemerintah setempat.",
)


def make_article(sentences: int) -> Article:
    """A text of as many different sentences, four a paragraph."""
    a, b, c = cycle(STATES), cycle(STATES[3:]), cycle(STATES[5:])
    rows = [
        told.format(a=next(a), b=next(b), c=next(c), day=n % 28 + 1, n=n + 2)
        for n, told in enumerate(islice(cycle(TOLD), sentences))
    ]
    return Article("text", "\n\n".join(" ".join(rows[i : i + 4]) for i in range(0, sentences, 4)))


def count_calls(article: Article) -> int:
    """Calls of functions, Python's own included, while an article is read."""
    calls = 0

    def watch(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    language = load_language()
    analyse(article, language)  # fills the caches, which belong to no length
    sys.setprofile(watch)
    try:
        analyse(article, language)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("sentences", [40])
def test_ten_times_the_text_is_about_ten_times_the_work(sentences: int) -> None:
    once, ten_times = (count_calls(make_article(n)) for n in (sentences, 10 * sentences))
    assert 8 <= ten_times / once <= 13
