"""Puts into a store what another machine found over the same articles.

Turns rows of the tables across articles, and what each record belongs to, into what
``resolve_store`` would have written, in one transaction. It compares nothing, and refuses rows
that were made from other articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import apsw

from saksi.store.drafts import Cells
from saksi.store.knowledge import TABLES, clear_tables, find_mention
from saksi.store.pack import unpack
from saksi.store.resolving import make_state, note_resolved
from saksi.store.told import Told
from saksi.store.write import insert, transaction

Pairs = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """What articles tell together, as rows; ``state`` is the digest of what it was made from."""

    state: str
    notes: str
    tables: Mapping[str, Iterable[Cells]]
    incident_of: Pairs  # event, incident
    span_of: Pairs  # relation, fact
    identity_of: Iterable[tuple[str, Mapping[str, str]]]  # article, mention -> identity


def take_over(connection: apsw.Connection, found: Found) -> bool:
    """Write what was found; False when the store holds other articles, or people have decided things."""
    with transaction(connection):
        if make_state(connection) != found.state:
            return False
        clear_tables(connection)
        for table in TABLES:
            for cells in found.tables[table]:
                insert(connection, table, cells)
        connection.executemany("UPDATE event SET incident = ?2 WHERE id = ?1", found.incident_of)
        connection.executemany("UPDATE relation SET span = ?2 WHERE id = ?1", found.span_of)
        for article, identity_of in found.identity_of:
            _mark_participants(connection, article, identity_of)
        note_resolved(connection, found.state, found.notes)
        return True


def _mark_participants(connection: apsw.Connection, article: str, identity_of: Mapping[str, str]) -> None:
    """Note the identity of each participant of one article's events."""
    data = connection.execute("SELECT across FROM article WHERE id = ?", (article,)).get
    rows = unpack(Told, data).rows
    events, mentions = {row.id: row for row in rows.events}, {row.id: row for row in rows.mentions}
    changes = []
    for key, number, role, position, *side in _participants(connection, article):
        found = find_mention(events[str(key)], str(role), side, mentions)
        changes.append((identity_of.get(found.id) if found else None, number, role, position))
    connection.executemany(
        "UPDATE participant SET actor = ? WHERE (event, role, position) = (?, ?, ?)", changes
    )


def _participants(connection: apsw.Connection, article: str) -> Iterator[Sequence[object]]:
    yield from connection.execute(
        """SELECT event.id, participant.event, role, position, entity, code, name
           FROM article JOIN event ON event.article = article.number
           JOIN participant ON participant.event = event.number WHERE article.id = ? ORDER BY 2, 3, 4""",
        (article,),
    ).fetchall()
