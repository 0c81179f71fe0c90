"""Tells what an unknown word is by its affixes.

Turns a lower-case word into its lemma and, where the affix says so, a verb voice. Known
roots are not its business: the lexicon has every form of those.
"""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

#: Prefix -> voice, longest first. A word of five letters or fewer is never guessed.
_PREFIXES = (
    ("meng", "active"), ("meny", "active"), ("mem", "active"), ("men", "active"), ("me", "active"),
    ("ber", "middle"), ("ter", "passive"), ("di", "passive"),
)  # fmt: skip
_SHORTEST = 6
#: A long word in -kan or -i with an active or passive prefix is a verb even when unknown.
_SURE_SUFFIXES = ("kan", "i")
_SURE_PREFIXES = ("di", "meng", "meny", "mem", "men", "me")
_SURE = 8


@lru_cache(maxsize=65_536)
def lemma(word: str) -> str:
    """Give the root of a lower-case word, or the word itself.

    >>> lemma("menyambangi")
    'sambang'
    """
    return simplemma.lemmatize(word, lang="id").lower()


@lru_cache(maxsize=65_536)
def guess_voice(word: str) -> str | None:
    """Give the voice of an unknown verb by its prefix, None for anything that is no verb.

    The lemma must differ from the word: so ``menteri`` and ``diplomat`` are no verbs.

    >>> guess_voice("menyambangi"), guess_voice("dikunci"), guess_voice("menteri")
    ('active', 'passive', None)
    """
    if len(word) < _SHORTEST or "-" in word:
        return None
    for prefix, voice in _PREFIXES:
        if word.startswith(prefix):
            if lemma(word) != word:
                return voice
            return (
                voice
                if prefix in _SURE_PREFIXES and word.endswith(_SURE_SUFFIXES) and len(word) > _SURE
                else None
            )
    return None


#: A foreign root takes the prefix and nothing of itself changes: "mendeploy", "mentransfer".
_BORROWED = re.compile(r"(?:men[cdjtz]|mem[bfpv]|meng[aeghiouk]|menge)[a-z]{3,}")


def is_borrowed_verb(word: str) -> bool:
    """Whether an unknown lower-case word has the shape of an active verb with a foreign root.

    Nouns have it too ("mentalitas"): ask only where a verb must stand.

    >>> is_borrowed_verb("mendeploy"), is_borrowed_verb("mesin")
    (True, False)
    """
    return _BORROWED.fullmatch(word) is not None
