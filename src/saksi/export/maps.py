"""Writes what has a place as GeoJSON, and what has a date as a TimelineJS story.

Turns events into points and slides. Events without a point, or without a date, are counted
and told, not dropped in silence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from saksi.export.contract import dumps
from saksi.query.result import flat
from saksi.rows import EventRow, Selection

Object = dict[str, object]
_PARTS = ("year", "month", "day")
#: How many parts of a date a precision tells.
_TOLD = {"year": 1, "decade": 1, "quarter": 1, "month": 2}


def write_geojson(selection: Selection, path: Path) -> str:
    """A point an event (RFC 7946), with its flat row as properties."""
    placed = lacking = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('{"type": "FeatureCollection", "features": [\n')
        for event in selection.events():
            if event.lat is None or event.lon is None:
                lacking += 1
                continue
            file.write((",\n" if placed else "") + dumps(make_feature(event)))
            placed += 1
        file.write("\n]}\n")
    return f"{placed} events with a point, {lacking} without"


def make_feature(event: EventRow) -> Object:
    """One event as a feature; longitude comes first."""
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": {"type": "Point", "coordinates": [event.lon, event.lat]},
        "properties": {**flat(event), "geo_precision": event.place_precision},
    }


def write_timelinejs(selection: Selection, path: Path) -> str:
    """A slide an event that has a date; parts of a date that are not told are left out."""
    slides = list(_make_slides(selection))
    path.write_text(json.dumps({"events": slides}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return f"{len(slides)} dated events"


def _make_slides(selection: Selection) -> Iterator[Object]:
    titles = {article.id: (article.title, article.sources) for article in selection.articles()}
    events = [event for event in selection.events() if event.date_from is not None]
    for event in sorted(events, key=lambda one: (one.date_from or "", one.id)):
        yield make_slide(event, *titles.get(event.article, (None, ())))


def make_slide(event: EventRow, title: str | None, sources: tuple[str, ...]) -> Object:
    """One event as a slide: headline of who, what, whom; the witness and the article as its text."""
    who, whom = (", ".join(side.name for side in sides) for sides in (event.actor, event.recipient))
    what = event.event if event.mode is None else f"{event.event} ({event.mode})"
    link = next((source for source in sources if source.startswith(("http://", "https://"))), None)
    slide: Object = {
        "unique_id": event.id,
        "start_date": _date(event.date_from, event.date_precision),
        "text": {
            "headline": _escape(" – ".join(filter(None, (who, what, whom)))),
            "text": _escape(event.evidence) + (_link(link, title or event.outlet or link) if link else ""),
        },
        "group": event.event,
        "display_date": event.date or "",
    }
    if event.date_until != event.date_from and event.date_precision not in _TOLD:
        slide["end_date"] = _date(event.date_until, event.date_precision)
    return slide


def _date(day: str | None, precision: str | None) -> Object:
    parts = (day or "").split("-")[: _TOLD.get(precision or "", len(_PARTS))]
    return {name: int(part) for name, part in zip(_PARTS, parts, strict=False)}


def _link(address: str, words: str) -> str:
    """The article as a link: as media TimelineJS shows an address of a page as an empty picture."""
    return f'<p><a href="{escape(address)}">{_escape(words)}</a></p>'


def _escape(text: str) -> str:
    """TimelineJS shows text as HTML; an article's words are words."""
    return escape(text, quote=False)
