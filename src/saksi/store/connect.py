"""Opens a store's file and brings its schema up to date; turns SQLite's errors into plain words.

A store is one SQLite file in WAL mode with ``synchronous=FULL``: what was committed survives
a kill and a power cut, and others read while one writes. It knows no table but the schema.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

import apsw

from saksi.errors import OlderStoreError, StoreError
from saksi.query.snapshot import Snapshot, StoreConnection, place_of

#: "saks" in ASCII: tells a store from other SQLite files.
APPLICATION = 0x73616B73
#: How long a writer waits for another one, in milliseconds: articles are written in a few.
BUSY_MS = 30_000
#: SQLite before this one can damage a file in WAL mode.
OLDEST_SQLITE = 3_051_003


@contextmanager
def plain_errors(path: str | Path) -> Iterator[None]:
    """Turn the errors of SQLite into ``StoreError``, each with what to do."""
    try:
        yield
    except apsw.Error as error:
        raise StoreError(f"{path}: {_tell(error)}") from error


_TOLD: tuple[tuple[tuple[type[apsw.Error], ...], str], ...] = (
    (
        (apsw.FullError,),
        "the disk is full; what was written before is safe: make room and run the same command again",
    ),
    ((apsw.ReadOnlyError,), "the store may only be read: give write permission for the file and its folder"),
    ((apsw.CantOpenError,), "the store cannot be opened: check that its folder exists and may be written"),
    (
        (apsw.BusyError, apsw.LockedError),
        f"another program has been writing for {BUSY_MS // 1000} s: wait for it, or stop it",
    ),
    ((apsw.NotADBError,), "this file is no saksi store: give another path"),
    (
        (apsw.CorruptError,),
        "the store is damaged: run saksi doctor, restore a copy, or add the articles to a new store",
    ),
    ((apsw.IOError,), "the disk cannot be read or written: check the disk and its free space"),
    ((apsw.PermissionsError, apsw.AuthError), "access was refused: check the permissions of the file"),
)


def _tell(error: apsw.Error) -> str:
    """What went wrong and what to do, in one line."""
    found = [told for kinds, told in _TOLD if isinstance(error, kinds)]
    return found[0] if found else f"SQLite says: {error}"


def open_to_write(path: str | Path) -> apsw.Connection:
    """Open a store for writing; make it, or bring it up to date, when need be."""
    _check_sqlite()
    with plain_errors(path):
        if not Path(path).exists():
            _make_beside(Path(path))
        connection = apsw.Connection(os.fspath(path))
        try:
            _set_up(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def _make_beside(path: Path) -> None:
    """Make an empty store under another name, then give it its own: no reader meets one half made.

    Where that cannot be done, or another was faster, the store is made in its place.
    """
    fresh = path.with_name(f".{path.name}.new")
    with suppress(OSError):
        fresh.unlink(missing_ok=True)
        connection = apsw.Connection(os.fspath(fresh))
        try:
            _set_up(connection, fresh)
        finally:
            connection.close()
        try:
            path.hardlink_to(fresh)
        finally:
            fresh.unlink(missing_ok=True)


def _set_up(connection: apsw.Connection, path: str | Path) -> None:
    connection.set_busy_timeout(BUSY_MS)
    _check_identity(connection, path)
    if connection.readonly("main"):
        raise apsw.ReadOnlyError
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", "full")
    connection.pragma("foreign_keys", True)  # the pragma's value
    _migrate(connection)


def open_to_read(path: str | Path) -> apsw.Connection:
    """Open a store that is there for reading alone; one in a folder that may not be written too."""
    _check_sqlite()
    if not Path(path).is_file():
        raise StoreError(f"{path}: there is no such store: make one with saksi add PATH --store {path}")
    with plain_errors(path):
        connection = _open_read_only(path)
        try:
            version = _check_identity(connection, path)
        except BaseException:
            connection.close()
            raise
    if version < len(migrations()):
        connection.close()
        raise OlderStoreError(
            f"{path}: this store is of an older version: run saksi doctor --store {path} once"
        )
    return connection


def _open_read_only(path: str | Path) -> StoreConnection:
    """Readers of a WAL file share its index; without a right to make one the file must stand still."""
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    address = Path(path).absolute().as_uri()
    connection = StoreConnection(address, flags=flags)
    connection.set_busy_timeout(BUSY_MS)
    try:
        connection.pragma("schema_version")
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        connection.close()
        connection = StoreConnection(f"{address}?immutable=1", flags=flags)
    connection.snapshot = Snapshot(place_of(Path(path)))
    return connection


def _check_sqlite() -> None:
    if apsw.SQLITE_VERSION_NUMBER < OLDEST_SQLITE:
        raise StoreError(
            f"SQLite {apsw.sqlite_lib_version()} can damage a store: install apsw 3.51.3 or newer"
        )


def _check_identity(connection: apsw.Connection, path: str | Path) -> int:
    """The schema version of the file; refuse what is no store, or one of a newer saksi."""
    version, known = int(str(connection.pragma("user_version"))), len(migrations())
    application = connection.pragma("application_id")
    empty = connection.execute("SELECT count(*) FROM sqlite_schema").get == 0
    if application != APPLICATION and not (empty and version == 0):
        raise StoreError(f"{path}: this SQLite file is no saksi store: give another path")
    if version > known:
        raise StoreError(
            f"{path}: the store has schema {version}, this saksi knows {known}: install the newer saksi"
        )
    return version


@cache
def migrations() -> tuple[str, ...]:
    """The schema's steps in order; number N brings a store from version N-1 to N."""
    folder = files("saksi") / "store" / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple((folder / name).read_text(encoding="utf-8") for name in names)


@cache
def views() -> str:
    """The views for people who read the store with other tools."""
    return (files("saksi") / "store" / "views.sql").read_text(encoding="utf-8")


def _migrate(connection: apsw.Connection) -> None:
    """Take the steps that the store lacks, all or none of them."""
    if connection.pragma("user_version") == len(migrations()):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        have = int(str(connection.pragma("user_version")))  # another process may have been first
        for step in migrations()[have:]:
            connection.execute(step)
        connection.execute(views())
        connection.pragma("application_id", APPLICATION)
        connection.pragma("user_version", len(migrations()))
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
