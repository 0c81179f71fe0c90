"""Finds what a clause is about when it follows a noun: the attack that kills, the side that decides.

Turns the phrases read so far into the subject of a relative, purpose or bare clause. It
opens no clauses; ``build`` does.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.clauses.phrases import PhraseReader
from saksi.clauses.units import NOUN, VERB, Unit
from saksi.records import Phrase

#: How many units after "yang" its verb is looked for, and how many phrases before it the act noun.
NEXT_VERB, ACT_REACH = 4, 3
#: Nouns that somebody's act may follow: "keputusan Peru menutup perbatasan".
DECISIONS = frozenset(
    {"keputusan", "langkah", "rencana", "niat", "upaya", "kesediaan", "tindakan", "usaha", "janji", "komitmen",
     "keinginan", "kebijakan"}
)  # fmt: skip


def harming_act(units: Sequence[Unit], i: int, phrases: Sequence[Phrase]) -> Phrase | None:
    """``serangan di X yang menewaskan Y``: the act noun before the place is what kills."""
    verb = next((u for u in units[i : i + NEXT_VERB] if u.tag == VERB), None)
    if verb is None or not any(f.harm for s in verb.senses for f in s.frames):
        return None
    for phrase in reversed(phrases[-ACT_REACH:]):
        if any(u.tag == NOUN and u.senses and phrase.first <= u.first < phrase.last for u in units):
            return phrase
    return before_town(phrases)


def before_town(phrases: Sequence[Phrase]) -> Phrase | None:
    """``demonstran di X``: who is there, when the last phrase only says where."""
    last = phrases[-1] if len(phrases) > 1 else None
    if last is None or last.preposition != "di" or not last.names:
        return None
    return phrases[-2] if last.names[0].entry.kind in ("place", "state") else None


def find_decider(reader: PhraseReader, phrase: Phrase | None, at: int) -> Phrase | None:
    """``keputusan Peru untuk menutup X``, ``langkah Peru menutup X``: whose decision it is.

    ``phrase`` is the last one before the clause, which begins at token ``at``.
    """
    if phrase is None or phrase.head not in DECISIONS or not phrase.names or len(phrase.members) > 1:
        return None
    if not 0 <= at - phrase.last <= 1:
        return None
    first = phrase.names[0].first
    units = [k for k, u in enumerate(reader.units) if first <= u.first < phrase.last]
    return reader.make(units[0], units[-1] + 1) if units else None
