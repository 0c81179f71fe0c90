"""Spark with two workers, shared by the tests of this folder; passed by where it cannot run."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import write_articles

#: Read by every process that Spark starts: a document with this word kills its reader.
POISON = """
import os
from saksi.store import coding
whole = coding.analyse
def analyse(article, language):
    if "RACUN" in article.text:
        os._exit(9)
    return whole(article, language)
coding.analyse = analyse
"""


@pytest.fixture(scope="session")
def context(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Spark with two workers, in which a document may kill its reader."""
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("there is no Java on this machine")
    from saksi.spark.session import open_session

    place = tmp_path_factory.mktemp("poison")
    (place / "sitecustomize.py").write_text(POISON)
    path = os.pathsep.join([str(place), *filter(None, sys.path)])
    with open_session("local[2]", [f"spark.executorEnv.PYTHONPATH={path}"]) as opened:
        yield opened


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated articles, one text at two paths, and a file without text."""
    folder = tmp_path_factory.mktemp("articles")
    write_articles(40, folder)
    first = min(folder.rglob("*.txt"))
    (folder / "again.txt").write_bytes(first.read_bytes())
    (folder / "empty.txt").write_text("")
    return folder
