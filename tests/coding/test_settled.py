"""Sides put right once both are known, and retellings in titles and of crowds."""

from dataclasses import replace

import pytest

from saksi.coding.confidence import keep_likely
from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event


def events(text: str, kind: str) -> list[Event]:
    return [e for e in analyse(Article("text", text), load_language()).events if e.event == kind]


def sides(event: Event) -> tuple[list[tuple[str | None, str | None]], list[tuple[str | None, str | None]]]:
    actor, recipient = ([(e.code, e.sector) for e in side] for side in (event.actor, event.recipient))
    return actor, recipient


def test_a_crowd_faces_the_forces() -> None:
    text = "Kerusuhan antara demonstran dan pasukan keamanan pecah di Lima, Peru, pada Senin."
    (riot,) = events(text, "PROTEST")
    assert [e.sector for e in riot.actor] == ["CVL"]
    assert [e.sector for e in riot.recipient] == ["MIL"]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Kenya menangkap Uskup Raka Wiratama. Peru dan Chile memanggil duta besar Kenya.", [("KEN", "REL")]),
        ("Polisi Kenya menangkap tiga tersangka pada Jumat.", [(None, "CRM")]),
    ],
)
def test_whom_a_state_arrests_is_its_own(text: str, recipient: list[tuple[str | None, str | None]]) -> None:
    (arrest,) = events(text, "COERCE")
    assert sides(arrest)[1] == recipient


def test_forces_share_the_state_of_those_beside_them() -> None:
    (charge,) = events("Militer dan Garda Pantai Filipina menuduh China melanggar hukum laut.", "ACCUSE")
    assert {e.code for e in charge.actor} == {"PHL"}


def test_a_failed_meeting_is_no_refusal() -> None:
    text = "Delegasi Kenya gagal menemui Presiden Peru."
    assert not events(text, "REJECT")
    assert [e.status for e in events(text, "CONSULT")] == ["negated"]


def test_fighting_without_sides_is_that_of_the_same_country() -> None:
    text = (
        "Tentara Sudan menyerang pasukan pemberontak di Khartoum, Sudan, pada Senin. "
        "Laporan itu terbit di Nairobi. Pertempuran sengit pecah di Khartoum."
    )
    assert len(events(text, "ASSAULT")) == 1


def test_a_refusal_is_toward_the_only_one_that_accused() -> None:
    text = "Kenya menuduh Peru mencuri ikan. Fiji dan Chile berunding di Suva. {}Peru menolak meminta maaf."
    assert [[e.code for e in r.recipient] for r in events(text.format(""), "REJECT")] == [["KEN"]]
    two = text.format("Chile menuduh Peru merusak jaring. ")
    assert [[e.code for e in r.recipient] for r in events(two, "REJECT")] == [[]]


def test_an_unlikely_record_is_told_as_a_problem() -> None:
    (event,) = events("Kenya menuduh Peru mencuri ikan.", "ACCUSE")
    kept, notes = keep_likely([event, replace(event, confidence=0.28)])
    assert kept == (event,)
    assert "0.28" in notes[0].why


def test_where_people_are_deported_to_is_not_whose_they_are() -> None:
    (deported,) = events("Presiden itu mendeportasi 222 tahanan ke Peru pada Jumat.", "COERCE")
    assert [e.code for e in deported.recipient] == [None]


def test_followers_are_not_against_who_has_fallen() -> None:
    text = "Pendukung mantan presiden Kenya berunjuk rasa di Nairobi, Kenya, menuntut mantan presiden itu dibebaskan."
    assert all(side.sector != "ELI" for riot in events(text, "PROTEST") for side in riot.recipient)
