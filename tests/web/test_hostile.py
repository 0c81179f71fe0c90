"""Articles that try tricks: shown as text, never obeyed, on no page and in no answer of the API."""

import csv
import io
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.web.guard import POLICY
from saksi.web.signs import show_signs
from tests.web.rooms import ALL, ARTICLE, Reading, list_pages, open_room

#: Elements that our templates and drawings use; a trick that gets through would add another.
KNOWN = set(
    """a aside b blockquote body br button caption circle code dd details div dl dt figcaption figure footer
    form g h1 h2 h3 h4 head header html input kbd label li link main mark meta nav ol option output p path q
    rect script section select span summary svg table tbody td text textarea th thead title tr ul use
    """.split()  # noqa: SIM905  # reads better
)  # fmt: skip
HIDDEN = "\u202e\u202c\u200b\u2066"


@pytest.fixture
def hostile(hostile_store: Path) -> TestClient:
    return open_room(hostile_store)


def check(page: str, address: str) -> None:
    """Nothing in a page but what our own templates put there."""
    reading = Reading(page)
    for tag, attributes in reading.elements:
        assert tag in KNOWN, (address, tag)
        for name, value in attributes.items():
            assert not name.startswith("on"), (address, tag, name)
            assert name not in {"style", "srcdoc", "formaction"}, (address, tag, name)
            if name in {"href", "src", "action"}:
                assert (value or "").startswith(("/", "#", "?")), (address, tag, value)
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/asset/"), address
    assert not set(HIDDEN) & set(page), address
    assert "49" not in "".join(reading.words).replace("{{7*7}}", "") or "{{7*7}}" in page


@pytest.mark.parametrize("language", ["en", "id"])
def test_tricks_stay_text_on_every_page(hostile_store: Path, hostile: TestClient, language: str) -> None:
    shown = 0
    for address in list_pages(hostile_store):
        answer = hostile.get(address, headers={"accept-language": language})
        assert answer.status_code in {200, 404}, address
        check(answer.text, address)
        shown += "window.hit" in answer.text
    assert shown > 20  # the tricks are there, as words


def test_tricks_stay_text_in_addresses(hostile: TestClient) -> None:
    for address in ("/search", "/timeline", "/sql", "/positions", "/sources"):
        for name in ("q", "actor", "about", "outlet", "place", "since", "page", "lang"):
            answer = hostile.get(address, params={name: ALL})
            check(answer.text, f"{address}?{name}")
    check(hostile.get(f"/{ALL}").text, "missing")
    check(hostile.get(f"/actor/{ALL}").text, "actor")


def test_tricks_stay_text_when_pasted(hostile: TestClient) -> None:
    answer = hostile.post("/paste", data={"text": ARTICLE, "token": hostile.token})  # type: ignore[attr-defined]
    assert answer.status_code == 200
    assert "data-marks" in answer.text
    check(answer.text, "/paste")


def test_pictures_of_tricks_are_whole_svg(hostile_store: Path) -> None:
    from xml.etree import ElementTree as ET

    from saksi.web.drawing.svg import draw_svg
    from saksi.web.pictures import Wanted, draw_picture

    for kind in ("timeline", "map", "network", "coverage"):
        tree = ET.fromstring(  # noqa: S314  # our own drawing
            draw_svg(draw_picture(Wanted(kind, hostile_store, {}, "en")))
        )
        tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
        assert tags <= {"svg", "g", "path", "rect", "text", "title"}, kind


def test_api_gives_no_formula_and_no_html(hostile: TestClient) -> None:
    for table in (
        "events",
        "statements",
        "relations",
        "actors",
        "incidents",
        "people",
        "conflicts",
        "network",
    ):
        answer = hostile.get(f"/api/v1/{table}?format=csv")
        for row in csv.reader(io.StringIO(answer.text)):
            assert not [cell for cell in row if cell.startswith(("=", "@", "+", "\t"))], table
        data = hostile.get(f"/api/v1/{table}")
        assert data.headers["content-type"] == "application/json"
        assert data.headers["x-content-type-options"] == "nosniff"
        assert data.text.isascii()  # hidden signs are escaped


def test_long_line_opens_in_a_part_and_says_so(tmp_path: Path) -> None:
    from saksi.records import Article
    from saksi.store.store import Store

    path = tmp_path / "long.saksi"
    text = "Rusia menyerang Ukraina pada Rabu (3/7/2024). " * 4_000
    with Store.open(path, write=True) as store:
        store.add([Article("long.txt", text)], resolve=False)
        key = next(store.articles()).id
    client = open_room(path)
    part = client.get(f"/article/{key}").text
    whole = client.get(f"/article/{key}?whole=1").text
    assert "whole=1" in part
    assert len("".join(Reading(whole).words)) > len("".join(Reading(part).words)) + 60_000


def test_hidden_signs_are_told_by_number() -> None:
    assert show_signs("a\u202eb\u200bc\n\td") == "a‹U+202E›b‹U+200B›c\n\td"


def test_policy_lets_in_no_foreign_script() -> None:
    assert "unsafe" not in POLICY
    assert "default-src 'none'" in POLICY
    assert "script-src 'self';" in POLICY
