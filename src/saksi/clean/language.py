"""Tells Indonesian from Malay, English and the rest by the words every text repeats.

Turns the story lines of a page into an ISO 639-1 code or None. A vote over stop words;
it does not look at single sentences.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from saksi.records import Problem

#: Rule of the problem that a text is in a language saksi does not read; such a text gives no records.
FOREIGN = "language"
_WORD = re.compile(r"[^\W\d_]+")
#: Words looked at; a vote over more changes nothing.
_SAMPLE = 1500
#: Share of stop words that settles a language; news shows 0.15 to 0.35 in its own, under 0.03 in others.
_SHARE = 0.08
#: Malay words that stand in Indonesian news too (names, quotations) need so many times the Indonesian ones.
_MALAY_ODDS = 2
#: A text with fewer words may be a headline, which has hardly any stop words.
_ENOUGH_WORDS = 30


def tell_language(
    lines: Iterable[str], words: dict[str, frozenset[str]]
) -> tuple[str | None, Problem | None]:
    """Language of the lines, and a problem when it is none that saksi reads."""
    seen = Counter(islice((m[0].lower() for line in lines for m in _WORD.finditer(line)), _SAMPLE))
    total = sum(seen.values())
    votes = {name: sum(seen[word] for word in known.intersection(seen)) for name, known in words.items()}
    language = _decide(votes, total)
    if language == "id" or total < _ENOUGH_WORDS:
        return language, None
    what = {"ms": "looks Malay", "en": "looks English"}.get(language or "", "is in no language saksi knows")
    why = f"the text {what}: saksi reads Indonesian and takes no records from it"
    return language, Problem("clean", why, FOREIGN)


def _decide(votes: dict[str, int], total: int) -> str | None:
    """Pick the language with the votes, None when they settle nothing."""
    nusantara = votes["shared"] + votes["id"] + votes["ms"]
    if max(nusantara, votes["en"]) < max(_SHARE * total, 1):
        return None
    if votes["en"] > nusantara:
        return "en"
    return "ms" if votes["ms"] > _MALAY_ODDS * votes["id"] + 1 else "id"
