"""Finds the events of one sentence: who did what to whom, and with what status.

Turns clauses and nominalisations into drafts of PLOVER events. The frame gives the
meaning, the roles give the participants, negation and modals the status. What a plan
verb governs ("meminta X menarik pasukan") is not coded on its own. Dates, places and
counts are added by ``circumstances``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from saksi.coding.meaning import Meaning, Trial, choose, why_not
from saksi.coding.nominals import Nominal, find_nominals
from saksi.coding.participants import Participants
from saksi.coding.roles import Roles, nominal_roles, roles_of
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import NAMELESS, Clause, Entity, Parse, Phrase, Sentence, Span, Token

#: Types whose recipient may be a thing or nameless people ("menyerang sekolah").
THING_RECIPIENTS = frozenset({"ASSAULT", "COERCE", "AID", "RETREAT"})
#: Sectors of a government's own people.
OFFICIAL = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
#: Codes of sides that are no country's.
NOBODYS = frozenset({"IGO", "UNO", "EUR", "NGO", "IMG", "MNC", "ISM"})
#: Types whose recipient may stand in the clause of what is promised, threatened or asked.
IMPLIED = frozenset({"AGREE", "THREATEN", "CONCEDE", "REJECT", "REQUEST", "ACCUSE"})
#: Acts in words that one sentence directs at one side.
ASKED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: Nouns before "untuk" that leave open whether it is done.
TENTATIVE = frozenset(
    {"upaya", "usaha", "wewenang", "hak", "jaminan", "kesempatan", "rencana", "niat", "keinginan", "kemampuan", "izin",
     "peluang", "ambisi", "tekad", "seruan", "permintaan", "tuntutan", "ajakan", "desakan", "ancaman", "janji",
     "komitmen", "tawaran", "undangan", "mandat", "kewenangan", "potensi", "opsi", "waktu", "kewajiban", "tugas", "konsensus",
     "wacana", "pembahasan", "pembicaraan"}
)  # fmt: skip
#: Nouns before an act noun that leave it undone.
UNDONE = frozenset(
    {"kemungkinan", "ancaman", "potensi", "risiko", "rencana", "upaya", "prospek", "kekhawatiran", "wacana", "opsi"}
)  # fmt: skip
#: How deep the content of a promise is searched: "bersedia mengirim X untuk membantu Y".
DEEPEST_CONTENT = 2
#: What protesters do in words to those they are against.
AGAINST = frozenset({"REQUEST", "ACCUSE", "REJECT"})
AGAINST_WORDS = frozenset(
    {"menuntut", "memprotes", "menentang", "menolak", "mengecam", "mengutuk", "mendesak"}
)
TOWARD = frozenset({"dengan", "kepada", "terhadap", "bagi", "bersama"})
#: A second phrase of these says where the first is: "di kediaman X di Y".
AT = frozenset({"di", "ke", "dari"})
#: Ends passive verbs whose doer is a pronoun.
CLITIC = "nya"
BOTH_SIDES = ("dengan", "antara", "bersama", "di antara", "dan", "bersama dengan", "melawan")


@dataclass(frozen=True, slots=True)
class Draft:
    """An event before dates, places and identity."""

    event: str
    mode: str | None
    context: tuple[str, ...]
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    status: str
    anchor: Span  # the verb or noun that tells it
    clause: Span  # the words that belong to it
    rule: str
    harm: str | None
    victims: Phrase | None
    host: Clause | None  # the clause it is told in
    act: Phrase | None = None  # the phrase of the noun that tells it, None for a verb
    posts: tuple[Phrase, ...] = ()  # what follows the noun
    thing: Phrase | None = None  # what the verb is done to
    content: bool = False  # whether a clause tells what is said, promised or denied
    policy: Phrase | None = None  # what protesters are against, when it is nobody


class EventReader:
    """Reads the events of one article, sentence by sentence."""

    def __init__(self, language: Language, participants: Participants) -> None:
        self.language, self.participants = language, participants
        self.parse = Parse(0, (), ())  # of the sentence being read
        self.tokens: Sequence[Token] = ()

    def read(self, sentence: Sentence, parse: Parse) -> tuple[Draft, ...]:
        """Find the events of one sentence in the order of their words."""
        self.parse, self.tokens = parse, sentence.tokens
        words = self._words(sentence)
        found: list[Draft] = []
        nominals = find_nominals(sentence, parse, self.language)
        used: set[int] = set()
        for i, clause in enumerate(parse.clauses):
            self.participants.reporter = self._reporter_of(parse, clause)
            if self._is_plan(parse, clause):
                used.update(n.first for n in nominals if clause.start <= n.phrase.start < clause.end)
                continue
            drafts = self._verbal(parse, i, words)
            if not drafts:
                drafts = self._light(clause, nominals, words, used)
            found.extend(drafts)
        self.participants.reporter = ()
        for nominal in nominals:
            if nominal.first not in used and not self._planned(parse, nominal):
                found.extend(self._nominal(parse, nominal, words))
        return tuple(_with_shared(sorted(_without_demands(found), key=lambda d: d.anchor.start)))

    def trials(self, sentence: Sentence, parse: Parse) -> Iterator[Trial]:
        """Every frame tried on the sentence with what came of it, for ``saksi explain``."""
        self.parse, self.tokens = parse, sentence.tokens
        words = self._words(sentence)
        for i, clause in enumerate(parse.clauses):
            roles = roles_of(clause, self._near(parse, clause, words))
            complement = self._complement(parse, i, words)
            planned = self._is_plan(parse, clause)
            for frame in frames_of(self.language, clause):
                outcome = self._outcome(frame, roles, complement, clause)
                yield Trial(
                    clause.verb.word, frame.id, "governed by a plan verb, not coded" if planned else outcome
                )
        for nominal in find_nominals(sentence, parse, self.language):
            roles = nominal_roles(nominal.form, nominal.tail, nominal.posts, words)
            for frame in nominal.frames:
                yield Trial(nominal.form.word, frame.id, self._outcome(frame, roles, None, None, nominal))

    def _words(self, sentence: Sentence) -> frozenset[str]:
        """The words of a sentence in lower case, those of people's names left out."""
        whole = (n for n in self.participants.names_at.values() if n.last - n.first > 1)
        people = [n for n in whole if n.entry.kind == "person"]
        own = {k for n in people for k in range(n.first, n.last)}
        return frozenset(t.lower for k, t in enumerate(sentence.tokens) if k not in own)

    def _outcome(
        self, frame: Frame, roles: Roles, complement: frozenset[str] | None, clause: Clause | None,
        nominal: Nominal | None = None,
    ) -> str:  # fmt: skip
        meaning = choose(frame, roles, complement)
        if meaning is None:
            return why_not(frame, roles, complement)
        draft = self._draft(meaning, roles, clause, nominal=nominal)
        if draft is None:
            return f"{meaning.event} by {meaning.rule} needs: {meaning.needs}; nobody who can act was found there"
        return f"fires: {draft.event} by {meaning.rule}"

    # ---- verbs -------------------------------------------------------------------

    def _verbal(self, parse: Parse, i: int, words: frozenset[str]) -> list[Draft]:
        clause = parse.clauses[i]
        near = self._near(parse, clause, words)
        roles = roles_of(clause, near)
        complement = self._complement(parse, i, words)
        if clause.kind == "relative" and roles.form == "passive" and self._only_asks(clause):
            return []  # "16 orang yang diminta AS": what is asked for is asked nothing
        if clause.verb.must:
            return self._demanded(parse, clause, roles, complement)
        for frame in frames_of(self.language, clause):
            meaning = choose(frame, roles, complement)
            if meaning is None:
                continue
            meaning = self._by_complement(meaning, complement)
            draft = self._draft(meaning, roles, clause)
            if draft is not None:
                draft = replace(draft, content=complement is not None)
                return [self._with_implied(draft, parse, i)]
        return []

    def _only_asks(self, clause: Clause) -> bool:
        frames = list(frames_of(self.language, clause))
        return bool(frames) and all(f.event == "REQUEST" for f in frames)

    def _demanded(
        self, parse: Parse, clause: Clause, roles: Roles, complement: frozenset[str] | None
    ) -> list[Draft]:
        """``X mengatakan Y harus mundur`` asks it of Y; without a speaker nobody asks anything."""
        asked = tuple(e for e in self.participants.of(roles.subject) if e.code is not None)
        speaker = self._speaker_of(parse, clause)
        if not asked or not speaker or {e.code for e in asked} & {e.code for e in speaker}:
            return []
        meanings = (choose(frame, roles, complement) for frame in frames_of(self.language, clause))
        event = next((m.event for m in meanings if m is not None), "*")
        modes = self.language.coding.mode_by_complement["REQUEST"]
        anchor = Span(clause.verb.start, clause.verb.end)
        span = Span(min(clause.start if clause.start >= 0 else anchor.start, anchor.start), clause.end)
        return [
            Draft(
                "REQUEST", modes.get(event, modes.get("*")), (), speaker, asked, "actual", anchor, span, "must",
                None, None, clause,
            )
        ]  # fmt: skip

    def _reporter_of(self, parse: Parse, clause: Clause) -> tuple[Entity, ...]:
        """The subject of the verb of saying that a clause is a complement of."""
        if clause.quote is not None or clause.kind != "complement":
            return ()
        return self._speaker_of(parse, clause)

    def _speaker_of(self, parse: Parse, clause: Clause) -> tuple[Entity, ...]:
        """Who says a clause: the subject of the verb of saying above it, or of its quotation."""
        if clause.quote is not None:
            return self.participants.speaker
        if clause.kind != "complement" or clause.parent is None:
            return ()
        above = parse.clauses[clause.parent]
        says = any(f.statement and f.embeds == "fact" for f in frames_of(self.language, above))
        return self.participants.of(roles_of(above, frozenset()).subject) if says else ()

    def _with_implied(self, draft: Draft, parse: Parse, i: int) -> Draft:
        """Who a promise, threat or demand is toward, when only the clause of its content names them.

        "berjanji membantu X" is toward X; "meminta agar X mundur" is asked of X; "mogok
        menuntut X mundur" is against X.
        """
        if draft.recipient or parse.clauses[i].quote is not None:
            return draft
        if draft.event == "PROTEST":
            found, policy = self._protested(parse, i)
            draft = replace(draft, policy=policy)
        elif draft.event in IMPLIED and not (draft.event == "REJECT" and draft.mode is None):
            found = self._content_sides(draft.event, parse, i, DEEPEST_CONTENT)
            if not found and draft.event == "THREATEN":
                found = self._warned(parse, i)
        else:
            return draft
        found = tuple(e for e in found if all(e.name != a.name for a in draft.actor))
        return replace(draft, recipient=found) if found else draft

    def _warned(self, parse: Parse, i: int) -> tuple[Entity, ...]:
        """``mengancam membalas jika X tidak berhenti``: whose act the threat hangs on."""
        for child in parse.clauses[i + 1 :]:
            if child.kind == "conditional" and child.verb.voice != "passive":
                return _known(self.participants.of(child.subject))
        return ()

    def _content_sides(self, event: str, parse: Parse, i: int, depth: int) -> tuple[Entity, ...]:
        """The side that the content of clause ``i`` is toward: by the frame of its verb, else by its words."""
        for j, child in enumerate(parse.clauses):
            if child.parent != i or child.kind not in ("complement", "purpose") or depth == 0:
                continue
            roles = roles_of(child, frozenset())
            if event == "REQUEST":
                found = self.participants.of(roles.subject) if roles.form != "passive" else ()
            else:
                found = self._by_frame(child, roles) or self._by_words(roles)
                found = found or self._content_sides(event, parse, j, depth - 1)
            if found:
                return found
        return ()

    def _by_frame(self, clause: Clause, roles: Roles) -> tuple[Entity, ...]:
        for frame in frames_of(self.language, clause):
            meaning = choose(frame, roles, None)
            if meaning is not None:
                return _known(self._find(meaning.recipient, roles, own=False, event=meaning.event))
        return ()

    def _by_words(self, roles: Roles) -> tuple[Entity, ...]:
        found = _known(self.participants.of(roles.object) or self.participants.owner(roles.object))
        if found:
            return found
        return _known(e for p in roles.obliques if p.preposition in TOWARD for e in self.participants.of(p))

    def _protested(self, parse: Parse, i: int) -> tuple[tuple[Entity, ...], Phrase | None]:
        """Who or what protesters turn against, by what they demand, condemn or refuse in the same sentence."""
        policy: Phrase | None = None
        for clause in parse.clauses[i:]:
            frames = [f for f in frames_of(self.language, clause) if f.event in AGAINST]
            if not frames and clause.verb.word not in AGAINST_WORDS:
                continue
            roles = roles_of(clause, frozenset())
            found = self._by_words(roles) or self._asked_from(clause)
            if found:
                return found, None
            policy = policy or roles.object
        return (), policy

    def _asked_from(self, clause: Clause) -> tuple[Entity, ...]:
        """``menuntut kemerdekaan dari Irak``."""
        return _known(e for p in clause.obliques if p.preposition == "dari" for e in self.participants.of(p))

    def _near(self, parse: Parse, clause: Clause, words: frozenset[str]) -> frozenset[str]:
        """Words of the clause; of the sentence when it is the only clause."""
        if len(parse.clauses) == 1:
            return words
        out: set[str] = set(clause.verb.word.split())
        for phrase in (clause.subject, *clause.objects, *clause.obliques):
            if phrase is not None:
                out.update(phrase.words)
                if phrase.preposition:
                    out.add(phrase.preposition)
        return frozenset(out)

    def _complement(self, parse: Parse, i: int, words: frozenset[str]) -> frozenset[str] | None:
        """Types of the clauses that hang on clause ``i`` as its complement or purpose."""
        children = [c for c in parse.clauses if c.parent == i and c.kind in ("complement", "purpose")]
        if not children:
            return None
        types: set[str] = set()
        for child in children:
            roles = roles_of(child, self._near(parse, child, words))
            for frame in frames_of(self.language, child):
                meaning = choose(frame, roles, None)
                if meaning is not None:
                    types.add(meaning.event)
                    break
        return frozenset(types)

    def _by_complement(self, meaning: Meaning, complement: frozenset[str] | None) -> Meaning:
        rules = self.language.coding
        if complement is None:
            return meaning
        event = meaning.event
        if event == "AGREE":
            event = next((rules.promise[t] for t in sorted(complement) if t in rules.promise), event)
        modes = rules.mode_by_complement.get(event, {})
        mode = meaning.mode or next((modes[t] for t in sorted(complement) if t in modes), modes.get("*"))
        return replace(meaning, event=event, mode=mode)

    def _is_plan(self, parse: Parse, clause: Clause) -> bool:
        """Whether a verb of asking, promising or refusing governs the clause."""
        seen = 0
        while clause.parent is not None and seen < 8:
            parent = parse.clauses[clause.parent]
            if clause.kind in ("complement", "purpose") and self._embeds(parent) in ("plan", "claim"):
                return True
            clause, seen = parent, seen + 1
        return False

    def _planned(self, parse: Parse, nominal: Nominal) -> bool:
        """Whether a noun stands as the object of a plan verb ("menyerukan gencatan senjata")."""
        for clause in parse.clauses:
            if clause.verb.end <= nominal.phrase.start < clause.end and self._embeds(clause) == "plan":
                return True
        return False

    def _embeds(self, clause: Clause) -> str | None:
        return next((f.embeds for f in frames_of(self.language, clause) if f.embeds), None)

    # ---- nouns -------------------------------------------------------------------

    def _light(
        self, clause: Clause, nominals: Sequence[Nominal], words: frozenset[str], used: set[int]
    ) -> list[Draft]:
        """``menggelar latihan``, ``menjatuhkan sanksi``: the noun's frame with the verb's subject."""
        perform, suffer = self.language.words.perform, self.language.words.suffer
        verb = clause.verb.word
        if verb not in perform and verb not in self.language.words.passives:
            return []
        roles = roles_of(clause, words)
        thing = roles.object
        if thing is None:
            return []
        for nominal in nominals:
            if nominal.first in used or not (thing.first <= nominal.first < thing.last):
                continue
            inner = nominal_roles(nominal.form, nominal.tail, nominal.posts, words)
            obliques = tuple(dict.fromkeys((*inner.obliques, *roles.obliques)))
            subject, target = (
                (inner.subject, roles.subject)
                if verb in suffer
                else (roles.subject, inner.object or inner.subject)
            )
            merged = Roles("noun", subject, target, obliques, words)
            for frame in nominal.frames:
                meaning = choose(frame, merged, None)
                if meaning is None:
                    continue
                draft = self._draft(
                    meaning, merged, clause, owner=inner.subject if verb not in suffer else None
                )
                if draft is not None:
                    used.add(nominal.first)
                    return [draft]
        return []

    def _nominal(self, parse: Parse, nominal: Nominal, words: frozenset[str]) -> list[Draft]:
        if self._is_only_possible(nominal):
            return []
        roles = nominal_roles(nominal.form, nominal.tail, nominal.posts, words)
        for frame in nominal.frames:
            meaning = choose(frame, roles, None)
            if meaning is None:
                continue
            draft = self._draft(meaning, roles, self._around(parse, nominal), nominal=nominal)
            if draft is not None:
                return [draft]
        return []

    def _is_only_possible(self, nominal: Nominal) -> bool:
        """``kemungkinan perang``, ``ancaman serangan``: an act that may come."""
        before = self.tokens[max(0, nominal.first - 2) : nominal.first]
        return any(t.lower in UNDONE for t in before)

    def _happens(self, clause: Clause, nominal: Nominal) -> bool:
        """Whether the verb only says that the act takes place: "pertemuan itu akan digelar"."""
        words = self.language.words
        occurs = clause.verb.word in words.passives | words.occur
        return (
            occurs
            and clause.subject is not None
            and clause.subject.start <= nominal.phrase.start < clause.subject.end
        )

    def _around(self, parse: Parse, nominal: Nominal) -> Clause | None:
        """The clause that spans the noun."""
        start = nominal.phrase.start
        return next((c for c in parse.clauses if c.start <= start < max(c.end, c.verb.end)), None)

    # ---- the draft ---------------------------------------------------------------

    def _draft(
        self, meaning: Meaning, roles: Roles, clause: Clause | None, *, nominal: Nominal | None = None,
        owner: Phrase | None = None,
    ) -> Draft | None:  # fmt: skip
        parse = self.parse
        actor = tuple(e for e in self._find(meaning.actor, roles, own=True) if not _is_civil_vehicle(e))
        actor = actor or self._clitic_agent(clause)
        if meaning.event == "PROTEST":
            actor = tuple(e for e in actor if not _is_state(e))
        recipient = (
            () if meaning.reciprocal else self._find(meaning.recipient, roles, own=False, event=meaning.event)
        )
        if meaning.event == "REQUEST" and self._is_undergoer(roles.object, clause):
            recipient = ()
        if meaning.event == "PROTEST":
            recipient = tuple(e for e in recipient if e.code is not None or e.sector is not None)
        if meaning.reciprocal:
            actor = self._all_sides(actor, roles, owner)
        recipient = tuple(e for e in recipient if all(e.name != a.name or e.code != a.code for a in actor))
        if meaning.event == "ASSAULT" and self.participants.discourse.scene is None:
            recipient = tuple(_without_guess(e, actor) for e in recipient)
        if not self._enough(meaning, actor, recipient) or _is_internal(meaning, (*actor, *recipient)):
            return None
        happening = nominal is None or (clause is not None and self._happens(clause, nominal))
        status = _status(parse, clause, happening=happening)
        event, mode, status = self._plover(meaning, status, clause)
        if event is None:
            return None
        if nominal is not None:
            anchor = Span(nominal.phrase.start, nominal.phrase.end)
            span = Span(anchor.start, max([anchor.end, *(p.end for p in nominal.posts)]))
        else:
            assert clause is not None  # noqa: S101 - a draft comes of a clause or a noun
            anchor = Span(clause.verb.start, clause.verb.end)
            span = Span(min(clause.start if clause.start >= 0 else anchor.start, anchor.start), clause.end)
        victims = (
            roles.object
            if meaning.harm and roles.object is not None
            else (roles.subject if meaning.harm else None)
        )
        return Draft(
            event, mode, meaning.context, actor, recipient, status, anchor, span, meaning.rule, meaning.harm,
            victims, clause, nominal.phrase if nominal is not None else None,
            nominal.posts if nominal is not None else (), roles.object,
        )  # fmt: skip

    def _clitic_agent(self, clause: Clause | None) -> tuple[Entity, ...]:
        """``yang dituduhnya``: -nya on a passive verb is who the sentence is about."""
        topic = self.participants.discourse.topic
        if clause is None or topic is None or clause.verb.voice != "passive":
            return ()
        return (topic,) if clause.verb.word.endswith(CLITIC) else ()

    def _is_undergoer(self, phrase: Phrase | None, clause: Clause | None) -> bool:
        """``menuntut ia dibebaskan``: of whom the passive clause tells is not who is asked."""
        if phrase is None or clause is None:
            return False
        return any(
            c.kind == "complement"
            and c.verb.voice == "passive"
            and c.subject is not None
            and c.subject.start == phrase.start
            for c in self.parse.clauses
        )

    def _find(self, places: Sequence[str], roles: Roles, *, own: bool, event: str = "") -> tuple[Entity, ...]:
        for place in places:
            found = self._at(place, roles, own=own)
            if found:
                return found
        if event in THING_RECIPIENTS and "object" in places and roles.object is not None:
            thing = self.participants.thing(roles.object)
            if thing is not None and thing.code is not None:
                return (thing,)
        return ()

    def _at(self, place: str, roles: Roles, *, own: bool) -> tuple[Entity, ...]:
        people = self.participants
        if place == "subject":
            return people.of(roles.subject) or (self._maker(roles.subject) if own else ())
        if place == "object":
            return people.of(roles.object)
        if place == "possessor":
            return people.owner(roles.object)
        if place == "none":
            return ()
        out: list[Entity] = []
        for phrase in roles.obliques:
            if phrase.preposition == place and not (out and place in AT):
                out.extend(people.of(phrase) or people.owner(phrase))
        return tuple(out)

    def _maker(self, phrase: Phrase | None) -> tuple[Entity, ...]:
        """Who stands behind a thing that acts: its owner, or for a paper who the sentence is about."""
        owner = self.participants.owner(phrase)
        topic = self.participants.discourse.topic
        if (
            not owner
            and topic is not None
            and phrase is not None
            and phrase.head in self.language.cues.documents
        ):
            return (topic,)
        return owner

    def _all_sides(self, actor: tuple[Entity, ...], roles: Roles, owner: Phrase | None) -> tuple[Entity, ...]:
        sides = list(actor)
        more = [p for p in roles.obliques if p.preposition in BOTH_SIDES]
        if roles.object is not None:
            more.insert(0, roles.object)
        if owner is not None:
            more.append(owner)
        for phrase in more:
            for entity in self.participants.of(phrase):
                if all(entity.name != e.name for e in sides):
                    sides.append(entity)
        return tuple(sides)

    def _enough(self, meaning: Meaning, actor: tuple[Entity, ...], recipient: tuple[Entity, ...]) -> bool:
        if meaning.needs == "any":
            return True
        if meaning.needs == "actor":
            return bool(actor)
        if meaning.needs == "recipient":
            return bool(recipient)
        if meaning.needs == "both":
            return bool(actor and recipient) or (meaning.reciprocal and len(actor) > 1)
        return bool(actor or recipient)

    def _plover(
        self, meaning: Meaning, status: str, clause: Clause | None
    ) -> tuple[str | None, str | None, str]:
        """PLOVER's own rules for what is future or refused."""
        rules = self.language.coding
        event, mode = meaning.event, meaning.mode
        if clause is not None and status == "negated" and self._refuses(event, clause):
            return "REJECT", rules.refuse[event] or None, "actual"
        if status == "future" and event in rules.future:
            return rules.future[event], None, "future"
        return event, mode, status

    def _refuses(self, event: str, clause: Clause) -> bool:
        """Whether it refuses: "tidak mengakui" does, "belum mengakui" says not yet, a passive leaves open who."""
        before = {t.lower for t in self.tokens if clause.verb.start <= t.start < clause.verb.end}
        return (
            event in self.language.coding.refuse and clause.verb.voice != "passive" and "belum" not in before
        )


def _is_state(entity: Entity) -> bool:
    """``Brasil rusuh``: a country is where there is unrest, not who protests."""
    return entity.id == f"state/{entity.code}"


def _without_demands(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What protesters demand or refuse is their protest, no act of its own (PLOVER manual)."""
    protesters = {e.name for d in drafts if d.event == "PROTEST" for e in d.actor}
    protest = any(d.event == "PROTEST" for d in drafts)
    for draft in drafts:
        own = {e.name for e in draft.actor}
        if not (protest and draft.event in AGAINST and own <= protesters):
            yield draft


def _with_shared(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """``Tokyo memprotes dan mendesak Beijing``: an act in words is toward whom the next one is."""
    for draft in drafts:
        shared = _shared_side(draft, drafts) if draft.event in ASKED and not draft.recipient else ()
        yield replace(draft, recipient=shared) if shared and draft.thing is None else draft


def _shared_side(draft: Draft, drafts: Sequence[Draft]) -> tuple[Entity, ...]:
    """Whom the same actor speaks to in the same sentence: asked of them, or met or called."""
    own = {e.name for e in draft.actor}
    for other in drafts:
        if other is draft or not own <= {e.name for e in other.actor}:
            continue
        if other.event in ASKED and other.recipient:
            return other.recipient
        if other.event == "CONSULT":
            return other.recipient or tuple(e for e in other.actor if e.name not in own)
    return ()


def _without_guess(victim: Entity, actor: Sequence[Entity]) -> Entity:
    """Nameless people hit by an army are not of its country only because the sentence names no other."""
    army = any(a.code == victim.code and a.sector in ("MIL", "GOV") for a in actor)
    nameless = (victim.id or "").startswith(NAMELESS) and victim.text == victim.text.lower()
    return replace(victim, code=None) if army and nameless and victim.sector in (None, "CVL") else victim


def _is_civil_vehicle(entity: Entity) -> bool:
    """A bus or a cargo ship of nobody named does nothing ("ledakan bus"); "kapal Turki" acts for Turkey."""
    unowned = entity.name == entity.name.lower()
    return (entity.id or "").startswith("vehicle/") and entity.sector == "CVL" and unowned


def _known(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(e for e in entities if e.code is not None)


def _is_internal(meaning: Meaning, sides: Sequence[Entity]) -> bool:
    """Whether a meeting is among people of one government, which PLOVER does not code."""
    if meaning.event != "CONSULT" or len(sides) < 2:
        return False
    codes = {e.code for e in sides}
    return (
        len(codes) == 1
        and None not in codes
        and all(e.sector in OFFICIAL for e in sides)
        and not codes & NOBODYS
    )


def frames_of(language: Language, clause: Clause) -> Iterator[Frame]:
    """All frames of the forms of a clause's verb."""
    for form in clause.verb.forms:
        yield from language.frames_of.get(form, ())


def _status(parse: Parse, clause: Clause | None, *, happening: bool) -> str:
    """The status that a clause gives: its verb's negation and modals, those above a purpose included.

    ``happening`` says that the clause is about the act itself; else ("serangan itu akan
    dibahas") its verb says nothing of whether the act was done.
    """
    if clause is None or not happening:
        return "actual"
    own = _own_status(clause)
    if own == "actual" and clause.kind == "purpose" and clause.parent is not None:
        parent = parse.clauses[clause.parent]
        above = _status(parse, parent, happening=True)
        return "hypothetical" if _is_tentative(parent, clause) else above
    return own


def _is_tentative(parent: Clause, purpose: Clause) -> bool:
    """``wewenang untuk menahan``: the word before the purpose says that it is only wanted or allowed."""
    sides = [p for p in (parent.subject, *parent.objects, *parent.obliques) if p is not None]
    before = [p for p in sides if p.end <= purpose.verb.start]
    return bool(before) and max(before, key=lambda p: p.end).head in TENTATIVE


def _own_status(clause: Clause) -> str:
    verb = clause.verb
    if verb.negated or verb.failed:
        return "negated"
    if clause.kind == "conditional":
        return "hypothetical"
    if verb.future:
        return "future"
    return "hypothetical" if verb.possible or verb.must else "actual"
