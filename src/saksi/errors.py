"""The errors saksi raises, one tree.

::

    SaksiError              anything saksi raises on purpose; its text says what, where, how to fix
    ├── DataError           a rule file or table is wrong (file, rule and fix are named)
    ├── ReadError           a source cannot be read at all
    ├── MissingPartError    a library that is installed apart is not there
    ├── StoreError          a store is not there, locked, full, damaged or of another version
    └── UsageError          a call or command was given something it does not take

A bad *document* raises nothing: it yields ``records.Problem``.
"""

from __future__ import annotations

from pathlib import Path


class SaksiError(Exception):
    """Anything saksi raises on purpose."""


class DataError(SaksiError):
    """A file of the language pack or the atlas breaks a rule of its format."""

    def __init__(self, file: str | Path, rule: str, fix: str) -> None:
        super().__init__(f"{Path(file).name}: {rule}: {fix}")
        self.file, self.rule, self.fix = str(file), rule, fix


class ReadError(SaksiError):
    """A source that cannot be read: it does not exist, is a binary, or is not allowed."""


class UsageError(SaksiError):
    """A call or a command with an argument it does not take."""


class StoreError(SaksiError):
    """A store that cannot be opened, read or written; the text says why and what to do."""


class OlderStoreError(StoreError):
    """A store that an older saksi made, opened for reading; opening it for writing brings it up to date."""


class MissingPartError(SaksiError):
    """A library that is installed apart is not there; the text says what to type."""
