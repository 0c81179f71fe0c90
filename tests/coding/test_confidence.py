"""Confidence falls with what makes records wrong."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article

PLAIN = "Kenya mengecam Peru."


def confidence(text: str) -> float:
    (event,) = analyse(Article("text", text), load_language()).events
    return event.confidence


@pytest.mark.parametrize(
    "less_sure",
    [
        "Tentara mengecam Peru.",
        f"{PLAIN[:-1]} karena {'sungai dan hutan dan ' * 12}danau.",
    ],
)
def test_what_makes_records_wrong_lowers_it(less_sure: str) -> None:
    assert 0 < confidence(less_sure) < confidence(PLAIN) < 1
