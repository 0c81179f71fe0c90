"""Measures from how many events on a snapshot answers faster than the store itself.

Turns a small store into a large one by multiplying its rows in SQL (ids, dates and texts of each
copy differ, what is told is nonsense), writes its snapshot, and asks every question of both.

    python -m benchmarks.snapshot STORE FOLDER [--times 100 500 1000]
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import apsw

from benchmarks.store import QUESTIONS
from saksi.query.snapshot import Snapshot, StoreConnection, place_of
from saksi.store.store import Store

_ROUNDS = 3
#: Not asked: one row by its id, which no copy can show.
_LEFT_OUT = {"show a record", "status", "search"}
#: Columns of a copy that are not those of the original; ``k`` is the number of the copy.
_MOVED = {
    "article": {
        "number": "number + k * {article}",
        "id": "printf('%06x', k) || substr(id, 7)",
        "published": "date(published, '+' || k || ' days')",
        "published_from": "date(published_from, '+' || k || ' days')",
        "analysis": "zeroblob(1000)",
        "reading": "zeroblob(100)",
        "across": "zeroblob(1000)",
    },
    "event": {
        "number": "number + k * {event}",
        "id": "printf('%06x', k) || id",
        "article": "article + k * {article}",
        "date_from": "date(date_from, '+' || k || ' days')",
        "date_until": "date(date_until, '+' || k || ' days')",
        "incident": "printf('%06x', k) || incident",
    },
    "participant": {"event": "event + k * {event}", "day": "date(day, '+' || k || ' days')"},
    "mention": {"event": "event + k * {event}"},
    "dyad": {"event": "event + k * {event}", "day": "date(day, '+' || k || ' days')"},
    "statement": {
        "number": "number + k * {statement}",
        "id": "printf('%06x', k) || id",
        "article": "article + k * {article}",
        "day": "date(day, '+' || k || ' days')",
    },
    "relation": {
        "number": "number + k * {relation}",
        "id": "printf('%06x', k) || id",
        "article": "article + k * {article}",
        "day": "date(day, '+' || k || ' days')",
    },
    "person": {"article": "article + k * {article}", "day": "date(day, '+' || k || ' days')"},
    "source": {"path": "k || path", "article": "article + k * {article}"},
    "incident": {
        "id": "printf('%06x', k) || id",
        "date_from": "date(date_from, '+' || k || ' days')",
        "date_until": "date(date_until, '+' || k || ' days')",
    },
    "claim": {
        "conflict": "k || conflict",
        "about": "printf('%06x', k) || about",
        "record": "printf('%06x', k) || record",
        "article": "printf('%06x', k) || substr(article, 7)",
    },
    "copy": {
        "article": "printf('%06x', k) || substr(article, 7)",
        "of": "printf('%06x', k) || substr(of, 7)",
    },
}


def main() -> None:
    """Measure and print, first for people, then one line for programs."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("store", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, nargs="+", default=[100, 500, 1000])
    arguments = parser.parse_args()
    for times in arguments.times:
        path = arguments.folder / f"times-{times}.saksi"
        if not path.exists():
            multiply(arguments.store, path, times)
        figures = measure(path)
        _print(figures)
        print(json.dumps(figures), flush=True)


def _print(figures: dict[str, float]) -> None:
    for name, value in figures.items():
        if not name.startswith(("store, ms", "snapshot, ms", "asked of")):
            print(f"{name:<44} {value:>12,.1f}")
    for name, _ in _questions():
        one, other = (figures[f"{who}, ms: {name}"] for who in ("store", "snapshot"))
        mark = "*" if figures[f"asked of the snapshot: {name}"] else " "
        print(f"{name:<44} {one:>12,.1f} {other:>12,.1f} {mark}")


def multiply(small: Path, large: Path, times: int) -> None:
    """A store with every row of another so many times over; its words are indexed once."""
    shutil.copyfile(small, large)
    connection = apsw.Connection(str(large))
    connection.pragma("journal_mode", "off")
    connection.pragma("synchronous", "off")
    indexes = connection.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    counts = {
        table: connection.execute(f"SELECT max(number) FROM {table}").get  # noqa: S608
        for table in ("article", "event", "statement", "relation")
    }
    for table, moved in _MOVED.items():
        names = [
            str(name) for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))
        ]
        columns = ", ".join(f'"{name}"' for name in names)
        values = ", ".join(moved.get(name, f'"{name}"').format(**counts) for name in names)
        connection.execute(
            f"""INSERT INTO {table} ({columns})
                WITH RECURSIVE series (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM series WHERE k < ?)
                SELECT {values} FROM series, (SELECT * FROM {table})""",  # noqa: S608
            (times - 1,),
        )
    for _, sql in indexes:
        connection.execute(str(sql))
    connection.pragma("analysis_limit", 2_000)
    connection.execute("ANALYZE")
    connection.close()


def measure(path: Path) -> dict[str, float]:
    """Milliseconds of processor time of each question by the store and by its snapshot."""
    with Store.open(path) as store, Store.open(path) as quick:
        began = time.process_time()
        size = store.write_snapshot()
        figures = {
            "events": float(store.status().counts["event"]),
            "store: MB": path.stat().st_size / 1e6,
            "snapshot: MB": size / 1e6,
            "snapshot: CPU s to write": time.process_time() - began,
        }
        plain, asked = _open_both(store, quick)
        for name, ask in _questions():
            figures[f"store, ms: {name}"] = _time(lambda ask=ask: ask(store)) * 1000  # type: ignore[misc]
            before = asked.answers
            figures[f"snapshot, ms: {name}"] = _time(lambda ask=ask: ask(quick)) * 1000  # type: ignore[misc]
            figures[f"asked of the snapshot: {name}"] = float(asked.answers > before)
            figures["answers that differ"] = figures.get("answers that differ", 0.0) + float(
                ask(store) != ask(quick)
            )
        figures["answers of the store's own reader"] = float(plain.answers)
    return figures


def _open_both(store: Store, quick: Store) -> tuple[Snapshot, Snapshot]:
    """Two readers: one never asks its snapshot, the other always does."""
    found = []
    for reader, enough in ((store, sys.maxsize), (quick, 0)):
        connection = reader._connection  # noqa: SLF001  # the threshold is what is measured
        if not isinstance(connection, StoreConnection):
            raise TypeError("the store is open to write")
        connection.snapshot = Snapshot(place_of(reader.path), enough)
        found.append(connection.snapshot)
    return found[0], found[1]


def _questions() -> list[tuple[str, Callable[[Store], object]]]:
    return [(name, ask) for name, ask in QUESTIONS.items() if name not in _LEFT_OUT]


def _time(ask: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        ask()
        times.append(time.process_time() - began)
    return median(times)


if __name__ == "__main__":
    main()
