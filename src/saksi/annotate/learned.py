"""Adds the names that only the trained tagger finds.

Turns unknown runs of capitals that neither the atlas nor a title nor an abbreviation
explained into people, places and organisations of the document, where the tagger is
certain. It overrules nothing that a rule has found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.annotate.introduce import Introduced, make_slug
from saksi.annotate.spots import Spot, is_capital, is_common, is_word
from saksi.annotate.tagger import Tagged
from saksi.lang.language import Language
from saksi.records import Entry, Sentence, Token

#: Marks that close a quotation.
CLOSING = frozenset({'"', "”"})
#: Kind of entry that a label makes.
KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
#: Least certainty; one word alone must be surer.
CERTAIN, CERTAIN_ALONE = 0.8, 0.9
#: Atlas entries that a learned name may swallow, by its label: "Universitas Oxford".
SOFT = {"PER": frozenset[str](), "LOC": frozenset({"place"}), "ORG": frozenset({"place", "body", "agent"})}
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
        introduced = known.by_sentence.get(i, ())
        self.taken = frozenset(k for spot, _, _ in introduced for k in range(spot.first, spot.last))
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
        return frozenset((free | openers) - self.taken)

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
        enough = CERTAIN if last - first > 1 else CERTAIN_ALONE
        inside = [self.at[k] for k in range(first, last) if k in self.at]
        soft = all(entry.kind in SOFT[tagged.label] for spot in inside for entry in spot.entries)
        if first == last or tagged.certainty < enough or not soft:
            return
        if not self.taken.isdisjoint(range(first, last)):
            return
        name = self._text(first, last)
        entry = self.known.alias(name, self.i) or self._entry(tagged.label, name, inside)
        self.known.add(self.i, Spot(first, last, ()), entry, "learned")
        for alias in self._short_forms(first, last, tagged.label):
            self.known.learn(alias, self.i, entry)

    def _entry(self, label: str, name: str, inside: Sequence[Spot]) -> Entry:
        """An entry of the document; a body in front of its name gives its sector."""
        sectors = (
            entry.sector for spot in inside for entry in spot.entries if entry.kind in ("body", "agent")
        )
        sector = next(sectors, None) if label == "ORG" else None
        return Entry(f"doc/{make_slug(name)}", KINDS[label], name, None, sector)

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
