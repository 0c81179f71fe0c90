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


def test_a_weekday_one_day_off_does_not_lead_a_year_back() -> None:
    told = readings("Sabtu, 29 April 2017\n\nDua menteri bertemu di Nairobi, Kamis (28/4).")
    assert [value for value, _ in told][-1] == "2017-04-28"


def test_a_weekday_that_fits_another_year_is_of_that_year() -> None:
    told = readings("Sabtu, 29 April 2017\n\nDua menteri bertemu di Nairobi, Minggu (20/11).")
    assert [value for value, _ in told][-1] == "2016-11-20"
