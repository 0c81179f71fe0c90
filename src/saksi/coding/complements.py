"""Reads what the clauses under a verb mean: "berjanji mengirim bantuan", "mengancam akan menyerang".

Turns a clause into the PLOVER types of its complements, and a meaning into the one that those
types make of it. Which type makes which is data (``coding.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from saksi.coding.draft import frames_of
from saksi.coding.meaning import Meaning, choose
from saksi.coding.nominals import Nominal
from saksi.coding.roles import nominal_roles, roles_of
from saksi.lang.language import Language
from saksi.records import Clause, Parse

#: Open a clause that tells more of what the one before it names: "panggilan telepon, di mana keduanya membahas X".
WHEREIN = frozenset({"di mana", "dimana"})

#: Before what two joined clauses happened by: "seribu orang tewas dan ribuan mengungsi akibat gempa".
CAUSES = frozenset({"oleh", "akibat", "karena", "ketika", "saat", "dalam"})

#: Opens what somebody is to do.
SO_THAT = frozenset({"agar", "supaya"})


def words_near(parse: Parse, clause: Clause, words: frozenset[str]) -> frozenset[str]:
    """Words of the clause; of the sentence when it is the only clause, or goes on with it ("di mana")."""
    if len(parse.clauses) == 1 or clause.marker in WHEREIN:
        return words
    out: set[str] = set(clause.verb.word.split())
    for phrase in (clause.subject, *clause.objects, *clause.obliques):
        if phrase is not None:
            out.update(phrase.words)
            if phrase.preposition:
                out.add(phrase.preposition)
    if not clause.obliques:
        out.update(_shared_cause(parse, clause))
    out.update(_that(parse, clause))
    return frozenset(out)


def _that(parse: Parse, clause: Clause) -> Iterator[str]:
    """``bahwa`` of what the clause says, ``agar`` of what it is said for."""
    for child in parse.clauses:
        above = parse.clauses[child.parent] if child.parent is not None else None
        aims = child.kind == "purpose" and child.marker in SO_THAT
        if above is clause and (child.kind == "complement" or aims) and child.marker is not None:
            yield child.marker


def _shared_cause(parse: Parse, clause: Clause) -> Iterator[str]:
    """Words of what the clause joined to this one happened by: it is told once, behind the last."""
    behind = [c for c in parse.clauses if c.verb.start > clause.verb.start]
    after = behind[0] if behind else None
    if after is None or after.kind != "coordinate" or after.marker != "dan":
        return
    for phrase in after.obliques:
        if phrase.preposition in CAUSES:
            yield from phrase.words
    for under in behind[1:2]:
        if under.kind == "adverbial" and under.marker in CAUSES and under.subject is not None:
            yield from under.subject.words


def complement_types(
    parse: Parse, i: int, words: frozenset[str], language: Language, nominals: Sequence[Nominal]
) -> frozenset[str] | None:
    """Types of the clauses that hang on clause ``i`` as its complement or purpose; None where none does."""
    children = [c for c in parse.clauses if c.parent == i and c.kind in ("complement", "purpose")]
    if not children:
        return None
    types: set[str] = set()
    for child in children:
        promised = language.coding.promised_verbs.get(child.verb.word)
        if promised is not None:
            types.add(promised)
        roles = roles_of(child, words_near(parse, child, words))
        meanings = (choose(frame, roles, None) for frame in frames_of(language, child))
        told = chain(meanings, _done(child, words, language, nominals))
        types.update(meaning.event for meaning in islice((m for m in told if m is not None), 1))
    return frozenset(types)


def _done(
    clause: Clause, words: frozenset[str], language: Language, nominals: Sequence[Nominal]
) -> Iterator[Meaning | None]:
    """What the noun means that a light verb does: "memperingatkan akan melakukan penangkapan"."""
    thing = clause.objects[0] if clause.objects else None
    if thing is None or clause.verb.word not in language.words.perform:
        return
    for nominal in nominals:
        if thing.first <= nominal.first < thing.last:
            roles = nominal_roles(nominal.form, nominal.tail, nominal.posts, words)
            yield from (choose(frame, roles, None) for frame in nominal.frames)


def by_complement(
    meaning: Meaning, complement: frozenset[str] | None, language: Language, *, promises: bool
) -> Meaning:
    """The meaning that a verb has above such complements; without ``promises`` its type is kept."""
    rules = language.coding
    if complement is None:
        return meaning
    event = meaning.event
    if event == "AGREE" and promises:
        event = next((rules.promise[t] for t in sorted(complement) if t in rules.promise), event)
    modes = rules.mode_by_complement.get(event, {})
    mode = meaning.mode or next((modes[t] for t in sorted(complement) if t in modes), modes.get("*"))
    return replace(meaning, event=event, mode=mode)
