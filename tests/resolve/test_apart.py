"""Two acts alike stay two records when the words tell of somebody else, somewhere else, or of what was only tried."""

from dataclasses import replace

import pytest

from saksi.records import Event, EventDate
from saksi.resolve.apart import are_apart
from tests.reading import read


def count(text: str, kind: str) -> int:
    return sum(event.event == kind for event in read(text).events)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        # Two names are two persons; "juga" before who has no name tells of more.
        ("Polisi Kenya menangkap aktivis Raka Suryanta. Polisi juga menangkap aktivis Budi Santara.", "COERCE", 2),
        ("Polisi Kenya menangkap Raka Suryanta. Polisi juga menangkap seorang perempuan.", "COERCE", 2),
        ("Polisi Kenya menangkap aktivis Raka Suryanta. Raka ditahan di Nairobi.", "COERCE", 1),
        ("Polisi Kenya menangkap aktivis Raka Suryanta. Ia juga ditahan di Nairobi.", "COERCE", 1),
        # Each measure of a state is its own, where only one names whom it is against.
        ("Pemerintah Peru membubarkan partai oposisi. Pemerintah Peru melarang pertemuan umum.", "COERCE", 2),
        # "86 lainnya" are those told before, "dua lainnya" are not.
        ("Polisi Kamboja menahan 86 warga Peru. Sebelas orang dirawat, sementara 86 lainnya ditahan.", "COERCE", 1),
        ("Hamas menahan dua tentara Israel. Hamas juga menahan dua warga Israel lainnya.", "COERCE", 2),
        # "kami" who condemn spoke before; who tries to break through a fence riots.
        ('Akademisi Peru mengutuk kekerasan keluarga pasien terhadap dokter. "Kita mengutuk keras kekerasan itu," katanya.', "ACCUSE", 1),
        # A state's forces and people of the state.
        ("Tentara Peru menyerang milisi Chile. Warga Peru menyerang milisi Chile dengan batu.", "ASSAULT", 2),
        # At home the code of the country tells nobody apart.
        ("Presiden Peru Raka Suryanta memuji tentara Peru. Menteri Pertahanan Peru Budi Santara memuji presiden Peru.", "SUPPORT", 2),
        ("Presiden Peru Raka Suryanta memuji tentara Peru. Presiden Peru memuji tentara Peru.", "SUPPORT", 1),
        # Two towns, far from each other, each named by its own sentence.
        ("Ribuan warga berunjuk rasa di Lima. Ratusan mahasiswa berunjuk rasa di Cusco.", "PROTEST", 2),
        ("Ribuan warga berunjuk rasa di Lima. Ratusan mahasiswa berunjuk rasa di Lima.", "PROTEST", 1),
        ("Sebuah bom meledak di Nairobi dan menewaskan 12 orang. Lima orang tewas dalam serangan di Mombasa.", "ASSAULT", 2),
        # "anggota polisi" is hit, though "anggota milisi" attacked: one attack.
        ("Anggota milisi Kenya menyerang polisi Kenya. Belasan anggota polisi tewas dalam serangan itu.", "ASSAULT", 1),
    ],
)  # fmt: skip
def test_acts_alike(text: str, kind: str, number: int) -> None:
    assert count(text, kind) == number


def test_war_of_another_year_is_not_the_news() -> None:
    news, war = _tellings(
        "Tentara Kenya menyerang pemberontak. Pada 2013 tentara Kenya menyerang pemberontak."
    )
    assert are_apart(news, replace(war, status="historical"))
    assert not are_apart(news, war)


def test_what_was_tried_is_not_what_was_done() -> None:
    wish, meeting = _tellings("Presiden Peru bertemu Presiden Chile. Presiden Peru bertemu Presiden Chile.")
    assert are_apart(replace(wish, status="hypothetical"), meeting)
    assert not are_apart(replace(wish, status="hypothetical"), replace(meeting, again=True))


def _tellings(text: str) -> tuple[Event, Event]:
    """The one event of a text as its two sentences tell it."""
    (event,) = read(text).events
    first, second = event.mentions
    later = text.find("2013")
    date = EventDate("2013", "year", "2013", later, later + 4, "same sentence") if later > 0 else None
    return replace(event, date=None, evidence=first), replace(event, date=date, evidence=second)


def test_one_sentence_comes_before_the_sentences_before() -> None:
    text = (
        "Pesawat Peru mengebom warga Chile di Arica pada April 2020. "
        "Serangan udara Peru melukai enam polisi Chile di Santiago, Chile."
    )
    attacks = [e for e in read(text).events if e.event == "ASSAULT"]
    assert [len(e.mentions) for e in attacks] == [1, 1]
