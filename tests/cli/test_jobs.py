"""Several processes give what one gives; a document that harms its process, a signal or a kill costs nothing."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from saksi.cli import exits
from saksi.cli.meter import Meter, Moment, open_meter
from saksi.cli.options import count_jobs
from saksi.cli.resuming import count_lines
from saksi.shards.limits import Crew, Limits
from saksi.store.store import Store
from tests.store.invented import ARTICLES, dump

SAKSI = [sys.executable, "-m", "saksi.cli"]
COUNT = 120
#: Twenty thousand lines take some seconds.
LONG = (
    "Presiden Rusia bertemu Perdana Menteri Malaysia di Kota Ambar, Rabu (3/4), kata juru bicara.\n" * 19_000
)
MEND = ": split it, allow it more, or report it"
needs_signals = pytest.mark.skipif("os.name == 'nt'", reason="signals differ")
needs_linux = pytest.mark.skipif("sys.platform != 'linux'", reason="no limit of memory elsewhere")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, one of them twice, with documents between that cannot be read."""
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(COUNT):
        text = f"{ARTICLES[number % len(ARTICLES)].text}\nKabar ke-{number}.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    (folder / "119.txt").write_bytes((folder / "000.txt").read_bytes())
    (folder / "007.txt").write_bytes(b"")
    (folder / "100.txt").write_bytes(bytes(range(256)) * 40)
    rows = [json.dumps({"title": f"Kabar {n}", "text": ARTICLES[0].text + f"\n{n}"}) for n in range(12)]
    (folder / "500.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def calm(corpus: Path) -> bytes:
    """What one process prints of them."""
    return run("extract", str(corpus), code=exits.SOME_DOCUMENTS_FAILED).stdout


def run(*words: str, code: int = exits.OK) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run([*SAKSI, *words], capture_output=True, check=False)
    assert done.returncode == code, done.stderr.decode()
    return done


def stop(words: Sequence[str], number: int, has_begun: Callable[[], bool]) -> int:
    """Start a command, send it a signal once it has begun to write, give its exit code."""
    with subprocess.Popen([*SAKSI, *words], stderr=subprocess.DEVNULL) as process:
        while not has_begun():
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(number)
        return process.wait(60)


def has_articles(store: Path) -> bool:
    if not store.exists():
        return False
    with Store.open(store) as held:
        return held.status().counts["article"] > 0


def test_extract_prints_the_same_bytes(corpus: Path, calm: bytes) -> None:
    done = run("extract", str(corpus), "--jobs", "2", code=exits.SOME_DOCUMENTS_FAILED)
    assert done.stdout == calm
    assert calm.count(b"\n") == COUNT + 12
    assert b"2 of 132 documents had problems" in done.stderr


def test_add_writes_the_same_rows(corpus: Path, tmp_path: Path) -> None:
    for jobs in ("1", "2"):
        words = ("add", str(corpus), "--store", str(tmp_path / jobs), "--jobs", jobs)
        told = run(*words, code=exits.SOME_DOCUMENTS_FAILED).stderr
        assert b"129 added, 1 known, 2 failed" in told
        again = run(*words, code=exits.SOME_DOCUMENTS_FAILED).stderr
        assert b"0 added, 130 known, 2 failed" in again
    assert dump(tmp_path / "1") == dump(tmp_path / "2")


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_extract_goes_on_where_it_stopped(
    corpus: Path, calm: bytes, tmp_path: Path, number: int
) -> None:
    out = tmp_path / "out.jsonl"
    words = ["extract", str(corpus), "--jobs", "2", "--out", str(out)]
    assert stop(words, number, lambda: out.exists() and out.stat().st_size > 0) == exits.INTERRUPTED
    assert calm.startswith(out.read_bytes())
    out.write_bytes(calm[: calm.index(b"\n", len(calm) // 3) - 40])  # half a line, as a kill leaves it
    before = out.read_bytes().count(b"\n")
    told = run(*words, "--resume", code=exits.SOME_DOCUMENTS_FAILED).stderr
    assert f"{before} documents are in {out}".encode() in told
    assert out.read_bytes() == calm
    assert b"132 documents are in" in run(*words, "--resume").stderr
    assert out.read_bytes() == calm


@needs_signals
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_add_goes_on_where_it_stopped(corpus: Path, tmp_path: Path, number: int) -> None:
    store = tmp_path / "s.saksi"
    words = ["add", str(corpus), "--jobs", "2", "--store", str(store)]
    assert stop(words, number, lambda: has_articles(store)) == exits.INTERRUPTED
    with Store.open(store) as held:
        assert all(
            finding.well for finding in held.examine() if finding.what not in ("documents", "across articles")
        )
    run(*words, code=exits.SOME_DOCUMENTS_FAILED)
    run("add", str(corpus), "--jobs", "1", "--store", str(tmp_path / "1"), code=exits.SOME_DOCUMENTS_FAILED)
    assert dump(store) == dump(tmp_path / "1")


def test_resuming_what_never_began_begins(corpus: Path, calm: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("extract", str(corpus), "--out", str(out), "--resume", code=exits.SOME_DOCUMENTS_FAILED)
    assert out.read_bytes() == calm


def test_other_documents_than_before_are_refused(corpus: Path, calm: bytes, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    held = b"".join(calm.splitlines(keepends=True)[1:20])
    out.write_bytes(held)
    told = run("extract", str(corpus), "--out", str(out), "--resume", code=exits.USAGE).stderr
    assert b"line 19" in told
    assert out.read_bytes() == held


@pytest.mark.parametrize(
    "words", [("--resume",), ("--resume", "--pretty", "--out", "x"), ("--max-seconds", "0")]
)
def test_options_that_do_not_go_together_are_told(words: tuple[str, ...]) -> None:
    assert b"--" in run("extract", "a.txt", *words, code=exits.USAGE).stderr


@needs_signals
def test_document_that_never_comes_is_set_aside(tmp_path: Path) -> None:
    """A pipe that nobody writes to: reading it would wait for ever."""
    folder, store = tmp_path / "in", tmp_path / "s.saksi"
    folder.mkdir()
    os.mkfifo(folder / "3.txt")
    for number in (1, 2, 4, 5):
        (folder / f"{number}.txt").write_text(f"{ARTICLES[0].text}\n{number}", encoding="utf-8")
    words = ("--jobs", "2", "--max-seconds", "0.5")
    done = run("extract", str(folder), *words, code=exits.SOME_DOCUMENTS_FAILED)
    problems = [json.loads(line)["problems"] for line in done.stdout.splitlines()]
    assert [len(told) for told in problems] == [0, 0, 1, 0, 0]
    assert problems[2][0]["why"] == f"{folder / '3.txt'}: it was not done after 5 s{MEND}"
    run("add", str(folder), "--store", str(store), *words, code=exits.SOME_DOCUMENTS_FAILED)
    with Store.open(store) as held:
        assert held.status().counts["article"] == 4
        assert held.status().failures == ((str(folder / "3.txt"), problems[2][0]["why"]),)


@needs_linux
def test_document_that_takes_too_long_is_set_aside(tmp_path: Path) -> None:
    for name, text in (("a.txt", ARTICLES[0].text), ("b.txt", LONG), ("c.txt", ARTICLES[1].text)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = ("--jobs", "2", "--max-seconds", "1")
    done = run("extract", str(tmp_path), *words, code=exits.SOME_DOCUMENTS_FAILED)
    first, second, third = map(json.loads, done.stdout.splitlines())
    why = "it needs more than 1 s of processor time"
    assert second["problems"][0]["why"] == f"{tmp_path / 'b.txt'}: {why}{MEND}"
    assert first["sentences"]
    assert third["sentences"]


def test_limits_are_those_of_the_command_line() -> None:
    assert count_jobs({"jobs": 3, "max_seconds": 7.0, "max_memory": 50}) == Crew(3, Limits(7.0, 50))
    assert count_jobs({"jobs": 0, "max_seconds": 7.0, "max_memory": 50}).jobs == os.cpu_count()


def test_progress_is_told_when_asked_for(corpus: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.setattr("saksi.cli.meter.EVERY_SAID", 0.0)
    with open_meter([str(corpus)], wanted=None) as none:
        assert none is None
    with open_meter([str(corpus)], wanted=True) as meter:
        assert meter is not None
        while meter.total is None:
            time.sleep(0.01)
        meter.distance.done = meter.total // 4
        meter.tell(20, "1 failed")
    told = capsys.readouterr().err
    assert told.startswith("saksi: 20 documents, ")
    assert ", 25%, " in told
    assert told.endswith(" left, 1 failed\n")


def test_pace_and_time_left_are_those_of_the_last_minute() -> None:
    meter = Meter(shown=False, now=0.0)
    meter.total = 10_000
    for second in range(1, 100):
        meter.describe(Moment(second, 1_000 + 10 * second, 1_000 + 50 * second))
    assert meter.describe(Moment(100, 2_000, 6_000)) == "2,000 documents, 10/s, 60%, 80 s left"


@pytest.mark.parametrize("data", [b"", b"half", b"one\n", b"one\ntwo\nhal", b"x" * 3_000_000 + b"\nlast\n"])
def test_whole_lines_are_counted(data: bytes) -> None:
    lines = count_lines(io.BytesIO(data))
    whole = data[: data.rfind(b"\n") + 1].splitlines(keepends=True)
    assert (lines.number, lines.end, lines.last) == (len(whole), sum(map(len, whole)), b"".join(whole[-1:]))
