"""Joins spots that are pieces of one name.

Turns the spots of a sentence into fewer: a first name and its surname, the list in a
ministry's name ("Kementerian Ekonomi, Perdagangan, dan Industri"), a party and the words of
its name, a foreign body ("Institute for the Study of ..."), and what an abbreviation in
brackets stands for. It does not say who they are (``introduce`` does).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from saksi.annotate.spots import Spot, is_capital, is_word
from saksi.lang.atlas import Atlas
from saksi.lang.hints import Hints
from saksi.lang.language import Language
from saksi.lang.name_rules import NameRules
from saksi.records import Entry, Token

#: What follows a surname and belongs to it, so that no other surname begins there.
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
#: Words behind the name of an outlet: "Xinhua News".
OUTLET_WORDS = frozenset({"news", "tv", "television", "agency", "network", "online"})
#: Kinds of the common nouns that open the names of bodies.
BODIES = frozenset({"body", "agent"})
#: Sectors of heads behind which a word is no name: "Kelompok Islam", "Pasukan Timur".
LOOSE = frozenset({"", "MIL", "REB", "OPP"})
#: Kinds that a foreign body may hold in its name: "Bank of America".
SWALLOWED = frozenset({"place", "state", "demonym"})
#: A head of names that inside a name is a mere word: "Dewan Pimpinan Pusat".
CENTRAL = "pusat"
OPENING_QUOTES = frozenset({'"', "“", "'", "‘"})
CLOSING_QUOTES = frozenset({'"', "”", "'", "’"})
#: Titles of descent that are written like a first name.
SAYYIDS = frozenset({"seyed", "seyyed", "sayyid"})
#: First names before a name of the atlas, at most.
FIRST_NAMES = 2
#: Tokens of a long form before its abbreviation, at most, and what joins its parts.
LONGEST_CHAIN = 12
CHAINING = frozenset({"di", "untuk", "dan", "dalam", "bagi"})
#: Behind a body: those of several states, "Komite Ambar kedua negara", are none of that name.
SEVERAL = frozenset({"kedua", "ketiga", "keempat"})
INITIALS = re.compile(r"[A-Z]{3,8}$")
#: Words inside a name that have no letter in its abbreviation.
SMALL = frozenset({"of", "the", "for", "and", "on", "to", "in", "dan", "untuk", "de", "la", "del", "&"})


def join(spots: Sequence[Spot], tokens: Sequence[Token], language: Language) -> list[Spot]:
    """Join the spots of one sentence."""
    return _Joiner(tokens, language.name_rules, language.hints, language.atlas).join(spots)


@dataclass(frozen=True, slots=True)
class _Joiner:
    """What joining needs besides spots: the tokens, the words of names, well-known names, and the atlas."""

    tokens: Sequence[Token]
    rules: NameRules
    hints: Hints
    atlas: Atlas

    def join(self, spots: Sequence[Spot]) -> list[Spot]:
        """Join what belongs together, people first."""
        joined = self._people(self._nicknamed(self._known(self._parted(spots))))
        joined = self._foreign_bodies(joined)
        joined = self._bodies(joined)
        return self._abbreviated(joined)

    def _parted(self, spots: Sequence[Spot]) -> list[Spot]:
        """``pemimpin Partai Hijau``: the capital opens the name of the body and is no part of the office."""
        out: list[Spot] = []
        for n, spot in enumerate(spots):
            run = self._run_behind_office(spot, spots[n + 1 : n + 2])
            office = self._office(spot.first, spot.last - 1) if run is not None else ()
            if run is None or not office:
                if not out or spot.first >= out[-1].last:
                    out.append(spot)
                continue
            size, entries = self.atlas.match(self.tokens, spot.last - 1)
            whole = spot.last - 1 + size == run.last
            out += [
                Spot(spot.first, spot.last - 1, office),
                Spot(spot.last - 1, run.last, entries if whole else ()),
            ]
        return out

    def _run_behind_office(self, spot: Spot, after: Sequence[Spot]) -> Spot | None:
        """The run behind an office in small letters whose last word is a capital that opens a body."""
        head = self.tokens[spot.last - 1]
        if spot.last - spot.first < 2 or not is_capital(head) or is_capital(self.tokens[spot.first]):
            return None
        if head.lower not in self.rules.org_heads:
            return None
        return next((run for run in after if run.first == spot.last and not run.entries), None)

    def _office(self, first: int, last: int) -> tuple[Entry, ...]:
        named = self.atlas.named(" ".join(token.lower for token in self.tokens[first:last]))
        return tuple(entry for entry in named if entry.kind == "office")

    def _known(self, spots: Sequence[Spot]) -> list[Spot]:
        """Join the pieces of a well-known body that the atlas does not have: "Partai Karang"."""
        out = list(spots)
        for spot in spots:
            size, label = self.hints.match(self.tokens, spot.first)
            held = [s for s in out if spot.first <= s.first < spot.first + size]
            soft = all(entry.kind in BODIES | SWALLOWED for s in held for entry in s.entries)
            if label == "ORG" and size > spot.last - spot.first and soft:
                out = list(self._replace(out, Spot(spot.first, spot.first + size, ())))
        return out

    # ---- people --------------------------------------------------------------------

    def _nicknamed(self, spots: Sequence[Spot]) -> list[Spot]:
        """``Raka “Si Kancil” Wiratama``: a name in quotation marks between a first name and a surname."""
        out = list(spots)
        for spot in spots:
            k = spot.last
            if spot.entries or k >= len(self.tokens) or self.tokens[k].text not in OPENING_QUOTES:
                continue
            end = next(
                (
                    j
                    for j in range(k + 2, min(k + 5, len(self.tokens)))
                    if self.tokens[j].text in CLOSING_QUOTES
                ),
                None,
            )
            after = next((s for s in spots if end is not None and s.first == end + 1 and not s.entries), None)
            inside = self.tokens[k + 1 : end]
            if after is not None and all(is_capital(token) for token in inside):
                out = list(self._replace(out, Spot(spot.first, after.last, ())))
        return out

    def _people(self, spots: Sequence[Spot]) -> list[Spot]:
        """``Farid Alkatiri`` is not the Alkatiri of the atlas, nor "Milan" in "Milan Wiratama" the town.

        A first name that the person of the atlas bears makes the two one name of that person, and so
        do more surnames behind the whole name.
        """
        out: list[Spot] = []
        for spot in spots:
            before = out[-1] if out else None
            joined = self._pair(before, spot) if before is not None and before.last == spot.first else None
            if joined is None or before is None:
                out.append(self._pair(Spot(0, 1, ()), spot) or spot if self._opens_with_name(spot) else spot)
            else:
                out[-1] = joined
        return out

    def _opens_with_name(self, spot: Spot) -> bool:
        """``Farid Alkatiri tiba.``: a first name that opens a sentence, where a lone capital is no spot."""
        first = self.tokens[0]
        named = first.lower in self.hints.people and not is_word(first.lower)
        return spot.first == 1 and _is_surname(spot) and is_capital(first) and named

    def _pair(self, before: Spot, spot: Spot) -> Spot | None:
        if not before.entries and _is_surname(spot):
            if set(spot.entries[0].name.split()) & set(self._words(before)):
                return Spot(before.first, spot.last, spot.entries)
            return Spot(before.first, spot.last, ()) if self._ends_in_name(before) else None
        if not before.entries and _is_person(spot):  # "Seyed" and the Abbas Araghchi of the atlas
            return (
                Spot(before.first, spot.last, spot.entries)
                if self._are_first_names(before, spot.entries[0].name)
                else None
            )
        if spot.entries or not self._begins_foreign(spot):
            return None
        if _is_person(before):
            return Spot(before.first, spot.last, before.entries if before.last - before.first > 1 else ())
        return Spot(before.first, spot.last, ()) if self._is_first_name(before, spot) else None

    def _are_first_names(self, spot: Spot, name: str) -> bool:
        """One or two words that are no title and that people bear or Indonesian does not have."""
        no_names = self.rules.title_words | self.rules.honorifics | self.rules.body_words
        words = [token.lower for token in self.tokens[spot.first : spot.last]]
        plain = all(
            word not in no_names and (word in self.hints.people or not is_word(word)) for word in words
        )
        named = words[0] in self.hints.people or words[0] in SAYYIDS or self._has_initials(spot, name)
        return len(words) <= FIRST_NAMES and plain and named

    def _has_initials(self, spot: Spot, name: str) -> bool:
        """``Raka Surya`` before the "R.S. Wiratama" of the atlas."""
        letters = "".join(word[0] for word in self._words(spot))
        return name.split(maxsplit=1)[0].replace(".", "") == letters and "." in name

    def _ends_in_name(self, spot: Spot) -> bool:
        """A name that people bear, or a word that Indonesian does not have."""
        token = self.tokens[spot.last - 1]
        return token.lower in self.hints.people or not (token.text.isupper() or is_word(token.lower))

    def _begins_foreign(self, spot: Spot) -> bool:
        token = self.tokens[spot.first]
        word = token.lower
        known = is_word(word) or word in self.rules.title_words or word in SUFFIXES
        return not known and word not in self.rules.body_words and not token.text.isupper()

    def _is_first_name(self, place: Spot, surname: Spot) -> bool:
        """``Milan Wiratama``, but not ``di Milan``: a town whose name people bear, then one surname."""
        size = place.last - place.first
        before = self.tokens[place.first - 1].lower if place.first else ""
        return (
            size == surname.last - surname.first == 1
            and bool(place.entries)
            and all(entry.kind == "place" for entry in place.entries)
            and self.tokens[place.first].lower in self.hints.people
            and before not in self.rules.place_prepositions | self.rules.place_heads
        )

    # ---- bodies --------------------------------------------------------------------

    def _foreign_bodies(self, spots: Sequence[Spot]) -> list[Spot]:
        """``University of Ambar``, ``British Ambar Group``: capitals around a foreign word for a body."""
        out: list[Spot] = []
        for spot in spots:
            before = out[-1] if out else None
            if before is not None and self._is_outlet(before, spot):
                out[-1] = Spot(before.first, spot.last, before.entries)
            elif before is not None and self._are_one_body(before, spot):
                out[-1] = Spot(before.first, spot.last, ())
            else:
                out.append(spot)
        return out

    def _is_outlet(self, before: Spot, spot: Spot) -> bool:
        """``Xinhua News``: an outlet and a word that says so."""
        outlet = bool(before.entries) and all(entry.sector == "JRN" for entry in before.entries)
        one = before.last == spot.first == spot.last - 1 and not spot.entries
        return outlet and one and self.tokens[spot.first].lower in OUTLET_WORDS

    def _are_one_body(self, before: Spot, spot: Spot) -> bool:
        between = self.tokens[before.last : spot.first]
        if not between:
            return not spot.entries and self._opens_body(before, spot)
        linked = all(token.lower in self.rules.body_links for token in between)
        soft = all(entry.kind in SWALLOWED for entry in spot.entries)
        named = not self.rules.body_words.isdisjoint(word.lower() for word in self._words(before))
        return linked and soft and named and not before.entries

    def _opens_body(self, before: Spot, spot: Spot) -> bool:
        """``British Ambar``; ``Ambar Times``: an English demonym, or a place before words for a body alone."""
        if before.last - before.first == 1 and self.tokens[before.first].lower in self.rules.foreign_demonyms:
            return True
        places = bool(before.entries) and all(e.kind in SWALLOWED for e in before.entries)
        return places and self.rules.body_words.issuperset(word.lower() for word in self._words(spot))

    def _bodies(self, spots: Sequence[Spot]) -> list[Spot]:
        """Give the head of a body the words of its name: "Partai Hijau", "Kementerian A, B, dan C"."""
        out: list[Spot] = []
        for spot in spots:
            if out and spot.first < out[-1].last:  # taken by the head before
                if spot.last > out[-1].last:
                    out.append(self._rest(out[-1].last, spot.last))
                continue
            end = self._body_end(spot, spots) if self._is_head(spot) else spot.last
            end = self._region_end(spot, end, spots)
            shared = end < len(self.tokens) and self.tokens[end].lower in SEVERAL
            out.append(spot if end == spot.last or shared else Spot(spot.first, end, ()))
        return out

    def _rest(self, first: int, last: int) -> Spot:
        """What a head left of a run, which the atlas may know: "Departemen Politik Kedutaan Besar"."""
        size, entries = self.atlas.match(self.tokens, first)
        return Spot(first, last, entries if first + size == last else ())

    def _is_head(self, spot: Spot) -> bool:
        head = self.tokens[spot.first]
        bodies = all(entry.kind in BODIES for entry in spot.entries)
        return bodies and is_capital(head) and self.rules.org_heads.get(head.lower, "") not in LOOSE

    def _body_end(self, spot: Spot, spots: Sequence[Spot]) -> int:
        free = {k for other in spots if not other.entries for k in range(other.first, other.last)}
        end = spot.last
        while end in free and self._is_body_word(end, self.rules.org_heads):
            end += 1
        end = self._whole_run(spot, end, spots)
        lists = self.tokens[spot.first].lower in self.rules.list_heads
        return self._list_end(end, free) if lists else end

    def _whole_run(self, head: Spot, end: int, spots: Sequence[Spot]) -> int:
        """``Universitas Teknologi Ambar``: one last word belongs to it, unless it may be an officer's name."""
        held = any(s.last == head.first and any(e.kind == "office" for e in s.entries) for s in spots)
        whole = next((s.last for s in spots if not s.entries and s.first < end < s.last), end)
        return whole if whole == end + 1 and not held else end

    def _region_end(self, spot: Spot, end: int, spots: Sequence[Spot]) -> int:
        """``Departemen Urusan Pasifik``: a part of the world is a part of the name, a state its owner."""
        region = next((other for other in spots if other.first == end), None)
        opens = self._is_head(spot) or self.tokens[spot.first].lower in self.rules.region_heads
        if region is None or not opens or not region.entries:
            return end
        own = all(e.kind == "place" and e.country is None for e in region.entries)
        return region.last if own else end

    def _list_end(self, end: int, free: set[int]) -> int:
        """``, Perdagangan, dan Industri``: words after commas count when "dan" and one more follow."""
        heads = self.rules.org_heads.keys() | self.rules.place_heads
        k, closed = end, False
        while k + 1 < len(self.tokens) and not closed:
            sign = self.tokens[k].lower
            closed = sign in ("dan", "&", "serta")
            k += 1 + (sign == "," and self.tokens[k + 1].lower in ("dan", "serta"))
            closed = closed or self.tokens[k - 1].lower in ("dan", "serta")
            first = k
            while k in free and self._is_body_word(k, heads):
                k += 1
            if sign not in (",", "dan", "&", "serta") or k == first:
                return end
        return k if closed else end

    def _is_body_word(self, k: int, heads: Container[str]) -> bool:
        word = self.tokens[k].lower
        if not is_capital(self.tokens[k]) or (word in heads and word != CENTRAL):
            return False
        if word in self.rules.title_words or not is_word(word):
            return word in self.rules.title_words
        return word not in self.hints.people or (k + 1 < len(self.tokens) and self._is_plain(k + 1))

    def _is_plain(self, k: int) -> bool:
        """Whether a capitalised word is no name: "Hak" in "Hak Asasi Manusia" is none either."""
        word = self.tokens[k].lower
        return is_capital(self.tokens[k]) and is_word(word) and word not in self.hints.people

    # ---- abbreviations -------------------------------------------------------------

    def _abbreviated(self, spots: Sequence[Spot]) -> list[Spot]:
        """Join the words whose first letters an abbreviation in brackets has: "Ambar Peace Forum (APF)".

        Of one that the atlas has, the words from the head on are the long form: "Misi PBB di Ambar (UNMA)".
        """
        for k, token in enumerate(self.tokens):
            if token.text != "(" or k + 2 >= len(self.tokens) or not INITIALS.match(self.tokens[k + 1].text):
                continue
            if self.tokens[k + 2].text not in (")", "/"):
                continue
            first = self._first_of(self.tokens[k + 1].text, k)
            short = next((s for s in spots if s.first == k + 1), None)
            entries = tuple(e for e in short.entries if e.kind in ("organisation", "group")) if short else ()
            if first is None and entries:
                first = self._head_before(k, spots)
            if first is not None:
                spots = list(self._replace(spots, Spot(first, k, entries)))
        return list(spots)

    def _head_before(self, end: int, spots: Sequence[Spot]) -> int | None:
        """Where a chain of spots and small words begins that ends before ``end``, at the head of a body."""
        k, first = end, None
        while k > 0 and end - k < LONGEST_CHAIN:
            spot = next((s for s in spots if s.last == k), None)
            if spot is None:
                if self.tokens[k - 1].lower not in CHAINING:
                    break
                k -= 1
                continue
            if any(e.kind in ("person", "office") for e in spot.entries):
                break
            k = spot.first
            head = self.tokens[k]
            word = head.lower
            if is_capital(head) and (word in self.rules.org_heads or word in self.rules.region_heads):
                first = k
        return first

    def _first_of(self, letters: str, end: int) -> int | None:
        """Where the words begin that ``letters`` stands for and that end before ``end``."""
        left = len(letters)
        for k in range(end - 1, -1, -1):
            token = self.tokens[k]
            if is_capital(token) and left and token.text[0] == letters[left - 1]:
                left -= 1
                if not left:
                    return k
            elif token.lower not in SMALL:
                return None
        return None

    def _replace(self, spots: Sequence[Spot], whole: Spot) -> Iterator[Spot]:
        """Put ``whole`` in the place of the spots it holds; what is known and sticks out keeps them."""
        held = [spot for spot in spots if spot.first < whole.last and spot.last > whole.first]
        fits = any(spot.first <= whole.first and spot.last >= whole.last for spot in held)
        out = (spot for spot in held if spot.first < whole.first or spot.last > whole.last)
        if not held or (fits and len(held) == 1) or any(spot.entries for spot in out):
            yield from spots
            return
        for spot in spots:
            if spot is held[0]:
                if spot.first < whole.first:
                    yield Spot(spot.first, whole.first, ())
                yield whole
            if spot is held[-1] and spot.last > whole.last:
                yield self._rest(whole.last, spot.last)
            if spot not in held:
                yield spot

    def _words(self, spot: Spot) -> list[str]:
        return [token.text for token in self.tokens[spot.first : spot.last]]


def _is_surname(spot: Spot) -> bool:
    return spot.last - spot.first == 1 and _is_person(spot)


def _is_person(spot: Spot) -> bool:
    return bool(spot.entries) and spot.entries[0].kind == "person"
