"""Who does what another clause tells: decisions, hopes, fronted clauses, sets of states."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article, Event


def found(text: str, kind: str) -> list[Event]:
    return [e for e in analyse(Article("text", text), load_language()).events if e.event == kind]


def actors(text: str, kind: str) -> list[str | None]:
    return [side.code for event in found(text, kind) for side in event.actor]


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Kenya menyambut baik keputusan Peru untuk memutuskan hubungan dengan Chad.", "SANCTION", ["PER"]),
        ("Kenya mengecam langkah Peru memutuskan hubungan dengan Chad.", "SANCTION", ["PER"]),
        ("Kenya mengambil langkah untuk memutuskan hubungan dengan Chad.", "SANCTION", ["KEN"]),
        ("Tidak lama setelah bertemu Presiden Peru, Presiden Kenya mengusir dubes Chad.", "CONSULT", ["KEN", "PER"]),
        ("Peru, Kenya dan Fiji memutus hubungan dengan Chad. Ketiga negara tersebut menuduh Chad berbohong.",
         "ACCUSE", ["PER", "KEN", "FJI"]),
        ("Peru, Kenya dan Fiji memutus hubungan dengan Chad. Negara-negara itu menuduh Chad berbohong.",
         "ACCUSE", ["PER", "KEN", "FJI"]),
        ("Kenya menandatangani pakta dengan Peru.", "SUPPORT", ["KEN", "PER"]),
        ("Sebanyak 40 negara, termasuk Kenya dan Peru, mengecam Chad.", "ACCUSE", [None, "KEN", "PER"]),
        ("Kenya dan Peru bertemu. Pernyataan bersama itu menuduh Chad berbohong.", "ACCUSE", ["KEN", "PER"]),
        ("Sebanyak 90 orang dibebaskan dari penjara di Nairobi.", "RETREAT", ["KEN"]),
    ],
)  # fmt: skip
def test_the_doer(text: str, kind: str, codes: list[str]) -> None:
    assert actors(text, kind) == codes


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Presiden Kenya berpidato. Parlemen Peru menuduhnya berbohong.", "ACCUSE", ["KEN"]),
        ("Parlemen Peru menuduhnya berbohong.", "ACCUSE", []),
        ("Presiden Kenya berpidato. Parlemen Peru mengecamnya.", "ACCUSE", []),
    ],
)
def test_nya_on_an_active_verb_is_who_was_spoken_of(text: str, kind: str, codes: list[str]) -> None:
    assert [side.code for event in found(text, kind) for side in event.recipient] == codes


@pytest.mark.parametrize(
    ("text", "kind", "codes"),
    [
        ("Kenya mengecam Peru karena menyerang pelabuhan Chad.", "ASSAULT", ["PER"]),
        ("Kenya menutup perbatasan karena diserang Peru.", "ASSAULT", ["PER"]),
        ("Kenya membantu pasukan Chad menyerang pemberontak Peru.", "ASSAULT", ["TCD"]),
        ("Baku tembak pecah antara pasukan Kenya-Peru di perbatasan.", "ASSAULT", ["KEN", "PER"]),
        ("Bentrokan yang terjadi antara polisi Kenya dan warga Peru mereda.", "ASSAULT", ["KEN", "PER"]),
        ("Kenya mendukung Fiji sekaligus mengecam Peru.", "ACCUSE", ["KEN"]),
        (
            "Parlemen Kenya memutuskan bahwa lima menteri akan diadili dan mengusir duta besar Peru.",
            "SANCTION",
            ["KEN"],
        ),
        ("Chad mengirim bantuan usai Presiden Peru, Arkana Wiratama, meminta bantuan.", "REQUEST", ["PER"]),
        ("Dewan Keamanan Tertinggi Peru memutuskan hubungan dengan Chad.", "SANCTION", ["PER"]),
        ("Sementara itu, Peru beberapa minggu lalu menangguhkan hubungan dengan Chad.", "SANCTION", ["PER"]),
    ],
)
def test_who_does_what_follows(text: str, kind: str, codes: list[str]) -> None:
    assert actors(text, kind) == codes


def test_an_envoy_told_to_leave_is_expelled_once() -> None:
    text = "Kenya mengusir dubes Peru. Kenya meminta Duta Besar Peru Arkana Wiratama meninggalkan negara itu."
    events = analyse(Article("text", text), load_language()).events
    assert [(e.event, e.mode, len(e.mentions)) for e in events] == [("SANCTION", "expel", 2)]


def test_others_told_to_leave_are_only_asked() -> None:
    assert [e.event for e in found("Kenya meminta warga Peru meninggalkan negara itu.", "REQUEST")] == [
        "REQUEST"
    ]


def test_they_in_somebodys_words_are_others() -> None:
    text = 'Militer Kenya mengakhiri rezim. "Mereka ditangkap karena korupsi," kata militer Kenya.'
    assert [e.recipient for e in found(text, "COERCE") if e.mode == "arrest"] in ([], [()])


@pytest.mark.parametrize("who", ["Dunia internasional", "Pihak asing", "Pengamat internasional"])
def test_strangers_are_of_no_known_state(who: str) -> None:
    assert actors(f"{who} mengecam Kenya.", "ACCUSE") == [None]


def test_those_who_fight_are_the_two_told_before_or_of_the_place() -> None:
    said = "mengumumkan gencatan senjata."
    assert actors(f"Pihak yang bertikai di Kenya {said}", "CONCEDE") == ["KEN"]
    assert actors(f"Peru menyerang Chad. Kedua pihak yang bertikai {said}", "CONCEDE") == ["PER", "TCD"]


def test_who_comes_home_visits_nobody() -> None:
    assert found("Menteri Luar Negeri Kenya tiba di Nairobi.", "CONSULT") == []
    assert actors("Menteri Luar Negeri Kenya tiba di Lima.", "CONSULT") == ["KEN"]


def test_power_is_no_side() -> None:
    text = "Militer Kenya merebut kekuasaan di Nairobi."
    assert [side.name for e in found(text, "COERCE") for side in e.recipient] == []


def test_every_attack_that_may_come_is_none() -> None:
    assert found("Kenya akan membalas setiap serangan Peru terhadap Chad.", "ASSAULT") == []


def test_a_state_and_its_own_committee_do_not_consult() -> None:
    assert found("Kenya mengadakan pertemuan langka Komite Keamanan Nasional Rabu lalu.", "CONSULT") == []


def test_a_rival_named_beside_is_no_partner() -> None:
    text = "Kenya menandatangani pakta dengan Peru sebagai bagian dari persaingan dengan Chad."
    assert actors(text, "SUPPORT") == ["KEN", "PER"]


def test_who_is_freed_elsewhere_is_freed_by_nobody_named() -> None:
    assert actors("Sebanyak 90 sandera dibebaskan di Nairobi.", "RETREAT") == []


def test_a_town_between_two_is_no_member_of_the_many() -> None:
    text = "Menurut 40 negara, antara Kenya dan Peru terjadi perang. Fiji mengecam Chad."
    assert actors(text, "ACCUSE") == ["FJI"]


def test_what_is_only_planned_is_not_done() -> None:
    planned = found("Kenya mengecam rencana Peru memutuskan hubungan dengan Chad.", "SANCTION")
    assert [event.status for event in planned] == ["hypothetical"]


@pytest.mark.parametrize(
    "text",
    [
        "Bantuan Kenya tidak akan dicairkan hingga Presiden Peru mengundurkan diri.",
        "Warga Peru berharap Presiden Kenya mengundurkan diri.",
        "Polisi Peru tidak merinci apakah Presiden Kenya mengundurkan diri.",
    ],
)
def test_hopes_and_open_questions_are_no_acts(text: str) -> None:
    assert found(text, "RETREAT") == found(text, "CONCEDE") == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Pengiriman pasukan Peru ke Chad dimulai pada Mei.", ["PER"]),
        ("Chad memanggil duta besar Peru. Pengiriman pasukan tambahan dilakukan setelah itu.", []),
        ("Chad memanggil duta besar Peru. Pengerahan pasukan itu bertujuan menjaga perbatasan.", []),
    ],
)
def test_forces_alone_do_not_send_themselves(text: str, codes: list[str]) -> None:
    assert actors(text, "MOBILIZE") == codes
