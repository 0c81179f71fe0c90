"""Finds the events of one sentence: who did what to whom, and with what status.

Turns clauses and nominalisations into drafts of PLOVER events. The frame gives the
meaning, the roles give the participants, negation and modals the status. What a plan
verb governs ("meminta X menarik pasukan") is not coded on its own. Dates, places and
counts are added by ``circumstances``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.coding.around_noun import FRAMING, around_of, attended, is_disturbed, is_unsent, near_of
from saksi.coding.claims import by_threatener, claimant, utters
from saksi.coding.complements import by_complement, complement_types, words_near
from saksi.coding.draft import Draft, frames_of
from saksi.coding.envoys import as_expulsion
from saksi.coding.implied import Implied, with_dead, with_harm, with_shared, without_demands, without_means
from saksi.coding.judgements import Judgements
from saksi.coding.meaning import Meaning, Trial, choose, why_not
from saksi.coding.no_act import NoActs
from saksi.coding.nominals import Nominal, find_nominals, is_only_possible, takes_place
from saksi.coding.participants import Participants
from saksi.coding.roles import Roles, nominal_roles, roles_of
from saksi.coding.settled import settle
from saksi.coding.sides import (
    Sides,
    can_act,
    is_enough,
    is_internal,
    is_state,
    without_guess,
    without_own_state,
    without_self,
)
from saksi.coding.status import is_open, is_said, is_wanted, led_by, status_of
from saksi.coding.targets import acted_on
from saksi.lang.frames import Frame
from saksi.lang.language import Language
from saksi.records import Clause, Entity, Parse, Phrase, Sentence, Span, Token

#: Markers of a day by what happened then.
SINCE = frozenset({"sejak", "semenjak"})
#: What stands after these was done, also under a plan: "sepakat berdamai setelah berunding".
DONE = frozenset({"setelah", "sesudah", "usai", "seusai", "sejak", "menyusul"})
#: Weapons that armies seldom turn on people at home.
ABROAD_MODES = frozenset({"aerial", "heavy-weapons", "drone"})
#: Frames whose object is what is spoken about: "Menlu X bahas Gaza dengan Peru".
ABOUT = frozenset({"bahas"})
#: Words of what did not come about, without anybody refusing it.
NOT_YET = frozenset({"belum", "mungkin"})
#: What two who meet do together for all that follows "untuk".
SIGNED = frozenset({"SUPPORT"})
#: Before the one whose words a clause gives.
SOURCE = "menurut"
#: Frames of what stands for years: where forces are, who holds a land.
STANDING = frozenset({"tempatkan", "duduki"})
#: ``menjadi sasaran serangan Peru``: the noun of who is hit, and what stands before it.
BECOMING, TARGETED = frozenset({"menjadi", "jadi"}), frozenset({"target", "sasaran", "korban", "incaran"})
#: Said of what somebody is going to do, or never.
WILL = "akan"
#: Before what something is reached by.
BY_WAY_OF = frozenset({"melalui", "lewat", "dengan"})


class EventReader:
    """Reads the events of one article, sentence by sentence."""

    def __init__(self, language: Language, participants: Participants) -> None:
        self.language, self.participants = language, participants
        self.sides = Sides(language, participants)
        self.implied = Implied(language, self.sides)
        self.no_acts = NoActs(language)
        self.judgements = Judgements(language.coding.judging, participants)
        self.parse = Parse(0, (), ())  # of the sentence being read
        self.tokens: Sequence[Token] = ()
        self.cited = False  # whether the sentence names its source beside it: "..., kata X"
        self.nominals: Sequence[Nominal] = ()

    def read(self, sentence: Sentence, parse: Parse) -> tuple[Draft, ...]:
        """Find the events of one sentence in the order of their words."""
        self.parse, self.tokens = parse, sentence.tokens
        self.cited = any(c.kind == "attribution" for c in parse.clauses)
        words = self._words(sentence)
        found: list[Draft] = []
        self.nominals = nominals = find_nominals(sentence, parse, self.language)
        used: set[int] = set()
        for i, clause in enumerate(parse.clauses):
            self._listen(self._reporter_of(parse, clause), clause)
            if clause.kind == "conditional" or is_open(parse, clause) or self._is_told_of(parse, clause):
                used.update(n.first for n in nominals if clause.start <= n.phrase.start < clause.end)
                continue
            drafts = self._verbal(parse, i, words)
            if not drafts:
                drafts = self._light(clause, nominals, words, used)
            found.extend(drafts)
        self._listen((), None)
        for nominal in nominals:
            if nominal.first not in used and not self._planned(parse, nominal):
                found.extend(self._nominal(parse, nominal, words))
        found.extend(self.judgements.read(parse, self._speaker_of))
        found = [settle(d) for d in found if not self._is_agreed(d, found)]
        told = tuple(with_harm(tuple(without_means(tuple(without_demands(found))))))
        told = tuple(with_dead(told, parse, self.participants, self.language))
        told = tuple(sorted((as_expulsion(d, parse) for d in told), key=lambda d: d.anchor.start))
        return tuple(with_shared(told))

    def _is_agreed(self, draft: Draft, told: Sequence[Draft]) -> bool:
        """``menandatangani perjanjian untuk menghentikan pertempuran``: what the pact told with it is about."""
        host = draft.host
        if host is None or led_by(self.parse, host, self.language.words.leading) != "agreed":
            return False
        assert host.parent is not None  # noqa: S101 - it is led by a noun of its parent
        return any(other.host is self.parse.clauses[host.parent] for other in told)

    def trials(self, sentence: Sentence, parse: Parse) -> Iterator[Trial]:
        """Every frame tried on the sentence with what came of it, for ``saksi explain``."""
        self.parse, self.tokens = parse, sentence.tokens
        self.nominals = find_nominals(sentence, parse, self.language)
        words = self._words(sentence)
        for i, clause in enumerate(parse.clauses):
            roles = roles_of(clause, words_near(parse, clause, words))
            complement = complement_types(parse, i, words, self.language, self.nominals)
            planned = self._is_plan(parse, clause)
            for frame in frames_of(self.language, clause):
                outcome = self._outcome(frame, roles, complement, clause)
                yield Trial(
                    clause.verb.word, frame.id, "governed by a plan verb, not coded" if planned else outcome
                )
        for nominal in self.nominals:
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
        near = words_near(parse, clause, words)
        roles = roles_of(clause, near)
        complement = complement_types(parse, i, words, self.language, self.nominals)
        if clause.kind == "relative" and roles.form == "passive" and self._only_describes(clause):
            return []  # "16 orang yang diminta AS", "pasukan yang ditempatkan di X", "wilayah yang diduduki Y"
        if clause.verb.must:
            return self._demanded(parse, clause, roles, complement)
        for frame in frames_of(self.language, clause):
            meaning = choose(frame, roles, complement)
            if meaning is None:
                continue
            kept = any(
                c.parent == i and c.verb.negated for c in parse.clauses
            )  # "berjanji tidak akan menyerang"
            meaning = by_complement(meaning, complement, self.language, promises=not kept)
            draft = self._draft(meaning, roles, clause)
            if draft is not None:
                draft = replace(draft, content=complement is not None)
                if utters(draft):
                    draft = by_threatener(draft, self._speaker_of(parse, clause))
                return [self.implied.fill(draft, parse, i)]
        return []

    def _only_describes(self, clause: Clause) -> bool:
        """Whether a passive behind "yang" tells what is: what is asked for, where troops are, whose land it is."""
        frames = list(frames_of(self.language, clause))
        return bool(frames) and all(f.event == "REQUEST" or f.id in STANDING for f in frames)

    def _demanded(
        self, parse: Parse, clause: Clause, roles: Roles, complement: frozenset[str] | None
    ) -> list[Draft]:
        """``X mengatakan Y harus mundur`` asks it of Y; without a speaker nobody asks anything."""
        asked = tuple(e for e in self.participants.of(roles.subject) if e.code is not None)
        speaker = self._speaker_of(parse, clause)
        if clause.verb.negated:  # "Putin tak diharuskan bertemu Z"
            return []
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

    def _listen(self, reporter: tuple[Entity, ...], clause: Clause | None) -> None:
        """Read on in the words of somebody, who "mereka" and "pemerintah" may be or be of."""
        referring = self.participants.referring
        referring.reporter, referring.quoted = reporter, clause is not None and clause.quote is not None
        referring.retold = self.cited or referring.quoted or clause is None or clause.kind not in FRAMING

    def _reporter_of(self, parse: Parse, clause: Clause) -> tuple[Entity, ...]:
        """The subject of the verb of saying that a clause is a complement of."""
        if clause.kind != "complement":
            return ()
        return self._sayer(parse, clause) if clause.quote is not None else self._speaker_of(parse, clause)

    def _speaker_of(self, parse: Parse, clause: Clause) -> tuple[Entity, ...]:
        """Who says a clause: the subject of the verb of saying above it, or whose words the sentence gives."""
        if clause.quote is not None or any(
            c.kind == "attribution" and c.quote is None and c.start > clause.start for c in parse.clauses
        ):
            return self.participants.referring.speaker
        source = next((p for p in clause.obliques if p.preposition == SOURCE), None)
        if source is not None:
            return self.participants.of(source)
        return self._sayer(parse, clause) if clause.kind == "complement" else ()

    def _sayer(self, parse: Parse, clause: Clause) -> tuple[Entity, ...]:
        """The subject of the verb of saying right above a clause."""
        if clause.parent is None:
            return ()
        above = parse.clauses[clause.parent]
        says = any(f.statement and f.embeds == "fact" for f in frames_of(self.language, above))
        return self.participants.of(roles_of(above, frozenset()).subject) if says else ()

    def _is_told_of(self, parse: Parse, clause: Clause) -> bool:
        """Whether a clause only says what is asked, promised or within somebody's power."""
        led = led_by(parse, clause, self.language.words.leading) in ("able", "charged")
        return led or self._is_plan(parse, clause) or is_wanted(parse, clause)

    def _is_plan(self, parse: Parse, clause: Clause) -> bool:
        """Whether a verb or noun of asking, promising or refusing governs the clause."""
        if led_by(parse, clause, self.language.words.leading) == "asked":
            return True
        seen = 0
        while clause.parent is not None and seen < 8:
            parent = parse.clauses[clause.parent]
            if clause.marker in DONE:
                return False
            if clause.kind in ("complement", "purpose") and self._embeds(parent) in ("plan", "claim"):
                return True
            clause, seen = parent, seen + 1
        return False

    def _planned(self, parse: Parse, nominal: Nominal) -> bool:
        """Whether a noun stands as the object of a plan verb ("menyerukan gencatan senjata")."""
        for clause in parse.clauses:
            plans = self._embeds(clause) == "plan" or clause.verb.word in self.language.words.leading["aims"]
            if plans and clause.verb.end <= nominal.phrase.start < clause.end:
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
        verb = self.language.words.headlines.get(clause.verb.word, clause.verb.word)
        roles = roles_of(clause, words)
        thing = roles.object
        targeted = thing is not None and verb in BECOMING and thing.head in TARGETED
        if verb not in perform and verb not in self.language.words.passives and not targeted:
            return []
        if thing is None:
            return []
        near = words_near(self.parse, clause, words)
        for nominal in nominals:
            if nominal.first in used or not (thing.first <= nominal.first < thing.last):
                continue
            inner = nominal_roles(nominal.form, nominal.tail, nominal.posts, near)
            obliques = tuple(dict.fromkeys((*inner.obliques, *roles.obliques)))
            if verb in suffer or targeted:
                subject, target = inner.subject, roles.subject
            elif roles.form == "passive" and roles.subject is None:
                subject, target = inner.subject, inner.object  # "serangan Peru ke Lima dilancarkan"
            else:
                subject, target = roles.subject, inner.object or inner.subject
            merged = Roles("noun", subject, target, obliques, near, words)
            for frame in nominal.frames:
                meaning = choose(frame, merged, None)
                if meaning is None:
                    continue
                draft = self._draft(
                    meaning,
                    merged,
                    clause,
                    owner=inner.subject if verb not in suffer and not targeted else None,
                )
                if draft is not None:  # "menjalani penangkapan dan penahanan" is one act
                    used.update(n.first for n in nominals if thing.first <= n.first < thing.last)
                    return [] if is_unsent(draft, nominal) else [draft]
        return []

    def _nominal(self, parse: Parse, nominal: Nominal, words: frozenset[str]) -> list[Draft]:
        if is_only_possible(nominal, self.tokens):
            return []
        around = around_of(parse, nominal)
        if around is not None and around.verb.must and nominal.phrase.preposition in BY_WAY_OF:
            return []  # "harus diputuskan lewat perundingan X dan Y"
        if around is not None and around.verb.word == "ada" and around.verb.negated:
            return []  # "tidak ada ekspor senjata ke X"
        if around is not None and around.verb.possible and is_disturbed(nominal, around):
            return []
        near = near_of(parse, nominal, around, words)
        roles = replace(nominal_roles(nominal.form, nominal.tail, nominal.posts, near), around=words)
        roles = attended(nominal, roles, around) or roles
        for frame in nominal.frames:
            meaning = choose(frame, roles, None)
            if meaning is None:
                continue
            attack = meaning.event == "ASSAULT"
            claiming = claimant(nominal, around, parse, self.participants) if attack else ()
            meaning = replace(meaning, needs="any") if claiming else meaning
            draft = self._draft(meaning, roles, around, nominal=nominal)
            if draft is not None:
                draft = draft if draft.actor else replace(draft, actor=claiming)
                return [] if is_unsent(draft, nominal) else [draft]
        return []

    # ---- the draft ---------------------------------------------------------------

    def _draft(
        self, meaning: Meaning, roles: Roles, clause: Clause | None, *, nominal: Nominal | None = None,
        owner: Phrase | None = None,
    ) -> Draft | None:  # fmt: skip
        parse = self.parse
        actor = self._actor(meaning, roles, clause, alone=nominal is not None or meaning.reciprocal)
        verbal = clause if nominal is None else None
        recipient = () if meaning.reciprocal else self._recipient(meaning, roles, actor, verbal)
        recipient = self._toward(recipient, meaning, roles, clause)
        if meaning.reciprocal:
            shown = replace(roles, object=None) if meaning.rule.split("/")[0] in ABOUT else roles
            own, actor = actor, self.sides.all_of(actor, shown, owner)
        if meaning.reciprocal or meaning.event in SIGNED:
            actor = self.sides.with_met(actor, clause, parse)
        recipient = self._other_than(recipient, actor, meaning)
        actor = tuple(without_own_state(e, recipient) for e in actor)
        alone = bool(actor) and clause is not None and nominal is None and self._will_not(meaning, clause)
        enough = is_enough(meaning, actor, recipient) or alone
        if not enough or is_internal(meaning, (*actor, *recipient)):
            return None
        if not actor and not recipient and clause is not None and clause.marker in SINCE:
            return None  # "sejak perang pecah": a day told by what everybody knows
        happening = nominal is None or (
            clause is not None and takes_place(clause, nominal, self.language.words)
        )
        status = status_of(parse, clause, self.language.words.leading, happening=happening)
        event, mode, status = self._plover(meaning, status, clause)
        if event is None:
            return None
        if event == "REJECT" and meaning.reciprocal and own:  # "tidak bertemu Y": Y does not refuse
            actor, recipient = own, tuple(e for e in actor if e not in own)
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
        draft = Draft(
            event, mode, meaning.context, actor, recipient, status, anchor, span, meaning.rule, meaning.harm,
            victims, clause, nominal.phrase if nominal is not None else None,
            nominal.posts if nominal is not None else (), acted_on(event, meaning, roles, self.language.reference.rest),
        )  # fmt: skip
        return None if self.no_acts.has(draft, parse, self.tokens) else draft

    def _toward(
        self, recipient: tuple[Entity, ...], meaning: Meaning, roles: Roles, clause: Clause | None
    ) -> tuple[Entity, ...]:
        """Whom an act of this kind can be toward: no host of "kunjungan ke Afrika" is told."""
        if meaning.mode == "visit" or meaning.event == "PROTEST":
            return tuple(e for e in recipient if e.code is not None or e.sector is not None)
        thing = roles.object
        if meaning.event == "REQUEST" and thing is not None and self._is_undergoer(thing, clause):
            return tuple(e for e in recipient if not thing.start <= e.start < thing.end)
        return recipient

    def _other_than(
        self, recipient: tuple[Entity, ...], actor: tuple[Entity, ...], meaning: Meaning
    ) -> tuple[Entity, ...]:
        """Those of the recipients whom the actor is not: nobody denies anything to his own state."""
        recipient = tuple(e for e in recipient if all(e.name != a.name or e.code != a.code for a in actor))
        recipient = without_self(recipient, actor)
        if meaning.rule.split("/")[0] in self.language.reference.denials:  # "bantah diplomatnya jadi X"
            recipient = tuple(e for e in recipient if e.code not in {a.code for a in actor})
        if meaning.mode == "convict":  # "pengadilan menyatakan X. Mereka dihukum"
            recipient = tuple(e for e in recipient if e.sector != "JUD")
        struck = meaning.mode in ABROAD_MODES
        if meaning.event == "ASSAULT" and (struck or self.participants.discourse.scene is None):
            recipient = tuple(without_guess(e, actor) for e in recipient)
        return recipient

    def _recipient(
        self, meaning: Meaning, roles: Roles, actor: Sequence[Entity], clause: Clause | None
    ) -> tuple[Entity, ...]:
        """Whom an act is toward: "menarik pasukan dari negara itu" is from another state than one's own."""
        referring = self.participants.referring
        referring.barred = frozenset(e.code for e in actor if e.code is not None)
        found = self.sides.find(meaning.recipient, roles, own=False, event=meaning.event)
        referring.barred = frozenset()
        return found or self.sides.clitic_patient(clause, meaning, actor)

    def _actor(
        self, meaning: Meaning, roles: Roles, clause: Clause | None, *, alone: bool
    ) -> tuple[Entity, ...]:
        """Who acts; without ``alone`` those beside the subject too."""
        actor = tuple(e for e in self.sides.find(meaning.actor, roles, own=True) if can_act(e))
        actor = actor or self.sides.clitic_agent(clause)
        if actor and not alone:
            actor = (*actor, *self.sides.companions(clause, actor))
        return tuple(e for e in actor if meaning.event != "PROTEST" or not is_state(e))

    def _is_undergoer(self, phrase: Phrase | None, clause: Clause | None) -> bool:
        """``menuntut ia dibebaskan``: of whom the passive clause tells is not who is asked."""
        if phrase is None or clause is None:
            return False
        return any(
            c.kind == "complement"
            and c.parent is not None
            and self.parse.clauses[c.parent] is clause
            and c.verb.voice == "passive"
            and c.subject is not None
            and c.subject.start == phrase.start
            for c in self.parse.clauses
        )

    def _plover(
        self, meaning: Meaning, status: str, clause: Clause | None
    ) -> tuple[str | None, str | None, str]:
        """PLOVER's own rules for what is future or refused."""
        rules = self.language.coding
        event, mode = meaning.event, meaning.mode
        if status == "hypothetical" and clause is not None and is_said(event, clause, self.tokens):
            status = "actual"
        if clause is not None and status == "negated" and self._refuses(event, clause):
            return "REJECT", rules.refuse[event] or None, "actual"
        if status == "future" and event in rules.future:
            return rules.future[event], None, "future"
        return event, mode, status

    def _will_not(self, meaning: Meaning, clause: Clause) -> bool:
        """``tidak akan pernah menegosiasikan programnya``: who will not talk need not say with whom."""
        before = {t.lower for t in self.tokens if clause.verb.start <= t.start < clause.verb.end}
        return meaning.event == "CONSULT" and clause.verb.negated and WILL in before

    def _refuses(self, event: str, clause: Clause) -> bool:
        """Whether it refuses: "tidak mengakui" does, "belum" says not yet, "gagal" would have, a passive leaves open who."""
        before = {t.lower for t in self.tokens if clause.verb.start <= t.start < clause.verb.end}
        open_still = clause.verb.failed or clause.verb.voice == "passive" or not before.isdisjoint(NOT_YET)
        return event in self.language.coding.refuse and not open_still
