"""Reads the visible head of a page: the lines around its headline that print date and authors.

Turns lines into claims. Lines below the first paragraph are not looked at: boxes with other
articles print dates of their own. Above the headline only a date with a zone counts, as sites
print the day of the visit there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from saksi.read.dates import Stamp, find_stamp
from saksi.read.metadata import Claims
from saksi.read.rules import PageRules

SOURCE = "visible line"
#: A line that long is a paragraph of the story: the visible head ends there, in characters.
_PARAGRAPH = 160
#: Header lines are short, in characters; a date without a clock stands near their beginning.
_HEADER, _NEAR = 140, 40
#: Most lines of a visible head, below the headline and above it.
_BELOW, _ABOVE = 40, 5
#: A byline holds names: at most so many characters, and words for each name.
_NAMES, _WORDS = 80, 5


def read_visible(claims: Claims, lines: Sequence[str], headline: str, rules: PageRules) -> None:
    """Add what the head of a page shows."""
    at = lines.index(headline) + 1 if headline in lines else 0
    below = list(_head(lines[at : at + _BELOW]))
    for line in below:
        _add_date(claims, line, rules)
    if not claims.published:
        for line in lines[max(0, at - 1 - _ABOVE) : max(0, at - 1)]:
            stamp = find_stamp(line) if len(line) <= _HEADER else None
            if stamp is not None and stamp.value[-6:] in rules.zones.values():
                _add_date(claims, line, rules)
    for author in _authors(below, rules):
        claims.word(claims.authors, SOURCE, author)


def _head(lines: Sequence[str]) -> Iterator[str]:
    """Short lines down to the first paragraph."""
    for line in lines:
        if len(line) >= _PARAGRAPH:
            return
        if len(line) <= _HEADER:
            yield line


def _add_date(claims: Claims, line: str, rules: PageRules) -> None:
    """Take the date of a header line; words before it may make it one of a revision."""
    stamp = find_stamp(line)
    if stamp is None or not _is_header(stamp):
        return
    revised = any(word in line[: stamp.start].lower() for word in rules.modified)
    claims.date(claims.modified if revised else claims.published, SOURCE, line)


def _is_header(stamp: Stamp) -> bool:
    return "T" in stamp.value or stamp.start < _NEAR


def _authors(lines: Sequence[str], rules: PageRules) -> Iterator[str]:
    """Names behind a label on the same line, or beside a label alone on its line ("Sari", "Penulis")."""
    for line in lines:
        label, mark, names = line.partition(":")
        first, _, rest = line.partition(" ")
        if mark and _is_label(label, rules) and names.strip() and len(names) <= _NAMES:
            yield names.split("|")[0]
        elif first.lower() in ("oleh", "by") and rest[:1].isupper() and len(line) <= _NAMES:
            yield rest
    for before, line in pairwise(lines):
        if _is_label(line, rules) and _is_name(before, rules):
            yield before
        elif _is_label(before, rules) and _is_name(line, rules):
            yield line


def _is_label(words: str, rules: PageRules) -> bool:
    return words.strip(" :").lower() in rules.bylines


def _is_name(words: str, rules: PageRules) -> bool:
    """Whether a line may be a person's name: a few words, each with a capital, none of a desk."""
    parts = words.rstrip(",").split()
    plain = all(part[0].isupper() and part[0].isalpha() for part in parts)
    return (
        0 < len(parts) <= _WORDS
        and plain
        and not _is_label(words, rules)
        and words.lower() not in rules.desks
    )
