"""Tells unknown names of places from other capitals.

Turns a run of capitals that the atlas does not know, with its place in the sentence, into yes
or no: a town, an island, a street behind "di", "ke", "dari" or a noun of place. It does not
find where the place lies.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

from saksi.annotate.headed import noun_before
from saksi.annotate.spots import Spot, is_word
from saksi.annotate.tagger import Tagged
from saksi.lang.language import Language
from saksi.records import Token

ACRONYM = re.compile(r"[A-Z]{2,5}$")
#: Certainty of the tagger that says what a run is.
SURE = 0.8
#: Words before the number of a house.
NUMBERED = frozenset({"no", "no.", "nomor", "nomer", "kav", "kav.", "km"})
#: Words that join a town to another.
JOINING = frozenset({"dan", "serta", "maupun"})
#: Letters of the shortest town.
SHORTEST = 3


def may_be_place(spot: Spot, tokens: Sequence[Token], language: Language) -> bool:
    """Whether a run stands where a place does: behind a preposition of place, or led by a noun of place."""
    before = tokens[spot.first - 1].lower if spot.first else ""
    head = tokens[spot.first].lower in language.name_rules.place_heads
    if head:
        return spot.last - spot.first > 1
    rules = language.name_rules
    return before in rules.place_prepositions or noun_before(tokens, spot.first, rules) in (
        "region",
        "city",
        "capital",
    )


def is_beside(spot: Spot, tokens: Sequence[Token], ends: Container[int]) -> bool:
    """``di kota Pekon dan Wikalu``: whether a run is joined to a place; ``ends`` are where places end."""
    joined = spot.first > 1 and tokens[spot.first - 1].lower in JOINING
    return joined and spot.first - 1 in ends


def is_place(spot: Spot, tokens: Sequence[Token], tags: Iterable[Tagged], language: Language) -> bool:
    """Whether such a run is a place: what the tagger is sure of, else no word, acronym or firm.

    "di Wikalu" is; "dari PDB", "di Kantor", "di Twitter" and "ke Partai Karang" are not.
    """
    head = tokens[spot.first].lower in language.name_rules.place_heads
    labels = {
        tagged.label
        for tagged in tags
        if tagged.first < spot.last and spot.first < tagged.last and tagged.certainty >= SURE
    }
    if labels and not head:
        return "LOC" in labels
    words = tokens[spot.first + head : spot.last]
    return "LOC" in labels or not (_is_plain(words) or _is_known(spot, tokens, language))


def is_thing(spot: Spot, tokens: Sequence[Token], tags: Iterable[Tagged]) -> bool:
    """``Bahan Bakar Minyak (BBM)``: Indonesian words, and the tagger sees no organisation in them."""
    if not all(is_word(token.lower) for token in tokens[spot.first : spot.last]):
        return False
    held = range(spot.first, spot.last)
    return not any(t.label == "ORG" and (t.first in held or t.last - 1 in held) for t in tags)


def country_after(spot: Spot, tokens: Sequence[Token], spots: Sequence[Spot]) -> str | None:
    """``Wikaluna, Ghana``: the country that a comma gives."""
    k = spot.last
    if k + 1 >= len(tokens) or tokens[k].text != ",":
        return None
    entries = next((other.entries for other in spots if other.first == k + 1), ())
    return next((e.country or e.code for e in entries if e.kind in ("place", "state")), None)


def end_of_place(spot: Spot, tokens: Sequence[Token]) -> Spot:
    """Leave the word for a house number out: "Jalan Ambar Nomor 7"."""
    last = spot.last - 1 if tokens[spot.last - 1].lower in NUMBERED else spot.last
    return Spot(spot.first, last, spot.entries)


def _is_plain(words: Sequence[Token]) -> bool:
    """Whether a run is Indonesian words, an acronym or a letter, and so names nothing by itself."""
    if all(is_word(word.lower) for word in words):
        return True
    alone = words[0].text
    return len(words) == 1 and (len(alone) < SHORTEST or ACRONYM.match(alone) is not None)


def _is_known(spot: Spot, tokens: Sequence[Token], language: Language) -> bool:
    """Whether the lists know a run as something else: "Twitter" is a firm."""
    size, label = language.hints.match(tokens, spot.first)
    return size == spot.last - spot.first and label != "LOC"
