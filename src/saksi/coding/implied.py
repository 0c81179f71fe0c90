"""Finds whom an act in words is toward when another clause of its sentence names them.

"berjanji membantu X" is toward X; "meminta agar X mundur" is asked of X; "mogok menuntut X
mundur" is against X; "memprotes dan mendesak X" is toward X twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.coding.draft import Draft, frames_of
from saksi.coding.participants import Participants
from saksi.coding.roles import roles_of
from saksi.coding.sides import Sides, known
from saksi.lang.language import Language
from saksi.records import NAMELESS, Clause, Entity, Parse, Phrase

#: Types whose recipient may stand in the clause of what is promised, threatened or asked.
IMPLIED = frozenset({"AGREE", "THREATEN", "CONCEDE", "REJECT", "REQUEST", "ACCUSE"})
#: Acts in words that one sentence directs at one side.
ASKED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
#: How deep the content of a promise is searched: "bersedia mengirim X untuk membantu Y".
DEEPEST_CONTENT = 2
#: What is agreed to stands as an object; a purpose then says what it is good for: "gencatan untuk melindungi X".
AGREED = frozenset({"AGREE", "CONCEDE"})
#: Nouns that a clause with "bahwa" tells: what is condemned is done by its subject.
FACTS = frozenset({"fakta", "kenyataan", "cara"})
#: Passives of what is fired or thrown at somebody.
FIRED = frozenset(
    {"diluncurkan", "ditembakkan", "dilancarkan", "dijatuhkan", "dilempar", "dilemparkan", "dilontarkan"}
)
#: Opens a clause of what somebody died by, and the harm it does.
WHEN, DEADLY = (
    frozenset({"saat", "ketika", "setelah", "usai", "akibat", "karena"}),
    frozenset({"dead", "injured"}),
)
#: Words for one's own state.
OWN_STATE = frozenset({"negaranya", "negerinya", "bangsanya"})
#: Acts that may kill: "unjuk rasa yang merenggut 300 nyawa".
HARMFUL = frozenset({"ASSAULT", "PROTEST"})
#: What protesters do in words to those they are against.
AGAINST = frozenset({"REQUEST", "ACCUSE", "REJECT"})
AGAINST_WORDS = frozenset(
    {"menuntut", "memprotes", "menentang", "menolak", "mengecam", "mengutuk", "mendesak"}
)


class Implied:
    """Reads the sides that a sentence implies."""

    def __init__(self, language: Language, sides: Sides) -> None:
        self.language, self.participants, self.sides = language, sides.participants, sides

    def fill(self, draft: Draft, parse: Parse, i: int) -> Draft:
        """Who a promise, threat or demand is toward, when only the clause of its content names them.

        "berjanji membantu X" is toward X; "meminta agar X mundur" is asked of X; "mogok
        menuntut X mundur" is against X.
        """
        if draft.event == "ASSAULT":
            known_doer = draft.actor and not self._is_probed(parse.clauses[i], parse)
            draft = draft if known_doer else replace(draft, actor=self._launcher(parse, i))
        if draft.mode == "convict" and not draft.actor:
            draft = replace(draft, actor=self._court(parse.clauses[i], parse))
        if draft.recipient:
            return draft
        blamed = self._blamed(draft, parse, i)
        if blamed:
            return replace(draft, recipient=blamed)
        if parse.clauses[i].quote is not None:
            return draft
        if draft.event == "PROTEST":
            found, policy = self._protested(parse, i)
            draft = replace(draft, policy=policy)
        elif draft.event in IMPLIED and not self._denies(draft) and not _is_mutual(draft):
            found = self._content_sides(draft.event, parse, i, DEEPEST_CONTENT)
            found = tuple(e for e in found if all(e.name != a.name for a in draft.actor))
            if not found and draft.event == "REQUEST" and draft.mode == "assist":
                found = self._content_sides("AGREE", parse, i, DEEPEST_CONTENT)  # "mendaftarkan diri masuk X"
            if not found and draft.event == "THREATEN":
                found = self._warned(parse, i)
        else:
            return draft
        found = tuple(
            e for e in found if all(e.name != a.name and not _is_own_state(e, a) for a in draft.actor)
        )
        return replace(draft, recipient=found) if found else draft

    def _court(self, clause: Clause, parse: Parse) -> tuple[Entity, ...]:
        """``pengadilan menyatakan X terbukti bersalah``: who finds it so."""
        if clause.parent is None or clause.kind != "complement":
            return ()
        above = self.participants.of(parse.clauses[clause.parent].subject)
        return tuple(e for e in above if e.sector == "JUD")

    def _is_probed(self, clause: Clause, parse: Parse) -> bool:
        """``menyelidiki penggunaan racun untuk membunuh X``: who looks into it has not killed."""
        if clause.kind != "purpose" or clause.parent is None:
            return False
        return any(f.event == "ACCUSE" for f in frames_of(self.language, parse.clauses[clause.parent]))

    def _launcher(self, parse: Parse, i: int) -> tuple[Entity, ...]:
        """``diserang dengan granat yang diluncurkan oleh X``: who fired what it was done with."""
        hit = parse.clauses[i]
        if hit.verb.voice != "passive":
            return ()
        means = {p.start for p in hit.obliques if p.preposition == "dengan"}
        fired = (
            c for c in parse.clauses
            if c.kind == "relative" and c.subject is not None and c.subject.start in means and c.verb.word in FIRED
        )  # fmt: skip
        return next((self.participants.of(roles_of(c, frozenset()).subject) for c in fired), ())

    def _blamed(self, draft: Draft, parse: Parse, i: int) -> tuple[Entity, ...]:
        """Who did what is condemned, where another clause tells it."""
        if draft.event != "ACCUSE" or draft.thing is None:
            return ()
        fact = draft.thing.head in FACTS
        doer = self._of_fact(parse, i) if fact else self._doer_of(draft.thing, parse)
        return doer if {e.code for e in doer}.isdisjoint(e.code for e in draft.actor) else ()

    def _doer_of(self, thing: Phrase, parse: Parse) -> tuple[Entity, ...]:
        """``mengecam serangan yang dilakukan X``: who did the thing that is condemned."""
        told = (
            c for c in parse.clauses
            if c.kind == "relative" and c.verb.voice == "passive" and c.subject is not None and c.subject.start == thing.start
        )  # fmt: skip
        return next((known(self.participants.of(roles_of(c, frozenset()).subject)) for c in told), ())

    def _of_fact(self, parse: Parse, i: int) -> tuple[Entity, ...]:
        """``mengutuk fakta bahwa X menutup Y``: whose act the fact is."""
        told = (c for c in parse.clauses if c.parent == i and c.kind == "complement" and c.marker is not None)
        return next((known(self.participants.of(c.subject)) for c in told), ())

    def _denies(self, draft: Draft) -> bool:
        """``membantah akan menarik pasukan``: what is denied names nobody that it is toward."""
        said = draft.rule.split("/")[0] in self.language.reference.denials
        return draft.event == "REJECT" and (draft.mode is None or said)

    def _warned(self, parse: Parse, i: int) -> tuple[Entity, ...]:
        """``mengancam membalas jika X tidak berhenti``: whose act the threat hangs on."""
        for child in parse.clauses[i + 1 :]:
            if child.kind == "conditional" and child.verb.voice != "passive":
                return known(self.participants.of(child.subject))
        return ()

    def _content_sides(self, event: str, parse: Parse, i: int, depth: int) -> tuple[Entity, ...]:
        """The side that the content of clause ``i`` is toward: by the frame of its verb, else by its words."""
        for j, child in enumerate(parse.clauses):
            if child.parent != i or child.kind not in ("complement", "purpose") or depth == 0:
                continue
            if child.kind == "purpose" and depth == DEEPEST_CONTENT and _is_good_for(event, parse.clauses[i]):
                continue
            roles = roles_of(child, frozenset())
            if event == "REQUEST":
                found = self.participants.of(roles.subject) if roles.form != "passive" else ()
            else:
                found = self.sides.by_frame(child, roles) or tuple(
                    side for side in self.sides.by_words(roles) if event != "AGREE" or not _is_guessed(side)
                )
                found = found or self._content_sides(event, parse, j, depth - 1)
            if found:
                return found
        return ()

    def _protested(self, parse: Parse, i: int) -> tuple[tuple[Entity, ...], Phrase | None]:
        """Who or what protesters turn against, by what they demand, condemn or refuse in the same sentence."""
        policy: Phrase | None = None
        for clause in parse.clauses[i:]:
            frames = [f for f in frames_of(self.language, clause) if f.event in AGAINST]
            if not frames and clause.verb.word not in AGAINST_WORDS:
                continue
            roles = roles_of(clause, frozenset())
            found = self.sides.by_words(roles) or self._asked_from(clause)
            if found:
                return found, None
            policy = policy or roles.object
        return (), policy

    def _asked_from(self, clause: Clause) -> tuple[Entity, ...]:
        """``menuntut kemerdekaan dari Irak``."""
        return known(e for p in clause.obliques if p.preposition == "dari" for e in self.participants.of(p))


def _is_mutual(draft: Draft) -> bool:
    """``Peru dan Chile sepakat memperkuat ASEAN``: they agree with each other."""
    return draft.event == "AGREE" and len({side.code for side in draft.actor}) > 1


def _is_good_for(event: str, clause: Clause) -> bool:
    """Whether a purpose only says what the thing agreed to is good for."""
    return event in AGREED and bool(clause.objects)


def _is_own_state(side: Entity, actor: Entity) -> bool:
    """``berjanji memenangkan negaranya``: a promise is not toward the state of who makes it."""
    own = side.text.lower() in OWN_STATE or side.id == f"state/{side.code}"
    return side.code is not None and side.code == actor.code and own


def _is_guessed(side: Entity) -> bool:
    """``sepakat menunjuk perwakilan``: people without a name are not whom an agreement is with."""
    return (side.id or "").startswith(NAMELESS) and side.text[1:] == side.text[1:].lower()


def without_demands(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """What protesters demand or refuse is their protest, no act of its own (PLOVER manual)."""
    protesters = {e.name for d in drafts if d.event == "PROTEST" for e in d.actor}
    protest = any(d.event == "PROTEST" for d in drafts)
    for draft in drafts:
        own = {e.name for e in draft.actor}
        if not (protest and draft.event in AGAINST and own <= protesters):
            yield draft


def without_means(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """``memakai gas air mata untuk membubarkan massa``: the second only says what the first is for."""
    restricts = {i: d for i, d in enumerate(drafts) if d.event == "COERCE" and d.mode == "restrict"}
    meant: dict[int, Draft] = {}
    for draft in drafts:
        for i, other in restricts.items():
            purpose = other.host is not None and other.host.kind == "purpose"
            if draft.mode == "crowd-control" and purpose and draft.actor == other.actor:
                meant[i] = draft
    goals = {id(means): drafts[i].recipient for i, means in meant.items()}
    for i, draft in enumerate(drafts):
        if i not in meant:
            whom = draft.recipient or goals.get(id(draft), ())
            yield draft if whom == draft.recipient else replace(draft, recipient=whom)


def with_shared(drafts: Sequence[Draft]) -> Iterator[Draft]:
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


def with_harm(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """``serangan terhadap X yang menewaskan Y``: the noun and what it did are one act."""
    acts = {d.act.start: d for d in drafts if d.act is not None and d.event in HARMFUL}
    hurt: dict[int, Draft] = {}
    for draft in drafts:
        subject = draft.host.subject if draft.host is not None and draft.act is None else None
        act = acts.get(subject.start) if subject is not None and draft.harm is not None else None
        if act is not None and draft.event == "ASSAULT":
            hurt.setdefault(id(act), draft)
    merged = {id(d) for d in hurt.values()}
    for draft in drafts:
        harm = hurt.get(id(draft))
        if harm is not None:
            yield _harmed(draft, harm)
        elif id(draft) not in merged:
            yield draft


def with_dead(
    drafts: Sequence[Draft], parse: Parse, people: Participants, language: Language
) -> Iterator[Draft]:
    """``Tujuh orang tewas saat bom meledak di X``: whom the blast hurt stands in the clause above."""
    for draft in drafts:
        found = _hurt_above(draft, parse, language)
        if found is None:
            yield draft
            continue
        hurt, harm = found
        yield replace(
            draft, recipient=people.of(hurt.subject) or draft.recipient, harm=harm, victims=hurt.subject
        )


def _hurt_above(draft: Draft, parse: Parse, language: Language) -> tuple[Clause, str] | None:
    """The clause of those hurt that an attack is told below, and the harm; None for any other draft."""
    host = draft.host
    if draft.event != "ASSAULT" or draft.act is not None or host is None or host.kind != "adverbial":
        return None
    if host.marker not in WHEN or not all(_is_place(e) for e in draft.recipient):
        return None
    before = (c for c in parse.clauses if c.kind in ("main", "coordinate") and c.verb.start < host.verb.start)
    return next(((c, harm) for c in before if (harm := _hurts(c, language)) is not None), None)


def _is_place(side: Entity) -> bool:
    return side.sector is None or side.id == f"state/{side.code}"


def _hurts(clause: Clause, language: Language) -> str | None:
    """The harm that a clause tells of its subject: "tewas", "terluka"."""
    if clause.verb.voice == "active" or clause.verb.negated or clause.subject is None:
        return None
    return next((f.harm for f in frames_of(language, clause) if f.harm in DEADLY), None)


def _harmed(act: Draft, harm: Draft) -> Draft:
    """The act with its victims; its own recipients and mode come first."""
    return replace(
        act,
        mode=act.mode or (harm.mode if act.event == "ASSAULT" else None),
        recipient=act.recipient or (harm.recipient if act.event == "ASSAULT" else ()),
        harm=act.harm or harm.harm,
        victims=act.victims if act.harm is not None else harm.victims,
    )
