"""Everything a store knows of one record, article, actor or incident, for ``saksi show``.

Turns an id, or how it begins, into plain objects: the record, its witnesses in their article,
the rule and version that made it, and what people decided. It writes nothing.
"""

from __future__ import annotations

import json
from typing import Any

import apsw

from saksi.errors import UsageError
from saksi.query.across import list_actors, list_conflicts, list_incidents
from saksi.query.fetch import fetch_one
from saksi.query.filters import Condition, Filters
from saksi.query.records import iter_articles
from saksi.query.result import flat
from saksi.store.reviews import apply_reviews, find_record, list_reviews, read_contract

Shown = dict[str, object]
_LISTS = {"event": "events", "statement": "statements", "relation": "relations"}


def show(connection: apsw.Connection, key: str) -> Shown:
    """What the store knows of an id; UsageError when it knows none such."""
    for look in (_show_incident, _show_actor, _show_article):
        shown = look(connection, key)
        if shown is not None:
            return shown
    return _show_record(connection, key)


def _show_record(connection: apsw.Connection, key: str) -> Shown:
    kind, number, record = find_record(connection, key)
    article, text, title, outlet, published, run = fetch_one(
        connection,
        """SELECT article.id, text, title, outlet, published, version || ' code ' || code || ' data ' || data
           FROM article JOIN run ON run.number = article.run WHERE article.number = ?""",
        (number,),
    )
    reviews = list_reviews(connection, article)
    seen = apply_reviews(read_contract(connection, number), reviews)
    own = next(one for one in seen[_LISTS[kind]] if one["id"] == record["id"])
    spans = [(one["start"], one["end"]) for one in record.get("mentions") or [record["evidence"]]]
    paths = connection.execute("SELECT path FROM source WHERE article = ? ORDER BY path", (number,))
    return {
        "kind": kind,
        "id": record["id"],
        "record": own,
        "witnesses": [{"start": start, "end": end, "text": text[start:end]} for start, end in spans],
        "article": {
            "id": article,
            "title": title,
            "outlet": outlet,
            "published": published,
            "sources": [str(path) for (path,) in paths],
        },
        "rule": record["rule"],
        "made_by": run,
        "history": [_tell_review(one) for one in reviews if one.record == record["id"]],
        **_belongs_to(connection, kind, record["id"]),
    }


def _tell_review(review: Any) -> Shown:
    return {
        "verdict": review.verdict,
        "changes": review.changes,
        "reviewer": review.reviewer,
        "at": review.at,
        "note": review.note,
    }


def _belongs_to(connection: apsw.Connection, kind: str, key: str) -> Shown:
    """The incident of an event with its other tellings, or the fact of a relation."""
    if kind == "event":
        incident = connection.execute("SELECT incident FROM event WHERE id = ?", (key,)).get
        others = connection.execute(
            "SELECT id FROM event WHERE incident = ? AND id != ? ORDER BY id", (incident, key)
        )
        return {"incident": incident, "also_told_by": [str(one) for (one,) in others]}
    if kind == "relation":
        return {"fact": connection.execute("SELECT span FROM relation WHERE id = ?", (key,)).get}
    return {}


def _show_incident(connection: apsw.Connection, key: str) -> Shown | None:
    """An incident with its events; an event's own id shows the event."""
    if connection.execute("SELECT 1 FROM event WHERE id = ?", (key,)).get:
        return None
    row = next(iter(list_incidents(connection, Filters(incident=key, limit=1))), None) if key else None
    if (
        row is None
        or connection.execute("SELECT 1 FROM event WHERE id >= ? AND id < ?", (key, key + "\uffff")).get
    ):
        return None
    events = connection.execute(
        """SELECT event.id, event.date, article.outlet, article.published,
                  substr(article.text, event.start + 1, event.end - event.start)
           FROM event JOIN article ON article.number = event.article WHERE incident = ?
           ORDER BY article.published_from, event.id""",
        (row.id,),
    )
    names = ("id", "date", "outlet", "published", "evidence")
    return {
        "kind": "incident",
        **flat(row),
        "reasons": list(row.reasons),
        "told_by": [dict(zip(names, one, strict=True)) for one in events],
        "conflicting": [flat(one) for one in list_conflicts(connection, Filters(incident=row.id))],
    }


def _show_actor(connection: apsw.Connection, key: str) -> Shown | None:
    if not connection.execute("SELECT 1 FROM actor WHERE id = ?", (key,)).get:
        return None
    row = list_actors(connection, Filters(actor=key, limit=1))
    if not row:
        return None
    candidates = connection.execute("SELECT candidates FROM actor WHERE id = ?", (key,)).get
    return {
        **flat(row[0]),
        "kind": "actor",
        "actor_kind": row[0].kind,
        "aliases": list(row[0].aliases),
        "offices": list(row[0].offices),
        "reasons": list(row[0].reasons),
        "may_be": json.loads(candidates),
    }


def _show_article(connection: apsw.Connection, key: str) -> Shown | None:
    condition = Condition("article.id >= ? AND article.id < ?", (key, key + "\uffff"))
    found = list(iter_articles(connection, condition)) if key else []
    if len(found) > 1:
        raise UsageError(f"{key}: several articles begin so: give more of the id")
    if not found:
        return None
    article = found[0]
    number = connection.execute("SELECT number FROM article WHERE id = ?", (article.id,)).get
    count = {
        kind: connection.execute(f"SELECT count(*) FROM {kind} WHERE article = ?", (number,)).get  # noqa: S608
        for kind in ("event", "statement", "relation", "person", "problem")
    }
    versions = connection.execute(
        """SELECT DISTINCT id FROM article JOIN source ON source.article = article.number
           WHERE path IN (SELECT path FROM source WHERE article = ?) AND number != ? ORDER BY number""",
        (number, number),
    )
    return {
        "kind": "article",
        **flat(article),
        "sources": list(article.sources),
        "records": count,
        "other_versions": [str(one) for (one,) in versions],
        "copy_of": connection.execute("SELECT of FROM copy WHERE article = ?", (article.id,)).get,
    }
