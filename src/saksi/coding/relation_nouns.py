"""Finds relations that a noun names: "Turki, anggota NATO", "Natuna merupakan kabupaten di ...".

Turns one sentence and the rules of the family noun into drafts. Both sides must be there,
named, described or pointed back to: "anggota NATO" alone makes nobody a member.
"""

from __future__ import annotations

from collections.abc import Iterator

from saksi.coding.ground import EXCEPT, Draft, Ground
from saksi.lang.relation_rules import RelationRule
from saksi.records import Clause, Entity, Phrase

#: How many tokens may stand between the noun and the second side.
REACH = 6
#: Signs and words that keep a name behind them from being the second side.
GAP_STOPS = frozenset({",", ".", "bahwa", "untuk", "dan", "serta", "atau", "yang", "–", "—", "sejak", "bersama", "dengan"})  # fmt: skip
DESCRIBED = ("meeting", "treaty", "programme")
DASHES = frozenset({",", "–", "—"})
#: Words and signs that show that the noun tells what stands before it.
APPOSING = DASHES | {"yang", "sama-sama", "termasuk", "bukan", "bukanlah"}
DENIALS = frozenset({"bukan", "bukanlah"})


def read_nouns(ground: Ground, rule: RelationRule) -> Iterator[Draft]:
    """Relations of a noun with the second side behind it and the first before it."""
    for first, last in ground.find(rule.words):
        clause = ground.clause_at(first)
        linking = clause is not None and ground.links(clause) and _is_complement(ground, clause, first)
        target, end = _target(ground, rule, first, last, linking=linking)
        if target is None:
            continue
        for side, status in _sides(ground, rule, first, end, clause if linking else None):
            if side.name != target.name and not _holds(ground, rule, side, target):
                yield _draft(ground, rule, (first, last), (side, target), status)


def _holds(ground: Ground, rule: RelationRule, side: Entity, target: Entity) -> bool:
    """``wilayah Nagorno-Karabakh Azerbaijan``: the state behind a place holds it and is no part of it."""
    places = ground.kind_of(side) == "state" and ground.kind_of(target) == "place"
    return rule.predicate == "part_of" and places and side.start > target.start


def _draft(
    ground: Ground, rule: RelationRule, at: tuple[int, int], sides: tuple[Entity, Entity], status: str
) -> Draft:
    subject, target = reversed(sides) if rule.reverse else sides
    since, until = _dates(ground, rule, at)
    flags = ("ally",) if ground.lower(at[0]).startswith("sekutu") else ()
    if rule.status != "actual":
        status = rule.status
    return Draft(subject, rule.predicate, target, ground.span, rule.id, since, until, status, flags)


def _dates(ground: Ground, rule: RelationRule, at: tuple[int, int]) -> tuple[str | None, str | None]:
    """Since when: a date after "sejak", or any date of a verb that tells a change."""
    lists = ground.language.relations.lists
    time = ground.date(*at)
    clause = ground.clause_at(at[0])
    changes = clause is not None and not lists["change"].isdisjoint(clause.verb.word.split())
    if time is None or not (changes or ground.marked(time, lists["since"])):
        return None, None
    return (None, time.value) if rule.status == "historical" else (time.value, None)


# ---- the second side -------------------------------------------------------------


def _target(
    ground: Ground, rule: RelationRule, first: int, last: int, *, linking: bool
) -> tuple[Entity | None, int]:
    """The second side and the token after it: named, described, pointed to, or understood."""
    found = _described_target(ground, rule, last) or _named_target(ground, rule, last)
    if found is not None:
        return found
    bare = ground.lower(first).endswith("nya") or ground.lower(last - 1).endswith("nya")
    if rule.topic and (bare or (linking and _ends_here(ground, last)) or _opens_list(ground, last)):
        return find_topic(ground, rule, first), last
    return None, last


def _opens_list(ground: Ground, last: int) -> bool:
    """``SCO memiliki empat negara pengamat, yakni Iran ...``: the list of them follows."""
    k = last + 1 if ground.lower(last) == "," else last
    return ground.lower(k) in ("yakni", "yaitu", ":", "–", "—")


def _named_target(ground: Ground, rule: RelationRule, last: int) -> tuple[Entity, int] | None:
    for k in range(last, min(last + REACH, len(ground.tokens))):
        name = next((n for n in ground.names if n.first == k and n.entry.kind in rule.object), None)
        if name is not None:
            return ground.entity(name), name.last
        phrase = ground.pointed(k)
        entity = next((e for e in ground.participants.of(phrase) if ground.kind_of(e) in rule.object), None)
        if phrase is not None and entity is not None:
            return entity, phrase.last
        word = ground.lower(k)
        if word in GAP_STOPS or (rule.through and word not in rule.through):
            return None
    return None


def _described_target(ground: Ground, rule: RelationRule, last: int) -> tuple[Entity, int] | None:
    for kind in DESCRIBED:
        if kind not in rule.object:
            continue
        for k in range(last, min(last + 3, len(ground.tokens))):
            found = ground.described(k, kind, told=rule.told)
            if found is not None:
                return found, next(i for i, t in enumerate(ground.tokens) if t.end >= found.end) + 1
        if kind == "treaty" and ground.papers and _points_to_paper(ground, last):
            return ground.papers[-1], last
    return None


def _points_to_paper(ground: Ground, last: int) -> bool:
    """``pihak pada konvensi tersebut``: the treaty described before."""
    heads = ground.language.relations.heads["treaty"]
    k = next((k for k in range(last, last + 3) if ground.lower(k) in heads), None)
    return k is not None and ground.pointed(k) is not None


def find_topic(ground: Ground, rule: RelationRule, first: int) -> Entity | None:
    """The organisation last named before the noun."""
    before = [n for n in ground.names if n.last <= first and n.entry.kind == "organisation"]
    if before:
        return ground.entity(before[-1])
    last = ground.participants.discourse.last(rule.object & frozenset({"organisation"}))
    if last is not None and ground.kind_of(last) == "organisation":
        return last
    behind = next((n for n in ground.names if n.first >= first and n.entry.kind == "organisation"), None)
    return ground.entity(behind) if behind is not None else None


def _ends_here(ground: Ground, last: int) -> bool:
    """Nothing but a date or the end of the clause follows the noun."""
    if last >= len(ground.tokens):
        return True
    token = ground.tokens[last]
    if token.kind == "mark" or token.lower in ground.language.relations.lists["since"]:
        return True
    classes = {row[1] for row in ground.language.words.units.get(token.lower, ())}
    return bool(classes & {"contrast", "conjunction", "subordinate"}) or token.lower in ("pada", "tahun")


# ---- the first side --------------------------------------------------------------


def _sides(
    ground: Ground, rule: RelationRule, first: int, end: int, clause: Clause | None
) -> Iterator[tuple[Entity, str]]:
    """Who stands in the relation: the list behind, the name beside, or the subject; with the status."""
    offset = ground.tokens[end - 1].end
    listed = ground.listed(offset, rule.subject) if not rule.reverse else []
    for side in listed:
        yield side, "actual"
    if listed:
        return
    found, status = _apposed(ground, rule, first, end), _denied(ground, first)
    if not found and clause is not None:
        mood = _mood(ground, clause)
        if mood is None:
            return
        found, status = _subject(ground, rule, clause), mood
    if found and rule.joint:
        found = [*found, *_joint(ground, rule, first, end)]
    for side in found:
        yield side, status


def _apposed(ground: Ground, rule: RelationRule, first: int, end: int) -> list[Entity]:
    """``Turki, yang juga anggota NATO,`` or ``anggota NATO Turki``: the name right beside."""
    k = _skip_links(ground, first - 1)
    between = ground.tokens[k + 1 : first]
    if k >= 0 and any(t.lower in APPOSING for t in between):
        found = _beside(ground, rule, k)
        if found:
            return found
    name = next((n for n in ground.names if n.first == end and n.entry.kind in rule.subject), None)
    if name is not None and not rule.reverse and "state" in rule.subject and name.entry.kind == "state":
        return [ground.entity(name)]
    return []


def _denied(ground: Ground, first: int) -> str:
    """``bukan (lagi) anggota NATO``: the status of a relation without a verb."""
    near = {ground.lower(first - 1), ground.lower(first - 2)}
    return "negated" if near & DENIALS else "actual"


def _skip_links(ground: Ground, k: int) -> int:
    """Walk left over the words that link, and over what stands in brackets."""
    link = ground.language.relations.lists["link"]
    while k >= 0:
        if ground.lower(k) == ")":
            return max((i for i in range(k) if ground.lower(i) == "("), default=0) - 1
        if ground.lower(k) not in link | DENIALS and ground.tokens[k].text not in DASHES:
            return k
        k -= 1
    return k


def _beside(ground: Ground, rule: RelationRule, k: int) -> list[Entity]:
    """The phrase that ends at token ``k``, by the whole of it, its last name, or its own words."""
    phrase = ground.phrase_at(k)
    if phrase is None or ground.lower(phrase.first - 1) in EXCEPT:
        return []
    found = ground.named(phrase, rule.subject)
    if found:
        return found
    name = next((n for n in ground.names if n.last == k + 1 and n.entry.kind in rule.subject), None)
    if name is not None:
        return [ground.entity(name)]
    return _thing(ground, rule, phrase)


def _thing(ground: Ground, rule: RelationRule, phrase: Phrase) -> list[Entity]:
    """``proyek bendungan Ambar``: something described, when the rule takes a programme."""
    if "programme" not in rule.subject:
        return []
    found = ground.described(phrase.first, "programme", told=True)
    return [found] if found is not None else []


def _subject(ground: Ground, rule: RelationRule, clause: Clause) -> list[Entity]:
    phrase = ground.bearer(clause)
    beside = next((n for n in ground.names if n.last == clause.verb.first), None)
    if phrase is not None and beside is not None and not phrase.first <= beside.first < phrase.last:
        return []  # "mendukung masuknya X menjadi anggota": nobody is said to be one
    found = ground.named(phrase, rule.subject)
    if found or phrase is None:
        return found
    if phrase.words[0] == "negaranya":
        return _country_before(ground, phrase.first)
    return _thing(ground, rule, phrase)


def _country_before(ground: Ground, k: int) -> list[Entity]:
    """``PM Malaysia Anwar Ibrahim, yang negaranya ...``: the country of who stands before."""
    before = [n for n in ground.names if n.last <= k and n.entry.kind == "state"]
    return [ground.entity(before[-1])] if before else []


def _joint(ground: Ground, rule: RelationRule, first: int, end: int) -> list[Entity]:
    """``..., bersama A dan B``; "sama-sama anggota NATO" takes in who stands after "dengan"."""
    words = {"bersama"}
    if "sama-sama" in (ground.lower(k) for k in range(max(0, first - 3), first)):
        words.add("dengan")
    for phrase in ground.parse.phrases:
        if phrase.first >= end and ground.lower(phrase.first - 1) in words:
            return ground.names_in(phrase, rule.subject)
    return []


def _is_complement(ground: Ground, clause: Clause, first: int) -> bool:
    """Whether the noun is what the subject is: no other noun stands before it."""
    phrase = ground.phrase_at(first)
    start = phrase.first if phrase is not None else first
    return all(
        ground.lower(k) in ground.language.relations.lists["link"] or ground.tokens[k].kind == "number"
        or any(row[1] in ("determiner", "adverb", "preposition") for row in ground.language.words.units.get(ground.lower(k), ()))
        for k in range(clause.verb.last, start)
    )  # fmt: skip


def _mood(ground: Ground, clause: Clause) -> str | None:
    """The status a clause gives the relation; None when it only wishes or asks for it."""
    if ground.is_wished(clause) or clause.verb.failed:
        return None
    if clause.verb.negated:
        return "negated"
    return "future" if clause.verb.future or clause.verb.word.startswith("akan ") else "actual"
