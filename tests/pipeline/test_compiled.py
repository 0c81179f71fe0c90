"""The compiled engine gives the same bytes as the Python one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.generate import write_articles
from saksi.cli.demo import read_demo

#: An interpreter that has the compiled wheel (``tools/compile_engine.py``); without one this is passed by.
COMPILED = os.environ.get("SAKSI_COMPILED_PYTHON", "")
WHERE = "import saksi.coding.code; print(saksi.coding.code.__file__)"


def run(python: str, *arguments: str) -> bytes:
    path = {"PYTHONPATH"} if python == COMPILED else set()
    environment = {key: value for key, value in os.environ.items() if key not in path}
    return subprocess.run([python, *arguments], capture_output=True, check=True, env=environment).stdout


@pytest.mark.skipif(not COMPILED, reason="SAKSI_COMPILED_PYTHON names no interpreter")
def test_same_records(tmp_path: Path) -> None:
    assert not run(COMPILED, "-c", WHERE).decode().strip().endswith(".py")
    for article in read_demo():
        (tmp_path / article.source).write_text(article.text, encoding="utf-8")
    write_articles(300, tmp_path)
    told = run(sys.executable, "-m", "saksi.cli", "extract", str(tmp_path))
    assert told.count(b"\n") > 300
    assert run(COMPILED, "-m", "saksi.cli", "extract", str(tmp_path)) == told
