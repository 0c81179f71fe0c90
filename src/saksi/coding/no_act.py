"""Tells which drafts are no act after all: what is only aimed at, able, waited for or true in general.

Turns a draft and its sentence into yes or no. Negation and modals give a status (``status``);
this is about what no status makes an act.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.draft import Draft
from saksi.coding.sides import is_plain, is_vehicle
from saksi.coding.status import is_condition, led_by
from saksi.coding.unmeant import is_unmeant
from saksi.coding.wished import is_wished
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Parse, Token

#: What another side waits for, where it stands behind "sampai".
YIELDING = frozenset({"CONCEDE", "RETREAT", "AGREE"})
#: Acts that give another side something, and words of trying.
GIVEN = frozenset({"CONCEDE", "RETREAT"})
TRYING = frozenset({"berupaya", "berusaha", "mencoba", "coba", "mampu"})
#: Frames of battle.
BATTLES = frozenset({"tempur"})
#: Pronouns of one person.
ALONE = frozenset({"saya", "aku", "ia", "dia"})
#: Frames of ceasing fire, which many meet for.
CEASING = frozenset({"hentikan-serangan"})
#: Acts that a weapon is able to do without anybody doing them.
FORCE = frozenset({"ASSAULT", "MOBILIZE"})
UNDONE = FORCE | GIVEN
#: What is planned in secret is told as a plan: "merencanakan untuk menggulingkan X".
PLOTTING = frozenset({"merencanakan"})
#: Ids of people without a sector.
PEOPLE = ("person/", "doc/", "agent/", "office/", "group/")
#: Verbs of taking care that something does not happen.
PREVENTING = frozenset(
    {"mencegah", "mengantisipasi", "menangkal", "mewaspadai", "mengeliminasi", "cegah", "antisipasi",
     "waspadai", "mempersilakan"}
)  # fmt: skip
#: Before "akan" they say that it did not come about: "tadinya akan divonis".
ONCE = frozenset({"tadinya", "sedianya", "semula", "semestinya", "seharusnya"})
#: Before "diberhentikan": of an office, not of somebody.
APPOINTED = ("diangkat", "dan")
#: Open a reason, and before its verb make it only supposed.
REASONS = frozenset({"karena", "lantaran", "sebab", "setelah"})
ALLEGED = frozenset({"diduga", "dituduh", "dituding", "disangka", "dicurigai", "dianggap", "dinilai"})
#: What orders and forbids, but acts in nobody's stead.
RULES = frozenset({"sanksi", "aturan", "undang-undang", "uu", "peraturan", "dekrit"})
#: Words of any such thing.
EACH, EVERYBODY = "setiap", frozenset({"apa", "pun"})
SPELLS = frozenset({"hari", "malam", "pekan", "minggu", "bulan", "tahun", "kali"})
#: Whoever does something.
ANYBODY = frozenset({"pihak", "siapa", "siapapun", "mereka", "orang", "barangsiapa"})
#: Verbs that say what an act is, and words that rate it.
RATING = frozenset({"menjadi", "merupakan", "adalah", "ialah", "disebut", "dianggap"})
RATES = frozenset({"terburuk", "terbesar", "terparah", "paling", "pertama", "kedua", "ketiga", "terbaru", "terakhir", "mematikan"})  # fmt: skip


class NoActs:
    """Knows the words that leave an act undone."""

    def __init__(self, language: Language) -> None:
        self.leading, self.denials = language.words.leading, language.reference.denials
        self.equating, self.that_words = language.coding.judging.equating, language.reference.that_words

    def has(self, draft: Draft, parse: Parse, tokens: Sequence[Token]) -> bool:
        """Whether the draft tells of no act."""
        return (
            (draft.event in YIELDING and is_condition(draft.host))
            or self._is_tried(draft, parse, tokens)
            or self._is_undenied(draft)
            or _is_general(draft, tokens)
            or _is_of_anybody_who_lies(draft)
            or is_unmeant(draft, tokens)
            or _is_one_alone(draft)
            or _is_undone_by_nobody(draft)
            or _is_rated(draft)
            or _is_freed_place(draft)
            or _is_anybody(draft)
            or _is_topic(draft)
            or self._is_principle(draft, parse, tokens)
            or _is_prevented(draft)
            or _is_content_of_rule(draft)
            or _is_kept_from(draft, parse)
            or _is_given_up(draft, tokens)
            or _is_alleged(draft, tokens)
            or is_wished(draft, tokens)
            or _is_laid_down(draft, tokens)
            or self._is_only_able(draft, parse)
        )

    def _is_tried(self, draft: Draft, parse: Parse, tokens: Sequence[Token]) -> bool:
        """``bertemu Y untuk menghentikan perang``, ``berusaha menghentikan perang``: given to nobody."""
        clause = draft.host
        if draft.event not in GIVEN or clause is None or draft.act is not None:
            return False
        ceases = draft.rule.split("/")[0] in CEASING and led_by(parse, clause, self.leading) != "agreed"
        return (ceases and clause.kind == "purpose") or not _before(clause, tokens).isdisjoint(TRYING)

    def _is_undenied(self, draft: Draft) -> bool:
        """``tak menampik bahwa X``: who does not deny a thing refuses nothing."""
        denies = draft.rule.split("/")[0] in self.denials
        return draft.event == "REJECT" and draft.status == "negated" and denies

    def _is_principle(self, draft: Draft, parse: Parse, tokens: Sequence[Token]) -> bool:
        """``Serangan terhadap warga merupakan kejahatan``: a rule; "serangan itu merupakan ..." tells of one."""
        if draft.event != "ASSAULT" or draft.act is None or draft.actor:
            return False
        for clause in parse.clauses:
            subject = clause.subject
            if clause.verb.word in self.equating and subject and subject.start == draft.anchor.start:
                told = {t.lower for t in tokens if subject.start <= t.start < clause.verb.start}
                return told.isdisjoint(self.that_words)
        return False

    def _is_only_able(self, draft: Draft, parse: Parse) -> bool:
        """``dirancang untuk menggempur X``, ``kapal itu mampu meluncurkan rudal``: no attack is told."""
        clause = draft.host
        if clause is not None and led_by(parse, clause, self.leading) == "aims":
            assert clause.parent is not None  # noqa: S101 - it is led by a word of its parent
            return draft.event in FORCE or parse.clauses[clause.parent].verb.word not in PLOTTING
        if draft.event not in FORCE or draft.status != "hypothetical" or clause is None:
            return False
        if clause.verb.possible and all(is_vehicle(e) for e in draft.actor):
            return True
        return led_by(parse, clause, self.leading) in ("open", "able")


def _is_general(draft: Draft, tokens: Sequence[Token]) -> bool:
    """``kelompok teroris yang membunuh warga sipil``: no number, no name: what such people do."""
    sides = (*draft.actor, *draft.recipient)
    described = draft.host is not None and draft.host.kind == "relative" and bool(draft.recipient)
    if draft.event != "ASSAULT" or draft.act is not None or not (draft.actor and described):
        return False
    if any(c.isdigit() for t in tokens for c in t.text):
        return False
    return all(is_plain(e) for e in sides) or all(_is_doubled(e) for e in draft.actor)


def _is_of_anybody_who_lies(draft: Draft) -> bool:
    """``orang-orang yang menyebarkan berita bohong``: whoever does so, nobody that is told."""
    relative = draft.host is not None and draft.host.kind == "relative"
    return relative and draft.mode == "misinformation" and all(is_plain(e) for e in draft.actor)


def _is_doubled(side: Entity) -> bool:
    """``kelompok-kelompok yang menyerang Peru``: many of a kind, none of them told."""
    half, _, other = side.text.split()[0].lower().partition("-")
    return is_plain(side) and half == other


def _is_one_alone(draft: Draft) -> bool:
    """``Saya tidak mengamuk``: one person is no crowd."""
    fights = draft.event == "ASSAULT" and draft.rule in BATTLES and not draft.recipient
    alone = bool(draft.actor) and {e.text.lower() for e in draft.actor} <= ALONE
    return alone and (draft.event == "PROTEST" or fights)


def _is_undone_by_nobody(draft: Draft) -> bool:
    """``Ia tidak terluka``, ``jangan dibebaskan``: what did not happen, and by whom it did not."""
    return draft.event in UNDONE and draft.status == "negated" and not draft.actor


def _is_rated(draft: Draft) -> bool:
    """``dianggap menjadi serangan terburuk terhadap X``: what is said of an act is no second one.

    Nor is ``serangan terhadap X adalah serangan terhadap Y`` any.
    """
    host = draft.host
    if draft.act is None or host is None or draft.actor or host.verb.word not in RATING:
        return False
    noun = draft.act.head
    if host.subject is not None and host.subject.head == noun and any(p.head == noun for p in host.objects):
        return True
    behind = any(p.start <= draft.act.start < p.end for p in host.objects)
    return behind and not RATES.isdisjoint(draft.act.words)


def _is_freed_place(draft: Draft) -> bool:
    """``Kota X sudah dibebaskan dari ISIS``: nobody is let go."""
    freed = draft.event == "RETREAT" and draft.mode == "release" and bool(draft.recipient)
    return freed and all(e.sector is None and not (e.id or "").startswith(PEOPLE) for e in draft.recipient)


def _is_topic(draft: Draft) -> bool:
    """``Untuk mengirim pasukan ke sana tidak mudah``: what is talked of, with no act that it is for."""
    clause = draft.host
    return clause is not None and clause.kind == "purpose" and clause.parent is None and draft.act is None


def _is_given_up(draft: Draft, tokens: Sequence[Token]) -> bool:
    """``tadinya akan divonis``: what was to be and did not come about."""
    host = draft.host
    if host is None:
        return False
    if tokens[0].lower in ONCE and host.kind in ("main", "purpose", "complement"):
        return True  # "Seharusnya pada Selasa polisi mendeportasi X"
    before = [t.lower for t in tokens if t.start < host.verb.start]
    return draft.status == "future" and bool(before) and before[-1] in ONCE


def _is_alleged(draft: Draft, tokens: Sequence[Token]) -> bool:
    """``ditangkap karena diduga menyerang X``: the reason that is given, no act that is told."""
    host = draft.host
    if host is None or host.marker not in REASONS or draft.act is not None:
        return False
    return any(t.lower in ALLEGED for t in tokens[: host.verb.first] if t.start >= host.verb.start)


def _is_laid_down(draft: Draft, tokens: Sequence[Token]) -> bool:
    """``diangkat dan diberhentikan oleh presiden``: what a law says of an office, nobody lost it."""
    if draft.event != "SANCTION" or draft.host is None:
        return False
    before = tuple(t.lower for t in tokens if t.start < draft.host.verb.start)[-2:]
    return before == APPOINTED


def _is_prevented(draft: Draft) -> bool:
    """``untuk mencegah aksi protes``, ``mempersilakan eksekusi X``: what is not to happen, or only may."""
    host = draft.host
    if draft.act is None or host is None or host.verb.word not in PREVENTING:
        return False
    return any(p.start <= draft.act.start < p.end for p in host.objects)


def _is_content_of_rule(draft: Draft) -> bool:
    """``sanksi PBB yang melarang pengembangan senjata``: what a measure says, told with it."""
    host = draft.host
    if host is None or host.kind != "relative" or host.verb.voice == "passive":
        return False  # "sanksi yang dijatuhkan X" tells what X did
    return host.subject is not None and host.subject.head in RULES


def _is_kept_from(draft: Draft, parse: Parse) -> bool:
    """``mencegah X menyerang Y``: X is kept from it."""
    host = draft.host
    if host is None or host.parent is None or host.subject is None:
        return False
    above = parse.clauses[host.parent]
    return above.verb.word in PREVENTING and any(p.start == host.subject.start for p in above.objects)


def _is_anybody(draft: Draft) -> bool:
    """``melawan pihak yang menyerang X``: whoever that may be."""
    clause = draft.host
    if clause is None or clause.subject is None:
        return False
    words = clause.subject.words
    each = words[0] == EACH and words[1:2] != () and words[1] not in SPELLS
    if each or set(words) >= EVERYBODY:
        return True  # "setiap drone yang menyerang", "gencatan senjata apa pun"
    if draft.actor or clause.kind != "relative":
        return False
    return words[0] in ANYBODY and clause.verb.voice != "passive"


def _before(clause: Clause, tokens: Sequence[Token]) -> set[str]:
    """Words of the verb group before the verb."""
    return {t.lower for t in tokens if clause.verb.start <= t.start < clause.verb.end}
