"""Tells which clause of a sentence a time, a place or an act noun belongs to.

Turns the pieces of a parse (verbs and phrases, in the order of their words) into the clause
that a stretch of text stands in. A time before all pieces is fronted and holds for the main
clause and those joined to it; a time at the end after a comma ("..., Rabu (3/4)") closes the
whole sentence; any other belongs to the clause of the piece before it. It gives no values.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from saksi.records import Clause, Parse, Phrase, Sentence, Time

#: Clauses of the first rank: what is fronted holds for all of them.
FIRST_RANK = frozenset({"main", "coordinate", "attribution"})
#: Clauses that happen when the clause around them happens, if nothing says otherwise.
SAME_TIME = frozenset({"purpose", "complement", "coordinate"})
#: Words that tell of the same time: "pada akhir Mei, ketika ...".
WHILE = frozenset({"ketika", "saat", "sambil", "seraya", "di mana", "dimana", "tatkala"})
#: Words that join a clause to one of its own rank, whose time it shares.
JOINTS = frozenset({"dan", "serta", "lalu", "kemudian"})
#: Words that close the phrase a relative clause belongs to: "perjanjian yang ditengahi PBB itu".
CLOSERS = frozenset({"itu", "tersebut", "ini"})
#: After these an act noun keeps a time for itself: "menyusul kudeta 26 Juli".
APART = frozenset(
    {"menyusul", "setelah", "sesudah", "sejak", "usai", "seusai", "sebelum", "menjelang", "akibat", "atas",
     "tentang", "soal", "terkait", "mengenai", "terhadap", "karena", "pasca", "perihal", "ihwal", "berdasarkan"}
)  # fmt: skip
#: Clauses that the rest of a sentence may follow after a comma.
INSERTED = frozenset({"relative", "adverbial", "conditional"})
#: What speaks on the day it is passed, signed or put out.
PAPERS = frozenset({"resolusi", "pernyataan", "surat", "komunike", "deklarasi", "dekrit", "maklumat", "nota"})
#: How deep clauses are followed upwards.
DEEPEST = 8
#: Characters looked back over for a word of ``CLOSERS``.
LONGEST_CLOSER = 12
#: A time after these ends something and dates nothing.
UNTIL = frozenset({"hingga", "sampai"})
#: A time after these is the first day of a spell.
BEGINNING = frozenset({"mulai", "terhitung", "sejak", "dari"})
#: Words that open the clause that a time after them belongs to; one of ``JOINTS`` only before "pada".
LEADING = frozenset({"yang", "bahwa", "sedangkan", "sementara", "namun", "tetapi"})
#: Words between "yang" and the time it introduces.
TIME_LEADS = frozenset({"pada", "sejak", "di", "telah"})


@dataclass(frozen=True, slots=True)
class Host:
    """The clause a phrase is an argument of, and as what: subject, object or oblique."""

    clause: int
    role: str


class Piece(NamedTuple):
    """A verb or argument of clause ``clause``."""

    start: int
    end: int
    clause: int
    preposition: str | None


#: ``di Paris, Prancis, pada 2015``: the country behind a town closes no clause.
WITHIN_COUNTRY = re.compile(r"^, [A-Z][\w-]+(?: [A-Z][\w-]+)?, ")

#: ``UU No. 3 Tahun 2009``: before the year of a law, and how far back that stands.
NUMBERED = re.compile(r"(?:No\.?|Nomor) ?[\w./]+ (?:[Tt]ahun )?$")
LONGEST_NUMBER = 20


class Scope:
    """The pieces of one sentence and what hangs on them."""

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        parse: Parse,
        times: Sequence[Time],
        speaks: Callable[[Clause], bool],
    ) -> None:
        self.text, self.sentence, self.clauses = text, sentence, parse.clauses
        self.speaks = speaks
        self.pieces = sorted(_pieces(parse.clauses), key=lambda piece: piece[:3])
        self.fronted: list[Time] = []
        self.own: dict[int, list[Time]] = {}
        self.ends: list[Time] = []  # "hingga 22 April"
        self.lengths = [time for time in times if time.type == "DURATION"]
        self.inner: dict[int, Time] = {}  # end of an oblique phrase -> the time that follows it at once
        for time in times:
            if time.type in ("DATE", "TIME") and time.value is not None and not self._is_name(time):
                self._attach(time)

    def host(self, phrase: Phrase) -> Host | None:
        """Give the clause that has the phrase as an argument; a relative clause only when no other has it."""
        found: Host | None = None
        for i, clause in enumerate(self.clauses):
            for role, part in _arguments(clause):
                if part.start <= phrase.start and phrase.end <= part.end:
                    if clause.kind != "relative" or role != "subject":
                        return Host(i, role)
                    found = found or Host(i, role)
        return found

    def times_of(self, i: int, *, announced: bool = False) -> tuple[Time, ...]:
        """Times that hold for clause ``i``: its own, else those of the clause it happens with.

        With ``announced`` the act is the announcing, so that the time of speech counts too.
        """
        for _ in range(DEEPEST):
            found = self.own.get(i) or self._joined(i)
            if found:
                return tuple(found)
            clause = self.clauses[i]
            if self.fronted and clause.kind in FIRST_RANK:
                return tuple(self.fronted)
            parent = clause.parent
            if parent is None or not (
                clause.kind in SAME_TIME or clause.marker in WHILE or _is_paper(clause)
            ):
                return ()
            if self.speaks(self.clauses[parent]) and not announced:
                return ()
            i = parent
        return ()

    def _joined(self, i: int) -> list[Time] | None:
        """The times of the clause that "dan" joins clause ``i`` to, before or behind it."""
        clause = self.clauses[i]
        if clause.marker in JOINTS and i > 0:
            before = self.clauses[i - 1]
            same = before.parent == clause.parent or before.kind in FIRST_RANK
            return self.own.get(i - 1) if same else None
        after = self.clauses[i + 1] if i + 1 < len(self.clauses) else None
        alike = after is not None and after.marker in JOINTS and after.subject is clause.subject
        shared = alike and not self.fronted  # what opens the sentence is the time of its first clause
        return self.own.get(i + 1) if shared and clause.kind in FIRST_RANK else None

    def clause_before(self, start: int) -> int | None:
        """The clause of the piece before an offset, None at the front of the sentence."""
        before = [piece for piece in self.pieces if piece[1] <= start]
        return max(before, key=lambda piece: (piece[1], -piece[2]))[2] if before else None

    def content_times(self, i: int) -> tuple[Time, ...]:
        """Times of what clause ``i`` promises or plans: "berjanji membahas X pada Senin"."""
        for j, clause in enumerate(self.clauses):
            if clause.parent == i and clause.kind in ("complement", "purpose") and self.own.get(j):
                return tuple(self.own[j])
        return ()

    def since(self, time: Time) -> bool:
        """Whether "sejak" makes the time the beginning of what goes on until the day of issue."""
        return self._word_before(time) == "sejak" or time.text[:5].lower() == "sejak"

    def begins(self, time: Time) -> bool:
        """Whether the time is the first day of a spell: "mulai Rabu", "terhitung 30 Maret"."""
        return self._word_before(time) in BEGINNING

    def _attach(self, time: Time) -> None:
        before = [piece for piece in self.pieces if piece[1] <= time.start]
        if not before:
            self.fronted.append(time)
            return
        if self._word_before(time) in UNTIL:
            self.ends.append(time)
            return
        led = self._led_clause(time)
        if led is not None:
            self.own.setdefault(led, []).append(time)
            return
        _, end, i, preposition = max(before, key=lambda piece: (piece[1], -piece[2]))
        gap = WITHIN_COUNTRY.sub(" ", self.text[end : time.start])
        if ("," in gap and (self.clauses[i].kind in INSERTED or not self._words_after(time))) or (
            self.clauses[i].kind == "relative" and self._closed(end)
        ):
            i = self._root(i)
        elif preposition is not None and "," not in gap:
            self.inner.setdefault(end, time)
            if preposition in APART:
                return
        self.own.setdefault(i, []).append(time)

    def _is_name(self, time: Time) -> bool:
        """``UU No. 3 Tahun 2009``, ``Undang-Undang Perikanan (2015)``: the year is part of a name."""
        if time.precision != "year":
            return False
        before = self.text[max(self.sentence.start, time.start - LONGEST_NUMBER) : time.start]
        return before.endswith("(") or NUMBERED.search(before) is not None

    def _led_clause(self, time: Time) -> int | None:
        """``aparat yang pekan lalu menyelamatkan X``, ``dan pada Senin menutup Y``: the clause that follows."""
        words = self.text[max(0, time.start - LONGEST_CLOSER) : time.start].split()
        count = len(words)
        while words and words[-1] in TIME_LEADS:
            words.pop()
        if not words or not (words[-1] in LEADING or (words[-1] in JOINTS and len(words) < count)):
            return None
        verbs = [(c.verb.start, i) for i, c in enumerate(self.clauses) if c.verb.start >= time.end]
        return min(verbs)[1] if verbs else None

    def _word_before(self, time: Time) -> str:
        words = self.text[max(self.sentence.start, time.start - LONGEST_CLOSER) : time.start].split()
        return words[-1].lower() if words else ""

    def _closed(self, end: int) -> bool:
        words = self.text[max(0, end - LONGEST_CLOSER) : end].split()
        return bool(words) and words[-1] in CLOSERS

    def _words_after(self, time: Time) -> bool:
        return any(c.isalnum() for c in self.text[time.end : self.sentence.end])

    def _root(self, i: int) -> int:
        for _ in range(DEEPEST):
            parent = self.clauses[i].parent
            if parent is None:
                return i
            i = parent
        return i


def _is_paper(clause: Clause) -> bool:
    """``mengesahkan resolusi yang menuntut X``: a paper says what it says when it is passed or put out."""
    return clause.kind == "relative" and clause.subject is not None and clause.subject.head in PAPERS


def _arguments(clause: Clause) -> Iterator[tuple[str, Phrase]]:
    if clause.subject is not None:
        yield "subject", clause.subject
    for phrase in clause.objects:
        yield "object", phrase
    for phrase in clause.obliques:
        yield "oblique", phrase


def _pieces(clauses: Sequence[Clause]) -> Iterator[Piece]:
    for i, clause in enumerate(clauses):
        yield Piece(clause.verb.start, clause.verb.end, i, None)
        for role, phrase in _arguments(clause):
            if not (clause.kind in ("relative", "purpose") and role == "subject"):
                yield Piece(phrase.start, phrase.end, i, phrase.preposition)
