"""Finds quotations in one line (a paragraph).

Turns double quotation marks, straight or curly, into ``Quote`` spans. Single marks and
apostrophes are no quotations, quotations inside a quotation belong to the outer one, and
who speaks is not decided here.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from saksi.records import Quote

_MARK = re.compile(r"[\"“”„‟«»＂]|''|‘‘|’’")


class _Piece(NamedTuple):
    """An opening mark with the closing mark that answers it, if one does."""

    opening: re.Match[str]
    closing: re.Match[str] | None


def find_quotes(text: str, start: int, end: int) -> tuple[Quote, ...]:
    """Outermost quotations of ``text[start:end]``; one that is not closed runs to the next or the end.

    >>> [q.closed for q in find_quotes('"Kami pulang," katanya. "Besok kami kembali.', 0, 44)]
    [True, False]
    """
    pieces = _outermost(_pair(text, start, end))
    quotes = []
    for index, piece in enumerate(pieces):
        limit = pieces[index + 1].opening.start() if index + 1 < len(pieces) else end
        quotes.append(_quote(text, piece, limit))
    return tuple(quotes)


def _pair(text: str, start: int, end: int) -> list[_Piece]:
    """Every opening mark with its closing mark, by a stack, in order of opening."""
    stack: list[re.Match[str]] = []
    pieces: list[_Piece] = []
    for mark in _MARK.finditer(text, start, end):
        if _opens(text, mark, (start, end), is_open=bool(stack)):
            stack.append(mark)
        elif stack:
            pieces.append(_Piece(stack.pop(), mark))
    pieces.extend(_Piece(mark, None) for mark in stack)
    return sorted(pieces, key=lambda piece: piece.opening.start())


def _opens(text: str, mark: re.Match[str], bounds: tuple[int, int], *, is_open: bool) -> bool:
    """Whether the mark opens: by the white space around it, then by whether a quotation is open."""
    before = mark.start() == bounds[0] or text[mark.start() - 1] in " \t\xa0([—–-:/"
    after = mark.end() == bounds[1] or text[mark.end()] in " \t\xa0.,;:!?)]—–"
    if before != after:
        return before
    if mark.group() in "“„«":
        return not is_open
    return not is_open and not after


def _outermost(pieces: list[_Piece]) -> list[_Piece]:
    """Keep the pieces that lie in no closed piece."""
    kept: list[_Piece] = []
    covered = -1
    for piece in pieces:
        if piece.opening.start() < covered:
            continue
        kept.append(piece)
        if piece.closing is not None:
            covered = piece.closing.end()
    return kept


def _quote(text: str, piece: _Piece, limit: int) -> Quote:
    opening, closing = piece
    if closing is not None:
        return Quote(opening.start(), closing.end(), opening.end(), closing.start(), closed=True)
    last = opening.end() + len(text[opening.end() : limit].rstrip())
    return Quote(opening.start(), last, opening.end(), last, closed=False)
