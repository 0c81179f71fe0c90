"""Names states that a hyphen joins: "Ghana-Togo", "Kepulauan Solomon-China", "anti-Ghana".

Turns the names of a sentence into more: one for each state of a pair, or for what stands behind
"anti-" or "pro-". They count as mentions; grammar reads the whole as one word, as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saksi.annotate.spots import is_capital
from saksi.lang.atlas import Atlas
from saksi.records import Entry, Name, Token

#: The rule of these names, by which grammar leaves them out.
PAIRED = "pair"
#: Words of a state before or behind the hyphen, at most: "Papua Nugini-Ghana".
LONGEST = 3
#: What is for or against somebody.
STANCES = frozenset({"anti", "pro", "kontra"})
#: Kinds that stand behind them.
SIDES = frozenset({"state", "organisation", "group"})


@dataclass(frozen=True, slots=True)
class Part:
    """One name of a pair: from a token and a sign of the text up to others, and whom it means."""

    first: int
    last: int
    start: int
    end: int
    entry: Entry


def name_pairs(
    found: Sequence[Name], tokens: Sequence[Token], text: str, sentence: int, atlas: Atlas
) -> list[Name]:
    """Add the names of pairs, and drop those of pieces that a pair explains."""
    out = list(found)
    for k, token in enumerate(tokens):
        if "-" not in token.text or token.text.count("-") != 1:
            continue
        parts = _parts(tokens, k, atlas)
        first, last = min((p.first for p in parts), default=k), max((p.last for p in parts), default=k)
        near = [name for name in out if name.first < last and name.last > first]
        if not parts or any(name.first < first or name.last > last for name in near):
            continue
        out = [name for name in out if name not in near]
        for part in parts:
            out.append(
                Name(
                    part.start, part.end, text[part.start : part.end], sentence, part.first, part.last,
                    part.entry, PAIRED,
                )
            )  # fmt: skip
    return sorted(out, key=lambda name: name.start)


def _parts(tokens: Sequence[Token], k: int, atlas: Atlas) -> list[Part]:
    first, _, second = tokens[k].text.partition("-")
    if first.lower() in STANCES:
        behind = _behind(tokens, k, second, atlas, SIDES)
        return [behind] if behind is not None else []
    before = _before(tokens, k, first, atlas)
    behind = _behind(tokens, k, second, atlas, frozenset({"state"}))
    return [before, behind] if before is not None and behind is not None else []


def _before(tokens: Sequence[Token], k: int, word: str, atlas: Atlas) -> Part | None:
    for size in range(min(LONGEST - 1, k), -1, -1):
        words = [*(token.text for token in tokens[k - size : k]), word]
        entry = _meant(words, atlas, frozenset({"state"}))
        if entry is not None and all(is_capital(token) for token in tokens[k - size : k]):
            return Part(k - size, k + 1, tokens[k - size].start, tokens[k].start + len(word), entry)
    return None


def _behind(tokens: Sequence[Token], k: int, word: str, atlas: Atlas, kinds: frozenset[str]) -> Part | None:
    start = tokens[k].end - len(word)
    for size in range(min(LONGEST - 1, len(tokens) - k - 1), -1, -1):
        entry = _meant([word, *(token.text for token in tokens[k + 1 : k + 1 + size])], atlas, kinds)
        if entry is not None:
            return Part(k, k + 1 + size, start, tokens[k + size].end, entry)
    return None


def _meant(words: Sequence[str], atlas: Atlas, kinds: frozenset[str]) -> Entry | None:
    """What capitals mean that are no seat of a government."""
    name = " ".join(words).lower()
    if name in atlas.seats or not all(word[:1].isupper() for word in words):
        return None
    return next(_of(atlas.named(name), kinds), None)


def _of(entries: Sequence[Entry], kinds: frozenset[str]) -> Iterator[Entry]:
    return (entry for entry in entries if entry.kind in kinds)
