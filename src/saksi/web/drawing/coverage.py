"""Draws how many articles each outlet has in each period: one square a cell, its area the count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from saksi.web.drawing.picture import Dot, Layer, Line, Mark, Picture, Words

WIDTH, _LEFT, _RIGHT = 1080.0, 190.0, 1050.0
_TOP, _ROW = 10.0, 26.0
_LARGEST, _LEAST = 11.0, 2.4  # half a side of the largest square and the smallest one
_LABEL_ROOM = 52.0


def draw_coverage(
    cells: Mapping[tuple[str, str], int], outlets: Sequence[str], periods: Sequence[str], title: str
) -> Picture:
    """The picture; ``cells`` counts articles by outlet and period."""
    step = (_RIGHT - _LEFT) / max(1, len(periods))
    floor = _TOP + len(outlets) * _ROW
    marks = tuple(_draw_cells(cells, (outlets, periods), step))
    layers = (Layer("axis", tuple(_draw_frame(outlets, periods, step))), Layer("marks", marks))
    return Picture(WIDTH, floor + 26, title, layers)


def _draw_cells(
    cells: Mapping[tuple[str, str], int], sides: tuple[Sequence[str], Sequence[str]], step: float
) -> Iterator[Mark]:
    most = max(cells.values(), default=1)
    largest = min(_LARGEST, max(_LEAST, step / 2 - 0.5))
    for row, outlet in enumerate(sides[0]):
        for column, period in enumerate(sides[1]):
            count = cells.get((outlet, period), 0)
            if count:
                r = max(_LEAST, largest * (count / most) ** 0.5)
                x, y = _LEFT + (column + 0.5) * step, _TOP + (row + 0.5) * _ROW
                yield Dot(x, y, r, "square", "ink", title=f"{outlet}, {period}: {count:,}")


def _draw_frame(outlets: Sequence[str], periods: Sequence[str], step: float) -> Iterator[Mark]:
    floor = _TOP + len(outlets) * _ROW
    for row, outlet in enumerate(outlets):
        y = _TOP + (row + 0.5) * _ROW
        yield Line(((_LEFT, y), (_RIGHT, y)), "rule", 0.7)
        yield Words(_LEFT - 12, y + 4, outlet[:26], 12.5, "end")
    every = max(1, round(_LABEL_ROOM / step + 0.49))
    for column, period in enumerate(periods):
        if column % every == 0:
            yield Words(_LEFT + (column + 0.5) * step, floor + 18, period, 11.5, "middle", "muted")
