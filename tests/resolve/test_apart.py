"""Two acts alike stay two records when the words tell of somebody else, somewhere else, or of what was only tried."""

import pytest

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
        # What was tried was not done.
        ("China mendukung upaya Peru memulai kembali dialog dengan Chile. Presiden Peru berdialog dengan Presiden Chile di Lima.", "CONSULT", 2),
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
    text = (
        "Senin, 12 Mei 2021\n\nTentara Kenya menyerang pemberontak Kenya di Nairobi. "
        "Pada 2013, tentara Kenya menyerang pemberontak Kenya."
    )
    assert count(text, "ASSAULT") == 2


def test_one_sentence_comes_before_the_sentences_before() -> None:
    text = (
        "Pesawat Peru mengebom warga Chile di Arica pada April 2020. "
        "Serangan udara Peru melukai enam polisi Chile di Santiago, Chile."
    )
    attacks = [e for e in read(text).events if e.event == "ASSAULT"]
    assert [len(e.mentions) for e in attacks] == [1, 1]
