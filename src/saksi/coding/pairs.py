"""Reads two sides off one hyphenated word: "gencatan senjata Israel-Hamas".

Turns a token such as "Jepang-Filipina" into two entities with the characters of each half;
None when a half is no state, organisation or group that the atlas knows by one word.
"""

from __future__ import annotations

from saksi.lang.atlas import Atlas
from saksi.records import Entity, Token

SIDES = frozenset({"state", "organisation", "group"})


def find_pair(token: Token, atlas: Atlas) -> tuple[Entity, Entity] | None:
    """The two sides of a hyphenated token, None when it is no pair of known ones."""
    first, hyphen, second = token.text.partition("-")
    if not hyphen or "-" in second or not (first[:1].isupper() and second[:1].isupper()):
        return None
    left = _side(first, token.start, atlas)
    right = _side(second, token.start + len(first) + 1, atlas)
    if left is None or right is None or left.id == right.id:
        return None
    return left, right


def _side(half: str, start: int, atlas: Atlas) -> Entity | None:
    end = start + len(half)
    _, entries = atlas.match((Token(start, end, half, half.lower(), "word"),), 0)
    entry = next((e for e in entries if e.kind in SIDES), None)
    if entry is None:
        return None
    sector = entry.sector or ("GOV" if entry.kind == "state" else None)
    return Entity(half, start, end, entry.name, entry.id, entry.code, sector)
