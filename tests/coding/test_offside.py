"""In an article on sport or a film, words of force are play, and what is left out is told."""

from tests.reading import read

FILM = (
    "Film aksi itu tayang di bioskop mulai Kamis. Sutradara film itu memakai 200 pemeran. "
    "Dalam satu adegan, pasukan Kolombia menyerang pasukan Peru."
)


def test_an_attack_in_a_film_is_no_event() -> None:
    analysis = read(FILM)
    assert analysis.events == ()
    assert any("film" in problem.why for problem in analysis.problems)


def test_one_word_of_sport_does_not_make_an_article_offside() -> None:
    text = "Pasukan Kolombia menyerang pasukan Peru. Perang itu pecah seusai pertandingan di Kota Ambar."
    assert [event.event for event in read(text).events][:1] == ["ASSAULT"]


def test_a_ban_of_a_film_is_still_a_ban() -> None:
    text = "Pemerintah Peru melarang film itu di semua bioskop. Sutradara film itu ditangkap polisi Peru."
    assert {event.event for event in read(text).events} >= {"COERCE"}


QUAKE = (
    "Gempa bermagnitudo 7 mengguncang Peru. Tsunami terjadi setelah gempa itu. BMKG mencatat gempa susulan. "
    "Peringatan dini tsunami dikeluarkan. Pihak berwenang Peru menyatakan keadaan darurat. "
    "Kanada mengirim bantuan ke Peru setelah gempa bumi itu."
)


def test_an_emergency_in_an_article_on_an_earthquake_is_no_force() -> None:
    assert [event.event for event in read(QUAKE).events] == ["AID"]
