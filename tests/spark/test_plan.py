"""Shards have keys that tell what they hold; no Spark is needed to plan, read and write them."""

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.archives import write_archive
from saksi.errors import MissingPartError, UsageError
from saksi.read.articles import read_articles
from saksi.spark import session
from saksi.spark.extraction import find_missing, plan_input
from saksi.spark.files import Found, RemoteFolder, open_folder
from saksi.spark.plan import Plan, Reading, make_plan, read_plan
from saksi.spark.sieve import Sieve
from saksi.spark.tables import from_parquet, read_note, to_coded
from saksi.spark.work import Job, name_of, read_shard, run_task
from saksi.store.coding import run_shard
from saksi.store.digest import RunKey, current_run

RUN = RunKey("1", "code", "data")
SANCTION = "Pemerintah Kenya menjatuhkan sanksi kepada Peru karena sengketa itu, kata seorang pejabat. " * 6
MATCH = "Kesebelasan itu menang dalam pertandingan yang digelar di kota itu, kata seorang pelatih. " * 6
ENGLISH = "The government of Kenya said on Monday that it will not lift the sanctions against Peru. " * 6


def plan(names: list[str], size: int = 300, reading: Reading = Reading()) -> Plan:  # noqa: B008
    return make_plan([Found(name, 100, "1") for name in names], reading, RUN, size)


def test_every_file_stands_in_one_shard_in_order() -> None:
    names = [f"a/{n:04}.txt" for n in range(200)]
    shards = plan(names).shards
    assert [piece.path for shard in shards for piece in shard.pieces] == names
    assert max(len(shard.pieces) for shard in shards) == 3


def test_a_new_file_leaves_most_shards_as_they_are() -> None:
    names = [f"a/{n:04}.txt" for n in range(2_000)]
    before = {shard.key for shard in plan(names, 10_000).shards}
    after = {shard.key for shard in plan(sorted([*names, "a/1000-more.txt"]), 10_000).shards}
    assert len(after - before) < 0.2 * len(after)


def test_what_changes_the_rows_changes_the_key() -> None:
    keys = {
        plan(["a.txt"]).shards[0].key,
        plan(["b.txt"]).shards[0].key,
        plan(["a.txt"], reading=Reading(language=True)).shards[0].key,
        make_plan([Found("a.txt", 100, "2")], Reading(), RUN).shards[0].key,
        make_plan([Found("a.txt", 100, "1")], Reading(), RunKey("2", "code", "data")).shards[0].key,
    }
    assert len(keys) == 5


def test_a_plan_comes_back_from_its_file() -> None:
    made = plan(["a.txt", "b.csv"], 50, Reading("csv", (("text", "isi"),), True, ("sanksi",)))
    assert read_plan(made.to_json(), "out") == made
    assert [len(shard.pieces) for shard in made.shards] == [1, 1, 1, 1]
    assert {piece.parts for shard in made.shards for piece in shard.pieces} == {2}


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        plan_input([str(tmp_path / "nowhere")], Reading())
    with pytest.raises(UsageError, match="holds no"):
        plan_input([str(tmp_path)], Reading())


def test_a_task_writes_the_rows_of_run_shard(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SANCTION)
    (tmp_path / "in" / "b.txt").write_text("")
    made = plan_input([str(tmp_path / "in")], Reading())
    out = open_folder(str(tmp_path / "out"))
    assert find_missing(made, out) == made.shards
    done = run_task(made.shards[0], Job(made.reading, str(tmp_path / "out"), made.run))
    assert (done.documents, done.failed) == (2, 1)
    assert find_missing(made, out) == ()
    data = out.read(name_of(made.shards[0].key)) or b""
    held = [to_coded(cells) for cells in from_parquet(data)]
    for one, other in zip(held, run_shard(read_articles([str(tmp_path / "in")])), strict=True):
        assert (one.path, one.id, one.text, one.analysis, one.across, one.reading, one.failure) == (
            other.path, other.id, other.text, other.analysis, other.across, other.reading, other.failure,
        )  # fmt: skip
    assert read_note(data)["run"] == list(current_run())
    assert [path.name for path in (tmp_path / "out" / "articles").iterdir()] == [
        f"{made.shards[0].key}.parquet"
    ]


def test_a_task_of_another_engine_is_refused(tmp_path: Path) -> None:
    shard = plan(["a.txt"]).shards[0]
    with pytest.raises(RuntimeError, match="install one for all"):
        run_task(shard, Job(Reading(), str(tmp_path), RUN))


def test_the_sieve_takes_indonesian_and_the_subject() -> None:
    assert [Sieve(Reading(language=True)).takes(text) for text in (SANCTION, MATCH, ENGLISH)] == [
        True,
        True,
        False,
    ]
    about = Sieve(Reading(words=("menyanksi", "perang")))
    assert [about.takes(text) for text in (SANCTION, MATCH)] == [True, False]
    page = f"<html><script>var the = 'of and to in';</script><body><p>{SANCTION}</p></body></html>".encode()
    assert Sieve(Reading(language=True, words=("sanksi",))).takes_page(page)
    assert not Sieve(Reading(words=("var",))).takes_page(page)


def test_pages_of_an_archive_are_passed_over_unread(tmp_path: Path) -> None:
    pages = [
        f"<html><body><article><p>{text}</p></article></body></html>" for text in (SANCTION, MATCH, ENGLISH)
    ]
    write_archive(tmp_path / "news.warc.gz", pages)
    reading = Reading(language=True, words=("sanksi",))
    made = plan_input([str(tmp_path)], reading)
    passed: Counter[str] = Counter()
    found = list(read_shard(made.shards[0], reading, passed))
    assert [article.metadata and article.metadata.url for article in found] == ["https://swara.test/0"]
    assert passed == {"page": 2}


def test_a_folder_by_its_address_is_the_same_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_text("satu")
    folder = open_folder(tmp_path.as_uri())
    assert isinstance(folder, RemoteFolder)
    folder.write("out/x", b"dua")
    assert folder.names("out") == {"x"}
    assert (folder.read("out/x"), folder.read("out/y")) == (b"dua", None)
    found = list(folder.list())
    assert [one.path for one in found] == [f"{tmp_path.as_uri()}/{name}" for name in ("b/a.txt", "out/x")]
    with folder.open(found[0].path) as stream:
        assert stream.read() == b"satu"


def test_what_a_killed_writer_left_is_swept_away(tmp_path: Path) -> None:
    folder = open_folder(str(tmp_path))
    folder.write("articles/a.parquet", b"satu")
    for name, age in ((".b.parquet.1", 7200), (".c.parquet.2", 0)):
        (tmp_path / "articles" / name).write_bytes(b"du")
        os.utime(tmp_path / "articles" / name, (time.time() - age,) * 2)
    folder.sweep("articles")
    assert folder.names("articles") == {"a.parquet", ".c.parquet.2"}


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(name: str, extra: str) -> object:
        raise MissingPartError(f"{name} is not installed: pip install 'saksi[{extra}]'")

    monkeypatch.setattr(session, "load_part", nothing)
    with pytest.raises(MissingPartError, match=r"pip install 'saksi\[spark\]'"), session.open_session(None):
        pass
    monkeypatch.undo()
    monkeypatch.setattr(session, "load_part", lambda *_: None)
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(MissingPartError, match="Java 17"), session.open_session(None):
        pass
