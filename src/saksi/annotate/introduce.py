"""Reads how a text introduces people, bodies and places it does not assume known.

Turns spots into entries of the document: "Menteri Luar Negeri China Wang Yi" makes a
person with an office and a country; "Komite Keamanan Nasional" a body; "(OAS)" after a
name its abbreviation. A name without such evidence stays unknown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from saksi.annotate.bodies import JOURNALISTS, LIKELY, BodyReader
from saksi.annotate.holders import find_holder
from saksi.annotate.introduced import Introduced
from saksi.annotate.owners import find_owners
from saksi.annotate.spots import ARABIC, Spot, is_capital, is_common, is_word
from saksi.annotate.tagger import Tagged
from saksi.annotate.title_words import RANK, Title, body_key
from saksi.annotate.titles import TitleReader
from saksi.annotate.towns import country_after, end_of_place, is_beside, is_place, is_thing, may_be_place
from saksi.lang.language import Language
from saksi.records import Entry, Segments, Token

#: PLOVER codes of those who speak for an organisation.
ORGANISATIONS = frozenset({"IGO", "UNO", "EUR", "NGO"})
#: Organisations that a Secretary-General without further words leads, and that office.
LED = frozenset({"IGO", "UNO"})
LEADER = "office/sekretaris-jenderal"
#: Those who without a country serve that of the dateline.
OFFICIAL = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
#: Share of the mentions of the most named country that makes a story be about the dateline's.
ABOUT = 0.8
ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9-]{1,11}$")
ACRONYM = re.compile(r"[A-Z]{2,5}$")
#: Numbers of congresses and popes, no names of towns.
ROMAN = re.compile(r"[IVXLC]{2,}")
#: Certainty that makes the tagger overrule a title.
SURE = 0.8
#: Offices of a state, behind which in short ("Menlu Raka") no town is named as behind "Bupati".
OF_STATE = ("office/menteri", "office/presiden", "office/perdana-menteri", "office/duta-besar", "office/sekretaris-jenderal")  # fmt: skip
#: Marks that close a quotation.
CLOSING = frozenset({'"', "”"})
#: How far before a name "keluarga" makes it that of several people.
FAMILY_REACH = 2
LONGEST_PERSON = 6
#: "komandannya": whose somebody is, and no post.
CLITIC = "nya"
#: Words of a person's name behind the name of a body.
NAME_WORDS = 2
#: Words behind which a title goes on: "Koordinator Fungsi Ambar dan Konsuler KBRI Ambar X".
JOINING = frozenset({"dan", "&"})
SHORTEST_PERSON = 2


def introduce(
    segments: Segments,
    spots: Sequence[Sequence[Spot]],
    seen: Sequence[Sequence[Spot]],
    language: Language,
) -> Introduced:
    """Collect everything the document introduces; ``seen`` are the spots before any were joined."""
    dateline, sentences = segments.page.dateline, segments.sentences
    known = Introduced(filed=find_filed(dateline.place, spots, language) if dateline is not None else None)
    known.seen.update(enumerate(seen))
    known.owners.update(find_owners(spots, language))
    for i, sentence in enumerate(sentences):
        _Sentence(i, sentence.tokens, list(spots[i]), known, language).read()
    return known


def find_filed(place: str | None, spots: Sequence[Sequence[Spot]], language: Language) -> str | None:
    """Give the country of a dateline that the story names about as often as any other."""
    entries = language.atlas.named(place.lower()) if place else ()
    code = next((e.code or e.country for e in entries), None)
    counts = Counter(_country(spot) for sentence in spots for spot in sentence)
    counts.pop(None, None)
    return code if code is not None and counts[code] >= ABOUT * max(counts.values(), default=1) else None


def _country(spot: Spot) -> str | None:
    return next((e.code or e.country for e in spot.entries if e.kind in ("state", "demonym", "place")), None)


class _Sentence:
    """One sentence read for introductions."""

    def __init__(
        self, i: int, tokens: Sequence[Token], spots: list[Spot], known: Introduced, language: Language
    ) -> None:
        self.i, self.tokens, self.spots, self.known, self.language = i, tokens, spots, known, language
        self.at = {k: n for n, spot in enumerate(spots) for k in range(spot.first, spot.last)}
        self.titles = TitleReader(tokens, spots, self.at, language, known.owners, known.aliases)

    def read(self) -> None:
        """Look at every spot once."""
        for n, spot in enumerate(self.spots):
            if spot.entries:
                self._known(n, spot)
            elif not self._body(n, spot) and not self._person(n, spot):
                self._place(spot)

    # ---- what the atlas knows ----------------------------------------------------

    def _known(self, n: int, spot: Spot) -> None:
        entry = spot.entries[0]
        code = self._code_near(n)
        if code is not None and any(e.kind == "body" for e in spot.entries):
            self.known.owners[body_key(entry.name)] = code
        one = spot.last - spot.first == 1
        if entry.kind == "person" and not (one and is_family(self.tokens, spot.first, self.language)):
            title = self.titles.of(n, introduced=self._introduced(spot))
            titled = self._titled(entry, title)
            self.known.add(self.i, spot, titled, "lexicon")
            self._learn_parts(spot, titled)
        elif entry.kind in ("organisation", "group"):
            self._abbreviation(spot, entry)
            self.known.led = entry.code if entry.code in LED else self.known.led

    def _titled(self, entry: Entry, title: Title | None) -> Entry:
        """A person of the atlas with the post that the text gives, here or where it first named them so."""
        own = title is not None and title.office is not None and title.office.split()[0].endswith(CLITIC)
        if title is not None and title.office is not None and not title.is_rank and not own:
            known = self.known.titled.get(entry.id)
            if known is not None and (known.office or "").startswith(f"{title.office} "):
                return known  # "Ketua Raka" after "Ketua Dewan Ambar Raka"
            told = _with_title(entry, title)
            self.known.titled.setdefault(entry.id, told)
            return told
        return self.known.titled.get(entry.id, entry)

    def _abbreviation(self, spot: Spot, entry: Entry) -> None:
        """``Name (ABC)``: ABC means the same from here on."""
        k = spot.last
        if k + 2 < len(self.tokens) and self.tokens[k].text == "(" and self.tokens[k + 2].text == ")":
            short = self.tokens[k + 1].text
            own = ABBREVIATION.match(short) and short not in ("AFP", "AP")
            if own and not self._abbreviates_end(spot, short):
                self.known.learn(short, self.i, entry)
                self.known.short.setdefault(short, entry)

    def _abbreviates_end(self, spot: Spot, short: str) -> bool:
        """``Dewan Keamanan Perserikatan Bangsa-Bangsa (PBB)``: what is short for the last words only."""
        atlas = self.language.atlas
        meant = {entry.id for entry in atlas.named(short.lower())}
        ends = (atlas.match(self.tokens, k) for k in range(spot.first + 1, spot.last))
        return any(meant & {entry.id for entry in found} for _, found in ends)

    # ---- bodies --------------------------------------------------------------------

    def _body(self, n: int, spot: Spot) -> bool:
        evidence = BodyReader(self.tokens, spot, self.language, self.spots, self._tagged, self._speaks_at)
        bracket = self._bracket(spot)
        sector, rule = evidence.read()
        if bracket is None and (sector is None or evidence.is_event()):
            return False
        if sector is None and not self._holds_head(spot) and self.titles.before(n) is not None:
            return False
        same = self._bracket_entry(bracket)
        if same is None and evidence.is_event():
            return True
        if same is None and sector is None and is_thing(spot, self.tokens, self._tagged()):
            return False
        text = self._text(spot.first, spot.last)
        entry = same or Entry(
            f"doc/{make_slug(text)}", "organisation", text, self._code_near(n), sector or None
        )
        self.known.add(self.i, spot, entry, rule if sector is not None else "abbreviation")
        self.known.learn(text, self.i, entry)
        self._abbreviation(spot, entry)
        return True

    def _holds_head(self, spot: Spot) -> bool:
        """``FISIP Universitas Ambar (UA)``: the head of a body inside a run, with a sector of its own."""
        heads = self.language.name_rules.org_heads
        return any(heads.get(token.lower) for token in self.tokens[spot.first + 1 : spot.last])

    def _speaks_at(self, k: int) -> bool:
        return is_speech_verb(self.tokens, k, self.language)

    def _bracket(self, spot: Spot) -> int | None:
        k = spot.last
        if k + 2 < len(self.tokens) and self.tokens[k].text == "(" and self.tokens[k + 2].text == ")":
            short = self.tokens[k + 1].text
            if ABBREVIATION.match(short) and short.isupper() and spot.last - spot.first >= 2:
                return k + 1
        return None

    def _bracket_entry(self, k: int | None) -> Entry | None:
        if k is None or k not in self.at:
            return None
        entries = self.spots[self.at[k]].entries
        return next((e for e in entries if e.kind in ("organisation", "group")), None)

    def _code_near(self, n: int) -> str | None:
        """The country that stands directly after a body, in its name or as its owner."""
        if n + 1 < len(self.spots) and self.spots[n + 1].first == self.spots[n].last:
            return next((e.code for e in self.spots[n + 1].entries if e.kind in ("state", "demonym")), None)
        return None

    # ---- people --------------------------------------------------------------------

    def _person(self, n: int, spot: Spot) -> bool:
        title = self.titles.of(n, introduced=self._introduced(spot))
        whole = spot
        if title is not None:
            spot = self._somebody_in(self._without_title(spot))
        told = title is not None or self._spoken_for(spot) or self._is_likely(spot)
        if not told or not self._may_be_person(spot):
            return False
        spot = self._tagged_part(spot)
        if spot.first == spot.last:
            return False
        if title is not None and title.office is not None and spot.first > whole.first:
            title = title._replace(office=f"{title.office} {self._text(whole.first, spot.first)}")
        name = self._text(spot.first, spot.last)
        code, office, sector, _ = title if title is not None else (None, None, None, False)
        sector = JOURNALISTS if title is None and self._reports(spot) else sector
        if code is None and self._leads(whole):
            code = self.known.led
        if code is None and sector in OFFICIAL:
            code = self.known.filed
        entry = Entry(f"doc/{make_slug(name)}", "person", name, code, sector, office)
        known = self.known.alias(name, self.i) or self.known.whole(name)
        if known is not None and known.kind == "person":
            entry = known if known.office is not None else _told(known, title)
        elif (holder := find_holder(name, office, self.language.atlas)) is not None:
            entry = _with_title(holder, title)
        rule = "title" if title else "speech" if self._spoken_for(spot) else "likely"
        self.known.add(self.i, spot, entry, rule)
        self._learn_parts(spot, entry)
        return True

    def _reports(self, spot: Spot) -> bool:
        """``Raka Suryanta dari Al Jazeera``: a journalist, who may be from anywhere."""
        outlet = self.at.get(spot.last + 1)
        if outlet is None or self.tokens[spot.last].lower != "dari":
            return False
        return any(e.sector == JOURNALISTS for e in self.spots[outlet].entries)

    def _leads(self, spot: Spot) -> bool:
        """``Sekretaris Jenderal Raka Suryanta`` leads the organisation that the text is about."""
        office = self.at.get(spot.first - 1)
        return office is not None and any(e.id == LEADER for e in self.spots[office].entries)

    def _may_be_person(self, spot: Spot) -> bool:
        size, first = spot.last - spot.first, self.tokens[spot.first]
        rules = self.language.name_rules
        opens = any(
            first.lower in words for words in (rules.foreign_demonyms, rules.place_heads, rules.events)
        )
        opens = opens or is_family(self.tokens, spot.first, self.language)
        if not 0 < size <= LONGEST_PERSON + self._behind_body(spot) - spot.first or is_common(first) or opens:
            return False
        if size > 1 and all(ACRONYM.match(t.text) for t in self.tokens[spot.first : spot.last]):
            return False  # "Ketua Komisi XI DPR, Raka Suryanta"
        if size == 1 and (
            len(first.text) < SHORTEST_PERSON or first.lower in rules.title_words or ACRONYM.match(first.text)
        ):
            return False  # "Komando Armada I", "Ketua DPP"
        if self._before_rank(spot.last):
            return False  # "Komandan Komando Ambar Barat, Letjen X"
        # "Raka Suryanta Sekretaris Pers Kantor Presiden Fiji menjelaskan"
        return self.titles.right_behind(spot) is not None or not self._goes_on(spot)

    def _goes_on(self, spot: Spot) -> bool:
        """Whether a run is but a part of a title, which goes on behind it."""
        # "Kapolres Sanggau AKBP X", "Dewan Keamanan Nasional Tertinggi Iran": the title goes on.
        after = self.at.get(spot.last)
        kinds = {e.kind for e in self.spots[after].entries} if after is not None else set()
        if kinds & {"state", "demonym", "office", "person"}:
            return True
        more = spot.last < len(self.tokens) and self.tokens[spot.last].lower in JOINING
        words = self._is_word(spot.first) and not self._is_seen(spot)
        return words and (more or bool(kinds & {"organisation", "body"}))

    def _is_seen(self, spot: Spot) -> bool:
        """Whether the tagger thinks of a person in a run."""
        return any(
            t.label == "PER" and t.first < spot.last and spot.first < t.last and t.certainty >= LIKELY
            for t in self._tagged()
        )

    def _before_rank(self, k: int) -> bool:
        """Whether a comma and a rank follow: what stands before is more of the title."""
        if k + 1 >= len(self.tokens) or self.tokens[k].text != "," or k + 1 not in self.at:
            return False
        rank = self.spots[self.at[k + 1]]
        if rank.last not in self.at or not any(e.id.startswith(RANK) for e in rank.entries):
            return False
        name = self.spots[self.at[rank.last]].entries
        return not name or any(e.kind == "person" for e in name)

    def _somebody_in(self, spot: Spot) -> Spot:
        """``Pengamat Hubungan International Raka Suryanta``: the person at the end of a run that opens like a title."""
        spot = self._behind_words(spot)
        if spot.first == spot.last or not is_common(self.tokens[spot.first]):
            return spot
        people = (
            t for t in self._tagged() if t.label == "PER" and t.last == spot.last and t.first > spot.first
        )
        first = next((t.first for t in people if t.certainty >= SURE), spot.first)
        return Spot(first, spot.last, spot.entries)

    def _behind_words(self, spot: Spot) -> Spot:
        """``Komisioner PBB untuk Hak Asasi Manusia Raka Suryanta``: Indonesian words before a name of no words."""
        name = next((k for k in range(spot.first, spot.last) if not self._is_word(k)), spot.last)
        words, rest = name - spot.first, spot.last - name
        return Spot(name, spot.last, spot.entries) if words >= NAME_WORDS <= rest else spot

    def _is_word(self, k: int) -> bool:
        return is_word(self.tokens[k].lower)

    def _tagged_part(self, spot: Spot) -> Spot:
        """The end of a run that the tagger calls a person; nothing when it is sure of something else.

        "Partai Demokrat Raka Suryanta" is a party and a person, "Kepala Balai Taman" no person.
        """
        found = self._tagged()
        before = self.tokens[spot.first - 1].lower.rstrip(".") if spot.first else ""
        alone = spot.last - spot.first == 1 and before not in self.language.name_rules.honorifics
        seen = any(t.label == "PER" and t.first <= spot.first < t.last for t in found)
        if alone and not seen and not self._speaks_by_title(spot) and not self._is_quoted(spot):
            return Spot(spot.last, spot.last, ())  # "Anggota Parlemen Wellingborough"
        behind = self._behind_body(spot)
        if behind > spot.first:
            return Spot(behind, spot.last, ())
        for tagged in found:
            if tagged.certainty < SURE or tagged.last < spot.last or tagged.first >= spot.last:
                continue
            if tagged.label != "PER" and tagged.first >= spot.first:
                return Spot(spot.last, spot.last, ())
            if tagged.label == "PER" and tagged.first > spot.first and tagged.last == spot.last:
                return spot if self._is_first_name(spot) else Spot(tagged.first, spot.last, ())
        return spot

    def _behind_body(self, spot: Spot) -> int:
        """``Kepala Pusat Studi Universitas Ambar Raka Suryanta``: the name is the last words behind a body in the run."""
        heads = self.language.name_rules.org_heads
        at = [k for k in range(spot.first, spot.last) if self.tokens[k].lower in heads]
        rest = (
            spot.last - at[-1] - 1 if at else 0
        )  # the name of the body, one word at least, and of the person
        return max(spot.last - NAME_WORDS, at[-1] + NAME_WORDS) if rest > 1 else spot.first

    def _is_first_name(self, spot: Spot) -> bool:
        return self.tokens[spot.first].lower in self.language.hints.people

    def _is_quoted(self, spot: Spot) -> bool:
        """``"...," jelas Muhadi.``: a quotation, a cue, and one name that is no word."""
        first = self.tokens[spot.first]
        known = is_word(first.lower) and not self._is_first_name(spot)
        before = self.tokens[spot.first - 2].text if spot.first > 1 else ""
        return self._introduced(spot) and before in CLOSING and not known

    def _speaks_by_title(self, spot: Spot) -> bool:
        """``"...," terang Menlu Raka``, ``menurut Menlu Raka``: a cue, an office alone, then one name."""
        office = self.at.get(spot.first - 1)
        if office is None or office >= len(self.spots) or self.spots[office].first == 0:
            return False
        title = self.spots[office]
        before = self.tokens[title.first - 1].lower
        cues = self.language.cues
        named = any(e.kind == "office" and e.id.startswith(OF_STATE) for e in title.entries)
        short = title.last - title.first == 1
        return named and short and (before in cues or before in cues.sources)

    def _tagged(self) -> tuple[Tagged, ...]:
        return self.known.tagged(self.i, self.tokens, self.spots, self.language)

    def _without_title(self, spot: Spot) -> Spot:
        """Leave words of offices and bodies out of the front of a name: "Bidang Darurat Raka Suryanta"."""
        first = spot.first
        while first < spot.last and self.tokens[first].lower in self.language.name_rules.title_words:
            first += 1
        return Spot(first, spot.last, spot.entries)

    def _introduced(self, spot: Spot) -> bool:
        """Whether "kata" or the like stands right before the name."""
        before = self.tokens[spot.first - 1].lower if spot.first else ""
        return before in self.language.cues.inverted or before == "bernama"

    def _learn_parts(self, spot: Spot, entry: Entry) -> None:
        self.known.learn(self._text(spot.first, spot.last), self.i, entry)
        if spot.last - spot.first < 2:
            return
        for token in self.tokens[spot.first : spot.last]:
            capital = is_capital(token) or ARABIC.match(token.text)
            if len(token.text) > 1 and capital and not token.text.endswith("."):
                self.known.learn(token.text, self.i, entry)

    def _is_likely(self, spot: Spot) -> bool:
        """A first name, more words that Indonesian does not have, and a tagger that thinks of a person."""
        words = self.tokens[spot.first : spot.last]
        foreign = not any(is_word(word.lower) for word in words[1:])
        thought = any(
            tagged.label == "PER" and tagged.certainty >= LIKELY and tagged.first <= spot.first
            for tagged in self._tagged()
            if tagged.last >= spot.last
        )
        return len(words) > 1 and self._is_first_name(spot) and foreign and thought

    def _spoken_for(self, spot: Spot) -> bool:
        """A run of two capitals or more beside a verb of saying is a person."""
        if self._introduced(spot) and (spot.last - spot.first > 1 or self._is_quoted(spot)):
            return True
        return is_speech_verb(self.tokens, spot.last, self.language)

    # ---- places --------------------------------------------------------------------

    def _place(self, spot: Spot) -> None:
        if ROMAN.fullmatch(self.tokens[spot.first].text):  # "ke VIII Surabaya": the eighth, at Surabaya
            spot = Spot(spot.first + 1, spot.last, spot.entries)
        if spot.first == spot.last:
            return
        beside = is_beside(spot, self.tokens, self._place_ends())
        if not beside and not may_be_place(spot, self.tokens, self.language):
            return
        if not is_place(spot, self.tokens, self._tagged(), self.language):
            return
        spot = end_of_place(spot, self.tokens)
        name = self._text(spot.first, spot.last)
        entry = Entry(
            f"doc/{make_slug(name)}",
            "place",
            name,
            None,
            None,
            country=country_after(spot, self.tokens, self.spots),
        )
        self.known.add(self.i, spot, entry, "place")
        self.known.learn(name, self.i, entry)

    def _place_ends(self) -> set[int]:
        """Where the places end that stand as places in this sentence: behind a preposition or their noun."""
        rows = self.known.by_sentence.get(self.i, ())
        told = {spot.last for spot, entry, rule in rows if entry.kind == "place" and rule == "place"}
        known = (spot for spot in self.spots if spot.entries and spot.entries[0].kind == "place")
        return told | {spot.last for spot in known if may_be_place(spot, self.tokens, self.language)}

    def _text(self, first: int, last: int) -> str:
        return " ".join(t.text for t in self.tokens[first:last]).replace(" ,", ",")


def is_family(tokens: Sequence[Token], k: int, language: Language) -> bool:
    """Whether a name is that of several people: "keluarga politik Wiratama"."""
    before = {token.lower for token in tokens[max(0, k - FAMILY_REACH) : k]}
    return not before.isdisjoint(language.name_rules.families)


def is_speech_verb(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether an active verb of saying stands at ``i``, adverbs before it left out."""
    while i < len(tokens) and tokens[i].lower in ("juga", "kemudian", "lantas", "pun", "telah", "kembali"):
        i += 1
    if i >= len(tokens):
        return False
    _, senses = language.lexicon.match(tokens, i)
    return any(f.statement for s in senses for f in s.frames if s.form.voice == "active")


def _with_title(entry: Entry, title: Title | None) -> Entry:
    """The office that the text gives wins over the one in the table, and so does an organisation's code."""
    if title is None or title.office is None or title.is_rank:
        return entry
    code = title.code if title.code in ORGANISATIONS else entry.code
    return replace(
        entry, office=title.office, sector=title.sector or entry.sector, code=code, since=None, until=None
    )


def _told(entry: Entry, title: Title | None) -> Entry:
    """Somebody of the text without an office, with the one that stands at a later mention."""
    if title is None or title.office is None or title.is_rank:
        return entry
    return replace(entry, office=title.office, code=entry.code or title.code, sector=title.sector)


def make_slug(name: str) -> str:
    """Give the part of an id that comes from a name."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")
