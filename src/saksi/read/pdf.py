"""Reads the text of PDF clippings.

Turns the pages of a PDF into one text whose lines are paragraphs: lines that a column broke are
joined again, words divided at a line's end too. Scanned pictures hold no text and are told.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator

import pypdf
from pypdf.errors import PyPdfError

from saksi.errors import ReadError
from saksi.read.documents import Origin, make_article, refuse
from saksi.read.metadata import Claims, settle
from saksi.read.sources import ReadOptions, Source, read_all
from saksi.records import Article

#: Largest file and most pages read: clippings, not books.
LIMIT_PDF, LIMIT_PAGES = 25_000_000, 200
#: Most characters of all pages together.
LIMIT_CHARACTERS = 2_000_000
#: A line shorter than this share of the longest ends its paragraph, as titles and last lines do.
_FULL_LINE = 0.75
_DIVIDED = re.compile(r"[^\W\d_]-$")
_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it cannot read is told as a Problem


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """One article a PDF."""
    del options
    origin = Origin(source.path, "pdf")
    data = read_all(source, LIMIT_PDF)
    try:
        document = pypdf.PdfReader(io.BytesIO(data))
        origin = Origin(source.path, "pdf", metadata=settle(_claim(document)))
        text = "\n".join(_pages(document))
    except ReadError as error:
        yield refuse(origin, str(error))
    except (
        PyPdfError,
        RecursionError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OSError,
    ) as error:
        yield refuse(
            origin, f"it is damaged or locked ({type(error).__name__}: {str(error)[:200]}): save it again"
        )
    else:
        if text.strip():
            yield make_article(origin, text)
        else:
            yield refuse(origin, "it holds no text, only pictures: have its text recognised first (OCR)")


def _pages(document: pypdf.PdfReader) -> Iterator[str]:
    size = 0
    for number, page in enumerate(document.pages, 1):
        text = page.extract_text()
        size += len(text)
        if number > LIMIT_PAGES or size > LIMIT_CHARACTERS:
            raise ReadError(
                f"it has more than {LIMIT_PAGES} pages or {LIMIT_CHARACTERS:,} characters: cut it up"
            )
        yield join_lines(text)


def join_lines(text: str) -> str:
    r"""Text with the lines of each paragraph joined.

    >>> join_lines("Sidang dibuka di Kota Am-\nbar pada hari Rabu itu.\nDelegasi hadir.")
    'Sidang dibuka di Kota Ambar pada hari Rabu itu.\nDelegasi hadir.'
    """
    lines = [" ".join(line.split()) for line in text.splitlines()]
    full = _FULL_LINE * max(map(len, lines), default=0)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line:
            last = joined[-1]
            divided = _DIVIDED.search(last) and line[0].islower()
            joined[-1] = last[:-1] + line if divided else f"{last} {line}"
        else:
            joined.append(line)
        goes_on = len(line) >= full and bool(line) and not _ENDS.search(line)
    return "\n".join(joined)


def _claim(document: pypdf.PdfReader) -> Claims:
    """Title and author the file states; its dates are those of the file, not of the article."""
    claims, stated = Claims(), document.metadata
    if stated is not None:
        claims.word(claims.title, "pdf title", stated.title or "")
        claims.names("pdf author", stated.author or "")
    return claims
