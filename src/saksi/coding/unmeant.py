"""Tells which words of force are not meant so: a verb in quotes, a sport, what is feared, what hits oneself.

Turns a draft and its tokens into yes or no. A whole clause in quotes is speech, which this leaves alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from saksi.coding.draft import Draft
from saksi.records import Clause, Token

#: Types whose verb in quotes is a figure of speech: "novelis itu 'membunuh' tokohnya".
FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "RETREAT"})
#: Marks that open and close a quoted word.
OPENING, CLOSING = frozenset({"'", '"', "‘", "“"}), frozenset({"'", '"', "’", "”"})
#: Behind a pronoun or a noun it opens what is feared: "saya takut bom itu meledak".
AFRAID = "takut"
#: "Mereka akan menghancurkan diri sendiri", but not "meledakkan diri".
ONESELF = "diri"
SUICIDE = frozenset({"suicide-attack", "explosives"})
#: Before a verb they make it a sport: "atlet menembak".
SPORTS = frozenset({"atlet", "cabang", "cabor", "lomba", "kejuaraan", "olahraga", "nomor"})

#: Before what something is only likened to, and words of what a drill plays.
LIKE = frozenset({"seperti", "bagaikan", "bak", "ibarat", "laksana", "layaknya"})
PLAYED = frozenset({"skenario", "skenarionya", "simulasi"})
#: Before a likeness, and no example.
FEELING = frozenset({":", "persis", "rasanya", "terasa", "merasa", "seolah", "bagai"})
#: Before what somebody has the power to do.
ALLOWED = "berwenang"
#: Behind these it names the authorities.
AUTHORITY = frozenset({"pihak", "yang", "otoritas", "aparat", "pejabat", "instansi", "lembaga", "badan"})


def is_unmeant(draft: Draft, tokens: Sequence[Token]) -> bool:
    """Whether a word of force tells of none."""
    host = draft.host
    if host is None or draft.event not in FORCE:
        return False
    likened = _is_likened(host, tokens)
    if likened or _is_drill(host, tokens) or _is_only_allowed(host, tokens):
        return True
    oneself = draft.mode not in SUICIDE and any(p.head == ONESELF for p in host.objects)
    feared = host.subject is not None and AFRAID in host.subject.words[1:-1]
    return oneself or feared or (draft.act is None and _is_figure(host.verb.end, tokens))


def _is_likened(host: Clause, tokens: Sequence[Token]) -> bool:
    """``rasanya seperti tahanan yang dibebaskan``: nobody is; "lembaga seperti bank diretas" gives an example."""
    if host.subject is None:
        return False
    before = [t.lower for t in tokens if t.start < host.subject.start]
    if not before or before[-1] not in LIKE:
        return False
    return host.kind == "relative" or len(before) == 1 or before[-2] in FEELING


def _is_drill(host: Clause, tokens: Sequence[Token]) -> bool:
    """``Dalam skenario latihan, pesawat menggempur kapal``: what a drill plays."""
    return any(t.lower in PLAYED for t in tokens if t.start < host.verb.start)


def _is_only_allowed(host: Clause, tokens: Sequence[Token]) -> bool:
    """``polisi berwenang menggeledah rumah``: what it may do is not done; "pihak berwenang" are who did it."""
    start = host.subject.start if host.subject is not None else host.verb.start
    words = [t.lower for t in tokens if start <= t.start < host.verb.start]
    return any(b == ALLOWED and a not in AUTHORITY for a, b in pairwise(["", *words]))


def _is_figure(end: int, tokens: Sequence[Token]) -> bool:
    """Whether the verb that ends here stands alone in quotes or names a sport."""
    at = next((i for i, t in enumerate(tokens) if t.end == end), 0)
    if not 0 < at < len(tokens) - 1:
        return False
    before, behind = tokens[at - 1], tokens[at + 1]
    return before.lower in SPORTS or (before.text in OPENING and behind.text in CLOSING)
