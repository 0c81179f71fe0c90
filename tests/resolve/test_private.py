"""Acts among private persons are left out, and a note says so; crowds and officials act in public."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Raka Suryanta memuji Sari Wijaya dan mengundangnya.",
        "Seorang perempuan lansia menolak meninggalkan rumahnya di Lima.",
        "Google mengecam Apple.",
        "Sekelompok orang menyerang warga.",
        "Produsen menjanjikan kemudahan.",
        "Google bekerja sama dengan Raka Suryanta.",
        "Perenang Singapura Raka Suryanta meminta maaf kepada atlet Malaysia.",
        "Profesor Raka Suryanta mengimbau warga mencuci tangan.",
    ],
)
def test_private_acts_are_left_out(text: str) -> None:
    analysis = read(text)
    assert analysis.events == ()
    assert any("private" in problem.why for problem in analysis.problems)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Raka Suryanta mengecam Presiden Peru.", "ACCUSE"),
        ("Google mengecam pemerintah Peru.", "ACCUSE"),
        ("Seorang pria bersenjata menyerang warga di Lima, Peru.", "ASSAULT"),
        ("Perusahaan China mengecam perusahaan Peru.", "ACCUSE"),
        ("Ratusan warga Peru mengecam Presiden Peru.", "ACCUSE"),
        ("Lima hari pertempuran di perbatasan menewaskan 40 orang.", "ASSAULT"),
        ("Puluhan ribu demonstran membanjiri jalan-jalan ibu kota.", "PROTEST"),
    ],
)
def test_public_acts_stay(text: str, event: str) -> None:
    assert [e.event for e in read(text).events] == [event]
