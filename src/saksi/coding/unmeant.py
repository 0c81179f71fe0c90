"""Tells which words of force are not meant so: a verb in quotes, a sport, what is feared, what hits oneself.

Turns a draft and its tokens into yes or no. A whole clause in quotes is speech, which this leaves alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.draft import Draft
from saksi.records import Token

#: Types whose verb in quotes is a figure of speech: "novelis itu 'membunuh' tokohnya".
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN"})
#: Marks that open and close a quoted word.
OPENING, CLOSING = frozenset({"'", '"', "‘", "“"}), frozenset({"'", '"', "’", "”"})
#: Behind a pronoun or a noun it opens what is feared: "saya takut bom itu meledak".
AFRAID = "takut"
#: "Mereka akan menghancurkan diri sendiri", but not "meledakkan diri".
ONESELF = "diri"
SUICIDE = frozenset({"suicide-attack", "explosives"})
#: Before a verb they make it a sport: "atlet menembak".
SPORTS = frozenset({"atlet", "cabang", "cabor", "lomba", "kejuaraan", "olahraga", "nomor"})


def is_unmeant(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether a word of force tells of none."""
    host = draft.host
    if host is None or draft.event not in FORCE:
        return False
    oneself = draft.mode not in SUICIDE and any(p.head == ONESELF for p in host.objects)
    feared = host.subject is not None and AFRAID in host.subject.words[1:-1]
    return oneself or feared or (draft.act is None and _is_figure(host.verb.end, tokens))


def _is_figure(end: int, tokens: Sequence[Token]) -> bool:
    """Whether the verb that ends here stands alone in quotes or names a sport."""
    at = next((i for i, t in enumerate(tokens) if t.end == end), 0)
    if not 0 < at < len(tokens) - 1:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    return before.lower in SPORTS or (before.text in OPENING and behind.text in CLOSING)
