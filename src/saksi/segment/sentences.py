"""Cuts one line of text into sentences.

Turns a range of the original text into sentence spans without outer white space. It never
crosses the range it is given, knows nothing of roles, and changes no character.

A sentence ends at ``.``, ``!``, ``?`` or an ellipsis with the closing marks that follow it,
when white space and then a capital, a digit or an opening mark comes next; inside
quotations too, so that the last quoted sentence stays with its attribution. A full stop
that belongs to an abbreviation, an initial or a list number ends nothing.
"""

from __future__ import annotations

import re

from saksi.lang.segmentation import SentenceRules
from saksi.records import Span

_CLOSERS = r"[\"”’'»)\]]"
_OPENERS = r"[\"“„‘'«(\[]"
#: A run of stops, its closing marks, a gap and the first character after opening marks. The
#: look-behind and the possessive quantifiers keep long runs of stops linear.
_STOP = re.compile(rf"(?<![.!?…])([.!?…]++){_CLOSERS}*+(\s++)({_OPENERS}*+)(\S)")
#: A full stop glued to the next sentence, a common slip: 'tiba di dermaga.Mereka lalu', 'siap.”Ia lalu'.
_GLUED = re.compile(r"(?<=\s)([a-z]{2,30}+)(\)?[.?!]+[\"”]?)(?=[\"“]?[A-Z][a-z]+\s)")
_INITIAL = re.compile(r"[A-Z](?:[a-z]?\.[A-Z][a-z]{0,3})*", re.ASCII)
_ITEM = re.compile(r"\d{1,2}")
#: How far back the word before a full stop may reach, in characters; longer ones are no abbreviations.
_REACH = 24


def split_sentences(text: str, start: int, end: int, rules: SentenceRules) -> tuple[Span, ...]:
    r"""Spans of the sentences in ``text[start:end]``, in order, trimmed.

    >>> from importlib.resources import files
    >>> from saksi.lang.segmentation import load_sentence_rules
    >>> rules = load_sentence_rules(files("saksi") / "data/lang/id/abbreviations.tsv")
    >>> text = '"Kami siap. Kami menunggu," kata M. Arung. Ia pulang.'
    >>> [text[a:b] for a, b in split_sentences(text, 0, len(text), rules)]
    ['"Kami siap.', 'Kami menunggu," kata M. Arung.', 'Ia pulang.']
    """
    spans = []
    begin = start
    for stop, after in _boundaries(text, start, end, rules):
        span = _trim(text, begin, stop)
        if span is not None:
            spans.append(span)
        begin = after
    last = _trim(text, begin, end)
    return (*spans, last) if last is not None else tuple(spans)


def _boundaries(text: str, start: int, end: int, rules: SentenceRules) -> list[tuple[int, int]]:
    """Where sentences end and the next ones begin."""
    found = []
    for match in _STOP.finditer(text, start, end):
        first = match[4]
        if (first.isupper() or first.isdigit()) and not _is_held(text, start, match, rules):
            found.append((match.start(2), match.end(2)))
    slips = (m for m in _GLUED.finditer(text, start, end) if m[1] not in rules.before)
    glued = [(m.end(2), m.end(2)) for m in slips]
    return sorted(found + glued) if glued else found


def _is_held(text: str, start: int, match: re.Match[str], rules: SentenceRules) -> bool:
    """Whether the stop belongs to the word before it and ends nothing."""
    words = text[max(start, match.start() - _REACH) : match.start()].split()
    if match[1] != "." or not words:
        return False
    word = words[-1].lstrip("\"“„‘'«([")
    lower = word.lower()
    if lower in rules.number:
        return match[4].isdigit()
    if lower in rules.before or lower in rules.after:
        return lower in rules.before
    if _INITIAL.fullmatch(word):
        return len(words) < 2 or words[-2].lower() not in rules.label
    return match.start() - len(word) == start and _ITEM.fullmatch(word) is not None


def _trim(text: str, start: int, end: int) -> Span | None:
    """Take outer white space off the range; None when nothing is left."""
    piece = text[start:end]
    body = piece.strip()
    if not body:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return Span(begin, begin + len(body))
