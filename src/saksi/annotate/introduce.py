"""Reads how a text introduces people, bodies and places it does not assume known.

Turns spots into entries of the document: "Menteri Luar Negeri China Wang Yi" makes a
person with an office and a country; "Komite Keamanan Nasional" a body; "(OAS)" after a
name its abbreviation. A name without such evidence stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from saksi.annotate.spots import Spot, is_capital, is_common
from saksi.lang.language import Language
from saksi.records import Entry, Sentence, Token

#: Kinds that may stand in a title beside the office.
TITLE_KINDS = frozenset({"office", "state", "demonym", "body", "organisation", "group", "place", "agent"})
#: Words inside a title that are not names: "Menteri Luar Negeri dan Perdagangan".
TITLE_WORDS = frozenset({"urusan", "untuk", "bidang"})
AGE = re.compile(r"\d{1,3}$")
ABBREVIATION = re.compile(r"[A-Z][A-Za-z0-9-]{1,11}$")
LONGEST_PERSON = 6
SHORTEST_PERSON = 2


@dataclass(slots=True)
class Introduced:
    """What one document introduces: entries by sentence, and the short forms of them."""

    by_sentence: dict[int, list[tuple[Spot, Entry, str]]] = field(default_factory=dict)
    aliases: dict[str, list[tuple[int, Entry]]] = field(default_factory=dict)

    def add(self, i: int, spot: Spot, entry: Entry, rule: str) -> None:
        """Keep an entry at a spot of sentence ``i``."""
        self.by_sentence.setdefault(i, []).append((spot, entry, rule))

    def learn(self, alias: str, i: int, entry: Entry) -> None:
        """Remember that from sentence ``i`` on ``alias`` may mean ``entry``."""
        rows = self.aliases.setdefault(alias, [])
        if all(row[1].id != entry.id for row in rows):
            rows.append((i, entry))

    def alias(self, text: str, i: int) -> Entry | None:
        """Give the entry that ``text`` is short for: the last one introduced before ``i``, else the first."""
        rows = self.aliases.get(text)
        if not rows:
            return None
        before = [entry for at, entry in rows if i < 0 or at <= i]
        return before[-1] if before and i >= 0 else rows[0][1]


def introduce(
    sentences: Sequence[Sentence], spots: Sequence[Sequence[Spot]], language: Language
) -> Introduced:
    """Collect everything the document introduces."""
    known = Introduced()
    for i, sentence in enumerate(sentences):
        _Sentence(i, sentence.tokens, list(spots[i]), known, language).read()
    return known


class _Sentence:
    """One sentence read for introductions."""

    def __init__(
        self, i: int, tokens: Sequence[Token], spots: list[Spot], known: Introduced, language: Language
    ) -> None:
        self.i, self.tokens, self.spots, self.known, self.language = i, tokens, spots, known, language
        self.at = {k: n for n, spot in enumerate(spots) for k in range(spot.first, spot.last)}

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
        if entry.kind == "person":
            title = self._title_before(n)
            if title is None:
                title = self._title_after(n)
            self.known.add(self.i, spot, _with_title(entry, title), "lexicon")
            self._learn_parts(spot, _with_title(entry, title))
        elif entry.kind in ("organisation", "group"):
            self._abbreviation(spot, entry)

    def _abbreviation(self, spot: Spot, entry: Entry) -> None:
        """``Name (ABC)``: ABC means the same from here on."""
        k = spot.last
        if k + 2 < len(self.tokens) and self.tokens[k].text == "(" and self.tokens[k + 2].text == ")":
            short = self.tokens[k + 1].text
            if ABBREVIATION.match(short) and short not in ("AFP", "AP"):
                self.known.learn(short, self.i, entry)

    # ---- bodies --------------------------------------------------------------------

    def _body(self, n: int, spot: Spot) -> bool:
        head = self.tokens[spot.first].lower
        sector = self.language.name_rules.org_heads.get(head)
        bracket = self._bracket(spot)
        if sector is None and bracket is None:
            return False
        if spot.last - spot.first < 2 and bracket is None:
            return False
        if sector is None and self._title_before(n) is not None:
            return False
        same = self._bracket_entry(bracket)
        text = self._text(spot.first, spot.last)
        entry = same or Entry(f"doc/{_slug(text)}", "organisation", text, self._code_near(n), sector or None)
        self.known.add(self.i, spot, entry, "heading noun" if sector is not None else "abbreviation")
        self.known.learn(text, self.i, entry)
        self._abbreviation(spot, entry)
        return True

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
        first = self.tokens[spot.first]
        if spot.last - spot.first > LONGEST_PERSON or is_common(first):
            return False
        if spot.last - spot.first == 1 and len(first.text) < SHORTEST_PERSON:
            return False  # "Komando Armada I"
        title = self._title_before(n) or self._title_after(n) or self._one_of(n)
        if title is None and not self._spoken_for(spot):
            return False
        name = self._text(spot.first, spot.last)
        code, office, sector = title if title is not None else (None, None, None)
        entry = Entry(f"doc/{_slug(name)}", "person", name, code, sector, office)
        known = self.known.alias(name, self.i)
        if known is not None and known.kind == "person":
            entry = known
        self.known.add(self.i, spot, entry, "title" if title else "speech")
        self._learn_parts(spot, entry)
        return True

    def _learn_parts(self, spot: Spot, entry: Entry) -> None:
        self.known.learn(self._text(spot.first, spot.last), self.i, entry)
        if spot.last - spot.first < 2:
            return
        for token in self.tokens[spot.first : spot.last]:
            if len(token.text) > 1 and is_capital(token) and not token.text.endswith("."):
                self.known.learn(token.text, self.i, entry)

    def _title_before(self, n: int) -> tuple[str | None, str | None, str | None] | None:
        """Walk left over the title: offices, countries, bodies, capitals; at least one office."""
        first = last = self.spots[n].first
        if last and self.tokens[last - 1].text == ",":
            last = first = last - 1
        chain: list[Entry] = []
        office_at: int | None = None
        while first > 0:
            spot = self.spots[self.at[first - 1]] if first - 1 in self.at else None
            if spot is None:
                if self.tokens[first - 1].lower in TITLE_WORDS and office_at is None:
                    first -= 1
                    continue
                break
            entry = next((e for e in spot.entries if e.kind in TITLE_KINDS), None)
            if spot.entries and entry is None:
                break
            first = spot.first
            if entry is not None:
                chain.append(entry)
                if entry.kind == "office":
                    office_at = first
        if office_at is None:
            return None
        return self._title(office_at, last, list(reversed(chain)))

    def _title_after(self, n: int) -> tuple[str | None, str | None, str | None] | None:
        """``Wang Yi, Menlu China``, ``Yusuf Salim, seorang warga`` or ``Somsak Chaiyo (41)``."""
        k = self.spots[n].last
        if k + 2 < len(self.tokens) and self.tokens[k].text == "(" and AGE.match(self.tokens[k + 1].text):
            return None, None, "CVL"
        if k + 1 >= len(self.tokens) or self.tokens[k].text != ",":
            return None
        k += 1
        if self.tokens[k].lower in ("seorang", "salah"):
            return (None, None, "CVL") if self.spots[n].last - self.spots[n].first > 1 else None
        if k not in self.at:
            return None
        chain: list[Entry] = []
        end = k
        while end < len(self.tokens) and end in self.at:
            spot = self.spots[self.at[end]]
            entry = next((e for e in spot.entries if e.kind in TITLE_KINDS), None)
            if entry is None:
                break
            chain.append(entry)
            end = spot.last
        if not chain or chain[0].kind != "office":
            return None
        return self._title(k, end, chain)

    def _one_of(self, n: int) -> tuple[str | None, str | None, str | None] | None:
        """``seorang relawan, Somsak Chaiyo,``: one of a kind, then the name."""
        k = self.spots[n].first
        if k < 3 or self.tokens[k - 1].text != "," or k - 2 not in self.at:
            return None
        kind = self.spots[self.at[k - 2]]
        one = kind.first > 0 and self.tokens[kind.first - 1].lower in ("seorang", "salah")
        entry = next((e for e in kind.entries if e.kind == "agent"), None)
        return (None, None, entry.sector or "CVL") if one and entry is not None else None

    def _title(self, first: int, last: int, chain: list[Entry]) -> tuple[str | None, str | None, str | None]:
        code = next(
            (e.code or e.country for e in chain if e.kind != "office" and (e.code or e.country)), None
        )
        sectors = [e.sector for e in chain if e.kind == "office" and e.sector]
        sector = "ELI" if "ELI" in sectors else (sectors[0] if sectors else None)
        return code, self._text(first, last), sector

    def _spoken_for(self, spot: Spot) -> bool:
        """A run of two capitals or more beside a verb of saying is a person."""
        before = self.tokens[spot.first - 1].lower if spot.first else ""
        if (before in self.language.cues.inverted or before == "bernama") and spot.last - spot.first > 1:
            return True
        return is_speech_verb(self.tokens, spot.last, self.language)

    # ---- places --------------------------------------------------------------------

    def _place(self, spot: Spot) -> None:
        before = self.tokens[spot.first - 1].lower if spot.first else ""
        head = self.tokens[spot.first].lower in self.language.name_rules.place_heads
        if not head and before not in self.language.name_rules.place_prepositions:
            return
        if head and spot.last - spot.first < 2:
            return
        name = self._text(spot.first, spot.last)
        entry = Entry(f"doc/{_slug(name)}", "place", name, None, None, country=self._country_after(spot))
        self.known.add(self.i, spot, entry, "place")
        self.known.learn(name, self.i, entry)

    def _country_after(self, spot: Spot) -> str | None:
        k = spot.last
        if k + 1 < len(self.tokens) and self.tokens[k].text == "," and k + 1 in self.at:
            entries = self.spots[self.at[k + 1]].entries
            return next((e.country or e.code for e in entries if e.kind in ("place", "state")), None)
        return None

    def _text(self, first: int, last: int) -> str:
        return " ".join(t.text for t in self.tokens[first:last])


def is_speech_verb(tokens: Sequence[Token], i: int, language: Language) -> bool:
    """Whether an active verb of saying stands at ``i``, adverbs before it left out."""
    while i < len(tokens) and tokens[i].lower in ("juga", "kemudian", "lantas", "pun", "telah", "kembali"):
        i += 1
    if i >= len(tokens):
        return False
    _, senses = language.lexicon.match(tokens, i)
    return any(f.statement for s in senses for f in s.frames if s.form.voice == "active")


def _with_title(entry: Entry, title: tuple[str | None, str | None, str | None] | None) -> Entry:
    """The office that the text gives wins over the one in the table."""
    if title is None or title[1] is None:
        return entry
    return replace(entry, office=title[1], sector=title[2] or entry.sector)


def _slug(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")
