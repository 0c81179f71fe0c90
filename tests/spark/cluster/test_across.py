"""What a cluster finds over all documents is what a store finds, row by row."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import write_articles
from benchmarks.spark import read_tables
from saksi.copies import Text, find_copies, group_of
from saksi.errors import UsageError
from saksi.read.articles import read_articles
from saksi.records import Article
from saksi.spark import across
from saksi.spark.extraction import extract, plan_input
from saksi.spark.importing import find_together, open_shards
from saksi.spark.near_copies import find_copies as find_copies_there
from saksi.spark.plan import Reading
from saksi.store.store import Store
from saksi.store.told import Told
from tests.store.invented import ARTICLES


@pytest.fixture(scope="module")
def coded(context: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A folder of articles and what Spark made of them."""
    folder = tmp_path_factory.mktemp("across")
    write_articles(40, folder / "in")
    for article in ARTICLES:
        (folder / "in" / Path(article.source).name).write_text(article.text)
    text = (folder / "in" / "000" / "0000000.txt").read_text()
    (folder / "in" / "copy.txt").write_text(f"KOTA AMBAR - {text}")
    out = folder / "out"
    plan = plan_input([str(folder / "in")], Reading(), 10_000)
    extract(plan, str(out), lambda: nullcontext(context), lambda _: None)
    across.resolve(open_shards(str(out)), lambda: nullcontext(context), lambda _: None)
    return folder / "in", out


def import_all(out: Path, path: Path) -> bool:
    shards = open_shards(str(out))
    with Store.open(path, write=True) as store:
        store.take_in(shards.documents(), shards.plan.run, resolve=False)
        found = find_together(shards)
        return found is not None and store.take_over(found)


def test_the_tables_are_those_of_a_store(coded: tuple[Path, Path], tmp_path: Path) -> None:
    assert import_all(coded[1], tmp_path / "spark.saksi")
    with Store.open(tmp_path / "here.saksi", write=True) as store:
        store.add(read_articles([str(coded[0])]))
        assert store.status().counts["incident"] > 20
        assert any(row.events > 1 for row in store.incidents())
    one, other = read_tables(tmp_path / "spark.saksi"), read_tables(tmp_path / "here.saksi")
    assert one.keys() == other.keys()
    for name, rows in other.items():
        assert one[name] == rows, name
    with Store.open(tmp_path / "spark.saksi", write=True) as store:
        assert store.resolve() is None  # there is nothing left to do


def test_a_store_with_more_is_resolved_here(coded: tuple[Path, Path], tmp_path: Path) -> None:
    path = tmp_path / "news.saksi"
    with Store.open(path, write=True) as store:
        store.add([Article("own.txt", "Menlu Peru bertemu Menlu Kenya di Kota Ambar, Rabu (3/7/2024).")])
    assert not import_all(coded[1], path)


def test_what_was_found_is_not_looked_for_again(coded: tuple[Path, Path]) -> None:
    def refuse() -> Any:
        raise AssertionError

    again = across.resolve(open_shards(str(coded[1])), refuse, lambda _: None)
    assert again.counts["incident"] > 20


def test_missing_shards_are_told(coded: tuple[Path, Path], tmp_path: Path) -> None:
    plan = (coded[1] / "plan.json").read_bytes()
    (tmp_path / "plan.json").write_bytes(plan)
    with pytest.raises(UsageError, match="not there yet"):
        across.resolve(open_shards(str(tmp_path)), lambda: None, lambda _: None)


def test_copies_are_those_of_one_machine_also_in_a_crowd(context: Any) -> None:
    sentence = "Dua menteri luar negeri bertemu di Kota Ambar pada hari Rabu dan membahas pelabuhan nomor {}."
    crowd = [" ".join(sentence.format(number) for number in (1, 2, 3, 10 + n)) for n in range(60)]
    words = [f"kata{n}" for n in range(300)]
    reworded = [" ".join(words[n : n + 200]) for n in range(0, 100, 3)]
    alone = ["Tidak ada yang sama di sini selain titik di akhir kalimat panjang yang satu ini."]
    texts = [Text(f"{n:03}", story) for n, story in enumerate([*crowd, *reworded, *alone])]
    told = context.parallelize([(text.id, Told(text=text)) for text in texts], 4)
    expected = group_of(find_copies(texts))
    assert len(expected) > 80
    assert find_copies_there(told) == expected
