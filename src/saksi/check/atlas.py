"""Finds faults in the tables of actors and places.

Turns the tables into sentences that name file, row and fault: forms that stand for two
actors, rows out of order, dates that are none, codes and sectors that the ontology lacks,
rows without a source. It does not judge whether a row is true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from importlib.resources.abc import Traversable
from itertools import chain, pairwise

from saksi.check.case import Case
from saksi.lang.atlas import TABLES, Row, Table, read_table
from saksi.lang.language import DATA, Language
from saksi.lang.ontology import Ontology, load_ontology
from saksi.lang.tables import load_tsv

#: ISO 8601 day, month or year.
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")
_ALPHA3 = re.compile(r"[A-Z]{3}$")
#: Faults of a table that are told; the rest is counted.
SHOWN = 20
#: Tables of proper names: one name means one of them.
NAMED_ONCE = ("actors/states.tsv", "actors/organisations.tsv", "actors/groups.tsv", "actors/people.tsv")
#: What the cells of a column may hold, by table and column.
_WORDS = {
    ("actors/offices.tsv", "kind"): frozenset({"office", "rank", "honorific", "profession", "modifier"}),
    ("actors/agents.tsv", "kind"): frozenset({"person", "force", "vehicle", "collective", "state", "victim"}),
    ("actors/agents.tsv", "plural_ok"): frozenset({"yes", "no"}),
    ("places/places.tsv", "precision"): frozenset({"city", "region", "country", "water", "site"}),
}


def cases(language: Language) -> Iterator[Case]:
    """One check for each table, and one for names that stand in two of them."""
    del language  # the tables are read anew: what is loaded has lost its lines
    for table in TABLES:
        yield Case(f"{table.path}::table[example-1]", "example", table.path, partial(_run, table))
    yield Case("actors::names[example-1]", "example", " ".join(NAMED_ONCE), _run_shared)


def find_faults(folder: Traversable) -> tuple[str, ...]:
    """Everything that is wrong with the tables below ``folder``, one sentence each."""
    faults = [fault for table in TABLES for fault in find_table_faults(folder, table)]
    return (*faults, *find_shared(folder))


def find_table_faults(folder: Traversable, table: Table) -> Iterator[str]:
    """What is wrong inside one table."""
    ontology = load_ontology()
    known = _codes(folder) | set(ontology.international)
    lines = list(_lines(folder, table))
    yield from _order(table, lines)
    for cells in lines:
        yield from _cells(table, cells, ontology, known)
    yield from _twice(table, lines)


def find_shared(folder: Traversable) -> Iterator[str]:
    """Names that two tables of proper names give to two actors."""
    owner: dict[str, str] = {}
    for table in TABLES:
        if table.path not in NAMED_ONCE:
            continue
        for row in read_table(folder, table):
            for form in row.forms if row.entry.kind != "demonym" else ():
                first = owner.setdefault(form, row.entry.id)
                if first.partition("/")[0] != row.entry.id.partition("/")[0]:
                    yield f"{table.path}: {form} means {first} and {row.entry.id}"


def _run(table: Table) -> str | None:
    return _tell(list(find_table_faults(DATA, table)))


def _run_shared() -> str | None:
    return _tell(list(find_shared(DATA)))


def _tell(faults: list[str]) -> str | None:
    shown = "; ".join(faults[:SHOWN])
    rest = len(faults) - SHOWN
    return (f"{shown}; and {rest} more" if rest > 0 else shown) or None


def _lines(folder: Traversable, table: Table) -> Iterator[dict[str, str]]:
    path = folder
    for part in table.path.split("/"):
        path = path / part
    yield from load_tsv(path, table.columns)


def _codes(folder: Traversable) -> set[str]:
    """Codes of the states, with the one of Antarctica, which has no government."""
    return {cells["code"] for cells in _lines(folder, TABLES[0])} | {"ATA"}


def _order(table: Table, lines: Sequence[dict[str, str]]) -> Iterator[str]:
    first = table.columns[0]
    keys = [cells[first] for cells in lines]
    for before, after in pairwise(keys):
        if before >= after:
            why = "stands twice" if before == after else f"stands after {before}"
            yield f"{table.path}: {after}: {why}"


def _cells(table: Table, cells: dict[str, str], ontology: Ontology, known: set[str]) -> Iterator[str]:
    where = f"{table.path}: {cells[table.columns[0]]}"
    if not cells["source"]:
        yield f"{where}: has no source"
    spells = [cells.get(column, "").split("|") for column in ("since", "until")]
    for date in filter(None, chain(*spells)):
        if not _DATE.match(date):
            yield f"{where}: {date} is no ISO date"
    if len(spells[0]) != len(spells[1]):
        yield f"{where}: more beginnings than ends, or fewer"
    if any(_ends_early(*spell) for spell in zip(*spells, strict=False)):
        yield f"{where}: ends before it begins"
    if cells.get("sector") and cells["sector"] not in ontology.sectors:
        yield f"{where}: sector {cells['sector']} is none of PLOVER's"
    yield from _named(where, cells, known)
    for (path, column), words in _WORDS.items():
        if path == table.path and cells[column] not in words:
            yield f"{where}: {column} {cells[column]} is none of {' '.join(sorted(words))}"


def _ends_early(since: str, until: str) -> bool:
    """Whether a span ends before it begins, as far as both dates go.

    >>> _ends_early("2001-05", "2001-04-30"), _ends_early("2001", "2001-04-30")
    (True, False)
    """
    size = min(len(since), len(until))
    return since[:size] > until[:size]


def _named(where: str, cells: dict[str, str], known: set[str]) -> Iterator[str]:
    for column in ("code", "country"):
        code = cells.get(column)
        if code and code not in known and not (column == "country" and _ALPHA3.match(code)):
            yield f"{where}: {column} {code} is no state and no code of PLOVER"


def _twice(table: Table, lines: Sequence[dict[str, str]]) -> Iterator[str]:
    """Forms that two entries of one kind share, and forms with blanks to spare."""
    owner: dict[str, str] = {}
    for row in _rows(table, lines):
        for form in row.forms:
            if form != " ".join(form.split()):
                yield f"{table.path}: {row.entry.id}: blanks around or inside {form!r}"
            key = f"{form}/{row.entry.country}" if row.entry.kind == "place" else form
            first = owner.setdefault(key, row.entry.id)
            if first != row.entry.id:
                yield f"{table.path}: {form} means {first} and {row.entry.id}"


def _rows(table: Table, lines: Sequence[dict[str, str]]) -> Iterator[Row]:
    for cells in lines:
        yield from table.read(cells)
