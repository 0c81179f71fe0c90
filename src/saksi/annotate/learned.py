"""Adds the names that only the trained tagger finds.

Turns unknown runs of capitals that neither the atlas nor a title nor an abbreviation
explained into people, places and organisations of the document, where the tagger is
certain. It overrules nothing that a rule has found, but where a rule cut a longer name
short ("Serikat Nelayan" of "Serikat Nelayan Indonesia"), the whole name takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.annotate.introduce import make_slug
from saksi.annotate.introduced import Introduced
from saksi.annotate.spots import Spot, is_capital, is_common, is_word
from saksi.annotate.tagger import Tagged
from saksi.lang.language import Language
from saksi.records import Entry, Sentence, Token

#: Marks that close a quotation.
CLOSING = frozenset({'"', "”"})
#: Kind of entry that a label makes.
KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
#: Least certainty; one word that opens a sentence or is an Indonesian word must be surer. Set on idner, each quarter of its
#: training part read by a model of the others: of the names from 0.8 up nine in ten are right.
CERTAIN, CERTAIN_ALONE = 0.8, 0.9
#: Least certainty of a person whom the word before announces ("tambah Ambar", "Pak Ambar"): of those from 0.5 up, found
#: in the same way, all were people.
CERTAIN_TOLD = 0.5
#: Least certainty that lets a name take in a state or what a rule has cut short.
CERTAIN_WIDER = 0.85
#: Atlas entries that a learned name may take in, by its label: "Universitas Oxford".
SOFT = {"PER": frozenset[str](), "LOC": frozenset({"place"}), "ORG": frozenset({"place", "body", "agent"})}
#: Those that only a sure name takes in: "Bursa Niaga Indonesia", "Jakarta Pusat", "Raja Ampat", "Arif Hakim".
SOFT_WIDER = {
    "PER": frozenset({"office"}),
    "LOC": frozenset({"state", "office"}),
    "ORG": frozenset({"state", "demonym"}),
}
#: Words that make a part of a place of its name.
DIRECTIONS = frozenset({"utara", "selatan", "timur", "barat", "tengah", "pusat", "laut", "daya", "tenggara"})
#: Rules that may cut a name short.
CUTTING = frozenset({"heading noun", "foreign noun", "known", "introducer", "place", "abbreviation"})
#: Marks behind which a sentence or a quotation begins.
OPENING = frozenset({'"', "“", ".", ":"})


def add_learned(
    known: Introduced, sentences: Sequence[Sentence], spots: Sequence[Sequence[Spot]], language: Language
) -> None:
    """Put what the tagger finds into ``known``; sentences without open words are not tagged."""
    for i, sentence in enumerate(sentences):
        if sentence.role not in ("title", "subhead"):
            _Sentence(i, sentence, spots[i], known, language).read()


class _Sentence:
    """One sentence with what is open in it."""

    def __init__(
        self, i: int, sentence: Sentence, spots: Sequence[Spot], known: Introduced, language: Language
    ) -> None:
        self.i, self.tokens, self.spots = i, sentence.tokens, spots
        self.known, self.language = known, language
        self.introduced = known.by_sentence.get(i, [])
        self.taken = frozenset(k for row in self.introduced for k in range(row[0].first, row[0].last))
        self.at = {k: spot for spot in spots if spot.entries for k in range(spot.first, spot.last)}

    def read(self) -> None:
        """Tag the sentence when a word in it is open, and keep the names that hold such a word."""
        words = self._open_words()
        if not words:
            return
        for tagged in self.known.tagged(self.i, self.tokens, self.spots, self.language):
            if not words.isdisjoint(range(tagged.first, tagged.last)):
                self._add(tagged)

    def _open_words(self) -> frozenset[int]:
        """Indexes in runs that are nobody yet, and of opening words that Indonesian does not have."""
        runs = (spot for spot in self.spots if not spot.entries)
        held = {k for spot in self.spots for k in range(spot.first, spot.last)}
        openers = {k for k in range(len(self.tokens)) if k not in held and self._opens(k)}
        free = {k for run in runs if self._is_nobody(run) for k in range(run.first, run.last)}
        return frozenset((free | openers) - self.taken) | self._cut_words()

    def _cut_words(self) -> frozenset[int]:
        """Indexes in what a rule found where a known name goes on behind it: "Serikat Nelayan|Indonesia"."""
        cut = [spot for spot, _, rule in self.introduced if rule in CUTTING and self._goes_on(spot)]
        cut += [spot for spot in self.spots if self._is_seated(spot)]
        return frozenset(k for spot in cut for k in range(spot.first, spot.last))

    def _goes_on(self, spot: Spot) -> bool:
        """Whether a name of the atlas touches a spot, before it with a capital: "Partai|Ambar"."""
        before = spot.first - 1
        return spot.last in self.at or (before in self.at and is_capital(self.tokens[before]))

    def _is_seated(self, spot: Spot) -> bool:
        """``Pengadilan Tinggi Ambar``: a body with a capital, and its town behind it."""
        behind = self.at.get(spot.last)
        if behind is None or behind.entries[0].kind != "place" or not is_capital(self.tokens[spot.first]):
            return False
        return any(entry.kind == "body" for entry in spot.entries)

    def _is_nobody(self, run: Spot) -> bool:
        return self.known.alias(self._text(run.first, run.last), self.i) is None

    def _opens(self, k: int) -> bool:
        token = self.tokens[k]
        if not is_capital(token) or (k and self.tokens[k - 1].text not in OPENING):
            return False
        if token.lower in self.language.name_rules.never or is_word(token.lower):
            return False
        return self.known.alias(token.text, self.i) is None

    def _add(self, tagged: Tagged) -> None:
        first, last = self._trim(tagged)
        inside = list(dict.fromkeys(self.at[k] for k in range(first, last) if k in self.at))
        if first == last or not self._is_certain(first, last, tagged):
            return
        if not self._may_take_in(tagged, inside) or not self._free(first, last, tagged):
            return
        name = self._text(first, last)
        entry = self.known.alias(name, self.i) or self._entry(tagged.label, name, inside)
        self.known.add(self.i, Spot(first, last, ()), entry, "learned")
        for alias in self._short_forms(first, last, tagged.label):
            self.known.learn(alias, self.i, entry)

    def _is_certain(self, first: int, last: int, tagged: Tagged) -> bool:
        if tagged.label == "PER" and self._is_told(first):
            return tagged.certainty >= CERTAIN_TOLD
        if last - first > 1:
            return tagged.certainty >= CERTAIN
        opening = first == 0 or self.tokens[first - 1].text in OPENING
        people = self.at.get(first - 1)  # "pemberontak Ambar": a people as often as a person
        agent = people is not None and all(entry.kind == "agent" for entry in people.entries)
        common = opening or agent or is_word(self.tokens[first].lower)
        return tagged.certainty >= (CERTAIN_ALONE if common else CERTAIN)

    def _is_told(self, first: int) -> bool:
        """Whether a verb of saying or a form of address stands right before: of a person alone."""
        if first == 0:
            return False
        before = self.tokens[first - 1].lower
        return before in self.language.cues or before in self.language.name_rules.honorifics

    def _may_take_in(self, tagged: Tagged, inside: Sequence[Spot]) -> bool:
        """Whether the atlas leaves its names inside to the whole; a body with its state stays two names."""
        if len(inside) == 2 and _is_body_of(inside[0], inside[1], tagged):
            return False
        if any((spot.first, spot.last) == (tagged.first, tagged.last) for spot in inside):
            return False  # the atlas knows it already
        if tagged.label == "LOC" and inside and not self._is_part_of(inside[0], tagged):
            return False
        if tagged.label == "PER" and inside and inside[0].first == tagged.first:
            return False  # a title is no part of a name
        soft = SOFT[tagged.label]
        if tagged.certainty >= CERTAIN_WIDER:
            soft |= SOFT_WIDER[tagged.label]
        return all(any(entry.kind in soft for entry in spot.entries) for spot in inside)

    def _is_part_of(self, place: Spot, tagged: Tagged) -> bool:
        """Whether a state or its seat is but a part of a place: "Jakarta Pusat", no "Paris" of a show."""
        behind = {token.lower for token in self.tokens[place.last : tagged.last]}
        state = any(entry.kind == "state" for entry in place.entries)
        return not state or (behind <= DIRECTIONS if place.first == tagged.first else bool(behind))

    def _free(self, first: int, last: int, tagged: Tagged) -> bool:
        """Whether nobody holds these words; a part that a rule cut out of them gives way."""
        held = [row for row in self.introduced if row[0].first < last and first < row[0].last]
        if any(not self._is_cut(row, first, last) for row in held):
            return False
        if held and (tagged.label == "PER" or tagged.certainty < CERTAIN_WIDER):
            return False
        for row in held:
            self.introduced.remove(row)
        return True

    def _is_cut(self, row: tuple[Spot, Entry, str], first: int, last: int) -> bool:
        spot, _, rule = row
        shorter = first <= spot.first and spot.last <= last and spot.last - spot.first < last - first
        return rule in CUTTING and shorter

    def _entry(self, label: str, name: str, inside: Sequence[Spot]) -> Entry:
        """An entry of the document; a body in front of its name gives its sector."""
        sectors = (
            entry.sector for spot in inside for entry in spot.entries if entry.kind in ("body", "agent")
        )
        codes = (entry.code or entry.country for spot in inside for entry in spot.entries)
        code = next((code for code in codes if code), None)
        kind, key = KINDS[label], f"doc/{make_slug(name)}"
        if label == "ORG":
            return Entry(key, kind, name, code, next(sectors, None))
        return Entry(key, kind, name, None, None, country=code if label == "LOC" else None)

    def _trim(self, tagged: Tagged) -> tuple[int, int]:
        """Leave marks out at both ends, and address and common nouns out of the front of a person's name."""
        first, last = tagged.first, tagged.last
        person = tagged.label == "PER"
        while first < last and (
            self.tokens[first].kind == "mark"
            or (person and (self._is_no_name(self.tokens[first]) or self._is_cue(first)))
        ):
            first += 1
        while first < last and self.tokens[last - 1].kind == "mark":
            last -= 1
        return first, last

    def _is_cue(self, k: int) -> bool:
        """``"...," Kata Muladi``: a verb of saying with a capital behind a quotation is no name."""
        return k > 0 and self.tokens[k - 1].text in CLOSING and self.tokens[k].lower in self.language.cues

    def _is_no_name(self, token: Token) -> bool:
        return is_common(token) or token.lower in self.language.name_rules.honorifics

    def _short_forms(self, first: int, last: int, label: str) -> Iterator[str]:
        words = [token.text for token in self.tokens[first:last]]
        yield " ".join(words)
        if label == "PER" and len(words) > 1:
            yield from (word for word in words if len(word) > 1 and word[0].isupper() and word[-1] != ".")

    def _text(self, first: int, last: int) -> str:
        return " ".join(token.text for token in self.tokens[first:last])


def _is_body_of(body: Spot, state: Spot, tagged: Tagged) -> bool:
    """Whether a span is a body that the atlas knows and the state behind it: "Kementerian Pertahanan Rusia"."""
    whole = (body.first, body.last, state.last) == (tagged.first, state.first, tagged.last)
    kinds = {entry.kind for entry in body.entries}, {entry.kind for entry in state.entries}
    return whole and "body" in kinds[0] and "state" in kinds[1]
