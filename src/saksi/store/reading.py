"""The questions that can be put to an open store, one method a verb of the command line.

Every method takes the filters of ``query.filters.Filters`` by name and gives ``Rows``:
``reader.events(actor="CHN", type="CONSULT", since="2024")``. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Unpack

import apsw

from saksi.query import across, measures, records
from saksi.query.filters import (
    Condition,
    Filters,
    FilterWords,
    event_conditions,
    join,
    relation_conditions,
    statement_conditions,
)
from saksi.query.result import Rows
from saksi.query.search import search
from saksi.rows import (
    ActorRow,
    ArticleRow,
    CentralityRow,
    ConflictRow,
    EventRow,
    FactRow,
    HitRow,
    IncidentRow,
    LinkRow,
    PersonRow,
    PositionRow,
    RelationRow,
    ScoreRow,
    StatementRow,
)
from saksi.store.connect import plain_errors
from saksi.store.doctor import Finding, examine
from saksi.store.reviews import Review, apply_reviews, check_reviews, list_reviews, make_gold, read_contract
from saksi.store.show import Shown, show
from saksi.store.status import Status, read_status


class Reader:
    """An open store as far as it can be asked."""

    def __init__(self, connection: apsw.Connection, path: Path) -> None:
        self._connection, self.path = connection, path

    # ---- records -------------------------------------------------------------------

    def events(self, **filters: Unpack[FilterWords]) -> Rows[EventRow]:
        """Events, the latest first."""
        with plain_errors(self.path):
            return Rows(EventRow, records.iter_events(self._connection, Filters(**filters)))

    def statements(self, **filters: Unpack[FilterWords]) -> Rows[StatementRow]:
        """Statements, the latest first."""
        with plain_errors(self.path):
            return Rows(StatementRow, records.iter_statements(self._connection, Filters(**filters)))

    def relations(self, **filters: Unpack[FilterWords]) -> Rows[RelationRow]:
        """Relations, the latest told first; ``as_of`` keeps those that held on a day."""
        with plain_errors(self.path):
            return Rows(RelationRow, records.iter_relations(self._connection, Filters(**filters)))

    def people(self, **filters: Unpack[FilterWords]) -> Rows[PersonRow]:
        """People with each office that articles give them, the most named first."""
        with plain_errors(self.path):
            return Rows(PersonRow, records.list_people(self._connection, Filters(**filters)))

    def articles(self) -> Iterator[ArticleRow]:
        """All articles in the order they were added."""
        return records.iter_articles(self._connection, Condition("1"))

    # ---- across articles -----------------------------------------------------------

    def actors(self, **filters: Unpack[FilterWords]) -> Rows[ActorRow]:
        """Identities, those with the most events first."""
        with plain_errors(self.path):
            return Rows(ActorRow, across.list_actors(self._connection, Filters(**filters)))

    def facts(self, **filters: Unpack[FilterWords]) -> Rows[FactRow]:
        """Relations over all articles with the time for which they hold; ``as_of`` keeps those of a day."""
        with plain_errors(self.path):
            return Rows(FactRow, across.list_facts(self._connection, Filters(**filters)))

    def incidents(self, **filters: Unpack[FilterWords]) -> Rows[IncidentRow]:
        """Incidents in order of their dates."""
        with plain_errors(self.path):
            return Rows(IncidentRow, across.list_incidents(self._connection, Filters(**filters)))

    def timeline(self, **filters: Unpack[FilterWords]) -> Rows[IncidentRow]:
        """What happened and has a date, in order."""
        with plain_errors(self.path):
            found = across.list_incidents(self._connection, Filters(**filters))
            told = ("actual", "historical") if not filters.get("status") else ()
            rows = (row for row in found if row.date and (not told or row.status in told))
            return Rows(IncidentRow, rows)

    def conflicts(self, **filters: Unpack[FilterWords]) -> Rows[ConflictRow]:
        """Figures, dates and other things that sources tell differently, one row a value."""
        with plain_errors(self.path):
            return Rows(ConflictRow, across.list_conflicts(self._connection, Filters(**filters)))

    def positions(self, **filters: Unpack[FilterWords]) -> Rows[PositionRow]:
        """What each side said, by side and day; ``about`` names the subject."""
        with plain_errors(self.path):
            return Rows(PositionRow, across.iter_positions(self._connection, Filters(**filters)))

    # ---- measures ------------------------------------------------------------------

    def network(self, **filters: Unpack[FilterWords]) -> Rows[LinkRow]:
        """The pairs of sides with their events and scores, the busiest first."""
        with plain_errors(self.path):
            return Rows(LinkRow, measures.list_links(self._connection, Filters(**filters)))

    def centrality(self, **filters: Unpack[FilterWords]) -> Rows[CentralityRow]:
        """How central each side of the network is."""
        return Rows(CentralityRow, measures.rank_sides(self.network(**filters)))

    def scores(
        self, one: str, other: str, by: str = "month", **filters: Unpack[FilterWords]
    ) -> Rows[ScoreRow]:
        """Cooperation and conflict between two sides by year, month or day."""
        with plain_errors(self.path):
            found = measures.score_pair(self._connection, (one, other), by, Filters(**filters))
            return Rows(ScoreRow, found)

    def activity(self, who: str, by: str = "month", **filters: Unpack[FilterWords]) -> Rows[ScoreRow]:
        """What an actor takes part in by year, month or day."""
        with plain_errors(self.path):
            return Rows(ScoreRow, measures.measure_activity(self._connection, who, by, Filters(**filters)))

    # ---- single things ---------------------------------------------------------------

    def search(self, words: str, **filters: Unpack[FilterWords]) -> Rows[HitRow]:
        """Articles with all the words in any form; those with the written words first."""
        with plain_errors(self.path):
            return Rows(HitRow, search(self._connection, words, Filters(**filters)))

    def show(self, key: str) -> Shown:
        """Everything about one record, article, actor or incident, by its id or how it begins."""
        with plain_errors(self.path):
            return show(self._connection, key)

    def status(self) -> Status:
        """What the store holds."""
        with plain_errors(self.path):
            return read_status(self._connection, self.path)

    def examine(self) -> tuple[Finding, ...]:
        """Whether the store is whole; each finding says what to do."""
        with plain_errors(self.path):
            return examine(self._connection, self.path)

    def reviews(self) -> tuple[Review, ...]:
        """What people decided, in the order they did."""
        with plain_errors(self.path):
            return list_reviews(self._connection)

    def gold(self) -> Iterator[dict[str, object]]:
        """Reviews as gold records."""
        return make_gold(self._connection)

    def check_reviews(self) -> Iterator[tuple[Review, str | None]]:
        """Each review with what the engine does against it."""
        return check_reviews(self._connection)

    def select(self, **filters: Unpack[FilterWords]) -> Chosen:
        """The rows of every kind under one set of filters, as an export reads them."""
        return Chosen(self._connection, Filters(**filters))


class Chosen:
    """A ``Selection`` of a store: rows come one after the other."""

    def __init__(self, connection: apsw.Connection, filters: Filters) -> None:
        self._connection, self._filters = connection, filters

    def events(self) -> Iterator[EventRow]:
        """The events that fit."""
        return records.iter_events(self._connection, self._filters)

    def statements(self) -> Iterator[StatementRow]:
        """The statements that fit."""
        return records.iter_statements(self._connection, self._plain())

    def relations(self) -> Iterator[RelationRow]:
        """The relations that fit."""
        return records.iter_relations(self._connection, self._plain())

    def _plain(self) -> Filters:
        """The filters without the sort of events."""
        return Filters(**{name: getattr(self._filters, name) for name in _SHARED})

    def articles(self) -> Iterator[ArticleRow]:
        """Articles that hold at least one of those records; all when nothing is filtered."""
        return records.iter_articles(self._connection, self._article_condition())

    def contracts(self) -> Iterator[dict[str, object]]:
        """The contract's object of each of those articles, with the reviews applied."""
        for article in self.articles():
            number = int(
                self._connection.execute("SELECT number FROM article WHERE id = ?", (article.id,)).get
            )
            reviews = list_reviews(self._connection, article.id)
            yield apply_reviews(read_contract(self._connection, number), reviews)

    def _article_condition(self) -> Condition:
        if self._filters == Filters(limit=self._filters.limit, sort=self._filters.sort):
            return Condition("1")
        parts = [
            ("event", event_conditions(self._connection, self._filters)),
            ("statement", statement_conditions(self._connection, self._plain())),
            ("relation", relation_conditions(self._connection, self._plain())),
        ]
        wheres = [(table, join(conditions)) for table, conditions in parts]
        sql = " UNION ".join(
            f"SELECT {table}.article FROM {table} JOIN article ON article.number = {table}.article WHERE {where.sql}"  # noqa: S608
            for table, where in wheres
        )
        values = tuple(value for _, where in wheres for value in where.values)
        return Condition(f"article.number IN ({sql})", values)


_SHARED = ("actor", "pair", "since", "until", "outlet", "about", "article", "review", "limit")
