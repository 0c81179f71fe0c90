"""Spark on this machine gives the rows of ``saksi add``, whatever is killed meanwhile."""

import json
import os
import signal
import threading
import time
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from benchmarks.generate import write_articles
from saksi.read.articles import read_articles
from saksi.spark.extraction import Extracted, extract, plan_input
from saksi.spark.importing import open_shards
from saksi.spark.plan import Reading
from saksi.store.store import Store

#: Bytes of a shard: some six generated articles.
SMALL = 10_000


def run(context: Any, articles: Path, out: Path, reading: Reading = Reading()) -> Extracted:  # noqa: B008
    plan = plan_input([str(articles)], reading, SMALL)
    return extract(plan, str(out), lambda: nullcontext(context), lambda _: None)


def import_all(out: Path, path: Path) -> Path:
    shards = open_shards(str(out))
    assert shards.missing == 0
    with Store.open(path, write=True) as store:
        store.take_in(shards.documents(), shards.plan.run)
    return path


def add_all(articles: Path, path: Path) -> Path:
    with Store.open(path, write=True) as store:
        store.add(read_articles([str(articles)]))
    return path


def test_same_store_as_without_spark_and_a_rerun_does_what_is_missing(
    context: Any, articles: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    done = run(context, articles, out)
    assert done.shards == len(done.done) > 4
    assert sum(one.documents for one in done.done) == 42
    assert sum(one.failed for one in done.done) == 1
    stores = import_all(out, tmp_path / "spark.saksi"), add_all(articles, tmp_path / "here.saksi")
    assert stores[0].read_bytes() == stores[1].read_bytes()

    before = {path: path.stat().st_mtime_ns for path in (out / "articles").iterdir()}
    assert run(context, articles, out).done == ()
    lost = min(before)
    content = lost.read_bytes()
    lost.unlink()
    assert [one.key for one in run(context, articles, out).done] == [lost.stem]
    assert lost.read_bytes() == content
    assert {path: path.stat().st_mtime_ns for path in before if path != lost} == {
        path: when for path, when in before.items() if path != lost
    }


def test_a_killed_worker_loses_and_doubles_nothing(context: Any, tmp_path: Path) -> None:
    articles, out = tmp_path / "in", tmp_path / "out"
    write_articles(120, articles)
    killed: list[int] = []

    def kill() -> None:
        while not list(out.glob("articles/*.parquet")):
            time.sleep(0.02)
        killed.extend(pid for pid in workers() if _kill(pid))

    murder = threading.Thread(target=kill)
    murder.start()
    done = run(context, articles, out)
    murder.join()
    assert killed
    assert len({one.key for one in done.done}) == done.shards == len(list(out.glob("articles/[!.]*")))
    stores = import_all(out, tmp_path / "spark.saksi"), add_all(articles, tmp_path / "here.saksi")
    assert stores[0].read_bytes() == stores[1].read_bytes()


def _kill(pid: int) -> bool:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return False
    return True


def workers() -> list[int]:
    """Processes that run tasks for this process: children of the daemon that Java started for it."""
    parents = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = place.read_text().rpartition(")")
        except OSError:  # it has ended
            continue
        parents[int(name.split()[0])] = int(rest.split()[1])

    def ours(pid: int) -> bool:
        return pid == os.getpid() or (pid in parents and ours(parents[pid]))

    daemons = {pid for pid in parents if _is_daemon(pid)}
    return [pid for pid, parent in parents.items() if pid in daemons and parent in daemons and ours(pid)]


def _is_daemon(pid: int) -> bool:
    try:
        return b"pyspark.daemon" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def test_a_document_that_kills_its_reader_is_set_aside(context: Any, tmp_path: Path) -> None:
    write_articles(4, tmp_path / "in")
    (tmp_path / "in" / "bad.txt").write_text("RACUN di Kota Ambar, Rabu (3/4/2024).")
    done = run(context, tmp_path / "in", tmp_path / "out")
    assert sum(one.failed for one in done.done) == 1
    with Store.open(import_all(tmp_path / "out", tmp_path / "news.saksi")) as store:
        told = store.status()
    assert told.counts["article"] == 4
    assert [(Path(path).name, "process" in why) for path, why in told.failures] == [("bad.txt", True)]


def test_a_large_table_is_shared_out(context: Any, tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    lines = [
        json.dumps({"text": f"Menlu Kenya bertemu Menlu Peru di Kota Ambar, Rabu ({n}/7/2024).\n" * 20})
        for n in range(1, 29)
    ]
    table.write_text("\n".join(lines))
    done = run(context, table, tmp_path / "out")
    assert len(done.done) == 4
    assert [one.documents for one in done.done] == [7, 7, 7, 7]
    paths = {one.path for one in open_shards(str(tmp_path / "out")).documents()}
    assert paths == {f"{table} (line {n})" for n in range(1, 29)}


def test_what_is_not_wanted_is_passed_over_and_counted(context: Any, tmp_path: Path) -> None:
    texts: dict[str, str] = {
        "a": "Pemerintah Kenya menjatuhkan sanksi kepada Peru karena sengketa itu, kata seorang pejabat. ",
        "b": "Kesebelasan itu menang dalam pertandingan yang digelar di kota itu, kata seorang pelatih. ",
        "c": "The government of Kenya said on Monday that it will not lift the sanctions against Peru. ",
    }
    (tmp_path / "in").mkdir()
    for name, text in texts.items():
        (tmp_path / "in" / f"{name}.txt").write_text(text * 6)
    done = run(context, tmp_path / "in", tmp_path / "out", Reading(language=True, words=("sanksi",)))
    assert sum(one.passed_over for one in done.done) == 2
    found = [Path(one.path).stem for one in open_shards(str(tmp_path / "out")).documents()]
    assert found == ["a"]
