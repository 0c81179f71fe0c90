"""Who claims an attack did it; a town kills nobody."""

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article


def actors(text: str) -> list[str | None]:
    events = analyse(Article("text", text), load_language()).events
    return [entity.code for event in events for entity in event.actor]


def test_who_answers_for_an_attack_is_its_actor() -> None:
    assert actors("Houthi mengaku bertanggung jawab atas serangan terhadap kapal kargo di Laut Merah.") == [
        "YEM"
    ]


def test_a_town_before_yang_kills_nobody() -> None:
    assert actors("Kebakaran di Kabul yang menewaskan 12 orang diselidiki.") == []
