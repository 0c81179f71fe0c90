"""Parses HTML and takes plain things out of the tree.

Turns characters into an lxml tree of bounded size, and a tree or a fragment into lines of text.
It tells no article from its furniture; ``pages`` does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from lxml import etree, html

from saksi.errors import ReadError


class Tree(Protocol):
    """What this room asks of an lxml element, which has no types of its own."""

    tag: str
    text: str | None

    def get(self, key: str, default: str = "") -> str:
        """Value of an attribute."""

    def iter(self, tag: str) -> Iterator[Tree]:
        """Elements of that name, itself included, in order."""

    def text_content(self) -> str:
        """All text inside."""


#: Largest page read, in bytes: pages with pictures inside them reach a few million.
LIMIT_PAGE = 10_000_000
#: Most elements of a page; long pages have some ten thousand.
LIMIT_ELEMENTS = 100_000
#: Deepest nesting read; pages stay below 60.
LIMIT_DEPTH = 250
#: Most attributes of one element: the time to parse them grows with their square.
LIMIT_ATTRIBUTES = 1_000
#: A tag may be longer than this, in characters, when a picture stands in it; then its attributes are counted.
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{4000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_ATTRIBUTE = re.compile(r"[^\s/=]+")
_NO_TEXT = frozenset(
    {"script", "style", "noscript", "template", "iframe", "svg", "select", "textarea", "head"}
)
_BLOCKS = ("p", "div", "h1", "h2", "article", "section", "table")
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
})  # fmt: skip
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse_page(page: str) -> Tree:
    """Tree of a page; ReadError when there is none, or when it is too large or too deep to be an article."""
    for tag in _LONG_TAG.finditer(page):
        if len(_ATTRIBUTE.findall(_QUOTED.sub('""', tag.group()))) > 2 * LIMIT_ATTRIBUTES:
            raise ReadError(
                f"an element has more than {LIMIT_ATTRIBUTES:,} attributes: it is no page of a newspaper"
            )
    characters = _DECLARATION.sub("", _UNREADABLE.sub(" ", page))
    try:
        tree: Tree = html.document_fromstring(
            characters, parser=html.HTMLParser(remove_comments=True, remove_pis=True)
        )
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise ReadError(f"no HTML could be read ({error}): check that it is a page") from error
    _check_size(tree)
    return tree


def free_layout(tree: Tree) -> None:
    """Turn tables that only lay a page out into plain blocks: those with blocks inside their cells."""
    for table in list(tree.iter("table")):
        cells = [part for tag in ("td", "th") for part in table.iter(tag)]
        if any(next(cell.iter(tag), None) is not None for cell in cells for tag in _BLOCKS):
            for tag in ("td", "th", "tr", "tbody", "table"):
                for part in list(table.iter(tag)):
                    part.tag = "div"


def _check_size(tree: Tree) -> None:
    depth = elements = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        elements += event == "start"
        depth += 1 if event == "start" else -1
        if depth > LIMIT_DEPTH:
            raise ReadError(
                f"its elements are nested more than {LIMIT_DEPTH} deep: it is no page of a newspaper"
            )
        if elements > LIMIT_ELEMENTS:
            raise ReadError(
                f"it has more than {LIMIT_ELEMENTS:,} elements: it is a list or a dump, not an article"
            )


def take_lines(tree: Tree) -> Iterator[str]:
    """Lines of a tree in order, one a block, without outer blanks; scripts and forms left out."""
    line: list[str] = []
    for text in _pieces(tree):
        if text is None:
            if joined := " ".join("".join(line).split()):
                yield joined
            line.clear()
        else:
            line.append(text)
    if joined := " ".join("".join(line).split()):
        yield joined


def _pieces(tree: Tree) -> Iterator[str | None]:
    """Texts in order, None where a block begins or ends."""
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden += (tag in _NO_TEXT) * (1 if event == "start" else -1)
        if tag not in _INLINE:
            yield None
        text = element.text if event == "start" else element.tail
        if text and not hidden:
            yield text


def take_text(fragment: str) -> str:
    r"""Text of an HTML fragment, as feeds and tables hold them, one paragraph a line.

    >>> take_text("<p>Sidang <b>dibuka</b>.</p><script>x</script><p>Ambar</p>")
    'Sidang dibuka.\nAmbar'
    """
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    return "\n".join(take_lines(parse_page(f"<html><body>{fragment}</body></html>")))
