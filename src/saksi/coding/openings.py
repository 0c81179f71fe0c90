"""Finds the cue that opens a sentence and whom a sentence is about.

Turns "Kata dia, kedua negara sepakat" into the cue and the phrase for the speaker. Cues behind
words and quotations are for ``statements``.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from saksi.coding.content import Reading
from saksi.records import Parse, Phrase, Span, Token

#: Where in a sentence a cue opens it, in tokens.
OPENING = 4


def find_opening(reading: Reading, cues: Container[str]) -> tuple[Span | None, Phrase | None]:
    """A cue at the beginning, or behind "meski begitu", with its speaker and a comma behind them."""
    tokens = reading.sentence.tokens
    for k, token in enumerate(tokens[:OPENING]):
        if token.kind == "mark":
            return None, None
        if token.lower in cues:
            found = (_behind_cue(p, k, tokens) for p in reading.parse.phrases if p.last > k + 1)
            phrase = next(found, None)
            comma = phrase is not None and phrase.last < len(tokens) and tokens[phrase.last].text == ","
            return (Span(token.start, token.end), phrase) if comma else (None, None)
    return None, None


def find_main_subject(parse: Parse) -> Phrase | None:
    """Whom a sentence is about: the subject of its main clause, else who is said to say the quotation."""
    main = next((c for c in parse.clauses if c.kind == "main" and c.quote is None), None)
    if main is not None:
        return main.subject
    cue = next((c for c in parse.clauses if c.verb.voice == "cue"), None)
    return next(iter(cue.objects), cue.subject) if cue is not None else None


def _behind_cue(phrase: Phrase, k: int, tokens: Sequence[Token]) -> Phrase | None:
    """The phrase without the cue at token ``k`` that it took for its first word: "kata dia"."""
    if phrase.first == k and len(phrase.words) > 1:
        rest, start = phrase.words[1:], tokens[k + 1].start
        return replace(
            phrase, first=k + 1, start=start, words=rest, head=rest[0], preposition=None, members=()
        )
    return phrase if phrase.first == k + 1 else None
