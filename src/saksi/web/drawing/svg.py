"""Turns a picture into SVG: for a page, whose style sheet knows the inks, or as a file.

Every word is escaped here and links are set only where a mark carries one. It draws, and
decides nothing.
"""

from __future__ import annotations

from html import escape as escape_html

from saksi.web.drawing.picture import (
    INKS,
    Bar,
    Dot,
    Land,
    Layer,
    Line,
    Mark,
    Picture,
    Point,
    Words,
    diamond,
    square,
)
from saksi.web.signs import show_signs

#: Where pages find the land of the map.
LAND = "/land.svg#land"
_FONT = "Source Sans 3, Segoe UI, Helvetica, Arial, sans-serif"


def draw_svg(picture: Picture, *, page: bool = False) -> str:
    """A whole SVG element; ``page`` leaves colours and links to the page."""
    size = f'viewBox="0 0 {_n(picture.width)} {_n(picture.height)}"'
    name = _tell(picture.title, quote=True)
    layers = "".join(_layer(layer, page) for layer in picture.layers)
    if page:
        return f'<svg {size} role="group" aria-label="{name}" class="picture">{layers}</svg>'
    width, height = _n(picture.width), _n(picture.height)
    paper = f'<rect width="{width}" height="{height}" fill="{INKS["paper"]}"/>'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} width="{width}" height="{height}"'
    return f'{head} font-family="{_FONT}" role="img"><title>{name}</title>{paper}{layers}</svg>\n'


def _tell(text: str, *, quote: bool = False) -> str:
    """Text that is nothing but text."""
    return escape_html(show_signs(text), quote=quote)


def _layer(layer: Layer, page: bool) -> str:
    """A group; a page takes the land from a file of its own, which browsers keep."""
    if page and layer.name == "land":
        return f'<g class="layer-land"><use class="land" href="{LAND}"/></g>'
    return f'<g class="layer-{layer.name}">{"".join(_draw(mark, page) for mark in layer.marks)}</g>'


def draw_land(picture: Picture) -> str:
    """The land of a map alone, without colours, to be used by pages."""
    marks = (mark for layer in picture.layers if layer.name == "land" for mark in layer.marks)
    paths = "".join(
        f'<path d="{"".join(_path(ring, closed=True) for ring in mark.rings)}"/>'
        for mark in marks
        if isinstance(mark, Land)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg"><g id="land">{paths}</g></svg>\n'


def _draw(mark: Mark, page: bool) -> str:
    match mark:
        case Line():
            return _line(mark, page)
        case Dot():
            return _linked(_dot(mark, page), mark.href, page)
        case Bar():
            return _linked(_bar(mark, page), mark.href, page)
        case Words():
            return _words(mark, page)
        case Land():
            return _land(mark)


def _line(mark: Line, page: bool) -> str:
    dash = ' stroke-dasharray="5 4"' if mark.dash else ""
    look = _ink("stroke", mark.ink, page)
    return (
        f'<path d="{_path(mark.points, closed=False)}" fill="none" {look} '
        f'stroke-width="{_n(mark.width)}"{dash}>{_title(mark.title)}</path>'
    )


def _dot(mark: Dot, page: bool) -> str:
    data = "".join(f' data-{name}="{_tell(value, quote=True)}"' for name, value in mark.data)
    look = _body(mark.ink, mark.filled, page)
    at = f'class="dot{_class(mark.ink, mark.filled, page)}" transform="translate({_n(mark.x)} {_n(mark.y)})"{data} {look}'
    return f"<path {at} {_outline(mark)}>{_title(mark.title)}</path>"


def _outline(mark: Dot) -> str:
    """The shape around 0, 0, so that a page can move it."""
    if mark.shape == "circle":
        r, across = _n(mark.r), _n(2 * round(mark.r, 1))  # from the rounded radius, or it is no circle
        return f'd="M-{r} 0a{r} {r} 0 1 0 {across} 0a{r} {r} 0 1 0 -{across} 0z"'
    corners = diamond(0, 0, mark.r) if mark.shape == "diamond" else square(0, 0, mark.r)
    return f'd="{_path(corners, closed=True)}"'


def _bar(mark: Bar, page: bool) -> str:
    look = _body(mark.ink, mark.filled, page)
    return (
        f'<rect class="bar{_class(mark.ink, mark.filled, page)}" x="{_n(mark.x)}" y="{_n(mark.y)}" '
        f'width="{_n(mark.width)}" height="{_n(mark.height)}" {look}>{_title(mark.title)}</rect>'
    )


def _words(mark: Words, page: bool) -> str:
    bold = ' font-weight="600"' if mark.bold else ""
    name = f' data-name="{_tell(mark.name, quote=True)}"' if mark.name else ""
    look = _ink("fill", mark.ink, page)
    return (
        f'<text x="{_n(mark.x)}" y="{_n(mark.y)}" font-size="{_n(mark.size)}" text-anchor="{mark.anchor}" '
        f"{look}{bold}{name}>{_tell(mark.text)}</text>"
    )


def _land(mark: Land) -> str:
    look = f'fill="{INKS["land"]}" stroke="{INKS["paper"]}" stroke-width="0.5"'
    path = "".join(_path(ring, closed=True) for ring in mark.rings)
    return f'<path d="{path}" {look}>{_title(mark.title)}</path>'


def _linked(drawn: str, href: str, page: bool) -> str:
    """A link that is not in the tab order: the table beside every picture holds the same ones."""
    if not (page and href):
        return drawn
    return f'<a href="{_tell(href, quote=True)}" tabindex="-1">{drawn}</a>'


def _class(ink: str, filled: bool, page: bool) -> str:
    return f" {ink}{'' if filled else ' hollow'}" if page else ""


def _body(ink: str, filled: bool, page: bool) -> str:
    if page:
        return ""
    return f'fill="{INKS[ink] if filled else INKS["paper"]}" stroke="{INKS[ink]}" stroke-width="1.4"'


def _ink(kind: str, ink: str, page: bool) -> str:
    return f'class="{kind}-{ink}"' if page else f'{kind}="{INKS[ink]}"'


def _title(words: str) -> str:
    return f"<title>{_tell(words)}</title>" if words else ""


def _path(points: tuple[Point, ...], *, closed: bool) -> str:
    steps = "L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    return f"M{steps}{'Z' if closed else ''}"


def _n(value: float) -> str:
    """A number with at most one decimal: a tenth of a pixel is enough."""
    return f"{value:.1f}".removesuffix(".0")
