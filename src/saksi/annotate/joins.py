"""Joins spots that are pieces of one name.

Turns the spots of a sentence into fewer: a first name and its surname, the list in a
ministry's name ("Kementerian Ekonomi, Perdagangan, dan Industri"), a party and the words of
its name, a foreign body ("Institute for the Study of ..."), and what an abbreviation in
brackets stands for. It does not say who they are (``introduce`` does).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.annotate.spots import Spot, is_capital, is_word
from saksi.lang.atlas import Atlas
from saksi.lang.hints import Hints
from saksi.lang.language import Language
from saksi.lang.name_rules import NameRules
from saksi.records import Token

#: What follows a surname and belongs to it, so that no other surname begins there.
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v"})
#: Kinds of the common nouns that open the names of bodies.
BODIES = frozenset({"body", "agent"})
#: Sectors of heads behind which a word is no name: "Kelompok Islam", "Pasukan Timur".
LOOSE = frozenset({"", "MIL", "REB", "OPP"})
#: Kinds that a foreign body may hold in its name: "Bank of America".
SWALLOWED = frozenset({"place", "state", "demonym"})
#: A head of names that inside a name is a mere word: "Dewan Pimpinan Pusat".
CENTRAL = "pusat"
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
        joined = self._people(self._known(spots))
        joined = self._foreign_bodies(joined)
        joined = self._bodies(joined)
        return self._abbreviated(joined)

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
                out.append(spot)
            else:
                out[-1] = joined
        return out

    def _pair(self, before: Spot, spot: Spot) -> Spot | None:
        if not before.entries and _is_surname(spot):
            if set(spot.entries[0].name.split()) & set(self._words(before)):
                return Spot(before.first, spot.last, spot.entries)
            return Spot(before.first, spot.last, ()) if self._ends_in_name(before) else None
        if spot.entries or not self._begins_foreign(spot):
            return None
        if _is_person(before):
            return Spot(before.first, spot.last, before.entries if before.last - before.first > 1 else ())
        return Spot(before.first, spot.last, ()) if self._is_first_name(before, spot) else None

    def _ends_in_name(self, spot: Spot) -> bool:
        """A name that people bear, or a word that Indonesian does not have."""
        token = self.tokens[spot.last - 1]
        return token.lower in self.hints.people or not (token.text.isupper() or is_word(token.lower))

    def _begins_foreign(self, spot: Spot) -> bool:
        token = self.tokens[spot.first]
        known = is_word(token.lower) or token.lower in self.rules.title_words | SUFFIXES
        return not known and token.lower not in self.rules.body_words and not token.text.isupper()

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
            if before is not None and self._are_one_body(before, spot):
                out[-1] = Spot(before.first, spot.last, ())
            else:
                out.append(spot)
        return out

    def _are_one_body(self, before: Spot, spot: Spot) -> bool:
        between = self.tokens[before.last : spot.first]
        if not between:
            demonym = self.tokens[before.first].lower in self.rules.foreign_demonyms
            return demonym and before.last - before.first == 1 and not spot.entries
        linked = all(token.lower in self.rules.body_links for token in between)
        soft = all(entry.kind in SWALLOWED for entry in spot.entries)
        named = not self.rules.body_words.isdisjoint(word.lower() for word in self._words(before))
        return linked and soft and named and not before.entries

    def _bodies(self, spots: Sequence[Spot]) -> list[Spot]:
        """Give the head of a body the words of its name: "Partai Hijau", "Kementerian A, B, dan C"."""
        out: list[Spot] = []
        for spot in spots:
            if out and spot.first < out[-1].last:  # taken by the head before
                if spot.last > out[-1].last:
                    out.append(self._rest(out[-1].last, spot.last))
                continue
            end = self._body_end(spot, spots) if self._is_head(spot) else spot.last
            out.append(spot if end == spot.last else Spot(spot.first, end, ()))
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
        while end in free and self._is_body_word(end):
            end += 1
        lists = self.tokens[spot.first].lower in self.rules.list_heads
        return self._list_end(end, free) if lists else end

    def _list_end(self, end: int, free: set[int]) -> int:
        """``, Perdagangan, dan Industri``: words after commas count when "dan" and one more follow."""
        k, closed = end, False
        while k + 1 < len(self.tokens) and not closed:
            sign = self.tokens[k].lower
            closed = sign in ("dan", "&", "serta")
            k += 1 + (sign == "," and self.tokens[k + 1].lower in ("dan", "serta"))
            closed = closed or self.tokens[k - 1].lower in ("dan", "serta")
            first = k
            while k in free and self._is_body_word(k):
                k += 1
            if sign not in (",", "dan", "&", "serta") or k == first:
                return end
        return k if closed else end

    def _is_body_word(self, k: int) -> bool:
        word = self.tokens[k].lower
        heads = self.rules.org_heads.keys() | self.rules.place_heads
        if not is_capital(self.tokens[k]) or (word in heads and word != CENTRAL):
            return False
        return word in self.rules.title_words or (is_word(word) and word not in self.hints.people)

    # ---- abbreviations -------------------------------------------------------------

    def _abbreviated(self, spots: Sequence[Spot]) -> list[Spot]:
        """Join the words whose first letters an abbreviation in brackets has: "Ambar Peace Forum (APF)"."""
        for k, token in enumerate(self.tokens):
            if token.text != "(" or k + 2 >= len(self.tokens) or not INITIALS.match(self.tokens[k + 1].text):
                continue
            first = self._first_of(self.tokens[k + 1].text, k)
            if first is not None and self.tokens[k + 2].text in (")", "/"):
                spots = list(self._replace(spots, Spot(first, k, ())))
        return list(spots)

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
