"""Finds dated facts between two sides: membership, borders, founding, leadership, office.

Turns names and clauses of one sentence into drafts of relations. Both sides must be
named; "anggota NATO" alone makes nobody a member.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saksi.coding.participants import Participants
from saksi.coding.roles import roles_of
from saksi.lang.language import Language
from saksi.lang.relation_rules import RelationRule
from saksi.records import Clause, Entity, Name, Parse, Phrase, Sentence, Span, Time

#: Words between a subject and the noun of an apposition: "Turki, yang juga anggota NATO".
LINKS = frozenset(
    {",", "yang", "juga", "sama-sama", "adalah", "merupakan", "ialah", "salah", "satu", "dari", "sebagai"}
)
#: How many tokens may stand between the noun and the second side.
REACH = 5


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


class RelationReader:
    """Reads the relations of one article, sentence by sentence."""

    def __init__(self, text: str, language: Language, participants: Participants) -> None:
        self.text, self.language, self.participants = text, language, participants

    def read(
        self, sentence: Sentence, parse: Parse, names: Sequence[Name], times: Sequence[Time]
    ) -> tuple[Draft, ...]:
        """Find the relations of one sentence."""
        lower = frozenset(t.lower for t in sentence.tokens)
        out: list[Draft] = []
        for rule in self.language.relations:
            if not any(words[0] in lower for words in rule.words):
                continue
            if rule.kind == "noun":
                out.extend(self._noun(rule, sentence, parse, names, times))
            elif not rule.near or not rule.near.isdisjoint(lower):
                out.extend(self._verb(rule, sentence, parse, times))
        out.extend(self._offices(sentence, names))
        out.extend(self._inside(sentence, names))
        return tuple(dict.fromkeys(out))

    # ---- "X, anggota Y" ------------------------------------------------------------

    def _noun(
        self,
        rule: RelationRule,
        sentence: Sentence,
        parse: Parse,
        names: Sequence[Name],
        times: Sequence[Time],
    ) -> Iterator[Draft]:
        for first, last in _find(rule, sentence):
            target = self._target(rule, sentence, names, last)
            if target is None:
                continue
            clause = next((c for c in parse.clauses if c.start <= sentence.tokens[first].start < c.end), None)
            linking = clause is not None and self._is_linking(clause)
            for side in self._sides(rule, sentence, parse, first, target):
                since = _date(times) if linking or self._since(times) else None
                status = _status(clause) if clause is not None and linking else "actual"
                if side.name != target.name and status != "negated":
                    yield Draft(side, rule.predicate, target, _span(sentence), rule.id, since, None, status)

    def _since(self, times: Sequence[Time]) -> bool:
        """Tell whether "sejak" dates the relation: it does so wherever it stands."""
        time = _time(times)
        return time is not None and "sejak" in self.text[max(0, time.start - 14) : time.end].lower().split()

    def _target(
        self, rule: RelationRule, sentence: Sentence, names: Sequence[Name], last: int
    ) -> Entity | None:
        for name in names:
            if last <= name.first <= last + REACH and name.entry.kind in rule.object:
                gap = {t.lower for t in sentence.tokens[last : name.first]}
                if gap & {",", ".", "bahwa", "untuk", "dan"}:
                    return None
                return _entity(name)
        if "meeting" in rule.object or "treaty" in rule.object:
            return self._described(sentence, last)
        return None

    def _described(self, sentence: Sentence, last: int) -> Entity | None:
        """A meeting or treaty: the capitals after the noun ("KTT SCO", "Konvensi Wina 1961")."""
        end = last
        tokens = sentence.tokens
        while end < len(tokens) and (
            tokens[end].text[:1].isupper() or (end > last and tokens[end].kind == "number")
        ):
            end += 1
        if end == last:
            return None
        start, stop = tokens[last].start, tokens[end - 1].end
        return Entity(self.text[start:stop], start, stop, self.text[start:stop])

    def _sides(
        self, rule: RelationRule, sentence: Sentence, parse: Parse, first: int, target: Entity
    ) -> list[Entity]:
        """The first side: the subject of the clause, the name just before, or the list behind."""
        at = sentence.tokens[first].start
        listed = self._listed(rule, parse, target)
        if listed:
            return listed
        k = first - 1
        while k >= 0 and (
            sentence.tokens[k].lower in LINKS
            or sentence.tokens[k].lower in ("negara", "menjadi", "resmi", "berstatus", "sebagai")
        ):
            k -= 1
        linked = k < first - 1 or (k >= 0 and sentence.tokens[k].lower == ",")
        if linked and k >= 0:
            phrase = next((p for p in parse.phrases if p.first <= k < p.last), None)
            found = self._named(phrase, rule)
            if found:
                return found
        clause = next(
            (c for c in parse.clauses if c.verb.start <= at and c.subject is not None),
            None,
        )
        if clause is not None and self._is_linking(clause):
            return self._named(clause.subject, rule)
        return []

    def _is_linking(self, clause: Clause) -> bool:
        return not self.language.words.linking.isdisjoint(clause.verb.word.split())

    def _listed(self, rule: RelationRule, parse: Parse, target: Entity) -> list[Entity]:
        """Read the list behind a dash or colon, as in "lima negara anggota SCO – China, Pakistan dan Iran"."""
        for phrase in parse.phrases:
            if phrase.start >= target.end and len(phrase.members) > 1:
                gap = self.text[target.end : phrase.start].strip()
                if gap in ("–", "—", ":", "-", ", yaitu", ", yakni", "yaitu", "yakni", ","):
                    return self._named(phrase, rule)
        return []

    def _named(self, phrase: Phrase | None, rule: RelationRule) -> list[Entity]:
        if phrase is None:
            return []
        kinds = rule.subject
        out: list[Entity] = []
        for member in phrase.members or (phrase,):
            name = next((n for n in member.names if n.entry.kind in kinds), None)
            if name is not None and name.first - member.first <= 2:
                out.append(_entity(name))
        if not out:
            out = [
                e
                for e in self.participants.of(phrase)
                if e.id is not None and e.id.split("/")[0] in ("state", "org", "group", "doc")
            ]
        return out

    # ---- "X berbatasan dengan Y" ---------------------------------------------------

    def _verb(
        self, rule: RelationRule, sentence: Sentence, parse: Parse, times: Sequence[Time]
    ) -> Iterator[Draft]:
        verbs = {words[0] for words in rule.words}
        for clause in parse.clauses:
            if clause.verb.word not in verbs or clause.verb.negated:
                continue
            if rule.only_past and (clause.verb.future or clause.verb.possible):
                continue
            subjects = self._named(clause.subject, rule)
            if not subjects:
                continue
            if rule.predicate == "founded":
                yield from self._founded(rule, sentence, clause, subjects, times)
                continue
            for target in self._objects(rule, clause):
                date = _date(times) if rule.predicate == "member_of" else None
                since, until = (None, date) if rule.ends else (date, None)
                for side in subjects:
                    if side.name != target.name:
                        yield Draft(side, rule.predicate, target, _span(sentence), rule.id, since, until)

    def _objects(self, rule: RelationRule, clause: Clause) -> list[Entity]:
        roles = roles_of(clause, frozenset())
        out: list[Entity] = []
        for place in rule.object_in:
            if place == "agent":
                phrases = [roles.subject] if clause.verb.voice == "passive" else []
            elif place == "object":
                phrases = [*clause.objects]
            else:
                phrases = [p for p in clause.obliques if p.preposition == place]
            for phrase in phrases:
                out.extend(_names_in(phrase, rule.object))
        return out

    def _founded(
        self,
        rule: RelationRule,
        sentence: Sentence,
        clause: Clause,
        subjects: list[Entity],
        times: Sequence[Time],
    ) -> Iterator[Draft]:
        roles = roles_of(clause, frozenset())
        subject = subjects[0]
        time = _time(times)
        if time is not None and time.value is not None:
            day = Entity(time.text, time.start, time.end, time.value)
            yield Draft(subject, "founded_on", day, _span(sentence), rule.id)
        for phrase in clause.obliques:
            if phrase.preposition == "di":
                for place in _names_in(phrase, frozenset({"place", "state"})):
                    yield Draft(subject, "founded_in", place, _span(sentence), rule.id)
        for founder in _names_in(roles.subject, frozenset({"state", "organisation", "person"})):
            yield Draft(subject, "founded_by", founder, _span(sentence), rule.id)

    # ---- offices and places --------------------------------------------------------

    def _offices(self, sentence: Sentence, names: Sequence[Name]) -> Iterator[Draft]:
        """A title beside a name is an office held."""
        for name in names:
            office = name.entry.office
            if name.entry.kind == "person" and office and name.rule in ("title", "lexicon"):
                at = self.text.find(office, sentence.start, sentence.end)
                if at < 0:
                    continue
                holder = Entity(
                    name.text, name.start, name.end, name.entry.name, name.entry.id, name.entry.code
                )
                held = Entity(office, at, at + len(office), office, None, name.entry.code)
                yield Draft(holder, "holds_office", held, _span(sentence), "title")

    def _inside(self, sentence: Sentence, names: Sequence[Name]) -> Iterator[Draft]:
        """After "di" the second place holds the first: "Naungcho, Negara Bagian Shan"."""
        for a, b in pairwise(names):
            gap = sentence.tokens[a.last : b.first]
            before = sentence.tokens[a.first - 1].lower if a.first else ""
            if len(gap) == 1 and gap[0].text == "," and before == "di" and a.entry.kind == "place":
                after = sentence.tokens[b.last].lower if b.last < len(sentence.tokens) else ""
                if b.entry.kind == "place" and a.entry.name != b.entry.name and after not in ("dan", "serta"):
                    yield Draft(_entity(a), "part_of", _entity(b), _span(sentence), "place")


def _status(clause: Clause) -> str:
    if clause.verb.negated:
        return "negated"
    return "future" if clause.verb.future or clause.verb.word.startswith("akan ") else "actual"


def _span(sentence: Sentence) -> Span:
    return Span(sentence.start, sentence.end)


def _find(rule: RelationRule, sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where a trigger of the rule stands, longest first."""
    tokens = sentence.tokens
    for i in range(len(tokens)):
        fits = [w for w in rule.words if tuple(t.lower for t in tokens[i : i + len(w)]) == w]
        if fits:
            longest = max(fits, key=len)
            if i == 0 or not any(
                tokens[i - 1].lower == w[0] and len(w) > 1 and w[1] == tokens[i].lower for w in rule.words
            ):
                yield i, i + len(longest)


def _names_in(phrase: Phrase | None, kinds: frozenset[str]) -> list[Entity]:
    if phrase is None:
        return []
    out = []
    for member in phrase.members or (phrase,):
        name = next((n for n in member.names if n.entry.kind in kinds), None)
        if name is not None:
            out.append(_entity(name))
    return out


def _entity(name: Name) -> Entity:
    entry = name.entry
    return Entity(
        name.text, name.start, name.end, entry.name, entry.id, entry.code or entry.country, entry.sector
    )


def _time(times: Sequence[Time]) -> Time | None:
    dates = [t for t in times if t.type == "DATE" and t.value is not None]
    return dates[0] if len(dates) == 1 else None


def _date(times: Sequence[Time]) -> str | None:
    time = _time(times)
    return time.value if time is not None else None
