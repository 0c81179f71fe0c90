"""Finds where an event happened.

Turns a draft and the names of its sentence into a ``Location`` or None. In order: a place
that its noun or clause names, the place it hits, the country that both of its sides belong
to. The filing place is never used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from saksi.coding.discourse import Discourse
from saksi.coding.draft import NOBODYS, Draft, frames_of
from saksi.coding.scope import APART, FIRST_RANK, JOINTS, Scope
from saksi.coding.whereabouts import country_place, pointed_place
from saksi.lang.language import Language
from saksi.records import NAMELESS, Clause, Entity, Location, Marks, Name, Phrase, Sentence, Span

#: Prepositions of the place where something happens.
AT = frozenset(
    {
        "di",
        "di dalam",
        "di dekat",
        "di luar",
        "di depan",
        "di sekitar",
        "di seluruh",
        "di sepanjang",
        "di atas",
    }
)
#: "ke X" is the place of what ends there, "dari X" of what leaves it.
TO = frozenset({"ke", "menuju", "ke arah", "ke dalam"})
FROM = frozenset({"dari"})
THROUGH = frozenset({"melalui", "lewat"})
MOVES = {
    "CONSULT": AT | TO, "MOBILIZE": AT | TO, "AID": AT | TO, "COERCE": AT | THROUGH, "ASSAULT": AT | TO, "RETREAT": AT | FROM,
}  # fmt: skip
#: Let in is help "dari X", and nobody leaves X for it.
ACCESS = "access"
#: Types whose recipient, when it is a place, is where it happens.
HIT = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "PROTEST", "RETREAT", "AID"})
#: Types that happen inside a country when both sides are of it.
INSIDE = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "CONCEDE"})
#: A place after these belongs to the thing they introduce: "di tengah krisis di Afghanistan".
ABSTRACT = APART | {"di tengah", "dalam", "untuk", "bagi", "kepada", "sebagai"}
#: What kills or hurts somebody stands after these: "tewas dalam serangan di X".
BY = frozenset({"dalam", "akibat", "karena"})
#: Before those who hear words, and the occasion: "kepada wartawan di X", "dalam jumpa pers di X".
HEARD = frozenset({"kepada", "dalam"})
#: What talks bring, and the words that set them before it.
OUTCOMES = frozenset({"AGREE", "SUPPORT", "COOPERATE", "CONCEDE"})
AFTER = frozenset({"setelah", "sesudah", "usai", "seusai", "dalam"})
#: What is spoken about, wherever it is.
TOPICS = frozenset({"situasi", "perkembangan", "krisis", "perang", "konflik", "isu", "masalah", "kondisi", "ketegangan", "persoalan", "perdamaian", "kudeta"})  # fmt: skip
BASIS_SIDES = "country of the sides"
#: Police officers speak abroad, too.
SENT = frozenset({"COP"})
BASIS_ACTOR = "country of the actor"
#: "penjaga perdamaian asal X" are people of X, elsewhere.
ORIGIN = ("asal", "warga negara", "wni", "diplomat", "duta besar", "dubes", "kedutaan", "konsulat")


@dataclass(frozen=True, slots=True)
class Places:
    """Where one sentence may place its events."""

    sentence: Sentence
    scope: Scope
    names: Sequence[Name]
    discourse: Discourse
    states: Mapping[str, Name]  # where the article first names each state
    language: Language

    def of(self, draft: Draft) -> Location | None:
        """The place of an event, None when the text names none; a call is made from two."""
        if draft.mode == "phone":
            return None
        wanted = MOVES.get(draft.event, AT) if draft.mode != ACCESS else AT
        found = [row for p in self._phrases(draft) if p.preposition in wanted for row in _named(p)]
        if not found and draft.act is None:
            beside = (*self._shared(draft), *self._after_talks(draft))
            found = [row for p in beside if p.preposition in AT for row in _named(p)]
        if found:
            return self._location(max(found, key=lambda row: (row[0], -row[1].start))[1])
        pointed = (self._pointed(p, draft) for p in self._phrases(draft) if p.preposition in wanted)
        there = next((place for place in pointed if place is not None), None)
        if there is not None:
            return there
        hit = self._hit(draft) if draft.event in HIT or draft.mode == "visit" else None
        if hit is not None:
            return self._location(hit)
        return self._inside(draft) or self._at_home(draft)

    def of_clause(self, clause: Clause) -> Location | None:
        """The place where a clause says that something took place."""
        return self._best(_free(clause.obliques))

    def of_saying(self, clause: Clause, content: Span, speaker: Entity) -> Location | None:
        """Where words were said: "kata X kepada wartawan di Ambar"; no place of the words or in a title."""
        titled = speaker.office is not None and (speaker.id or "").startswith("office/")
        beside = (p for p in _free(clause.obliques, HEARD) if not content.start <= p.start < content.end)
        return self._best(p for p in beside if not (titled and p.start - speaker.end <= 1))

    def _best(self, phrases: Iterable[Phrase]) -> Location | None:
        found = [row for p in phrases if p.preposition in AT for row in _named(p)]
        return self._location(max(found, key=lambda row: (row[0], -row[1].start))[1]) if found else None

    def remember(self) -> None:
        """Keep the last place that the sentence names, for "di kota itu"."""
        named = [n for n in self.names if n.entry.kind == "place" and n.entry.code is None]
        if named:
            self.discourse.place = self._location(named[-1])

    def _pointed(self, phrase: Phrase, draft: Draft) -> Location | None:
        return pointed_place(phrase, draft.actor, self.discourse, self.states, self.language.reference)

    # ---- named by the clause -------------------------------------------------------

    def _phrases(self, draft: Draft) -> Iterator[Phrase]:
        """Prepositional phrases that may place the event."""
        if draft.act is not None:
            yield from draft.posts
            host = self.scope.host(draft.act)
            if host is None or host.role == "oblique":
                return
            clause = self.scope.clauses[host.clause]
        else:
            assert draft.host is not None  # noqa: S101 - a verb stands in a clause
            clause = draft.host
        free = _free(clause.obliques, BY if draft.event == "ASSAULT" else frozenset())
        yield from (p for p in free if not any(_is_topic(thing, p) for thing in clause.objects))
        if clause.kind in FIRST_RANK | {"purpose"}:
            first = self.scope.clauses[clause.parent if clause.parent is not None else 0]
            yield from (p for p in first.obliques if p.start < first.verb.start or clause.kind == "purpose")

    def _shared(self, draft: Draft) -> Iterator[Phrase]:
        """``tiba di Taipei dan bertemu X``: a joined clause with the same subject is where the first was."""
        clause = draft.host
        if clause is None or clause.kind != "coordinate" or clause.marker not in JOINTS:
            return
        before = [c for c in self.scope.clauses if c.verb.end <= clause.verb.start]
        same = [c for c in before if c.subject is clause.subject]
        for other in same[-1:]:
            yield from _free(other.obliques)

    def _after_talks(self, draft: Draft) -> Iterator[Phrase]:
        """``X dan Y sepakat ... setelah berunding di Beijing``: what talks bring is where they were."""
        host = draft.host
        if host is None or draft.event not in OUTCOMES:
            return
        for clause in self.scope.clauses:
            talks = any(f.event == "CONSULT" for f in frames_of(self.language, clause))
            if talks and clause.marker in AFTER and clause.subject is host.subject:
                yield from _free(clause.obliques)

    # ---- hit, or of both sides -----------------------------------------------------

    def _hit(self, draft: Draft) -> Name | None:
        spans = [Span(e.start, e.end) for e in draft.recipient]
        if draft.victims is not None:
            spans.append(Span(draft.victims.start, draft.victims.end))
        subject = draft.host.subject if draft.host is not None else None
        if draft.event == "PROTEST" and not draft.actor and subject is not None:
            spans.append(Span(subject.start, subject.end))
        inside = [n for n in self.names if any(s.start <= n.start and n.end <= s.end for s in spans)]
        places = [n for n in inside if n.entry.kind == "place"]
        states = [n for n in inside if n.entry.kind == "state" and any(n.start == s.start for s in spans)]
        return next(iter((*places, *states)), None)

    def _inside(self, draft: Draft) -> Location | None:
        """The country that all sides belong to, or that nameless people were taken to be of.

        Acts in words need both sides: what a state says to nobody may be said abroad.
        """
        sides = (*draft.recipient, *draft.actor)
        codes = {e.code for e in sides}
        code = next(iter(codes)) if len(codes) == 1 else None
        if draft.event not in INSIDE and not (draft.actor and draft.recipient):
            return None
        abroad = not draft.actor and any(self._may_be_abroad(e) for e in draft.recipient)
        one_sided = not draft.recipient and draft.event not in ("PROTEST", "RETREAT", "COERCE")
        at_home = all(
            e.sector in self.language.coding.home_sectors or self._is_nameless(e) for e in draft.actor
        )
        if code is None or code in NOBODYS or abroad or (one_sided and not at_home):
            nameless = [e for e in draft.recipient if self._is_nameless(e)]
            code = nameless[0].code if nameless else None
        return self._country(code, sides, BASIS_SIDES)

    def _may_be_abroad(self, entity: Entity) -> bool:
        """``lima warga negara X``, ``turis asal X``: so one calls people who are not at home."""
        words = f" {entity.text.lower()} "
        return any(f" {word} " in words for word in (*ORIGIN, *self.language.reference.stateless))

    def _at_home(self, draft: Draft) -> Location | None:
        """``Peru mengusir duta besar X``, ``parlemen Kenya mengesahkan``: done where the actor is at home."""
        kind, frame = f"{draft.event}/{draft.mode}", draft.rule.split("/")[0]
        codes = {e.code for e in draft.actor}
        at_home = kind in self.language.coding.home_modes or frame in self.language.coding.home_frames
        bodies = self.language.coding.home_sectors - (SENT if draft.event not in INSIDE else frozenset())
        if not at_home and not (draft.actor and all(e.sector in bodies for e in draft.actor)):
            return None
        return self._country(next(iter(codes)), draft.actor, BASIS_ACTOR) if len(codes) == 1 else None

    def _country(self, code: str | None, sides: Sequence[Entity], basis: str) -> Location | None:
        return country_place(code, self.states, sides, basis)

    def _is_nameless(self, entity: Entity) -> bool:
        """Whether the country of a common noun comes from where the story is, not from its own words."""
        if entity.id is None or not entity.id.startswith(NAMELESS):
            return False
        own = [n for n in self.names if entity.start <= n.start and n.end <= entity.end]
        return not any(n.entry.code or n.entry.country for n in own)

    # ---- the record ----------------------------------------------------------------

    def _location(self, name: Name) -> Location:
        """A place name as the location of an event.

        A river, or a place the atlas does not know, is in the country of the places named
        after it; the latter else where the story is.
        """
        entry = name.entry
        precision = entry.precision or ("country" if entry.kind == "state" else None)
        country = entry.country or entry.code
        if country is None:
            country = self._chained(name)
        if country is None and entry.id.startswith("doc/"):
            country = self.discourse.carried() or self.discourse.last_scene or self.discourse.home
        return Location(
            name.text, name.start, name.end, entry.name, country, entry.geonameid, entry.lat, entry.lon, precision
        )  # fmt: skip

    def _chained(self, name: Name) -> str | None:
        """``Ramyah, Lebanon``: the country that a comma joins to a place."""
        at = {n.first: n for n in self.names}
        k, tokens = name.last, self.sentence.tokens
        while k + 1 < len(tokens) and tokens[k].text == "," and k + 1 in at:
            after = at[k + 1]
            country = after.entry.country or after.entry.code
            if country is not None and after.entry.kind in ("place", "state"):
                return country
            k = after.last
        return None


def first_states(marks: Marks) -> dict[str, Name]:
    """Where an article first names each state: the witness for a country that its sides imply."""
    found: dict[str, Name] = {}
    for names in marks.names:
        for name in names:
            if name.entry.kind in ("state", "demonym") and name.entry.code is not None:
                found.setdefault(name.entry.code, name)
    return found


def _named(phrase: Phrase) -> Iterator[tuple[int, Name]]:
    """Place names of a phrase, those that head it first (2), owners last (0)."""
    for name, before in zip(phrase.names, (None, *phrase.names), strict=False):
        owned = (
            before is not None
            and before.entry.kind in ("body", "office", "agent")
            and before.last == name.first
        )
        if name.entry.kind in ("place", "state") and not (owned and name.entry.kind == "state"):
            near = name.first - phrase.first <= 1
            yield (2 if near else 1 if name.entry.kind == "place" else 0), name


def _is_topic(thing: Phrase, place: Phrase) -> bool:
    """``membahas situasi di Gaza``: the place is of what is spoken about."""
    return thing.head in TOPICS and 0 <= place.first - thing.last <= 1


def _free(obliques: Sequence[Phrase], open_to: frozenset[str] = frozenset()) -> Iterator[Phrase]:
    """Phrases that hang on the verb: one right behind an abstract one belongs to that.

    Not behind the prepositions ``open_to``: "tewas dalam ledakan bom di Kabul".
    """
    last: Phrase | None = None
    for phrase in obliques:
        abstract = last is not None and last.preposition in ABSTRACT - open_to
        bound = last is not None and abstract and 0 <= phrase.first - last.last <= 2
        if not bound:
            yield phrase
        last = phrase
