"""Turns an article and its records into lines of pieces, each with the records that point to it.

The text is cut wherever a record begins or ends, so that records may overlap; joined again the
pieces are the text, sign by sign. It makes no HTML.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

#: Lines of these roles are the story; all others are furniture.
STORY = frozenset({"title", "lead", "body", "subhead"})
#: Signs of a text shown at once: a page of this size opens in a blink.
LONGEST = 120_000


class Spot(NamedTuple):
    """Where a record points: ``part`` is evidence, actor, recipient, date, place, content ..."""

    start: int
    end: int
    record: str
    part: str


class Piece(NamedTuple):
    """Signs that the same records point to."""

    text: str
    start: int
    records: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    sentence: int | None = None  # its number, where one begins
    witness: bool = False  # in the stretch that the address asks for


class MarkedLine(NamedTuple):
    """One line of the page with its role."""

    role: str
    rule: str | None
    pieces: tuple[Piece, ...]

    @property
    def is_story(self) -> bool:
        """Whether records are read from it."""
        return self.role in STORY


def find_spots(contract: Mapping[str, Any]) -> tuple[Spot, ...]:
    """All places that the records of an article point to."""
    return tuple(
        spot
        for kind, make in (
            ("events", _event_spots),
            ("statements", _statement_spots),
            ("relations", _relation_spots),
        )
        for record in contract[kind]
        if record.get("review") != "rejected"
        for spot in make(record)
    )


def _event_spots(event: Mapping[str, Any]) -> Iterator[Spot]:
    key = event["id"]
    yield from (_spot(one, key, "told") for one in event["mentions"])
    for part in ("actor", "recipient"):
        yield from (_spot(one, key, part) for one in event[part])
    for name, part in (("date", "date"), ("event_loc", "place"), ("asserted_by", "speaker")):
        if event.get(name):
            yield _spot(event[name], key, part)
    for name in ("dead", "injured", "arrested", "size"):
        if event.get(name):
            yield _spot(event[name], key, "count")


def _statement_spots(statement: Mapping[str, Any]) -> Iterator[Spot]:
    key = statement["id"]
    yield _spot(statement["content"], key, "content")
    for part in ("speaker", "addressee", "cue"):
        if statement.get(part):
            yield _spot(statement[part], key, part)


def _relation_spots(relation: Mapping[str, Any]) -> Iterator[Spot]:
    key = relation["id"]
    yield _spot(relation["evidence"], key, "fact")
    yield _spot(relation["subject"], key, "subject")
    yield _spot(relation["object"], key, "object")


def _spot(one: Mapping[str, Any], record: str, part: str) -> Spot:
    return Spot(int(one.get("start", 0)), int(one.get("end", 0)), record, part)


def mark_article(
    text: str, contract: Mapping[str, Any], witness: tuple[int, int] | None = None, longest: int = LONGEST
) -> tuple[MarkedLine, ...]:
    """The lines of an article, cut into pieces; only those within ``longest`` signs."""
    spots = [spot for spot in find_spots(contract) if spot.start < spot.end]
    sentences = {int(one["start"]): number for number, one in enumerate(contract["sentences"], start=1)}
    lines = _lines(text, contract["document"]["lines"], longest)
    cuts = _cuts(spots, sentences, witness)
    return tuple(
        MarkedLine(role, rule, tuple(_cut(text, (start, end), cuts, (spots, sentences, witness))))
        for start, end, role, rule in lines
    )


def _lines(
    text: str, lines: Sequence[Mapping[str, Any]], longest: int
) -> Iterator[tuple[int, int, str, str | None]]:
    """Start, end, role and rule of each line, none past the limit."""
    limit = min(len(text), longest)
    for line in lines:
        start, end = int(line["start"]), min(int(line["end"]), limit)
        if start < end:
            yield start, end, str(line["role"]), line.get("rule")


def _cuts(
    spots: Iterable[Spot], sentences: Mapping[int, int], witness: tuple[int, int] | None
) -> tuple[int, ...]:
    cuts = {place for spot in spots for place in (spot.start, spot.end)} | set(sentences)
    return tuple(sorted(cuts | set(witness or ())))


def _cut(
    text: str,
    line: tuple[int, int],
    cuts: Sequence[int],
    found: tuple[Sequence[Spot], Mapping[int, int], tuple[int, int] | None],
) -> Iterator[Piece]:
    spots, sentences, witness = found
    start, end = line
    waiting = deque(sorted(spot for spot in spots if spot.start < end and spot.end > start))
    inside = [start, *cuts[bisect_right(cuts, start) : bisect_left(cuts, end)], end]
    here: list[Spot] = []
    for first, last in pairwise(inside):
        here = [spot for spot in here if spot.end > first]
        while waiting and waiting[0].start <= first:
            here.append(waiting.popleft())
        yield Piece(
            text=text[first:last],
            start=first,
            records=tuple(dict.fromkeys(spot.record for spot in here)),
            parts=tuple(dict.fromkeys(spot.part for spot in here)),
            sentence=sentences.get(first),
            witness=witness is not None and witness[0] <= first and last <= witness[1],
        )


def read_witness(word: str | None) -> tuple[int, int] | None:
    """``439-536`` as two numbers; None for anything else.

    >>> read_witness("439-536"), read_witness("x")
    ((439, 536), None)
    """
    first, dash, last = (word or "").partition("-")
    if dash and first.isdecimal() and last.isdecimal() and len(first) + len(last) < 18:
        return int(first), int(last)
    return None
