"""Finds relations of sides that stand together: pairs, "kelompok pimpinan X", lists of members.

Turns one sentence and the rules of the families pair, between and members into drafts. One
side behind a preposition and one before the verb are for ``relation_verbs``.
"""

from __future__ import annotations

from collections.abc import Iterator

from saksi.coding.ground import Draft, Ground
from saksi.coding.relation_nouns import find_topic
from saksi.lang.relation_rules import RelationRule
from saksi.records import Entity, Phrase

#: A pair has this many sides.
PAIR = 2


# ---- two sides of one rank -------------------------------------------------------


def read_pairs(ground: Ground, rule: RelationRule) -> Iterator[Draft]:
    """``perbatasan Thailand dan Kamboja``, ``kemitraan strategis dengan Rusia``: sides of one rank."""
    for first, last in ground.find(rule.words):
        for a, b in _twos(ground, rule, first, last):
            if a.name != b.name:
                yield Draft(a, rule.predicate, b, ground.span, rule.id)


def _twos(ground: Ground, rule: RelationRule, first: int, last: int) -> list[tuple[Entity, Entity]]:
    """The pairs behind the noun, of the two in the subject, or of the subject and who is behind."""
    behind = _behind(ground, rule, last)
    if len(behind) == PAIR:
        return [(behind[0], behind[1])]
    clause = ground.clause_at(first)
    if clause is None or clause.subject is None or clause.verb.negated:
        return []
    if ground.language.relations.lists["hint"].isdisjoint(clause.verb.word.split()) and not ground.links(
        clause
    ):
        return []
    own = _states(ground, ground.owner_of_predicate(clause.subject), rule)
    if behind:
        return [(side, behind[0]) for side in own]
    return [(own[0], own[1])] if len(own) == PAIR else []


def _states(ground: Ground, phrase: Phrase, rule: RelationRule) -> list[Entity]:
    """The states in a phrase; for the leaders it points to, the states they lead."""
    found = ground.named(phrase, rule.subject)
    if found:
        return found
    by_id = ground.language.atlas.by_id
    out = []
    for e in ground.participants.of(phrase):
        state = by_id.get(f"state/{e.code}")
        if state is not None:
            out.append(Entity(e.text, e.start, e.end, state.name, state.id, state.code))
    return out


def _behind(ground: Ground, rule: RelationRule, last: int) -> list[Entity]:
    """The sides behind the noun: "antara A dan B", "A dengan B", "kedua negara"."""
    k = last
    while ground.lower(k) in ("antara", "dengan", "darat", "laut", "bersama", "strategis", "komprehensif"):
        k += 1
    phrase = next((p for p in ground.parse.phrases if p.first <= k < p.last), None)
    names = [n for n in ground.names if n.first >= k and n.entry.kind in rule.subject]
    if not names or names[0].first != k:
        phrase = ground.from_token(phrase, k)
        return [e for e in ground.participants.of(phrase) if phrase is not None and phrase.first == k and ground.kind_of(e) in rule.subject]  # fmt: skip
    out = [ground.entity(names[0])]
    if len(names) > 1 and [t.lower for t in ground.tokens[names[0].last : names[1].first]] in (["dan"], ["dengan"], ["-"], ["–"]):  # fmt: skip
        out.append(ground.entity(names[1]))
    return out


# ---- X pimpinan Y ----------------------------------------------------------------


def read_between(ground: Ground, rule: RelationRule) -> Iterator[Draft]:
    """``kelompok pimpinan Raka Suryanta``: what stands before the words is led by who stands after."""
    for first, last in ground.find(rule.words):
        name = next(
            (n for n in ground.names if last <= n.first <= last + 2 and n.entry.kind in rule.object), None
        )
        if name is None or not _only_titles(ground, last, name.first):
            continue
        side = _led(ground, rule, first)
        if side is not None and side.name != name.entry.name:
            yield Draft(side, rule.predicate, ground.entity(name), ground.span, rule.id)


def _only_titles(ground: Ground, last: int, first: int) -> bool:
    titles = {k for n in ground.names if n.entry.kind == "office" for k in range(n.first, n.last)}
    return all(k in titles for k in range(last, first))


def _led(ground: Ground, rule: RelationRule, first: int) -> Entity | None:
    phrase = ground.phrase_at(first - 1)
    names = [n for n in ground.names if n.last == first and n.entry.kind in rule.subject]
    if phrase is None or not names:
        return None
    if names[-1].entry.kind in ("organisation", "group", "state"):
        return ground.entity(names[-1])
    start, end = names[-1].start, ground.tokens[first - 1].end
    words = ground.text[start:end]
    code = ground.participants.discourse.country_of(words.lower(), force=True, authority=True)
    return Entity(words, start, end, words, None, code)


# ---- lists of members ------------------------------------------------------------


def read_members(ground: Ground, rule: RelationRule) -> Iterator[Draft]:
    """``SCO beranggotakan China, Rusia, dan Iran``: the list behind the words is of members."""
    for first, last in ground.find(rule.words):
        if ground.lower(first) == "terdiri" and not _of_members(ground, first):
            continue
        whole = find_topic(ground, rule, first)
        members = _list_behind(ground, rule, last)
        if whole is None or len(members) < 2:
            continue
        for member in members:
            yield Draft(member, rule.predicate, whole, ground.span, rule.id)


def _of_members(ground: Ground, first: int) -> bool:
    return any(ground.lower(k).startswith("anggota") for k in range(max(0, first - 4), first))


def _list_behind(ground: Ground, rule: RelationRule, last: int) -> list[Entity]:
    """The names of the first list behind token ``last``."""
    for phrase in ground.parse.phrases:
        if phrase.last > last and len(phrase.members) > 1:
            names = [n for n in phrase.names if n.first >= last and n.entry.kind in rule.subject]
            return [ground.entity(n) for n in names]
    return []
