"""Makes articles out of texts, and refusals out of what has none.

Turns a text and its origin into an ``Article`` with its repairs, or into one without text that
carries a ``Problem`` with path and record. It opens nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from saksi.errors import ReadError
from saksi.read.mending import find_repairs, mend
from saksi.records import Article, Metadata, Problem

#: Longest line read, in characters: whole articles on one line stay far below.
LIMIT_LINE = 200_000
#: Most lines read; a page with more is a list or a dump, not an article.
LIMIT_LINES = 20_000
#: Rule of the problem that a part of saksi has to be installed; the command line gives it a code of its own.
MISSING_PART = "missing-part"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from, and what stands around it."""

    source: str  # as the user gave it
    kind: str = "text"
    record: str | None = None  # "line 12"
    metadata: Metadata | None = None

    def at(self, record: str) -> Origin:
        """Give the same origin at one of its records."""
        return replace(self, record=record)

    @property
    def place(self) -> str:
        """Path and record, as messages name them."""
        return self.source if self.record is None else f"{self.source}, {self.record}"


def make_article(origin: Origin, text: str, *doubts: str) -> Article:
    """Article of a text, or a refusal when it is none; ``doubts`` become its problems."""
    try:
        check_text(text)
    except ReadError as error:
        return refuse(origin, str(error))
    repairs = find_repairs(text)
    mended = mend(text, repairs)
    if not mended.strip():
        return refuse(origin, "it holds only signs that nobody sees: give a file with text")
    return Article(
        source=origin.source,
        text=mended,
        problems=tuple(tell(origin, doubt) for doubt in doubts),
        kind=origin.kind,
        record=origin.record,
        metadata=origin.metadata,
        original=text if repairs else None,
        repairs=repairs,
    )


def refuse(origin: Origin, why: str, rule: str | None = None) -> Article:
    """Article without text that says why."""
    problem = tell(origin, why, rule)
    return Article(origin.source, "", (problem,), origin.kind, origin.record, origin.metadata)


def tell(origin: Origin, why: str, rule: str | None = None) -> Problem:
    """Problem of reading, with path and record."""
    return Problem("read", f"{origin.place}: {why}", rule)


def check_text(text: str) -> None:
    """Refuse a text that is empty, and one with lines no article has."""
    if not text.strip():
        raise ReadError("it is empty: give a file with text")
    lines = text.splitlines()
    if len(lines) > LIMIT_LINES:
        raise ReadError(f"it has {len(lines):,} lines, more than {LIMIT_LINES:,}: split it into articles")
    longest = max(map(len, lines))
    if longest > LIMIT_LINE:
        raise ReadError(f"it has a line of {longest:,} characters, more than {LIMIT_LINE:,}: break it up")


def without_surrogates(text: str) -> str:
    r"""Text without half characters, which JSON and damaged pages may hold and no file can.

    >>> without_surrogates("a\ud83d\ude00b\udcff")
    'a😀b\ufffd'
    """
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
