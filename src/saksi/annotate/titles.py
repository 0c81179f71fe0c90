"""Reads the title or description that stands beside a person's name.

Turns the spots around a name into a ``Title``: "Menteri Luar Negeri China Wang Yi",
"Wang Yi, Menlu China", "seorang relawan, Somsak Chaiyo", "Lin Hao, guru di Taipei". A rank
gives way to an office on the other side ("Letnan Raka Suryanta, juru bicara militer").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from saksi.annotate.spots import Spot
from saksi.annotate.title_owners import find_owner, find_sector
from saksi.annotate.title_words import (
    AGE,
    BRACKET,
    CORPS,
    CREDITS,
    DEGREED,
    DEGREES,
    DESCRIBING,
    ENDS,
    EXPERTS,
    HOUSES,
    JOINT,
    KNOWN_AS,
    LONGEST_BRACKET,
    LONGEST_DESCRIPTION,
    LONGEST_OFFICE,
    LONGEST_TITLE,
    NOBODY,
    OF_RANK,
    OPEN_ENDS,
    ORDINALS,
    ORIGIN,
    PARTIES,
    PLACED,
    PLAIN_WORDS,
    PLATFORMS,
    PREDICATIVE,
    RANK,
    RETIRED,
    SCHOLARS,
    TITLE_KINDS,
    VERBAL,
    Title,
    is_address,
    is_office,
)
from saksi.lang.language import Language
from saksi.records import Entry, Token
from saksi.segment.morphology import guess_voice


@dataclass(frozen=True, slots=True)
class TitleReader:
    """Reads titles in one sentence; ``at`` gives the spot that holds a token."""

    tokens: Sequence[Token]
    spots: Sequence[Spot]
    at: Mapping[int, int]
    language: Language
    owners: Mapping[str, str]  # the country of each body the document named last: "kementerian" -> "TWN"
    aliases: Mapping[str, Sequence[tuple[int, Entry]]]  # the people introduced so far, by their short names

    def of(self, n: int, *, introduced: bool) -> Title | None:
        """The title of the name at spot ``n``; ``introduced`` says that "kata X" stands before it."""
        before = self._inner(n, self.before(n))
        if before is not None and not before.is_rank:
            return before
        after = self.after(n, introduced=introduced or before is not None)
        if after is not None and after.office is not None:
            return after
        one = self._one_of(n)
        if before is not None:  # a rank: "seorang petugas, Kapten X"
            return before if one is None else one
        return after or (one and one._replace(office=None))

    def _inner(self, n: int, title: Title | None) -> Title | None:
        """``juru bicara Presiden Rusia Vladimir Putin``: who is known to be president bears the inner title."""
        spot = self.spots[n]
        told = (entry for _, entry in self.aliases.get(self._text(spot.first, spot.last), ()))
        known = next((e.office for e in (*told, *spot.entries) if e.kind == "person" and e.office), None)
        if title is None or title.office is None or known is None:
            return title
        words = title.office.split()
        serves = title.office.lower() in self.language.reference.serving
        if serves and not known.lower().startswith(title.office.lower()):
            return None  # "juru bicara Wiratama", who is the president: a post beside him, not his
        rest = next(
            (words[k:] for k in (3, 2, 1) if " ".join(words[:k]).lower() in self.language.reference.serving),
            [],
        )
        held = self._offices(known.split())
        return title._replace(office=" ".join(rest)) if held & self._offices(rest) else title

    def _offices(self, words: Sequence[str]) -> frozenset[str]:
        """Ids of the office that opens these words, the longest one."""
        for k in range(min(LONGEST_OFFICE, len(words)), 0, -1):
            found = self.language.atlas.named(" ".join(words[:k]).lower())
            ids = frozenset(e.id for e in found if e.kind == "office")
            if ids:
                return ids
        return frozenset()

    # ---- before the name -----------------------------------------------------------

    def before(self, n: int) -> Title | None:
        """Walk left over the title: offices, countries, bodies, capitals; at least one office."""
        ranked = self._before_ranks(self.spots[n].first)
        if ranked is not None:
            return ranked
        last, after_comma = self._end(self.spots[n].first)
        if last < 0:
            return Title(None, None, self._degreed(self.spots[n].first), is_rank=True)
        return self._title_to(last, after_comma=after_comma)

    def _before_ranks(self, name: int) -> Title | None:
        """``Kepala Badan Ambar Letjen Raka``, ``Menteri Air Fiji, Jenderal (Purn) Raka``: the office before the ranks."""
        k = name
        while k > 0:
            if self._is_bracket_of(k, RETIRED):
                k -= BRACKET
            elif self.tokens[k - 1].lower in CORPS and self._is_rank(k - 2):
                k = self.spots[self.at[k - 2]].first
            elif k - 1 in self.at and any(is_address(e) for e in self.spots[self.at[k - 1]].entries):
                k = self.spots[self.at[k - 1]].first
            else:
                break
        if k in (0, name) or self.tokens[k - 1].lower in OF_RANK:
            return None
        k -= self.tokens[k - 1].text == ","
        found = self._title_to(self._before_bracket(k), after_comma=False)
        return None if found is None or found.office is None or found.is_rank else found

    def _is_rank(self, k: int) -> bool:
        return k in self.at and any(e.id.startswith(RANK) for e in self.spots[self.at[k]].entries)

    def _is_bracket_of(self, k: int, words: frozenset[str]) -> bool:
        """``(Purn)``: one of these words in brackets before ``k``."""
        inside = [t.lower for t in self.tokens[max(0, k - BRACKET) : k]]
        return len(inside) == BRACKET and inside[0] == "(" and inside[1] in words

    def _title_to(self, last: int, *, after_comma: bool) -> Title | None:
        """The title that ends at token ``last``, walking left over offices, countries, bodies and brackets."""
        if after_comma and self._names_somebody(last):
            return None
        first = last = self._before_first_name(last)
        chain: list[tuple[int, Entry]] = []
        while first > 0 and last - first < LONGEST_TITLE:
            spot = self.spots[self.at[first - 1]] if first - 1 in self.at else None
            if spot is None:
                before = self._before_plain(first, chain, PLACED)
                if before == first:
                    break
                first = before
                continue
            entry = next((e for e in spot.entries if e.kind in TITLE_KINDS), None)
            if spot.entries and entry is None:
                break
            first = spot.first
            if entry is not None:
                chain.insert(0, (first, entry))
        if after_comma and chain and self._is_of_the_source(chain[0][0]):
            return None
        return self._from_chain(chain, last, after_comma=after_comma)

    def _is_of_the_source(self, k: int) -> bool:
        """``Menurut Raka Suryanta, juru bicara Fiji, Wira ...``: a title of the name before it, whom "menurut" opens."""
        before = self.spots[self.at[k - 2]] if k > 1 and k - 2 in self.at else None
        if before is None or self.tokens[k - 1].text != "," or before.first == 0:
            return False
        somebody = not before.entries or any(e.kind == "person" for e in before.entries)
        return somebody and self.tokens[before.first - 1].lower in self.language.cues.sources

    def _before_plain(self, k: int, chain: Sequence[tuple[int, Entry]], inside: frozenset[str]) -> int:
        """Where a title goes on before words and signs that are no names; ``k`` itself where it does not."""
        if self._before_bracket(k) < k:
            return self._before_bracket(k)  # "Perdana Menteri (PM) Fiji Raka"
        open_title = bool(chain) and not any(is_office(e) for _, e in chain)
        further = (
            self._behind_office(k) if open_title else self._behind_expert(k, chain)
        ) or self._before_list_sign(k, chain)
        further = further or self._behind_origin(k) or self._before_body(k, chain)
        if further:
            return further
        if self.tokens[k - 1].lower not in inside or not self._goes_on(k - 1):
            return k
        titled = bool(chain) and chain[0][0] == k and chain[0][1].kind == "office"
        both = self.tokens[k - 1].lower in JOINT  # "Menteri Air Fiji sekaligus ketua partai Raka"
        two = (
            titled and not both and not self._is_office(k - 2)
        )  # "Presiden X A dan Presiden Y B": two people
        return k if two else k - 1

    def _end(self, name: int) -> tuple[int, bool]:
        """Where the title before a name ends and whether a comma follows it; -1 when only degrees stand there."""
        end = self._before_degrees(name)
        sign = self.tokens[end - 1].text if end else ""
        if end < name and sign not in (",", ")") and end - 1 not in self.at:
            return -1, False
        end -= sign == ","
        return self._before_bracket(end), sign == ","

    def _before_degrees(self, k: int) -> int:
        """``Menteri Air Etiopia, Dr. Arkana``: the place before the degrees, which are no part of a title."""
        while k - 1 in self.at and any(e.id in DEGREES for e in self.spots[self.at[k - 1]].entries):
            k = self.spots[self.at[k - 1]].first
        return k

    def _degreed(self, k: int) -> str | None:
        """The sector that a degree before ``k`` tells of."""
        ids = {entry.id for entry in self.spots[self.at[k - 1]].entries}
        return None if ids.isdisjoint(SCHOLARS) else DEGREED

    def _before_bracket(self, k: int) -> int:
        """``Sekretaris Jenderal Liga Arab (LA) X``: before a short or long form in brackets, ``k`` when none ends there."""
        if k < BRACKET or self.tokens[k - 1].text != ")":
            return k
        first = next(
            (i for i in range(k - 2, max(-1, k - LONGEST_BRACKET), -1) if self.tokens[i].text == "("), k
        )
        words = all(t.kind == "word" for t in self.tokens[first + 1 : k - 1])
        return first if first < k and words and first - 1 in self.at else k

    def _names_somebody(self, k: int) -> bool:
        """``kata PM Raka, Wiratama mengatakan``: the title before the comma has its own name."""
        run = self.spots[self.at[k - 1]] if k - 1 in self.at else None
        rows = (
            self.aliases.get(self._text(run.first, run.last), ())
            if run is not None and not run.entries
            else ()
        )
        return any(entry.kind == "person" for _, entry in rows)

    def _before_first_name(self, k: int) -> int:
        """``Menlu Iran Seyed Abbas Araghchi``: a first name before the name that is known is no part of the title."""
        run = self.spots[self.at[k - 1]] if k - 1 in self.at else None
        if (
            run is None
            or run.entries
            or run.last != k
            or run.last - run.first > 1
            or run.first - 1 not in self.at
        ):
            return k
        before = self.spots[self.at[run.first - 1]]
        return run.first if any(e.kind in ("state", "demonym") for e in before.entries) else k

    def _behind_origin(self, k: int) -> int:
        """``Analis senior dari Institut Ambar, X``: where "dari" stands behind a post and one plain word at most.

        Or between a house and a party: ``anggota DPR dari Fraksi Ambar X``.
        """
        if k < 2 or self.tokens[k - 1].lower != "dari":
            return 0
        if self._is_kind(k, PARTIES) and self._is_kind(k - 2, HOUSES):
            return k - 1
        plain = self.tokens[k - 2].text.islower() and not self._is_post(k - 2)
        return k - 1 - plain if self._is_post(k - 2 - plain) else 0

    def _before_body(self, k: int, chain: Sequence[tuple[int, Entry]]) -> int:
        """``Direktur Laut, Kementerian Air Fiji, Raka``: before the comma between a title and the body it is of."""
        bodies = {"body", "organisation"}
        only = [e.kind for _, e in chain if e.kind not in ("state", "demonym")]
        comma = k > 1 and self.tokens[k - 1].text == "," and k - 2 in self.at
        return k - 1 if comma and only and set(only) <= bodies and chain[0][0] == k else 0

    def _behind_expert(self, k: int, chain: Sequence[tuple[int, Entry]]) -> int:
        """``Pakar hukum internasional Raka``: where the plain words between an expert and the name begin."""
        first = self._behind_office(k) if not chain else 0
        head = self.spots[self.at[first - 1]] if first else None
        return first if head is not None and any(e.id in EXPERTS for e in head.entries) else 0

    def _is_kind(self, k: int, sectors: frozenset[str]) -> bool:
        return k in self.at and any(e.sector in sectors for e in self.spots[self.at[k]].entries)

    def _is_post(self, k: int) -> bool:
        """Whether a post or a common noun for somebody stands at ``k``."""
        return k in self.at and any(e.kind in DESCRIBING for e in self.spots[self.at[k]].entries)

    def _before_list_sign(self, k: int, chain: Sequence[tuple[int, Entry]]) -> int:
        """``Menteri Ekonomi, Perdagangan, dan Industri Fiji``: before "dan" and the commas of a list of capitals."""
        if any(is_office(e) for _, e in chain):
            return 0
        signs = [t.text for t in self.tokens[max(0, k - 2) : k]]
        size = 2 if signs == [",", "dan"] else 1 if signs[-1:] == [","] and self._in_list(k) else 0
        return k - size if size and k - size - 1 in self.at else 0

    def _in_list(self, k: int) -> bool:
        """Whether one capitalised word stands between this comma and the next sign of the list."""
        after = [t.text for t in self.tokens[k + 1 : k + 3]]
        return self.tokens[k].text[:1].isupper() and (after[:1] == ["dan"] or after[:1] == [","])

    def _behind_office(self, k: int) -> int:
        """``juru bicara perwakilan perdagangan AS``: where the plain words between an office and its country begin."""
        for first in range(k - 1, max(-1, k - 1 - PLAIN_WORDS), -1):
            token = self.tokens[first]
            classes = self.language.words.units.get(token.lower, ())
            verb = any(s.form.voice in VERBAL for s in self.language.senses_of(token.lower))
            if (
                first in self.at
                or not (token.text.islower() and token.text.isalpha())
                or classes
                or verb
                or guess_voice(token.lower)
            ):
                return 0
            if self._is_office(first - 1):
                return first
        return 0

    def _goes_on(self, k: int) -> bool:
        """Whether a title word stands behind more of the title."""
        ordinal = k > 1 and self.tokens[k - 1].lower in ORDINALS and k - 2 in self.at
        return k > 0 and (k - 1 in self.at or self._before_bracket(k) < k or ordinal)

    def _is_office(self, k: int) -> bool:
        return k in self.at and any(e.kind == "office" for e in self.spots[self.at[k]].entries)

    def _from_chain(self, chain: list[tuple[int, Entry]], last: int, *, after_comma: bool) -> Title | None:
        heads = [(first, e) for first, e in chain if is_office(e) or (after_comma and e.kind in DESCRIBING)]
        if not heads:
            return None
        first, head = heads[0]
        if after_comma and first and self.tokens[first - 1].lower in self.language.name_rules.kin:
            return Title(self._code(self._ordered(chain)), None, None)  # "putra Presiden Ambar, Raka"
        if not any(is_office(e) for _, e in heads) and self._stands_behind_noun(heads[0][0]):
            return None
        if after_comma and not any(is_office(e) for _, e in heads):
            return Title(self._code(self._ordered(chain)), self._text(first, last), head.sector or "CVL")
        return self._title(first, last, self._ordered([(at, e) for at, e in chain if at >= first]))

    def _stands_behind_noun(self, k: int) -> bool:
        """``Dalam jumpa pers, Raka``: a common noun that another one governs describes nobody."""
        if k == 0 or k - 1 in self.at:
            return False
        word = self.tokens[k - 1]
        known = self.language.words.units.get(word.lower) or word.lower in self.language.cues
        verb = any(s.form.voice in VERBAL for s in self.language.senses_of(word.lower)) or guess_voice(
            word.lower
        )
        return word.text.islower() and word.kind == "word" and not known and not verb

    def _ordered(self, chain: list[tuple[int, Entry]]) -> list[Entry]:
        """The entries of a title, the country that somebody is from (``asal``) first."""
        return [e for _, e in sorted(chain, key=lambda link: self.tokens[link[0] - 1].lower != ORIGIN)]

    def _one_of(self, n: int) -> Title | None:
        """``seorang relawan, Somsak Chaiyo,``: one of a kind, then the name, a rank before it or not."""
        k = self.spots[n].first
        while k - 1 in self.at and any(e.id.startswith(RANK) for e in self.spots[self.at[k - 1]].entries):
            k = self.spots[self.at[k - 1]].first
        if k < 3 or self.tokens[k - 1].text != "," or k - 2 not in self.at:
            return None
        kind = self.spots[self.at[k - 2]]
        one = kind.first > 0 and self.tokens[kind.first - 1].lower in ("seorang", "salah")
        entry = next((e for e in kind.entries if e.kind == "agent"), None)
        if not one or entry is None:
            return None
        return Title(None, self._text(kind.first, kind.last), entry.sector or "CVL")

    # ---- after the name ------------------------------------------------------------

    def after(self, n: int, *, introduced: bool) -> Title | None:
        """``Wang Yi, Menlu China``, ``Yusuf Salim, seorang warga`` or ``Somsak Chaiyo (41)``."""
        spot = self.spots[n]
        k = spot.last
        aged = k + 2 < len(self.tokens) and self.tokens[k].text == "(" and AGE.match(self.tokens[k + 1].text)
        if aged:
            k += 3
        if k + 1 >= len(self.tokens) or self.tokens[k].text != ",":
            return self.right_behind(spot) or (NOBODY if aged else None)
        k += 1
        end = self._description_end(k)
        chain = [e for _, e in self._chain(k, end)]
        headline = end < len(self.tokens) and self.tokens[end].text == ":" and spot.first > 0
        next_one = self._is_of_the_next(end, introduced=introduced)
        if self.tokens[k].lower in ENDS or headline or next_one:
            return NOBODY if aged else None
        if chain and chain[0].kind == "office" and self._is_office(k):
            return None if self._acts(k, end) else self._title(k, end, chain)
        if not introduced and not aged and self.tokens[k].lower not in ("seorang", "salah"):
            return None
        named = spot.last - spot.first > 1 or introduced
        closed = end == len(self.tokens) or self._closes(
            end, one=self.tokens[k].lower in ("seorang", "salah")
        )
        acts = bool(self.language.lexicon.match(self.tokens, k)[0]) or self._is_known_as(
            k
        )  # "X, tiba di Doha"
        if not named or not closed or end == k or acts or not self.tokens[k].text[:1].islower():
            return NOBODY if aged or (named and self.tokens[k].lower in ("seorang", "salah")) else None
        return self._described(k, end, chain)

    def right_behind(self, spot: Spot) -> Title | None:
        """``Raka Suryanta Sekretaris Pers Kantor Presiden Fiji menjelaskan``: an office with no comma, then a verb."""
        k = spot.last
        if spot.last - spot.first < 2 or not self._is_office(k) or not self.tokens[k].text[:1].isupper():
            return None
        while k in self.at and self.spots[self.at[k]].entries:
            k = self.spots[self.at[k]].last
        verb = k < len(self.tokens) and self.tokens[k].text.islower() and guess_voice(self.tokens[k].lower)
        chain = [e for _, e in self._chain(spot.last, k)]
        owned = any(e.kind in ("state", "demonym", "organisation") for e in chain)
        people = any(e.kind == "person" for n in range(spot.last, k) for e in self.spots[self.at[n]].entries)
        return self._title(spot.last, k, chain) if verb == "active" and owned and not people else None

    def _is_known_as(self, k: int) -> bool:
        """``Raka Suryanta, juga dikenal sebagai Wira``: another name and no post."""
        return any(t.lower in KNOWN_AS for t in self.tokens[k : k + 2])

    def _is_of_the_next(self, end: int, *, introduced: bool) -> bool:
        """``kunjungan Raka, Ketua Komisi Ambar, Suryanta Wira, mengatakan``: a title that has its own name behind it."""
        if end + 1 >= len(self.tokens) or self.tokens[end].text != "," or end + 1 not in self.at:
            return False
        spot = self.spots[self.at[end + 1]]
        somebody = not spot.entries or any(e.kind == "person" for e in spot.entries)
        after = self.tokens[spot.last] if spot.last < len(self.tokens) else None
        acts = after is not None and after.text.islower() and guess_voice(after.lower) == "active"
        goes_on = after is not None and (after.text == "," or (acts and not introduced))
        return somebody and spot.last - spot.first > 1 and goes_on

    def _on_platform(self, k: int) -> bool:
        """``kepala staf Fiji di Twitter``: where somebody wrote is no part of their post."""
        after = self.tokens[k + 1].lower if k + 1 < len(self.tokens) else ""
        return self.tokens[k].lower == "di" and after in PLATFORMS

    def _acts(self, first: int, last: int) -> bool:
        """``menurut Raka, Menlu Fiji sangat mendukung``: what follows the name is a clause of somebody else."""
        for token in self.tokens[first + 1 : last]:
            classes = {row[1] for row in self.language.words.units.get(token.lower, ())}
            verb = token.text.islower() and guess_voice(token.lower) == "active"
            if classes & PREDICATIVE or (verb and not self._in_name(token)):
                return True
        return False

    def _in_name(self, token: Token) -> bool:
        """Whether a word is part of an office or body: "menteri muda", "penasihat menteri"."""
        return any(
            s.first <= k < s.last and s.entries
            for k, t in enumerate(self.tokens)
            if t is token
            for s in self.spots
        )

    def _closes(self, k: int, *, one: bool) -> bool:
        """Whether a description ends before token ``k``: at a sign, or behind "seorang X" at a credit."""
        token = self.tokens[k]
        return token.text in (",", ".", '"', "”") or (one and token.lower in CREDITS)

    def _described(self, k: int, end: int, chain: Sequence[Entry]) -> Title:
        """A description by a common noun: "pengajar hubungan internasional di Phnom Penh"."""
        sector = next((e.sector for e in chain if e.kind in ("agent", "office", "body") and e.sector), None)
        first = k + 1 if self.tokens[k].lower == "seorang" else k
        return Title(self._code(chain), self._text(first, end), sector or "CVL")

    def _description_end(self, k: int) -> int:
        end = k
        while end < len(self.tokens) and end - k < LONGEST_DESCRIPTION:
            token = self.tokens[end]
            if token.kind == "mark" or (end > k and (token.lower in ENDS or self._on_platform(end))):
                break
            end += 1
        while end > k and self.tokens[end - 1].lower in OPEN_ENDS:
            end -= 1
        return end

    def _chain(self, k: int, end: int) -> list[tuple[int, Entry]]:
        out = []
        for spot in self.spots:
            if k <= spot.first < end:
                entry = next((e for e in spot.entries if e.kind in TITLE_KINDS), None)
                if entry is not None:
                    out.append((spot.first, entry))
        return out

    # ---- the title -----------------------------------------------------------------

    def _title(self, first: int, last: int, chain: Sequence[Entry]) -> Title:
        offices = [e for e in chain if is_office(e)]
        ranks = bool(offices) and all(e.id.startswith(RANK) for e in offices)
        return Title(self._code(chain), self._text(first, last), find_sector(chain), ranks)

    def _code(self, chain: Sequence[Entry]) -> str | None:
        return find_owner(chain, self.owners)

    def _text(self, first: int, last: int) -> str:
        """The words of a title without what stands in brackets inside it."""
        words, depth = [], 0
        for token in self.tokens[first:last]:
            depth += token.text == "("
            if not depth:
                words.append(token.text)
            depth -= token.text == ")"
        return " ".join(words).replace(" ,", ",")
