"""Counts and scores that users of event data know: pairs over time, activity, networks.

Turns the pairs and events of a store into figures. A score is the mean of the PLOVER scores
(-10 conflict to 10 cooperation) of the events of a stretch of time; denied and imagined
events do not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import apsw

from saksi.errors import UsageError
from saksi.query.filters import (
    Condition,
    Filters,
    any_of,
    find_meant,
    has_word,
    join,
    side_condition,
    split,
    time_conditions,
)
from saksi.query.snapshot import scan
from saksi.rows import CentralityRow, LinkRow, ScoreRow

PERIODS = {"year": 4, "month": 7, "day": 10}
#: Above so many links betweenness is estimated from a fixed sample of nodes.
_SAMPLE_ABOVE, _SAMPLE = 2_000, 200
#: PageRank as first published: damping; at most so many rounds; when it no longer moves.
_DAMPING, _ROUNDS, _STILL = 0.85, 100, 1e-9
_QUADS = ", ".join(f"sum({{0}}quad = {quad})" for quad in (1, 2, 3, 4))


def score_pair(
    connection: apsw.Connection, pair: tuple[str, str], period: str, filters: Filters
) -> tuple[ScoreRow, ...]:
    """Cooperation and conflict between two sides, both directions together, a row a period."""
    one, other = (_side_name(connection, word) for word in pair)
    where = join(
        (
            Condition("(source = ? AND target = ?) OR (source = ? AND target = ?)", (one, other, other, one)),
            *time_conditions(filters, "day", "day"),
        )
    )
    sql = f"SELECT DISTINCT event, day, quad, scale FROM dyad WHERE {where.sql}"  # noqa: S608
    return _score(connection, sql, where.values, period)


def measure_activity(
    connection: apsw.Connection, actor: str, period: str, filters: Filters
) -> tuple[ScoreRow, ...]:
    """How much an actor takes part in, and of which kind, a row a period."""
    where = join(
        (
            side_condition(find_meant(connection, actor), filters.role),
            Condition("event.status NOT IN ('negated', 'hypothetical') AND event.review IS NOT 'rejected'"),
            *time_conditions(filters, "event.date_from", "event.date_until"),
        )
    )
    sql = f"SELECT number, date_from AS day, quad, scale FROM event WHERE {where.sql}"  # noqa: S608
    return _score(connection, sql, where.values, period)


def _score(
    connection: apsw.Connection, sql: str, values: Sequence[object], period: str
) -> tuple[ScoreRow, ...]:
    if period not in PERIODS:
        raise UsageError(f"by {period}: must be one of {', '.join(PERIODS)}")
    grouped = f"""SELECT substr(day, 1, {PERIODS[period]}), count(*), round(avg(scale), 6), {_QUADS.format("")}
                  FROM ({sql}) WHERE day IS NOT NULL GROUP BY 1 ORDER BY 1"""  # noqa: S608
    found = {str(row[0]): ScoreRow(*row) for row in scan(connection, grouped, values)}
    return tuple(
        found.get(name, ScoreRow(name, 0, None, 0, 0, 0, 0)) for name in _fill(sorted(found), period)
    )


def _fill(names: Sequence[str], period: str) -> Sequence[str]:
    """Years and months between the first and the last, those without events too."""
    if period == "day" or not names:
        return names
    if period == "year":
        return [f"{year:04}" for year in range(int(names[0]), int(names[-1]) + 1)]
    first, last = (int(name[:4]) * 12 + int(name[5:]) - 1 for name in (names[0], names[-1]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def _side_name(connection: apsw.Connection, word: str) -> str:
    """How the pairs call a side: the code of a state, else a name."""
    meant = find_meant(connection, word)
    if meant.code:
        return meant.code
    for key in meant.identities:
        names = connection.execute("SELECT name FROM alias WHERE actor = ?", (key,)).fetchall()
        for (name,) in names:
            if connection.execute("SELECT 1 FROM dyad WHERE source = ?1 OR target = ?1 LIMIT 1", (name,)).get:
                return str(name)
    return word


def list_links(connection: apsw.Connection, filters: Filters) -> tuple[LinkRow, ...]:
    """The pairs of sides, those with the most events first."""
    conditions = list(time_conditions(filters, "dyad.day", "dyad.day"))
    for word in [filters.actor] if filters.actor else []:
        name = _side_name(connection, word)
        conditions.append(Condition("dyad.source = ? OR dyad.target = ?", (name, name)))
    if filters.quad is not None:
        conditions.append(Condition("dyad.quad = ?", (filters.quad,)))
    source = "dyad"
    if filters.type:
        conditions.append(any_of("dyad.type", split(filters.type)))
    if filters.context or filters.country:
        source = "dyad JOIN event ON event.number = dyad.event"
        conditions += _event_conditions(filters)
    where = join(conditions)
    sql = f"""SELECT dyad.source, dyad.target, count(*), round(avg(dyad.scale), 6), {_QUADS.format("dyad.")},
                     min(dyad.day), max(dyad.day)
              FROM {source} WHERE {where.sql} GROUP BY dyad.source, dyad.target
              ORDER BY 3 DESC, 1, 2 LIMIT ?"""  # noqa: S608
    limit = -1 if filters.limit is None else filters.limit
    return tuple(LinkRow(*row) for row in scan(connection, sql, (*where.values, limit)))


def _event_conditions(filters: Filters) -> list[Condition]:
    found = []
    if filters.country:
        found.append(any_of("event.country", split(filters.country)))
    if filters.context:
        found.append(has_word("event.context", split(filters.context)))
    return found


def rank_sides(links: Sequence[LinkRow]) -> tuple[CentralityRow, ...]:
    """How central each side of a network is: neighbours, events, PageRank, betweenness.

    Betweenness counts the share of shortest paths through a side; in a large network it is
    estimated from a fixed sample, the same each time.
    """
    import networkx as nx  # noqa: PLC0415  # takes a third of a second to load

    graph = nx.Graph()
    for link in links:
        held = graph.get_edge_data(link.source, link.target, {"weight": 0})["weight"]
        graph.add_edge(link.source, link.target, weight=held + link.events)
    if not graph:
        return ()
    sample = _SAMPLE if graph.number_of_edges() > _SAMPLE_ABOVE else None
    between = nx.betweenness_centrality(graph, k=sample and min(sample, len(graph)), seed=0)
    pagerank = page_rank(
        {name: {near: edge["weight"] for near, edge in graph[name].items()} for name in graph}
    )
    rows = (
        CentralityRow(
            name=name,
            degree=graph.degree(name),
            events=graph.degree(name, weight="weight"),
            pagerank=round(pagerank[name], 6),
            betweenness=round(between[name], 6),
        )
        for name in graph
    )
    return tuple(sorted(rows, key=lambda row: (-row.pagerank, row.name)))


def page_rank(weights: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """PageRank over weighted neighbours, by power iteration; networkx asks for SciPy to do this.

    >>> page_rank({"a": {"b": 1.0}, "b": {"a": 1.0}})
    {'a': 0.5, 'b': 0.5}
    """
    rank = dict.fromkeys(weights, 1 / len(weights))
    strength = {name: sum(near.values()) for name, near in weights.items()}
    for _ in range(_ROUNDS):
        fresh = dict.fromkeys(weights, (1 - _DAMPING) / len(weights))
        for name, near in weights.items():
            for other, weight in near.items():
                fresh[other] += _DAMPING * rank[name] * weight / strength[name]
        moved = sum(abs(fresh[name] - rank[name]) for name in weights)
        rank = fresh
        if moved < _STILL:
            break
    return rank
