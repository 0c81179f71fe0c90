"""Knows where the reading of a sentence stands and what lies around it.

Holds the units of one sentence, the clauses opened so far and the place of the next word, and
answers what comes next: a phrase, the end of a list, a subject that the main clause waits for.
It opens clauses but gives them no words; ``build`` does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from saksi.clauses.drafts import Draft
from saksi.clauses.hosts import SPEECH
from saksi.clauses.phrases import PhraseReader
from saksi.clauses.units import (
    AUX,
    COMMA,
    CONJUNCTION,
    NOUN,
    PURPOSE,
    SUBORDINATE,
    VERB,
    Unit,
    count_verbs,
    follow,
    look_ahead,
)
from saksi.records import Phrase, Token, VerbGroup

#: After these a phrase with a verb behind it is no clause of its own: "duta besar untuk China menuduh".
NEVER_WITH_SUBJECT = frozenset({"untuk", "guna", "demi", "buat"})
#: Prepositions of a place in front of a sentence, which a comma parts from the subject.
OPENING = frozenset({"di", "dari", "dalam", "pada"})

#: After these "dan" always joins: "antara polisi dan massa".
BETWEEN = frozenset({"antara", "di antara"})


class Cursor:
    """The state of reading one run of units."""

    def __init__(
        self,
        sentence: int,
        tokens: Sequence[Token],
        units: list[Unit],
        embeds: Callable[[VerbGroup], str | None],
    ) -> None:
        self.tokens, self.units, self.embeds = tokens, units, embeds
        self.reader = PhraseReader(sentence, tokens, units)
        self.sentence = sentence
        self.drafts: list[Draft] = []
        self.phrases: list[Phrase] = []
        self.stack: list[Draft] = [self.open("main")]
        self.i = 0
        self.joint: Unit | None = None  # connector read since the last phrase or verb
        self.apposed: Phrase | None = None  # the last phrase that only names the one before it
        self.verb_ahead = look_ahead(units)

    @property
    def top(self) -> Draft:
        """The clause that words go to now."""
        return self.stack[-1]

    def open(self, kind: str, marker: str | None = None, parent: Draft | None = None) -> Draft:
        """Open a clause, which the words to come may go to."""
        draft = Draft(kind, marker, parent)
        self.drafts.append(draft)
        return draft

    # ---- what comes next ----------------------------------------------------------

    def introduces_phrase(self) -> bool:
        """A preposition, or "setelah", "untuk" with a phrase and no verb behind it."""
        if self.reader.preposition_at(self.i):
            return True
        tag = self.units[self.i].tag
        if tag not in (PURPOSE, SUBORDINATE) or not self.reader.starts(self.i + 1):
            return False
        if self._named_aside():
            return False
        ahead = self.verb_ahead[self.i + 1] or (tag == SUBORDINATE and self._list_acts())
        return not ahead or self._only_verb_is_mine()

    def _list_acts(self) -> bool:
        """``saat Peru dan Chile menggelar latihan``: a list of names with a verb behind it."""
        limit = self.reader.list_end.get(self.reader.plain_end(self.i + 1))
        return limit is not None and self.units[self.i + 1].name is not None and self.verb_ahead[limit]

    def _named_aside(self) -> bool:
        """``usai Presiden Peru, Raka Suryanta, meminta``: the subject's name stands between two commas."""
        end = self.reader.plain_end(self.i + 1)
        named = follow(self.units, end, COMMA, NOUN) and self.units[end + 1].name is not None
        if self.top.verb is None or not named:
            return False
        after = self.reader.plain_end(end + 1)
        verbal = follow(self.units, after, COMMA, VERB) or follow(self.units, after, COMMA, AUX)
        return verbal and self.verb_ahead[after + 1]

    def _only_verb_is_mine(self) -> bool:
        """``Bantuan untuk Laos diberikan Jepang``: the one verb ahead is that of the waiting subject."""
        top = self.top
        if self._main_follows():
            return True
        if top.verb is not None or top.subject is None or self.joint is not None:
            return False
        return count_verbs(self.units, self.i + 1) == 1 or self.units[self.i].word in NEVER_WITH_SUBJECT

    def _main_follows(self) -> bool:
        """``X yang menjadi utusan untuk pengungsi menyerukan``: behind the phrase the verb of X comes."""
        host = self.waiting_host()
        if self.top.kind != "relative" or self.top.verb is None or host is None or host.subject is None:
            return False
        for_whom = self.units[self.i].word in NEVER_WITH_SUBJECT
        return for_whom and follow(self.units, self.reader.plain_end(self.i + 1), VERB)

    def phrase_end(self, first: int, *, after_preposition: bool) -> int:
        """Where the phrase ends, its list included when the list is not two clauses."""
        end = self.reader.plain_end(first)
        limit = self.reader.list_end.get(end)
        if limit is None:
            return end
        if after_preposition and self.units[first - 1].word in BETWEEN:
            return limit
        if self._opens_sentence(after_preposition=after_preposition) and self.verb_ahead[limit]:
            return end  # "Di Kairo, Mesir dan Qatar bertemu": the list is the subject
        if self._subject_follows(end, limit):
            return end
        if (
            self.top.verb is not None
            and self.verb_ahead[limit]
            and CONJUNCTION in (self.units[end].tag, self.units[end + 1].tag)
            and not self._plan_on_top()
            and not (self.joint is not None and self.joint.tag == COMMA and self._main_waits())
        ):
            return end
        return limit

    def _subject_follows(self, end: int, limit: int) -> bool:
        """``Setelah X menahan Y, polisi dan jaksa ...``: the list is the subject that the main clause waits for."""
        return self._main_waits() and self.units[end].tag == COMMA and self.verb_ahead[limit]

    def _opens_sentence(self, *, after_preposition: bool) -> bool:
        return after_preposition and self.i == 0 and self.units[0].word in OPENING

    # ---- what is open -----------------------------------------------------------

    def waiting_host(self) -> Draft | None:
        """The nearest clause around this one that still has no verb."""
        for draft in reversed(self.stack[:-1]):
            if draft.verb is None:
                return draft
        return None

    def _main_waits(self) -> bool:
        """Whether a clause around a finished one has neither subject nor verb so far."""
        waiting = self.waiting_host() if self.top.verb is not None else None
        return waiting is not None and waiting.subject is None

    def says(self, draft: Draft) -> bool:
        """Whether the clause has a verb of saying, so that what is said may follow."""
        return draft.verb is not None and draft.verb.voice != "cue" and self.embeds(draft.verb) == "fact"

    def _plan_on_top(self) -> bool:
        return self.top.verb is not None and self.embeds(self.top.verb) in SPEECH

    def ends_description(self) -> bool:
        """Whether ``yang`` has only an adjective and no verb to come."""
        top = self.top
        bare = top.kind == "relative" and top.verb is None and top.described
        return bare and not self.verb_ahead[self.i] and len(self.stack) > 1

    def closes_adjective(self, joint: Unit | None) -> bool:
        """A comma after ``yang`` with an adjective for its predicate gives the word back."""
        top = self.top
        described = top.kind == "relative" and top.verb is None and top.described
        return described and joint is not None and joint.tag == COMMA and self.waiting_host() is not None

    def is_adjective(self, group: VerbGroup) -> bool:
        """``Massa yang marah meminta``: an active verb has no doer between it and ``yang``."""
        top = self.top
        between = top.subject if top.kind == "relative" and top.subject is not top.host else None
        if between is None or top.verb is not None or group.voice == "bare":
            return False
        return not between.words[-1].endswith("nya")  # "negara yang tentaranya menyerang"
