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
    for node in nodes:
        x, y = places[node.key]
        r = 4 + 9 * math.sqrt(node.events / most)
        yield Dot(x, y, r, "circle", "ink", title=f"{node.name}: {node.events:,}", href=node.href)
        yield Words(x, y - r - 5, shorten(node.name), 12.5, "middle", bold=node.events * 3 >= most)


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
    """Stretched to the picture with its margins."""
    xs, ys = [x for x, _ in at], [y for _, y in at]
    (left, top), right, bottom = _MARGIN, WIDTH - _MARGIN[0], HEIGHT - _MARGIN[1] / 2
    wide, high = max(max(xs) - min(xs), 1e-9), max(max(ys) - min(ys), 1e-9)
    return [
        (left + (x - min(xs)) / wide * (right - left), top + (y - min(ys)) / high * (bottom - top))
        for x, y in at
    ]
