"""What somebody only wants another side to do is done by nobody."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article


def _events(text: str) -> list[tuple[str, str]]:
    analysis = analyse(Article("-", f"\n\n{text}"), load_language())
    return [(e.event, e.status) for e in analysis.events]


@pytest.mark.parametrize(
    "text",
    [
        "Peru ingin Dewan Keamanan PBB menerapkan embargo minyak terhadap Chile.",
        "Presiden Peru ingin agar Chile menghentikan serangan.",
        "Peru mau Chile menarik pasukannya.",
    ],
)
def test_a_wish_is_no_act_of_the_other_side(text: str) -> None:
    assert _events(text) == []


def test_what_one_wants_to_do_oneself_may_come() -> None:
    assert _events("Peru ingin menerapkan embargo terhadap Chile.") == [("SANCTION", "hypothetical")]


def test_a_wish_beside_the_act_leaves_it_done() -> None:
    assert _events("Peru yang ingin damai menarik pasukannya dari Chile.") == [("RETREAT", "actual")]
