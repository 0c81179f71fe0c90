"""One sentence with all that the relation readers look up in it.

Turns phrases, names and token runs into the sides of a relation, and finds the date that
belongs to a word. Which words make a relation is for the readers to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from saksi.coding.participants import Participants
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Name, Parse, Phrase, Sentence, Span, Time, Token

#: How far a name may stand from the beginning of its phrase: "wilayah timur Rumania".
FRONT = 2
#: Longest description of a meeting or treaty, in tokens.
LONGEST = 12
#: Characters before a date in which "sejak" or "hingga" is looked for.
BEFORE_DATE = 18
#: What kinds an entity of the atlas counts as, by the first part of its id.
KIND_OF_ID = {"state": "state", "org": "organisation", "group": "group", "place": "place", "person": "person", "doc": "organisation"}  # fmt: skip
#: Classes of words that end a description.
CLOSERS = frozenset({"preposition", "relative", "subordinate", "copula", "future", "past", "negation", "must", "possible", "contrast", "purpose", "condition", "complementizer"})  # fmt: skip
#: Words that leave a name out.
EXCEPT = frozenset({"kecuali", "selain", "tanpa"})
#: Types of acts that only plan, ask for or refuse what stands behind their verb.
UNREAL = frozenset({"REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE"})
POINTERS = frozenset({"itu", "tersebut", "ini", "tadi"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A relation before it gets its id."""

    subject: Entity
    predicate: str
    object: Entity
    evidence: Span
    rule: str
    since: str | None = None
    until: str | None = None
    status: str = "actual"
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """A sentence with its parse, names and dates; ``papers`` are the treaties described so far."""

    text: str
    language: Language
    participants: Participants
    sentence: Sentence
    parse: Parse
    names: Sequence[Name]
    times: Sequence[Time]
    papers: Sequence[Entity]
    index: Mapping[str, Sequence[int]]  # where each lower-case word stands

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence."""
        return self.sentence.tokens

    @property
    def span(self) -> Span:
        """The sentence, which is the witness of every relation in it."""
        return Span(self.sentence.start, self.sentence.end)

    def lower(self, k: int) -> str:
        """Token ``k`` in lower case; empty outside the sentence."""
        return self.tokens[k].lower if 0 <= k < len(self.tokens) else ""

    def find(self, words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
        """Where one of the word runs stands, as (first, last); the longest at each place."""
        found: dict[int, int] = {}
        for run in words:
            for k in self.index.get(run[0], ()):
                if all(self.lower(k + n) == word for n, word in enumerate(run)):
                    found[k] = max(found.get(k, 0), k + len(run))
        end = 0
        for first, last in sorted(found.items()):
            if first >= end:
                yield first, last
                end = last

    # ---- clauses -----------------------------------------------------------------

    def clause_at(self, k: int) -> Clause | None:
        """The clause whose verb is the nearest before token ``k``, or holds it ("menjadi tuan rumah")."""
        before = [c for c in self.parse.clauses if c.verb.first < k and c.verb.voice != "cue"]
        return max(before, key=lambda c: c.verb.first, default=None)

    def links(self, clause: Clause | None) -> bool:
        """Whether the verb of a clause equates its subject with what follows."""
        return clause is not None and not self.language.words.linking.isdisjoint(clause.verb.word.split())

    def is_wished(self, clause: Clause) -> bool:
        """Whether a clause only tells what somebody wants, asks for, or makes a condition."""
        seen: Clause | None = clause
        while seen is not None:
            if seen.kind in ("purpose", "conditional") or seen.verb.possible or seen.verb.must:
                return True
            if self.lower(seen.verb.first - 1) in self.language.relations.lists["unsure"]:
                return True
            parent = self.parse.clauses[seen.parent] if seen.parent is not None else self._listed_with(seen)
            if parent is not None and seen.kind != "relative" and self._plans(parent):
                return True
            seen = parent if parent is not None and seen.kind in ("complement", "coordinate") else None
        return False

    def _only_decides(self, clause: Clause) -> bool:
        return not self.language.relations.lists["hopes"].isdisjoint(clause.verb.word.split())

    def _listed_with(self, clause: Clause) -> Clause | None:
        """``menentang A dan B bergabung``: the verb whose object is a list that ends in this subject."""
        subject = clause.subject
        if (
            clause.kind != "coordinate"
            or subject is None
            or self.lower(subject.first - 1) not in ("dan", "serta")
        ):
            return None
        ends = (c for c in self.parse.clauses if c.objects and c.objects[-1].last == subject.first - 1)
        return next(ends, None)

    def _plans(self, clause: Clause) -> bool:
        frames = [f for form in clause.verb.forms for f in self.language.frames_of.get(form, ())]
        return (
            any(f.embeds == "plan" or f.event in UNREAL for f in frames)
            or clause.verb.future
            or self._only_decides(clause)
        )

    def phrase_at(self, k: int) -> Phrase | None:
        """The longest phrase that holds token ``k``."""
        around = [p for p in self.parse.phrases if p.first <= k < p.last]
        return max(around, key=lambda p: p.last - p.first, default=None)

    def bearer(self, clause: Clause) -> Phrase | None:
        """Who a relative clause is really about: "X merupakan kabupaten yang ..." is about X."""
        phrase = clause.subject
        if clause.kind != "relative" or phrase is None:
            return phrase
        parent = self.parse.clauses[clause.parent] if clause.parent is not None else None
        inside = parent is not None and parent.subject is not None and parent.subject.end <= phrase.start
        if parent is not None and inside and self.links(parent) and parent.verb.end <= phrase.start:
            return parent.subject
        common = not phrase.names or phrase.names[0].entry.kind in ("agent", "office")
        if common and self.lower(phrase.first - 1) == ",":
            return self.phrase_at(phrase.first - 2) or phrase
        return phrase

    def owner_of_predicate(self, phrase: Phrase) -> Phrase:
        """Who a noun tells of without a verb: "Laos dan Fiji sama-sama anggota ASEAN dan memiliki ..."."""
        k = phrase.first - 1
        while k >= 0 and self.lower(k) in ("sama-sama", "juga", "masih", "kini", "pun"):
            k -= 1
        before = self.phrase_at(k) if k < phrase.first - 1 else None
        return before or phrase

    # ---- sides -------------------------------------------------------------------

    def entity(self, name: Name) -> Entity:
        """A name as a side; its other name behind it ("(CSTO)", "atau SCO") belongs to its words."""
        entry, end = name.entry, name.end
        for other in self.names:
            if other.entry.id != entry.id or other.first != name.last + 1:
                continue
            if self.lower(name.last) == "(" and self.lower(other.last) == ")":
                end = self.tokens[other.last].end
            elif self.lower(name.last) in ("atau", "alias"):
                end = other.end
        text = self.text[name.start : end]
        code = entry.code or entry.country
        return Entity(text, name.start, end, entry.name, entry.id, code, entry.sector)

    def named(self, phrase: Phrase | None, kinds: frozenset[str]) -> list[Entity]:
        """The sides in a phrase: names of the kinds near its front, else whom it points back to."""
        if phrase is None:
            return []
        out: list[Entity] = []
        if self.lower(phrase.first - 1) in EXCEPT:
            return []
        for member in phrase.members or (phrase,):
            name = next((n for n in member.names if n.entry.kind in kinds), None)
            near = name is not None and name.first - member.first <= FRONT
            if (
                name is not None
                and near
                and not self._owned(member, name)
                and not self._excepted(member, name)
            ):
                out.append(self.entity(name))
        return out or [e for e in self.participants.of(phrase) if self.kind_of(e) in kinds]

    def _owned(self, member: Phrase, name: Name) -> bool:
        """``rapat kabinet``, ``serangan Israel``: the name only owns the thing before it."""
        front = self.language.relations.lists["front"]
        return any(
            t.kind == "word" and t.lower not in front and not self._is_light(t.lower)
            for t in self.tokens[member.first : name.first]
        )

    def _excepted(self, member: Phrase, name: Name) -> bool:
        """``kecuali Fiji``: the name is left out of what is told."""
        return not EXCEPT.isdisjoint((self.lower(member.first - 1), self.lower(name.first - 1)))

    def _is_light(self, word: str) -> bool:
        """Whether a word only points, counts or shades."""
        classes = {row[1] for row in self.language.words.units.get(word, ())}
        return bool(classes & {"determiner", "adverb", "preposition"})

    def kind_of(self, entity: Entity) -> str:
        """The kind of an entity by its id, empty when it has none."""
        return KIND_OF_ID.get((entity.id or "").split("/")[0], "")

    def names_in(self, phrase: Phrase | None, kinds: frozenset[str]) -> list[Entity]:
        """One name of the kinds a member of the phrase, wherever it stands."""
        members = (phrase.members or (phrase,)) if phrase is not None else ()
        found = (next((n for n in m.names if n.entry.kind in kinds), None) for m in members)
        return [self.entity(n) for n in found if n is not None]

    def listed(self, end: int, kinds: frozenset[str]) -> list[Entity]:
        """Read the list that a dash or "yakni" opens at offset ``end``."""
        for phrase in self.parse.phrases:
            named = phrase.start >= end and self.text[end : phrase.start].strip(" ,") in ("yaitu", "yakni")
            if phrase.end <= end or (len(phrase.members) < 2 and not named):
                continue
            if phrase.start >= end and self.text[end : phrase.start].strip(" ,") in ("–", "—", ":", "-", "yaitu", "yakni", ""):  # fmt: skip
                return self.names_in(phrase, kinds)
            if phrase.start < end and self.text[end : end + 2].strip() in ("–", "—", "-", ":", ","):
                return self._rest(phrase, end, kinds)
        return []

    def _rest(self, phrase: Phrase, end: int, kinds: frozenset[str]) -> list[Entity]:
        """The names of a list whose first member holds the announcing words too."""
        found = [n for n in phrase.names if n.start >= end and n.entry.kind in kinds]
        return [self.entity(n) for n in found]

    def from_token(self, phrase: Phrase | None, k: int) -> Phrase | None:
        """The rest of a phrase from token ``k``: "kedua negara" in "gerbang perbatasan kedua negara"."""
        if phrase is None or not phrase.first < k < phrase.last:
            return phrase
        words = phrase.words[k - phrase.first :]
        names = tuple(n for n in phrase.names if n.first >= k)
        start = self.tokens[k].start
        return replace(phrase, first=k, start=start, words=words, names=names, head=words[0], members=())

    def pointed(self, k: int) -> Phrase | None:
        """The phrase that begins at token ``k`` and points back ("organisasi itu"), else None."""
        phrase = next((p for p in self.parse.phrases if p.first == k), None)
        return phrase if phrase is not None and phrase.words[-1] in POINTERS else None

    # ---- what is described -------------------------------------------------------

    def described(self, k: int, kind: str, *, told: bool) -> Entity | None:
        """A meeting, treaty or programme by its own words ("Konvensi Wina 1961"), from token ``k``.

        With ``told`` it must hold a capital behind its first word, or a number.
        """
        heads = self.language.relations.heads.get(kind, frozenset())
        if self.lower(k) not in heads:
            return None
        end = self._description_end(k)
        words = [t.text for t in self.tokens[k:end]]
        named = any(w[:1].isupper() or w[:1].isdigit() for w in words[1:]) or words[0].isupper()
        if len(words) < 2 or (told and not named):
            return None
        start, stop = self.tokens[k].start, self.tokens[end - 1].end
        return Entity(self.text[start:stop], start, stop, self.text[start:stop])

    def _description_end(self, k: int) -> int:
        verbs = {c.verb.first for c in self.parse.clauses}
        end = k + 1
        while end < min(len(self.tokens), k + LONGEST):
            if end in verbs or not self._describes(end):
                break
            end += 1
        while end > k + 1 and self.lower(end - 1) in ("tentang", "dan", "tahun", "ke"):
            end -= 1
        return end

    def _describes(self, k: int) -> bool:
        token = self.tokens[k]
        if token.lower == "tentang" or (token.lower == "dan" and self.tokens[k - 1].text[:1].isupper()):
            return k + 1 < len(self.tokens) and self.tokens[k + 1].text[:1].isupper()
        if token.kind == "mark" or token.lower in POINTERS or self.in_time(token):
            return False
        if token.text[:1].isupper():
            return True
        return (
            not {row[1] for row in self.language.words.units.get(token.lower, ()) if len(row[0]) == 1}
            & CLOSERS
        )

    def in_time(self, token: Token) -> bool:
        """Whether a token belongs to a date that is more than the year in a name."""
        return any(t.start <= token.start < t.end and t.precision != "year" for t in self.times)

    # ---- dates -------------------------------------------------------------------

    def date(self, first: int, last: int) -> Time | None:
        """The date of what tokens ``first`` to ``last`` tell: behind it before the next verb, else before it."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        stop = min(
            (c.verb.start for c in self.parse.clauses if c.verb.start >= end), default=self.sentence.end
        )
        since = max(
            (c.verb.end for c in self.parse.clauses if c.verb.end < start), default=self.sentence.start
        )
        dates = [t for t in self.times if t.type == "DATE" and t.value is not None]
        behind = [t for t in dates if end <= t.start < stop]
        before = [t for t in dates if since <= t.start < start] or self._fronted(dates, start)
        return behind[0] if behind else before[-1] if len(before) == 1 else None

    def _fronted(self, dates: Sequence[Time], start: int) -> list[Time]:
        """``Pada 2005, X diterima sebagai pengamat``: a date in front of the only verb before holds too."""
        verbs = [c.verb.start for c in self.parse.clauses if c.verb.start < start]
        return [t for t in dates if t.start < verbs[0]] if len(verbs) == 1 else []

    def marked(self, time: Time | None, words: frozenset[str]) -> bool:
        """Whether one of the words stands before a date or opens it ("sejak 2012")."""
        if time is None:
            return False
        return not words.isdisjoint(self.text[max(0, time.start - BEFORE_DATE) : time.end].lower().split())
