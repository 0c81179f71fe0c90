"""Tells which engine and which data wrote a row: version and two digests; it reads files only."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from saksi.lang.language import data_digest
from saksi.version import __version__

#: What decides the records of an article; a change elsewhere recodes nothing.
_ENGINE = [
    "records.py",
    "pipeline.py",
    "lang",
    "clean",
    "segment",
    "annotate",
    "clauses",
    "coding",
    "resolve",
    "export/contract.py",
    "store/drafts.py",
]


class RunKey(NamedTuple):
    """Version of saksi, digest of the engine's code, digest of its data."""

    version: str
    code: str
    data: str

    def __str__(self) -> str:
        """As records and reports show it: ``0.1.0 code 1a2b3c4d data 5e6f7a8b``."""
        return f"{self.version} code {self.code[:8]} data {self.data[:8]}"


@cache
def current_run() -> RunKey:
    """The key of everything that this process codes."""
    return RunKey(__version__, _code_digest(), data_digest())


def _code_digest() -> str:
    digest = hashlib.sha256()
    for part in _ENGINE:
        for name, file in _python_files(files("saksi").joinpath(part), part):
            digest.update(name.encode())
            digest.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:16]


def _python_files(entry: Traversable, name: str) -> list[tuple[str, Traversable]]:
    """All Python files of an entry with their paths, sorted."""
    if not entry.is_dir():
        return [(name, entry)]
    inside = sorted(entry.iterdir(), key=lambda one: one.name)
    wanted = [one for one in inside if one.is_dir() or one.name.endswith(".py")]
    return [found for one in wanted for found in _python_files(one, f"{name}/{one.name}")]
