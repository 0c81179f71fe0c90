"""What holds over the documents of a cluster: relations, settled on the driver.

Turns the relations of documents, with the identities they name, into the rows of facts and of what
sources tell differently about them. They are few (one or two an article), and what ends a fact may
stand in any other document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from saksi.resolve.across.conflicts import find_conflicts
from saksi.resolve.across.records import Identity, Linked, Merged, RelationRow, Rows, Tenure
from saksi.resolve.across.relations import settle_relations
from saksi.spark.actors import light
from saksi.spark.incidents import Found
from saksi.store.knowledge import make_claims, make_fact
from saksi.store.told import Told

_NONE = Merged((), MappingProxyType({}))


class Related(NamedTuple):
    """The relations of one document with the identities they name and the offices it gives them."""

    rows: tuple[RelationRow, ...]
    who: Mapping[str, Identity]  # mention -> identity, with the offices of this document


def relate(told: Told, identity_of: Mapping[str, Identity]) -> Related:
    """What one document brings."""
    rows = told.rows.relations
    named = {mention for row in rows for mention in (row.subject, row.object) if mention is not None}
    offices: dict[str, list[Tenure]] = {}
    for one in told.rows.mentions:
        if one.office_term and one.kind == "person" and one.id in identity_of:
            tenure = Tenure(one.office_term, one.code, None, None, (one.source.document,))
            held = offices.setdefault(identity_of[one.id].id, [])
            held += [tenure] if tenure not in held else []
    who = {mention: light(identity_of[mention]) for mention in named if mention in identity_of}
    return Related(
        rows, {key: replace(one, offices=tuple(offices.get(one.id, ()))) for key, one in who.items()}
    )


def settle(related: Any) -> Iterator[Found]:
    """Rows of facts, claims, and of the fact of each relation (``relation``: id, fact)."""
    rows: list[RelationRow] = []
    of: dict[str, str] = {}
    by_id: dict[str, Identity] = {}
    for one in related.filter(lambda one: one.rows).toLocalIterator():
        rows += one.rows
        of |= {mention: identity.id for mention, identity in one.who.items()}
        for identity in dict.fromkeys(one.who.values()):
            held = by_id.get(identity.id)
            offices = (*(held.offices if held else ()), *identity.offices)
            by_id[identity.id] = replace(identity, offices=offices)
    linked = Linked((), of, by_id)
    spans = settle_relations(rows, linked)
    names = {key: identity.name for key, identity in by_id.items()}
    for span in spans:
        yield "fact", make_fact(span)
        for row in span.rows:
            yield "relation", {"id": row, "fact": span.id}
    for conflict in find_conflicts(_NONE, spans, Rows(relations=tuple(rows)), linked):
        for cells in make_claims(conflict, names):
            yield "claim", cells
