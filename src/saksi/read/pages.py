"""Reads HTML pages: the article's text through trafilatura, and what the page says of itself.

Turns a page into an ``Article`` whose text is the title and the extracted paragraphs, furniture
that extraction left included: ``clean`` labels it.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import trafilatura

from saksi.errors import ReadError
from saksi.read.decoding import decode_page
from saksi.read.documents import Origin, make_article, refuse
from saksi.read.heads import find_facts, read_head
from saksi.read.metadata import Claims, settle, shorten_title
from saksi.read.rules import load_page_rules
from saksi.read.sources import ReadOptions, Source, read_all
from saksi.read.trees import LIMIT_PAGE, Tree, free_layout, parse_page, take_text
from saksi.records import Article, Metadata

#: Lines of the text in which a title is looked for.
_TITLE_LINES = 4
_ADDRESS = re.compile(r"(?:URL=)?(https?://\S+)")
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it cannot read is told as a Problem


def read(source: Source, options: ReadOptions) -> Iterator[Article]:
    """Read one page; a file ``page.html.url`` or ``page.url`` beside it may hold its address."""
    del options
    url = source.url or _address_beside(source.path)
    yield read_page(
        read_all(source, LIMIT_PAGE), Origin(source.path, "html"), Claims(url=url), source.charset
    )


def read_page(data: bytes, origin: Origin, known: Claims, charset: str | None = None) -> Article:
    """Article of a page's bytes; ``known`` is what is known of it from elsewhere."""
    try:
        page, doubt = decode_page(data, charset)
        return _read_characters(page, origin, known, doubt)
    except ReadError as error:
        return refuse(origin, str(error))


def _read_characters(page: str, origin: Origin, known: Claims, doubt: str | None) -> Article:
    tree = parse_page(page)
    free_layout(tree)
    facts = find_facts(tree)
    claims = read_head(tree, known.url, facts)
    claims.fetched, claims.flags = known.fetched, [*claims.flags, *known.flags]
    # some pages draw their paragraphs by a script and hold the text in JSON-LD alone
    body = _extract(tree) or next((take_text(fact.text) for fact in facts if fact.field == "articleBody"), "")
    found = settle(_flag_cut(claims, body))
    about = Origin(origin.source, origin.kind, origin.record, found)
    if not body.strip():
        return refuse(about, "no text of an article was found on the page: check that it holds one")
    return make_article(about, with_title(found, body), *([doubt] if doubt else []))


def _extract(tree: Tree) -> str:
    """Paragraphs of the article, in trafilatura's default mode, readers' comments left out."""
    try:
        return trafilatura.extract(tree, include_comments=False) or ""
    except Exception as error:  # a library that is fed with anything the web has
        raise ReadError(
            f"its text could not be extracted ({type(error).__name__}: {str(error)[:200]})"
        ) from error


def _flag_cut(claims: Claims, body: str) -> Claims:
    """Flag a text that ends as one that goes on elsewhere does."""
    lines = [line.strip().lower() for line in body.splitlines() if line.strip()]
    marks = load_page_rules().truncated
    if lines and (
        lines[-1].endswith(("...", "…", "[…]")) or any(lines[-1].startswith(mark) for mark in marks)
    ):
        claims.flags.append("truncated")
    return claims


def with_title(found: Metadata, body: str) -> str:
    r"""Text with the title as its first line, unless it stands in the first lines already.

    >>> from saksi.records import Candidate
    >>> with_title(Metadata(title=(Candidate("Sidang dibuka", "h1", ""),)), "Kota Ambar - Sidang dibuka.")
    'Sidang dibuka\n\nKota Ambar - Sidang dibuka.'
    """
    if not found.title:
        return body
    title = shorten_title(found.title[0].value, found.outlet)
    head = [" ".join(line.lower().split()) for line in body.splitlines() if line.strip()][:_TITLE_LINES]
    return body if title.lower() in head else f"{title}\n\n{body}"


def _address_beside(path: str) -> str | None:
    """Address that a file beside a page holds, alone or as ``URL=`` of a link file."""
    page = Path(path)
    for beside in (Path(f"{path}.url"), page.with_suffix(".url")):
        if page.suffix and beside.is_file():
            match = _ADDRESS.search(beside.read_bytes()[:2000].decode("utf-8", "replace"))
            return None if match is None else match.group(1)
    return None
