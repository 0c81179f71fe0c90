"""Marks the stretches of a sentence that could be names.

Turns tokens into ``Spot`` records: what the atlas knows, and runs of capitals that it does
not know. It does not say who they are (``names`` does).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from saksi.lang.atlas import Atlas
from saksi.lang.name_rules import NameRules
from saksi.records import Entry, Token


class Spot(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded); ``entries`` is empty for an unknown run."""

    first: int
    last: int
    entries: tuple[Entry, ...]


def find_spots(
    tokens: Sequence[Token],
    atlas: Atlas,
    rules: NameRules,
    speaks: Callable[[Sequence[Token], int], bool],
    *,
    headline: bool,
) -> list[Spot]:
    """Mark every name candidate of a sentence, left to right, without overlaps."""
    spots: list[Spot] = []
    i = 0
    while i < len(tokens):
        n, entries = atlas.match(tokens, i)
        if n:
            spots.append(Spot(i, i + n, entries))
            i += n
            continue
        j = _run_end(tokens, i, atlas, rules, speaks) if not headline else i
        if j > i:
            spots.append(Spot(i, j, ()))
            i = j
        else:
            i += 1
    return spots


def is_capital(token: Token) -> bool:
    """Whether a token is written like a name."""
    return token.kind == "word" and token.text[:1].isupper()


def _run_end(
    tokens: Sequence[Token],
    i: int,
    atlas: Atlas,
    rules: NameRules,
    speaks: Callable[[Sequence[Token], int], bool],
) -> int:
    if not is_capital(tokens[i]) or tokens[i].lower in rules.never:
        return i
    j = i + 1
    while j < len(tokens):
        if is_capital(tokens[j]) and tokens[j].lower not in rules.never and not _other_name(tokens, j, atlas):
            j += 1
        elif tokens[j].lower in rules.particles and j + 1 < len(tokens) and is_capital(tokens[j + 1]):
            j += 2
        else:
            break
    first_of_sentence = i == 0 or tokens[i - 1].text in '"“.:'
    if j == i + 1 and first_of_sentence and not _looks_foreign(tokens[i]) and not speaks(tokens, j):
        return i
    return j


def _other_name(tokens: Sequence[Token], j: int, atlas: Atlas) -> bool:
    n, entries = atlas.match(tokens, j)
    return bool(n) and any(e.kind in ("state", "organisation", "group", "person", "office") for e in entries)


def _looks_foreign(token: Token) -> bool:
    """A lone capitalised word that opens a sentence is a name only with an inner sign of one."""
    text = token.text
    return "-" in text and text.split("-")[1][:1].isupper()
