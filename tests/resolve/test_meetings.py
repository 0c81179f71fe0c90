"""What two sides agree has the place of their one meeting."""

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event

AGREED = "Kenya dan Peru sepakat memperluas kerja sama."


def agreement(text: str) -> Event:
    events = analyse(Article("text", text), load_language()).events
    return next(event for event in events if event.event == "AGREE")


def test_the_place_of_the_meeting_is_given_with_its_basis() -> None:
    found = agreement(f"Menteri Luar Negeri Kenya dan Menteri Luar Negeri Peru bertemu di Hanoi. {AGREED}")
    assert found.location is not None
    assert (found.location.name, found.location.basis) == ("Hanoi", "meeting of the same sides")


def test_other_sides_give_no_place() -> None:
    found = agreement(f"Menteri Luar Negeri Fiji dan Menteri Luar Negeri Peru bertemu di Hanoi. {AGREED}")
    assert found.location is None


def test_two_meetings_leave_it_open() -> None:
    meetings = "Kenya dan Peru bertemu di Hanoi, 3 Juli 2024. Kenya dan Peru bertemu di Quito, 9 Juli 2024."
    assert agreement(f"{meetings} {AGREED}").location is None
