"""Draws periods of a pair or an actor: how much of which kind, and the mean score.

Cooperation stands above the line, conflict below it, words hollow and deeds filled; the score
(-10 conflict to 10 cooperation) is a line of its own below.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from saksi.rows import ScoreRow
from saksi.web.drawing.picture import Bar, Dot, Layer, Line, Mark, Picture, Words, look_of
from saksi.web.drawing.timeline import Captions

WIDTH, _LEFT, _RIGHT = 1080.0, 60.0, 1064.0
_TOP, _SIDE, _GAP, _SCORE = 26.0, 92.0, 50.0, 110.0
_WIDEST = 36.0  # of a bar
_LABEL_ROOM = 54.0


def draw_scores(rows: Sequence[ScoreRow], captions: Captions, score: str) -> Picture:
    """The picture; ``score`` is the word for the line of means."""
    most = max((max(row.quad_1 + row.quad_2, row.quad_3 + row.quad_4) for row in rows), default=1) or 1
    step = (_RIGHT - _LEFT) / max(1, len(rows))
    line = _TOP + _SIDE
    low = line + _SIDE + _GAP
    layers = (
        Layer(
            "axis",
            (*_draw_frame(rows, step, (line, most)), *_draw_scale(low), *_draw_names(captions, score, low)),
        ),
        Layer("marks", (*_draw_bars(rows, step, (line, most)), *_draw_means(rows, step, low))),
    )
    return Picture(WIDTH, low + _SCORE + 14, captions.title, layers)


def _middle(index: int, step: float) -> float:
    return _LEFT + (index + 0.5) * step


def _draw_bars(rows: Sequence[ScoreRow], step: float, scale: tuple[float, int]) -> Iterator[Mark]:
    line, most = scale
    width = min(_WIDEST, step * 0.72)
    for index, row in enumerate(rows):
        x = _middle(index, step) - width / 2
        for quads in ((2, 1), (4, 3)):
            reach = 1.0
            for quad in quads:
                count = getattr(row, f"quad_{quad}")
                size = count / most * (_SIDE - 8)
                y = line - reach - size if quad < 3 else line + reach
                _, ink, filled = look_of(quad)
                if count:
                    yield Bar(x, y, width, size, ink, filled, f"{row.period}: {count:,}")
                reach += size


def _draw_means(rows: Sequence[ScoreRow], step: float, low: float) -> Iterator[Mark]:
    told = [
        (_middle(index, step), _height(row.score, low), row)
        for index, row in enumerate(rows)
        if row.score is not None
    ]
    for (x1, y1, _), (x2, y2, _) in pairwise(told):  # broken over periods without events
        yield Line(((x1, y1), (x2, y2)), "muted", 1.6, dash=x2 - x1 > 1.5 * step)
    for x, y, row in told:
        shape, ink, _ = look_of(2 if (row.score or 0) >= 0 else 4)
        yield Dot(x, y, 3.6, shape, ink, title=f"{row.period}: {row.score:+.1f}")


def _height(score: float | None, low: float) -> float:
    return low + (10 - (score or 0)) / 20 * _SCORE


def _draw_frame(rows: Sequence[ScoreRow], step: float, scale: tuple[float, int]) -> Iterator[Mark]:
    line, most = scale
    yield Line(((_LEFT, line), (_RIGHT, line)), "muted", 1)
    for side in (-1, 1):
        y = line + side * (_SIDE - 7)
        yield Line(((_LEFT, y), (_RIGHT, y)), "rule", 0.7)
        yield Words(_LEFT - 8, y + 4, f"{most:,}", 11.5, "end", "muted")
    every = max(1, round(_LABEL_ROOM / step + 0.49))
    for index, row in enumerate(rows):
        if index % every == 0:
            yield Words(_middle(index, step), line + _SIDE + 16, row.period, 11.5, "middle", "muted")


def _draw_scale(low: float) -> Iterator[Mark]:
    for score in (10, 0, -10):
        y = _height(score, low)
        yield Line(((_LEFT, y), (_RIGHT, y)), "muted" if score == 0 else "rule", 0.8)
        yield Words(_LEFT - 8, y + 4, f"{score:+d}" if score else "0", 11.5, "end", "muted")


def _draw_names(captions: Captions, score: str, low: float) -> Iterator[Mark]:
    yield Words(_LEFT, 16, f"▲ {captions.cooperation}", 12.5, ink="coop", bold=True)
    yield Words(_RIGHT, 16, f"▼ {captions.conflict}", 12.5, "end", "conf", bold=True)
    yield Words(_RIGHT, low - 7, score, 12, "end", "muted")
