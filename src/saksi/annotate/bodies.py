"""Tells by the words in and before a run of capitals whether it is the name of a body.

Turns an unknown spot into a sector and the rule that told it: a heading noun ("Komite X"), a
foreign word for a body ("X Institute"), a noun before it ("perusahaan X"), or a verb of passing
on ("dilansir dari X"). It makes no entry (``introduce`` does).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from saksi.annotate.spots import Spot, is_word
from saksi.annotate.tagger import Tagged
from saksi.lang.language import Language
from saksi.records import Token

#: Certainty at which the tagger's person is no body, whatever stands before it.
LIKELY = 0.5
#: Words between a verb of passing on and the outlet.
OUTLET_NOUNS = frozenset(
    {
        "dari",
        "oleh",
        "laman",
        "situs",
        "portal",
        "media",
        "kanal",
        "saluran",
        "koran",
        "harian",
        "kantor",
        "berita",
    }
)
#: Verbs of passing on before which somebody may do something else: "dilaporkan X tewas".
LOOSE = frozenset({"dilaporkan", "diberitakan", "disiarkan"})
LONGEST_INTRODUCER = 4
ACRONYM = re.compile(r"[A-Z]{2,6}$")
SHORT_FORM = re.compile(r"[A-Z]{3,8}$")
#: The address of an outlet that is its name: "Kabarita.id".
SITE = re.compile(r"[a-z][a-z0-9-]+(?:\.(?:com|co|id|net|org|tv|news))+")
#: Kinds of nouns before an abbreviation that make it a body's.
KINDS = frozenset({"body", "agent"})
#: The company of one letter, and what stands before it.
PLATFORM = "x"
PLATFORM_CUES = frozenset({"di", "sosial", "platform", "akun", "via", "lewat", "dan"})
JOURNALISTS = "JRN"
NOTHING = (None, "")


@dataclass(frozen=True, slots=True)
class BodyReader:
    """Reads the evidence around one run of ``spots``; ``tagged`` gives what the tagger sees in the sentence."""

    tokens: Sequence[Token]
    spot: Spot
    language: Language
    spots: Sequence[Spot]
    tagged: Callable[[], tuple[Tagged, ...]]
    speaks: Callable[[int], bool]  # whether a verb of saying stands at a token

    def read(self) -> tuple[str | None, str]:
        """Give the sector ('' when there is none to tell) and the rule; no sector when it is no body."""
        rules = self.language.name_rules
        words = self._words()
        head = rules.org_heads.get(words[0])
        if head is not None and len(words) > 1:
            return head, "heading noun"
        if len(words) > 1 and not rules.body_words.isdisjoint(words):
            return "", "foreign noun"
        if self._is_known(len(words)):
            return "", "known"
        if self._is_platform(words):
            return "BUS", "platform"
        sector = self._introducer()
        if sector is None and self._is_acronym() and (self._speaks() or self._names_kind()):
            return "", "acronym"
        site = SITE.fullmatch(" ".join(words)) is not None
        if site or (sector is None and self._is_cited() and not self._is_person()):
            sector = JOURNALISTS
        return NOTHING if sector is None else (sector, "introducer")

    def _is_platform(self, words: Sequence[str]) -> bool:
        """``menulis di X``: the one letter that is a company."""
        before = self.tokens[self.spot.first - 1].lower if self.spot.first else ""
        return words == [PLATFORM] and before in PLATFORM_CUES

    def _is_acronym(self) -> bool:
        token = self.tokens[self.spot.first]
        one = self.spot.last - self.spot.first == 1 and bool(SHORT_FORM.match(token.text))
        return one and token.lower not in self.language.name_rules.no_bodies

    def _speaks(self) -> bool:
        """``GRAM mengatakan``, ``kata GRAM``: who speaks is somebody."""
        before = self.tokens[self.spot.first - 1].lower if self.spot.first else ""
        cued = before in self.language.cues.inverted or before in self.language.cues.sources
        return cued or self.speaks(self.spot.last)

    def _names_kind(self) -> bool:
        """``partai GRAM``, ``sebuah unit elit, GRAM,``: a noun for a body right before, or before a comma."""
        k = self.spot.first
        if k > 1 and self.tokens[k - 1].text == ",":
            after = self.tokens[self.spot.last].text if self.spot.last < len(self.tokens) else "."
            k = k - 1 if after in (",", ".") else 0
        return any(spot.last == k and any(e.kind in KINDS for e in spot.entries) for spot in self.spots)

    def _is_known(self, size: int) -> bool:
        """A well-known body; of one word in capitals ("BBM") there are too many meanings."""
        known = self.language.hints.match(self.tokens, self.spot.first) == (size, "ORG")
        return known and (size > 1 or not self.tokens[self.spot.first].text.isupper())

    def is_event(self) -> bool:
        """Whether the name is that of a meeting, a treaty, a storm and the like."""
        words = self._words()
        events = self.language.name_rules.events
        return words[0] in events or words[-1] in events

    def _words(self) -> list[str]:
        return [token.lower for token in self.tokens[self.spot.first : self.spot.last]]

    def _introducer(self) -> str | None:
        """The sector of the noun that stands before the run in lower case."""
        if self._is_plain_word():
            return None
        introducers = self.language.name_rules.introducers
        for size in range(min(LONGEST_INTRODUCER, self.spot.first), 0, -1):
            before = " ".join(token.text for token in self.tokens[self.spot.first - size : self.spot.first])
            if before in introducers:
                return introducers[before]
        return None

    def _is_cited(self) -> bool:
        """``dilansir dari X``, ``dikutip X``: whom a text has its news from."""
        k = self.spot.first - 1
        while k >= 0 and self.tokens[k].lower in OUTLET_NOUNS:
            k -= 1
        verb = self.tokens[k].lower if k >= 0 else ""
        near = k == self.spot.first - 1
        return verb in self.language.cues.media and not (near and verb in LOOSE) and not self._is_plain_word()

    def _is_plain_word(self) -> bool:
        """One word that Indonesian has is no name here, nor are two states: "perusahaan Barat", "Fiji-Ghana"."""
        words = self._words()
        if len(words) == 1 and self._is_pair(words[0]):
            return True
        known = is_word(words[0]) or words[0] in self.language.name_rules.title_words
        return len(words) == 1 and known and not ACRONYM.match(self.tokens[self.spot.first].text)

    def _is_pair(self, word: str) -> bool:
        first, hyphen, second = word.partition("-")
        return bool(hyphen) and bool(self.language.atlas.named(first) and self.language.atlas.named(second))

    def _is_person(self) -> bool:
        return any(
            tagged.label == "PER"
            and tagged.certainty >= LIKELY
            and tagged.first < self.spot.last
            and tagged.last > self.spot.first
            for tagged in self.tagged()
        )
