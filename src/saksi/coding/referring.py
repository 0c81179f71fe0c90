"""Finds who a phrase points back to: "ia", "kedua negara", "blok itu", "menteri kedua negara".

Turns pronouns and pointing phrases into the actors that were spoken of before, witnessed by the
words that point. A state that is meant by "negara itu" acts as a state, however it was named
before. It does not read phrases that name somebody (``participants`` does).
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.discourse import Discourse, is_person, is_press
from saksi.coding.titled import find_bearers
from saksi.lang.language import Language
from saksi.records import Entity, Name, Phrase, Token

#: What an entity of an entry kind counts as for reference words.
REFERS_AS = {
    "person": "person", "office": "person", "organisation": "organisation", "group": "group",
    "state": "state", "demonym": "state", "body": "body", "agent": "force", "place": "state",
}  # fmt: skip
#: Kinds of name that "negara itu", "kelompok itu" may mean in the same sentence.
WITHIN = frozenset({"state", "organisation", "group"})
#: Nouns that mean a state and its government.
STATES = frozenset({"negara", "pemerintah", "kerajaan", "republik", "ibu kota", "tetangga"})
#: "negara-negara itu" are those named together last.
GROUPS = frozenset({"negara-negara"})
#: What "ini" in a quotation makes that of who speaks.
SPEAKERS = frozenset({"pengadilan", "mahkamah", "organisasi", "lembaga", "aliansi", "bangsa"})
#: "his side", said of oneself.
OWN_SIDE = "pihaknya"
#: Words of "106 lainnya", of "kedua negara".
COUNTED = 2


class Referring:
    """Reads the phrases of one article that point back."""

    def __init__(self, text: str, language: Language, discourse: Discourse) -> None:
        self.text, self.language, self.discourse = text, language, discourse
        self.tokens: Sequence[Token] = ()
        self.names: Sequence[Name] = ()  # of the sentence being read
        self.speaker: tuple[Entity, ...] = ()  # who "kami" is, inside a quotation
        self.barred: frozenset[str] = frozenset()  # who acts, whom "dari negara itu" can't mean
        self.reporter: tuple[Entity, ...] = ()  # who says the clause being read, for "mereka" and "ia"
        self.quoted = False  # whether the clause being read is inside a quotation
        self.retold = False  # whether it is part of what somebody is told to say

    def find(self, member: Phrase) -> tuple[Entity, ...] | None:
        """Who a pronoun or pointing phrase means; None when the phrase does not point back."""
        words, reference = member.words, self.language.reference
        if len(words) == 1:
            return self._pronoun(member)
        noun = self._noun(words)
        if words[-1] in reference.rest and not member.names and len(words) == COUNTED:
            topic = self.discourse.topic
            return self.moved((topic,) if topic is not None else (), member)
        count = reference.sets.get(words[0]) or self._pointed_count(words)
        if count is not None and noun in reference.both and not _has_country(member):
            return self._as_states(noun, self.moved(self._set_of(count, noun, member), member))
        return self._that(noun, member)

    def _that(self, noun: str, member: Phrase) -> tuple[Entity, ...] | None:
        """``blok itu``, ``sang presiden``, ``negara-negara tersebut``."""
        words, reference = member.words, self.language.reference
        points = words[-1] in reference.that_words
        if points and noun in GROUPS and not _has_country(member):
            return self.moved(self.discourse.group(), member)
        if points and words[-1] == "ini" and self.quoted and self.speaker and noun in SPEAKERS:
            return self.moved(self.speaker, member)  # "Mahkamah ini tidak akan tunduk"
        if not (points or words[0] == "sang") or noun not in reference.that:
            return None
        if _has_country(member) or not reference.sets.keys().isdisjoint(words):
            return None  # "menteri kedua negara itu" (``owners``)
        last = self._titled(noun) or self.last(reference.that[noun], member)
        return self._as_states(noun, self.moved((last,) if last is not None else (), member))

    def _set_of(self, count: int, noun: str, member: Phrase) -> tuple[Entity, ...]:
        """Those the sentence has just named, else the last set of the kind.

        "kedua menteri" are of the last two states when no two persons are known.
        """
        kinds = self.language.reference.both[noun]
        if kinds == ("person",):
            before = [n for n in self.names if n.first < member.first and n.entry.kind == "person"]
            named = {n.entry.name: self._entity(n) for n in before}
            if len(named) == count:
                return tuple(named.values())
        return self.discourse.set_of(count, kinds) or (
            self.discourse.together(count, ("state",)) if kinds == ("person",) else ()
        )

    def last(self, kinds: Sequence[str], member: Phrase, *, own: bool = False) -> Entity | None:
        """The newest actor of these kinds before a phrase, named in its own sentence or before.

        With ``own`` it may be who acts: the police of a state hold "mantan presiden negara itu".
        """
        barred = frozenset() if own else self.barred
        for name in reversed(self.names):
            kind = name.entry.kind
            other = name.entry.code is None or name.entry.code not in barred
            if name.last < self._opens(member) and kind in WITHIN and kind in kinds and other:
                entity = self._entity(name)
                if not is_press(entity):
                    return entity
        return self.discourse.last(kinds, barred=barred)

    def _entity(self, name: Name) -> Entity:
        entry = name.entry
        code, sector = entry.code or entry.country, entry.sector
        if entry.kind == "person":
            code = code or self.discourse.people_home
        elif entry.kind == "state":
            sector = sector or "GOV"
        return Entity(name.text, name.start, name.end, entry.name, entry.id, code, sector, entry.office)

    def _titled(self, noun: str) -> Entity | None:
        """``presiden itu``: who was named with that title."""
        if "person" not in self.language.reference.that[noun]:
            return None
        return next(iter(find_bearers(noun.split(), self.discourse, self.language.atlas)), None)

    def _opens(self, member: Phrase) -> int:
        """Where a phrase begins, its preposition included: "penarikan pasukan AS dari negara itu" is not of AS."""
        before = self.tokens[member.first - 1].lower if member.first else ""
        classes = {row[1] for row in self.language.words.units.get(before, ())}
        return member.first - 1 if "preposition" in classes else member.first

    def owners(self, member: Phrase) -> tuple[Entity, ...]:
        """``panglima militer kedua negara``: the states that the last words say own a role."""
        reference = self.language.reference
        words = [w for w in member.words if w not in reference.that_words]
        if len(words) <= COUNTED or words[-1] not in reference.both:
            return ()
        pointed = reference.counts.get(words[-2]) if words[-1] != member.words[-1] else None
        count = reference.sets.get(words[-2]) or pointed
        return self.discourse.set_of(count, reference.both[words[-1]]) if count is not None else ()

    def moved(self, entities: tuple[Entity, ...], member: Phrase) -> tuple[Entity, ...]:
        """The same actors, witnessed by the words that point back to them."""
        text = self.text[member.start : member.end]
        return tuple(
            Entity(text, member.start, member.end, e.name, e.id, e.code, e.sector, e.office, e.codes)
            for e in entities
        )

    def _as_states(self, noun: str, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """``kedua negara`` after two armies fought: the states, not their armies."""
        return tuple(self._state(e) for e in entities) if noun in STATES else entities

    def _state(self, entity: Entity) -> Entity:
        state = self.language.atlas.by_id.get(f"state/{entity.code}")
        if state is None:
            return entity
        return Entity(entity.text, entity.start, entity.end, state.name, state.id, entity.code, "GOV")

    def _pointed_count(self, words: Sequence[str]) -> int | None:
        """``dua kepala negara itu``: a plain number points back only with "itu"."""
        reference = self.language.reference
        return reference.counts.get(words[0]) if words[-1] in reference.that_words else None

    def _pronoun(self, member: Phrase) -> tuple[Entity, ...] | None:
        word, reference = member.words[0], self.language.reference
        if word in reference.plural and self._is_defined(member):
            return ()
        told = self._reported(word) or (self._own_side() if word == OWN_SIDE else ())
        if told:
            return self.moved(told, member)
        if word in reference.singular:
            last = self._another() if self.quoted else self.discourse.person()
            return self.moved((last,) if last is not None else (), member)
        if word in reference.speaker:
            return self.moved(self.speaker, member)
        if word == "keduanya":
            sides = self.discourse.two(("state", "person", "organisation", "group", "force"))
            return self.moved(sides, member)
        return self.moved(self._they(), member) if word in reference.plural else None

    def _own_side(self) -> tuple[Entity, ...]:
        """Whose "pihaknya" is: who says it, else who the sentence is about."""
        topic = self.discourse.topic
        return self.reporter or ((topic,) if topic is not None else ())

    def _another(self) -> Entity | None:
        """Who "dia" is in a quotation: the last one named, who does not speak of himself so."""
        own = {e.name for e in self.speaker}
        last = self.discourse.person()
        if last is None or last.name not in own:
            return last
        return next(
            (e for e, kind in reversed(self.discourse.actors) if kind == "person" and e.name not in own), None
        )

    def _they(self) -> tuple[Entity, ...]:
        """Whom the sentence before was about; who speaks says "kami", and who acts does not act on "mereka"."""
        own = {(e.id, e.code) for e in self.speaker} if self.retold else set()
        before = self.discourse.subject
        if len(before) == 1 and is_person(before[0]):  # "Raka tiba. Mereka ditahan": one person is not many
            many = tuple(e for e in self.discourse.acted_on if not is_person(e) and not self._acts(e))
            pair = self.discourse.together(COUNTED, ("person",))
            return many or (pair if any(e.name == before[0].name for e in pair) else ())
        about = tuple(e for e in before if (e.id, e.code) not in own and not self._acts(e))
        if about or not self.barred:
            return about
        return tuple(
            e for e in self.discourse.acted_on if not self._acts(e)
        )  # "menindak oposisi. X menuduh mereka"

    def _acts(self, entity: Entity) -> bool:
        """Whether an official is of the state that acts, and so is not whom it acts on."""
        return entity.code in self.barred and entity.sector in ("GOV", "MIL")

    def _is_defined(self, member: Phrase) -> bool:
        """``mereka yang bertanggung jawab``: those who are, whoever they may be."""
        return member.last < len(self.tokens) and self.tokens[member.last].lower == "yang"

    def _reported(self, word: str) -> tuple[Entity, ...]:
        """``X menyatakan mereka ...``: the one who says it, when the pronoun fits one or many."""
        one = len(self.reporter) == 1 and is_person(self.reporter[0])
        if word in self.language.reference.singular and one:
            return self.reporter
        return self.reporter if word == "mereka" and not one else ()

    def _noun(self, words: Sequence[str]) -> str:
        """The common noun of a pointing phrase, without determiners."""
        reference = self.language.reference
        left = [w for w in words if w not in reference.light]
        longest = " ".join(left[:3])
        if longest in reference.both or longest in reference.that:
            return longest
        return left[0] if left else ""


def _has_country(member: Phrase) -> bool:
    kinds = ("state", "demonym", "person", "organisation", "group")
    return any(n.entry.kind in kinds for n in member.names)
