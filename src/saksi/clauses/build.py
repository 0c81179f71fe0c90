"""Builds the clauses of one sentence by reading its units once, left to right.

Turns units into draft clauses on a stack and then into frozen ``Clause`` records. The
grammar of news Indonesian it relies on: subject before verb, object after it, roles
marked by prepositions, ``yang`` opens a relative clause, a comma closes one. What it
cannot place it leaves out; it never guesses a subject across a full stop.
"""

from __future__ import annotations

from saksi.clauses.cursor import Cursor
from saksi.clauses.drafts import (
    Draft,
    doer_of,
    is_actor,
    lend_subject,
    makes_do,
    outside_relative,
    share_mood,
    with_verb,
)
from saksi.clauses.hosts import (
    DECISIONS,
    HELPING,
    OCCUR,
    find_decider,
    find_equal,
    find_first_host,
    find_host,
    find_peer,
    find_user,
    rules_object,
)
from saksi.clauses.units import (
    ADVERB,
    AUX,
    COMMA,
    CONDITION,
    CONJUNCTION,
    CONTRAST,
    CUE,
    PREPOSITION,
    PURPOSE,
    QUOTE,
    RELATIVE,
    STOP,
    SUBORDINATE,
    THAT,
    VERB,
    Unit,
    follow,
)
from saksi.records import Form, Phrase, VerbGroup

#: Connectors that make the clause after a verb a complement or purpose of it.
OPENERS = {THAT: "complement", PURPOSE: "purpose", CONDITION: "conditional", SUBORDINATE: "adverbial"}
#: Words before a verb that "untuk" may stand after: "berencana untuk".
INTENT = frozenset({"future", "possible"})
#: Passives that say of an act only that it is to come, and what follows them where no verb does.
PLANNED = frozenset({"direncanakan", "dijadwalkan", "diagendakan"})
ENDING = frozenset({PREPOSITION, CONJUNCTION, COMMA, STOP, CONTRAST, SUBORDINATE})
#: Words that are a whole phrase only where they point back: "ajakan berunding itu".
POINTERS = frozenset({"itu", "ini", "tersebut"})
#: Clause kinds that a comma may close, giving the word back to the clause around them.
CLOSABLE = frozenset({"relative", "adverbial", "conditional", "purpose"})


class Builder(Cursor):
    """Reads one run of units into clauses."""

    # ---- the walk --------------------------------------------------------------

    def build(self) -> None:
        """Read all units."""
        while self.i < len(self.units):
            unit = self.units[self.i]
            if unit.tag in (VERB, AUX) and self._verb_group():
                continue
            if self.introduces_phrase():
                self._prepositional()
            elif self.reader.starts(self.i):
                self._noun_phrase()
            else:
                self._connector(unit)
                self.i += 1

    def _connector(self, unit: Unit) -> None:
        if unit.tag == RELATIVE:
            self._relative()
        elif unit.tag == CUE:
            self._attribution(unit)
        elif unit.tag in OPENERS:
            self._subordinate(unit)
        elif unit.tag == CONTRAST:
            self._contrast(unit)
        elif unit.tag in (STOP, QUOTE):
            self._reset()
        elif unit.tag in (COMMA, CONJUNCTION):
            # "tetapi", "dan" after a comma is one joint; the conjunction is the stronger part.
            if not (self.joint is not None and self.joint.tag == CONJUNCTION):
                self.joint = unit
        elif unit.tag == PREPOSITION and unit.word in ("dalam", "dengan", "sebagai"):
            self.joint = unit

    def _reset(self) -> None:
        self.stack = [self.open("main")]
        self.joint = None

    # ---- connectors ------------------------------------------------------------

    def _relative(self) -> None:
        comma = self.joint is not None and self.joint.tag == COMMA
        host = find_host(self.phrases, self.units, self.i, self.top.subject, comma=comma)
        if comma:
            host = find_first_host(self.top, host)
        apposed = host is not None and host is self.apposed
        relative = self.open("relative", "yang", self.stack[0] if apposed else self.top)
        relative.subject = relative.host = host if comma else find_equal(self.top, host)
        self.stack.append(relative)
        self.joint = None

    def _attribution(self, unit: Unit) -> None:
        """``..., kata X``: the speaker stands after the verb."""
        draft = self.open("attribution", unit.word)
        token = self.tokens[unit.first]
        draft.verb = VerbGroup(unit.first, unit.last, token.start, token.end, unit.word, (), "cue")
        draft.start, draft.end = token.start, token.end
        said = self.stack[0]
        broken = self.joint is not None and said.verb is None and said.subject is not None
        self.stack = [said, draft] if broken else [draft]  # "Peru, kata dia, akan menutup X"
        self.joint = None

    def _subordinate(self, unit: Unit) -> None:
        kind = OPENERS[unit.tag]
        parent = with_verb(self.stack) or self.top
        if kind == "purpose" and self.top.verb is None and self.top.subject is not None:
            parent = self.top  # "upaya untuk menutup X gagal"
        if unit.tag == SUBORDINATE and unit.first and self.tokens[unit.first - 1].text == ",":
            parent = outside_relative(self.stack) or parent  # "... yang terputus, setelah berunding di X"
        if kind == "purpose" and (asker := self._asker(parent)) is not None:
            self._pop_to(asker)
            parent = asker
        draft = self.open(kind, unit.word, parent)
        if kind == "purpose" and parent.verb is not None:
            draft.subject = self._decider(unit.first) or self._controller(parent)
        self.stack.append(draft)
        self.joint = None

    def _asker(self, relative: Draft) -> Draft | None:
        """``meminta pasukan yang menduduki X untuk mundur``: the clause that asks, if not yet told for what."""
        host = relative.parent if relative.kind == "relative" else None
        if host is None or host.verb is None or self.embeds(host.verb) != "plan" or host not in self.stack:
            return None
        told = any(d.parent is host and d.kind in ("purpose", "complement") for d in self.drafts)
        complete = bool(relative.objects or relative.obliques)
        return None if told or relative.verb is None or not complete else host

    def _contrast(self, unit: Unit) -> None:
        """``tetapi``, ``sementara``: a clause of the same rank; it may share the subject."""
        base = next(
            (d for d in reversed(self.stack) if d.kind in ("main", "coordinate", "complement")), self.stack[0]
        )
        self.stack = self.stack[: self.stack.index(base) + 1] if base in self.stack else [base]
        self.joint = unit

    # ---- phrases ---------------------------------------------------------------

    def _prepositional(self) -> None:
        unit = self.units[self.i]
        if self.ends_description():
            self.stack.pop()  # "kerja sama yang lebih erat dengan X": with X it is done
        end = self.phrase_end(self.i + 1, after_preposition=True)
        phrase = self.reader.make(self.i + 1, end, unit.word)
        self.phrases.append(phrase)
        self._extend(phrase)
        self.top.obliques.append(phrase)
        self.i = end
        self.joint = None
        self.top.last_was_object = False

    def _noun_phrase(self) -> None:
        end = self.phrase_end(self.i, after_preposition=False)
        phrase = self.reader.make(self.i, end)
        self.phrases.append(phrase)
        self.i = end
        joint, self.joint = self.joint, None
        self._place(phrase, joint)

    def _place(self, phrase: Phrase, joint: Unit | None) -> None:
        top = self.top
        if joint is not None and top.verb is not None:
            if joint.tag == COMMA and self.says(top) and not top.objects and self.verb_ahead[self.i]:
                self._open_content(top, phrase)  # "Ia menambahkan, tim medis akan tiba"
            elif self.verb_ahead[self.i]:
                self._new_clause_with(phrase, joint)
            else:
                self._beside(phrase)
            return
        if top.verb is None:
            if top.subject is None or top.kind == "relative":
                if top.kind == "relative" and top.subject is not None and not self.verb_ahead[self.i]:
                    self._beside(phrase)
                else:
                    # "yang diserang", "yang kami serang": a phrase between yang and its verb is the doer.
                    self._subject_of(top, phrase)
            else:
                self._second_subject(top, phrase, joint)
            self._extend(phrase)
            return
        top.objects.append(phrase)
        top.last_was_object = True
        self._extend(phrase)
        aside = is_actor(phrase) and follow(
            self.units, self.i, COMMA, VERB
        )  # "pasukan X, menggunakan tank, ..."
        if (self.verb_ahead[self.i] or aside) and self.says(top):
            told_by = self._is_told_by(top) and self.waiting_host() is not None
            if not told_by and (top.subject is None or not self._is_told_of(top)):
                top.objects.pop()
                self._open_content(top, phrase)

    def _subject_of(self, draft: Draft, phrase: Phrase) -> None:
        if draft.kind == "relative":
            draft.obliques.append(draft.subject) if draft.subject is not None else None
        draft.subject = phrase
        if draft.start < 0:
            draft.start = phrase.start

    def _second_subject(self, draft: Draft, phrase: Phrase, joint: Unit | None) -> None:
        """Two phrases before a verb: an apposition after a comma, else a topic and the subject."""
        if joint is not None and joint.tag == COMMA and draft.subject is not None:
            closed = bool(draft.subject.names) and follow(self.units, self.i, COMMA)
            if closed or is_actor(draft.subject):  # "seorang petugas Peru, Raka Suryanta, mengatakan"
                self._beside(phrase)
                return
        draft.subject = phrase

    def _beside(self, phrase: Phrase) -> None:
        """Keep an apposition with the last phrase; it names the same thing."""
        self.top.described = True
        self.apposed = phrase
        self.phrases.append(phrase)

    def _new_clause_with(self, phrase: Phrase, joint: Unit) -> None:
        """Open a clause: ``..., Rusia menolak``, a new clause with its own subject, or the main clause at last."""
        waiting = self.waiting_host()
        if waiting is not None and waiting.subject is None:
            self._pop_to(waiting)
            waiting.subject = phrase
            self._extend(phrase)
            return
        base = self.stack[0] if joint.tag in (COMMA, CONTRAST) else self._peer()
        draft = self.open("coordinate", joint.word, base if base.kind == "complement" else base.parent)
        if joint.tag == COMMA and base.kind == "main":
            reports = base.verb is None or not base.verb.forms or self.embeds(base.verb) == "fact"
            lend_subject(base, draft, phrase, reports=reports)
        if base.kind == "complement":
            draft.kind = "complement"
        draft.subject = phrase
        self.stack = [*self.stack[: self.stack.index(base)], draft] if base in self.stack else [draft]
        self._extend(phrase)

    def _open_content(self, top: Draft, phrase: Phrase) -> None:
        """After a verb of saying, the next phrase may be the subject of what is said."""
        draft = self.open("complement", None, top)
        draft.subject = phrase
        self.stack.append(draft)
        self._extend(phrase)

    def _extend(self, phrase: Phrase) -> None:
        top = self.top
        if top.start < 0:
            top.start = phrase.start
        top.end = max(top.end, phrase.end)

    # ---- verbs -----------------------------------------------------------------

    def _verb_group(self) -> bool:
        """Read auxiliaries and the verb; False when no verb follows."""
        flags: set[str] = set()
        j = self.i
        while j < len(self.units) and self.units[j].tag in (AUX, ADVERB):
            if self.units[j].tag == AUX:
                flags.add(self.units[j].kind or "")
            j += 1
            if flags & INTENT and follow(self.units, j, PURPOSE, VERB):
                j += 1  # "berencana untuk mengurangi"
        if j >= len(self.units) or self.units[j].tag != VERB:
            planned = self._planned(j)
            if planned is None:
                self.i = j
                return True
            self.i = j
            self._attach(self._group(planned, planned, set()), adjacent=False)
            return True
        group = self._group(self.units[self.i], self.units[j], flags)
        before = self.units[self.i - 1] if self.i else None
        self.i = j + 1
        self._attach(group, adjacent=before is not None and before.tag == VERB)
        return True

    def _planned(self, end: int) -> Unit | None:
        """``serangan itu direncanakan dari Peru``: what is planned, with no verb behind, is the verb of its clause."""
        last = self.units[end - 1]
        alone = last.word in PLANNED and self.top.verb is None and self.top.subject is not None
        ends = end >= len(self.units) or self.units[end].tag in ENDING
        return last._replace(kind="passive") if alone and ends else None

    def _group(self, first: Unit, verb: Unit, flags: set[str]) -> VerbGroup:
        forms: tuple[Form, ...] = tuple(s.form for s in verb.senses)
        return VerbGroup(
            verb.first, verb.last, self.tokens[first.first].start, self.tokens[verb.last - 1].end, verb.word, forms,
            verb.kind if verb.kind is not None and verb.kind != "copula" else "middle",
            negated="negation" in flags, failed="failure" in flags, future="future" in flags,
            possible="possible" in flags, must="must" in flags, past="past" in flags,
        )  # fmt: skip

    def _attach(self, group: VerbGroup, *, adjacent: bool) -> None:
        joint, self.joint = self.joint, None
        if self.closes_adjective(joint) or self.is_adjective(group):
            joint = self._leave_adjective(joint)
        top = self.top
        if top.verb is None and (decider := self._decided(group)) is not None:
            self._push(self.open("purpose", None, top), group, decider)
        elif top.verb is None:
            self._give_verb(top, group)
        elif joint is not None:
            self._joined(group, joint)
        elif adjacent or not top.last_was_object:
            self._adjacent(group, adjacent=adjacent)
        else:
            self._after_object(group)

    def _decided(self, group: VerbGroup) -> Phrase | None:
        """``Rencana Peru menutup X ditentang Y``: whose decision the first of two verbs tells."""
        subject = self.top.subject
        if subject is None or subject.head not in DECISIONS or group.voice != "active":
            return None
        makes = self.embeds(group) is not None or group.word in HELPING
        return None if makes or not self.verb_ahead[self.i] else self._decider(group.first)

    def _leave_adjective(self, joint: Unit | None) -> Unit | None:
        """Give the word back to what ``yang`` describes, or else let that be the doer."""
        top = self.top
        if self.waiting_host() is not None:
            self.stack.pop()
            return None
        top.subject = top.host
        top.obliques = [p for p in top.obliques if p is not top.host]
        return joint

    def _give_verb(self, draft: Draft, group: VerbGroup) -> None:
        draft.verb = group
        if draft.kind == "purpose" and draft.parent is not None and group.voice == "active":
            draft.subject = find_user(draft) or draft.subject
        if draft.kind == "adverbial" and draft.subject is None and draft.parent is not None:
            draft.subject = draft.parent.subject  # "X bebas setelah disandera": it is X that was held
        if draft.start < 0:
            draft.start = group.start
        draft.end = max(draft.end, group.end)
        draft.last_was_object = False

    def _joined(self, group: VerbGroup, joint: Unit) -> None:
        if joint.tag == COMMA:
            host = self.waiting_host()
            if host is not None:
                self._pop_to(host)
                self._give_verb(host, group)
                return
            if self.says(self.top) and self.top.objects and self.top.described:
                self._push(self.open("complement", None, self.top), group, self.top.objects[-1])
                return  # "menyebut tentara X, warga kota Y, menyiksa Z": X did
            self._leave_reduced()
        if joint.tag == PREPOSITION:
            doer = self._decider(group.first) if joint.word == "dalam" else None
            self._push(self.open("adverbial", joint.word, self.top), group, doer or doer_of(self.top))
            return
        peer = self._peer(group)
        draft = self.open(peer.kind if peer.kind != "main" else "coordinate", joint.word, peer.parent)
        draft.subject = peer.subject
        group = share_mood(peer.verb, group, joint.word)
        self.stack = [*self.stack[: self.stack.index(peer)], draft] if peer in self.stack else [draft]
        self._give_verb(draft, group)

    def _leave_reduced(self) -> None:
        """``Peru sesalkan diplomatnya diusir Chile, ancam balas``: Peru threatens."""
        top = self.top
        parent = top.parent if top.kind == "adverbial" and top.marker is None else None
        if (
            parent is not None
            and parent in self.stack
            and parent.objects
            and top.subject is parent.objects[-1]
        ):
            self._pop_to(parent)

    def _adjacent(self, group: VerbGroup, *, adjacent: bool) -> None:
        top = self.top
        decider = None if adjacent else self._decider(group.first)
        if decider is not None:  # "penyesalan atas keputusan Peru menutup perbatasan"
            self._push(self.open("purpose", None, top), group, decider)
            return
        if not adjacent:
            host = self.waiting_host()
            if host is not None and top.kind in CLOSABLE:
                self._pop_to(host)
                self._give_verb(host, group)
                return
        over = group.voice == "passive" or (top.verb is not None and top.verb.word in OCCUR)
        if adjacent and over and top.kind in CLOSABLE:
            host = self.waiting_host()
            if host is not None:
                self._pop_to(host)  # "Tuntutan agar presiden mundur diterima parlemen"
                self._give_verb(host, group)
                return
        kind = "complement" if top.verb is not None else "coordinate"
        governs = top.verb is not None and self.embeds(top.verb) is not None and top.objects
        subject = top.objects[-1] if governs else top.subject
        self._push(self.open(kind, None, top), group, subject)

    def _after_object(self, group: VerbGroup) -> None:
        top = self.top
        host = self.waiting_host()
        ends = host is not None and top.kind == "relative" and (group.past or self._is_told_by(top))
        decider = self._decider(group.first)
        if decider is not None:
            self._push(self.open("purpose", None, top), group, decider)
        elif makes_do(top) or (rules_object(top, self.embeds) and not ends):
            told = top.subject if self._is_told_of(top) else None  # "X disebut Y menyerang Z": X does
            self._push(self.open("complement", None, top), group, told or top.objects[-1])
        elif host is not None:
            self._pop_to(host)
            self._give_verb(host, group)
        else:
            seen = group.voice == "passive" and bool(group.forms) and self._is_reduced()
            doer = doer_of(top) if group.voice == "bare" else top.subject  # "Dipakai Rusia Serang Ukraina"
            self._push(self.open("adverbial", None, top), group, top.objects[-1] if seen else doer)

    def _is_told_by(self, top: Draft) -> bool:
        """``serangan yang diklaim X terjadi di Y``: who tells it stands behind the verb, and nothing told does."""
        return (
            top.kind == "relative" and top.verb is not None and top.verb.voice == "passive" and self.says(top)
        )

    def _is_told_of(self, top: Draft) -> bool:
        """Whether a passive of saying has its speaker right behind it, so that its subject does what is said."""
        verb = top.verb
        if verb is None or verb.voice != "passive" or self.embeds(verb) not in ("fact", "claim"):
            return False
        return len(top.objects) == 1 and 0 <= top.objects[0].start - verb.end <= 1

    def _is_reduced(self) -> bool:
        """``Peru tak terima diplomatnya diusir Chile``: right behind an object a passive is of that object."""
        top = self.top
        told = top.verb is not None and top.verb.voice != "passive" and bool(top.objects)
        return told and top.objects[-1].head not in POINTERS

    def _push(self, draft: Draft, group: VerbGroup, subject: Phrase | None) -> None:
        if draft.subject is None:
            draft.subject = subject
        self.stack.append(draft)
        self._give_verb(draft, group)

    def _decider(self, at: int) -> Phrase | None:
        return find_decider(self.reader, self.phrases, at)

    def _controller(self, parent: Draft) -> Phrase | None:
        """Who does what ``untuk`` introduces: the one asked, else the subject."""
        verb = parent.verb
        helped = verb is not None and verb.word in HELPING  # "memicu Peru untuk menutup X"
        if verb is not None and parent.objects and (helped or self.embeds(verb) in ("plan", "claim")):
            return parent.objects[-1]
        return parent.subject

    def _peer(self, group: VerbGroup | None = None) -> Draft:
        return find_peer(self.stack, group, self.embeds)

    def _pop_to(self, host: Draft) -> None:
        while self.stack[-1] is not host:
            self.stack.pop()
