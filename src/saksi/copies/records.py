"""Records of the room of copies; it holds no behaviour."""

from __future__ import annotations

from typing import NamedTuple


class Text(NamedTuple):
    """The story of one document, without furniture and dateline."""

    id: str
    story: str
    origin: str | None = None  # outlet the page took its text from, as ``find_origin`` tells it


class Origin(NamedTuple):
    """Where a page says its text comes from, with the words that say so.

    ``kind`` is republished, source, agency or cited (only what is told was read there).
    """

    outlet: str  # id of a known outlet, else its printed name in lower case
    kind: str
    rule: str
    start: int
    end: int


class CopyPair(NamedTuple):
    """Why two texts stand in one group.

    ``kind`` is copy (the same text), cut (one is the shorter part of the other), reworked (at
    least half is the same) or agency (a part is the same, and both name one agency). ``share`` is
    the part of the shorter text that stands in the other: of its sentences, or of its runs of words.
    """

    first: str
    second: str
    kind: str
    share: float
    basis: str  # sentences | runs of words


class CopyGroup(NamedTuple):
    """Texts that go back to one, sorted by id, and the pairs that hold them together."""

    members: tuple[str, ...]
    pairs: tuple[CopyPair, ...]
