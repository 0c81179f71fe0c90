"""Every record that crosses the border between two rooms of the engine.

All of them are frozen and hold tuples, never lists, so that a record can be shared,
hashed and compared. Offsets are Unicode code points into the *original* text as it was
read: ``article.text[start:end]`` is what the record points to. ``None`` means that the
text settles nothing ("abstained"). This module holds no behaviour but small views.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

# ---- what comes in ---------------------------------------------------------------


class Span(NamedTuple):
    """Half-open range of code points, ``start <= i < end``, in the original text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Problem:
    """Something saksi could not read, decide or keep; never raised, always reported."""

    stage: str  # read | clean | segment | annotate | clauses | coding | resolve
    why: str  # what, where and how to mend it, in one English sentence
    rule: str | None = None
    span: Span | None = None


class Repair(NamedTuple):
    """A stretch of an original text that is read as other characters (mojibake, soft hyphens)."""

    start: int  # in the original
    end: int
    text: str  # what the rooms read instead; empty for an invisible sign
    kind: str  # encoding | invisible | space | accent


class Candidate(NamedTuple):
    """One thing a page or record says of itself, with where it says so."""

    value: str  # ISO 8601 for dates, an outlet's id for outlets, else the words
    source: str  # "json-ld datePublished", "meta article:published_time", "url", "visible line" ...
    raw: str  # as it stands there


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page, feed or table around a text says of it; nothing is settled here.

    Candidates come best source first. ``published`` keeps clock and zone where they are told
    ("2024-07-03T19:41+07:00"); ``read.dates.day_in_indonesia`` gives the calendar day. Stamps of
    a revision ("diperbarui") stand in ``modified`` alone. ``flags``: ``dates-disagree`` (more
    than a day apart), ``date-after-fetch``, ``author-is-outlet``, ``truncated``, ``later-page``,
    ``more-pages``, ``summary-only``, ``paywall``.
    """

    url: str | None = None
    published: tuple[Candidate, ...] = ()
    modified: tuple[Candidate, ...] = ()
    title: tuple[Candidate, ...] = ()
    authors: tuple[Candidate, ...] = ()
    outlet: tuple[Candidate, ...] = ()
    language: str | None = None  # as the page states it
    fetched: str | None = None  # when a crawler took it: no date of issue
    page: int | None = None  # number of this page, when the article has several
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One document as it was read: the text is never changed after this point.

    ``text`` is what all rooms read and point into. Where the original had to be mended,
    ``original`` and ``repairs`` lead back to it, and ``export`` prints offsets of the original.
    """

    source: str  # path, URL or "-" as the user gave it
    text: str
    problems: tuple[Problem, ...] = ()
    kind: str = "text"  # text | html | feed | sitemap | table | pdf: what the text was taken from
    record: str | None = None  # where in the source, when it holds several: "line 12", "record 3"
    metadata: Metadata | None = None
    original: str | None = None  # None: the text is the original
    repairs: tuple[Repair, ...] = ()


# ---- clean: Article -> Page ------------------------------------------------------

#: Roles whose lines are read for records. Captions and furniture are kept but not coded.
STORY_ROLES = frozenset({"title", "lead", "body", "subhead"})


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line of the page with what it is there for."""

    start: int
    end: int
    role: str  # title kicker lead body subhead caption dateline byline date related ad nav ...
    rule: str | None = None  # id of the rule that gave the role
    text_start: int = -1  # where the story text of the line begins (after a dateline), else start

    @property
    def story_start(self) -> int:
        """First code point to be read for records."""
        return self.start if self.text_start < 0 else self.text_start


@dataclass(frozen=True, slots=True)
class Dateline:
    """``Beijing (ANTARA) -``: where and by whom a report was filed; never an event's place."""

    start: int
    end: int
    place: str | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """An article whose lines have roles."""

    article: Article
    lines: tuple[Line, ...]
    title: str | None
    outlet: str | None
    dateline: Dateline | None
    language: str | None  # ISO 639-1, None when it could not be told
    problems: tuple[Problem, ...] = ()


# ---- segment: Page -> Segments ---------------------------------------------------


class Token(NamedTuple):
    """A word, number or mark. ``kind`` is ``word``, ``number`` or ``mark``."""

    start: int
    end: int
    text: str
    lower: str
    kind: str


class Quote(NamedTuple):
    """A quotation: the outer span holds the marks, the inner one does not.

    ``closed`` is False when the closing mark is missing and the quotation was taken
    to the end of its paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its tokens; ``number`` counts from 1 over the article."""

    start: int
    end: int
    number: int
    line: int  # index into Page.lines
    role: str  # role of that line
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Segments:
    """A page cut into sentences, tokens and quotations."""

    page: Page
    sentences: tuple[Sentence, ...]
    quotes: tuple[Quote, ...]


# ---- annotate: Segments -> Marks -------------------------------------------------


class Number(NamedTuple):
    """A counted quantity. ``maximum`` is None when open ("puluhan": 20, None)."""

    start: int
    end: int
    text: str
    minimum: float | None
    maximum: float | None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared, as far as its text settles it."""

    value: str | None  # ISO 8601 day, month, year or interval
    precision: str | None  # day | month | year | interval
    basis: str | None  # which rule decided, in words
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3-like expression with its value.

    ``value`` is an ISO 8601 date, month, year, interval ``a/b``, or duration; None when
    the text does not settle it. ``candidates`` are further readings where the words contradict
    each other or the day of issue: the weekday's date, the year before.
    """

    start: int
    end: int
    text: str
    value: str | None
    type: str  # DATE | TIME | DURATION | SET
    basis: str  # rule id and anchor
    flags: tuple[str, ...] = ()
    precision: str | None = None  # day | week | month | year | interval | time | decade | quarter
    candidates: tuple[str, ...] = ()


#: Types whose actors, where there is no recipient, deal with one another.
MUTUAL = frozenset({"ASSAULT", "CONSULT", "COOPERATE", "SUPPORT", "RETREAT", "AGREE"})
#: Statuses of what was done, now or long ago.
DONE = frozenset({"actual", "historical"})
#: Ids of entries that are common nouns: people or vehicles without a name.
NAMELESS = ("agent/", "vehicle/")


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the atlas: an actor, an office, a common noun for actors, or a place."""

    id: str  # stable, readable, unique over the atlas: "state/CHN", "org/SCO", "office/presiden"
    kind: str  # state | organisation | group | body | office | person | agent | place | demonym
    name: str  # canonical name, Indonesian
    code: str | None  # ISO 3166-1 alpha-3 or PLOVER's IGO UNO EUR NGO IMG MNC ISM
    sector: str | None  # PLOVER sector
    office: str | None = None  # people: the office held
    country: str | None = None  # places and bodies: alpha-3
    since: str | None = None
    until: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None  # places: city | region | country | water | site


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of something the atlas knows or the text introduces.

    ``first``/``last`` are token indexes inside its sentence, ``last`` excluded.
    """

    start: int
    end: int
    text: str
    sentence: int  # index into Segments.sentences
    first: int
    last: int
    entry: Entry
    rule: str  # lexicon | title | alias | ...


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything found in the segments before grammar begins."""

    segments: Segments
    numbers: tuple[tuple[Number, ...], ...]  # per sentence
    times: tuple[tuple[Time, ...], ...]  # per sentence
    names: tuple[tuple[Name, ...], ...]  # per sentence
    published: Published


# ---- clauses: Marks -> Clauses ---------------------------------------------------


class Form(NamedTuple):
    """One written form of a root.

    ``voice`` is active, passive, middle (ber-, verbs without affix), bare (an active verb
    without its prefix, as headlines write it), noun or agent (pe-: the one who does it).
    """

    word: str
    root: str
    shape: str  # name in morphology.toml
    voice: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase, alone or after a preposition.

    ``first``/``last`` are token indexes in the sentence, ``last`` excluded. ``members``
    are the parts of a coordination (one for a plain phrase). ``posts`` are the
    prepositional phrases that follow it directly; ``appositions`` stand beside it.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    head: str  # lower-case head word
    words: tuple[str, ...]  # lower-case words
    names: tuple[Name, ...]
    preposition: str | None = None
    members: tuple[Phrase, ...] = ()
    posts: tuple[Phrase, ...] = ()
    appositions: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """The verb of a clause with what stands before it: negation, modals, aspect."""

    first: int
    last: int
    start: int
    end: int
    word: str  # the verb itself, lower case
    forms: tuple[Form, ...]  # empty for a verb no frame knows
    voice: str
    negated: bool = False
    failed: bool = False
    future: bool = False
    possible: bool = False
    must: bool = False
    past: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its arguments. Subject and object are as written, not as meant.

    ``kind`` is main, coordinate, relative, complement, purpose, adverbial, conditional or
    attribution ("..., kata X"). ``parent`` is the index of the clause it hangs on in the
    same sentence. ``quote`` is the index of the quotation it stands in.
    """

    sentence: int
    kind: str
    marker: str | None
    parent: int | None
    verb: VerbGroup
    subject: Phrase | None
    objects: tuple[Phrase, ...]
    obliques: tuple[Phrase, ...]
    start: int
    end: int
    quote: int | None = None


@dataclass(frozen=True, slots=True)
class Parse:
    """The clauses and all noun phrases of one sentence."""

    sentence: int
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """The marks of an article with the grammar of every sentence."""

    marks: Marks
    parses: tuple[Parse, ...]


# ---- coding and resolve: what comes out ------------------------------------------


@dataclass(frozen=True, slots=True)
class Entity:
    """A participant, speaker, subject or object, with the words that name it."""

    text: str
    start: int
    end: int
    name: str
    id: str | None = None
    code: str | None = None
    sector: str | None = None
    office: str | None = None
    codes: tuple[str, ...] = ()  # joint speakers: one code a member


@dataclass(frozen=True, slots=True)
class EventDate:
    """When an event happened, and why saksi thinks so."""

    value: str
    precision: str
    text: str
    start: int
    end: int
    basis: str
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Location:
    """Where an event happened."""

    text: str
    start: int
    end: int
    name: str
    country: str | None
    geonameid: int | None
    lat: float | None
    lon: float | None
    precision: str | None
    basis: str = "same sentence"


@dataclass(frozen=True, slots=True)
class Count:
    """How many, as a range, with the words; None is an open end."""

    minimum: int | None
    maximum: int | None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event as one sentence tells it, or several sentences after resolution."""

    id: str
    event: str
    mode: str | None
    context: tuple[str, ...]
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    date: EventDate | None
    location: Location | None
    status: str  # actual | future | hypothetical | negated | historical
    asserted_by: Entity | None
    evidence: Span
    mentions: tuple[Span, ...]
    rule: str
    confidence: float
    dead: Count | None = None
    injured: Count | None = None
    arrested: Count | None = None
    size: Count | None = None
    again: bool = False  # its words point back to an act told before ("serangan itu menewaskan ...")
    other: bool = False  # its words say that somebody else is meant than before ("tersangka lainnya ditahan")


@dataclass(frozen=True, slots=True)
class Stance:
    """Where a speaker stands, by which words, and toward whom.

    ``value`` is supports, opposes, demands, warns, or neutral when no words show anything.
    """

    value: str
    words: Span | None
    toward: Entity | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what to whom, about whom and what, and where the speaker stands."""

    id: str
    speaker: Entity
    addressee: Entity | None
    kind: str  # direct | indirect
    cue: Span
    content: Span
    evidence: Span
    via: Entity | None = None
    rule: str | None = None
    speech: str = "say"  # say | ask | promise | accuse | deny | judge | warn | praise | thank
    about: tuple[Entity, ...] = ()
    contexts: tuple[str, ...] = ()
    stance: Stance | None = None
    date: EventDate | None = None  # when it was said
    place: Location | None = None  # where it was said


@dataclass(frozen=True, slots=True)
class Relation:
    """A dated fact between two things: membership, office, founding, border."""

    id: str
    subject: Entity
    predicate: str
    object: Entity
    since: str | None
    until: str | None
    status: str
    evidence: Span
    rule: str
    flags: tuple[str, ...] = ()  # ally, refused, dates disagree ...


@dataclass(frozen=True, slots=True)
class Person:
    """A person the article names, with the office the article gives."""

    name: str
    office: str | None
    code: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything saksi knows from one article."""

    marks: Marks
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    people: tuple[Person, ...] = ()
    problems: tuple[Problem, ...] = field(default=())
