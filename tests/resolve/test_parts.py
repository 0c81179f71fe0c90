"""What is told of some, after all of them, and of those hurt, after who hurt them, is one record."""

import pytest

from tests.reading import read


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        # The dead by their callings.
        ("Serangan bom di Nairobi menewaskan 12 orang. Delapan warga sipil tewas, kata juru bicara polisi.", "ASSAULT", 1),
        # Some of those who acted together.
        ("Amerika Serikat dan Inggris menjatuhkan sanksi terhadap Iran. Amerika Serikat menjatuhkan sanksi terhadap Iran.", "SANCTION", 1),
        ("Amerika Serikat menjatuhkan sanksi terhadap Iran. Amerika Serikat dan Inggris menjatuhkan sanksi terhadap Iran.", "SANCTION", 1),
        ("Amerika Serikat dan Inggris menjatuhkan sanksi terhadap Iran. Peru menjatuhkan sanksi terhadap Iran.", "SANCTION", 2),
        # Who did it, and to whom.
        ("Tim gabungan Peru menyergap mereka. Sebelum disergap, dua nelayan melompat ke air.", "ASSAULT", 1),
        ("Dua tentara Peru tewas dalam serangan di perbatasan. Pemberontak menyerang pos militer dengan roket.", "ASSAULT", 1),
        ("Hamas membebaskan tiga sandera Israel. Ketiga sandera itu dibebaskan di Gaza.", "RETREAT", 1),
        # One of two men by name; a tank that hurt as many.
        ("Dua pria menembaki kantor polisi di Nairobi. Raka Suryanta melepaskan tembakan ke gedung itu.", "ASSAULT", 1),
        ("Israel menyerang markas penjaga perdamaian dan melukai dua prajurit. Dua prajurit terluka ketika sebuah tank menembaki menara.", "ASSAULT", 1),
        ('Seorang pengebom bunuh diri menewaskan 20 orang di Nairobi. "Dia meledakkan bom di pos polisi," kata Raka Suryanta.', "ASSAULT", 1),
        # Who was killed, and who shot, in one sentence about two of one country.
        ("Warga Kenya marah. Protes dipicu pembunuhan pemimpin pemberontak, Raka Suryanta, yang tewas setelah ditembak tentara Kenya di Nairobi.", "ASSAULT", 1),
        # "itu" may stand behind what tells when it was.
        ("Pesawat Peru menewaskan pejabat milisi Chile. Serangan pada Kamis itu menewaskan Raka Suryanta.", "ASSAULT", 1),
        # Held people of one country, by nobody named.
        ("Polisi Kenya menangkap imigran gelap asal Somalia. Delapan warga Somalia yang ditangkap itu menumpang perahu.", "COERCE", 1),
        ("Polisi Kenya menangkap imigran gelap asal Somalia. Delapan warga Etiopia ditangkap di Mombasa.", "COERCE", 2),
        # A meeting again, of the same person by name.
        ("Presiden Peru bertemu pengusaha asal Chile, Raka Suryanta. Pertemuan Presiden Peru dengan Raka membahas dagang.", "CONSULT", 1),
        ("Presiden Peru bertemu Presiden Chile di Lima. Presiden Peru juga bertemu Presiden Brasil di Lima.", "CONSULT", 2),
    ],
)  # fmt: skip
def test_parts_and_ends(text: str, kind: str, number: int) -> None:
    assert sum(event.event == kind for event in read(text).events) == number


def test_a_longer_name_of_one_body() -> None:
    text = "Polda Metro menahan aktivis Raka Suryanta. Raka ditahan Polda Metro Jaya pada Senin."
    assert sum(e.mode == "arrest" for e in read(text).events) == 1


def test_a_number_in_brackets_is_an_age() -> None:
    text = "Polisi Kenya menangkap R (38), S (39) dan T (45). Polisi Kenya menangkap tiga orang di Nairobi."
    (arrest,) = (e for e in read(text).events if e.mode == "arrest")
    assert arrest.arrested is not None
    assert arrest.arrested.minimum == 3
