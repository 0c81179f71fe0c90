"""Finds what somebody hopes, told with "berharap" and a clause.

Turns the word and its neighbours into who hopes and the words of the hope. "Berharap" counts
as an auxiliary elsewhere, so that what is hoped is told as no fact; a mere thing hoped for
("berharap pada bantuan") is no statement.
"""

from __future__ import annotations

from saksi.coding.content import HOPING, JOINING, Reading, find_credit, has_predicate
from saksi.records import Phrase, Span, Token

__all__ = ["HOPING", "find_hope", "find_hoper"]

#: Words between who hopes and the verb.
BETWEEN = frozenset({"juga", "pun", "sangat", "masih", "tetap", "terus", "selalu", "hanya", "sendiri"})
#: Behind the verb these name a thing hoped for or how much is hoped.
NO_CLAUSE = frozenset({"pada", "kepada", "dari", "banyak", "besar", "lebih", ".", ",", "!"})
#: Words of a hope, at least.
SHORTEST = 3


def find_hope(reading: Reading, k: int) -> Span | None:
    """The words behind the "berharap" at token ``k``, when they hold a verb and no cue stands by."""
    tokens = reading.sentence.tokens
    after = tokens[k + 1 :]
    if not after or after[0].lower in NO_CLAUSE or sum(t.kind == "word" for t in after) < SHORTEST:
        return None
    clauses = reading.parse.clauses
    has_verb = any(c.verb.start >= after[0].start for c in clauses) or has_predicate(reading, after)
    if not has_verb or any(c.verb.voice == "cue" for c in clauses):
        return None
    return reading.trim(after[0].start, min([reading.sentence.end, *find_credit(reading)]))


def find_hoper(reading: Reading, k: int) -> Phrase | None:
    """Who hopes: the phrase right before, or for "menyebut X dan berharap" the subject of the sentence."""
    tokens = reading.sentence.tokens
    while k > 1 and tokens[k - 1].lower in BETWEEN:
        k -= 1
    if k > 1 and f" {tokens[k - 1].lower}" in JOINING:
        return next((c.subject for c in reading.parse.clauses if c.kind == "main"), None)
    phrase = next((p for p in reading.parse.phrases if p.last == k and not p.preposition), None)
    return phrase if phrase is not None and _opens_clause(tokens, phrase) else None


def _opens_clause(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether the phrase is the subject: at the front, behind a comma or a joining word."""
    if phrase.first == 0:
        return True
    before = tokens[phrase.first - 1]
    return before.kind == "mark" or f" {before.lower}" in JOINING
