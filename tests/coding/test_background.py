"""Acts of past years told in a page of today, by their days, their clauses and the words around them."""

import pytest

from saksi.pipeline import analyse, load_all
from saksi.records import Article
from tests.reading import read


def told(text: str) -> list[tuple[str, str]]:
    page = Article("-", f"Senin, 6 November 2017\n\n{text}")
    return [(e.event, e.status) for e in analyse(page, load_all()).events]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Pada 2015 Peru meneken perjanjian yang disepakati juga oleh Kenya dan Kuba.",
         [("SUPPORT", "historical"), ("AGREE", "historical")]),
        ("Peru memutus hubungan dengan Kenya pada Januari 2014 setelah massa menyerbu kedutaan Peru.",
         [("SANCTION", "historical"), ("PROTEST", "historical")]),
        ("Bentrokan itu terjadi pada 2010, saat polisi Peru menembak mati tiga warga Kenya.",
         [("ASSAULT", "historical")]),
        ("Raka Suryanta diusir Peru sebelum kembali ke Kenya pada 2011.", [("COERCE", "historical")]),
        ("Tentara Peru menyerang Kota Ambar setelah Kenya menarik pasukannya pada Jumat (3/11).",
         [("ASSAULT", "actual"), ("RETREAT", "actual")]),
        ("Peru menolak perjanjian yang diteken Presiden Kenya pada 2011.",
         [("REJECT", "actual"), ("SUPPORT", "historical")]),
        ("Peru menyerang Kenya sejak 2015, setelah Kenya mengusir duta besarnya.",
         [("ASSAULT", "actual"), ("SANCTION", "actual")]),
    ],
)  # fmt: skip
def test_what_hangs_on_an_old_clause_is_old(text: str, wanted: list[tuple[str, str]]) -> None:
    assert told(text) == wanted


def test_what_points_to_old_days_is_old() -> None:
    old, new = ("SANCTION", "historical"), ("SANCTION", "actual")
    assert told("Jalan raya itu dibangun pada 2012. Saat itu, Peru mengusir duta besar Kenya.") == [old]
    assert told("Jalan raya itu dibuka pada Jumat (3/11). Saat itu, Peru mengusir duta besar Kenya.") == [new]
    assert told("Jalan raya itu dibangun pada 2012. Peru mengusir duta besar Kenya.") == [new]
    assert told("Perjanjian itu diteken pada 2012. Dalam perjanjian itu, Peru berjanji membantu Kenya.") == [
        ("AGREE", "historical")
    ]


def test_a_day_told_later_makes_the_same_act_old() -> None:
    text = "Perjanjian yang diteken Presiden Peru itu merugikan negaranya. Peru meneken perjanjian itu pada 2012."
    assert told(text) == [("SUPPORT", "historical")]


def test_news_is_not_the_war_of_past_years() -> None:
    text = "Pemberontak Kenya bertempur dengan tentara Kenya. Empat tahun lalu, pemberontak Kenya menyerang tentara Kenya."
    assert told(text) == [("ASSAULT", "actual"), ("ASSAULT", "historical")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru pada 2012 meneken perjanjian yang disepakati Kenya. Berdasarkan kesepakatan itu, Peru berjanji membantu Kenya.",
         ("AGREE", "historical")),
        ("Peru pada 2012 meneken perjanjian dengan Kenya. Peru berdasarkan perjanjian itu berjanji membantu Kenya.",
         ("AGREE", "historical")),
        ("Pilot Kenya diculik pemberontak Peru pada 2012. Beberapa bulan sesudahnya, Kenya mengusir duta besar Peru.",
         ("SANCTION", "historical")),
        ("Pilot Kenya diculik pemberontak Peru pekan lalu. Beberapa hari sesudahnya, Kenya mengusir duta besar Peru.",
         ("SANCTION", "actual")),
    ],
)  # fmt: skip
def test_what_follows_old_days_is_old(text: str, wanted: tuple[str, str]) -> None:
    assert told(text)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Peru mengeluarkan sanksi terhadap Kenya pada 2013.", "2013"),
        (
            "Pelabuhan itu dikuasai Peru sejak Januari 2014, ketika pasukan Peru merebutnya dari Kenya.",
            "2014-01",
        ),
        ("Pasukan Peru menyerang Kenya sejak Januari 2014.", "2014-01/2017-11"),
        ("Raka Suryanta dijatuhi hukuman mati oleh pengadilan Peru sesuai UU No. 35 Tahun 2009.", None),
        ("Sesuai Undang-Undang Pertahanan (2015), Peru mengusir duta besar Kenya.", None),
    ],
)
def test_days_of_acts_and_years_of_names(text: str, date: str | None) -> None:
    page = Article("-", f"Senin, 6 November 2017\n\n{text}")
    events = analyse(page, load_all()).events
    assert [e.date.value if e.date is not None else None for e in events] == [date]


def test_without_a_day_of_issue_the_last_full_day_of_the_article_is_that_of_the_news() -> None:
    text = "Peru mengerahkan pasukan pada 27 September 2020. Pasukan Chile menduduki Kota Arica pada 1991."
    assert [(e.event, e.status) for e in read(text).events] == [
        ("MOBILIZE", "actual"),
        ("COERCE", "historical"),
    ]


def test_without_any_full_day_no_year_is_old() -> None:
    text = "Pasukan Chile menduduki Kota Arica pada 1991."
    assert [(e.event, e.status) for e in read(text).events] == [("COERCE", "actual")]
