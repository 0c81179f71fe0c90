"""Days, spells and tolls that a sentence tells beside its act."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event


def first(text: str, kind: str) -> Event:
    events = analyse(Article("text", f"2 Juli 2024\n\n{text}"), load_language()).events
    return next(event for event in events if event.event == kind)


def day(text: str, kind: str) -> str | None:
    date = first(text, kind).date
    return None if date is None else date.value


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Kenya mengumumkan gencatan senjata mulai Rabu (3/4/2024) hingga 22 April.", "CONCEDE", "2024-04-03/2024-04-22"),
        ("Kenya menghentikan serangan selama dua minggu terhitung 30 Maret.", "RETREAT", "2024-03-30/2024-04-13"),
        ("Kenya dan Peru akan membuka kembali kedutaan dalam waktu dua bulan.", "AGREE", "2024-07-02/2024-09-02"),
        ("Serangan Kenya terhadap Peru yang terjadi pada 4 Mei menuai kecaman.", "ASSAULT", "2024-05-04"),
        ("Pada 4 Mei, dewan mengesahkan resolusi yang menuntut Kenya mundur.", "REQUEST", "2024-05-04"),
        # What opens the sentence, or stands before "dan", is not dated by what follows.
        ("Pada 4 Mei, Kenya mengusir diplomat Peru, dan pada 30 Juni sidang digelar.", "SANCTION", "2024-05-04"),
        ("Pada 4 Mei, Kenya mengusir diplomat Peru dan memanggil menterinya pada 30 Juni.", "SANCTION", "2024-05-04"),
        ("Kenya bertemu Peru pada 4 Mei dan pada 30 Juni mengusir diplomat Chad.", "SANCTION", "2024-06-30"),
        ("Kenya menyerang Peru pada 4 Mei dan 5 Mei lalu mengusir diplomat Chad.", "ASSAULT", "2024-05-04/2024-05-05"),
        ("Konflik memuncak pada 4 Mei. Peru berduka. Kenya menembaki desa di Peru.", "ASSAULT", "2024-05-04"),
    ],
)  # fmt: skip
def test_the_day_or_spell(text: str, kind: str, value: str) -> None:
    assert day(text, kind) == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya menyerang pangkalan Peru selama dua minggu.", "ASSAULT"),  # from when?
        ("Konflik memuncak pada 4 Mei.\n\nKenya menembaki desa di Peru.", "ASSAULT"),  # another paragraph
    ],
)
def test_no_day_is_made_up(text: str, kind: str) -> None:
    assert day(text, kind) is None


def dead(text: str, kind: str = "ASSAULT") -> int | None:
    found = first(text, kind).dead
    return None if found is None else found.minimum


def test_a_noun_and_what_it_did_are_one_act_with_its_toll() -> None:
    text = "Serangan terhadap gedung konser di Nairobi yang menewaskan 14 orang dikecam Peru."
    events = analyse(Article("text", text), load_language()).events
    assert [e.event for e in events] == ["ASSAULT"]
    assert dead(text) == 14


def test_a_protest_has_the_toll_that_it_took() -> None:
    assert dead("Unjuk rasa warga Peru di Lima yang merenggut 14 nyawa mereda.", "PROTEST") == 14


def test_some_of_the_dead_told_between_commas_are_no_toll_of_their_own() -> None:
    assert dead("Sedikitnya 90 orang, termasuk 13 polisi, terbunuh di Nairobi.") == 90


def test_somebody_by_name_behind_a_description_is_one() -> None:
    assert dead("Seorang pilot Peru, Arkana Wiratama, tewas ditembak di Nairobi.") == 1
    assert dead("Keluarga Arkana Wiratama tewas ditembak di Nairobi.") is None
