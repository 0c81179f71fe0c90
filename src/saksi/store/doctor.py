"""Checks that a store is whole: file, schema, index, rows and room on the disk.

Turns a connection into findings, each with what to do; it mends nothing by itself but the
search index, and that only when asked.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import apsw

from saksi.query.stems import STEMMER
from saksi.store.recode import count_older
from saksi.store.resolving import is_resolved
from saksi.store.reviews import find_reviewed, list_reviews, read_contract
from saksi.store.write import read_note

#: Less free room than this share of the store's size is told: a recoding may need as much.
_ROOM_SHARE = 1.0


class Finding(NamedTuple):
    """One thing looked at; ``fix`` says what to do when it is not well."""

    what: str
    well: bool
    told: str
    fix: str = ""


def examine(connection: apsw.Connection, path: str | Path) -> tuple[Finding, ...]:
    """All findings about a store, in a fixed order."""
    return tuple(finding for check in _CHECKS for finding in check(connection, Path(path)))


def _check_sqlite(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    del path
    yield Finding(
        "SQLite", well=True, told=f"{apsw.sqlite_lib_version()}, schema {connection.pragma('user_version')}"
    )


def _check_file(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    del path
    told = [str(line) for (line,) in connection.execute("PRAGMA integrity_check(5)")]
    fix = "restore a copy, or add the articles to a new store"
    yield Finding("file", told == ["ok"], "whole" if told == ["ok"] else "; ".join(told), fix)
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    yield Finding(
        "rows", not lost, "each hangs on its article" if not lost else f"{len(lost)} hang on nothing", fix
    )


def _check_index(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    """The index holds every text, in the words of the stemmer that questions use."""
    fix = f"saksi doctor --remake-index --store {path}"
    for table, rows in (("article_search", "article"), ("statement_search", "statement")):
        wanted = connection.execute(f"SELECT count(*) FROM {rows}").get  # noqa: S608
        held = connection.execute(f"SELECT count(*) FROM {table}_docsize").get  # noqa: S608
        yield Finding(f"index of {rows}s", held == wanted, f"{held:,} of {wanted:,}", fix)
    stemmer = read_note(connection, "stemmer")
    yield Finding("stemmer", stemmer in (STEMMER, None), stemmer or "no index yet", fix)


def _check_versions(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    older = count_older(connection)
    told = (
        "all articles coded by this version" if not older else f"{older:,} articles coded by another version"
    )
    yield Finding("versions", not older, told, f"saksi recode --store {path}")
    failed = int(connection.execute("SELECT count(*) FROM failure").get)
    told = "every document was read" if not failed else f"{failed:,} documents could not be read or coded"
    yield Finding("documents", not failed, told, f"saksi status --failures --store {path}")


def _check_reviews(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    """Every review finds its record; an article that was forgotten keeps its reviews asleep."""
    del path
    lost = 0
    reviews = list_reviews(connection)
    for review in reviews:
        number = connection.execute("SELECT number FROM article WHERE id = ?", (review.article,)).get
        if number is not None and find_reviewed(read_contract(connection, int(number)), review) is None:
            lost += review.verdict != "reject"
    told = f"{len(reviews)} kept" if not lost else f"{lost} of {len(reviews)} find no record any more"
    yield Finding("reviews", not lost, told, "saksi review --check tells which")


def _check_resolved(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    """Identities, incidents and conflicts are those of the articles, reviews and decisions there are."""
    well = is_resolved(connection)
    told = "what articles tell together is up to date" if well else "articles or decisions have changed since"
    yield Finding("across articles", well, told, f"saksi resolve --store {path}")


def _check_room(connection: apsw.Connection, path: Path) -> Iterator[Finding]:
    del connection
    size, free = path.stat().st_size, shutil.disk_usage(path.absolute().parent).free
    told = f"{free / 1e9:,.1f} GB free, the store takes {size / 1e9:,.2f} GB"
    yield Finding("disk", free >= size * _ROOM_SHARE, told, "make room: saksi recode may need as much again")


_CHECKS: tuple[Callable[[apsw.Connection, Path], Iterator[Finding]], ...] = (
    _check_sqlite,
    _check_file,
    _check_index,
    _check_versions,
    _check_reviews,
    _check_resolved,
    _check_room,
)
