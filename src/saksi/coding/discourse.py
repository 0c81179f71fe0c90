"""Remembers who was spoken of, so that "ia", "kedua negara" or "blok itu" find their owner.

Turns the mentions of an article, in reading order, into answers to "who is meant here?".
A link is made only when the nearest fitting mention is there; otherwise nobody is meant.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from saksi.annotate.owners import HOME, is_at_home
from saksi.annotate.title_words import MINISTRY, body_key
from saksi.records import Entity, Location, Marks, Name, Parse, Sentence

#: A country is the article's home when it has at least this many mentions ...
HOME_MENTIONS = 3
#: ... and at least this share of all country mentions.
HOME_SHARE = 0.34
#: ... and its people and fighters are meant when it has so many times the mentions of the second.
HOME_LEAD = 1.5
#: The share at which somebody named without office and country is taken to be of that country.
PEOPLE_SHARE = 0.61
#: How often an article names one country for each mention of the next, to be of that one alone.
FAR_AHEAD = 3
#: What tells of a country, and codes that are none.
COUNTRY_KINDS = frozenset({"state", "demonym", "place", "person", "group"})
NO_COUNTRIES = ("IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM")
#: Kinds that own a ministry they stand behind.
OWNING = frozenset({"state", "demonym"})
#: How many "kedua" are.
PAIR = 2
#: How many actors back a set ("kedua negara") may reach.
SET_REACH = 12
#: How far "di" may stand before the name of its place, in tokens.
PLACE_WORDS = 5
PLACE_STOPS = frozenset({",", "antara", "dan", "ke", "dari", "oleh", "dengan", "untuk", "yang", "terhadap"})
#: What a state keeps in another: "di depan kedutaan Peru" is not in Peru.
MISSIONS = frozenset(
    {"kedutaan", "kedubes", "konsulat", "besar", "jenderal", "konjen", "wisma", "pos", "kontingen"}
)
#: Where these are held is not whose people they are about, and how far before "di" they stand.
TALKS = frozenset({"pembicaraan", "perundingan", "ktt", "konferensi", "negosiasi", "dialog", "berunding"})
TALK_REACH = 3
#: How many sentences a place goes on being where the story is.
SCENE_REACH = 3
#: How many sentences "warga" go on being those of the state they were named with.
OWNER_REACH = 3
#: First words of what papers, agencies and stations are called.
PAPERS = frozenset({"surat", "koran", "harian", "majalah", "media", "kantor", "stasiun", "televisi", "situs", "laman", "pers"})  # fmt: skip
#: The sector of people of whom the text tells no office.
PRIVATE = frozenset({"CVL"})
#: Forces that rule where the story is: "Junta mengatakan" after a sentence about what happened in Niger.
RULING = frozenset({"junta"})
#: How many mentions back somebody named is looked for.
REACH = 40
#: How many sentences after their words a speaker is still the one meant by "ia".
SPEAKER_REACH = 2


def discourse_of(marks: Marks) -> Discourse:
    """An empty memory for an article."""
    found = Discourse(find_home(marks), find_home(marks, PEOPLE_SHARE), find_clear_home(marks))
    found.ministries = find_ministries(marks)
    return found


def find_home(marks: Marks, share: float = HOME_SHARE) -> str | None:
    """The country an article is mostly about, None when no country stands out.

    Used for "polisi", "pemerintah" and the like when they stand without their country; for people
    of whom nothing is told, who may be from anywhere, with the higher ``PEOPLE_SHARE``.
    """
    counts = _count_countries(marks)
    if not counts:
        return None
    code, most = min(counts.items(), key=lambda row: (-row[1], row[0]))
    alone = len(counts) == 1 and share == HOME_SHARE  # no other country's police could be meant
    return code if alone or (most >= HOME_MENTIONS and most / counts.total() >= share) else None


def find_ministries(marks: Marks) -> str | None:
    """Whose a bare ministry is: that of the press at home, unless a ministry stands with the country it is of."""
    owned = any(
        after.first == name.last and after.entry.kind in OWNING
        for names in marks.names
        for name, after in pairwise(names)
        if name.entry.kind == "body" and body_key(name.entry.name) == MINISTRY
    )
    return HOME if not owned and is_at_home(n.entry for names in marks.names for n in names) else None


def find_clear_home(marks: Marks) -> str | None:
    """The home of an article that names no other country nearly as often; None for two states at war."""
    (_, most), (_, second) = (*_count_countries(marks).most_common(2), (None, 0), (None, 0))[:2]
    return find_home(marks) if most >= HOME_LEAD * second else None


def find_only_country(marks: Marks) -> str | None:
    """The country that an article names ``FAR_AHEAD`` times as often as any other, None for none."""
    (code, most), (_, second) = (*_count_countries(marks).most_common(2), (None, 0), (None, 0))[:2]
    return code if most >= max(HOME_MENTIONS, FAR_AHEAD * second) else None


def _count_countries(marks: Marks) -> Counter[str]:
    counts: Counter[str] = Counter()
    for names in marks.names:
        for name in names:
            code = name.entry.code if name.entry.kind != "place" else name.entry.country
            if code is not None and name.entry.kind in COUNTRY_KINDS:
                counts[code] += 1
    for code in NO_COUNTRIES:
        counts.pop(code, None)
    return counts


def scene_of(sentence: Sentence, parse: Parse, names: Iterable[Name]) -> str | None:
    """The one country a sentence is placed in by "di X", None when there is none or more.

    Where somebody only speaks ("..., kata X di Jakarta") is no scene.
    """
    spoken = [(c.start, c.end) for c in parse.clauses if c.kind == "attribution"]
    spoken += [(p.start, p.end) for c in parse.clauses if c.kind == "attribution" for p in c.obliques]
    found = {
        name.entry.country or name.entry.code
        for name in names
        if name.entry.kind in ("place", "state")
        and _after_di(sentence, name)
        and not any(start <= name.start < end for start, end in spoken)
    }
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def sole_of(names: Iterable[Name]) -> str | None:
    """The only country that these names have, None when there is none or more."""
    found = {n.entry.code or n.entry.country for n in names if n.entry.kind in ("state", "demonym", "place")}
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _after_di(sentence: Sentence, name: Name) -> bool:
    """``di Kairo``, ``di ibu kota Iran``: "di" with only common nouns between; where others talk is no scene."""
    for k in range(name.first - 1, max(-1, name.first - PLACE_WORDS), -1):
        word = sentence.tokens[k].lower
        if word == "di":
            before = {t.lower for t in sentence.tokens[max(0, k - TALK_REACH) : k]}
            return TALKS.isdisjoint(before)
        if word in PLACE_STOPS or word in MISSIONS:
            return False
    return False


def is_person(entity: Entity | None) -> bool:
    """Whether an entity is somebody, named or by office, and no body or state."""
    if entity is None:
        return False
    named = (entity.id or "").startswith("doc/") and entity.sector in PRIVATE
    return named or entity.office is not None or (entity.id or "").startswith(("person/", "office/"))


def is_press(entity: Entity) -> bool:
    """A paper, an agency or a station, of which an article tells only that it reports."""
    reporter = (entity.id or "").startswith(("person/", "office/")) or entity.office is not None
    papers = entity.text.split()[0].lower() in PAPERS
    return entity.sector == "JRN" and not reporter and (papers or not (entity.id or "").startswith("agent/"))


def _is_named(entity: Entity) -> bool:
    """Whether somebody has a name of their own, and is no "wali kota" alone."""
    return (entity.id or "").startswith(("person/", "doc/"))


class Discourse:
    """The actors spoken of so far, newest last."""

    def __init__(self, home: str | None, people_home: str | None, clear_home: str | None) -> None:
        self.home = home
        self.clear_home = clear_home
        self.people_home = people_home
        self.ministries: str | None = None  # whose a bare ministry is, wherever it stands
        self.actors: list[tuple[Entity, str]] = []  # (entity, kind)
        self.subject: tuple[Entity, ...] = ()  # who the sentence before was about
        self.subject_in = -9  # number of the sentence that told it
        self.last_person: Entity | None = None  # the only person whom the sentence before names
        self.speaker: Entity | None = None  # who spoke last
        self.spoke_in = -9  # number of the sentence in which they did
        self.sentence = 0  # number of the sentence being read
        self.sets: list[tuple[str, tuple[Entity, ...]]] = []  # who one sentence named together, by kind
        self.sides: list[tuple[Entity, ...]] = []  # the two sides of acts told so far
        self.scene: str | None = None  # country that the sentence being read is placed in
        self.sole: str | None = None  # the only country that the sentence being read names
        self.last_scene: str | None = None
        self.place: Location | None = None  # the last place named, for "di kota itu"
        self.scene_in = -9  # number of the sentence that was last placed
        self.paper: Entity | None = None  # the paper that spoke last, by its full name
        self.topic: Entity | None = None  # who the sentence being read is about, for -nya
        self.acted_on: tuple[Entity, ...] = ()  # whom the sentence before told to be acted on
        self.owner_of: dict[str, tuple[str, int]] = {}  # "militer" -> country it last stood with, sentence

    def see(self, entity: Entity, kind: str) -> None:
        """Remember a mention."""
        self.actors.append((entity, kind))

    def last(
        self,
        kinds: Iterable[str],
        *,
        words: frozenset[str] = frozenset(),
        barred: frozenset[str] = frozenset(),
    ) -> Entity | None:
        """The newest actor of one of these kinds; ``words`` must all stand in its office or name.

        Those with a code of ``barred`` are passed by, and the press: "badan itu" is not who reports.
        """
        wanted = frozenset(kinds)
        for entity, kind in reversed(self.actors[-40:]):
            if (
                kind in wanted
                and entity.code not in barred
                and not is_press(entity)
                and (not words or words & set(f"{entity.office or ''} {entity.text}".lower().split()))
            ):
                return entity
        return None

    def person(self) -> Entity | None:
        """Who "ia" is: who spoke in the last sentence, else who it was about, else a speaker just heard."""
        heard = is_person(self.speaker)
        if heard and self.sentence - self.spoke_in <= 1:
            return self.speaker
        if len(self.subject) == 1 and is_person(self.subject[0]):
            passed = self.sentence - self.subject_in > 1  # "Pengumuman itu muncul setelah Presiden X ... Dia"
            return self.last_person if passed and self.last_person is not None else self.subject[0]
        if heard and self.sentence - self.spoke_in <= SPEAKER_REACH:
            return self.speaker
        return next(
            (e for e, kind in reversed(self.actors[-REACH:]) if kind == "person" and _is_named(e)), None
        )

    def set_of(self, count: int, kinds: Iterable[str]) -> tuple[Entity, ...]:
        """Those meant by "kedua negara", "ketiga pemimpin", "kedua pihak", oldest first.

        Sides of an act told before are meant by "pihak"; those that one sentence names
        together come before the two newest actors.
        """
        wanted = frozenset(kinds)
        if count == len(self.subject) == PAIR and "state" in wanted and self._is_about_states():
            return self.subject  # "Peru dan Chile menyerukan X. Kedua negara ..."
        if count == PAIR and "force" in wanted and self.sides:
            return self.sides[-1]
        named = self.together(count, wanted)
        return named or (self._newest(wanted) if count == 2 else ())

    def _is_about_states(self) -> bool:
        """Whether the last sentence was about states, by their names."""
        just = self.sentence - self.subject_in <= 1
        return just and all((e.id or "").startswith("state/") for e in self.subject)

    def together(self, count: int, kinds: Iterable[str]) -> tuple[Entity, ...]:
        """Those whom one sentence named together last."""
        wanted = frozenset(kinds)
        return next(
            (found for kind, found in reversed(self.sets) if kind in wanted and len(found) == count), ()
        )

    def group(self) -> tuple[Entity, ...]:
        """The states that were named together last: "negara-negara itu"."""
        return next((found for kind, found in reversed(self.sets) if kind == "state"), ())

    def two(self, kinds: Iterable[str]) -> tuple[Entity, ...]:
        """The pair meant by "kedua X"."""
        return self.set_of(2, kinds)

    def _newest(self, wanted: frozenset[str]) -> tuple[Entity, ...]:
        found: list[Entity] = []
        for entity, kind in reversed(self.actors[-SET_REACH:]):
            if kind in wanted and all(entity.name != e.name and entity.code != e.code for e in found):
                found.append(entity)
            if len(found) == 2:
                return tuple(reversed(found))
        return ()

    def see_sides(self, actor: tuple[Entity, ...], recipient: tuple[Entity, ...]) -> None:
        """Remember the two sides of an act between them."""
        distinct = {e.name: e for e in (*actor, *recipient) if e.code is not None}
        if len(distinct) == 2 and (len(actor) == 2 or len(recipient) == 1):
            self.sides.append(tuple(distinct.values()))

    def see_group(self, side: Iterable[Entity]) -> None:
        """Remember the states that did an act together, for "ketiga negara itu"."""
        states = {e.code: e for e in side if e.code is not None and e.id == f"state/{e.code}"}
        if len(states) > 1:
            self.sets.append(("state", tuple(states.values())))

    def open_sentence(self, number: int, scene: str | None, sole: str | None) -> None:
        """Begin a sentence placed in the country ``scene`` that names ``sole`` and no other country."""
        self.sentence, self.scene, self.sole = number, scene, sole
        if scene is not None:
            self.last_scene, self.scene_in = scene, number

    def be_about(self, subject: tuple[Entity, ...]) -> None:
        """Remember who the sentence being read was about; nobody leaves who the last one was about."""
        if subject:
            self.subject, self.subject_in = subject, self.sentence

    def close_sentence(self, named: Iterable[tuple[Entity, str]]) -> None:
        """Remember who a sentence named, and who together."""
        everybody = list(named)
        self.actors.extend(everybody)
        people = {e.name: e for e, kind in everybody if kind == "person"}
        self.last_person = next(iter(people.values())) if len(people) == 1 else None
        for kind in ("state", "person"):
            distinct: dict[str, Entity] = {}
            for entity, seen_as in everybody:
                key = entity.code if kind == "state" else entity.name
                if seen_as == kind and key is not None:
                    distinct.setdefault(key, entity)
            if len(distinct) > 1:
                self.sets.append((kind, tuple(distinct.values())))

    def carried(self) -> str | None:
        """The country where the story was in the last sentences."""
        return self.last_scene if self.sentence - self.scene_in <= SCENE_REACH else None

    def country_of(self, word: str, *, force: bool, authority: bool) -> str | None:
        """The country of a body or force that stands without one.

        The armed forces of the last mention go on being those; others belong to where the
        sentence plays, to whom they last belonged, else to the country of the article. An
        ``authority`` is of that country also where the article names another nearly as often.
        """
        home = self.home if authority else self.clear_home
        carried = self.carried()
        known = self.owner_of.get(word) or self._owner_of_longer(word) or self._owner_of_body(word)
        code, told_in = known or ("", 0)
        if force:
            return code or self.scene or (self.carried() if word in RULING else None) or home
        owner = code if self.sentence - told_in <= OWNER_REACH else ""
        return self.scene or owner or carried or home or self.sole

    def own(self, word: str, code: str | None) -> None:
        """Remember whose a body, force or people were told to be."""
        self.owner_of[word] = (code or "", self.sentence)

    def _owner_of_body(self, word: str) -> tuple[str, int] | None:
        """``juru bicara militer`` after "militer Peru": of the country of the body."""
        return self.owner_of.get(word.rsplit(maxsplit=1)[-1]) if " " in word else None

    def _owner_of_longer(self, word: str) -> tuple[str, int] | None:
        """``kementerian`` after "Kementerian Luar Negeri China": the country of the last longer name."""
        longer = (told for name, told in reversed(self.owner_of.items()) if name.startswith(f"{word} "))
        return next(longer, None)
