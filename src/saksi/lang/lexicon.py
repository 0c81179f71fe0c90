"""Finds the forms of all frames in a run of tokens: one look-up a token.

Turns the frames into a table keyed by first word; it does not choose between frames.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from saksi.lang.frames import Frame
from saksi.records import Form, Token

#: What may hang on a verb or noun and is not part of the form.
CLITICS = ("nya", "lah", "kah", "pun")
PAIR = 2


@dataclass(frozen=True, slots=True)
class Sense:
    """A form with the frames that have it."""

    form: Form
    frames: tuple[Frame, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All forms of all frames, keyed by the first word, longest first."""

    table: dict[str, tuple[tuple[tuple[str, ...], tuple[Sense, ...]], ...]]

    def match(self, tokens: Sequence[Token], i: int) -> tuple[int, tuple[Sense, ...]]:
        """Give how many tokens the longest form at ``i`` takes, and its senses; (0, ()) for none."""
        lower = tokens[i].lower
        rows = self.table.get(lower)
        if rows is None:
            rows = self.table.get(strip_clitic(lower))
            if rows is None:
                return 0, ()
        after = tokens[i + 1].lower if i + 1 < len(tokens) else ""
        for words, senses in rows:
            n = len(words)
            if n == 1 or (words[1] == after and _go_on(words, tokens, i)):
                return n, senses
        return 0, ()


def _go_on(words: tuple[str, ...], tokens: Sequence[Token], i: int) -> bool:
    """Whether the words behind the second stand there too."""
    return len(words) == PAIR or tuple(t.lower for t in tokens[i + PAIR : i + len(words)]) == words[PAIR:]


def strip_clitic(word: str) -> str:
    """Take -nya, -lah, -kah or -pun off a word.

    >>> strip_clitic("serangannya")
    'serangan'
    """
    if not word.endswith(CLITICS):
        return word
    for clitic in CLITICS:
        if word.endswith(clitic) and len(word) > len(clitic) + 3:
            return word[: -len(clitic)]
    return word


def build_lexicon(frames: tuple[Frame, ...]) -> Lexicon:
    """Index every form of every frame."""
    senses: dict[tuple[str, ...], dict[Form, list[Frame]]] = {}
    for frame in frames:
        for form in frame.forms:
            senses.setdefault(tuple(form.word.split()), {}).setdefault(form, []).append(frame)
    table: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
    for words, found in senses.items():
        row = tuple(Sense(form, tuple(frames)) for form, frames in found.items())
        table.setdefault(words[0], []).append((words, row))
    return Lexicon(
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()}
    )
