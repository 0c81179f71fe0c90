"""Tells which acts are background of past years, and which are still to come by their day.

Turns an event and the words around it into the same event with its status settled. An act is
old when its day is, when the clause it hangs on has an old day ("Pada 2015 X meneken pakta yang
disepakati Y"), when words say so ("pernah", "beberapa tahun lalu") or when its sentence points to
old times told just before ("Saat itu, ..."). It gives no dates: an old year dates only what it
stands with.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from saksi.coding.draft import Draft
from saksi.coding.scope import FIRST_RANK, WHILE, Scope
from saksi.lang.language import Language
from saksi.records import Clause, Event, Phrase, Sentence, Time

#: An act that ended so many years before the article is background (a convention of the gold records).
BACKGROUND_YEARS = 1
#: Clauses that happen in the years of the clause they hang on.
WITHIN = frozenset({"relative", "purpose", "complement", "coordinate"})
#: So do clauses after these: causes, what came right before, what went on beside.
AROUND = frozenset(
    {"setelah", "sesudah", "usai", "seusai", "pasca", "menyusul", "ketika", "saat", "tatkala", "karena", "lantaran",
     "akibat", "dengan", "sambil", "seraya", "dan"}
)  # fmt: skip
#: A clause after these dates the one it hangs on: "ditangkap ketika ia pulang pada 2010".
DATING = frozenset({"ketika", "saat", "tatkala", "sebelum", "menjelang"})
#: How deep clauses are followed upwards.
DEEPEST = 8
#: A time after the day of issue.
AHEAD = "after publication"
#: Types of acts on a day, in which nobody says on an earlier day what he is to do.
ATTENDED = frozenset(
    {"CONSULT", "COOPERATE", "AID", "RETREAT", "MOBILIZE", "PROTEST", "SANCTION", "COERCE", "ASSAULT"}
)
#: The words of an event itself give its day.
OWN_WORDS = "same sentence"
#: Before a time it makes that the beginning of what goes on.
SINCE = " sejak "
#: Words before "dulu" that make it "first".
FIRST = frozenset({"lebih", "terlebih"})
#: Words between "dulu" or "kini" and their verb, at most.
BEFORE_VERB = 3
#: Before this token a sentence is still opened: "Namun pada saat itu".
OPENING = 4
#: "Dalam perjanjian itu" opens its sentence, or stands before the verb.
SETTINGS = frozenset(
    {"dalam", "pada", "selama", "di", "berdasarkan", "menurut", "sesuai", "lewat", "melalui"}
)


def is_background(value: str, issued: str) -> bool:
    """Whether a date ended a year or more before the day of issue; both ISO, perhaps partial.

    >>> is_background("2022-02-24", "2023-09-04"), is_background("2023", "2024-05")
    (True, False)
    """
    ended = value.rsplit("/", maxsplit=1)[-1]
    if not ended[:4].isdigit():
        return False
    last_day = ended + "-12-31"[len(ended) - 4 :]
    return f"{int(last_day[:4]) + BACKGROUND_YEARS:04}{last_day[4:]}" <= issued.split("/", maxsplit=1)[0]


def day_of_news(published: str | None, times: Iterable[Time]) -> str | None:
    """The day of issue, else the last full day that the article names: "perang 2020" makes 1991 old."""
    if published is not None:
        return published
    days = (t.value for t in times if t.type == "DATE" and t.precision == "day" and t.value is not None)
    return max((d for d in days if _is_year(d[:4])), default=None)


def as_dated(event: Event, issued: str | None) -> Event:
    """``Sanksi itu dijatuhkan pada 2006``: an act done in a day of its own that is old is background."""
    date = event.date
    if event.status != "actual" or date is None or issued is None or date.basis != OWN_WORDS:
        return event
    return replace(event, status="historical") if is_background(date.value, issued) else event


@dataclass(slots=True)
class Background:
    """Knows the words of past years, and whether the sentence before told only of them."""

    language: Language
    issued: str | None
    old_in: Sentence | None = None  # the last sentence whose every day is old, or that went on with one
    told_then: frozenset[str] = field(default_factory=frozenset)  # its words
    read: Sentence | None = None  # the last sentence looked through for "beberapa tahun lalu"
    ago_at: tuple[int | None, ...] = ()  # the clauses these stand in

    def settle(self, event: Event, draft: Draft, sentence: Sentence, scope: Scope) -> Event:
        """Give an act told as done the status that its time has."""
        if event.status != "actual":
            return event
        if self._is_coming(event, draft, sentence):
            return self._planned(event)
        if event.date is not None and self.issued is not None:
            return as_dated(event, self.issued)
        old = self._is_ended(event) or self._is_told_as_old(draft, sentence, scope)
        return replace(event, status="historical") if old else event

    def hear(self, sentence: Sentence, scope: Scope, events: Sequence[Event]) -> None:
        """Remember a sentence that tells of old days only, or of acts long past without any."""
        if not (scope.own or scope.fronted or events or self.old_in is not None):
            return
        days = [t for times in (*scope.own.values(), scope.fronted) for t in times if t.type == "DATE"]
        old = bool(days) and all(self._is_old(t, scope) for t in days)
        acts = not days and bool(events) and all(e.status == "historical" for e in events)
        goes_on = not days and not events and self._is_behind_old(sentence, paragraph=True)
        if old or acts or goes_on:
            self.old_in, self.told_then = sentence, frozenset(t.lower for t in sentence.tokens)

    # ---- what is to come ---------------------------------------------------------

    def _is_coming(self, event: Event, draft: Draft, sentence: Sentence) -> bool:
        """``mengunjungi X pekan depan``, ``Rencananya, Y mengunjungi X``: no word of the verb says so."""
        if event.event not in ATTENDED:
            return False
        opens = sentence.tokens[0].lower in self.language.status.coming
        if opens and draft.host is not None and draft.host.kind == "main":
            return True
        date = event.date
        if date is None or AHEAD not in date.flags:
            return False
        words = date.text.lower().split()
        return not self.language.status.ahead.isdisjoint(words) or any(_is_year(word) for word in words)

    def _planned(self, event: Event) -> Event:
        """PLOVER's own rule for what is future."""
        kind = self.language.coding.future.get(event.event)
        if kind is None:
            return replace(event, status="future")
        return replace(event, event=kind, mode=None, status="future")

    # ---- what one act says -------------------------------------------------------

    def _is_ended(self, event: Event) -> bool:
        """Whether a side is a state that is no more."""
        return any(e.code in self.language.status.ended for e in (*event.actor, *event.recipient))

    def _is_told_as_old(self, draft: Draft, sentence: Sentence, scope: Scope) -> bool:
        host = draft.host
        if host is None:
            return False
        i = next(k for k, clause in enumerate(scope.clauses) if clause is host)
        if self._is_of_now(host, sentence) or self._age(i, scope) == "new":
            return False
        if self._was_once(host, sentence) or self._is_around_old(i, sentence, scope):
            return True
        if self._age(i, scope) is not None:
            return False
        return self._points_to_old(host, sentence, scope) or self._came_next(host, sentence)

    def _was_once(self, host: Clause, sentence: Sentence) -> bool:
        """``pernah menyerang``, ``dulu menyerang``."""
        words, tokens = self.language.status, sentence.tokens
        if host.verb.negated or host.verb.future:  # "tidak akan pernah berunding"
            return False
        if any(t.lower in words.once for t in tokens if host.verb.start <= t.start < host.verb.end):
            return True
        return any(
            tokens[k].lower in words.formerly and (k == 0 or tokens[k - 1].lower not in FIRST)
            for k in range(max(0, host.verb.first - BEFORE_VERB), host.verb.last)
        )

    def _is_of_now(self, host: Clause, sentence: Sentence) -> bool:
        """``yang kini menyerang X``: told of today, whatever the clause hangs on."""
        start = sentence.tokens[max(0, host.verb.first - BEFORE_VERB)].start
        words = _text(sentence, min(start, host.start) if host.start >= 0 else start, host.end)
        return any(run in words for run in self.language.status.now)

    # ---- what it hangs on --------------------------------------------------------

    def _is_around_old(self, i: int, sentence: Sentence, scope: Scope) -> bool:
        """Whether a clause, or one of those it hangs on, plays in old times."""
        then = False  # "sejak 2014, ketika X menyerukan Y": X did so at the beginning
        for _ in range(DEEPEST):
            clause = scope.clauses[i]
            then = then or clause.marker in WHILE
            age = self._age(i, scope, then=then) or self._age_told(i, sentence, scope)
            if age is not None:
                return age == "old"
            parent = clause.parent
            if parent is None or not (clause.kind in WITHIN or clause.marker in AROUND):
                return False
            i = parent
        return False

    def _age(self, i: int, scope: Scope, *, then: bool = False) -> str | None:
        """``old`` or ``new`` by the days that a clause has, None where it has none."""
        days = [t for t in scope.times_of(i) if t.type == "DATE"]
        if not days:
            return None
        return "old" if all(self._is_old(t, scope, then=then) for t in days) else "new"

    def _age_told(self, i: int, sentence: Sentence, scope: Scope) -> str | None:
        """The same by words without a date, or by the clause that says when it was."""
        for k, clause in enumerate(scope.clauses):
            if clause.parent == i and clause.marker in DATING and (age := self._age(k, scope)) is not None:
                return age
        if self.read is not sentence:
            self.read, self.ago_at = sentence, tuple(self._ago(sentence, scope))
        first = scope.clauses[i].kind in FIRST_RANK
        return "old" if any(at == i or (at is None and first) for at in self.ago_at) else None

    def _ago(self, sentence: Sentence, scope: Scope) -> Iterator[int | None]:
        """The clauses that "beberapa tahun lalu" stands in, None for the front of the sentence."""
        words = _text(sentence, sentence.start, sentence.end)
        for run in self.language.status.ago:
            at = words.find(run)
            if at >= 0 and not words[: at + 1].endswith(SINCE):
                yield scope.clause_before(sentence.tokens[words[:at].count(" ")].start)

    def _is_old(self, time: Time, scope: Scope, *, then: bool = False) -> bool:
        if time.value is None or self.issued is None or (scope.since(time) and not then):
            return False
        return is_background(time.value.split("T")[0], self.issued)

    # ---- what it points to -------------------------------------------------------

    def _points_to_old(self, host: Clause, sentence: Sentence, scope: Scope) -> bool:
        """``Saat itu, ...``, ``Dalam perjanjian itu, ...`` right behind a sentence of old days."""
        if not self._is_behind_old(sentence):
            return False
        opening = _text(sentence, sentence.start, sentence.tokens[:OPENING][-1].end)
        if any(run in opening for run in self.language.status.then):
            return True
        first = min(_phrases(scope.clauses), key=lambda p: p.start, default=None)
        own = [p for p in host.obliques if p.end <= host.verb.start]
        settings = own if first is None or first.first > OPENING else [first, *own]
        return any(p.preposition in SETTINGS and self._was_told(p) for p in settings)

    def _was_told(self, phrase: Phrase) -> bool:
        """``kesepakatan itu`` behind "disepakati pada 2015": the noun, or a word of its root, stands there."""
        if phrase.words[-1] not in self.language.reference.that_words:
            return False
        roots = self._roots(phrase.head)
        return phrase.head in self.told_then or any(
            not roots.isdisjoint(self._roots(w)) for w in self.told_then
        )

    def _roots(self, word: str) -> frozenset[str]:
        return frozenset(sense.form.root for sense in self.language.senses_of(word))

    def _came_next(self, host: Clause, sentence: Sentence) -> bool:
        """``Kapal itu kemudian dibakar`` in the paragraph of the old day."""
        before = sentence.tokens[max(0, host.verb.first - BEFORE_VERB) : host.verb.first]
        next_words = self.language.status.next
        return self._is_behind_old(sentence, paragraph=True) and any(t.lower in next_words for t in before)

    def _is_behind_old(self, sentence: Sentence, *, paragraph: bool = False) -> bool:
        """Whether the sentence before, of the same paragraph if asked, is one of old days."""
        last = self.old_in
        if last is None or sentence.number - last.number != 1:
            return False
        return last.line == sentence.line or not paragraph


def _is_year(word: str) -> bool:
    return len(word) == len("2017") and word.isdigit()


def _text(sentence: Sentence, start: int, end: int) -> str:
    """The words between two offsets in lower case, one space around each."""
    return " " + " ".join(t.lower for t in sentence.tokens if start <= t.start < end) + " "


def _phrases(clauses: Sequence[Clause]) -> list[Phrase]:
    return [p for c in clauses for p in (c.subject, *c.objects, *c.obliques) if p is not None]
