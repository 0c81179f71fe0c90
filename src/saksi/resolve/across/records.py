"""The records of resolution across documents: rows that come in, knowledge that goes out.

Rows are what one article tells, cut loose from its text: a store can keep each as a line of
a table and give it back. Ids of rows are unique over all documents, since an article's id is
the digest of its text; rows point to each other by id. What comes out points to rows by id,
so that every merge can be shown, and undone by a ``Decisions`` pair. This module holds no
behaviour but small views.

Dates are ISO 8601 text: a day, a month, a year, or ``first/last``; ``None`` means open.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from saksi.records import Span

#: The span of a row that has none.
NOWHERE = Span(0, 0)

# ---- rows: what one document tells -----------------------------------------------


class Source(NamedTuple):
    """Where a row comes from: the document, who published it, and when."""

    document: str  # id of the article (digest of its text)
    outlet: str | None
    published: str | None


class Figure(NamedTuple):
    """How many, as a range; None is an open end ("sedikitnya 12": 12, None)."""

    minimum: int | None
    maximum: int | None


class Place(NamedTuple):
    """Where: name, country (alpha-3), and the gazetteer's point when it has one."""

    name: str
    country: str | None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None  # city | region | country | water | site


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One actor as one document knows it, with all its spans there.

    ``entry`` is the id that the engine gave: of the atlas ("org/SCO", "person/Xi-Jinping"), or
    of the document alone ("doc/wang"). ``office`` is as written, ``office_term`` its term in the
    atlas ("Menlu China": "menteri luar negeri"). ``beside`` are the entries of the other people,
    bodies and states that the document names.
    """

    id: str  # "<document>/<entry>|<code>", unique over all documents
    source: Source
    name: str
    kind: str  # person | state | organisation | group | body | office | agent | place | unknown
    entry: str | None = None
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    office_term: str | None = None
    names: tuple[str, ...] = ()  # every way the document writes it
    beside: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    code_told: bool = True  # False when the code was only inferred, from the dateline or the story


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event as one document tells it; sides and claimant are ids of ``ActorMention``."""

    id: str
    source: Source
    event: str
    mode: str | None
    status: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    date: str | None = None
    place: Place | None = None
    dead: Figure | None = None
    injured: Figure | None = None
    arrested: Figure | None = None
    size: Figure | None = None
    asserted_by: str | None = None
    context: tuple[str, ...] = ()
    words: tuple[str, ...] = ()  # content words of all sentences that tell it, folded, each once
    sites: tuple[str, ...] = ()  # kinds of site among them: "pasar", "stasiun"
    evidence: Span = NOWHERE
    mentions: tuple[Span, ...] = ()  # every sentence that tells it, the evidence among them
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One utterance as one document reports it; speaker and the others are ids of ``ActorMention``."""

    id: str
    source: Source
    speaker: str
    addressee: str | None = None
    kind: str = "indirect"
    via: str | None = None  # id of the mention of who passed it on
    words: tuple[str, ...] = ()
    content: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class RelationRow:
    """One dated fact as one document tells it.

    ``object`` is the id of an ``ActorMention``, or None when the object is only a value:
    a date ("2001-06-15"), an office, a meeting. ``value`` holds it as text in any case.
    """

    id: str
    source: Source
    subject: str
    predicate: str
    value: str
    object: str | None = None
    since: str | None = None
    until: str | None = None
    status: str = "actual"
    evidence: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Rows:
    """Everything that one document, or many, tell."""

    mentions: tuple[ActorMention, ...] = ()
    events: tuple[EventRow, ...] = ()
    statements: tuple[StatementRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()


# ---- what people decide ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decisions:
    """Pairs of row ids that a person has judged; they win over every rule.

    The pairs of ``must`` become one, those of ``must_not`` never do, also not by way of a third
    row. Where the two contradict each other, ``must_not`` holds.
    """

    must: frozenset[tuple[str, str]] = frozenset()
    must_not: frozenset[tuple[str, str]] = frozenset()


NO_DECISIONS = Decisions()

# ---- why two rows are one --------------------------------------------------------


class Reason(NamedTuple):
    """One ground for or against a merge; ``weight`` is its points, negative when against."""

    kind: str  # date | place | actor | recipient | mode | figure | words | copy | person | name | ...
    detail: str
    weight: float


class Link(NamedTuple):
    """Two rows found to be one, with all grounds; the points add up to ``score``."""

    a: str  # the smaller id
    b: str
    score: float
    reasons: tuple[Reason, ...]


class Work(NamedTuple):
    """What a merge has looked at, and what it has not: nothing is skipped in silence."""

    rows: int = 0
    blocks: int = 0
    compared: int = 0  # pairs
    skipped: int = 0  # pairs of one block left out because the block was too large
    largest: int = 0  # rows in the largest block


NO_WORK = Work()

# ---- what comes out --------------------------------------------------------------


class Tenure(NamedTuple):
    """An office somebody was seen to hold; ``first`` and ``last`` are days of publication."""

    office: str  # term
    code: str | None
    first: str | None
    last: str | None
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """One actor over all documents.

    ``candidates`` are the ids of identities that it may be, left open for want of evidence
    ("Wang" without country, office or time); then nothing was merged.
    """

    id: str  # the atlas's id, else made from kind, name and country
    kind: str
    name: str
    names: tuple[str, ...]
    code: str | None
    sector: str | None
    offices: tuple[Tenure, ...]
    mentions: tuple[str, ...]  # ids of ActorMention
    links: tuple[Link, ...] = ()
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Linked:
    """All identities, and which one each mention belongs to."""

    identities: tuple[Identity, ...]
    identity_of: Mapping[str, str]  # ActorMention.id -> Identity.id
    by_id: Mapping[str, Identity]
    work: Work = NO_WORK


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening over all documents: its events, and what they say together.

    ``dates``, ``places`` and the sides hold every value told, the best attested first;
    what does not fit together is a ``Conflict``.
    """

    id: str  # of the event that was published first, so that a later article changes no id
    event: str
    mode: str | None
    status: str
    events: tuple[str, ...]  # ids of EventRow
    actor: tuple[str, ...]  # ids of Identity
    recipient: tuple[str, ...]
    dates: tuple[str, ...]
    places: tuple[Place, ...]
    documents: tuple[str, ...]
    links: tuple[Link, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Merged:
    """All incidents, and which one each event belongs to."""

    incidents: tuple[Incident, ...]
    incident_of: Mapping[str, str]  # EventRow.id -> Incident.id
    work: Work = NO_WORK


class Claim(NamedTuple):
    """One value with the row that gives it and whose word it is (an Identity id, or None)."""

    value: str
    row: str
    source: Source
    asserted_by: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Values that cannot all be right, side by side with their sources, in order of publication.

    ``nature`` is ``update`` when figures only grow with the day of publication (a trail), else
    ``disagreement``. ``latest`` is the value of the claim published last; None without dates.
    """

    id: str
    kind: str  # dead | injured | arrested | size | date | place | who | claim | since | until
    about: str  # id of the Incident or RelationSpan
    claims: tuple[Claim, ...]
    values: tuple[str, ...]  # distinct
    nature: str = "disagreement"
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class RelationSpan:
    """A fact with its validity, over all documents.

    It holds from ``since`` to ``until`` as far as told; ``as_of`` is the last day of
    publication on which a document says that it holds. ``superseded_by`` is the id of the span
    that took its place (a member was an observer before).
    """

    id: str
    subject: str  # Identity id
    predicate: str
    object: str | None  # Identity id, None when the object is a value
    value: str  # name of the object, or the most precise of the values that fit together
    since: str | None
    until: str | None
    first_told: str | None
    as_of: str | None
    status: str
    rows: tuple[str, ...]  # ids of RelationRow
    documents: tuple[str, ...]
    superseded_by: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Origins:
    """Documents that tell one thing, grouped by where they have it from."""

    groups: tuple[tuple[str, ...], ...]  # documents of one origin together

    @property
    def count(self) -> int:
        """How many independent origins."""
        return len(self.groups)
