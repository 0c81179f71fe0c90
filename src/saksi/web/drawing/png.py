"""Turns a picture into a PNG with Pillow, an extra; the words are set in Pillow's own font."""

from __future__ import annotations

import io
import itertools
import unicodedata
from typing import TYPE_CHECKING

from saksi.errors import MissingPartError
from saksi.web.drawing.picture import INKS, Bar, Dot, Land, Line, Mark, Picture, Point, Words, diamond, square

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

#: Drawn so many times as large and then made smaller: edges become smooth.
_FINE = 3
#: Pixels of the file for one of the picture: sharp on paper and on dense screens.
_SCALE = 2
#: Signs that Pillow's own font lacks, and what stands for them; accents are left off.
_PLAIN = str.maketrans(
    {"–": "-", "−": "-", "→": ">", "▲": "", "▼": "", "◂": "<", "…": "...", "’": "'", "“": '"', "”": '"'}
)
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def draw_png(picture: Picture) -> bytes:
    """The bytes of a PNG file; MissingPartError when Pillow is not there."""
    try:
        from PIL import Image, ImageDraw  # noqa: PLC0415  # an extra
    except ImportError as error:
        raise MissingPartError("Pillow is not installed: pip install 'saksi[plot]'") from error
    factor = _SCALE * _FINE
    size = round(picture.width * factor), round(picture.height * factor)
    image = Image.new("RGB", size, INKS["paper"])
    pen = ImageDraw.Draw(image)
    for layer in picture.layers:
        for mark in layer.marks:
            _draw(pen, mark, factor)
    small = image.resize((size[0] // _FINE, size[1] // _FINE), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()


def _draw(pen: ImageDraw, mark: Mark, k: float) -> None:
    match mark:
        case Line():
            _line(pen, mark, k)
        case Dot():
            _dot(pen, mark, k)
        case Bar():
            box = (mark.x * k, mark.y * k, (mark.x + mark.width) * k, (mark.y + mark.height) * k)
            if mark.height > 0:
                pen.rectangle(box, fill=_fill(mark), outline=INKS[mark.ink], width=round(1.4 * k))
        case Words():
            _words(pen, mark, k)
        case Land():
            for ring in mark.rings:
                pen.polygon(_scaled(ring, k), fill=INKS["land"], outline=INKS["paper"])


def _line(pen: ImageDraw, mark: Line, k: float) -> None:
    points = _scaled(mark.points, k)
    width = max(1, round(mark.width * k))
    if not mark.dash:
        pen.line(points, fill=INKS[mark.ink], width=width, joint="curve")
        return
    for start, end in itertools.pairwise(points):
        _dash(pen, (start, end), INKS[mark.ink], (width, 5 * k, 4 * k))


def _dash(pen: ImageDraw, ends: tuple[Point, Point], ink: str, pattern: tuple[int, float, float]) -> None:
    """A broken line: (width, length of a stroke, length of a gap)."""
    (x1, y1), (x2, y2) = ends
    length = max(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5, 1e-9)
    width, stroke, gap = pattern
    at = 0.0
    while at < length:
        a, b = at / length, min(at + stroke, length) / length
        start = (x1 + (x2 - x1) * a, y1 + (y2 - y1) * a)
        pen.line((start, (x1 + (x2 - x1) * b, y1 + (y2 - y1) * b)), fill=ink, width=width)
        at += stroke + gap


def _dot(pen: ImageDraw, mark: Dot, k: float) -> None:
    width = round(1.4 * k)
    if mark.shape == "circle":
        box = ((mark.x - mark.r) * k, (mark.y - mark.r) * k, (mark.x + mark.r) * k, (mark.y + mark.r) * k)
        pen.ellipse(box, fill=_fill(mark), outline=INKS[mark.ink], width=width)
        return
    corners = (diamond if mark.shape == "diamond" else square)(mark.x, mark.y, mark.r)
    pen.polygon(_scaled(corners, k), fill=_fill(mark))
    pen.line(_scaled((*corners, corners[0]), k), fill=INKS[mark.ink], width=width, joint="curve")


def _fill(mark: Dot | Bar) -> str:
    return INKS[mark.ink] if mark.filled else INKS["paper"]


def _words(pen: ImageDraw, mark: Words, k: float) -> None:
    from PIL import ImageFont  # noqa: PLC0415  # an extra

    font = ImageFont.load_default(mark.size * k)
    stroke = round(0.25 * k) if mark.bold else 0
    place = (mark.x * k, mark.y * k)
    anchor = _ANCHORS[mark.anchor]
    pen.text(place, spell(mark.text), INKS[mark.ink], font, anchor, stroke_width=stroke)


def spell(text: str) -> str:
    """Text in signs that the font has.

    >>> spell("▲ Türkiye – Suriah")
    'Turkiye - Suriah'
    """
    parts = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(sign for sign in parts if not unicodedata.combining(sign)).strip()


def _scaled(points: tuple[Point, ...], k: float) -> list[Point]:
    return [(x * k, y * k) for x, y in points]
