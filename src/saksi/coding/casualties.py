"""Counts the dead, hurt and arrested that clauses tell of, and gives them to their event.

"18 warga sipil tewas dan 106 lainnya terluka" stands beside the attack, often in the next
sentence. Turns the harm verbs of a sentence into ``Toll`` records and adds each to the only
act it can belong to: an attack of the same sentence, else the one told just before. It makes
no event of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saksi.coding.draft import frames_of
from saksi.coding.meaning import says_nothing
from saksi.coding.roles import Roles, roles_of
from saksi.lang.language import Language
from saksi.records import Clause, Count, Event, Name, Number, Parse, Phrase, Sentence, Span

#: Which types a toll may be added to.
ACTS = {"dead": frozenset({"ASSAULT"}), "injured": frozenset({"ASSAULT"}), "arrested": frozenset({"COERCE"})}
#: Characters between the sentence of an act and that of its toll: one sentence of news or two short ones.
LONGEST_GAP = 220


@dataclass(frozen=True, slots=True)
class Toll:
    """How many were hurt in which way."""

    kind: str  # dead | injured | arrested
    count: Count


def find_tolls(
    sentence: Sentence, parse: Parse, numbers: Sequence[Number], language: Language
) -> Iterator[Toll]:
    """Find what the clauses of a sentence tell of people hurt; disasters and denials give none."""
    words = frozenset(t.lower for t in sentence.tokens)
    for clause in parse.clauses:
        if clause.verb.negated or clause.verb.future or clause.verb.possible or clause.kind == "conditional":
            continue
        roles = roles_of(clause, words)
        kind = _harm(clause, roles, language)
        victims = _victims(clause, roles)
        count = count_of(victims, numbers) if kind is not None else None
        if kind is not None and count is not None:
            yield Toll(kind, count)


def _harm(clause: Clause, roles: Roles, language: Language) -> str | None:
    for frame in frames_of(language, clause):
        if frame.harm in ACTS and not says_nothing(frame, roles):
            return frame.harm
    return None


def _victims(clause: Clause, roles: Roles) -> Phrase | None:
    return roles.object if clause.verb.voice in ("active", "passive", "bare") else roles.subject


#: Nouns that a person named after them owns.
OWNED = frozenset({"keluarga", "kerabat", "pendukung", "pengikut", "pasukan", "istri", "anak", "putra", "putri", "ajudan", "pengawal"})  # fmt: skip


#: Words before somebody's name that leave it that person.
DETERMINERS = frozenset({"seorang", "sang", "si", "tersangka", "mantan", "eks", "(", ")"})


def count_of(victims: Phrase | None, numbers: Sequence[Number]) -> Count | None:
    """How many a phrase counts; people who are named are counted by their names.

    "lima prajurit" gives 5; "Raka Suryanta" gives 1; "Raka Suryanta dan istrinya" and
    "keluarga Raka Suryanta" give None.
    """
    if victims is None:
        return None
    named_so = {k for name in victims.names for k in range(name.start, name.end)}  # "Densus 88"
    inside = (
        n
        for n in numbers
        if victims.start <= n.start < victims.end and n.start not in named_so and not _is_age(n, victims)
    )
    number = next(inside, None)
    if number is not None:
        low = None if number.minimum is None else int(number.minimum)
        high = None if number.maximum is None else int(number.maximum)
        return Count(low, high, number.text, number.start, number.end)
    members = victims.members or (victims,)
    named = [
        next((n for n in m.names if n.entry.kind == "person" and not _owns(m, n)), None) for m in members
    ]
    if any(name is None for name in named):
        return None
    first, last = named[0], named[-1]
    assert first is not None  # noqa: S101 - narrowed above
    assert last is not None  # noqa: S101 - narrowed above
    text = first.text if first is last else f"{first.text} … {last.text}"
    return Count(len(members), len(members), text, first.start, first.end if first is last else last.end)


def _owns(member: Phrase, person: Name) -> bool:
    """``keluarga Arkana``, ``penantang utama Arkana``: others than the person who is named."""
    if member.words[0] in OWNED:
        return True
    covered = {k for n in member.names for k in range(n.first, n.last)}
    loose = [
        w for k, w in enumerate(member.words[: person.first - member.first], member.first) if k not in covered
    ]
    return any(w not in DETERMINERS for w in loose)


def _is_age(number: Number, victims: Phrase) -> bool:
    """``Jurnalis 32 tahun itu``, ``Raka (38)``: years are no people."""
    words = victims.words
    at = next((i for i, w in enumerate(words) if w == number.text.lower()), None)
    if number.unit == "tahun" or at is None:
        return number.unit == "tahun"
    return words[at + 1 : at + 2] == ("tahun",) or words[max(at - 1, 0) : at] == ("(",)


def add_tolls(events: list[Event], tolls: Sequence[Toll], sentence: Sentence, since: int) -> None:
    """Add the tolls of a sentence to an event told in it (from index ``since`` on) or just before."""
    for toll in tolls:
        here = [i for i in range(since, len(events)) if events[i].event in ACTS[toll.kind]]
        if any(getattr(events[i], toll.kind) is not None for i in here):
            continue
        at = here[0] if len(here) == 1 else _before(events, toll, sentence, since) if not here else None
        if at is not None:
            events[at] = _with(events[at], toll, sentence)


def _before(events: Sequence[Event], toll: Toll, sentence: Sentence, since: int) -> int | None:
    """The last act told, when it is near and has no such number yet."""
    for i in range(since - 1, -1, -1):
        event = events[i]
        if event.event in ACTS[toll.kind]:
            near = sentence.start - event.evidence.end <= LONGEST_GAP
            free = getattr(event, toll.kind) is None and event.status in ("actual", "historical")
            return i if near and free else None
    return None


def _with(event: Event, toll: Toll, sentence: Sentence) -> Event:
    told = [m for m in event.mentions if m.start == sentence.start]
    mentions = event.mentions if told else (*event.mentions, Span(sentence.start, sentence.end))
    if toll.kind == "dead":
        return replace(event, dead=toll.count, mentions=mentions)
    if toll.kind == "injured":
        return replace(event, injured=toll.count, mentions=mentions)
    return replace(event, arrested=toll.count, mentions=mentions)
