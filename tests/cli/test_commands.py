"""The command line as users call it: in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from saksi.cli import exits

SAKSI = (sys.executable, "-c", "from saksi.cli.main import main; main()")


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SAKSI, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


def test_version() -> None:
    done = run("--version")
    assert done.returncode == exits.OK
    assert done.stdout.startswith("saksi 0.")


@pytest.mark.parametrize(
    "arguments",
    [("extract",), ("extract", "--no-such"), ("no-such",), ("explain",), ("explain", "a", "--file", "b")],
)
def test_wrong_arguments_are_usage_errors(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == exits.USAGE
    assert done.stdout == ""
    assert done.stderr


def test_help_needs_none_of_the_engine() -> None:
    """The quick start of ``--help`` (under 0.3 s), tested by what is imported: clocks differ."""
    code = "import saksi.cli.main, sys; print(*(m for m in sys.modules if m.startswith('saksi.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    engine = [m for m in done.stdout.split() if not m.startswith("saksi.cli")]
    assert sorted(engine) == ["saksi.errors", "saksi.version"]


def test_extract_reads_standard_input() -> None:
    done = run("extract", "-", stdin="Wakil Tandawa bertemu di Kota Ambar.\n")
    assert (done.returncode, done.stderr) == (exits.OK, "")
    assert done.stdout.count("\n") == 1
    assert '"source": "-"' in done.stdout


def test_extract_of_a_missing_file_exits_3() -> None:
    done = run("extract", "hilang.txt")
    assert done.returncode == exits.SOME_DOCUMENTS_FAILED
    assert "hilang.txt: it does not exist" in done.stderr
    assert done.stdout.count("\n") == 1


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes end otherwise here")
def test_reader_that_has_enough_ends_it_quietly() -> None:
    with subprocess.Popen([*SAKSI, "check"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        process.wait(60)


@pytest.mark.skipif(os.name == "nt", reason="signals differ")
def test_interrupt_exits_130(tmp_path: Path) -> None:
    pipe = tmp_path / "lambat.txt"
    os.mkfifo(pipe)
    with subprocess.Popen([*SAKSI, "extract", str(pipe)], stderr=subprocess.PIPE) as process:
        with pipe.open("wb"):  # opens when the command has begun to read
            time.sleep(0.2)
            process.send_signal(signal.SIGINT)
            assert process.wait(60) == exits.INTERRUPTED
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
