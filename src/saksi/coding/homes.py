"""Tells which country somebody is of who is named without one: "militer", "para menteri", "warga".

Turns a role and where it stands into a country: that of who is pointed to, of who speaks, of a
longer name told before, of where the story plays. None where nothing tells it: diplomats of seven
states, ships of trade, people of one of two states at war.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from saksi.annotate.title_words import MINISTRY, body_key
from saksi.coding.discourse import Discourse
from saksi.coding.referring import Referring
from saksi.coding.titled import find_longer
from saksi.lang.language import Language
from saksi.records import Entity, Name, Phrase

#: Entries of words for a country: "negara tetangganya, Lebanon".
COUNTRIES = ("agent/negara", "agent/jiran", "agent/sekutu", "agent/mitra")
#: Words for others than their owner: "Washington dan sekutunya".
ALLIES = ("agent/sekutu", "agent/mitra")
#: Before those who lead states or talk for them it means many, who may be of several countries.
MANY = frozenset({"para"})
SEVERAL = frozenset({"sejumlah", "beberapa", "berbagai", "banyak", "puluhan"})
LEADERS = (
    "office/pemimpin",
    "office/kepala-negara",
    "agent/kepala-negara",
    "office/kepala-pemerintahan",
    "office/presiden",
    "office/perunding",
    "office/menteri",
    "office/diplomat",
    "office/duta",
)
#: Behind a role they say that it is of more than one country, or anywhere that it is of no known one.
ABROAD = frozenset({"negara-negara", "dunia"})
FOREIGN = frozenset({"asing", "internasional", "mancanegara"})
#: "para menteri negara Teluk" are of many states, though "negara" is one.
KINDS_OF_STATE = frozenset(
    {"afrika", "arab", "asia", "barat", "berkembang", "besar", "donor", "eropa", "islam", "kecil", "maju", "mitra",
     "muslim", "sahabat", "teluk", "tetangga"}
)  # fmt: skip
#: "seluruh anggota": those of the bloc that was spoken of.
MEMBERS = frozenset({"anggota", "anggotanya"})
#: Sectors of those who rule and judge at home.
AUTHORITIES = frozenset({"GOV", "COP", "JUD", "LEG", "OPP", "PTY", "SPY"})
RULING = frozenset({"junta", "pemimpin", "penguasa", "presiden"})
#: Short names of bodies that were named in full before.
COUNCILS = frozenset({"Dewan", "Komisi", "Mahkamah"})
#: Governments that stand without their state.
GOVERNMENTS = frozenset(
    {"pemerintah", "pemerintahan", "militer", "tentara", "pasukan", "polisi", "otoritas", "junta", "rezim"}
)


class Homes:
    """Finds the countries of roles in one article."""

    def __init__(self, language: Language, discourse: Discourse, referring: Referring) -> None:
        self.language, self.discourse, self.referring = language, discourse, referring

    def of(self, member: Phrase, head: Name, words: str) -> str | None:
        """The country of the role ``head`` in a phrase, whose ``words`` end with its last name."""
        entry = head.entry
        mine = self._pointed_owner(member, words)
        code = mine.code if mine is not None and not entry.id.startswith(ALLIES) else None
        code = code or self._longer(head) or entry.code or self._spoken_for(head) or self._ministry(head)
        behind = member.words[head.last - member.first :]
        if not code and (
            member.words[-1] in MEMBERS
            or self._of_several(behind)
            or not FOREIGN.isdisjoint((*words.split(), *behind))
        ):
            return None
        if member.words[0] in MANY and entry.id.startswith(LEADERS):
            code = code or self.discourse.people_home
        elif self._has_home(head):
            force = entry.sector == "MIL" or entry.kind == "office"
            code = code or self.discourse.country_of(head.text.lower(), force=force, authority=_rules(head))
        return code or None

    def _ministry(self, head: Name) -> str | None:
        """``Kementerian Luar Negeri``, bare in the press of the country that the article is about."""
        bare = head.entry.kind == "body" and body_key(head.entry.name) == MINISTRY
        return self.discourse.ministries if bare and head.text[:1].isupper() else None

    def _spoken_for(self, head: Name) -> str | None:
        """``Presiden Peru mengumumkan bahwa tentara dikerahkan``: who speaks for a state means its own."""
        voice = self.referring.speaker if self.referring.quoted else self.referring.reporter
        rules = len(voice) == 1 and voice[0].sector == "GOV" and voice[0].office is not None
        return voice[0].code if rules and head.text.lower() in GOVERNMENTS else None

    def _longer(self, head: Name) -> str | None:
        """``Departemen Keuangan`` after "Departemen Keuangan Peru": the country of the longer name."""
        if head.text in COUNCILS:  # "Dewan" after "Dewan Keamanan PBB"
            council = (e for e, _ in reversed(self.discourse.actors) if e.text.startswith(f"{head.text} "))
            return next((e.code for e in council if (e.id or "").startswith("organisation/")), None)
        official = head.entry.kind == "body" and head.text[:1].isupper() and " " in head.text
        longer = find_longer(head.text.lower().split(), self.discourse) if official else None
        return longer.code if longer is not None else None

    def _of_several(self, words: Sequence[str]) -> bool:
        """``diplomat tujuh negara``, ``pemimpin negara-negara Teluk``: of more than one; "otoritas negara" is of one."""
        counts = self.language.reference.counts
        counted = any(
            b == "negara" and (a in counts or a in SEVERAL or a[:1].isdigit()) for a, b in pairwise(words)
        )
        kinds = any(a == "negara" and b in KINDS_OF_STATE for a, b in pairwise(words))
        return counted or kinds or not ABROAD.isdisjoint(words)

    def _has_home(self, head: Name) -> bool:
        """Whether the place of the story tells the country: not of "sejumlah negara" nor of strangers."""
        vague = head.entry.id.startswith(COUNTRIES)
        word = head.text.lower()
        first, *rest = word.split()
        half, _, other = first.partition("-")  # "kapal-kapal komersial"
        word = " ".join((half, *rest)) if half == other else word
        kind = word if head.entry.sector == "MIL" else word.split()[0]  # "kapal dagang", no "pesawat tempur"
        return not vague and self.language.reference.stateless.isdisjoint((word, kind))

    def _pointed_owner(self, member: Phrase, words: str) -> Entity | None:
        """Whose "pasukannya" is, by who the sentence is about, or "kapal negara itu", by the last state."""
        if words.endswith("nya"):
            return self.discourse.topic
        if member.words[-1] in self.language.reference.plural:  # "X mengatakan pasukan mereka diserang"
            return next(iter(self.referring.reporter), self.discourse.topic)
        if member.words[-1] in self.language.reference.speaker:  # "militer kami"
            return next(iter(self.referring.speaker), None)
        if member.words[-1] in self.language.reference.that_words and member.words[-2:-1] == ("negara",):
            return self.referring.last(("state",), member, own=True)
        return None


def _rules(head: Name) -> bool:
    """Whether a role rules or judges at home: police and courts, also a junta and the leader of a coup."""
    ruling = not RULING.isdisjoint(head.text.lower().split())
    return head.entry.sector in AUTHORITIES or ruling
