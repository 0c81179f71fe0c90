"""Whom somebody condemns by what he calls their deed."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article


def accused(text: str) -> list[tuple[str | None, str | None]]:
    events = analyse(Article("text", text), load_language()).events
    return [(e.actor[0].code, e.recipient[0].code) for e in events if e.event == "ACCUSE" and e.recipient]


@pytest.mark.parametrize(
    "text",
    [
        "Kementerian Luar Negeri Kenya mengatakan tindakan Peru merupakan pelanggaran hukum.",
        "Presiden Kenya menegaskan langkah Peru melanggar kesepakatan.",
        '"Serangan Peru tidak dapat dibenarkan," kata Menteri Luar Negeri Kenya Arkana Wiratama.',
        "Presiden Kenya mengatakan bahwa Peru telah melanggar gencatan senjata.",
        "Presiden Kenya menilai langkah Peru menutup perbatasan sebagai provokasi.",
    ],
)
def test_a_condemned_deed_is_a_charge_by_who_says_it(text: str) -> None:
    assert accused(text) == [("KEN", "PER")]


@pytest.mark.parametrize(
    "text",
    [
        "Presiden Kenya mengatakan langkah Peru merupakan kemajuan.",
        "Presiden Kenya mengatakan langkah Kenya melanggar kesepakatan.",
        "Presiden Kenya mengatakan Peru tidak melanggar gencatan senjata.",
        "Kenya melanggar gencatan senjata.",
        "Presiden Kenya menilai langkah Peru membuka perbatasan sebagai kemajuan.",
        "Presiden Kenya mengatakan langkah Peru akan melanggar kesepakatan.",
        "Presiden Kenya mengatakan langkah Peru tidak melanggar kesepakatan.",
        "Langkah Peru merupakan pelanggaran.",
    ],
)
def test_praise_ones_own_plans_denials_and_no_speaker_give_none(text: str) -> None:
    assert accused(text) == []
