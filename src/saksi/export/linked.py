"""Writes schema.org JSON-LD: articles, events with their participants, quotations.

Turns rows into one graph of linked objects. It rates no claim: ``ClaimReview`` is for people
who checked one.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from saksi.query.days import first_and_last
from saksi.rows import ArticleRow, EventRow, Selection, Side, StatementRow

Object = dict[str, object]
_CONTEXT: Object = {
    "@vocab": "https://schema.org/",
    "saksi": "urn:saksi:vocabulary:",
    "id": "@id",
    "type": "@type",
}
_STATUS = {"future": "https://schema.org/EventScheduled", "negated": "https://schema.org/EventCancelled"}


def write_jsonld(selection: Selection, path: Path) -> str:
    """One document with ``@graph``."""
    graph = list(_make_graph(selection))
    document = {"@context": _CONTEXT, "@graph": graph}
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{len(graph)} objects"


def _make_graph(selection: Selection) -> Iterator[Object]:
    for article in selection.articles():
        yield _article(article)
    actors: dict[str, Object] = {}
    for event in selection.events():
        for side in (*event.actor, *event.recipient):
            actors.setdefault(_actor_id(side), _actor(side))
        yield _event(event)
    yield from (actors[key] for key in sorted(actors))
    for statement in selection.statements():
        yield _quotation(statement)


def _told(**cells: object) -> Object:
    """An object without empty values."""
    return {name: value for name, value in cells.items() if value not in (None, "", [], ())}


def _article(article: ArticleRow) -> Object:
    links = [one for one in article.sources if one.startswith(("http://", "https://"))]
    return _told(
        id=f"urn:saksi:article:{article.id}",
        type="NewsArticle",
        headline=article.title,
        datePublished=article.published,
        inLanguage=article.language,
        publisher=_told(type="Organization", name=article.outlet) if article.outlet else None,
        url=links[0] if links else None,
    )


def _actor_id(side: Side) -> str:
    key = side.actor or side.entity or f"name/{side.name}"
    return f"urn:saksi:actor:{key.replace(' ', '_')}"


def _actor(side: Side) -> Object:
    kinds = {"person": "Person", "state": "Country"}
    kind = kinds.get((side.entity or "").partition("/")[0], "Organization")
    return _told(
        id=_actor_id(side),
        type=kind,
        name=side.name,
        jobTitle=side.office if kind == "Person" else None,
        **{"saksi:code": side.code, "saksi:sector": side.sector},
    )


def _event(event: EventRow) -> Object:
    first, last = event.date_from, event.date_until
    place = _told(
        type="Place",
        name=event.place,
        geo=_told(type="GeoCoordinates", latitude=event.lat, longitude=event.lon)
        if event.lat is not None
        else None,
    )
    return _told(
        id=f"urn:saksi:event:{event.id}",
        type="Event",
        name=f"{event.event} {event.mode or ''}".strip(),
        description=event.evidence,
        startDate=first,
        endDate=last,
        location=place if event.place else None,
        eventStatus=_STATUS.get(event.status),
        organizer=[{"id": _actor_id(side)} for side in event.actor],
        attendee=[{"id": _actor_id(side)} for side in event.recipient],
        subjectOf={"id": f"urn:saksi:article:{event.article}"},
        **{"saksi:type": event.event, "saksi:status": event.status, "saksi:quad": event.quad_code},
    )


def _quotation(statement: StatementRow) -> Object:
    return _told(
        id=f"urn:saksi:statement:{statement.id}",
        type="Quotation" if statement.kind == "direct" else "Claim",
        text=statement.content,
        creator=_told(
            type="Person" if statement.speaker_office else "Organization",
            name=statement.speaker,
            jobTitle=statement.speaker_office,
        ),
        datePublished=first_and_last(statement.said)[0],
        isPartOf={"id": f"urn:saksi:article:{statement.article}"},
    )
