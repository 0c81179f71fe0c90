"""Writes FollowTheMoney entities, one JSON object a line, for Aleph and its kin.

Turns articles, actors, events and relations into entities of its model, with ids made from
stable keys. The library is not needed to write; the tests read with it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from saksi.export.contract import dumps
from saksi.export.countries import find_country
from saksi.query.days import first_and_last
from saksi.rows import ArticleRow, EventRow, RelationRow, Selection, Side, StatementRow

Object = dict[str, object]
Properties = dict[str, list[str]]
_MEMBERSHIPS = {
    "member_of": "member",
    "observer_of": "observer",
    "partner_of": "partner",
    "applicant_to": "applicant",
}
_SCHEMATA = {
    "person": "Person",
    "org": "Organization",
    "group": "Organization",
    "state": "PublicBody",
    "body": "PublicBody",
}


def write_ftm(selection: Selection, path: Path) -> str:
    """All entities; each id once, the first with the most told."""
    seen: dict[str, str] = {}
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in make_entities(selection):
            line = dumps(entity)
            if seen.setdefault(str(entity["id"]), line) == line:
                file.write(line + "\n")
                count += 1
    return f"{count} entities"


def make_entities(selection: Selection) -> Iterator[Object]:
    """Articles first, then what they prove."""
    for article in selection.articles():
        yield _article(article)
    actors: dict[str, Object] = {}
    for event in selection.events():
        for side in (*event.actor, *event.recipient):
            actors.setdefault(_actor_id(side), _actor(side))
    for relation in selection.relations():
        for name, code in (
            (relation.subject, relation.subject_code),
            (relation.object, relation.object_code),
        ):
            side = Side(name, code, None, None, None, None)
            actors.setdefault(_actor_id(side), _actor(side))
    for statement in selection.statements():
        actors.setdefault(_actor_id(_speaker(statement)), _actor(_speaker(statement)))
    yield from (actors[key] for key in sorted(actors))
    for event in selection.events():
        yield from _event(event)
    for relation in selection.relations():
        yield from _relation(relation)
    for statement in selection.statements():
        yield _note(statement)


def make_id(*parts: str | None) -> str:
    """SHA-1 of stable keys, as the model's makers do."""
    return hashlib.sha1("|".join(part or "" for part in parts).encode(), usedforsecurity=False).hexdigest()


def _entity(key: str, schema: str, **properties: list[str | None] | str | None) -> Object:
    """An entity without empty properties."""
    told: Properties = {}
    for name, values in properties.items():
        kept = [value for value in (values if isinstance(values, list) else [values]) if value]
        if kept:
            told[name] = list(dict.fromkeys(kept))
    return {"id": key, "schema": schema, "properties": told}


def _article(article: ArticleRow) -> Object:
    links: list[str | None] = [one for one in article.sources if one.startswith(("http://", "https://"))]
    return _entity(
        make_id("article", article.id),
        "Article",
        title=article.title,
        publishedAt=_day(article.published),
        sourceUrl=links,
        publisher=article.outlet,
        language="ind" if article.language == "id" else None,
        bodyText=article.text,
    )


def _day(value: str | None) -> str | None:
    """A date in the precision it was told in; the first day of an interval."""
    return value if value is None or len(value) in {4, 7, 10} else first_and_last(value)[0]


def _actor_id(side: Side) -> str:
    return make_id("actor", side.actor or side.entity or side.name, side.code)


def _actor(side: Side) -> Object:
    schema = _SCHEMATA.get((side.entity or "").partition("/")[0], "LegalEntity")
    office = side.office if schema == "Person" else None
    return _entity(_actor_id(side), schema, name=side.name, country=_alpha_2(side.code), position=office)


def _alpha_2(code: str | None) -> str | None:
    """The model knows countries by two letters; a code it does not know is left out."""
    country = find_country(code)
    return None if country is None else country.alpha2.lower()


def _event(event: EventRow) -> Iterator[Object]:
    key, proof = make_id("event", event.id), make_id("article", event.article)
    name = f"{event.event} {event.mode or ''}".strip()
    yield _entity(
        key,
        "Event",
        name=f"{name}: {', '.join(side.name for side in (*event.actor, *event.recipient))}".rstrip(": "),
        summary=event.evidence,
        date=_day(event.date),
        startDate=event.date_from,
        endDate=event.date_until,
        location=event.place,
        country=_alpha_2(event.country),
        involved=[_actor_id(side) for side in (*event.actor, *event.recipient)],
        proof=proof,
        keywords=[event.event, event.mode],
    )
    for actor in event.actor:
        for recipient in event.recipient:
            ids = _actor_id(actor), _actor_id(recipient)
            yield _entity(
                make_id("link", event.id, *ids),
                "UnknownLink",
                subject=ids[0],
                object=ids[1],
                role=event.event,
                date=_day(event.date),
                proof=proof,
            )


def _relation(relation: RelationRow) -> Iterator[Object]:
    subject = _actor_id(Side(relation.subject, relation.subject_code, None, None, None, None))
    thing = _actor_id(Side(relation.object, relation.object_code, None, None, None, None))
    key, proof = make_id("relation", relation.id), make_id("article", relation.article)
    since, until = _day(relation.since), _day(relation.until)
    if relation.status in {"negated", "hypothetical"}:
        return
    if relation.predicate in _MEMBERSHIPS:
        yield _entity(
            key, "Membership", member=subject, organization=thing, role=_MEMBERSHIPS[relation.predicate],
            startDate=since, endDate=until, proof=proof,
        )  # fmt: skip
    elif relation.predicate == "holds_office":
        post = make_id("position", relation.object, relation.subject_code)
        yield _entity(post, "Position", name=relation.object, country=_alpha_2(relation.subject_code))
        yield _entity(
            key, "Occupancy", holder=subject, post=post, startDate=since, endDate=until, proof=proof
        )
    else:
        yield _entity(
            key, "UnknownLink", subject=subject, object=thing, role=relation.predicate,
            startDate=since, endDate=until, proof=proof,
        )  # fmt: skip


def _speaker(statement: StatementRow) -> Side:
    return Side(statement.speaker, statement.speaker_code, None, statement.speaker_office, None, None)


def _note(statement: StatementRow) -> Object:
    return _entity(
        make_id("statement", statement.id),
        "Note",
        description=f"{statement.speaker}: {statement.content}",
        entity=_actor_id(_speaker(statement)),
        proof=make_id("article", statement.article),
    )
