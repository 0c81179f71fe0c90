"""Finds who is told to have passed a statement on: "dikutip dari Kantor Berita X".

Turns the words after a verb of passing on into an ``Entity``. Only names with a capital are
taken; "dilaporkan bahwa" passes nothing on.
"""

from __future__ import annotations

from saksi.coding.content import Reading, find_credit
from saksi.records import Entity, Token

#: Words between the verb and the name of the outlet.
BETWEEN = frozenset(
    {"dari", "oleh", "dalam", "kantor", "berita", "laman", "situs", "media", "harian", "surat", "kabar", "stasiun",
     "televisi", "tv", "radio", "majalah", "akun", "portal", "laporan", "resmi", "milik", "pemerintah", "via", "melalui"}
)  # fmt: skip
#: How many of them may stand there.
REACH = 6
LONGEST_NAME = 5


def find_via(reading: Reading) -> Entity | None:
    """The outlet that a sentence says it has a statement from, None when it names none."""
    tokens = reading.sentence.tokens
    for start in find_credit(reading):
        first = next(k for k, t in enumerate(tokens) if t.start > start)
        last = next(k for k in range(len(tokens), first, -1) if _is_name(tokens[k - 1]))
        return _outlet(reading, tokens[first].start, tokens[last - 1].end)
    for i, token in enumerate(tokens):
        if token.lower in reading.language.cues.media:
            found = _name_after(tokens, i + 1)
            if found is not None and tokens[found[0]].lower not in reading.language.cues.days:
                return _outlet(reading, tokens[found[0]].start, tokens[found[1] - 1].end)
    return None


def _outlet(reading: Reading, start: int, end: int) -> Entity:
    text = reading.text[start:end]
    return Entity(text, start, end, text)


def _name_after(tokens: tuple[Token, ...], first: int) -> tuple[int, int] | None:
    i = first
    while i < len(tokens) and i < first + REACH and tokens[i].lower in BETWEEN and not _is_name(tokens[i]):
        i += 1
    last = i
    while last < len(tokens) and last < i + LONGEST_NAME and _is_name(tokens[last]):
        last += 1
    return (i, last) if last > i else None


def _is_name(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper()
