"""Marks the stretches of a sentence that could be names.

Turns tokens into ``Spot`` records: what the atlas knows, and runs of capitals that it does
not know. It does not say who they are (``names`` does).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import simplemma

from saksi.annotate.headed import match_headed, noun_before
from saksi.lang.atlas import Atlas
from saksi.lang.name_rules import NameRules
from saksi.lang.spelling import LONGEST, Spelling
from saksi.records import Entry, Token
from saksi.segment.morphology import lemma

#: Shorter words with another lemma are chance hits ("Xi", "Ali").
SHORTEST_DERIVED = 6
CACHED_WORDS = 20_000
#: An Arabic article before a capital, inside a name.
ARABIC = re.compile(r"(?:al|el|ul|a[dnrstz]|ash)-[A-Z]")


class Spot(NamedTuple):
    """Tokens ``first`` to ``last`` (excluded); ``entries`` is empty for an unknown run."""

    first: int
    last: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """What spotting needs besides the tokens.

    ``speaks`` tells whether a verb of saying stands at an index; ``blocked`` holds the
    indexes of tokens that are dates, so that "Senin" and "Mei" are no names.
    """

    atlas: Atlas
    spelling: Spelling
    rules: NameRules
    speaks: Callable[[Sequence[Token], int], bool]
    blocked: frozenset[int]
    headline: bool


def find_spots(tokens: Sequence[Token], scene: Scene) -> list[Spot]:
    """Mark every name candidate of a sentence, left to right, without overlaps."""
    spots: list[Spot] = []
    i = 0
    while i < len(tokens):
        n, entries = _match(tokens, i, scene)
        if n:
            spots.append(Spot(i, i + n, entries))
            i += n
            continue
        titled = bool(spots) and spots[-1].last == i  # "Dr. Raka"
        j = i if scene.headline else _run_end(tokens, i, scene, titled=titled)
        if j > i:
            spots.append(Spot(i, j, ()))
            i = j
        else:
            i += 1
    return spots


@lru_cache(maxsize=CACHED_WORDS)
def is_word(word: str) -> bool:
    """Whether a lower-case word is Indonesian as far as the lemmatiser knows.

    >>> is_word("warga"), is_word("vanstone")
    (True, False)
    """
    return simplemma.is_known(word, lang="id") or lemma(word) != word


def _match(tokens: Sequence[Token], i: int, scene: Scene) -> tuple[int, tuple[Entry, ...]]:
    """What the atlas knows at ``i``; a state or capital with a slip in its name is the one it means."""
    if i in scene.blocked:
        return 0, ()
    n, entries = scene.atlas.match(tokens, i)
    if not is_capital(tokens[i]):
        return n, entries
    if n == 1 and tokens[i].lower in scene.rules.word_places and not _is_placed(tokens, i, scene):
        return 0, ()
    if tokens[i].lower in scene.rules.noun_openers:
        size, places = match_headed(tokens, i, scene.atlas, scene.rules)
        if size > n:
            return size, places
    for size in range(min(LONGEST, len(tokens) - i), n, -1):
        text = " ".join([token.lower for token in tokens[i : i + size]])
        right = scene.spelling.mend(text)
        if right is not None and (size > 1 or lemma(text) == text):
            return size, scene.atlas.named(right)
    return n, entries


def _is_placed(tokens: Sequence[Token], i: int, scene: Scene) -> bool:
    """Whether a word that may be a town stands as one: "di Lima", "kota Serang", "Sofia, Bulgaria"."""
    before = tokens[i - 1].lower if i else ""
    if before in scene.rules.place_prepositions or noun_before(tokens, i, scene.rules):
        return True
    k = i + 2
    if k >= len(tokens) or tokens[i + 1].text != ",":
        return False
    mine = {entry.country for entry in scene.atlas.match(tokens, i)[1]}
    return any(entry.kind == "state" and entry.code in mine for entry in scene.atlas.match(tokens, k)[1])


def is_capital(token: Token) -> bool:
    """Whether a token is written like a name."""
    return token.kind == "word" and token.text[:1].isupper()


def is_common(token: Token) -> bool:
    """Whether a capitalised token is a derived Indonesian word ("Pertahanan"), so no person's name.

    >>> is_common(Token(0, 10, "Pertahanan", "pertahanan", "word"))
    True
    """
    return lemma(token.lower) != token.lower and len(token.text) > SHORTEST_DERIVED


def _run_end(tokens: Sequence[Token], i: int, scene: Scene, *, titled: bool) -> int:
    first_of_sentence = not titled and (i == 0 or tokens[i - 1].text in '"“.:')
    if not _may_be_name(tokens, i, scene) or (first_of_sentence and _is_opener(tokens, i, scene)):
        return i
    j = i + 1
    while j < len(tokens):
        if _may_be_name(tokens, j, scene) and not _other_name(tokens, j, scene.atlas):
            j += 1
        elif ARABIC.match(tokens[j].text):
            j += 1  # "Walid al-Moualem"
        elif tokens[j].lower in scene.rules.particles and j + 1 < len(tokens) and is_capital(tokens[j + 1]):
            j += 2
        else:
            break
    if j == i + 1 and first_of_sentence and not _looks_foreign(tokens[i]) and not scene.speaks(tokens, j):
        return i
    return j


def _may_be_name(tokens: Sequence[Token], i: int, scene: Scene) -> bool:
    return is_capital(tokens[i]) and i not in scene.blocked and tokens[i].lower not in scene.rules.never


def _is_opener(tokens: Sequence[Token], i: int, scene: Scene) -> bool:
    """``Putusan Mahkamah Agung Ghana``: an Indonesian word that heads no name, and behind it one of the atlas."""
    word = tokens[i].lower
    if i + 1 == len(tokens) or word in scene.rules.org_heads or not is_word(word):
        return False
    return bool(scene.atlas.match(tokens, i + 1)[0])


def _other_name(tokens: Sequence[Token], j: int, atlas: Atlas) -> bool:
    n, entries = atlas.match(tokens, j)
    if not n:
        return False
    if any(e.kind in ("state", "organisation", "group", "person", "office") for e in entries):
        return True
    # "Bidang Politik|Kemenko Ambar"; a body that is a word may be a part of a longer name
    return any(e.kind == "body" for e in entries) and not is_word(tokens[j].lower)


def _looks_foreign(token: Token) -> bool:
    """Tell a lone capitalised word that opens a sentence and still is a name by its inner capital."""
    text = token.text
    return "-" in text and text.split("-")[1][:1].isupper()
