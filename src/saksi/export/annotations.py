"""Writes witnesses as W3C Web Annotations and as tasks for Label Studio.

Turns records into spans of their article's text, with both a quotation and a position: the
quotation survives another extraction of the page, the position is exact. Offsets are code
points of the stored text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from saksi.export.contract import dumps
from saksi.rows import ArticleRow, EventRow, RelationRow, Selection, StatementRow
from saksi.version import __version__

Object = dict[str, object]
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
#: Characters before and after a quotation that tell it from its like.
_AROUND = 32
_COLLECTION = "urn:saksi:collection"
_GENERATOR = {"id": "urn:saksi", "type": "Software", "name": f"saksi {__version__}"}


def write_webannotation(selection: Selection, path: Path) -> str:
    """A collection with an annotation for each event, statement and relation."""
    articles = {article.id: article for article in selection.articles()}
    items = [
        *(_annotate(event, _event_body(event), articles) for event in selection.events()),
        *(_annotate(one, _statement_body(one), articles) for one in selection.statements()),
        *(_annotate(one, _relation_body(one), articles) for one in selection.relations()),
    ]
    page = {
        "id": f"{_COLLECTION}:1",
        "type": "AnnotationPage",
        "partOf": _COLLECTION,
        "startIndex": 0,
        "items": items,
    }
    collection = {
        "@context": _CONTEXT,
        "id": _COLLECTION,
        "type": "AnnotationCollection",
        "label": "Witnesses of events, statements and relations",
        "total": len(items),
        "first": page,
    }
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{len(items)} annotations"


def _annotate(
    row: EventRow | StatementRow | RelationRow, body: Object, articles: Mapping[str, ArticleRow]
) -> Object:
    article = articles[row.article]
    return {
        "id": f"urn:saksi:{row.id}",
        "type": "Annotation",
        "motivation": "identifying",
        "generator": _GENERATOR,
        "body": {"type": "TextualBody", "format": "application/json", "purpose": "tagging", **body},
        "target": {"source": _source(article), "selector": make_selectors(article.text, row.start, row.end)},
    }


def _source(article: ArticleRow) -> str:
    """The address of the article when it has one, else its id."""
    links = [one for one in article.sources if one.startswith(("http://", "https://"))]
    return links[0] if links else f"urn:saksi:article:{article.id}"


def make_selectors(text: str, start: int, end: int) -> list[Object]:
    """A quotation with what stands around it, and its position."""
    return [
        {
            "type": "TextQuoteSelector",
            "exact": text[start:end],
            "prefix": text[max(0, start - _AROUND) : start],
            "suffix": text[end : end + _AROUND],
        },
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]


def _event_body(event: EventRow) -> Object:
    value: Object = {
        "event": event.event,
        "mode": event.mode,
        "actor": [side.name for side in event.actor],
        "recipient": [side.name for side in event.recipient],
        "date": event.date,
        "place": event.place,
        "status": event.status,
    }
    return {"value": dumps(value), "schema:additionalType": "Event"}


def _statement_body(one: StatementRow) -> Object:
    value: Object = {"speaker": one.speaker, "kind": one.kind, "content": one.content}
    return {"value": dumps(value), "schema:additionalType": "Statement"}


def _relation_body(one: RelationRow) -> Object:
    value: Object = {
        "subject": one.subject,
        "predicate": one.predicate,
        "object": one.object,
        "since": one.since,
        "until": one.until,
    }
    return {"value": dumps(value), "schema:additionalType": "Relation"}


# ---- Label Studio ------------------------------------------------------------------

#: The labelling interface that the tasks are for; paste it into the project's settings.
LABEL_CONFIG = """<View>
  <Relations><Relation value="actor"/><Relation value="recipient"/></Relations>
  <Labels name="label" toName="text">
    <Label value="event"/><Label value="actor"/><Label value="recipient"/><Label value="place"/>
    <Label value="date"/><Label value="statement"/><Label value="relation"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>
"""


def write_labelstudio(selection: Selection, path: Path) -> str:
    """One task an article, with saksi's records as predictions to correct."""
    texts = {article.id: article for article in selection.articles()}
    tasks = [_make_task(record, texts[str(record["document"]["id"])]) for record in _contracts(selection)]
    path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{len(tasks)} tasks; labelling interface in docs/how-to/store.md"


def _contracts(selection: Selection) -> Iterator[dict[str, Any]]:
    return iter(selection.contracts())


def _make_task(record: dict[str, Any], article: ArticleRow) -> Object:
    regions: dict[str, Object] = {}
    links: list[Object] = []
    for event in record["events"]:
        whole = _region(regions, article, event["evidence"], "event")
        for role in ("actor", "recipient"):
            for side in event[role]:
                part = _region(regions, article, side, role)
                links.append(
                    {
                        "type": "relation",
                        "from_id": whole,
                        "to_id": part,
                        "direction": "right",
                        "labels": [role],
                    }
                )
        for name, label in (("date", "date"), ("event_loc", "place")):
            if event[name]:
                _region(regions, article, event[name], label)
    for name, label in (("statements", "statement"), ("relations", "relation")):
        for one in record[name]:
            _region(regions, article, one.get("content") or one["evidence"], label)
    results = [*regions.values(), *links]
    return {
        "data": {
            "text": article.text,
            "id": article.id,
            "title": article.title,
            "source": article.sources[:1],
        },
        "predictions": [{"model_version": f"saksi {__version__}", "score": 1.0, "result": results}],
    }


def _region(regions: dict[str, Object], article: ArticleRow, span: dict[str, Any], label: str) -> str:
    """The id of a labelled stretch of text; the same stretch with the same label is one."""
    start, end = span["start"], span["end"]
    key = f"{label}-{start}-{end}"
    regions[key] = {
        "id": key,
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": {"start": start, "end": end, "text": article.text[start:end], "labels": [label]},
    }
    return key
