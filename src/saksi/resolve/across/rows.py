"""Cuts an analysis into rows: what one article tells, free of its text.

Turns an ``Analysis`` into ``Rows`` with the id of the document on each. People, bodies and
states that the article only names become mentions too. It compares nothing and merges
nothing but the spans of one name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from saksi.lang.atlas import split_alias
from saksi.lang.language import Language
from saksi.lang.lexicon import strip_clitic
from saksi.records import Analysis, Count, Entity, Entry, Event, Location, Span, Token
from saksi.resolve.across.lexicon import fold, load_wording
from saksi.resolve.across.records import (
    ActorMention,
    EventRow,
    Figure,
    Place,
    RelationRow,
    Rows,
    Source,
    StatementRow,
)

#: Kinds of names that are actors even where they do nothing.
NAMED = frozenset({"person", "organisation", "group", "state"})
#: Codes of those who speak for an organisation: no countries.
ORGANISATIONS = frozenset({"IGO", "UNO", "EUR", "NGO"})
#: Shorter words tell nothing apart.
SHORTEST_WORD = 3
SITE_WORDS = 3  # longest name of a kind of site


@dataclass(slots=True)
class _Draft:
    """A mention in the making."""

    name: str
    kind: str
    entry: str | None
    code: str | None
    sector: str | None
    offices: list[str] = field(default_factory=list)
    names: dict[str, None] = field(default_factory=dict)
    spans: dict[Span, None] = field(default_factory=dict)


def make_rows(analysis: Analysis, language: Language, document: str) -> Rows:
    """Everything that one article tells as rows; ``document`` is the article's id.

    Two events of one article have two rows; ids of events, statements and relations are those
    of the analysis.
    """
    return _Cutter(analysis, language, document).cut()


class _Cutter:
    """One article being cut into rows."""

    def __init__(self, analysis: Analysis, language: Language, document: str) -> None:
        self.analysis, self.language = analysis, language
        page, published = analysis.marks.segments.page, analysis.marks.published
        self.text = page.article.text
        self.source = Source(document, page.outlet, published.value)
        self.drafts: dict[str, _Draft] = {}

    def cut(self) -> Rows:
        """Rows of the article in reading order."""
        self._read_names()
        self._mend_offices()
        events = tuple(map(self._event, self.analysis.events))
        statements = tuple(self._statements())
        relations = tuple(self._relations())
        return Rows(tuple(self._mentions()), events, statements, relations)

    # ---- actors --------------------------------------------------------------------

    def _read_names(self) -> None:
        for names in self.analysis.marks.names:
            for name in names:
                if name.entry.kind in NAMED:
                    draft = self._draft(name.entry.id, name.entry.code, name.entry.name, name.entry)
                    self._witness(draft, name.text, Span(name.start, name.end))
                    self._office(draft, name.entry.id, name.entry.office)

    def _actor(self, entity: Entity) -> str:
        """The id of the mention that a participant or speaker belongs to."""
        entry = self.language.atlas.by_id.get(entity.id or "")
        draft = self._draft(entity.id, entity.code, entity.name, entry)
        draft.sector = draft.sector or entity.sector
        text = draft.name if draft.kind in NAMED else entity.text  # "keduanya" is nobody's name
        self._witness(draft, text, Span(entity.start, entity.end))
        self._office(draft, entity.id, entity.office)
        return self._key(entity.id, entity.code, entity.name)

    def _draft(self, entry: str | None, code: str | None, name: str, known: Entry | None) -> _Draft:
        key = self._key(entry, code, name)
        if key not in self.drafts:
            kind = known.kind if known is not None else _kind_of(entry)
            sector = known.sector if known is not None else None
            self.drafts[key] = _Draft(name, kind, entry, code or (known.code if known else None), sector)
        return self.drafts[key]

    def _key(self, entry: str | None, code: str | None, name: str) -> str:
        """Named actors are one by entry alone, described ones by entry and country."""
        kind = _kind_of(entry)
        if entry is not None and (kind in NAMED or kind == "unknown"):
            return f"{self.source.document}/{entry}"
        return f"{self.source.document}/{entry or fold(name)}|{code or ''}"

    @staticmethod
    def _witness(draft: _Draft, text: str, span: Span) -> None:
        draft.names[text] = None
        draft.spans[span] = None

    def _office(self, draft: _Draft, entry: str | None, office: str | None) -> None:
        """Keep an office that the article tells; the one of the atlas is nobody's word."""
        known = self.language.atlas.by_id.get(entry or "")
        if office is not None and (known is None or office != known.office):
            draft.offices.append(office)

    def _mend_offices(self) -> None:
        """Cut an office that has swallowed another person ("Menlu Peru Ana Ruiz dan Dubes"), and its country."""
        people = [draft.name for draft in self.drafts.values() if draft.kind == "person"]
        for draft in self.drafts.values():
            for n, office in enumerate(draft.offices):
                other = next((name for name in people if name != draft.name and name in office), None)
                if other is not None:
                    draft.offices[n] = office.rpartition(other)[2].removeprefix(" dan ").lstrip(" ,")
                    draft.code = find_country(draft.offices[n], self.language)

    def _mentions(self) -> Iterator[ActorMention]:
        beside = sorted({d.entry for d in self.drafts.values() if d.entry and d.kind in NAMED})
        for key, draft in self.drafts.items():
            office = max(draft.offices, key=len, default=None)
            term = make_office_term(office, self.language) if office else None
            if draft.kind == "office":
                term = make_office_term(draft.name, self.language)
            yield ActorMention(
                key, self.source, draft.name, draft.kind, draft.entry, draft.code, draft.sector, office, term,
                tuple(draft.names), tuple(e for e in beside if e != draft.entry), tuple(sorted(draft.spans)),
                self._is_told(draft),
            )  # fmt: skip

    def _is_told(self, draft: _Draft) -> bool:
        """Whether the country of a person stands in the atlas or in an office that the article gives."""
        if draft.kind != "person" or draft.entry in self.language.atlas.by_id or draft.code in ORGANISATIONS:
            return True
        return any(find_country(office, self.language) == draft.code for office in draft.offices)

    # ---- what is told ----------------------------------------------------------------

    def _event(self, event: Event) -> EventRow:
        spans = tuple(dict.fromkeys((event.evidence, *event.mentions)))
        words = self._words(spans)
        return EventRow(
            event.id, self.source, event.event, event.mode, event.status,
            actor=tuple(dict.fromkeys(map(self._actor, event.actor))),
            recipient=tuple(dict.fromkeys(map(self._actor, event.recipient))),
            date=event.date.value if event.date is not None else None,
            place=_place(event.location),
            dead=_figure(event.dead), injured=_figure(event.injured),
            arrested=_figure(event.arrested), size=_figure(event.size),
            asserted_by=self._actor(event.asserted_by) if event.asserted_by is not None else None,
            context=event.context,
            words=make_content_words(words, self.language), sites=find_sites(words),
            evidence=event.evidence, mentions=event.mentions, confidence=event.confidence,
        )  # fmt: skip

    def _statements(self) -> Iterator[StatementRow]:
        for said in self.analysis.statements:
            yield StatementRow(
                said.id, self.source, self._actor(said.speaker),
                self._actor(said.addressee) if said.addressee is not None else None,
                said.kind, self._actor(said.via) if said.via is not None else None,
                make_content_words(self._words((said.content,)), self.language), said.content,
            )  # fmt: skip

    def _relations(self) -> Iterator[RelationRow]:
        for told in self.analysis.relations:
            yield RelationRow(
                told.id, self.source, self._actor(told.subject), told.predicate, told.object.name,
                self._actor(told.object) if told.object.id is not None else None,
                told.since, told.until, told.status, told.evidence,
            )  # fmt: skip

    def _words(self, spans: Sequence[Span]) -> tuple[Token, ...]:
        """Tokens of the sentences that overlap one of the spans."""
        sentences = self.analysis.marks.segments.sentences
        return tuple(
            token
            for sentence in sentences
            if any(span.start < sentence.end and sentence.start < span.end for span in spans)
            for token in sentence.tokens
            if token.kind == "word"
            and any(span.start <= token.start and token.end <= span.end for span in spans)
        )


def _kind_of(entry: str | None) -> str:
    """The kind that an id of the atlas tells by its first part."""
    room = (entry or "").partition("/")[0]
    rooms = {"org": "organisation", "modifier": "office", "rank": "office", "doc": "unknown", "": "unknown"}
    return rooms.get(room, room)


def _place(location: Location | None) -> Place | None:
    if location is None:
        return None
    return Place(
        location.name, location.country, location.geonameid, location.lat, location.lon, location.precision
    )


def _figure(count: Count | None) -> Figure | None:
    return None if count is None else Figure(count.minimum, count.maximum)


# ---- words -----------------------------------------------------------------------


def make_content_words(tokens: Iterable[Token], language: Language) -> tuple[str, ...]:
    """The words that tell happenings apart, each once and sorted; forms of one root are one word."""
    stop = load_wording().stop
    found = {_root(token, language) for token in tokens if token.lower not in stop}
    return tuple(sorted(word for word in found if len(word) >= SHORTEST_WORD and word not in stop))


def _root(token: Token, language: Language) -> str:
    _, senses = language.lexicon.match((token,), 0)
    return min(sense.form.root for sense in senses) if senses else fold(strip_clitic(token.lower))


def find_sites(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Kinds of site that the words name, sorted."""
    sites, words = load_wording().sites, [token.lower for token in tokens]
    spoken = {
        " ".join(words[i : i + size])
        for size in range(1, SITE_WORDS + 1)
        for i in range(len(words) - size + 1)
    }
    return tuple(sorted({sites[words] for words in spoken if words in sites}))


def make_office_term(office: str, language: Language) -> str:
    """An office in the words of the atlas, without the country: "Wamenlu China".

    >>> from saksi.lang.language import load_language
    >>> make_office_term("Mendagri Tajikistan", load_language())
    'menteri dalam negeri'
    """
    tokens = [Token(0, 0, word, word.lower(), "word") for word in split_alias(office)]
    return " ".join(_office_parts(tokens, language))


def find_country(office: str, language: Language) -> str | None:
    """The one state that an office names; None when it names none or several."""
    tokens = [Token(0, 0, word, word.lower(), "word") for word in split_alias(office)]
    found = (language.atlas.match(tokens, i)[1] for i in range(len(tokens)))
    codes = {entry.code for entries in found for entry in entries if entry.kind in ("state", "demonym")}
    return next(iter(codes)) if len(codes) == 1 else None


def _office_parts(tokens: Sequence[Token], language: Language) -> Iterator[str]:
    i = 0
    while i < len(tokens):
        size, entries = language.atlas.match(tokens, i)
        own = [entry.name for entry in entries if entry.kind in ("office", "body")]
        if own:
            yield own[0]
        elif not any(entry.kind in ("state", "demonym") for entry in entries):
            yield tokens[i].lower
            size = 1
        i += max(1, size)
