"""Draws places on a map of the world (Natural Earth's borders, Equal Earth projection).

Turns the bundled TopoJSON into rings of points once, and places with their counts into marks.
Borders are those of the data set; drawing them states nothing.
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from saksi.web.drawing.picture import Dot, Land, Layer, Line, Mark, Picture, Point, Words, look_of

WIDTH, HEIGHT = 1080.0, 526.0
#: Equal Earth (Savric, Patterson, Jenny 2018): coefficients as published.
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = math.sqrt(3) / 2
_REACH = 2.7066  # of x at longitude 180 on the equator
#: Points nearer than this, in pixels, to the one before are left out: it shows only far zoomed in.
_NEAR = 0.8
#: Islands of fewer square pixels are left out, but for the largest of each country.
_LEAST_ISLAND = 0.6
_LARGEST, _LEAST = 20.0, 3.2


class Spot(NamedTuple):
    """A place with its events; ``precision`` is city, site, region, water or country."""

    name: str
    lat: float
    lon: float
    precision: str
    quads: tuple[int, int, int, int]
    title: str
    href: str = ""


def project(lon: float, lat: float) -> Point:
    """Degrees to pixels of the picture.

    >>> project(0, 0)
    (540.0, 278.0)
    """
    a1, a2, a3, a4 = _A
    t = math.asin(_M * math.sin(math.radians(lat)))
    t2 = t * t
    t6 = t2**3
    x = math.radians(lon) * math.cos(t) / (_M * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    y = t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))
    scale = WIDTH / 2 / _REACH
    return WIDTH / 2 + x * scale, HEIGHT / 2 + 15 - y * scale


@cache
def load_lands() -> tuple[tuple[str, str, Land], ...]:
    """(ISO number, English name, shape) of every country but Antarctica."""
    file = files("saksi") / "web" / "vendor" / "countries-50m.json"
    world = json.loads(file.read_text(encoding="utf-8"))
    arcs = [tuple(_unpack(arc, world["transform"])) for arc in world["arcs"]]
    shapes = world["objects"]["countries"]["geometries"]
    return tuple(
        (one.get("id", ""), one["properties"]["name"], _make_land(one, arcs))
        for one in shapes
        if one.get("id") != "010" and one.get("arcs")
    )


def _unpack(arc: Sequence[Sequence[int]], transform: Any) -> Iterator[Point]:
    """Degrees from TopoJSON's running differences."""
    x = y = 0
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * kx + dx, y * ky + dy


def _make_land(shape: Any, arcs: Sequence[tuple[Point, ...]]) -> Land:
    parts = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    degrees = (cut for part in parts for ring in part for cut in cut_ring(tuple(_join(ring, arcs))))
    rings = [_thin([project(lon, lat) for lon, lat in ring]) for ring in degrees]
    largest = max(rings, key=lambda ring: abs(_area(ring)))
    kept = (ring for ring in rings if ring is largest or (len(ring) > 3 and abs(_area(ring)) > _LEAST_ISLAND))
    return Land(tuple(kept), shape["properties"]["name"])


def _join(ring: Sequence[int], arcs: Sequence[tuple[Point, ...]]) -> Iterator[Point]:
    """Degrees of a ring of arcs; ~n is arc n backwards."""
    for number in ring:
        yield from arcs[number] if number >= 0 else arcs[~number][::-1]


def cut_ring(ring: tuple[Point, ...]) -> list[tuple[Point, ...]]:
    """A ring as one, or cut where it crosses longitude 180.

    >>> cut_ring(((170, 0), (-170, 0), (-170, 10), (170, 10)))
    [((170, 0), (180, 0.0), (180, 10.0), (170, 10)), ((-180, 0.0), (-170, 0), (-170, 10), (-180, 10.0))]
    """
    if all(abs(b[0] - a[0]) <= 180 for a, b in itertools.pairwise(ring)):
        return [ring]
    turned = [(lon % 360, lat) for lon, lat in ring]
    east = _clip(turned, 180, 1)
    west = [(lon - 360, lat) for lon, lat in _clip(turned, 180, -1)]
    return [tuple(east), tuple(west)]


def _clip(ring: Sequence[Point], limit: float, side: int) -> list[Point]:
    """The part of a ring on one side of a longitude (Sutherland and Hodgman)."""
    kept: list[Point] = []
    for one, two in zip((ring[-1], *ring[:-1]), ring, strict=True):
        inside, was_inside = side * two[0] <= side * limit, side * one[0] <= side * limit
        if inside != was_inside:
            share = (limit - one[0]) / (two[0] - one[0])
            kept.append((limit, one[1] + share * (two[1] - one[1])))
        if inside:
            kept.append(two)
    return kept


def _thin(points: Sequence[Point]) -> tuple[Point, ...]:
    """A ring without points that fall together; a very small one keeps all of them."""
    kept = [points[0]]
    for point in points:
        if math.dist(point, kept[-1]) >= _NEAR:
            kept.append(point)
    return tuple(kept if len(kept) > 3 else points)


@cache
def find_middles() -> dict[str, Point]:
    """ISO number -> middle of a country's largest part, in pixels."""
    return {
        number: _middle(max(land.rings, key=lambda ring: abs(_area(ring))))
        for number, _, land in load_lands()
        if number and land.rings
    }


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def _middle(ring: Sequence[Point]) -> Point:
    """Centre of mass of a ring."""
    area = _area(ring) * 6 or 1.0
    pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / area
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / area
    return x, y


def draw_map(spots: Sequence[tuple[Spot, Point]], title: str) -> Picture:
    """The picture; each spot comes with the pixel it stands at."""
    lands = tuple(land for _, _, land in load_lands())
    most = max((sum(spot.quads) for spot, _ in spots), default=1)
    ordered = sorted(spots, key=lambda pair: (-sum(pair[0].quads), pair[0].name))
    marks = tuple(_draw_spot(spot, at, most) for spot, at in ordered)
    frame = Line(((0, HEIGHT - 1), (WIDTH, HEIGHT - 1)), "rule", 1)
    layers = (
        Layer("land", (*lands, frame)),
        Layer("marks", marks),
        Layer("names", tuple(_draw_names(ordered[:8], most))),
    )
    return Picture(WIDTH, HEIGHT, title, layers)


def _radius(spot: Spot, most: int) -> float:
    return float(max(_LEAST, _LARGEST * (sum(spot.quads) / max(most, 12)) ** 0.5))


def _draw_spot(spot: Spot, at: Point, most: int) -> Mark:
    """A circle where cooperation prevails, else a diamond; hollow where only the country is known."""
    kinder = spot.quads[0] + spot.quads[1] >= spot.quads[2] + spot.quads[3]
    shape, ink, _ = look_of(2 if kinder else 4)
    exact = spot.precision in {"city", "site"}
    data = (("x", f"{at[0]:.1f}"), ("y", f"{at[1]:.1f}"))
    return Dot(*at, _radius(spot, most), shape, ink, exact, spot.title, spot.href, data)


def _draw_names(spots: Sequence[tuple[Spot, Point]], most: int) -> Iterator[Mark]:
    """Names of the busiest places that do not run into one another."""
    taken: list[Point] = []
    for spot, (x, y) in spots:
        if all(abs(x - a) > 90 or abs(y - b) > 14 for a, b in taken):
            taken.append((x, y))
            yield Words(
                x + _radius(spot, most) + 5, y + 4, spot.name, 12, ink="ink", name=f"place {x:.1f} {y:.1f}"
            )
