"""Turns noun phrases into participants: who can act, with code, sector and office.

"Menteri Luar Negeri China Wang Yi" is one person, "China dan Rusia" two states, "pasukan
Rusia" a force of a country, "serangan Israel" nobody, though Israel owns it. Reference
words ("kedua negara", "ia", "blok itu") are looked up in the discourse.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.coding.beside import Beside
from saksi.coding.discourse import Discourse, is_person
from saksi.coding.draft import OFFICIAL
from saksi.coding.homes import ALLIES, COUNTRIES, GOVERNMENTS, Homes
from saksi.coding.listed import included
from saksi.coding.pairs import find_pair
from saksi.coding.referring import REFERS_AS, Referring
from saksi.lang.language import Language
from saksi.records import Entity, Name, Phrase, Token

#: Kinds of entry that are actors by themselves.
SELF = frozenset({"person", "organisation", "group", "state"})
#: Kinds that name a role or body; the country stands beside them.
ROLE = frozenset({"office", "body", "agent"})
#: Kinds that a body or force may belong to.
OWNERS = frozenset({"state", "demonym", "organisation", "group", "place", "person"})
#: Entries of words for a body or a member of one, and what they may mean: "Anggota NATO, Turki, ...".
GENERAL = frozenset(
    {
        "agent/anggota",
        "agent/blok",
        "agent/blok-regional",
        "agent/aliansi",
        "agent/kelompok",
        "agent/organisasi",
    }
)
BODIES = ("state", "organisation", "group")
#: Sectors and entries of officials in a list.
OFFICES, ROLES = frozenset({"GOV", "LEG"}), "office/"
#: Members of "tentara Peru dan Chile".
PAIR = 2
#: Members of a list in the name of a ministry, at least.
LISTED = 2
#: A word for a state that is a continent behind "negara".
CONTINENT = "Amerika"
#: People who are of another state than where they live.
SETTLERS = frozenset({"agent/pemukim", "agent/pemukim-yahudi"})
#: Words behind the name of a body that make it one of a state.
NATIONAL = frozenset({"nasional", "tertinggi", "tinggi", "federal"})
REBELS = frozenset({"pemberontak", "gerilyawan", "separatis"})
#: Words behind a state that make it a company: "Qatar Airways".
COMPANIES = frozenset(
    {"airways", "airlines", "air", "aerospace", "energy", "petroleum", "telecom", "bank", "steel", "motors", "electric",
     "securities", "times", "post", "daily", "herald", "today", "tv"}
)  # fmt: skip
#: Nouns that leave a country a country: "pemerintah China" and "pihak Rusia" act as the state.
STATE_NOUNS = frozenset({"pemerintah", "pemerintahan", "pihak", "negara", "kubu", "otoritas"})


class Participants:
    """Reads participants off the phrases of one article."""

    def __init__(self, text: str, language: Language, discourse: Discourse) -> None:
        self.text, self.language, self.discourse = text, language, discourse
        self.referring = Referring(text, language, discourse)
        self.beside = Beside(language)
        self.homes = Homes(language, discourse, self.referring)
        self.tokens: Sequence[Token] = ()
        self.names_at: dict[int, Name] = {}  # names of the sentence being read, by first token

    def open_sentence(self, tokens: Sequence[Token], names: Sequence[Name]) -> None:
        """Begin a sentence with these words and names."""
        self.tokens = self.referring.tokens = tokens
        self.names_at = self.beside.names_at = {name.first: name for name in names}
        self.beside.tokens, self.referring.names = tokens, names

    def of(self, phrase: Phrase | None) -> tuple[Entity, ...]:
        """Everybody in a phrase who can act; empty when nobody can."""
        if phrase is None or self._owners_listed(phrase):
            return ()
        whole = self._one_post(phrase)
        if whole is not None:
            return (whole,)
        out: list[Entity] = []
        for member in self._without_place(phrase) or (phrase,):
            for found in self._member(member):
                entity = _with_code_of(_with_role_of(found, out, phrase), out)
                again = is_person(entity)  # "Presiden Peru, Raka Suryanta, dan ..." names one man
                if all(entity.name != e.name or (entity.start != e.start and not again) for e in out):
                    out.append(entity)
        out = _without_appositions(out)
        named = included(self.tokens, self.names_at, phrase.last) if out else ()
        return _with_state_beside((*out, *(self._plain(name, name) for name in named)))

    def _one_post(self, phrase: Phrase) -> Entity | None:
        """``Kementerian Ekonomi, Perdagangan, dan Industri Fiji``: one body or post with a list in its name."""
        if len(phrase.members) < LISTED or phrase.words[0] not in self.language.reference.listing:
            return None
        words = self.text[phrase.members[0].end : phrase.end].replace(",", " ").split()
        if not all(w == "dan" or w[0].isupper() for w in words) or not phrase.names:
            return None
        head, last = phrase.names[0], phrase.names[-1]
        between = phrase.names[1:-1]
        if (
            head.first != phrase.first
            or last.last != phrase.last
            or any(n.entry.kind == "person" for n in between)
        ):
            return None
        if last.entry.kind == "person" and (last.entry.office or "").startswith(head.text):
            return self._person(head, last, list(phrase.names))
        if last.entry.kind not in ("state", "demonym") or between:
            return None
        text = self.text[phrase.start : phrase.end]
        office = text if head.entry.kind == "office" else None
        code = last.entry.code
        return Entity(text, phrase.start, phrase.end, text, head.entry.id, code, head.entry.sector, office)

    def _without_place(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """``Di ibu kota, Nairobi, polisi dan tentara``: a town that only names the words before it is no member."""
        members = phrase.members
        if len(members) < 2 or phrase.first == 0 or self.tokens[phrase.first - 1].text != ",":
            return members
        first, second = members[0], members[1]
        town = len(first.names) == 1 and first.names[0].text.lower() in self.language.atlas.seats
        named = bool(second.names) and second.names[0].entry.kind in ("state", "place")
        return (
            members[1:] if town and first.names[0].entry.kind in ("state", "place") and not named else members
        )

    def _owners_listed(self, phrase: Phrase) -> bool:
        """``serangan AS dan Inggris``: the list is of the owners of a thing, nobody in it acts."""
        if len(phrase.members) < 2:
            return False
        first, rest = phrase.members[0], phrase.members[1:]
        if not first.names or self._is_head(first, first.names[0]) or self.referring.find(first) is not None:
            return False
        return first.names[-1].last == first.last and all(
            m.names and m.names[0].first == m.first for m in rest
        )

    def of_name(self, name: Name) -> tuple[Entity, ...]:
        """The actor that a name by itself is, the country behind a body taken with it."""
        behind = self.names_at.get(name.last)
        names = [name] if behind is None else [name, behind]
        last = names[-1]
        words = tuple(t.lower for t in self.tokens[name.first : last.last])
        phrase = Phrase(
            name.sentence, name.first, last.last, name.start, last.end, words[0], words, tuple(names)
        )
        return self._member(phrase)

    def owner(self, phrase: Phrase | None) -> tuple[Entity, ...]:
        """Who a thing belongs to: "serangan Israel" gives Israel."""
        if phrase is None:
            return ()
        out: list[Entity] = []
        for member in phrase.members or (phrase,):
            pointed = self.referring.owners(member)
            if pointed:  # "perjanjian kedua negara"
                out.extend(self.referring.moved(pointed, member))
                continue
            owners = SELF | {"demonym", "body", "office"}
            if member.head not in self.language.reference.laws:  # "undang-undang agen asing" is about them
                owners |= {"agent"}
            names = [n for n in member.names if n.entry.kind in owners and not self._is_company(n)]
            if names:
                first = names[0]
                rest = [n for n in member.names if n.first >= first.first]
                entity = self._named(member, rest)
                if entity is not None and all(entity.name != e.name for e in out):
                    out.append(entity)
            elif not member.names:
                out.extend(self._pair(member, heading=False))
        return tuple(out)

    def thing(self, phrase: Phrase | None) -> Entity | None:
        """A thing or unnamed people as a participant: its words, with the country it belongs to."""
        if phrase is None:
            return None
        if phrase.words[-1] in self.language.reference.rest and not phrase.names:
            return None  # "melukai 30 lainnya": of those just told, who are nobody else
        topic = self.discourse.topic
        if phrase.words[-1] == "mereka" and len(phrase.words) > 1 and topic is not None:
            return next(iter(self.referring.moved((topic,), phrase)))
        code = next(
            (n.entry.code or n.entry.country for n in phrase.names if n.entry.code or n.entry.country), None
        )
        text = self.text[phrase.start : phrase.end]
        return Entity(text, phrase.start, phrase.end, text, None, code)

    def named(self, names: Sequence[Name]) -> Iterator[tuple[Entity, str]]:
        """The persons, states, organisations and groups of a sentence, as the discourse keeps them."""
        for name in names:
            entry = name.entry
            if entry.kind in SELF:
                code, sector = (
                    entry.code or entry.country,
                    entry.sector or ("GOV" if entry.kind == "state" else None),
                )
                if entry.kind == "person":
                    code = code or self.discourse.people_home
                yield (
                    Entity(name.text, name.start, name.end, entry.name, entry.id, code, sector, entry.office),
                    REFERS_AS[entry.kind],
                )

    # ---- one member of a coordination ------------------------------------------

    def _member(self, member: Phrase) -> tuple[Entity, ...]:
        pointed = self.referring.find(member)
        if pointed is not None:
            return pointed
        if not member.names:
            return self._pair(member, heading=True)
        first = member.names[0]
        if not self._is_head(member, first):
            return ()
        owners = self.referring.owners(member) if first.entry.kind in ROLE else ()
        owners = owners or (self._pair(member, heading=False) if first.entry.kind in ROLE else ())
        if owners:
            return self._of_each(member, first, owners)
        if self._is_company(first):
            return ()
        entity = self._named(member, list(member.names))
        return (entity,) if entity is not None else ()

    def _is_company(self, name: Name) -> bool:
        """``Qatar Airways``: a business or paper that has a state in its name."""
        after = self.tokens[name.last] if name.last < len(self.tokens) else None
        named = name.entry.kind in ("state", "demonym") and after is not None
        return named and after is not None and after.text[:1].isupper() and after.lower in COMPANIES

    def _of_each(self, member: Phrase, head: Name, owners: Sequence[Entity]) -> tuple[Entity, ...]:
        """``Menteri Pertahanan kedua negara``: one of each."""
        words, entry = self.text[member.start : member.end], head.entry
        office = head.text if entry.kind == "office" else None
        return tuple(
            Entity(
                words, member.start, member.end, f"{head.text} {owner.name}",
                owner.id if office else entry.id,  # the leaders of two states speak for them
                owner.code, entry.sector, office,
            )
            for owner in owners
        )  # fmt: skip

    def _pair(self, member: Phrase, *, heading: bool) -> tuple[Entity, ...]:
        """``Israel-Hamas``: two sides in one word, which must open the phrase when ``heading``."""
        for k in range(member.first, member.first + 1 if heading else member.last):
            found = find_pair(self.tokens[k], self.language.atlas) if "-" in self.tokens[k].text else None
            if found is not None:
                for entity in found:
                    self.discourse.see(entity, "state")
                return found
        return ()

    def _is_head(self, member: Phrase, name: Name) -> bool:
        """Whether the name is the head: only determiners, numbers and adjectives stand before it."""
        units = self.language.words.units
        for token in self.tokens[member.first : name.first]:
            if token.kind in ("number", "mark"):
                continue
            classes = {row[1] for row in units.get(token.lower, ())}
            if not classes & {"determiner", "adverb", "preposition"} and token.lower not in STATE_NOUNS:
                return False
        return True

    def _named(self, member: Phrase, names: list[Name]) -> Entity | None:
        head = names[0]
        kind = head.entry.kind
        if any(n.entry.kind == "person" for n in names):
            somebody = self._somebody(member, names)
            if somebody is not None:
                return somebody
        meant = self._meant(member, head)
        if meant is not None:
            return self._plain(meant, meant)
        apposed = self.beside.apposed(member, ("person",)) if kind in ("office", "agent") else None
        if apposed is not None:
            return self._person(head, apposed, [*names, apposed])
        if kind in ROLE:
            return self._role(member, head, names)
        if kind in ("demonym", "place") and len(names) > 1 and names[1].entry.kind in ROLE | SELF:
            return self._named(member, names[1:])
        same = [n for n in names if n.entry.id == head.entry.id]
        return self._national(member, names) or self._plain(head, same[-1])

    def _national(self, member: Phrase, names: Sequence[Name]) -> Entity | None:
        """``Dewan Keamanan Nasional Peru``: a council of a state, not the one of the United Nations."""
        head = names[0]
        after = self.tokens[head.last].lower if head.last < len(self.tokens) else ""
        if head.entry.kind != "organisation" or after not in NATIONAL:
            return None
        owner = next((n.entry.code for n in names if n.entry.kind == "state"), None)
        word = head.text.lower()
        code = owner or self.discourse.country_of(word, force=False, authority=True)
        text = self.text[head.start : member.end]
        return Entity(text, head.start, member.end, text, f"body/{word}", code, "GOV")

    def _somebody(self, member: Phrase, names: list[Name]) -> Entity | None:
        """Who a phrase with a person's name is: that person, or who serves or belongs to them (None)."""
        head, person = names[0], next(n for n in names if n.entry.kind == "person")
        owned = head.entry.kind in ROLE and head.text.lower() in self.language.reference.owned
        if not owned and not self._serves(head, person):
            return self._person(head, person, names)
        apposed = self.beside.apposed(member, ("person",)) if head.entry.kind == "office" else None
        if apposed is None:
            return None
        return self._person(
            apposed, apposed, [*names, apposed]
        )  # "penasihat Presiden Fiji Raka, Suryanta Wira"

    def _serves(self, head: Name, person: Name) -> bool:
        """``juru bicara Presiden Fiji Raka Suryanta``: the post is of somebody else when Raka is the president."""
        office = (person.entry.office or "").lower()
        words = head.text.lower()
        serves = any(words == w or words.startswith(f"{w} ") for w in self.language.reference.serving)
        serving = serves and head.entry.kind == "office"
        return (
            serving and bool(office) and not office.startswith(head.text.lower()) and person.first > head.last
        )

    def _meant(self, member: Phrase, head: Name) -> Name | None:
        """The state or body that a general word only describes: "sekutunya, Peru", "Anggota NATO, Turki, ..."."""
        if head.entry.id.startswith(COUNTRIES):
            known = self.beside.apposed(member, ("state",)) or self.beside.described(member)
            return known or self.beside.enclosed(member, ("state",))
        return self.beside.enclosed(member, BODIES) if head.entry.id in GENERAL else None

    def _plain(self, first: Name, last: Name) -> Entity:
        entry = first.entry
        code = entry.code or entry.country
        sector = entry.sector or ("GOV" if entry.kind == "state" else None)
        text = self.text[first.start : last.end]
        entity = Entity(text, first.start, last.end, entry.name, entry.id, code, sector)
        if text.lower() in self.language.reference.citizens:
            entity = replace(entity, name=text, id=f"agent/{text.lower()}", sector="CVL")
        self.discourse.see(entity, REFERS_AS.get(entry.kind, "thing"))
        return entity

    def _person(self, first: Name, person: Name, names: list[Name]) -> Entity:
        entry = person.entry
        code = self._served(first, names) or entry.code
        if code is None:
            # "Direktur Kerja Sama ASEAN Kementerian Ambar X": ASEAN is what the ministry deals with
            inside = any(n.entry.kind == "body" for n in names)
            own = (
                n.entry.code or n.entry.country
                for n in names
                if n is not person and not (inside and n.entry.kind == "organisation")
            )
            code = next((c for c in own if c), None)
        start = first.start if first.first <= person.first else person.start
        entity = Entity(
            self.text[start : person.end], start, person.end, entry.name, entry.id,
            code or self.discourse.people_home, entry.sector or "CVL", entry.office,
        )  # fmt: skip
        self.discourse.see(entity, "person")
        return entity

    def _served(self, first: Name, names: Sequence[Name]) -> str | None:
        """``PM Belanda Arkana``: the state that stands right behind the office, whatever they became later."""
        if first.entry.kind != "office":
            return None
        behind = next((n for n in names if n.first == first.last and n.entry.kind == "state"), None)
        return behind.entry.code if behind is not None else None

    def _role(self, member: Phrase, head: Name, names: list[Name]) -> Entity | None:
        owner = next(
            (n for n in names[1:] if n.entry.kind in OWNERS),
            None,
        )
        owner = owner or self.beside.homeland(member) or self._enclosed(member, head)
        if owner is not None and head.entry.id.startswith(COUNTRIES) and owner.text == CONTINENT:
            return self._plain_role(member, head)
        entry = head.entry
        last = max((n for n in names), key=lambda n: n.end)
        if owner is not None:
            code = owner.entry.code or owner.entry.country
            self.discourse.own(head.text.lower(), code)
            code = None if entry.id.startswith(ALLIES) else code  # "sekutu Rusia" is not Russia
        else:
            code = self.homes.of(member, head, self.text[head.start : last.end])
            last = head if last.start > head.end + 40 else last
        sector = entry.sector
        if owner is not None and owner.entry.kind == "group" and entry.kind in ("agent", "office"):
            sector = owner.entry.sector
        elif (
            owner is not None
            and owner.entry.kind == "state"
            and entry.sector == "PTY"
            and owner.first > member.last
        ):
            sector = "MIL"  # "koalisi yang dipimpin Arab Saudi"
        if entry.id.startswith("vehicle/") and any(n.entry.id == "body/pemerintah" for n in names):
            sector = "GOV"  # "kapal pemerintah Filipina"
        if owner is not None and owner.entry.kind == "organisation" and "komisi" in member.words:
            sector = "GOV"  # "Ketua Komisi Uni Eropa" is in no parliament
        if sector == "MIL" and "polisi" in member.words:
            sector = "COP"  # "pasukan polisi Kenya"
        if sector == "MIL" and not REBELS.isdisjoint(member.words):
            sector = "REB"  # "pasukan pimpinan komandan pemberontak Haftar"
        text_end = max(last.end, owner.end if owner is not None else head.end)
        name = self.text[head.start : text_end]
        start = min(member.start, head.start)
        office = name if entry.kind == "office" else None
        entity = Entity(
            self.text[start:text_end], start, text_end, name, entry.id, code or None, sector, office
        )
        self.discourse.see(entity, REFERS_AS.get(entry.kind, "thing"))
        return entity

    def _enclosed(self, member: Phrase, head: Name) -> Name | None:
        """``pasukan blok regional, Uni Afrika, ...``: the body that a force of a general body is of."""
        general = any(n is not head and n.entry.id in GENERAL for n in member.names)
        return self.beside.enclosed(member, BODIES) if general else None

    def _plain_role(self, member: Phrase, head: Name) -> Entity:
        """``11 negara Amerika``: countries of a continent are of no one country."""
        entity = Entity(
            self.text[member.start : member.end],
            member.start,
            member.end,
            self.text[head.start : member.end],
            head.entry.id,
            None,
            head.entry.sector,
        )
        self.discourse.see(entity, REFERS_AS.get(head.entry.kind, "thing"))
        return entity


def _without_appositions(sides: list[Entity]) -> list[Entity]:
    """``ECOWAS, blok regional dan ekonomi, meminta``: what only says what a body is takes no part beside it."""
    body = len(sides) > 1 and (sides[0].id or "").startswith("org/")
    return [e for e in sides if e.code is not None or e.sector is not None] if body else sides


def _with_state_beside(sides: Sequence[Entity]) -> tuple[Entity, ...]:
    """``pemerintah dan ELN``, ``Militer dan Garda Pantai Peru``: forces without their state are of that beside them.

    A group's state comes first; else that of the only one whose forces are named.
    """
    sides = [_with_owner_behind(e, sides[k + 1 :]) for k, e in enumerate(sides)]
    group = next((e.code for e in sides if (e.id or "").startswith("group/") and e.code is not None), None)
    codes = {e.code for e in sides if e.code is not None}
    forces = any(e.code is not None and e.sector in OFFICIAL - {"GOV"} for e in sides)
    sole = next(iter(codes)) if forces and len(codes) == 1 else None
    return tuple(
        replace(e, code=group or e.code or sole) if e.text.lower() in GOVERNMENTS else e for e in sides
    )


def _with_owner_behind(entity: Entity, behind: Sequence[Entity]) -> Entity:
    """``pemukim dan tentara Peru``: settlers beside a force are of its state, not of where they settle."""
    if entity.id not in SETTLERS or entity.code is not None:
        return entity
    return replace(entity, code=next((e.code for e in behind if e.sector in OFFICIAL), None))


def _with_role_of(entity: Entity, before: Sequence[Entity], phrase: Phrase) -> Entity:
    """``tokoh masyarakat Peru dan Chile``: a state behind somebody of a state has somebody of its own there."""
    first = phrase.members[0] if len(phrase.members) == PAIR and len(before) == 1 else None
    if first is None or entity.id != f"state/{entity.code}" or not first.names:
        return entity
    head, owner = before[0], first.names[-1]
    listed = (
        owner.entry.kind == "state"
        and owner.last == first.last
        and entity.text == phrase.members[1].names[0].text
    )
    if not listed or not (head.id or "").startswith(("agent/", "office/")):
        return entity
    return replace(entity, id=head.id, sector=head.sector)


def _with_code_of(entity: Entity, before: Sequence[Entity]) -> Entity:
    """``Menteri X dari Israel dan dua menteri lain``: nameless officials are of the country named first."""
    if not before or entity.sector not in OFFICES or not (entity.id or "").startswith(ROLES):
        return entity
    if any(c.isupper() for c in entity.text):
        return entity
    return replace(entity, code=before[0].code)
