"""The marks a picture is made of; ``svg`` and ``png`` turn them into files.

Coordinates are pixels from the upper left corner. Inks are names, so that a page can follow
its colours for light and dark and a file can carry its own. Cooperation and conflict differ in
shape (circle, diamond) besides ink; words are hollow, deeds are filled.
"""

from __future__ import annotations

from typing import NamedTuple

Point = tuple[float, float]

#: Inks of files: dark enough on white for graphics (3:1) and for words (4.5:1).
INKS = {
    "paper": "#ffffff",
    "ink": "#1a1a1a",
    "muted": "#5b5b57",
    "rule": "#d7d5cd",
    "land": "#e6e3d8",
    "coop": "#1f6aa5",
    "conf": "#b5391f",
    "none": "none",
}
#: Quad code -> ink and whether the mark is filled (deeds) or hollow (words).
QUAD_LOOK = {1: ("coop", False), 2: ("coop", True), 3: ("conf", False), 4: ("conf", True)}


class Line(NamedTuple):
    """A straight or bent line."""

    points: tuple[Point, ...]
    ink: str = "rule"
    width: float = 1.0
    dash: bool = False
    title: str = ""


class Dot(NamedTuple):
    """A thing that can be pointed at; ``data`` are words for the page's script."""

    x: float
    y: float
    r: float
    shape: str  # circle | diamond | square
    ink: str
    filled: bool = True
    title: str = ""
    href: str = ""
    data: tuple[tuple[str, str], ...] = ()


class Bar(NamedTuple):
    """An upright bar from ``y`` down."""

    x: float
    y: float
    width: float
    height: float
    ink: str
    filled: bool = True
    title: str = ""
    href: str = ""


class Words(NamedTuple):
    """One line of text; ``anchor`` is start, middle or end."""

    x: float
    y: float
    text: str
    size: float = 12.0
    anchor: str = "start"
    ink: str = "ink"
    bold: bool = False
    name: str = ""  # for the page's script


class Land(NamedTuple):
    """Filled rings of points, one country."""

    rings: tuple[tuple[Point, ...], ...]
    title: str = ""


Mark = Line | Dot | Bar | Words | Land


class Layer(NamedTuple):
    """Marks that a page moves together."""

    name: str
    marks: tuple[Mark, ...]


class Picture(NamedTuple):
    """A picture with what it says in words."""

    width: float
    height: float
    title: str
    layers: tuple[Layer, ...]


def look_of(quad: int) -> tuple[str, str, bool]:
    """Shape, ink and whether filled, of a quad code."""
    ink, filled = QUAD_LOOK[quad]
    return ("circle" if ink == "coop" else "diamond"), ink, filled


def diamond(x: float, y: float, r: float) -> tuple[Point, ...]:
    """Corners of a diamond that looks as large as a circle of that radius."""
    half = r * 1.25
    return (x, y - half), (x + half, y), (x, y + half), (x - half, y)


def square(x: float, y: float, r: float) -> tuple[Point, ...]:
    """Corners of a square that looks as large as a circle of that radius."""
    half = r * 0.9
    return (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)
