"""Adds the names that only the trained tagger finds.

Turns unknown runs of capitals that neither the atlas nor a title nor an abbreviation
explained into people, places and organisations of the document, where the tagger is
certain. It overrules nothing that a rule has found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from saksi.annotate.introduce import Introduced, make_slug
from saksi.annotate.spots import Spot, is_common
from saksi.annotate.tagger import Tagged, load_tagger
from saksi.lang.hints import Hints
from saksi.records import Entry, Sentence

#: Kind of entry that a label makes.
KINDS = {"PER": "person", "LOC": "place", "ORG": "organisation"}
#: Least certainty; one word alone must be surer. Set so that on idner's development part 97 of
#: 100 people are people.
CERTAIN, CERTAIN_ALONE = 0.8, 0.9
#: Atlas entries that a learned name may swallow: "Universitas Oxford".
SOFT = frozenset({"place"})


def add_learned(
    known: Introduced, sentences: Sequence[Sentence], spots: Sequence[Sequence[Spot]], hints: Hints
) -> None:
    """Put what the tagger finds into ``known``; sentences without open runs are not tagged."""
    for i, sentence in enumerate(sentences):
        taken = {k for spot, _, _ in known.by_sentence.get(i, ()) for k in range(spot.first, spot.last)}
        runs = [spot for spot in spots[i] if _is_open(spot, i, sentence, taken, known)]
        if sentence.role in ("title", "subhead") or not runs:
            continue
        hard = taken | {k for s in spots[i] if _is_hard(s) for k in range(s.first, s.last)}
        for tagged in load_tagger().tag(sentence.tokens, spots[i], hints):
            if any(run.first < tagged.last and tagged.first < run.last for run in runs):
                _add(known, i, sentence, tagged, hard)


def _is_open(spot: Spot, i: int, sentence: Sentence, taken: set[int], known: Introduced) -> bool:
    """Whether a run is nobody yet."""
    if spot.entries or not taken.isdisjoint(range(spot.first, spot.last)):
        return False
    text = " ".join(token.text for token in sentence.tokens[spot.first : spot.last])
    return known.alias(text, i) is None


def _is_hard(spot: Spot) -> bool:
    return any(entry.kind not in SOFT for entry in spot.entries)


def _add(known: Introduced, i: int, sentence: Sentence, tagged: Tagged, hard: set[int]) -> None:
    first, last = _trim(sentence, tagged)
    enough = CERTAIN if last - first > 1 else CERTAIN_ALONE
    if first == last or tagged.certainty < enough or not hard.isdisjoint(range(first, last)):
        return
    name = " ".join(token.text for token in sentence.tokens[first:last])
    entry = known.alias(name, i) or Entry(f"doc/{make_slug(name)}", KINDS[tagged.label], name, None, None)
    known.add(i, Spot(first, last, ()), entry, "learned")
    for alias in _short_forms(sentence, first, last, tagged.label):
        known.learn(alias, i, entry)


def _trim(sentence: Sentence, tagged: Tagged) -> tuple[int, int]:
    """Leave marks out at both ends, and common nouns out of the front of a person's name."""
    first, last = tagged.first, tagged.last
    tokens = sentence.tokens
    while first < last and (
        tokens[first].kind == "mark" or (tagged.label == "PER" and is_common(tokens[first]))
    ):
        first += 1
    while first < last and tokens[last - 1].kind == "mark":
        last -= 1
    return first, last


def _short_forms(sentence: Sentence, first: int, last: int, label: str) -> Iterator[str]:
    words = [token.text for token in sentence.tokens[first:last]]
    yield " ".join(words)
    if label == "PER" and len(words) > 1:
        yield from (word for word in words if len(word) > 1 and word[0].isupper() and word[-1] != ".")
