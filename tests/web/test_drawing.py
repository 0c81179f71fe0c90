"""Pictures: the same rows give the same picture, and it shows each of them once."""

import io
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from saksi.errors import UsageError
from saksi.store.store import Store
from saksi.web.drawing.graph import Link, Node, draw_network, place_nodes
from saksi.web.drawing.picture import Bar, Dot, Mark, Picture
from saksi.web.drawing.png import draw_png
from saksi.web.drawing.svg import draw_land, draw_svg
from saksi.web.drawing.timeline import Captions, Moment, draw_timeline
from saksi.web.drawing.world import draw_map, find_middles, load_lands, project
from saksi.web.pictures import Wanted, draw_picture

WORDS = Captions("t", "coop", "conf", "{count} earlier")


def marks(picture: Picture, layer: str = "marks") -> list[Mark]:
    return [mark for one in picture.layers if one.name == layer for mark in one.marks]


def days(count: int) -> list[Moment]:
    begin = date(2024, 1, 1)
    found = [(begin + timedelta(days=i)).isoformat() for i in range(count)]
    return [Moment(day, day, 1 + i % 4, f"no {i}") for i, day in enumerate(found)]


def test_each_incident_is_one_mark_on_its_side() -> None:
    picture = draw_timeline(days(40), WORDS)
    dots = [mark for mark in marks(picture) if isinstance(mark, Dot)]
    assert len(dots) == 40
    shapes = {(dot.shape, dot.ink, dot.filled) for dot in dots}
    assert shapes == {
        ("circle", "coop", False),
        ("circle", "coop", True),
        ("diamond", "conf", False),
        ("diamond", "conf", True),
    }
    assert max(dot.y for dot in dots if dot.ink == "coop") < min(dot.y for dot in dots if dot.ink == "conf")
    assert len({(dot.x, dot.y) for dot in dots}) == 40  # none hides another


def test_many_incidents_become_bars_that_add_up() -> None:
    month = [Moment("2024-01-01", "2024-01-31", 1 + i % 4, str(i)) for i in range(400)]
    bars = [mark for mark in marks(draw_timeline(month, WORDS)) if isinstance(mark, Bar)]
    assert sum(int(bar.title.rsplit(" ", 1)[1]) for bar in bars) == 400


def test_few_early_incidents_are_counted_not_drawn() -> None:
    picture = draw_timeline([Moment("1939-09-01", "1939-09-01", 4, "early"), *days(30)], WORDS)
    assert len(marks(picture)) == 30
    assert "1 earlier" in draw_svg(picture)


def test_nothing_makes_an_empty_picture() -> None:
    assert "<svg" in draw_svg(draw_timeline([], WORDS))
    assert "<svg" in draw_svg(draw_network([], [], "t"))


def test_network_is_the_same_each_time_and_inside() -> None:
    nodes = [Node(key, key, 3) for key in "ABCDE"]
    links = [Link("A", other, 2, 1, "t") for other in "BCDE"]
    place_nodes.cache_clear()
    first = draw_svg(draw_network(nodes, links, "t"))
    place_nodes.cache_clear()
    assert draw_svg(draw_network(nodes, links, "t")) == first
    dots = [mark for mark in marks(draw_network(nodes, links, "t")) if isinstance(mark, Dot)]
    assert all(0 < dot.x < 1080 and 0 < dot.y < 640 for dot in dots)
    assert first.count("stroke-dasharray") == 4  # conflict is broken besides its ink


def test_places_stand_where_they_are() -> None:
    jakarta, beijing = project(106.8, -6.2), project(116.4, 39.9)
    assert jakarta[1] > beijing[1]
    assert jakarta[0] < beijing[0] + 60
    middles = find_middles()
    assert abs(middles["360"][0] - project(114, 0)[0]) < 40  # Indonesia
    assert abs(middles["643"][0] - project(96, 62)[0]) < 60  # Russia, cut at longitude 180
    numbers = {number for number, _, _ in load_lands()}
    assert {"702", "462", "360"} <= numbers  # Singapore and Maldives are there


def test_no_land_reaches_across_the_map() -> None:
    for _, name, land in load_lands():
        for ring in land.rings:
            wide = max(x for x, _ in ring) - min(x for x, _ in ring)
            assert wide < 480, name


def test_land_file_has_no_colours() -> None:
    land = draw_land(draw_map((), ""))
    assert "fill" not in land
    assert land.count("<path") > 230


@pytest.mark.parametrize("kind", ["timeline", "map", "network", "pair", "activity", "coverage"])
def test_every_kind_is_drawn_as_svg_and_png(demo_store: Path, kind: str) -> None:
    narrowed: dict[str, dict[str, Any]] = {"pair": {"pair": ("CHN", "RUS")}, "activity": {"actor": "RUS"}}
    filters = narrowed.get(kind, {})
    picture = draw_picture(Wanted(kind, demo_store, filters, "id"))
    assert draw_svg(picture) == draw_svg(draw_picture(Wanted(kind, demo_store, filters, "id")))
    image = Image.open(io.BytesIO(draw_png(picture)))
    assert abs(image.size[0] - picture.width * 2) <= 1
    assert abs(image.size[1] - picture.height * 2) <= 1
    assert len(image.getcolors(1_000_000) or ()) > 8  # something is on it


def test_unknown_kind_and_missing_sides_are_told(demo_store: Path) -> None:
    for kind in ("pie", "pair", "activity"):
        with pytest.raises(UsageError):
            draw_picture(Wanted(kind, demo_store, {}, "en"))


def test_timeline_of_the_demo_shows_every_dated_incident(demo_store: Path) -> None:
    with Store.open(demo_store) as store:
        told = len(store.timeline())
    picture = draw_picture(Wanted("timeline", demo_store, {}, "en"))
    words = draw_svg(picture)
    early = int(words.split("◂ ")[1].split()[0]) if "◂" in words else 0
    assert len(marks(picture)) + early == told
