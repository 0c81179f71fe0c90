"""Draws a pair's or an actor's figures over time as SVG or PNG.

Turns rows of scores into shapes once, and those into SVG text or, with Pillow, into PNG
bytes: a line of mean scores above, columns of cooperation and conflict below. It knows no
store; the same rows give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from io import BytesIO
from itertools import pairwise

from saksi.errors import MissingPartError
from saksi.lang.labels import Labels
from saksi.rows import ScoreRow

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP = 960, 520, 70, 20, 50
_SCORE_HEIGHT, _GAP, _COUNT_HEIGHT = 220, 50, 140
#: Blue and orange that people with any colour vision tell apart (Okabe and Ito).
_BLUE, _ORANGE, _INK, _GREY = "#0072b2", "#d55e00", "#222222", "#bbbbbb"
#: Labels of periods that fit below without touching.
_MOST_LABELS = 12
_LIMIT = 10.0  # PLOVER scores run from -10 to 10


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    color: str
    width: int = 1


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text; ``anchor`` is start, middle or end."""

    x: float
    y: float
    text: str
    anchor: str = "start"
    size: int = 12


Shape = Line | Box | Words


def draw(rows: Sequence[ScoreRow], title: str, labels: Labels) -> tuple[Shape, ...]:
    """The shapes of a plot."""
    step = (_WIDTH - _LEFT - _RIGHT) / max(1, len(rows))
    places = [_LEFT + step * (index + 0.5) for index in range(len(rows))]
    return (
        Words(_LEFT, 26, title, size=15),
        *_draw_scores(rows, places, labels),
        *_draw_counts(rows, places, min(step * 0.8, 40), labels),
        *_draw_periods(rows, places),
    )


def _draw_scores(rows: Sequence[ScoreRow], places: Sequence[float], labels: Labels) -> Iterator[Shape]:
    def height(score: float) -> float:
        return _TOP + (_LIMIT - score) / (2 * _LIMIT) * _SCORE_HEIGHT

    for mark in (-10, -5, 0, 5, 10):
        yield Line(_LEFT, height(mark), _WIDTH - _RIGHT, height(mark), _GREY, 2 if mark == 0 else 1)
        yield Words(_LEFT - 8, height(mark) + 4, f"{mark:+d}" if mark else "0", "end")
    yield Words(8, _TOP - 8, labels.columns["score"])
    told = [(x, height(row.score)) for x, row in zip(places, rows, strict=True) if row.score is not None]
    for (x1, y1), (x2, y2) in pairwise(told):
        yield Line(x1, y1, x2, y2, _BLUE, 2)
    for x, y in told:
        yield Box(x - 2, y - 2, 4, 4, _BLUE)


def _draw_counts(
    rows: Sequence[ScoreRow], places: Sequence[float], width: float, labels: Labels
) -> Iterator[Shape]:
    floor = _TOP + _SCORE_HEIGHT + _GAP + _COUNT_HEIGHT
    most = max((row.events for row in rows), default=1) or 1
    yield Line(_LEFT, floor, _WIDTH - _RIGHT, floor, _GREY)
    for mark in sorted({0, most // 2, most}):
        yield Words(_LEFT - 8, floor - mark / most * _COUNT_HEIGHT + 4, str(mark), "end")
    for x, row in zip(places, rows, strict=True):
        good = (row.quad_1 + row.quad_2) / most * _COUNT_HEIGHT
        bad = (row.quad_3 + row.quad_4) / most * _COUNT_HEIGHT
        yield Box(x - width / 2, floor - good, width, good, _BLUE)
        yield Box(x - width / 2, floor - good - bad, width, bad, _ORANGE)
    top = floor - _COUNT_HEIGHT - 16
    yield Box(_LEFT, top - 9, 10, 10, _BLUE)
    yield Words(_LEFT + 15, top, labels.columns["cooperation"])
    yield Box(_LEFT + 140, top - 9, 10, 10, _ORANGE)
    yield Words(_LEFT + 155, top, labels.columns["conflict"])


def _draw_periods(rows: Sequence[ScoreRow], places: Sequence[float]) -> Iterator[Shape]:
    every = -(-len(rows) // _MOST_LABELS) or 1
    for index, (x, row) in enumerate(zip(places, rows, strict=True)):
        if index % every == 0:
            yield Words(x, _TOP + _SCORE_HEIGHT + _GAP + _COUNT_HEIGHT + 20, row.period, "middle")


# ---- SVG and PNG -----------------------------------------------------------------------


def to_svg(shapes: Sequence[Shape], title: str) -> str:
    """An SVG document with a title for readers that do not see."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}" '
        f'viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" font-family="sans-serif" fill="{_INK}">'
    )
    parts = [f"<title>{escape(title)}</title>", f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>']
    return "\n".join([head, *parts, *map(_to_element, shapes), "</svg>\n"])


def _to_element(shape: Shape) -> str:
    match shape:
        case Line(x1, y1, x2, y2, color, width):
            ends = f'x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
            return f'<line {ends} stroke="{color}" stroke-width="{width}"/>'
        case Box(x, y, width, height, color):
            return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{color}"/>'
        case Words(x, y, text, anchor, size):
            style = f'text-anchor="{anchor}" font-size="{size}"'
            return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{escape(text)}</text>'


def to_png(shapes: Sequence[Shape]) -> bytes:
    """PNG bytes; needs ``pip install 'saksi[plot]'``."""
    try:
        from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingPartError("Pillow is not installed: pip install 'saksi[plot]', or write .svg") from error
    image = Image.new("RGB", (_WIDTH, _HEIGHT), "#ffffff")
    pen = ImageDraw.Draw(image)
    for shape in shapes:
        match shape:
            case Line(x1, y1, x2, y2, color, width):
                pen.line((x1, y1, x2, y2), fill=color, width=width)
            case Box(x, y, width, height, color) if height >= 1:
                pen.rectangle((x, y, x + width, y + height), fill=color)
            case Words(x, y, text, anchor, size):
                start = {"start": "ls", "middle": "ms", "end": "rs"}[anchor]
                text = text.replace("–", "-")  # the font that Pillow brings has no dash
                pen.text((x, y), text, fill=_INK, font=ImageFont.load_default(size), anchor=start)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
