"""Finds the two sides of an act where its frame says they stand.

Turns the roles of a clause or noun into participants. A thing that is hit may stand for a
side when it has a country; what is nobody's and what is of one government is told apart here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from saksi.coding.discourse import is_person
from saksi.coding.draft import NOBODYS, OFFICIAL, frames_of
from saksi.coding.meaning import Meaning, choose
from saksi.coding.participants import Participants
from saksi.coding.roles import Roles, roles_of
from saksi.coding.scope import APART
from saksi.lang.language import Language
from saksi.records import NAMELESS, Clause, Entity, Parse, Phrase

#: Types whose recipient may be a thing or nameless people ("menyerang sekolah").
THING_RECIPIENTS = frozenset({"ASSAULT", "COERCE", "AID", "RETREAT", "CONSULT"})
#: Things that no act is done to as to a side: "merebut kekuasaan".
ABSTRACT = frozenset({"kekuasaan", "kendali", "hasil", "akses", "hak", "izin", "wewenang", "kegiatan", "aktivitas", "perhatian"})  # fmt: skip
TOWARD = frozenset({"dengan", "kepada", "terhadap", "bagi", "bersama"})
#: A second phrase of these says where the first is: "di kediaman X di Y".
AT = frozenset({"di", "ke", "dari"})
#: A meeting takes so many.
PAIR = 2
#: Ids of bodies that meet within one government.
BODIES = ("body/", "doc/komite", "doc/dewan", "doc/kabinet", "doc/badan", "doc/majelis")
#: Words that count people or point to them.
DETERMINED = frozenset({"itu", "ini", "tersebut", "para", "sejumlah", "beberapa", "puluhan", "ratusan", "ribuan", "seorang", "dua", "tiga", "empat", "lima", "banyak"})  # fmt: skip
#: Bodies that only those of their own government meet.
OWN_BODIES = frozenset({"kabinet"})
#: Acts that are done to people, not to things.
DONE_TO_PEOPLE = frozenset({"COERCE", "ASSAULT", "SANCTION/convict", "SANCTION/expel", "ACCUSE/allege", "ACCUSE/investigate", "RETREAT/release", "REQUEST", "THREATEN"})  # fmt: skip
#: Nouns that a partner after "dengan" belongs to: "sebagai bagian dari persaingan dengan Peru".
TIES = frozenset({"kompetisi", "persaingan", "perselisihan", "sengketa", "konflik", "perang", "ketegangan", "rivalitas", "konfrontasi", "hubungan", "konsultasi"})  # fmt: skip
#: Words of what two sides state together.
JOINT = {"pernyataan", "bersama"}
#: Ids of towns, which stand for no government.
TOWN = "place/"
#: "negara yang ...", of which the text does not tell here which it is.
NO_STATE = "agent/negara"
#: Ids of the dead, who are found or mourned and do nothing.
DEAD = frozenset({"agent/jasad", "agent/jenazah", "agent/mayat", "agent/korban-tewas", "agent/korban-jiwa"})
#: Sectors of bodies that do not act against their own state.
NEVER_OWN_STATE = frozenset({"GOV", "MIL", "JUD", "COP", "LEG", "BUS"})
#: What goes on in a state, whoever does it.
CONFLICTS = frozenset({"konflik", "perang", "kekerasan", "kerusuhan", "pemberontakan", "krisis"})
#: Ids of ships and aircraft.
VEHICLE = "vehicle/"
#: Papers of many: of who adopts them in the same sentence, not of who was spoken of before.
ADOPTED = frozenset({"resolusi", "deklarasi", "komunike", "dokumen", "piagam", "perjanjian"})
#: Before who acts beside the subject.
WITH = "bersama"
#: Ends passive verbs whose doer is a pronoun.
CLITIC = "nya"
#: Prepositions of further sides of an act done together.
BOTH_SIDES = ("dengan", "antara", "bersama", "di antara", "dan", "bersama dengan", "melawan")


class Sides:
    """Reads the sides of one article's acts."""

    def __init__(self, language: Language, participants: Participants) -> None:
        self.language, self.participants = language, participants

    def find(self, places: Sequence[str], roles: Roles, *, own: bool, event: str = "") -> tuple[Entity, ...]:
        """Who stands at the first of the places that holds somebody; a thing only with a country.

        With ``own`` the owner of a thing acts for it ("pernyataan Rusia menyebut").
        """
        for place in places:
            found = self._at(place, roles, own=own)
            if found:
                return found
        thing_there = roles.object is not None and roles.object.head not in ABSTRACT
        if event in THING_RECIPIENTS and "object" in places and thing_there:
            thing = self.participants.thing(roles.object)
            if thing is not None and thing.code is not None:
                return (thing,)
        return ()

    def _at(self, place: str, roles: Roles, *, own: bool) -> tuple[Entity, ...]:
        people = self.participants
        if place == "subject":
            return people.of(roles.subject) or (self._maker(roles.subject) if own else ())
        if place == "object":
            return people.of(roles.object)
        if place == "possessor":
            return people.owner(roles.object)
        if place == "none":
            return ()
        out: list[Entity] = []
        for phrase in roles.obliques:
            if phrase.preposition == place and not (out and place in AT):
                out.extend(people.of(phrase) or self._behind(phrase))
        return tuple(out)

    def _behind(self, phrase: Phrase) -> tuple[Entity, ...]:
        """Whose a thing is: "akibat serangan Peru" is of Peru, "akibat konflik Peru" only in it."""
        owners = self.participants.owner(phrase)
        return owners if phrase.head not in CONFLICTS else tuple(e for e in owners if not is_state(e))

    def _maker(self, phrase: Phrase | None) -> tuple[Entity, ...]:
        """Who stands behind a thing that acts: its owner, or for a paper who the sentence is about."""
        if phrase is not None and phrase.head in TIES:
            return ()  # "hubungan kedua negara bertemu jalan buntu"
        owner = self.participants.owner(phrase)
        topic = self.participants.discourse.topic
        own = topic is not None and topic.start >= self.participants.tokens[0].start
        if phrase is not None and own and self._is_own_word(phrase):
            return self.participants.referring.moved((topic,), phrase) if topic is not None else ()
        if phrase is not None and not owner and set(phrase.words) >= JOINT:
            return self.participants.discourse.two(("state", "person"))
        if (
            not owner
            and topic is not None
            and phrase is not None
            and phrase.head in self.language.cues.documents
            and (phrase.head not in ADOPTED or own)
        ):
            return (topic,)
        return owner

    def _is_own_word(self, phrase: Phrase) -> bool:
        """``menegaskan sikapnya yang mendesak X``: what somebody holds or has said."""
        word = phrase.head.removesuffix(CLITIC)
        cues = self.language.cues
        return word != phrase.head and not phrase.names and (word in cues.said or word in cues.documents)

    def all_of(self, actor: tuple[Entity, ...], roles: Roles, owner: Phrase | None) -> tuple[Entity, ...]:
        """All who take part in an act done together, the owner of its noun included."""
        sides = list(actor)
        more = [p for p in _loose(roles.obliques) if p.preposition in BOTH_SIDES]
        if roles.object is not None:
            more.insert(0, roles.object)
        if owner is not None:
            more.append(owner)
        for phrase in more:
            for entity in self.participants.of(phrase):
                if phrase is roles.object and entity.code is None and entity.sector is None:
                    continue  # "menandatangani pakta dengan Peru": the pact takes no part
                if all(entity.name != e.name for e in sides):
                    sides.append(entity)
        return tuple(sides)

    def with_met(self, actor: tuple[Entity, ...], clause: Clause | None, parse: Parse) -> tuple[Entity, ...]:
        """Those that one who acts alone acts together with, as the words around tell.

        ``X bertemu dengan Y untuk menandatangani pakta``: what one meets for both do.
        ``saat tiba di Lima, Menlu Peru meneleponnya``: -nya is who was spoken of.
        """
        if clause is None or len(actor) != 1:
            return actor
        above = parse.clauses[clause.parent] if clause.parent is not None else None
        if above is None or clause.kind != "purpose":
            meets = clause.verb.word.removesuffix(CLITIC) in self.language.words.meets
            return (*actor, *self._spoken_of(clause, actor)) if meets else actor
        meets = any(
            frame.event == "CONSULT" and frame.reciprocal for frame in frames_of(self.language, above)
        )
        return self.all_of(actor, roles_of(above, frozenset()), None) if meets else actor

    def companions(self, clause: Clause | None, actor: Sequence[Entity]) -> tuple[Entity, ...]:
        """``Peru bersama Chile menyerang``: who stands with the subject before an active verb acts too."""
        if clause is None or clause.verb.voice == "passive":
            return ()
        beside = (p for p in clause.obliques if p.preposition == WITH and p.end <= clause.verb.start)
        names = {e.name for e in actor}
        return tuple(e for p in beside for e in self.participants.of(p) if e.name not in names)

    def clitic_agent(self, clause: Clause | None) -> tuple[Entity, ...]:
        """``yang dituduhnya``: -nya on a passive verb is who the sentence is about."""
        topic = self.participants.discourse.topic
        if clause is None or topic is None or clause.verb.voice != "passive":
            return ()
        return (topic,) if clause.verb.word.endswith(CLITIC) else ()

    def clitic_patient(
        self, clause: Clause | None, meaning: Meaning, actor: Sequence[Entity]
    ) -> tuple[Entity, ...]:
        """``X mundur setelah Y mendesaknya``: -nya on an active verb is who the sentence is about, else who was spoken of.

        "mengecamnya", "menyebutnya" are of a thing as often: they tell nobody.
        """
        kind = meaning.event if meaning.mode is None else f"{meaning.event}/{meaning.mode}"
        if kind not in DONE_TO_PEOPLE and meaning.event not in DONE_TO_PEOPLE:
            return ()
        return self._spoken_of(clause, actor)

    def _spoken_of(self, clause: Clause | None, actor: Sequence[Entity]) -> tuple[Entity, ...]:
        """The person that -nya on an active verb points to."""
        if clause is None or clause.verb.voice != "active" or not clause.verb.word.endswith(CLITIC):
            return ()
        discourse = self.participants.discourse
        spoken_of = (discourse.topic, *discourse.subject, discourse.person())
        before = [e for e in spoken_of if e is not None and is_person(e)]
        own = {e.name for e in actor}
        return next(((e,) for e in before if e.name not in own), ())

    def by_frame(self, clause: Clause, roles: Roles) -> tuple[Entity, ...]:
        """The recipients that the first fitting frame of a clause's verb gives."""
        for frame in frames_of(self.language, clause):
            meaning = choose(frame, roles, None)
            if meaning is not None:
                return known(self.find(meaning.recipient, roles, own=False, event=meaning.event))
        return ()

    def by_words(self, roles: Roles) -> tuple[Entity, ...]:
        """The object or its owner, else who is spoken to, where they have a code."""
        found = known(self.participants.of(roles.object) or self.participants.owner(roles.object))
        if found:
            return found
        return known(e for p in roles.obliques if p.preposition in TOWARD for e in self.participants.of(p))


def _loose(obliques: Sequence[Phrase]) -> Iterator[Phrase]:
    """Phrases that hang on the verb: "menjelang pembicaraannya dengan X" is of another act."""
    before: Phrase | None = None
    for phrase in obliques:
        close = before is not None and phrase.first - before.last <= 1
        bound = before is not None and (before.preposition in APART or not TIES.isdisjoint(before.words))
        if not (close and bound):
            yield phrase
        before = phrase


def is_enough(meaning: Meaning, actor: tuple[Entity, ...], recipient: tuple[Entity, ...]) -> bool:
    """Whether the sides found are those that the meaning needs."""
    if meaning.needs == "any":
        return True
    if meaning.needs == "actor":
        return bool(actor)
    if meaning.needs == "recipient":
        return bool(recipient)
    if meaning.needs == "both":
        return bool(actor and recipient) or (meaning.reciprocal and len(actor) > 1)
    return bool(actor or recipient)


def is_state(entity: Entity) -> bool:
    """``Brasil rusuh``: a country is where there is unrest, not who protests."""
    return entity.id == f"state/{entity.code}"


def without_guess(victim: Entity, actor: Sequence[Entity]) -> Entity:
    """Nameless people hit by an army are not of its country only because the sentence names no other."""
    army = any(a.code == victim.code and a.sector in ("MIL", "GOV") for a in actor)
    nameless = (victim.id or "").startswith(NAMELESS) and victim.text == victim.text.lower()
    hit = victim.sector in (None, "CVL") or (victim.id or "").startswith(VEHICLE)
    return replace(victim, code=None) if army and nameless and hit else victim


def without_own_state(actor: Entity, recipient: Sequence[Entity]) -> Entity:
    """``Junta mengusir duta besar Prancis``: a force without a state is not that of the state it acts against."""
    guessed = (actor.id or "").startswith(("agent/", "body/", VEHICLE)) and actor.text[1:] == actor.text[
        1:
    ].lower()
    against = any(e.code == actor.code and _is_never_hit(e, actor) for e in recipient)
    return replace(actor, code=None) if guessed and against else actor


def without_self(recipient: tuple[Entity, ...], actor: Sequence[Entity]) -> tuple[Entity, ...]:
    """``Peru menghentikan perjanjian kedua negara``: of the two that share a thing the other is meant."""
    others = tuple(e for e in recipient if e.code is None or e.code not in {a.code for a in actor})
    together = len(recipient) == PAIR and recipient[0].start == recipient[1].start
    return others if together and len(others) == 1 else recipient


def _is_never_hit(victim: Entity, actor: Entity) -> bool:
    """Whether no body like this acts against that one of its own state: courts may judge a president, armies not."""
    if is_state(victim):
        return actor.sector in NEVER_OWN_STATE
    return victim.office is not None and actor.sector in ("GOV", "MIL")


def is_civil_vehicle(entity: Entity) -> bool:
    """A bus or a cargo ship of nobody named does nothing ("ledakan bus"); "kapal Turki" acts for Turkey."""
    unowned = entity.name == entity.name.lower()
    return (entity.id or "").startswith(VEHICLE) and entity.sector == "CVL" and unowned


def is_plain(entity: Entity) -> bool:
    """``tentara``, ``warga sipil``: people told by what they are, neither counted nor pointed to."""
    words = entity.text.lower().split()
    told = len(words) > PAIR or not DETERMINED.isdisjoint(words)
    return (entity.id or "").startswith(NAMELESS) and entity.text[1:] == entity.text[1:].lower() and not told


def is_vehicle(entity: Entity) -> bool:
    """A ship, an aircraft, a tank."""
    return (entity.id or "").startswith(VEHICLE)


def can_act(entity: Entity) -> bool:
    """Whether somebody can do anything: not buses of nobody, not the dead."""
    unknown = entity.id == NO_STATE and entity.code is None and entity.text.lower().startswith("negara")
    town = (entity.id or "").startswith(TOWN)  # "bom bunuh diri Kabul"
    return not is_civil_vehicle(entity) and entity.id not in DEAD and not unknown and not town


def known(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Those whose code is known."""
    return tuple(e for e in entities if e.code is not None)


def is_internal(meaning: Meaning, sides: Sequence[Entity]) -> bool:
    """Whether a meeting is among people of one government, which PLOVER does not code."""
    if meaning.event != "CONSULT" or not sides:
        return False
    if len(sides) < PAIR:  # "pertemuan Komite Keamanan Nasional"
        return (sides[0].id or "").startswith(BODIES) and sides[0].sector == "GOV"
    sides = [e for e in sides if e.text.split()[0].lower() not in OWN_BODIES] or list(sides)
    codes = {e.code for e in sides if e.code is not None or not (e.id or "").startswith(BODIES)}
    return (  # "Peru menggelar pertemuan Komite Keamanan Nasional": its own
        len(codes) == 1
        and None not in codes
        and all(e.sector in OFFICIAL or e.sector is None for e in sides)  # a town has none: "tiba di Lima"
        and not codes & NOBODYS
    )
