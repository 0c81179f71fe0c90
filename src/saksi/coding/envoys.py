"""Reads what sends envoys home as their expulsion, in whatever words it is told.

Turns "meminta duta besar Peru meninggalkan negara itu" and "pengusiran terhadap Dubes X" into
SANCTION/expel, so that their tellings join. It looks at envoys alone.
"""

from __future__ import annotations

from dataclasses import replace

from saksi.coding.draft import Draft
from saksi.records import Entity, Parse

#: Words of those who stand for a state in another.
ENVOYS = frozenset({"duta", "dubes", "diplomat", "atase", "konsul", "diplomat-diplomat", "kuasa"})
#: What envoys are told to do who are expelled.
LEAVING = frozenset({"meninggalkan", "angkat kaki", "pergi", "hengkang", "keluar", "pulang"})


def as_expulsion(draft: Draft, parse: Parse) -> Draft:
    """The draft, or the expulsion that it tells."""
    if not draft.recipient or not all(_is_envoy(e) for e in draft.recipient):
        return draft
    deported = draft.event == "COERCE" and draft.mode == "deport"
    told = draft.event == "REQUEST" and draft.status == "actual" and _is_told_to_leave(draft, parse)
    return replace(draft, event="SANCTION", mode="expel") if deported or told else draft


def _is_envoy(entity: Entity) -> bool:
    words = f"{entity.text} {entity.office or ''}".lower().split()
    return not ENVOYS.isdisjoint(words)


def _is_told_to_leave(draft: Draft, parse: Parse) -> bool:
    at = next((i for i, clause in enumerate(parse.clauses) if clause is draft.host), None)
    return any(c.parent == at and c.verb.word in LEAVING for c in parse.clauses if at is not None)
