"""The rows a store answers with: one frozen record for each kind of question.

They hold what a reader of a table wants to see, flat and with plain values; the records of
``saksi.records`` hold what the engine knows of one article. ``Selection`` is what an export
needs: the rows of every kind under one set of filters. This module holds no behaviour.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol


class Side(NamedTuple):
    """One participant of an event, as text and as the identity it was linked to."""

    name: str
    code: str | None
    sector: str | None
    office: str | None
    entity: str | None  # id in the atlas
    actor: str | None  # identity across documents


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One article of the store; ``text`` is the original, never changed."""

    id: str
    title: str | None
    outlet: str | None
    language: str | None
    published: str | None
    text: str
    sources: tuple[str, ...] = ()  # every path or address it was read from


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as one article tells it."""

    id: str
    event: str
    mode: str | None
    context: tuple[str, ...]
    quad_code: int
    event_scale: float
    actor: tuple[Side, ...]
    recipient: tuple[Side, ...]
    date: str | None
    date_from: str | None  # first and last day of ``date``
    date_until: str | None
    date_precision: str | None
    date_text: str | None
    place: str | None
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    place_precision: str | None
    status: str
    asserted_by: str | None
    asserted_code: str | None
    dead_min: int | None
    dead_max: int | None
    injured_min: int | None
    injured_max: int | None
    arrested_min: int | None
    arrested_max: int | None
    size_min: int | None
    size_max: int | None
    article: str
    outlet: str | None
    published: str | None
    sentence: int  # its number in the article, from 1
    start: int  # the witness, in code points of the article's text
    end: int
    evidence: str
    rule: str
    confidence: float
    incident: str | None
    origins: int  # independent tellings of the incident
    review: str | None  # accepted | rejected | corrected
    version: str  # of saksi and its data


@dataclass(frozen=True, slots=True)
class StatementRow:
    """Who said what to whom."""

    id: str
    speaker: str
    speaker_code: str | None
    speaker_office: str | None
    addressee: str | None
    addressee_code: str | None
    kind: str
    speech: str | None
    stance: str | None  # supports | opposes | demands | warns | neutral
    toward: str | None
    said: str | None  # day of issue of the article: the words are not dated apart
    content: str
    via: str | None
    article: str
    outlet: str | None
    sentence: int
    start: int
    end: int
    evidence: str
    rule: str | None
    review: str | None


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A dated fact between two things, as one article tells it."""

    id: str
    subject: str
    subject_code: str | None
    predicate: str
    object: str
    object_code: str | None
    since: str | None
    until: str | None
    status: str
    superseded_by: str | None  # id of the relation that ended this one
    told: str | None  # day of issue of the article
    article: str
    outlet: str | None
    sentence: int
    start: int
    end: int
    evidence: str
    rule: str
    review: str | None


@dataclass(frozen=True, slots=True)
class FactRow:
    """A relation over all articles, with the time for which it holds as far as told."""

    id: str
    subject: str
    predicate: str
    object: str
    since: str | None
    until: str | None
    status: str
    first_told: str | None
    as_of: str | None  # last day of issue of an article that says that it holds
    superseded_by: str | None
    articles: int
    confidence: float


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person over all articles, with one office."""

    name: str
    office: str | None
    code: str | None
    articles: int
    mentions: int
    first: str | None  # first and last day of issue of those articles
    last: str | None


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An identity over all articles."""

    id: str
    name: str
    kind: str | None
    code: str | None
    aliases: tuple[str, ...]
    offices: tuple[str, ...]
    events: int
    articles: int
    first: str | None
    last: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """What happened, told by one or more articles."""

    id: str
    event: str
    mode: str | None
    status: str
    date: str | None
    place: str | None
    country: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    events: int
    articles: int
    origins: int
    dead_min: int | None
    dead_max: int | None
    conflicts: int
    confidence: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """One value of something that sources tell differently."""

    incident: str
    field: str
    value: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    origins: int
    claimants: tuple[str, ...]
    latest: str | None  # day of issue of the last article that says so


@dataclass(frozen=True, slots=True)
class LinkRow:
    """Two sides of events and how they deal with each other."""

    source: str
    target: str
    events: int
    score: float  # mean event_scale
    quad_1: int
    quad_2: int
    quad_3: int
    quad_4: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class CentralityRow:
    """How central one side is in the network of events."""

    name: str
    degree: int
    events: int
    pagerank: float
    betweenness: float


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A pair in one stretch of time: counts by quad and mean PLOVER score."""

    period: str
    events: int
    score: float | None
    quad_1: int
    quad_2: int
    quad_3: int
    quad_4: int


@dataclass(frozen=True, slots=True)
class HitRow:
    """An article that a search found, with the words around the first hit."""

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    exact: bool
    snippet: str


@dataclass(frozen=True, slots=True)
class PositionRow:
    """What a side said on a subject, one row a statement."""

    side: str
    speaker: str
    office: str | None
    said: str | None
    kind: str
    stance: str | None
    toward: str | None
    content: str
    outlet: str | None
    id: str


Row = (
    ArticleRow
    | EventRow
    | StatementRow
    | RelationRow
    | FactRow
    | PersonRow
    | ActorRow
    | IncidentRow
    | ConflictRow
    | LinkRow
    | CentralityRow
    | ScoreRow
    | HitRow
    | PositionRow
)


class Selection(Protocol):
    """What an export reads: the rows of every kind under one set of filters."""

    def articles(self) -> Iterator[ArticleRow]:
        """Articles that hold at least one of the chosen records."""

    def contracts(self) -> Iterator[dict[str, object]]:
        """The contract's object of each of those articles."""

    def events(self) -> Iterator[EventRow]:
        """The chosen events."""

    def statements(self) -> Iterator[StatementRow]:
        """The chosen statements."""

    def relations(self) -> Iterator[RelationRow]:
        """The chosen relations."""
