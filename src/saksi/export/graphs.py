"""Writes who deals with whom as a graph: GEXF with time for Gephi, GraphML for others.

Turns events into nodes (sides) and edges (pairs by type), each with the days on which it was
seen. Denied and imagined events make no edge. networkx writes the files.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import combinations, product
from pathlib import Path
from typing import Any

from saksi.lang.ontology import load_ontology
from saksi.records import MUTUAL
from saksi.rows import EventRow, Selection, Side

_NOT_TOLD_AS_FACT = frozenset({"negated", "hypothetical"})
#: networkx writes the day of writing; the same events are to give the same bytes.
_MODIFIED = re.compile(rb' lastmodifieddate="[^"]*"')


@dataclass(slots=True)
class _Edge:
    """One pair with one type of event."""

    quad: int
    scale: float = 0.0
    days: list[tuple[str, str]] = field(default_factory=list)
    events: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Graph:
    """Sides with what is known of them, and the edges between."""

    sides: dict[str, Side] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    edges: dict[tuple[str, str, str], _Edge] = field(default_factory=dict)


def make_graph(selection: Selection) -> Graph:
    """The graph of all events that were not denied or imagined."""
    graph = Graph()
    for event in selection.events():
        if event.status not in _NOT_TOLD_AS_FACT:
            _add(graph, event)
    return graph


def _add(graph: Graph, event: EventRow) -> None:
    for side in (*event.actor, *event.recipient):
        graph.sides.setdefault(name_side(side), side)
        graph.counts[name_side(side)] += 1
    for source, target in sorted(set(_pairs(event))):
        edge = graph.edges.setdefault((source, target, event.event), _Edge(event.quad_code))
        edge.events.append(event.id)
        edge.scale += event.event_scale
        if event.date_from and event.date_until:
            edge.days.append((event.date_from, event.date_until))


def _pairs(event: EventRow) -> Iterator[tuple[str, str]]:
    actors, recipients = ({name_side(side) for side in sides} for sides in (event.actor, event.recipient))
    pairs = (
        product(actors, recipients)
        if recipients or event.event not in MUTUAL
        else combinations(sorted(actors), 2)
    )
    yield from ((one, other) for one, other in pairs if one != other)


def name_side(side: Side) -> str:
    """The code of a state, else the name."""
    return side.name if side.code is None or side.code in load_ontology().international else side.code


def _build(graph: Graph, *, dynamic: bool) -> Any:
    """The graph as networkx has it."""
    import networkx as nx  # noqa: PLC0415  # takes a third of a second to load

    built = nx.MultiDiGraph(mode="dynamic" if dynamic else "static", defaultedgetype="directed")
    for name in sorted(graph.sides):
        side = graph.sides[name]
        state = name != side.name
        kind = "state" if state else (side.entity or "").partition("/")[0] or "unknown"
        built.add_node(
            name,
            label=name,
            kind=kind,
            country=side.code or "",
            sector="GOV" if state else side.sector or "",
            n_events=graph.counts[name],
        )
    for number, ((source, target, event), edge) in enumerate(
        sorted(graph.edges.items(), key=lambda one: one[0])
    ):
        cells = {
            "label": event,
            "type": event,
            "quad": edge.quad,
            "weight": len(edge.events),
            "scale": round(edge.scale / len(edge.events), 3),
            "event_ids": " ".join(sorted(edge.events)),
        }
        built.add_edge(
            source, target, key=str(number), id=str(number), **cells, **_when(edge, dynamic=dynamic)
        )
    return built


def _when(edge: _Edge, *, dynamic: bool) -> dict[str, object]:
    """First and last day; in a dynamic graph every stretch of days."""
    if not edge.days:
        return {}
    if dynamic:
        return {"spells": sorted(set(edge.days))}
    return {"start": min(first for first, _ in edge.days), "end": max(last for _, last in edge.days)}


def write_gexf(selection: Selection, path: Path) -> str:
    """GEXF with ``mode="dynamic"``: edges carry spells, so that Gephi can play them."""
    import networkx as nx  # noqa: PLC0415

    graph, out = make_graph(selection), BytesIO()
    nx.write_gexf(_build(graph, dynamic=True), out, version="1.2draft")
    path.write_bytes(_MODIFIED.sub(b"", out.getvalue()))
    return _count(graph)


def write_graphml(selection: Selection, path: Path) -> str:
    """GraphML for igraph, Cytoscape and networkx."""
    import networkx as nx  # noqa: PLC0415

    graph = make_graph(selection)
    nx.write_graphml_xml(_build(graph, dynamic=False), path, named_key_ids=True)
    return _count(graph)


def _count(graph: Graph) -> str:
    return f"{len(graph.sides)} sides, {len(graph.edges)} edges"
