"""Finds the person of the atlas that an office and one name mean: "Menlu Retno".

Turns a name of one word behind an office into the entry of the only person known to have held
that office under that name; None when nobody or several did.
"""

from __future__ import annotations

from saksi.lang.atlas import Atlas
from saksi.records import Entry

#: Words of the name of an office, at most.
LONGEST_OFFICE = 6
OFFICE = "office/"


def find_holder(name: str, office: str | None, atlas: Atlas) -> Entry | None:
    """The one person of the atlas called ``name``, one word, in ``office``, whose country it does not tell."""
    if office is None or " " in name:
        return None
    words = office.lower().split()
    held = _office_ids(tuple(words), atlas)
    if not held or len(words) > LONGEST_OFFICE:
        return None
    found = [e for e in atlas.bearers.get(name, ()) if held & _office_ids(_words(e), atlas)]
    return found[0] if len(found) == 1 else None


def _words(entry: Entry) -> tuple[str, ...]:
    return tuple((entry.office or "").lower().split())


def _office_ids(words: tuple[str, ...], atlas: Atlas) -> frozenset[str]:
    """Ids of the office that these words are, no more and no less."""
    return (
        frozenset(e.id for e in atlas.named(" ".join(words)) if e.id.startswith(OFFICE))
        if words
        else frozenset()
    )
