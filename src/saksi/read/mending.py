"""Mends what goes wrong between a keyboard and a file, and keeps the way back.

Turns an original text into repairs: mojibake, invisible signs, odd spaces, split accents. The
characters of the original are not lost: every repair has its range. It decides no words and
leaves quotes, dashes and spelling alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from saksi.records import Repair

#: Signs nobody sees: soft hyphen, zero-width space and joiners, word joiner, byte order mark.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
#: Spaces that look like one: no-break, figure, thin, narrow no-break.
_SPACES = "\u00a0\u2007\u2009\u202f"
#: What a text needs for anything here to apply; most texts have none of it.
_SUSPECT = re.compile(
    r"[\u0080-\u00ff\u0102-\u02dc\u0300-\u036f\u0e22\u0e42\u2007\u2009\u200b-\u200d\u202f\u2060\ufeff]"
)
_RUN = re.compile(
    rf"(?P<invisible>[{_INVISIBLE}]+)|(?P<space>[{_SPACES}])|(?P<accent>[^\W\d_][\u0300-\u036f]+)"
    r"|(?P<encoding>[^\x00-\x7f\u0300-\u036f]{2,})"
)
#: UTF-8 read as Thai (code page 874): the first letters of typographic signs and of spaces.
_THAI = re.compile(r"โ€.|ย[\u00a0 ]")
#: A closing quotation mark whose last byte no code page knows, and which was dropped.
_LOST = {"â€": "”", "โ€": "”"}
#: Typographic signs of Indonesian news whose UTF-8 begins with E2 80.
_SIGNS = "‘’“”–—…•"


def find_repairs(original: str) -> tuple[Repair, ...]:
    r"""Repairs an original text needs, in order, none inside another.

    >>> [(r.start, r.end, r.text) for r in find_repairs("â€œSiapâ€\x9d kata\u00adnya")]
    [(0, 3, '“'), (7, 10, '”'), (15, 16, '')]
    """
    if original.isascii() or _SUSPECT.search(original) is None:
        return ()
    return tuple(_repairs(original))


def _repairs(original: str) -> Iterator[Repair]:
    for match in _RUN.finditer(original):
        kind, run, start = str(match.lastgroup), match.group(), match.start()
        if kind == "encoding":
            yield from _mend_run(run, start)
            continue
        text = {"invisible": "", "space": " "}.get(kind, unicodedata.normalize("NFC", run))
        if text != run:
            yield Repair(start, match.end(), text, kind)


def _mend_run(run: str, start: int) -> Iterator[Repair]:
    """Mend letters beyond ASCII that stand together: mojibake is made of nothing else."""
    at = 0
    for match in _THAI.finditer(run):
        sign = _thai_signs().get(match.group())
        if sign is not None:
            yield from _mend_plain(run[at : match.start()], start + at)
            yield Repair(start + match.start(), start + match.end(), sign, "encoding")
            at = match.end()
    yield from _mend_plain(run[at:], start + at)


def _mend_plain(run: str, start: int) -> Iterator[Repair]:
    """Mend a run by ftfy when that undoes a wrong decoding, else sign by sign."""
    mended = _LOST.get(run) or _fix(run)
    if mended != run:
        yield Repair(start, start + len(run), _without_signs(mended), "encoding")
        return
    for index, sign in enumerate(run):
        if sign in _INVISIBLE or sign in _SPACES:
            text = "" if sign in _INVISIBLE else " "
            yield Repair(start + index, start + index + 1, text, "space" if text else "invisible")


def _fix(run: str) -> str:
    if len(run) < 2:
        return run
    from ftfy import fix_encoding  # noqa: PLC0415  # slow to import, and most texts need none of it

    return fix_encoding(run)


def _without_signs(mended: str) -> str:
    return "".join(" " if sign in _SPACES else sign for sign in mended if sign not in _INVISIBLE)


@cache
def _thai_signs() -> dict[str, str]:
    """What each sign looks like after UTF-8 was read as code page 874, in the ways programs do it."""
    table = {"ย\u00a0": " "}
    for sign in _SIGNS:
        last = sign.encode()[2:]
        for codec in ("cp874", "cp1252", "latin-1"):
            seen = last.decode(codec, "ignore")
            if seen:
                table["โ€" + seen] = sign
    return table


# ---- the way there and back --------------------------------------------------------


def mend(original: str, repairs: Sequence[Repair]) -> str:
    """Text with all repairs made."""
    parts, at = [], 0
    for repair in repairs:
        parts += [original[at : repair.start], repair.text]
        at = repair.end
    return "".join([*parts, original[at:]])
