"""A store keeps articles whole, knows what it has, and says plainly what is wrong."""

import os
import stat
from dataclasses import replace
from pathlib import Path

import apsw
import pytest

from saksi import pipeline
from saksi.errors import StoreError, UsageError
from saksi.records import Article, Problem
from saksi.store import coding, digest, recode
from saksi.store.coding import code_article, pack_reading, unpack_reading
from saksi.store.connect import APPLICATION, migrations, open_to_write
from saksi.store.digest import RunKey
from saksi.store.store import Store
from tests.store.invented import ARTICLES, ATTACK, VISIT, dump, make_store


def test_adding_again_changes_no_byte(tmp_path: Path) -> None:
    path = make_store(tmp_path / "s.saksi")
    before = path.read_bytes()
    with Store.open(path, write=True) as store:
        done = store.add(ARTICLES)
    assert (done.added, done.known, done.failed) == (0, 3, 0)
    assert path.read_bytes() == before


def test_several_processes_write_what_one_writes(tmp_path: Path) -> None:
    more = [Article(f"{number}.txt", f"{VISIT}\nNomor {number}.") for number in range(20)]
    for jobs in (1, 2):
        with Store.open(tmp_path / f"{jobs}.saksi", write=True) as store:
            assert store.add(more, jobs=jobs).added == 20
    assert dump(tmp_path / "1.saksi") == dump(tmp_path / "2.saksi")


def test_one_text_from_two_places_is_one_article(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.saksi", write=True) as store:
        done = store.add([Article("one.txt", VISIT), Article("two.txt", VISIT)])
        assert (done.added, done.known) == (1, 1)
        assert [article.sources for article in store.articles()] == [("one.txt", "two.txt")]


def test_document_that_breaks_the_engine_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.analyse

    def analyse(article: Article, language: object) -> object:
        if "bad" in article.source:
            raise ZeroDivisionError("broken")
        return real(article, language)  # type: ignore[arg-type]

    monkeypatch.setattr(coding, "analyse", analyse)
    unread = Article("gone.txt", "", (Problem("read", "gone.txt: it does not exist"),))
    with Store.open(tmp_path / "s.saksi", write=True) as store:
        done = store.add([Article("bad.txt", "x"), unread, *ARTICLES])
        assert (done.added, done.failed) == (3, 2)
        assert [path for path, _ in store.status().failures] == ["bad.txt", "gone.txt"]


def test_failure_is_forgotten_when_the_document_is_read(tmp_path: Path) -> None:
    unread = Article("a.txt", "", (Problem("read", "a.txt: it does not exist"),))
    with Store.open(tmp_path / "s.saksi", write=True) as store:
        store.add([unread])
        store.add([Article("a.txt", VISIT)])
        assert store.status().failures == ()


def test_forgotten_article_leaves_nothing_behind(store: Store) -> None:
    gone = store.forget(["a/attack.txt"])
    assert len(gone) == 1
    assert {event.article for event in store.events()}.isdisjoint(gone)
    assert not store.search("mengecam")
    assert all(one.well for one in store.examine())
    with pytest.raises(UsageError, match="no article"):
        store.forget(["a/attack.txt"])


def test_store_after_forgetting_all_is_as_an_empty_one(store: Store) -> None:
    store.forget([article.source for article in ARTICLES])
    counts = store.status().counts
    assert {name: count for name, count in counts.items() if count} == {}


def test_recoding_with_the_same_version_does_nothing(store: Store) -> None:
    assert store.recode() == recode.Recoded(0, 0, 0)


def test_recoding_rewrites_only_what_differs(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {event.id for event in store.events()}
    monkeypatch.setattr(recode, "current_run", lambda: RunKey("9.9", "new", "new"))
    real = pipeline.analyse

    def analyse(article: Article, language: object) -> object:
        analysis = real(article, language)  # type: ignore[arg-type]
        return replace(analysis, events=()) if article.text == ATTACK else analysis

    monkeypatch.setattr(coding, "analyse", analyse)
    assert store.recode() == recode.Recoded(same=2, changed=1, failed=0)
    after = {event.id for event in store.events()}
    assert after < before
    assert {event.version.partition("+")[0] for event in store.events()} == {"9.9"}
    assert all(one.well for one in store.examine() if one.what != "versions")


def test_run_tells_code_and_data() -> None:
    run = digest.current_run()
    assert len(run.code) == len(run.data) == 16
    assert run == digest.current_run()


def test_reading_comes_back_as_it_was() -> None:
    article = Article("a.txt", VISIT, (Problem("read", "odd"),), kind="html")
    assert unpack_reading(pack_reading(article), VISIT) == article


def test_coding_tells_failure_of_an_unread_article() -> None:
    coded = code_article(Article("a.txt", "", (Problem("read", "a.txt: it is empty"),)))
    assert coded.failure == ("read", "a.txt: it is empty")


# ---- others read, and what goes wrong ------------------------------------------------------


def test_reader_sees_only_whole_articles_while_another_writes(tmp_path: Path) -> None:
    path = make_store(tmp_path / "s.saksi")
    with Store.open(path, write=True) as writer, Store.open(path) as reader:
        connection = writer._connection  # noqa: SLF001  # a transaction that stays open
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM event")
        assert len(reader.events()) > 0
        connection.execute("ROLLBACK")


def test_store_that_is_not_there() -> None:
    with pytest.raises(StoreError, match=r"no such store: make one with saksi add"):
        Store.open("nowhere/s.saksi")


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="its folder exists"):
        Store.open(tmp_path / "no" / "s.saksi", write=True)


def test_file_that_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("this is a text, not a store" * 50, encoding="utf-8")
    with pytest.raises(StoreError, match="no saksi store"):
        Store.open(tmp_path / "text", write=True)
    other = apsw.Connection(str(tmp_path / "other.db"))
    other.execute("CREATE TABLE t (a)")
    other.close()
    with pytest.raises(StoreError, match="no saksi store"):
        Store.open(tmp_path / "other.db", write=True)


def test_store_of_a_newer_version(tmp_path: Path) -> None:
    path = make_store(tmp_path / "s.saksi")
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 99)
    connection.close()
    for write in (False, True):
        with pytest.raises(StoreError, match=r"schema 99, this saksi knows \d+: install the newer saksi"):
            Store.open(path, write=write)


def test_full_disk_loses_nothing_that_was_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.saksi", write=True) as store:
        store.add(ARTICLES[:1])
        connection = store._connection  # noqa: SLF001  # as small as it is now
        connection.pragma("max_page_count", connection.pragma("page_count"))
        more = [Article(f"{number}.txt", f"{VISIT} {number}") for number in range(50)]
        with pytest.raises(StoreError, match="the disk is full; what was written before is safe"):
            store.add(more)
        assert store.status().counts["article"] >= 1
        connection.pragma("max_page_count", 1_000_000)
        store.add(more)
        assert store.status().counts["article"] == 51
        assert all(one.well for one in store.examine())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_folder_that_may_only_be_read(tmp_path: Path) -> None:
    path = make_store(tmp_path / "s.saksi")
    path.chmod(stat.S_IRUSR)
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with Store.open(path) as store:
            assert len(store.events()) > 0
        with pytest.raises(StoreError, match=r"may only be read|cannot be opened"):
            Store.open(path, write=True)
    finally:
        tmp_path.chmod(stat.S_IRWXU)


def test_store_open_to_read_refuses_to_write(tmp_path: Path) -> None:
    with Store.open(make_store(tmp_path / "s.saksi")) as store, pytest.raises(StoreError, match="write=True"):
        store.add(ARTICLES)


def test_store_of_an_older_version_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "old.saksi"
    connection = apsw.Connection(str(path))
    connection.execute(migrations()[0])
    connection.pragma("application_id", APPLICATION)
    connection.pragma("user_version", 1)
    connection.close()
    with pytest.raises(StoreError, match="older version"):
        Store.open(path)
    with Store.open(path, write=True) as store:
        assert store.add(ARTICLES).added == 3
    assert schema(path) == schema(make_store(tmp_path / "new.saksi"))


def schema(path: Path) -> list[tuple[object, ...]]:
    connection = open_to_write(path)
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    ).fetchall()
    connection.close()
    return rows


def test_copies_are_one_origin(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.saksi", write=True) as store:
        store.add([Article("a.txt", ATTACK), Article("b.txt", f"{ATTACK}\nPewarta: Raka\n")])
        assert store.status().copies == 2
        assert {row.origins for row in store.incidents(type="ASSAULT")} == {1}
        assert {row.articles for row in store.incidents(type="ASSAULT")} == {2}
