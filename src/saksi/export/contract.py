"""Writes an analysis as the JSON object that ``saksi extract`` prints.

Turns an ``Analysis`` into plain dictionaries in the order that ``docs/contract.md`` shows,
and those into one line of text. It adds quad codes and scores from the ontology and decides
nothing else. Keys may be added in later versions, never removed or renamed.
"""

from __future__ import annotations

import hashlib
import json

from saksi.export.originals import lead_back
from saksi.export.sources import write_origin
from saksi.lang.ontology import load_ontology
from saksi.records import (
    Analysis,
    Article,
    Count,
    Entity,
    Event,
    EventDate,
    Location,
    Page,
    Person,
    Problem,
    Published,
    Relation,
    Span,
    Stance,
    Statement,
    Time,
)

SCHEMA = "saksi/1"
#: Signs that end a line for some readers although JSON allows them inside a string.
_SIGNS = "\u0085\u2028\u2029"
_LINE_ENDS = {ord(sign): f"\\u{ord(sign):04x}" for sign in _SIGNS}


def dumps(record: dict[str, object]) -> str:
    r"""One line of JSON without its line end; letters stay as they are.

    >>> dumps({"title": "Jum’at\u2028pagi"})
    '{"title": "Jum’at\\u2028pagi"}'
    """
    line = json.dumps(record, ensure_ascii=False)
    # Rare in texts, and looking for three signs costs a tenth of translating every letter.
    return line.translate(_LINE_ENDS) if any(sign in line for sign in _SIGNS) else line


def to_contract(analysis: Analysis, *, with_text: bool = False) -> dict[str, object]:
    """Everything known from one article as the contract's object; ranges are those of the original text."""
    segments = analysis.marks.segments
    article = segments.page.article
    text = article.text
    record: dict[str, object] = {
        "schema": SCHEMA,
        "document": _document(segments.page, analysis.marks.published, with_text=with_text),
        "sentences": [_span(Span(sentence.start, sentence.end)) for sentence in segments.sentences],
        "events": [_event(event, text) for event in analysis.events],
        "statements": [_statement(statement, text) for statement in analysis.statements],
        "relations": [_relation(relation, text) for relation in analysis.relations],
        "people": [_person(person) for person in analysis.people],
        "times": [_time(time) for sentence in analysis.marks.times for time in sentence],
        "problems": [_problem(problem) for problem in _all_problems(analysis)],
    }
    if article.original is not None:
        lead_back(record, article.original, article.repairs)
    return record


def to_contract_failed(article: Article, problems: tuple[Problem, ...]) -> dict[str, object]:
    """The contract's object for a document that could not be read or analysed."""
    page = Page(article, lines=(), title=None, outlet=None, dateline=None, language=None)
    return {
        "schema": SCHEMA,
        "document": _document(page, Published(None, None, None), with_text=False),
        **{key: [] for key in ("sentences", "events", "statements", "relations", "people", "times")},
        "problems": [_problem(problem) for problem in problems],
    }


def _all_problems(analysis: Analysis) -> tuple[Problem, ...]:
    """Those of reading, of the page and of the later stages, each once."""
    page = analysis.marks.segments.page
    return tuple(dict.fromkeys((*page.article.problems, *page.problems, *analysis.problems)))


def make_document_id(text: str) -> str:
    """First 32 hexadecimal digits of the SHA-256 of the original text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _document(page: Page, published: Published, *, with_text: bool) -> dict[str, object]:
    article = page.article
    stated = article.metadata.outlet if article.metadata is not None else ()
    return {
        "id": make_document_id(article.text if article.original is None else article.original),
        "source": article.source,
        "outlet": page.outlet or (stated[0].value if stated else None),
        "title": page.title,
        "language": page.language,
        "published": {
            "value": published.value,
            "precision": published.precision,
            "basis": published.basis,
            "candidates": list(published.candidates),
        },
        "lines": [
            {"start": line.start, "end": line.end, "role": line.role, "rule": line.rule}
            for line in page.lines
        ],
        **write_origin(article, with_text=with_text),
    }


def _event(event: Event, text: str) -> dict[str, object]:
    ontology = load_ontology()
    return {
        "id": event.id,
        "event": event.event,
        "mode": event.mode,
        "context": list(event.context),
        "quad_code": ontology.quad(event.event),
        "event_scale": ontology.score(event.event, event.mode),
        "actor": [_participant(entity) for entity in event.actor],
        "recipient": [_participant(entity) for entity in event.recipient],
        "date": _date(event.date),
        "event_loc": _location(event.location),
        "status": event.status,
        "asserted_by": _speaker(event.asserted_by),
        "dead": _count(event.dead),
        "injured": _count(event.injured),
        "arrested": _count(event.arrested),
        "size": _count(event.size),
        "evidence": _quoted(event.evidence, text),
        "mentions": [_span(span) for span in event.mentions],
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _statement(statement: Statement, text: str) -> dict[str, object]:
    return {
        "id": statement.id,
        "speaker": _speaker(statement.speaker),
        "addressee": _speaker(statement.addressee),
        "kind": statement.kind,
        "cue": _quoted(statement.cue, text),
        "content": _quoted(statement.content, text),
        "evidence": _quoted(statement.evidence, text),
        "via": _speaker(statement.via),
        "rule": statement.rule,
        "speech": statement.speech,
        "about": [_side(entity) for entity in statement.about],
        "context": list(statement.contexts),
        "stance": _stance(statement.stance, text),
        "date": _date(statement.date),
        "place": _location(statement.place),
    }


def _stance(stance: Stance | None, text: str) -> dict[str, object] | None:
    if stance is None:
        return None
    empty: dict[str, object] = {"start": None, "end": None, "text": None}
    words = _quoted(stance.words, text) if stance.words is not None else empty
    toward = _side(stance.toward) if stance.toward is not None else None
    return {"value": stance.value, **words, "toward": toward}


def _relation(relation: Relation, text: str) -> dict[str, object]:
    return {
        "subject": _side(relation.subject),
        "predicate": relation.predicate,
        "object": _side(relation.object),
        "since": relation.since,
        "until": relation.until,
        "status": relation.status,
        "evidence": _quoted(relation.evidence, text),
        "id": relation.id,
        "rule": relation.rule,
        "flags": list(relation.flags),
    }


def _person(person: Person) -> dict[str, object]:
    return {
        "name": person.name,
        "office": person.office,
        "code": person.code,
        "mentions": [_span(span) for span in person.mentions],
    }


def _time(time: Time) -> dict[str, object]:
    return {
        "start": time.start,
        "end": time.end,
        "text": time.text,
        "value": time.value,
        "type": time.type,
        "basis": time.basis,
        "flags": list(time.flags),
        "candidates": list(time.candidates),
    }


def _problem(problem: Problem) -> dict[str, object]:
    start, end = problem.span or (None, None)
    return {"stage": problem.stage, "rule": problem.rule, "start": start, "end": end, "why": problem.why}


# ---- parts of records --------------------------------------------------------------


def _span(span: Span) -> dict[str, object]:
    return {"start": span.start, "end": span.end}


def _quoted(span: Span, text: str) -> dict[str, object]:
    return {"start": span.start, "end": span.end, "text": text[span.start : span.end]}


def _witness(record: Entity | Count | EventDate | Location) -> dict[str, object]:
    return {"text": record.text, "start": record.start, "end": record.end}


def _participant(entity: Entity) -> dict[str, object]:
    return {
        **_witness(entity),
        "name": entity.name,
        "id": entity.id,
        "code": entity.code,
        "sector": entity.sector,
        "office": entity.office,
    }


def _speaker(entity: Entity | None) -> dict[str, object] | None:
    """Speaker, addressee or claimant; ``codes`` holds one code a member of joint speakers."""
    if entity is None:
        return None
    alone = (entity.code,) if entity.code else ()
    return {
        "text": entity.text,
        "name": entity.name,
        "code": entity.code,
        "office": entity.office,
        "start": entity.start,
        "end": entity.end,
        "codes": list(entity.codes or alone),
    }


def _side(entity: Entity) -> dict[str, object]:
    return {"name": entity.name, "code": entity.code, **_witness(entity)}


def _date(date: EventDate | None) -> dict[str, object] | None:
    if date is None:
        return None
    return {
        "value": date.value,
        "precision": date.precision,
        **_witness(date),
        "basis": date.basis,
        "flags": list(date.flags),
    }


def _location(location: Location | None) -> dict[str, object] | None:
    if location is None:
        return None
    return {
        "text": location.text,
        "name": location.name,
        "country": location.country,
        "geonameid": location.geonameid,
        "lat": location.lat,
        "lon": location.lon,
        "precision": location.precision,
        "start": location.start,
        "end": location.end,
        "basis": location.basis,
    }


def _count(count: Count | None) -> dict[str, object] | None:
    if count is None:
        return None
    return {"min": count.minimum, "max": count.maximum, **_witness(count)}
