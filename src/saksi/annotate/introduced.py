"""Remembers what one document introduces: people, bodies and places, and the short forms of them.

It decides nothing: ``introduce`` and ``learned`` put entries in, and later stages look them up.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from saksi.annotate.spots import Spot
from saksi.annotate.tagger import Tagged, load_tagger
from saksi.lang.language import Language
from saksi.records import Entry, Token

#: Entries of the document itself begin so.
OWN = "doc/"
#: Words of a name that may stand for a longer one.
SHORTEST_HALF = 2


@dataclass(slots=True)
class Introduced:
    """What one document introduces: entries by sentence, and the short forms of them."""

    by_sentence: dict[int, list[tuple[Spot, Entry, str]]] = field(default_factory=dict)
    aliases: dict[str, list[tuple[int, Entry]]] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)  # the country of the last body of each kind
    seen: dict[int, Sequence[Spot]] = field(default_factory=dict)  # the spots that the tagger was trained on
    tags: dict[int, tuple[Tagged, ...]] = field(default_factory=dict)  # of the sentences that were tagged
    short: dict[str, Entry] = field(default_factory=dict)  # what abbreviations in brackets stand for
    led: str | None = None  # the code of the organisation named last, which a Secretary-General leads
    titled: dict[str, Entry] = field(
        default_factory=dict
    )  # people of the atlas with the post the text gave them
    filed: str | None = None  # the country of the dateline, when the story is about it

    def add(self, i: int, spot: Spot, entry: Entry, rule: str) -> None:
        """Keep an entry at a spot of sentence ``i``."""
        self.by_sentence.setdefault(i, []).append((spot, entry, rule))

    def learn(self, alias: str, i: int, entry: Entry) -> None:
        """Remember that from sentence ``i`` on ``alias`` may mean ``entry``."""
        rows = self.aliases.setdefault(alias, [])
        if all(row[1].id != entry.id for row in rows):
            rows.append((i, entry))

    def tagged(
        self, i: int, tokens: Sequence[Token], spots: Sequence[Spot], language: Language
    ) -> tuple[Tagged, ...]:
        """What the tagger sees in sentence ``i``, asked once."""
        if i not in self.tags:
            self.tags[i] = load_tagger().tag(tokens, self.seen.get(i, spots), language.hints)
        return self.tags[i]

    def alias(self, text: str, i: int) -> Entry | None:
        """Give the entry that ``text`` is short for: the last one introduced up to ``i``, else the first.

        Of two that the same sentence introduces ("Kim A, adik Kim B"), the first is what it is about; of
        relatives of somebody whom the atlas knows, that one bears the surname alone.
        """
        rows = self.aliases.get(text)
        if not rows:
            return None
        famous = [row for row in rows if not row[1].id.startswith(OWN)]
        rows = famous if len(famous) == 1 and famous[0][0] <= max(i, rows[0][0]) else rows
        before = [at for at, _ in rows if at <= i]
        last = max(before, default=rows[0][0])
        return next(entry for at, entry in rows if at == last)

    def whole(self, name: str) -> Entry | None:
        """The one person introduced whose name holds these words in order: "Raka Wiratama" of "Raka Adi Wiratama"."""
        words = name.split()
        if len(words) < SHORTEST_HALF:
            return None
        found = {
            entry.name: entry
            for rows in self.aliases.values()
            for _, entry in rows
            if entry.kind == "person" and entry.office is not None and _holds(entry.name.split(), words)
        }
        return next(iter(found.values())) if len(found) == 1 else None


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    """Whether the words of a longer name hold these, in order, the last one at their end."""
    rest = iter(whole)
    return len(whole) > len(part) and whole[-1] == part[-1] and all(word in rest for word in part)
