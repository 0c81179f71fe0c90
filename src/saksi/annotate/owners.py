"""Finds whose the ministries of an article are, wherever it tells that.

Turns the spots of an article into the country of each kind of body that stands with one
country only; what stands with two is of nobody here, and the nearest owner decides.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from saksi.annotate.spots import Spot
from saksi.annotate.title_words import MINISTRY, body_key
from saksi.lang.language import Language
from saksi.records import Entry

#: The country whose press this is, and the least share of it that makes a bare ministry its own.
HOME, LEAST_SHARE = "IDN", 0.4
#: Kinds of names that tell of a country.
TELLING = frozenset({"state", "demonym", "organisation", "person"})


def find_owners(spots: Sequence[Sequence[Spot]], language: Language) -> dict[str, str]:
    """Whose a body is that stands with one country only: "Kemlu RI" tells whose ministry "Kementerian Luar Negeri" is."""
    owners: dict[str, set[str]] = {}
    for sentence in spots:
        for spot, after in zip_longest(sentence, sentence[1:]):
            body, code = _owned(spot, language)
            if body is not None and code is None and after is not None and after.first == spot.last:
                code = _state(after)
            if body is not None and code is not None:
                owners.setdefault(body_key(body.name), set()).add(code)
    told = {key: codes.pop() for key, codes in owners.items() if len(codes) == 1}
    first = (spot.entries[0] for sentence in spots for spot in sentence if spot.entries)
    if MINISTRY not in owners and is_at_home(first):
        told[MINISTRY] = HOME
    return told


def is_at_home(entries: Iterable[Entry]) -> bool:
    """Whether the home of the press is told of about as much as others, or no country at all: of all that is named."""
    counts = Counter(entry.code for entry in entries if entry.kind in TELLING and entry.code is not None)
    return not counts or (bool(counts[HOME]) and counts[HOME] >= LEAST_SHARE * counts.total())


def _owned(spot: Spot, language: Language) -> tuple[Entry | None, str | None]:
    """The body that a spot names, and its country where the name tells it: "Kemlu RI"."""
    body = next((e for e in spot.entries if e.kind == "body"), None)
    named = next((e for e in spot.entries if e.kind == "organisation" and e.code), None)
    if body is None and named is not None:
        first = language.atlas.named(named.name.split()[0].lower())
        return next((e for e in first if e.kind == "body"), None), named.code
    return body, None


def _state(spot: Spot) -> str | None:
    return next((e.code for e in spot.entries if e.kind in ("state", "demonym")), None)
