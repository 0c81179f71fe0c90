"""What a noun or verb before a purpose says of it: decided, to come, only wanted, or asked of others."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Peru berencana untuk mengurangi pasukannya di Kanada.", [("CONCEDE", "future")]),
        ("Peru mengurangi pasukannya di Kanada.", [("RETREAT", "actual")]),
        ("Ada kesepakatan untuk membebaskan tahanan Peru.", [("CONCEDE", "future")]),
        ("Presiden Peru mengulangi tuntutannya untuk membebaskan Arkana Wiratama.", []),
        ("Presiden Peru memutuskan untuk membebaskan Arkana Wiratama.", [("RETREAT", "actual")]),
        ("Perwira Peru merencanakan untuk menggulingkan Presiden Arkana Wiratama.", [("COERCE", "hypothetical")]),
        ("Peru dan Kanada menandatangani perjanjian untuk menghentikan pertempuran.", [("SUPPORT", "actual")]),
        ("Presiden Peru ingin membawa Kanada bergabung dengan Uni Eropa.", [("SUPPORT", "hypothetical")]),
        ("Presiden Peru berhasil membawa Kanada bergabung dengan Uni Eropa.", [("SUPPORT", "actual")]),
        ("Polisi Peru menuduh Arkana Wiratama merencanakan kudeta.", [("ACCUSE", "actual")]),
    ],
)  # fmt: skip
def test_purposes(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.event, e.status) for e in read(text).events] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Presiden Peru mencoba membantah tuduhan Kanada.", [("REJECT", "actual")]),
        ("Peru berupaya merebut Kota Ambar dari Kanada.", [("ASSAULT", "hypothetical")]),
        # An attempt that was made is one; one to come is not.
        ("Milisi Peru mencoba menyerang pelabuhan Kanada.", [("ASSAULT", "actual")]),
        ("Milisi Peru akan mencoba menyerang pelabuhan Kanada.", [("ASSAULT", "future")]),
        ("Peru menggelar operasi dalam upaya membebaskan sandera Kanada.", [("RETREAT", "hypothetical")]),
        ("Peru tidak memiliki pilihan selain mengusir duta besar Kanada.", [("SANCTION", "hypothetical")]),
        (
            "Peru tidak memiliki hubungan dengan Kuba selain mengusir duta besar Kanada.",
            [("SANCTION", "actual")],
        ),
    ],
)
def test_tries_and_last_choices(text: str, told: list[tuple[str, str]]) -> None:
    assert [(e.event, e.status) for e in read(text).events] == told


@pytest.mark.parametrize(
    "text",
    [
        "Tiga warga Kanada didakwa menyerang polisi Peru.",
        "Pria itu didakwa melakukan serangan terhadap kedutaan Peru.",
        "Raka Suryanta diadili atas tuduhan membunuh Presiden Peru.",
        "Tiga warga Kanada dibawa ke Lima karena diduga menyerang kedutaan Peru.",
        "Raka Suryanta pergi ke Kanada dengan tujuan membunuh Presiden Peru.",
        "Seharusnya pada Februari 2017 polisi Peru mendeportasi warga Kanada itu.",
        "Sedianya, Presiden Peru dijadwalkan pergi ke Kanada demi memenuhi undangan Presiden Kanada.",
    ],
)
def test_what_is_charged_or_was_to_be_is_no_act(text: str) -> None:
    assert [e.event for e in read(text).events] == []
