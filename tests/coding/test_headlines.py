"""Headlines: light verbs without prefix, and nouns of acts behind a verb without prefix."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event

BODY = "Hal itu tertulis dalam laporan pada Senin. Belum ada keterangan lain mengenai hal itu."


def events(title: str) -> list[Event]:
    return list(analyse(Article("text", f"{title}\n\n{BODY}\n"), load_language()).events)


@pytest.mark.parametrize(
    ("title", "kind", "actor", "recipient"),
    [
        ("Peru Lancarkan Serangan ke Chad", "ASSAULT", ["PER"], ["TCD"]),
        ("Peru Jatuhkan Sanksi ke Chad", "SANCTION", ["PER"], ["TCD"]),
        ("Peru Gelar Latihan Militer di Lima", "MOBILIZE", ["PER"], []),
        ("Peru Sepakati Sanksi Baru terhadap Chad", "SANCTION", ["PER"], ["TCD"]),
    ],
)
def test_a_light_verb_has_no_prefix(title: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    (event,) = events(title)
    assert event.event == kind
    assert ([side.code for side in event.actor], [side.code for side in event.recipient]) == (
        actor,
        recipient,
    )


def test_what_is_condemned_is_not_done_by_who_condemns_it() -> None:
    assert {(e.event, *(side.code for side in e.actor)) for e in events("Kenya Kutuk Kudeta di Chad")} == {
        ("ACCUSE", "KEN"),
        ("COERCE",),
    }


def test_every_headline_form_stands_for_a_light_verb() -> None:
    words = load_language().words
    assert set(words.headlines.values()) <= words.perform


@pytest.mark.parametrize("title", ["Kenya Kecam Peru Serang Chad", "Kenya Protes Peru Serang Chad"])
def test_whom_one_blames_does_what_the_next_verb_tells(title: str) -> None:
    told = {e.event: [side.code for side in e.actor] for e in events(title)}
    assert told == {"ACCUSE": ["KEN"], "ASSAULT": ["PER"]}
