"""Fetches rows of a query whose columns are known where it stands; it knows no table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import apsw


def fetch_all(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
    """All rows; their types are those of the columns asked for."""
    return list(connection.execute(sql, tuple(values)))


def fetch_one(connection: apsw.Connection, sql: str, values: Sequence[Any] = ()) -> tuple[Any, ...]:
    """The first row; for queries that have one."""
    return fetch_all(connection, sql, values)[0]
