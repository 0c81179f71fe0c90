"""Tells what somebody only wants another side to do.

Turns a draft and the words of its sentence into yes or no. "Peru ingin menyerang" keeps its
status as what may come; "Peru ingin Chile menyerang" tells of nothing that Chile does.
"""

from __future__ import annotations

from collections.abc import Sequence

from saksi.coding.draft import Draft
from saksi.records import Token

#: Words of wanting; behind them stands who is to act.
WANTING = frozenset({"ingin", "mau", "berharap", "menghendaki", "mendambakan"})
#: What may stand between the wish and who is to act.
SO_THAT = frozenset({"agar", "supaya", "bahwa"})


def is_wished(draft: Draft, tokens: Sequence[Token]) -> bool:
    """``X ingin Y mundur``, ``X ingin agar Y mundur``, ``warga yang ingin membantu``: done by nobody so far."""
    host = draft.host
    if host is None:
        return False
    own = {t.lower for t in tokens if host.verb.start <= t.start < host.verb.end}
    if host.kind == "relative" and draft.act is None and own & WANTING:
        return True  # "warga yang ingin mengirim bantuan": whoever wants to
    doers = [p for p in host.obliques if p.preposition in SO_THAT and p.start < host.verb.start]
    doers += [host.subject] if host.subject is not None and host.subject.start < host.verb.start else []
    return any(_is_wanted(p.start, tokens) for p in doers)


def _is_wanted(start: int, tokens: Sequence[Token]) -> bool:
    """Whether a word of wanting stands right before, with "agar" between or without."""
    before = [t.lower for t in tokens if t.start < start]
    while before and before[-1] in SO_THAT:
        before.pop()
    return bool(before) and before[-1] in WANTING
