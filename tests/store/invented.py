"""Invented articles for the tests of store, queries and exports; nobody in them is real."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from saksi.records import Article
from saksi.store.connect import open_to_read
from saksi.store.store import Store

VISIT = """Presiden Kenya Temui Presiden Peru di Nairobi

Kamis, 04 Jul 2024 11:05 WIB

Nairobi (SWARA) - Presiden Peru mengunjungi Nairobi, Rabu (3/7). Ia bertemu dengan Presiden Kenya.

"Kami sepakat memperkuat perdagangan," kata Presiden Kenya.

Kenya menjadi anggota Uni Afrika sejak 1963.
"""
ATTACK = """Pos Tentara Mali Diserang, 12 Orang Tewas

Sabtu, 06 Jul 2024 09:00 WIB

Bamako (SWARA) - Kelompok bersenjata menyerang pos tentara Mali di Gao, Jumat (5/7). Serangan itu menewaskan 12 orang.

Pemerintah Mali mengecam serangan tersebut.
"""
ATTACK_AGAIN = """Korban Tewas di Gao Menjadi 14 Orang

Minggu, 07 Jul 2024 10:00 WIB

Bamako (BUANA) - Kelompok bersenjata menyerang pos tentara Mali di Gao, Jumat (5/7). Serangan itu menewaskan 14 orang, kata Pemerintah Mali.
"""
ARTICLES = (
    Article("a/visit.txt", VISIT),
    Article("a/attack.txt", ATTACK),
    Article("a/again.txt", ATTACK_AGAIN),
)

#: Every table of articles.
TABLES = (
    "article",
    "source",
    "event",
    "participant",
    "mention",
    "dyad",
    "statement",
    "relation",
    "person",
    "problem",
)


def make_store(path: Path) -> Path:
    """A store with the invented articles."""
    with Store.open(path, write=True) as store:
        store.add(ARTICLES)
    return path


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of articles."""
    connection = open_to_read(path)
    found = {
        table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()  # noqa: S608
        for table in TABLES[1:]
    }
    found["article"] = connection.execute(
        "SELECT id, text, title, published FROM article ORDER BY number"
    ).fetchall()
    connection.close()
    return found


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """The invented articles in a store that is open to write."""
    with Store.open(make_store(tmp_path / "news.saksi"), write=True) as opened:
        yield opened
