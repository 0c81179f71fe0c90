"""Turns Indonesian text into words and Snowball stems, for the index and for questions to it.

The stemmer cuts more than a linguist would (*bertemu* becomes *berte*) but does so alike on
both sides; written forms are kept beside the stems. It knows no meaning.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import Stemmer

#: Part of the store's notes: an index made by another stemmer is made anew.
STEMMER = f"snowball indonesian {Stemmer.version()}"
_WORD = re.compile(r"\w+")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("indonesian", 100_000)


def find_words(text: str) -> list[str]:
    """The words of a text, folded to lower case without accents.

    >>> find_words("Menlu Türkiye, Ankara")
    ['menlu', 'turkiye', 'ankara']
    """
    return _WORD.findall(fold(text))


def fold(text: str) -> str:
    """Lower case without accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def stem_all(words: list[str]) -> list[str]:
    """The stem of each word.

    >>> stem_all(["menyerang", "diserang", "serangan"])
    ['serang', 'serang', 'serang']
    """
    stems: list[str] = _stemmer().stemWords(words)
    return stems


def find_spans(text: str) -> list[tuple[int, int]]:
    """Where the words of a text stand in it, in code points, for highlighting."""
    return [found.span() for found in _WORD.finditer(text)]
