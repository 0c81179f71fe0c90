"""Finds relations that a verb tells: borders, joining and leaving, founding, hosting, signing.

Turns one sentence and the rules of the families verb and founding into drafts. What is only
planned or wished is told as future or not at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.coding.ground import Draft, Ground
from saksi.coding.roles import roles_of
from saksi.lang.relation_rules import RelationRule
from saksi.records import Clause, Entity, Phrase, Time

DESCRIBED = ("meeting", "treaty", "programme", "union")
FOUNDERS = frozenset({"state", "organisation", "person", "group"})
PLACES = frozenset({"place", "state"})
#: Verbs without a passive that tell a founding: "ASEAN berdiri pada 1967".
FOUNDED_ITSELF = frozenset({"berdiri"})
#: How many tokens behind a verb its "permohonan" or "keanggotaan" may stand.
NEAR_REACH = 12


def read_verbs(ground: Ground, rule: RelationRule) -> Iterator[Draft]:
    """Relations of clauses whose verb the rule names."""
    for clause in _clauses(ground, rule):
        if clause.verb.negated or clause.verb.possible or clause.verb.must or clause.verb.failed:
            continue
        if ground.is_wished(clause) or (clause.verb.future and rule.only_past):
            continue
        yield from _pairs(ground, rule, clause, "future" if clause.verb.future else rule.status)


def _clauses(ground: Ground, rule: RelationRule) -> Iterator[Clause]:
    for clause in ground.parse.clauses:
        own = clause.verb.word.split()
        if any(words[0] in own for words in rule.words) and _near(ground, rule, clause):
            yield clause


def _near(ground: Ground, rule: RelationRule, clause: Clause) -> bool:
    """Whether a word that the rule wants stands soon behind the verb."""
    behind = (ground.lower(k) for k in range(clause.verb.first, clause.verb.last + NEAR_REACH))
    words = set(behind)
    return (not rule.near or not rule.near.isdisjoint(words)) and rule.without.isdisjoint(words)


def _pairs(ground: Ground, rule: RelationRule, clause: Clause, status: str) -> Iterator[Draft]:
    subjects = _subjects(ground, rule, clause)
    since, until, flags = _when(ground, rule, clause)
    status = "historical" if "refused" in flags or (rule.ends and status == "actual") else status
    objects = _objects(ground, rule, clause)
    if rule.object_in == ("each",):
        pairs = [(a, b) for a in subjects[:1] for b in subjects[1:2]]
    else:
        pairs = [(a, b) for b in objects for a in subjects]
    for side, target in pairs:
        nameless = (side.id or "").startswith("body/") and side.code is None
        if side.name != target.name and not nameless:
            yield Draft(side, rule.predicate, target, ground.span, rule.id, since, until, status, flags)


def _subjects(ground: Ground, rule: RelationRule, clause: Clause) -> list[Entity]:
    out: list[Entity] = []
    for place in rule.subject_in:
        if place == "subject":
            out.extend(ground.named(ground.bearer(clause), rule.subject) or _own_words(ground, rule, clause))
        elif place == "object":
            for phrase in clause.objects:
                out.extend(e for e in ground.names_in(phrase, rule.subject) if _opens_member(phrase, e))
        else:
            out.extend(_after(ground, clause, place, rule.subject))
    return out


def _opens_member(phrase: Phrase, side: Entity) -> bool:
    """Whether a name is the whole head of its member and owns nothing before it."""
    return any(member.start == side.start for member in phrase.members or (phrase,))


def _own_words(ground: Ground, rule: RelationRule, clause: Clause) -> list[Entity]:
    """A subject that only its words describe: a meeting, or a group without a name."""
    phrase = ground.bearer(clause)
    for kind in DESCRIBED:
        if kind in rule.subject and phrase is not None:
            found = next((d for k in range(phrase.first, phrase.last) if (d := ground.described(k, kind, told=rule.told))), None)  # fmt: skip
            if found is not None:
                return [found]
    return []


def _after(ground: Ground, clause: Clause, preposition: str, kinds: frozenset[str]) -> list[Entity]:
    """The first name in the phrase after a preposition, and in each member that is a name."""
    for phrase in clause.obliques:
        if phrase.preposition == preposition:
            first = next((n for n in phrase.names if n.entry.kind in kinds), None)
            if first is not None:
                return [ground.entity(first)]
    return []


def _objects(ground: Ground, rule: RelationRule, clause: Clause) -> list[Entity]:
    roles = roles_of(clause, frozenset())
    out: list[Entity] = []
    for place in rule.object_in:
        if place == "topic":
            out = out or _topic(ground, rule, clause)
            continue
        for phrase in _phrases(clause, roles.subject, place):
            out.extend(_targets(ground, rule, phrase))
    return out


def _phrases(clause: Clause, agent: Phrase | None, place: str) -> Sequence[Phrase | None]:
    if place == "agent":
        return [agent] if clause.verb.voice == "passive" else []
    if place == "object":
        return clause.objects
    if place == "subject":
        return [clause.subject]
    return [p for p in clause.obliques if p.preposition == place]


def _targets(ground: Ground, rule: RelationRule, phrase: Phrase | None) -> list[Entity]:
    found = ground.names_in(phrase, rule.object)
    if found or phrase is None:
        return found
    for kind in DESCRIBED:
        if kind in rule.object:
            described = next((d for k in range(phrase.first, phrase.last) if (d := ground.described(k, kind, told=rule.told))), None)  # fmt: skip
            if described is not None:
                return [described]
    heads = ground.language.relations.heads["treaty"]
    if "treaty" in rule.object and phrase.head in heads and ground.papers and _is_bare(phrase):
        return [ground.papers[-1]]
    return [e for e in ground.participants.of(phrase) if ground.kind_of(e) in rule.object]


def _is_bare(phrase: Phrase) -> bool:
    """``perjanjian itu``, ``perjanjian yang ditengahi PBB itu``: a treaty told of before."""
    return len(phrase.words) == 1 or phrase.words[1] in ("itu", "tersebut", "ini")


def _topic(ground: Ground, rule: RelationRule, clause: Clause) -> list[Entity]:
    """The organisation in the rest of the sentence, else the one last spoken of."""
    behind = [n for n in ground.names if n.start >= clause.verb.end and n.entry.kind in rule.object]
    if behind:
        return [ground.entity(behind[0])]
    before = [n for n in ground.names if n.end <= clause.verb.start and n.entry.kind in rule.object]
    last = ground.participants.discourse.last(rule.object)
    return [ground.entity(before[-1])] if before else [last] if last is not None else []


def _when(
    ground: Ground, rule: RelationRule, clause: Clause
) -> tuple[str | None, str | None, tuple[str, ...]]:
    if rule.predicate in ("borders", "led_by", "affiliate_of"):
        return None, None, ()
    time = ground.date(clause.verb.first, clause.verb.last)
    if time is None and clause.objects:
        time = ground.date(clause.objects[-1].first, clause.objects[-1].last)
    if time is None and rule.predicate == "applicant_to":
        time = _date_of_wish(ground, clause)
    value = time.value if time is not None else _year_of_paper(ground, rule, clause)
    flags = ("refused",) if rule.predicate == "applicant_to" and _refused(ground, clause) else ()
    return (None, value, flags) if rule.ends else (value, None, flags)


def _date_of_wish(ground: Ground, clause: Clause) -> Time | None:
    """``mengajukan permohonan menjadi anggota pada 2022``: the date behind what is asked for."""
    i = ground.parse.clauses.index(clause)
    wishes = (c for c in ground.parse.clauses if c.parent == i and c.kind in ("complement", "purpose"))
    return next((ground.date(c.verb.first, c.verb.last) for c in wishes), None)


def _year_of_paper(ground: Ground, rule: RelationRule, clause: Clause) -> str | None:
    """``memperpanjang perjanjian tahun 2001``: those who renew their treaty have it since that year."""
    if rule.id != "perjanjian-lama":
        return None
    inside = (t for p in clause.objects for t in ground.times if p.start <= t.start < p.end)
    return next((t.value for t in inside if t.precision == "year"), None)


def _refused(ground: Ground, clause: Clause) -> bool:
    words = ground.language.relations.lists["refused"]
    return any(t.lower in words for t in ground.tokens if t.start >= clause.verb.end)


# ---- founding --------------------------------------------------------------------


def read_founding(ground: Ground, rule: RelationRule) -> Iterator[Draft]:
    """When, where and by whom an organisation was founded, in the passive and in the active."""
    for clause in _clauses(ground, rule):
        if clause.verb.negated or clause.verb.future or clause.verb.possible or clause.verb.must:
            continue
        if ground.is_wished(clause):
            continue
        passive = clause.verb.voice == "passive" or clause.verb.word in FOUNDED_ITSELF
        if not passive and clause.verb.voice != "active":
            continue
        founded = _founded(ground, rule, clause, passive=passive)
        if founded is not None:
            yield from _of_founded(ground, rule, clause, founded)


def _founded(ground: Ground, rule: RelationRule, clause: Clause, *, passive: bool) -> Entity | None:
    if passive:
        found = ground.named(ground.bearer(clause), rule.subject) or _own_words(ground, rule, clause)
        return found[0] if found else None
    for phrase in clause.objects:
        for k in range(phrase.first, phrase.last):
            name = next((n for n in ground.names if n.first == k and n.entry.kind in rule.subject), None)
            opens = k == phrase.first or ground.lower(k - 1) in rule.through
            if name is not None and opens:
                return ground.entity(name)
            described = ground.described(k, "union", told=True) if opens else None
            if described is not None:
                return described
    return None


def _of_founded(ground: Ground, rule: RelationRule, clause: Clause, founded: Entity) -> Iterator[Draft]:
    time = ground.date(clause.verb.first, clause.verb.last)
    if time is not None and time.value is not None:
        day = Entity(time.text, time.start, time.end, time.value)
        yield Draft(founded, "founded_on", day, ground.span, rule.id)
    for place in _after(ground, clause, "di", PLACES):
        yield Draft(founded, "founded_in", place, ground.span, rule.id)
    for founder in _founders(ground, clause):
        if founder.name != founded.name:
            yield Draft(founded, "founded_by", founder, ground.span, rule.id)


def _founders(ground: Ground, clause: Clause) -> list[Entity]:
    if clause.verb.voice == "active":
        return ground.named(ground.bearer(clause), FOUNDERS)
    return ground.names_in(roles_of(clause, frozenset()).subject, FOUNDERS)
