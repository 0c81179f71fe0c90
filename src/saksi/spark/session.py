"""Opens Spark where it is installed, and says plainly what is missing where it is not.

Turns a master and settings into a session. On this machine it needs Java and no cluster; on a
cluster the settings are those that its people know (``--conf``, ``spark-defaults.conf``).
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from saksi.errors import MissingPartError, SaksiError, UsageError
from saksi.query.result import load_part

#: Tries of one task before a job is given up, also on one machine, where Spark itself gives one.
TRIES = 4
#: Parts of a collection for each core of one machine: more make smaller ones.
_PARTS = 2
_RAISED = re.compile(r"^(?:[\w.]+\.)?\w*(?:Error|Exception): (?!.*Python worker)(.+)$", re.MULTILINE)
_LOCAL = re.compile(r"local(?:\[(\d+|\*)\])?")
#: On one machine nothing has to be seen from outside, and nobody needs pages that nobody opened.
_HERE = {
    "spark.ui.enabled": "false",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}


@contextmanager
def open_session(master: str | None, conf: Sequence[str] = ()) -> Iterator[Any]:
    """A Spark context that ends with the block; ``conf`` are KEY=VALUE."""
    spark = load_part("pyspark", "spark")
    _check_java()
    settings = spark.SparkConf().setAppName("saksi")
    for key, value in {**_defaults(master), **_read_conf(conf)}.items():
        settings.set(key, value)
    context = spark.SparkContext(conf=settings)
    from py4j.protocol import Py4JJavaError  # noqa: PLC0415  # an extra

    try:
        yield context
    except Py4JJavaError as error:
        raise SaksiError(_tell(str(error))) from error
    finally:
        context.stop()


def _tell(trace: str) -> str:
    """Why a job was given up, out of the pages that Spark prints."""
    told = _RAISED.findall(trace) or [trace.strip().split("\n")[-1]]
    return f"Spark gave the job up after {TRIES} tries of one task: {told[0].strip()}"


def is_here(master: str | None) -> bool:
    """Whether a master is this machine alone."""
    return _LOCAL.fullmatch(master or "local[*]") is not None


def _check_java() -> None:
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and Path(home, "bin", "java").exists()):
        raise MissingPartError("Spark needs Java 17 or newer: install it (Debian: openjdk-17-jre-headless)")


def _defaults(master: str | None) -> dict[str, str]:
    """Settings for this machine; a cluster brings its own, and gets only its master."""
    here = _LOCAL.fullmatch(master or "local[*]")
    if here is None:
        return {"spark.master": str(master)}
    cores = os.cpu_count() or 1 if here[1] in (None, "*") else int(here[1])
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    return {
        "spark.master": f"local[{cores},{TRIES}]",
        "spark.default.parallelism": str(_PARTS * cores),
        **_HERE,
    }


def _read_conf(conf: Sequence[str]) -> dict[str, str]:
    found = {}
    for words in conf:
        key, mark, value = words.partition("=")
        if not (key and mark):
            raise UsageError(f"--conf {words}: write KEY=VALUE, such as spark.executor.memory=4g")
        found[key] = value
    return found
