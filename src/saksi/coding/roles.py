"""Finds the logical roles of a clause: who does it, to whom, with and against whom.

Turns the written subject, objects and obliques into ``Roles`` by voice: the subject of a
passive is what the verb is done to, and its doer follows "oleh" or the verb itself. The
same record is made for a nominal ("serangan Israel terhadap Gaza").
"""

from __future__ import annotations

from dataclasses import dataclass

from saksi.records import Clause, Form, Phrase

#: Kinds of clauses whose subject may stand behind a passive verb.
INVERTED = frozenset({"main", "complement", "coordinate"})
#: Who speaks for states, and how many of them share one title: "para menteri dari Peru dan Chile".
ENVOYS = frozenset(
    {"menteri", "pemimpin", "pejabat", "presiden", "delegasi", "perwakilan", "utusan", "diplomat", "panglima", "duta"}
)  # fmt: skip
SEVERAL = 2
#: Words behind a passive that tell of who it is done to.
NAMING = frozenset({"bernama", "berinisial", "berusia", "berjuluk", "beridentitas", "ialah", "adalah"})


@dataclass(frozen=True, slots=True)
class Roles:
    """The logical arguments of a verb or noun; ``form`` is active, passive, middle, bare or noun."""

    form: str
    subject: Phrase | None
    object: Phrase | None
    obliques: tuple[Phrase, ...]
    words: frozenset[str]  # all words of the clause, for `near` and `without`
    around: frozenset[str] = frozenset()  # further words of the sentence, which may only rule a noun out


def roles_of(clause: Clause, words: frozenset[str]) -> Roles:
    """Turn a clause into logical roles.

    A passive's doer is the phrase after "oleh", or the one right after the verb
    ("ditangkap polisi"), unless that is what a verb in front is done to.
    """
    passive = clause.verb.voice == "passive"
    loose = tuple(p for p in clause.obliques if p.preposition is None)
    marked = tuple(p for p in clause.obliques if p.preposition is not None)
    if not passive:
        first = clause.objects[0] if clause.objects else (loose[0] if loose else None)
        more = tuple(_oblique(p) for p in clause.objects[1:])
        return Roles(clause.verb.voice, _states_of(clause), first, marked + more, words)
    agent = next((p for p in marked if p.preposition in ("oleh", "oleh para")), None)
    direct = clause.objects[0] if clause.objects else None
    inverted = clause.subject is None and clause.kind in INVERTED  # "juga ditangkap istrinya"
    named = direct is not None and clause.verb.word.endswith("nya")  # "setelah direbutnya Goma oleh M23"
    if named:
        rest = tuple(p for p in marked if p is not agent)
        return Roles("passive", agent, direct, rest, words)
    adjacent = (
        direct is not None
        and clause.verb.end <= direct.start <= clause.verb.end + 2
        and direct.words[0] not in NAMING  # "yang ditangkap bernama X"
    )
    if agent is None and adjacent and not inverted:
        agent, direct = direct, None
    rest = tuple(p for p in marked if p is not agent)
    return Roles("passive", agent, clause.subject or direct, rest, words)


def _states_of(clause: Clause) -> Phrase | None:
    """``Para menteri dari Peru dan Chile sepakat``: who acts are the states that stand right behind."""
    subject, behind = clause.subject, next(iter(clause.obliques), None)
    if subject is None or behind is None or behind.preposition != "dari" or len(behind.names) < SEVERAL:
        return subject
    close = subject.end < behind.start and behind.first - subject.last <= 1
    named = any(name.entry.kind not in ("office", "agent") for name in subject.names)
    return behind if close and not named and not ENVOYS.isdisjoint(subject.words) else subject


def _oblique(phrase: Phrase) -> Phrase:
    return phrase


def nominal_roles(form: Form, tail: Phrase | None, posts: tuple[Phrase, ...], words: frozenset[str]) -> Roles:
    """Roles of a noun that names an act; ``tail`` is the rest of its phrase.

    After peN-an the tail is what is acted on ("penangkapan aktivis"), unless it is only a
    state or organisation ("penolakan Rusia") or "terhadap X" follows ("pemukulan polisi
    terhadap X"); after other nouns it is who acts.
    """
    agent = next((p for p in posts if p.preposition in ("oleh", "oleh para", "antara", "di antara")), None)
    rest = tuple(p for p in posts if p is not agent)
    acted_on = form.shape == "peN-an" and tail is not None and not _only_self(tail)
    target = next((p for p in rest if p.preposition in ("terhadap", "atas")), None)
    if acted_on and target is not None and agent is None:
        return Roles("noun", tail, target, tuple(p for p in rest if p is not target), words)
    if acted_on:
        return Roles("noun", agent, tail, rest, words)
    return Roles("noun", agent or tail, tail if agent is not None else None, rest, words)


def _only_self(tail: Phrase) -> bool:
    return (
        all(n.entry.kind in ("state", "organisation", "demonym") for n in tail.names)
        and bool(tail.names)
        and (tail.names[0].first == tail.first)
    )
