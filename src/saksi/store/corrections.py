"""Applies what a person corrected to the contract's object of one record.

Turns ``field=value`` words into changes, refuses what the ontology does not know, and gives
the record as it is after them. It finds and keeps no records.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from saksi.errors import UsageError
from saksi.lang.ontology import load_ontology
from saksi.query.days import first_and_last

Record = dict[str, Any]
Changes = dict[str, str]

STATUSES = ("actual", "future", "hypothetical", "negated", "historical")
#: Fields that a person may correct, for each kind of record.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "event": (
        "event",
        "mode",
        "context",
        "status",
        "actor",
        "recipient",
        "date",
        "place",
        "country",
        "dead",
        "injured",
        "arrested",
        "size",
    ),
    "statement": ("speaker", "addressee", "kind"),
    "relation": ("subject", "predicate", "object", "since", "until", "status"),
}
_SIDE = re.compile(r"(?:(?P<code>[A-Z]{3}):)?(?P<name>.+)|(?P<bare>[A-Z]{3})")
_COUNT = re.compile(r"(\d+)(?:-(\d+)?)?")


def read_changes(kind: str, words: Iterable[str]) -> Changes:
    """``field=value`` words as changes; UsageError names what is wrong with one."""
    changes: Changes = {}
    for word in words:
        field, equals, value = word.partition("=")
        if not equals or field not in FIELDS[kind]:
            raise UsageError(f"{word!r}: give FIELD=VALUE with one of {', '.join(FIELDS[kind])}")
        _check(field, value.strip())
        changes[field] = value.strip()
    if not changes:
        raise UsageError(f"a correction needs FIELD=VALUE with one of {', '.join(FIELDS[kind])}")
    return changes


def _check(field: str, value: str) -> None:
    """Refuse a value that no record may hold."""
    ontology = load_ontology()
    known: dict[str, Iterable[str]] = {
        "event": ontology.events,
        "status": STATUSES,
        "kind": ("direct", "indirect"),
        "mode": ("", *(mode for event in ontology.events.values() for mode in event.modes)),
    }
    if field in known and value not in known[field]:
        raise UsageError(f"{field}={value}: must be one of {', '.join(filter(None, known[field]))}")
    if field == "context" and not set(value.split(",")) <= {"", *ontology.contexts}:
        raise UsageError(f"context={value}: must be of {', '.join(ontology.contexts)}, with commas between")
    if field in {"date", "since", "until"} and value and first_and_last(value)[0] is None:
        raise UsageError(f"{field}={value}: must be an ISO date: 2024, 2024-07, 2024-07-03 or FIRST/LAST")
    if field in {"dead", "injured", "arrested", "size"} and value and not _COUNT.fullmatch(value):
        raise UsageError(f"{field}={value}: must be a number, a range (5-7) or open (5-)")


def correct(record: Record, changes: Changes) -> Record:
    """The record after the changes; what was derived from a changed field is derived anew."""
    changed = dict(record)
    for field, value in changes.items():
        name, make = _MAKERS.get(field, (field, _make_plain))
        changed[name] = make(value, record)
    if "country" in changes and changed.get("event_loc"):
        changed["event_loc"] = {**changed["event_loc"], "country": changes["country"] or None}
    if "event" in changed:
        _derive(changed)
    return changed


def _derive(event: Record) -> None:
    """Quad and score follow from type and mode; a mode of another type goes."""
    ontology = load_ontology()
    if event["mode"] not in ontology.events[event["event"]].modes:
        event["mode"] = None
    event["quad_code"] = ontology.quad(event["event"])
    event["event_scale"] = ontology.score(event["event"], event["mode"])


def _make_plain(value: str, _: Record) -> object:
    return value or None


def _make_words(value: str, _: Record) -> object:
    return [word.strip() for word in value.split(",") if word.strip()]


def _make_sides(value: str, record: Record) -> object:
    return [_make_one(part.strip(), record) for part in value.split(",") if part.strip()]


def _make_side(value: str, record: Record) -> object:
    return _make_one(value, record) if value else None


def _make_one(value: str, record: Record) -> Record:
    """``CHN:Wang Yi``, ``CHN`` or a name as a participant; the one that the record has is kept."""
    found = _SIDE.fullmatch(value)
    parts = found.groupdict() if found else {"name": value}
    code = parts.get("code") or (value if re.fullmatch("[A-Z]{3}", value) else None)
    name = value if code == value else parts["name"]
    held = (side for role in ("actor", "recipient") for side in record.get(role, ()))
    for side in held:
        if side["name"] == name and (code is None or side["code"] == code):
            return dict(side)
    start = record["evidence"]["start"]
    nothing = {"text": "", "start": start, "end": start, "id": None, "sector": None, "office": None}
    return {**nothing, "name": name, "code": code, "codes": [code] if code else []}


def _make_date(value: str, record: Record) -> object:
    if not value:
        return None
    shapes = {4: "year", 7: "month", 10: "day"}
    start = record["evidence"]["start"]
    return {
        "value": value,
        "precision": shapes.get(len(value), "interval"),
        "text": "",
        "start": start,
        "end": start,
        "basis": "corrected",
        "flags": [],
    }


def _make_place(value: str, record: Record) -> object:
    if not value:
        return None
    start = record["evidence"]["start"]
    empty = dict.fromkeys(("country", "geonameid", "lat", "lon", "precision"))
    return {"text": "", "name": value, **empty, "start": start, "end": start, "basis": "corrected"}


def _make_count(value: str, record: Record) -> object:
    found = _COUNT.fullmatch(value)
    if found is None:
        return None
    low = int(found.group(1))
    high = low if "-" not in value else (int(found.group(2)) if found.group(2) else None)
    start = record["evidence"]["start"]
    return {"min": low, "max": high, "text": "", "start": start, "end": start}


_MAKERS: dict[str, tuple[str, Callable[[str, Record], object]]] = {
    "context": ("context", _make_words),
    "actor": ("actor", _make_sides),
    "recipient": ("recipient", _make_sides),
    "date": ("date", _make_date),
    "place": ("event_loc", _make_place),
    "country": ("event_loc", lambda _, record: record.get("event_loc")),
    "speaker": ("speaker", _make_side),
    "addressee": ("addressee", _make_side),
    "subject": ("subject", _make_side),
    "object": ("object", _make_side),
    **{name: (name, _make_count) for name in ("dead", "injured", "arrested", "size")},
}
