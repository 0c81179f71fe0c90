"""Lists: actors, statements, positions, conflicts, relations, search, sources, the review queue."""

from __future__ import annotations

from itertools import groupby

from saksi.store.corrections import FIELDS
from saksi.web.pages.answer import Answer, Leaf, take_leaf
from saksi.web.room import PAGE, Ask
from saksi.web.sql import ROWS, SECONDS, ask_sql
from saksi.web.tallies import list_articles

_QUEUE = 12
_MOST_POSITIONS = 600


def show_actors(ask: Ask) -> Answer:
    """Identities, the busiest first."""
    return Answer(
        "actors.html", {"leaf": take_leaf(ask, lambda count: ask.store.actors(**ask.narrowed(limit=count)))}
    )


def show_events(ask: Ask) -> Answer:
    """Events as each article tells them."""
    return Answer(
        "events.html", {"leaf": take_leaf(ask, lambda count: ask.store.events(**ask.narrowed(limit=count)))}
    )


def show_statements(ask: Ask) -> Answer:
    """Who said what to whom."""
    fetch = lambda count: ask.store.statements(**ask.narrowed(limit=count))  # noqa: E731
    return Answer("statements.html", {"leaf": take_leaf(ask, fetch)})


def show_relations(ask: Ask) -> Answer:
    """Dated facts: memberships, offices, borders."""
    fetch = lambda count: ask.store.relations(**ask.narrowed(limit=count))  # noqa: E731
    return Answer("relations.html", {"leaf": take_leaf(ask, fetch)})


def show_positions(ask: Ask) -> Answer:
    """What each side said on a subject, by day."""
    if not (ask.query.get("about") or ask.query.get("actor")):
        return Answer("positions.html", {"sides": None, "left_out": 0})
    rows = ask.store.positions(**ask.narrowed(limit=_MOST_POSITIONS))
    sides = [(side, list(held)) for side, held in groupby(rows, key=lambda row: row.side)]
    sides.sort(key=lambda pair: (-len(pair[1]), pair[0]))
    return Answer(
        "positions.html", {"sides": sides, "most": _MOST_POSITIONS, "full": len(rows) == _MOST_POSITIONS}
    )


def show_conflicts(ask: Ask) -> Answer:
    """What sources tell differently, one group a thing."""
    rows = ask.store.conflicts(**ask.narrowed(limit=1_000))
    groups = [(key, list(held)) for key, held in groupby(rows, key=lambda row: (row.incident, row.field))]
    size = PAGE // 2
    shown = groups[(ask.page - 1) * size : ask.page * size]
    leaf = Leaf(shown, ask.page, len(groups) > ask.page * size)
    told = {about: next(iter(ask.store.incidents(incident=about, limit=1)), None) for (about, _), _ in shown}
    return Answer("conflicts.html", {"leaf": leaf, "told": told})


def show_search(ask: Ask) -> Answer:
    """Articles that hold words in any of their forms."""
    words = ask.query.get("q", "").strip()
    if not words:
        return Answer("search.html", {"leaf": None, "q": ""})
    fetch = lambda count: ask.store.search(words, **ask.narrowed(limit=count))  # noqa: E731
    return Answer("search.html", {"leaf": take_leaf(ask, fetch, 20), "q": words})


def show_sources(ask: Ask) -> Answer:
    """Outlets, articles, what could not be read, and which version read the rest."""
    outlet = ask.query.get("outlet")
    rows, more = list_articles(ask.room.path, outlet, ask.page, PAGE)
    return Answer(
        "sources.html", {"status": ask.store.status(), "leaf": Leaf(rows, ask.page, more), "outlet": outlet}
    )


def show_review(ask: Ask) -> Answer:
    """Records nobody has looked at, the least certain first, and what was decided."""
    queue = ask.store.events(review="none", sort="confidence", limit=_QUEUE)
    return Answer(
        "review.html", {"queue": queue, "fields": FIELDS["event"], "done": ask.store.reviews()[-30:][::-1]}
    )


def show_sql(ask: Ask) -> Answer:
    """One SELECT and what came of it."""
    question = ask.query.get("q", "").strip()
    table = ask_sql(ask.room.path, question) if question else None
    return Answer("sql.html", {"q": question, "table": table, "seconds": SECONDS, "most": ROWS})
