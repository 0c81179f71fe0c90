"""Times that contradict themselves keep their other reading."""

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article


def readings(text: str) -> list[tuple[str | None, tuple[str, ...]]]:
    analysis = analyse(Article("text", text), load_language())
    return [(time.value, time.candidates) for times in analysis.marks.times for time in times]


def test_a_weekday_that_differs_gives_its_own_day() -> None:
    assert readings("Dua menteri bertemu di Nairobi, Rabu (4/7/2024).") == [("2024-07-04", ("2024-07-03",))]
    assert readings("Dua menteri bertemu di Nairobi, Kamis (4/7/2024).") == [("2024-07-04", ())]
