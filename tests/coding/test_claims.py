"""Who owns up to an attack is who did it; who is only said to answer for it is accused."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Taliban mengaku bertanggung jawab atas serangan bom di Kota Ambar.",
        "Taliban mengaku berada di balik serangan bom di Kota Ambar.",
        "Serangan itu diklaim oleh Taliban.",
    ],
)
def test_who_claims_an_attack_did_it(text: str) -> None:
    (event,) = read(text).events
    assert event.event == "ASSAULT"
    assert [e.name for e in event.actor] == ["Taliban"]


def test_the_claim_is_of_the_attack_told_before() -> None:
    text = (
        "Sebuah bom meledak di Kabul, menewaskan 12 orang. "
        "Taliban mengaku bertanggung jawab atas serangan itu."
    )
    (event,) = read(text).events
    assert [e.name for e in event.actor] == ["Taliban"]


@pytest.mark.parametrize(
    "text",
    [
        "Belum ada kelompok yang mengaku bertanggung jawab atas serangan itu.",
        "Taliban membantah bertanggung jawab atas serangan di Kabul.",
        "Presiden Peru mengatakan Chile bertanggung jawab atas serangan itu.",
    ],
)
def test_nobody_claims_it(text: str) -> None:
    assert all(event.event != "ASSAULT" for event in read(text).events)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Chile akan menanggung akibatnya, kata Menteri Luar Negeri Peru.", ["PER"]),
        ("Menteri Luar Negeri Peru mengatakan Chile harus menghadapi konsekuensi.", ["PER"]),
        ("Perusahaan Chile dapat dikenai sanksi, kata Menteri Luar Negeri Peru.", ["PER"]),
        # Who is of those threatened, and a paper, threaten nobody.
        ("Chile akan menanggung akibatnya, kata pakar Chile.", []),
        ("Chile akan menanggung akibatnya, tulis surat kabar Peru.", []),
    ],
)
def test_who_says_that_somebody_will_pay_threatens(text: str, wanted: list[str]) -> None:
    threats = [e for e in read(text).events if e.event == "THREATEN"]
    assert [x.code for e in threats for x in e.actor] == wanted
