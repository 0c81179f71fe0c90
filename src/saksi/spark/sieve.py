"""Passes over what is not wanted before it costs anything: pages in other languages, other subjects.

Turns the bytes of a page, or a text, into yes or no. It strips tags with two patterns and counts
words; whether a text really is Indonesian news is told later by the engine, on clean lines.
"""

from __future__ import annotations

import re

from saksi.clean.language import tell_language
from saksi.lang.language import load_language
from saksi.query.stems import find_words, stem_all
from saksi.spark.plan import Reading

_UNSEEN = re.compile(r"(?is)<(script|style|noscript|svg|template|nav|a)\b.*?</\1\s*>|<!--.*?-->")
_TAG = re.compile(r"(?s)<[^>]*>")


class Sieve:
    """What a reading wants of a document."""

    def __init__(self, reading: Reading) -> None:
        self._language = load_language().furniture.words if reading.language else None
        self._stems = frozenset(stem_all([word for part in reading.words for word in find_words(part)]))

    @property
    def takes_all(self) -> bool:
        """Whether nothing is passed over."""
        return self._language is None and not self._stems

    def takes_page(self, page: bytes) -> bool:
        """Whether a page of HTML is wanted."""
        return self.takes(_TAG.sub(" ", _UNSEEN.sub(" ", page.decode("utf-8", "replace"))))

    def takes(self, text: str) -> bool:
        """Whether a text is wanted: in Indonesian, and with one of the words."""
        if self._language is not None and tell_language((text,), self._language)[0] != "id":
            return False
        return not self._stems or not self._stems.isdisjoint(stem_all(find_words(text)))
