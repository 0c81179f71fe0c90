"""Draws who deals with whom: a line a pair, solid blue for cooperation, broken red for conflict.

Places the sides by forces (Fruchterman and Reingold) from a fixed start, so that the same
pairs give the same picture. A pair with both kinds has both lines side by side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from saksi.web.drawing.picture import Dot, Layer, Line, Mark, Picture, Point, Words

WIDTH, HEIGHT = 1080.0, 640.0
_ROUNDS = 180
_LONGEST = 28  # signs of a name
_SIZE, _LETTER = 12.5, 6.6  # of a name: height and, about, width of a letter
#: Distances from the middle are raised to this: what crowds there gets room.
_SPREAD = 0.72
_MARGIN = (96.0, 34.0)
_GOLDEN = math.pi * (3 - math.sqrt(5))


class Link(NamedTuple):
    """A pair of sides with its events of cooperation and of conflict."""

    source: str
    target: str
    coop: int
    conf: int
    title: str
    href: str = ""


class Node(NamedTuple):
    """A side with its words."""

    key: str
    name: str
    events: int
    href: str = ""


def draw_network(nodes: Sequence[Node], links: Sequence[Link], title: str) -> Picture:
    """The picture of some pairs."""
    pairs = tuple((link.source, link.target, link.coop + link.conf) for link in links)
    places = place_nodes(tuple(node.key for node in nodes), pairs)
    most_link = max((link.coop + link.conf for link in links), default=1)
    most = max((node.events for node in nodes), default=1)
    lines = tuple(mark for link in links for mark in _draw_link(link, places, most_link))
    layers = (Layer("links", lines), Layer("marks", tuple(_draw_nodes(nodes, places, most))))
    return Picture(WIDTH, HEIGHT, title, layers)


def _draw_link(link: Link, places: Mapping[str, Point], most: int) -> Iterator[Mark]:
    (x1, y1), (x2, y2) = places[link.source], places[link.target]
    length = max(math.hypot(x2 - x1, y2 - y1), 1e-9)
    across = (-(y2 - y1) / length, (x2 - x1) / length)
    both = bool(link.coop and link.conf)
    for count, ink, side in ((link.coop, "coop", 1), (link.conf, "conf", -1)):
        if count:
            width = 1 + 5 * math.sqrt(count / most)
            aside = side * (width / 2 + 0.8) if both else 0.0
            dx, dy = across[0] * aside, across[1] * aside
            points = ((x1 + dx, y1 + dy), (x2 + dx, y2 + dy))
            yield Line(points, ink, width, dash=ink == "conf", title=link.title)


def _draw_nodes(nodes: Sequence[Node], places: Mapping[str, Point], most: int) -> Iterator[Mark]:
    """Marks, and names where they run least into one another, the busiest first."""
    taken = [(x - 6, y - 6, x + 6, y + 6) for x, y in places.values()]
    for node in sorted(nodes, key=lambda one: (-one.events, one.key)):
        x, y = places[node.key]
        r = 4 + 9 * math.sqrt(node.events / most)
        yield Dot(x, y, r, "circle", "ink", title=f"{node.name}: {node.events:,}", href=node.href)
        name = shorten(node.name)
        at, box = _find_room(name, (x, y, r), taken)
        taken.append(box)
        yield Words(*at[:2], name, _SIZE, at[2], bold=node.events * 3 >= most)


Box = tuple[float, float, float, float]


def _find_room(
    name: str, dot: tuple[float, float, float], taken: Sequence[Box]
) -> tuple[tuple[float, float, str], Box]:
    """Above, below, right or left of its mark: where a name covers least."""
    x, y, r = dot
    wide = len(name) * _LETTER
    choices = (
        ((x, y - r - 5, "middle"), (x - wide / 2, y - r - 15, x + wide / 2, y - r - 2)),
        ((x, y + r + 14, "middle"), (x - wide / 2, y + r + 3, x + wide / 2, y + r + 17)),
        ((x + r + 5, y + 4, "start"), (x + r + 3, y - 7, x + r + 7 + wide, y + 7)),
        ((x - r - 5, y + 4, "end"), (x - r - 7 - wide, y - 7, x - r - 3, y + 7)),
    )
    return min(
        choices, key=lambda choice: sum(_overlap(choice[1], other) for other in taken) + _off(choice[1])
    )


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0) * max(high, 0)


def _off(box: Box) -> float:
    """How much of a name would stand outside the picture."""
    return 100 * (max(0, 4 - box[0]) + max(0, box[2] - WIDTH + 4) + max(0, 4 - box[1]))


def shorten(name: str) -> str:
    """A name that fits beside a mark."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


@lru_cache(maxsize=32)
def place_nodes(keys: tuple[str, ...], pairs: tuple[tuple[str, str, int], ...]) -> dict[str, Point]:
    """Pixels of each side; cached, for the forces take a moment."""
    if not keys:
        return {}
    at = [
        (math.sqrt(i + 0.5) * math.cos(i * _GOLDEN), math.sqrt(i + 0.5) * math.sin(i * _GOLDEN))
        for i in range(len(keys))
    ]
    numbers = {key: index for index, key in enumerate(keys)}
    edges = [(numbers[a], numbers[b], 1 + math.log(n)) for a, b, n in pairs]
    for turn in range(_ROUNDS):
        at = _step(at, edges, 0.5 * (1 - turn / _ROUNDS) + 0.02)
    return dict(zip(keys, _fit(at), strict=True))


def _step(at: list[Point], edges: Sequence[tuple[int, int, float]], heat: float) -> list[Point]:
    """All sides moved once: apart from one another, together along pairs, and to the middle."""
    push = [[-0.09 * x, -0.14 * y] for x, y in at]
    for i, (x, y) in enumerate(at):
        for j in range(i):
            dx, dy = x - at[j][0], y - at[j][1]
            force = 1.0 / max(dx * dx + dy * dy, 0.01)
            push[i][0] += dx * force
            push[i][1] += dy * force
            push[j][0] -= dx * force
            push[j][1] -= dy * force
    for i, j, weight in edges:
        dx, dy = at[i][0] - at[j][0], at[i][1] - at[j][1]
        force = math.hypot(dx, dy) * 0.22 * weight
        push[i][0] -= dx * force
        push[i][1] -= dy * force
        push[j][0] += dx * force
        push[j][1] += dy * force
    return [_move(place, force, heat) for place, force in zip(at, push, strict=True)]


def _move(place: Point, force: Sequence[float], heat: float) -> Point:
    length = max(math.hypot(*force), 1e-9)
    step = min(length, heat) / length
    return place[0] + force[0] * step, place[1] + force[1] * step


def _fit(at: Sequence[Point]) -> list[Point]:
    """Spread from the middle and stretched to the picture with its margins."""
    at = [_spread(point) for point in at]
    xs, ys = [x for x, _ in at], [y for _, y in at]
    (left, top), right, bottom = _MARGIN, WIDTH - _MARGIN[0], HEIGHT - _MARGIN[1] / 2
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    return [
        (left + (x - min(xs)) / wide * (right - left), top + (y - min(ys)) / high * (bottom - top))
        for x, y in at
    ]


def _spread(point: Point) -> Point:
    length = max(math.hypot(*point), 1e-9)
    factor = length**_SPREAD / length
    return point[0] * factor, point[1] * factor
