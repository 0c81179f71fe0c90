"""Finds what stands right beside a phrase and tells whose it is or who it is.

"Menteri Luar Negeri China, Wang Yi", "Anggota NATO, Turki, mengecam", "pasukan dari Kenya
dikerahkan", "koalisi pimpinan Saudi": turns the words after (or before) a phrase into the name that
it belongs to or means.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from saksi.lang.language import Language
from saksi.records import Name, Phrase, Token
from saksi.segment.morphology import guess_voice

#: Words between a force and who leads it, longest first.
LEADS = (("yang", "dipimpin", "oleh"), ("yang", "dipimpin"), ("pimpinan",), ("dukungan",))
#: Classes of words that stand before a verb.
VERBAL = frozenset({"negation", "future", "possible", "must", "past"})
#: Joints that make a name after a comma one of a list.
LISTED = ("dan", "serta", "atau")
#: How far behind "di" the name of the place begins, in tokens.
TOWN_REACH = 3
#: Longest "di Pasifik selatan" between a phrase and the name after its comma, in tokens.
PLACE_WORDS = 4


class Beside:
    """Reads the surroundings of phrases in one sentence."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.tokens: Sequence[Token] = ()
        self.names_at: Mapping[int, Name] = {}

    def apposed(self, member: Phrase, kinds: Collection[str]) -> Name | None:
        """Who is named after a title and a comma: "Menteri Luar Negeri China, Wang Yi"."""
        return self._named_after(member.last, kinds)

    def _named_after(self, k: int, kinds: Collection[str]) -> Name | None:
        if self._word(k) != ",":
            return None
        name = self.names_at.get(k + 1)
        if name is None or name.entry.kind not in kinds:
            return None
        return None if self._word(name.last) in LISTED else name

    def enclosed(self, member: Phrase, kinds: Collection[str]) -> Name | None:
        """``Negara kecil di Pasifik selatan, Nauru, ...``: the name that stands alone between two commas."""
        k = member.last
        if self._word(k) == "di":
            k = next((j for j in range(k + 1, k + 1 + PLACE_WORDS) if self._word(j) == ","), k)
        name = self._named_after(k, kinds)
        while name is not None and self._word(name.last) == "(":  # "Uni Afrika (AU),"
            closing = next((j for j in range(name.last, name.last + 4) if self._word(j) == ")"), name.last)
            return name if self._word(closing + 1) == "," else None
        return name if name is not None and self._word(name.last) == "," else None

    def described(self, member: Phrase) -> Name | None:
        """``Peru, sekutu lama Kanada, ...``: the state before, which the phrase between commas describes."""
        if self._word(member.first - 1) != "," or self._word(member.last) != ",":
            return None
        return next(
            (n for n in self.names_at.values() if n.last == member.first - 1 and n.entry.kind == "state"),
            None,
        )

    def homeland(self, member: Phrase) -> Name | None:
        """``petugas dari Kenya telah dikerahkan``: the state behind "dari", when the verb follows it.

        "menarik pasukan dari Niger" names no home; there no verb follows. A group behind "dari" is
        always whose they are: "milisi dari Boko Haram".
        """
        led = self._led_by(member.last) or self._of_town(member)
        if led is not None or self._word(member.last) != "dari":
            return led
        name = self.names_at.get(member.last + 1)
        if name is None or name.entry.kind == "group":
            return name
        if name.entry.kind == "state" and member.head in self.language.reference.peers:
            return name
        return name if name.entry.kind in ("state", "demonym") and self._is_verbal(name.last) else None

    def _of_town(self, member: Phrase) -> Name | None:
        """``pihak berwenang di kota Ambar``: the place behind "di" of those who serve or live there."""
        local = self.language.reference.local
        if not any(" ".join(member.words[:n]) in local for n in (1, 2)) or self._word(member.last) != "di":
            return None
        first = member.last + 1
        name = next((self.names_at[i] for i in range(first, first + TOWN_REACH) if i in self.names_at), None)
        if name is None or name.entry.kind not in ("place", "state"):
            return None
        return name if name.entry.country or name.entry.code else None

    def _is_verbal(self, k: int) -> bool:
        word = self._word(k)
        classes = {row[1] for row in self.language.words.units.get(word, ())}
        return bool(classes & VERBAL) or guess_voice(word) is not None

    def _led_by(self, k: int) -> Name | None:
        """``koalisi militer yang dipimpin (oleh) Arab Saudi``, ``koalisi pimpinan Saudi``: whose it is."""
        words = [t.lower for t in self.tokens[k : k + 3]]
        for lead in LEADS:
            if tuple(words[: len(lead)]) == lead:
                return self.names_at.get(k + len(lead))
        return None

    def _word(self, k: int) -> str:
        return self.tokens[k].lower if 0 <= k < len(self.tokens) else ""
