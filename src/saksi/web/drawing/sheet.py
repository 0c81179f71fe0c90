"""Puts a title above a picture and a legend below it, for a file that stands alone.

A page has its own heading and legend, so pictures come without.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from saksi.web.drawing.picture import Bar, Dot, Land, Layer, Line, Mark, Picture, Words

_HEAD, _FOOT, _LEFT = 44.0, 40.0, 18.0
#: Pixels of a letter of the legend, about; marks are set apart by their words.
_LETTER, _GAP = 6.0, 34.0
_STROKE, _DOT = 28.0, 11.0


class Legend(NamedTuple):
    """What the marks mean, each a shape, ink, whether filled, and words; the shape may be a line."""

    marks: Sequence[tuple[str, str, bool, str]]
    source: str


def frame(picture: Picture, legend: Legend) -> Picture:
    """The picture with its title and legend."""
    layers = [Layer(layer.name, tuple(_lower(mark) for mark in layer.marks)) for layer in picture.layers]
    height = _HEAD + picture.height + _FOOT
    y = height - 16
    marks = _explain(legend.marks, y)
    source = Words(picture.width - _LEFT, y + 4, legend.source, 11, "end", "muted")
    head = Words(_LEFT, 28, picture.title, 19, bold=True)
    return Picture(picture.width, height, picture.title, (*layers, Layer("frame", (head, *marks, source))))


def _lower(mark: Mark) -> Mark:
    """A mark as much lower as the title is high."""
    match mark:
        case Line(points=points):
            return mark._replace(points=tuple((x, y + _HEAD) for x, y in points))
        case Land(rings=rings):
            return mark._replace(rings=tuple(tuple((x, y + _HEAD) for x, y in ring) for ring in rings))
        case Dot() | Bar() | Words():
            return mark._replace(y=mark.y + _HEAD)


def _explain(kinds: Sequence[tuple[str, str, bool, str]], y: float) -> list[Mark]:
    marks: list[Mark] = []
    x = _LEFT
    for shape, ink, filled, words in kinds:
        wide = _STROKE if shape == "line" else _DOT
        if shape == "line":
            marks.append(Line(((x, y), (x + wide, y)), ink, 2.6, dash=not filled))
        else:
            marks.append(Dot(x + wide / 2, y, 4.6, shape, ink, filled))
        marks.append(Words(x + wide + 7, y + 4, words, 12, ink="muted"))
        x += wide + len(words) * _LETTER + _GAP
    return marks
