"""Turns the tokens of a sentence into units: words that do one job in the sentence.

A name, a verb form of several words or a preposition of two words is one unit. Times and
brackets are left out, because they interrupt the grammar and do not take part in it. It
does not build phrases (``phrases`` does).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from saksi.lang.language import Language
from saksi.lang.lexicon import Sense, strip_clitic
from saksi.records import Name, Token
from saksi.segment.morphology import guess_voice, is_borrowed_verb

#: What a unit is. One letter each, so that rules read like a pattern.
NOUN, VERB, AUX, ADVERB, DETERMINER, PRONOUN = "N", "V", "X", "A", "D", "O"
RELATIVE, THAT, PURPOSE, CONDITION, SUBORDINATE = "R", "B", "U", "I", "S"
CONJUNCTION, CONTRAST, PREPOSITION, CUE, TIME = "J", "C", "P", "Q", "T"
COMMA, STOP, QUOTE = ",", ".", '"'

TAG_OF_CLASS = {
    "negation": AUX, "failure": AUX, "future": AUX, "possible": AUX, "must": AUX, "past": AUX,
    "adverb": ADVERB, "relative": RELATIVE, "complementizer": THAT, "purpose": PURPOSE,
    "condition": CONDITION, "subordinate": SUBORDINATE, "conjunction": CONJUNCTION, "contrast": CONTRAST,
    "preposition": PREPOSITION, "copula": VERB, "pronoun": PRONOUN, "determiner": DETERMINER,
}  # fmt: skip
CUE_BEFORE = frozenset({",", '"', "”", "’", "'", "?", "!", "."})
#: Prepositions that only introduce a date when one follows.
TIME_PREPOSITIONS = frozenset(
    {"pada", "sejak", "hingga", "sampai", "dari", "di", "dalam", "selama", "per", "untuk"}
)

#: Pronouns before a verb without prefix: "yang kami serang".
DOERS = frozenset({"kami", "kita", "saya", "mereka", "dia", "ia"})
#: Adverbs that are prepositions before a name.
COMITATIVE = frozenset({"bersama"})
#: Adverbs that tell how an act was done behind its noun: "serangan langsung Iran".
OF_ACTS = frozenset({"langsung"})
#: Adverbs that are verbs before the place moved to.
RETURNING = frozenset({"kembali"})
#: A preposition that is the verb of its clause behind "yang".
TIED = frozenset({"terkait"})
#: Adverbs that join a second verb: "mendukung Peru sekaligus mengecam Kenya".
ALSO = frozenset({"sekaligus"})
#: Modals that are verbs before a clause, and what opens one.
WISHES, OPENERS = frozenset({"berharap"}), frozenset({"agar", "supaya", "bahwa"})
#: Words that describe the noun before them, and else are verbs: "pemerintah mematikan internet".
LETHAL = frozenset({"mematikan"})
#: ``kebutuhan mendesak``: urgent, and else a verb of asking.
URGENT = "mendesak"
URGENT_THINGS = frozenset(
    {"prioritas", "kebutuhan", "keadaan", "kondisi", "isu", "hal", "masalah", "tugas", "agenda", "kepentingan",
     "langkah-langkah", "tantangan", "persoalan", "situasi", "paling", "lebih", "cukup", "bersifat"}
)  # fmt: skip
#: Words that equate two phrases when they stand between them.
EQUATING = frozenset({"bukan", "bukanlah", "termasuk"})
#: Adverbs that tell in a headline what is to come: "Pasukan Rusia Segera Tinggalkan Peru".
SOON = frozenset({"segera"})
#: Tokens at least before "di Kyiv, Ukraina" for it not to open the sentence, and what makes it a list.
LEAST_BEFORE = 2
JOINING = frozenset({",", "dan", "serta", "atau"})
#: Envoys, how many tokens before "untuk" they stand, and that word.
ENVOYS, ENVOY_REACH, SENT_TO = frozenset({"duta", "dubes", "utusan", "wakil", "pelapor"}), 6, "untuk"
#: First words of "baru-baru ini".
LATELY = frozenset({"baru-baru", "akhir-akhir", "belakangan"})
#: Before what a thing serves as, which is a noun also in headlines.
SERVING_AS = "sebagai"
#: What stands before the last of many, and kinds of name that are listed so.
LAST_OF_MANY = frozenset({"hingga", "sampai"})
LISTED = frozenset({"state", "organisation", "person", "group", "body", "office"})
#: Word classes behind which a word shaped like a verb is one.
LEADING_VERBS = frozenset({"purpose", "future", "past", "negation", "possible", "must"})
#: Words that count spans of time, and the spans; also how often.
COUNTS = frozenset(
    {"dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "beberapa", "belasan"}
)
SPANS = frozenset({"menit", "jam", "hari", "pekan", "minggu", "bulan", "tahun", "dekade", "kali"})
#: After a span these say when it was: "beberapa minggu lalu".
SPAN_ENDS = frozenset({"lalu", "kemudian", "silam", "terakhir", "sebelumnya", "belakangan", "mendatang"})
#: A bracket that is not closed within so many tokens is a slip, and its words are read.
LONGEST_BRACKET = 40
#: ", termasuk X, Y dan Z," is no longer than that.
LONGEST_INSERTION = 25
#: Kinds of name that end a title: "Presiden Peru, Arkana Wiratama, meminta".
TITLED = frozenset({"office", "state", "demonym", "body", "organisation"})
#: Units that end a stretch in which a phrase waits for its verb.
BOUNDARIES = frozenset(
    {COMMA, CONJUNCTION, STOP, QUOTE, CUE, CONTRAST, THAT, PURPOSE, CONDITION, SUBORDINATE, RELATIVE}
)
#: Nouns that only carry a date: "pada hari Kamis", "tahun 2001".
TIME_NOUNS = frozenset(
    {
        "hari",
        "tahun",
        "bulan",
        "tanggal",
        "pukul",
        "malam",
        "pagi",
        "siang",
        "sore",
        "petang",
        "subuh",
        "dini",
    }
)


class Unit(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded) that do one job."""

    tag: str
    first: int
    last: int
    word: str
    kind: str | None = None  # word class of an auxiliary; voice of a verb
    senses: tuple[Sense, ...] = ()
    name: Name | None = None


#: "yang enggan disebut namanya": how it opens, how it ends, and its tokens at most.
SHY = frozenset(
    {"enggan", "tidak", "tak", "menolak", "meminta", "minta", "ingin", "berbicara", "bicara", "ogah"}
)
NAMES_KEPT = frozenset({"namanya", "identitasnya", "anonim", "anonimitas", "anonimitasnya"})
LONGEST_SHYNESS = 9


class Frameless(NamedTuple):
    """What a sentence gives to the grammar besides its tokens, by index of the first token."""

    names: dict[int, Name]
    times: dict[int, int]  # first token -> last token (excluded)
    inner: frozenset[int] = frozenset()  # joints inside a title


def make_units(
    tokens: Sequence[Token], span: tuple[int, int], marked: Frameless, language: Language, *, headline: bool
) -> list[Unit]:
    """Turn the tokens of ``span`` into units, times and brackets left out."""
    reader = _UnitReader(tokens, span[1], marked, language, headline)
    units: list[Unit] = []
    i = span[0]
    while i < span[1]:
        unit, i = reader.at(reader.after_shyness(i))
        if unit is not None:
            units.append(unit)
    return _drop_times(units)


@dataclass(frozen=True, slots=True)
class _UnitReader:
    """Reads units off one stretch of tokens, which ends before token ``end``."""

    tokens: Sequence[Token]
    end: int
    marked: Frameless
    language: Language
    headline: bool

    def at(self, i: int) -> tuple[Unit | None, int]:
        """Give the unit at token ``i``, None for what takes no part, and the index after it."""
        token = self.tokens[i]
        if i in self.marked.times:
            last = self._after_this(self.marked.times[i])
            return Unit(TIME, i, last, token.lower), min(last, self.end)
        name = self.marked.names.get(i)
        if name is not None:
            return Unit(NOUN, i, name.last, token.lower, name=name), name.last
        if token.kind == "mark" and i not in self.marked.inner:
            return self._mark(i)
        if self._is_duration(i):
            last = i + 2
            if last < self.end and self.tokens[last].lower in SPAN_ENDS:
                last = self._after_this(last + 1)
            return Unit(TIME, i, last, token.lower), last
        if token.kind == "number" or i in self.marked.inner:
            return Unit(NOUN, i, i + 1, token.lower), i + 1
        return self._word(i)

    def after_shyness(self, i: int) -> int:
        """Index after "yang enggan disebut namanya", which tells of a speaker only that they are not named."""
        if i + 1 >= self.end or self.tokens[i].lower != "yang" or self.tokens[i + 1].lower not in SHY:
            return i
        ends = range(i + 2, min(self.end - 1, i + LONGEST_SHYNESS))
        return next((j + 1 for j in ends if self.tokens[j].lower in NAMES_KEPT), i)

    def _is_duration(self, i: int) -> bool:
        """``19 bulan``, ``dua kali``: how long it took and how often take no part in the clause."""
        counted = self.tokens[i].kind == "number" or self.tokens[i].lower in COUNTS
        return counted and i + 1 < self.end and self.tokens[i + 1].lower in SPANS

    def _after_this(self, i: int) -> int:
        """Index after the "ini" of "beberapa tahun terakhir ini"."""
        ends = i < self.end and self.tokens[i - 1].lower in SPAN_ENDS and self.tokens[i].lower == "ini"
        return i + 1 if ends else i

    def _mark(self, i: int) -> tuple[Unit | None, int]:
        text = self.tokens[i].text
        if text in "([":
            return None, self._after_bracket(i)
        inserted = (self._after_country(i) or self._after_insertion(i)) if text == "," else i
        if inserted > i:
            return None, inserted
        if text in ",;–—" or text.startswith("…") or text == "-":
            return Unit(COMMA, i, i + 1, text), i + 1
        if text in ".!?:" or text.startswith("."):
            return Unit(STOP, i, i + 1, text), i + 1
        return None, i + 1

    def _after_country(self, i: int) -> int | None:
        """Index after ", Ukraina" behind "serangan di Kyiv": the country only says where the town lies.

        Not where the place opens the sentence ("Di Kyiv, Ukraina menolak"), nor before a list.
        """
        town = next((n for n in self.marked.names.values() if n.last == i), None)
        country = self.marked.names.get(i + 1)
        if town is None or country is None or country.entry.kind != "state" or town.first < LEAST_BEFORE:
            return None
        inside = town.entry.kind in ("place", "state") and country.entry.code in (
            town.entry.country,
            town.entry.code,
        )
        led = self.tokens[town.first - 1].lower in ("di", "ke", "dari") and town.entry.id != country.entry.id
        end = country.last
        if self._is_closed(end):
            end += 1
        after = self.tokens[end].lower if end < self.end else ""
        return end if inside and led and after not in JOINING else None

    def _is_closed(self, i: int) -> bool:
        """Whether a comma and then a verb follow: "di Jenewa, Swiss, berakhir"."""
        if i + 1 >= self.end or self.tokens[i].text != "," or i + 1 in self.marked.names:
            return False
        return self.tokens[i + 1].kind == "word" and self._word(i + 1)[0].tag in (VERB, AUX)

    def _after_insertion(self, i: int) -> int:
        """Index after what stands between commas before the verb and only names who was told of.

        ", termasuk 13 polisi," tells who is among the many, ", Arkana Wiratama," who bears the title.
        """
        apposed = self._apposed_end(i)
        if apposed is not None:
            return apposed
        if i + 1 >= self.end or self.tokens[i + 1].lower != "termasuk":
            return i
        for j in range(i + 2, min(self.end - 1, i + LONGEST_INSERTION)):
            if self.tokens[j].text == ",":
                after = self._word(j + 1)[0] if self.tokens[j + 1].kind == "word" else None
                if after is not None and after.tag in (VERB, AUX) and j + 1 not in self.marked.names:
                    return j + 1
        return i

    def _apposed_end(self, i: int) -> int | None:
        """Index after ", Arkana Wiratama," behind a title and before its verb."""
        name = self.marked.names.get(i + 1)
        title = any(n.last == i and n.entry.kind in TITLED for n in self.marked.names.values())
        if name is None or name.entry.kind != "person" or not title:
            return None
        end = name.last
        if end + 1 >= self.end or self.tokens[end].text != "," or end + 1 in self.marked.names:
            return None
        after = self._word(end + 1)[0] if self.tokens[end + 1].kind == "word" else None
        return end + 1 if after is not None and after.tag in (VERB, AUX) else None

    def _after_bracket(self, i: int) -> int:
        for j in range(i + 1, min(self.end, i + LONGEST_BRACKET)):
            if self.tokens[j].text in ")]":
                return j + 1
        return i + 1

    def _word(self, i: int) -> tuple[Unit, int]:
        lower, words = self.tokens[i].lower, self.language.words
        found = self._class_of(i)
        special = self._special(i, lower)
        if special is not None:
            return special, special.last
        n, senses = self.language.lexicon.match(self.tokens, i)
        if i + n > self.end:
            n, senses = 0, ()
        if found is not None and (not senses or len(found[0]) >= n) and not _prefer_sense(senses, found[1]):
            size = len(found[0])
            if found[0] == ("secara",) and i + 1 < self.end:
                size = 2  # "secara tradisional": the word after it belongs to it
            return Unit(TAG_OF_CLASS[found[1]], i, i + size, " ".join(found[0]), kind=found[1]), i + size
        if self._is_cue(i):
            return Unit(CUE, i, i + 1, lower), i + 1
        if senses:
            return self._sense_unit(i, n, senses)
        fronted = i > 0 or self._is_fronted()
        if self.headline and fronted and lower in words.headlines and not self._behind_bare(i):
            return Unit(VERB, i, i + 1, lower, kind="bare"), i + 1
        voice = "middle" if lower in words.bare_verbs else None
        if voice is None and not words.never_verbs & {lower, lower.removesuffix("nya")}:
            voice = guess_voice(lower) or self._borrowed(i, lower)
        return Unit(VERB if voice else NOUN, i, i + 1, lower, kind=voice), i + 1

    def _borrowed(self, i: int, lower: str) -> str | None:
        """``berjanji untuk mendeploy 200 tentara``: behind what leads a verb a foreign root is one too."""
        leads = i > 0 and self.language.words.units.get(self.tokens[i - 1].lower, ())
        led = any(len(words) == 1 and name in LEADING_VERBS for words, name in leads or ())
        return "active" if led and is_borrowed_verb(lower) else None

    def _special(self, i: int, lower: str) -> Unit | None:
        """Words whose neighbour decides: "bersama Filipina", "kembali ke Kabul", "termasuk dalam", "bukan anggota"."""
        if lower in COMITATIVE and self._before_name(i):
            return Unit(PREPOSITION, i, i + 1, lower, kind="preposition")
        if lower in LAST_OF_MANY and self._ends_list(i):
            return Unit(CONJUNCTION, i, i + 1, lower, kind="conjunction")
        if lower == SENT_TO and self._is_envoy_to(i):
            return Unit(PREPOSITION, i, i + 1, lower, kind="preposition")
        return self._before_verb(i, lower) or self._noun_here(i, lower) or self._verb_here(i, lower)

    def _before_verb(self, i: int, lower: str) -> Unit | None:
        """Words that only a verb behind them makes particles: "segera serang", "baru-baru ini menyerang"."""
        if lower in SOON and self.headline and i + 1 < self.end and self._may_be_verb(i + 1):
            return Unit(AUX, i, i + 1, lower, kind="future")
        if (
            lower in LATELY
            and i + 2 < self.end
            and self.tokens[i + 1].lower == "ini"
            and self._may_be_verb(i + 2)
        ):
            return Unit(ADVERB, i, i + 2, f"{lower} ini", kind="adverb")
        if lower in ALSO and i + 1 < self.end and guess_voice(self.tokens[i + 1].lower) is not None:
            return Unit(CONJUNCTION, i, i + 1, lower, kind="conjunction")
        return None

    def _noun_here(self, i: int, lower: str) -> Unit | None:
        """Words that are nouns only where they stand so: "serangan asal Yaman", "senjata mematikan"."""
        if (lower == "asal" and self._before_name(i)) or (lower in OF_ACTS and self._after_act(i)):
            return Unit(NOUN, i, i + 1, lower)
        if lower in LETHAL and self._behind_noun(i):
            return Unit(NOUN, i, i + 1, lower)
        if lower == URGENT and i > 0 and self.tokens[i - 1].lower in URGENT_THINGS:
            return Unit(NOUN, i, i + 1, lower)
        return None

    def _ends_list(self, i: int) -> bool:
        """``AS, Uni Eropa, hingga Jepang``: between the last two names of a list."""
        listed = i > 1 and self.tokens[i - 1].text == "," and i + 1 in self.marked.names
        before = next((n for n in self.marked.names.values() if n.last == i - 1), None) if listed else None
        return (
            before is not None
            and before.entry.kind in LISTED
            and self.marked.names[i + 1].entry.kind in LISTED
        )

    def _is_envoy_to(self, i: int) -> bool:
        """``duta besar Peru untuk Chile menuduh``: "untuk" only says where an envoy is posted."""
        to = self.marked.names.get(i + 1)
        before = {t.lower for t in self.tokens[max(0, i - ENVOY_REACH) : i]}
        return to is not None and to.entry.kind in ("state", "organisation") and not ENVOYS.isdisjoint(before)

    def _verb_here(self, i: int, lower: str) -> Unit | None:
        """Words that are verbs only where they stand so: "berharap X mundur", "kembali ke Kabul"."""
        if lower in WISHES and self._before_clause(i):
            n, senses = self.language.lexicon.match(self.tokens, i)
            return self._sense_unit(i, n, senses)[0] if senses else None
        if lower in TIED and i > 0 and self.tokens[i - 1].lower == "yang":
            return Unit(VERB, i, i + 1, lower, kind="middle")  # "bom yang terkait dengan X menewaskan Y"
        moves = lower in RETURNING and i + 1 < self.end and self.tokens[i + 1].lower in ("ke", "dari")
        if moves or (lower in EQUATING and self._equates(i)):
            return Unit(VERB, i, i + 1, lower, kind="middle")
        return None

    def _behind_noun(self, i: int) -> bool:
        """Whether a common noun stands before, which the word then describes: "serangan mematikan"."""
        if i == 0 or self.tokens[i - 1].kind != "word":
            return False
        named = any(n.first < i <= n.last for n in self.marked.names.values())
        return not named and self.tokens[i - 1].lower not in self.language.words.units

    def _equates(self, i: int) -> bool:
        """``Peru bukan anggota PBB``, ``polisi termasuk dalam korban``: between two phrases it is the verb."""
        if i == 0 or i + 1 >= self.end or self.tokens[i - 1].kind != "word":
            return False
        after = self.tokens[i + 1].lower
        if self.tokens[i].lower == "termasuk":
            return after in ("dalam", "di")
        _, senses = self.language.lexicon.match(self.tokens, i + 1)
        return i + 1 in self.marked.names or (
            not senses and guess_voice(after) is None and after not in self.language.words.units
        )

    def _after_act(self, i: int) -> bool:
        """``perundingan langsung Rusia dan Ukraina``: behind the noun of an act it tells how."""
        if i == 0 or i + 1 >= self.end or self.tokens[i - 1].kind != "word":
            return False
        _, senses = self.language.lexicon.match(self.tokens, i - 1)
        owned = self._before_name(i) or self.tokens[i + 1].lower in self.language.words.units
        return owned and any(s.form.voice == "noun" for s in senses)

    def _before_name(self, i: int) -> bool:
        """Whether a name follows, so that "bersama" leads a phrase ("bersama Filipina")."""
        return i + 1 < self.end and i + 1 in self.marked.names

    def _before_clause(self, i: int) -> bool:
        """Whether what is wished for has a subject of its own: "berharap Presiden Peru mundur"."""
        follows = i + 1 < self.end and self.tokens[i + 1].lower in OPENERS
        return follows or self._before_name(i)

    def _is_cue(self, i: int) -> bool:
        """``..., kata X``: a cue stands after a comma or a closing quotation mark."""
        cue = strip_clitic(self.tokens[i].lower) in self.language.cues
        return cue and i > 0 and self.tokens[i - 1].text in CUE_BEFORE

    def _class_of(self, i: int) -> tuple[tuple[str, ...], str] | None:
        for words, name in self.language.words.units.get(self.tokens[i].lower, ()):
            n = len(words)
            if i + n <= self.end and (n == 1 or tuple(t.lower for t in self.tokens[i : i + n]) == words):
                return words, name
        return None

    def _sense_unit(self, i: int, n: int, senses: tuple[Sense, ...]) -> tuple[Unit, int]:
        verbs = tuple(s for s in senses if s.form.voice in ("active", "passive", "middle"))
        bare = tuple(s for s in senses if s.form.voice == "bare")
        nouns = tuple(s for s in senses if s.form.voice in ("noun", "agent"))
        tag, chosen = NOUN, nouns
        if bare and self._headline_verb(i, nouns) and not self._is_object(i, nouns) and (nouns or not verbs):
            tag, chosen = VERB, bare
        elif verbs:
            tag, chosen = VERB, verbs
        elif not nouns and self._is_cue(i):
            tag = CUE
        elif not nouns and i > 0 and self.tokens[i - 1].lower in DOERS:
            tag, chosen = VERB, bare
        lower = " ".join(t.lower for t in self.tokens[i : i + n])
        kind = chosen[0].form.voice if chosen else None
        return Unit(tag, i, i + n, lower, kind=kind, senses=chosen), i + n

    def _headline_verb(self, i: int, nouns: tuple[Sense, ...]) -> bool:
        """In a headline a form without prefix is the verb, but not as its last word ("Gelar Serangan")."""
        if i == 0:
            return self.headline and not nouns and self._is_fronted()
        before = next((t.lower for t in self.tokens[i - 1 :: -1] if t.kind == "word"), "")
        if nouns and before == SERVING_AS:
            return False  # "pakai kapal sebagai blokade"
        return self.headline and not (nouns and i + 1 >= len(self.tokens))

    def _is_fronted(self) -> bool:
        """``Temui X, Y Janjikan Z``: the first verb of a headline has its subject behind the comma."""
        comma = next((k for k in range(1, self.end) if self.tokens[k].text == ","), self.end)
        return any(self._may_be_verb(k) for k in range(comma + 2, self.end))

    def _may_be_verb(self, i: int) -> bool:
        """Whether a word can be a verb, with its prefix or as headlines have it."""
        if i in self.marked.names or self.tokens[i].kind != "word":
            return False
        _, senses = self.language.lexicon.match(self.tokens, i)
        voices = {sense.form.voice for sense in senses}
        lower = self.tokens[i].lower
        return bool(voices - {"noun", "agent"}) or lower in self.language.words.headlines

    def _is_object(self, i: int, nouns: tuple[Sense, ...]) -> bool:
        """``Peru Kutuk Kudeta``: right behind a verb without prefix the noun of an act is what it is about."""
        return bool(nouns) and self._behind_bare(i)

    def _behind_bare(self, i: int) -> bool:
        """Whether the word before is a verb without prefix, and not the first word."""
        if i < 2 or i - 1 in self.marked.names:
            return False
        _, senses = self.language.lexicon.match(self.tokens, i - 1)
        bare = any(sense.form.voice == "bare" for sense in senses)
        return bare or self.tokens[i - 1].lower in self.language.words.headlines


def _prefer_sense(senses: tuple[Sense, ...], word_class: str) -> bool:
    """A frame verb wins over a copula of the same spelling."""
    return word_class == "copula" and bool(senses)


def _drop_times(units: list[Unit]) -> list[Unit]:
    """Leave out time units with the preposition before and the comma pair around them."""
    out: list[Unit] = []
    i = 0
    while i < len(units):
        unit = units[i]
        if unit.tag != TIME:
            out.append(unit)
            i += 1
            continue
        while out and out[-1].word in TIME_NOUNS:
            out.pop()
        if out and out[-1].word in TIME_PREPOSITIONS:
            out.pop()
        i += 1
        if i < len(units) and units[i].tag == COMMA and (not out or out[-1].tag == COMMA):
            i += 1
            if out:
                out.pop()
    return out


def look_ahead(units: Sequence[Unit]) -> list[bool]:
    """Tell for each index whether a verb comes before the next joint or connector."""
    ahead = [False] * (len(units) + 1)
    for i in range(len(units) - 1, -1, -1):
        tag = units[i].tag
        ahead[i] = tag == VERB or (tag not in BOUNDARIES and ahead[i + 1])
    return ahead


def count_verbs(units: Sequence[Unit], first: int) -> int:
    """How many verbs stand between unit ``first`` and the next joint or connector."""
    ahead = takewhile(lambda unit: unit.tag not in BOUNDARIES, units[first:])
    return sum(unit.tag == VERB for unit in ahead)


def follow(units: Sequence[Unit], first: int, *tags: str) -> bool:
    """Whether units of these tags stand at ``first``."""
    return [unit.tag for unit in units[first : first + len(tags)]] == list(tags)
