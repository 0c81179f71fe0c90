"""Words of force that are not meant so tell no event."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "Presiden Peru 'membunuh' demokrasi.",
        "Saya takut bom itu meledak.",
        "Partai Republik akan menghancurkan diri sendiri.",
        "Mantan atlet menembak Peru itu tinggal di Lima.",
        "Pemerintah Peru menindak orang-orang yang menyebarkan berita bohong.",
        "Deputi itu diangkat dan diberhentikan oleh Presiden Peru.",
    ],
)
def test_nobody_did_that(text: str) -> None:
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ('"Pasukan Peru membunuh dua warga Kolombia," kata Menlu Kolombia.', "ASSAULT"),
        ("Polisi Peru menembak atlet Kolombia.", "ASSAULT"),
        ("Seorang pria meledakkan diri di pasar di Lima, Peru.", "ASSAULT"),
        ("Presiden Peru memberhentikan Menlu Peru.", "SANCTION"),
    ],
)
def test_what_is_meant_stays(text: str, event: str) -> None:
    assert event in {e.event for e in read(text).events}
