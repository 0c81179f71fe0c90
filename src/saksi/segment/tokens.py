"""Cuts a range of text into words, numbers and marks.

Turns characters into ``Token`` records that cover everything but white space, each with
its offsets in the original text. It does not analyse words: affixes and clitics stay on.
"""

from __future__ import annotations

import re

from saksi.records import Token

# Possessive signs stand behind single characters alone: behind groups Python before 3.11.5 loses
# its place when the last round of one fails (gh-106052).
_LETTER = r"[^\W\d_]"
#: What a word goes on with: letters, digits, and accents written as marks of their own.
_INSIDE = r"[^\W_\u0300-\u036f]|[\u0300-\u036f]"
#: Hyphens and apostrophes join ("negara-negara", "Jum'at", "F-16"), never at the edge of a word.
_JOIN = r"[-‐‑'’ʼʻ`]"
_WORD = rf"{_LETTER}(?:{_INSIDE})*+(?:{_JOIN}(?:{_INSIDE})++)*"
_PATTERN = "|".join(
    (
        # "A.S.", "S.Sos.", "Ph.D"; a last full stop belongs to it.
        r"(?P<acronym>\b[A-Z][a-z]{0,3}(?:\.[A-Z][a-z]{0,3}\b)+\.?|\b(?:[a-z]\.){2,})",
        # An initial: one capital and a full stop before another capital.
        r"(?P<initial>\b[A-Z]\.(?=\s?[A-Z]))",
        # The currency sign that is written like a word: "Rp2,3 miliar".
        r"(?P<currency>\bRp(?=\d))",
        # Site names: "kabarpagi.com", "contoh.co.id".
        rf"(?P<word>{_WORD}(?:\.[a-z]{{2,8}}(?![^\W_]))*|\d+-?{_LETTER}(?:{_INSIDE}|-)*+)",
        r"(?P<number>\d+(?:[.,/:]\d+)*)",
        r"(?P<mark>\.{2,}+|\S)",
    )
)
_TOKEN = re.compile(_PATTERN)
_KINDS = tuple(
    name if name in ("number", "mark") else "word" for name in ("none", *_TOKEN.groupindex)
)  # by group number


def tokenize(text: str, start: int, end: int) -> tuple[Token, ...]:
    """Tokens of ``text[start:end]``; their kind is ``word``, ``number`` or ``mark``.

    >>> [t.text for t in tokenize("Negara-negara A.S. dan G20 bertemu (18/8), kata M. Arung.", 0, 57)]
    ['Negara-negara', 'A.S.', 'dan', 'G20', 'bertemu', '(', '18/8', ')', ',', 'kata', 'M.', 'Arung', '.']
    """
    tokens = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        tokens.append(Token(*match.span(), word, word.lower(), _KINDS[match.lastindex or 0]))
    return tuple(tokens)
