"""Retellings of one event become one record; different events stay apart."""

from dataclasses import replace

import pytest

from saksi.records import Entity, Event, EventDate, Span
from saksi.resolve.retellings import join_events
from tests.reading import read

CHINA = Entity("China", 0, 5, "China", "state/CHN", "CHN", "GOV")
JAPAN = Entity("Jepang", 10, 16, "Jepang", "state/JPN", "JPN", "GOV")
DAY = EventDate("2024-05-16", "day", "Kamis", 0, 5, "same sentence")
FIRST = Event(
    id="a", event="ACCUSE", mode=None, context=("diplomatic",), actor=(CHINA,), recipient=(JAPAN,), date=None,
    location=None, status="actual", asserted_by=None, evidence=Span(0, 40), mentions=(Span(0, 40),),
    rule="kecam", confidence=0.8,
)  # fmt: skip


def later(**changes: object) -> Event:
    span = Span(50, 90)
    return replace(FIRST, id="b", evidence=span, mentions=(span,), **changes)  # type: ignore[arg-type] # any field


def test_a_retelling_adds_a_mention_and_what_was_open() -> None:
    (event,) = join_events((FIRST, later(date=DAY, mode="disapprove")))
    assert event.id == "a"
    assert event.mentions == (Span(0, 40), Span(50, 90))
    assert (event.date, event.mode) == (DAY, "disapprove")


@pytest.mark.parametrize(
    "other",
    [
        later(event="REJECT"),
        later(actor=(JAPAN,), recipient=(CHINA,)),
        later(recipient=(replace(JAPAN, name="Filipina", code="PHL"),)),
        later(status="negated"),
    ],
)
def test_what_speaks_against_it_keeps_them_apart(other: Event) -> None:
    assert len(join_events((FIRST, other))) == 2


def test_two_dates_are_two_events() -> None:
    one = replace(FIRST, date=DAY)
    assert len(join_events((one, later(date=replace(DAY, value="2024-05-18"))))) == 2


def test_joining_is_idempotent() -> None:
    once = join_events((FIRST, later(), later(event="REJECT")))
    assert join_events(once) == once


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # What "serangan itu" did, and a later count of its dead, are one attack's ...
        ("Peru menyerang Kota Ambar dengan drone. Serangan itu menghancurkan sebuah gereja.", ["ASSAULT"]),
        ("Peru menyerang Kanada dengan roket, menewaskan 10 orang. Dalam serangan itu, 12 orang tewas, kata polisi.", ["ASSAULT"]),
        # ... another town's attack is not.
        ("Peru menyerang Kota Ambar dengan drone. Serangan lain di Kota Nila menewaskan 5 orang.", ["ASSAULT", "ASSAULT"]),
        # A charge that names nobody goes on with the last one of the same actor ...
        ("Presiden Peru mengecam Kanada. Ia menyebutnya pelanggaran.", ["ACCUSE"]),
        # ... an address of its own makes it another.
        ("Presiden Peru mengecam Kanada. Presiden Peru mengecam Chile.", ["ACCUSE", "ACCUSE"]),
        # A word for the act with "itu" tells it again, whoever of the state says it; a new demand does not.
        ("Jepang mendesak Peru mundur. Desakan itu disampaikan Menteri Arkana Wiratama.", ["REQUEST"]),
        ("Jepang mendesak Peru mundur. Menteri Chile mendesak Kanada mundur.", ["REQUEST", "REQUEST"]),
        # Those who died in a clash are of the sides that fought it.
        ("Dua tentara Peru dan seorang warga Chile tewas dalam bentrokan. Tentara Peru dan Chile saling tembak.", ["ASSAULT"]),
        ("Dua tentara Kanada tewas dalam bentrokan. Tentara Peru dan Chile saling tembak.", ["ASSAULT", "ASSAULT"]),
        # A passive without a doer tells a state's deed again.
        ("Amerika Serikat menunda tarif terhadap Peru dan Chile. Tarif untuk Chile ditangguhkan.", ["CONCEDE"]),
        # Shots at a crowd and those shot dead of it are one, those of another country are not.
        ("Polisi Peru menembaki pengunjuk rasa Peru. Sedikitnya lima warga Peru ditembak mati.", ["ASSAULT"]),
        ("Polisi Peru menembaki pengunjuk rasa Peru. Sedikitnya lima warga Chile ditembak mati.", ["ASSAULT", "ASSAULT"]),
        # A port of the country attacked, bombed by nobody named, is of that attack; another country's is not.
        ("Chile menyerang Peru. Pelabuhan Peru dibom pada malam yang sama.", ["ASSAULT"]),
        ("Chile menyerang Peru. Pelabuhan Fiji dibom pada malam yang sama.", ["ASSAULT", "ASSAULT"]),
        # Who signed for the two states that signed.
        ("Peru dan Chile menandatangani perjanjian. Penandatanganan perjanjian itu dilakukan oleh Presiden Peru dan Presiden Chile.", ["SUPPORT"]),
        ("Peru dan Chile menandatangani perjanjian. Presiden Peru dan Presiden Fiji menandatangani perjanjian.", ["SUPPORT", "SUPPORT"]),
        # A coup is no arrest, and three arrested are not five.
        ("Militer Peru menggulingkan Presiden Arkana Wiratama. Militer Peru menangkap Presiden Arkana Wiratama.", ["COERCE", "COERCE"]),
        ("Polisi Peru menangkap tiga jurnalis. Polisi Peru menangkap lima jurnalis.", ["COERCE", "COERCE"]),
        ("Polisi Peru menangkap tiga jurnalis. Ketiga jurnalis itu ditangkap polisi Peru.", ["COERCE"]),
    ],
)  # fmt: skip
def test_what_is_told_again_and_what_is_another(text: str, kinds: list[str]) -> None:
    assert [e.event for e in read(text).events] == kinds


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Menteri Peru mengunjungi Kanada. Pertemuan antara menteri kedua negara membahas ikan.", 1),
        ("Menteri Peru mengunjungi Kanada. Menteri Peru juga bertemu menteri Chile.", 2),
    ],
)
def test_the_same_two_states_meet_once(text: str, number: int) -> None:
    assert len([e for e in read(text).events if e.event == "CONSULT"]) == number


def test_more_words_for_one_country_do_not_take_the_place_of_its_state() -> None:
    groups = tuple(replace(CHINA, name=name, sector="SOC") for name in ("Lembaga Ambar", "Lembaga Panca"))
    (event,) = join_events((FIRST, later(actor=groups)))
    assert event.actor == (CHINA,)


def test_a_second_state_told_later_acts_as_well() -> None:
    both = (CHINA, replace(CHINA, name="Peru", id="state/PER", code="PER"))
    told = replace(FIRST, event="SUPPORT", recipient=())
    (event,) = join_events((told, later(event="SUPPORT", actor=both, recipient=())), frozenset({Span(0, 40)}))
    assert {e.code for e in event.actor} == {"CHN", "PER"}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        # A pact is told again by its signing and by both sides; a hit and its toll in one sentence ...
        ("Peru dan Chile menandatangani pakta pertahanan. Pakta yang ditandatangani negara itu berlaku lima tahun.",
         ["SUPPORT"]),
        ("Peru dan Chile menyepakati gencatan senjata. Kedua pihak mencapai kesepakatan pada Senin.", ["AGREE"]),
        ("Serangan drone Sudan menghancurkan gedung di Chad, menewaskan empat orang.", ["ASSAULT"]),
        # ... whoever did it, and a visit by what the two talk about in one sentence with their meeting.
        ("Sudan menyerang Chad. Penyerang itu menewaskan lima orang.", ["ASSAULT"]),
        ("Presiden Peru berkunjung ke Chile. Pertemuan presiden kedua negara membahas perdagangan.", ["CONSULT"]),
        # Two bodies of states share a code and are two.
        ("ECOWAS menjatuhkan sanksi terhadap Chad. Uni Afrika menjatuhkan sanksi terhadap Chad.",
         ["SANCTION", "SANCTION"]),
    ],
)  # fmt: skip
def test_what_the_same_sides_did_is_told_once(text: str, kinds: list[str]) -> None:
    assert [event.event for event in read(text).events] == kinds


@pytest.mark.parametrize(
    "text",
    [
        # In one country more than one side strikes, and more than one is struck.
        "Pemberontak Chad menjatuhkan helikopter militer. Sebanyak 60 warga sipil dibunuh aparat keamanan Chad.",
        "Pemberontak Chad menjatuhkan helikopter militer Chad. Seorang pejabat Chad ditikam di ibu kota.",
    ],
)
def test_rebels_are_not_the_state_they_fight(text: str) -> None:
    assert [event.event for event in read(text).events] == ["ASSAULT", "ASSAULT"]
