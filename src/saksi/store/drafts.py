"""Turns the contract's object of one article into the rows of the store's tables.

Pure: the same object gives the same rows. ``store.write`` puts them in; what other articles
say is no matter here.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

from saksi.lang.ontology import load_ontology
from saksi.query.days import first_and_last
from saksi.query.stems import find_words, stem_all
from saksi.records import MUTUAL

Contract = Mapping[str, Any]
Cells = dict[str, object]

#: Events that were denied or only imagined bring no two sides together.
NOT_TOLD_AS_FACT = frozenset({"negated", "hypothetical"})
_COUNTS = ("dead", "injured", "arrested", "size")


@dataclass(frozen=True, slots=True)
class EventDraft:
    """The row of an event with the rows that hang on it."""

    cells: Cells
    participants: tuple[Cells, ...]
    mentions: tuple[tuple[int, int], ...]
    dyads: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything that the tables hold of one article, ready to be written."""

    article: Cells
    events: tuple[EventDraft, ...]
    statements: tuple[tuple[Cells, str], ...]  # with the stems of their words
    relations: tuple[Cells, ...]
    people: tuple[Cells, ...]
    problems: tuple[Cells, ...]
    written: str
    stems: str


def make_draft(contract: Contract, text: str) -> Draft:
    """The rows of one article."""
    document = contract["document"]
    day = first_and_last(document["published"]["value"])[0]
    starts = [sentence["start"] for sentence in contract["sentences"]]
    written, stems = make_search_text(text)
    return Draft(
        article=_article(document, text, day),
        events=tuple(_event(event, starts) for event in contract["events"]),
        statements=tuple(
            (_statement(one, starts, day), stems_of(one["content"]["text"])) for one in contract["statements"]
        ),
        relations=tuple(_relation(one, starts, day) for one in contract["relations"]),
        people=tuple(_people(contract["people"], day)),
        problems=tuple(
            {name: problem[name] for name in ("stage", "rule", "start", "end", "why")}
            for problem in contract["problems"]
        ),
        written=written,
        stems=stems,
    )


def make_search_text(text: str) -> tuple[str, str]:
    """Words as written and their stems, as the search index takes them."""
    words = find_words(text)
    return " ".join(words), " ".join(stem_all(words))


def stems_of(text: str) -> str:
    """The stems of a text's words."""
    return " ".join(stem_all(find_words(text)))


def _article(document: Contract, text: str, day: str | None) -> Cells:
    return {
        "id": document["id"],
        "title": document["title"],
        "outlet": document["outlet"],
        "language": document["language"],
        "published": document["published"]["value"],
        "published_from": day,
        "text": text,
    }


def _event(event: Contract, starts: Sequence[int]) -> EventDraft:
    cells = {
        **_what(event),
        **_when(event["date"]),
        **_where(event["event_loc"]),
        **_by_whose_word(event["asserted_by"]),
        **_how_many(event),
        **_witness(event["evidence"], starts),
    }
    participants = tuple(
        _participant(side, role, position, cells["date_from"])
        for role in ("actor", "recipient")
        for position, side in enumerate(event[role])
    )
    mentions = tuple(sorted({(span["start"], span["end"]) for span in event["mentions"]}))
    return EventDraft(cells, participants, mentions, _dyads(event))


def _what(event: Contract) -> Cells:
    return {
        "id": event["id"],
        "event": event["event"],
        "mode": event["mode"],
        "context": pad(event["context"]),
        "quad": event["quad_code"],
        "scale": event["event_scale"],
        "actor": _name_all(event["actor"]),
        "recipient": _name_all(event["recipient"]),
        "status": event["status"],
        "rule": event["rule"],
        "confidence": event["confidence"],
        "review": event.get("review"),
    }


def _when(date: Contract | None) -> Cells:
    value = date["value"] if date else None
    first, last = first_and_last(value)
    return {
        "date": value,
        "date_from": first,
        "date_until": last,
        "date_precision": date["precision"] if date else None,
        "date_text": date["text"] if date else None,
    }


def _where(place: Contract | None) -> Cells:
    names = ("name", "country", "geonameid", "lat", "lon", "precision")
    columns = ("place", "country", "geonameid", "lat", "lon", "place_precision")
    return {column: place[name] if place else None for column, name in zip(columns, names, strict=True)}


def _by_whose_word(speaker: Contract | None) -> Cells:
    return {
        "asserted_by": speaker["name"] if speaker else None,
        "asserted_code": speaker["code"] if speaker else None,
    }


def _how_many(event: Contract) -> Cells:
    return {
        f"{name}_{end}": event[name][end] if event[name] else None
        for name in _COUNTS
        for end in ("min", "max")
    }


def _witness(evidence: Contract, starts: Sequence[int]) -> Cells:
    """Offsets of the witness and the number of its sentence, from 1."""
    number = max(1, bisect_right(starts, evidence["start"]))
    return {"sentence": number, "start": evidence["start"], "end": evidence["end"]}


def _participant(side: Contract, role: str, position: int, day: object) -> Cells:
    return {
        "role": role,
        "position": position,
        **{name: side[name] for name in ("name", "code", "sector", "office")},
        "entity": side["id"],
        "start": side["start"],
        "end": side["end"],
        "day": day,
    }


def _dyads(event: Contract) -> tuple[tuple[str, str], ...]:
    """Actor and recipient; without a recipient the sides of a mutual act pair up."""
    if event["status"] in NOT_TOLD_AS_FACT:
        return ()
    actors, recipients = ({side_of(side) for side in event[role]} for role in ("actor", "recipient"))
    pairs = product(actors, recipients) if recipients else _mutual(event["event"], actors)
    return tuple(sorted({(one, other) for one, other in pairs if one != other}))


def _mutual(event: str, actors: set[str]) -> Iterable[tuple[str, str]]:
    """Two states that accuse nobody named have no event with one another."""
    return combinations(sorted(actors), 2) if event in MUTUAL else ()


def side_of(side: Contract) -> str:
    """Code of a state, or the name where there is no code or it stands for many."""
    code: str | None = side["code"]
    name: str = side["name"]
    return name if code is None or code in load_ontology().international else code


def _statement(statement: Contract, starts: Sequence[int], day: str | None) -> Cells:
    speaker, to, via = statement["speaker"], statement["addressee"], statement["via"]
    stance = statement["stance"] or {"value": None, "toward": None}
    return {
        "id": statement["id"],
        "speaker": speaker["name"],
        "speaker_code": speaker["code"],
        "speaker_codes": pad(speaker.get("codes", ())),
        "speaker_office": speaker["office"],
        "addressee": to["name"] if to else None,
        "addressee_code": to["code"] if to else None,
        "kind": statement["kind"],
        "day": day,
        "content_start": statement["content"]["start"],
        "content_end": statement["content"]["end"],
        "via": via["name"] if via else None,
        "speech": statement["speech"],
        "stance": stance["value"],
        "toward": stance["toward"]["name"] if stance["toward"] else None,
        **_witness(statement["evidence"], starts),
        "rule": statement["rule"],
        "review": statement.get("review"),
    }


def _relation(relation: Contract, starts: Sequence[int], day: str | None) -> Cells:
    subject, thing = relation["subject"], relation["object"]
    return {
        "id": relation["id"],
        "subject": subject["name"],
        "subject_code": subject["code"],
        "predicate": relation["predicate"],
        "object": thing["name"],
        "object_code": thing["code"],
        "since": relation["since"],
        "since_from": first_and_last(relation["since"])[0],
        "until": relation["until"],
        "until_until": first_and_last(relation["until"])[1],
        "status": relation["status"],
        "day": day,
        **_witness(relation["evidence"], starts),
        "rule": relation["rule"],
        "review": relation.get("review"),
    }


def _people(people: Iterable[Contract], day: str | None) -> Iterable[Cells]:
    """One row a name and office; an article that lists a person twice counts the mentions together."""
    found: dict[tuple[str, str], Cells] = {}
    counted: dict[tuple[str, str], int] = {}
    for person in people:
        key = (person["name"], person["office"] or "")
        found.setdefault(key, {"name": key[0], "office": key[1], "code": person["code"], "day": day})
        counted[key] = counted.get(key, 0) + len(person["mentions"])
    return ({**cells, "mentions": counted[key]} for key, cells in sorted(found.items()))


def pad(words: Iterable[str]) -> str:
    """Words with a space between and around, so that ``instr`` finds whole ones; '' for none."""
    joined = " ".join(words)
    return f" {joined} " if joined else ""


def _name_all(sides: Iterable[Contract]) -> str:
    return ", ".join(dict.fromkeys(side["name"] for side in sides))
