"""A walk through all pages in a browser of this machine, with axe-core; passed by without one."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from saksi.web.app import make_app
from saksi.web.room import Room
from tests.web.rooms import list_pages

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
if CHROMIUM is None:
    pytest.skip("there is no Chromium on this machine", allow_module_level=True)
AXE = Path(__file__).parent / "vendor" / "axe.js"
#: WCAG 2.2 AA and axe's own best practices.
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as play:
        yield play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])


class Served:
    """A room at an address of this machine."""

    def __init__(self, path: Path) -> None:
        self.path = path
        config = uvicorn.Config(make_app(Room(path, ("127.0.0.1",))), port=0, log_level="error")
        self.server = uvicorn.Server(config)
        threading.Thread(target=self.server.run, daemon=True).start()
        while not self.server.started:
            time.sleep(0.02)
        port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"


@pytest.fixture(scope="module")
def demo_room(demo_store: Path) -> Iterator[Served]:
    room = Served(demo_store)
    yield room
    room.server.should_exit = True


@pytest.fixture(scope="module")
def hostile_room(hostile_store: Path) -> Iterator[Served]:
    room = Served(hostile_store)
    yield room
    room.server.should_exit = True


def watch(page: Any, room: Served) -> list[str]:
    """What a page does that it should not: errors, warnings, requests to other hosts."""
    seen: list[str] = []
    page.on("pageerror", lambda error: seen.append(f"error: {error}"))
    page.on("console", lambda line: seen.append(line.text) if line.type in {"error", "warning"} else None)
    page.on(
        "request",
        lambda call: None if call.url.startswith((room.address, "data:")) else seen.append(call.url),
    )
    return seen


def visit(browser: Any, room: Served, **options: Any) -> tuple[Any, list[str]]:
    context = browser.new_context(bypass_csp=False, **options)
    page = context.new_page()
    page.set_default_timeout(15_000)
    return page, watch(page, room)


def until(holds: Callable[[], bool], seconds: float = 8) -> None:
    """Wait for something a page does; the policy lets no one run words as a script there."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.05)


@pytest.mark.parametrize(("language", "scheme"), [("en", "light"), ("id", "dark")])
def test_walk_without_a_fault(browser: Any, demo_room: Served, language: str, scheme: str) -> None:
    page, seen = visit(browser, demo_room, locale=language, color_scheme=scheme)
    faults: dict[str, object] = {}
    for address in list_pages(demo_room.path)[:-1]:
        page.goto(demo_room.address + address, wait_until="networkidle")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
        told = [(one["id"], [node["html"][:120] for node in one["nodes"][:3]]) for one in found]
        if told or seen:
            faults[address] = (told, list(seen))
            seen.clear()
    assert faults == {}


def test_tricks_have_no_effect_in_a_browser(browser: Any, hostile_room: Served) -> None:
    page, seen = visit(browser, hostile_room)
    page.on("dialog", lambda dialog: seen.append(dialog.message))
    for address in list_pages(hostile_room.path)[:-1]:
        page.goto(hostile_room.address + address, wait_until="networkidle")
        assert page.evaluate("window.hit") is None, address
        assert page.evaluate("getComputedStyle(document.body).display") == "block", address
    assert seen == []


def test_timeline_zooms_and_filters(browser: Any, demo_room: Served) -> None:
    page, seen = visit(browser, demo_room)
    page.goto(f"{demo_room.address}/timeline", wait_until="networkidle")
    box = page.locator("svg.picture").bounding_box()
    before = page.locator(".dot").first.get_attribute("transform")
    page.mouse.move(box["x"] + box["width"] * 0.8, box["y"] + box["height"] / 2)
    page.mouse.wheel(0, -600)
    until(lambda: page.locator(".dot").first.get_attribute("transform") != before)
    page.select_option("select[name=type]", "CONSULT")
    page.wait_for_url("**/timeline?*type=CONSULT*")
    assert "consult" in page.locator("#found tbody tr").first.inner_text()
    assert seen == []


def test_marks_and_records_show_one_another(browser: Any, demo_room: Served) -> None:
    page, _ = visit(browser, demo_room)
    address = next(one for one in list_pages(demo_room.path) if one.startswith("/article/"))
    page.goto(demo_room.address + address, wait_until="networkidle")
    page.locator(".card").first.hover()
    assert page.locator(".m.lit").count() > 0
    page.locator(".m[data-r]").first.hover()
    assert page.locator(".card.lit").count() > 0


def test_network_moves_through_time(browser: Any, demo_room: Served) -> None:
    page, seen = visit(browser, demo_room)
    page.goto(f"{demo_room.address}/network", wait_until="networkidle")
    slider = page.locator(".slide input")
    slider.focus()
    page.keyboard.press("Home")
    assert page.locator(".slide output").inner_text()[:2] in {"19", "20"}
    assert page.locator(".cy canvas").count() == 3
    assert seen == []


def test_queue_answers_to_keys(browser: Any, demo_room: Served) -> None:
    page, _ = visit(browser, demo_room)
    page.goto(f"{demo_room.address}/review", wait_until="networkidle")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("[...document.querySelectorAll('.case')].indexOf(document.activeElement)") == 1
    page.keyboard.press("c")
    assert page.locator(".case").nth(1).locator("details").get_attribute("open") is not None


def test_pages_fit_a_phone(browser: Any, demo_room: Served) -> None:
    page, _ = visit(browser, demo_room, viewport={"width": 360, "height": 740})
    for address in list_pages(demo_room.path)[:-1]:
        page.goto(demo_room.address + address, wait_until="networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_pages_are_whole_without_scripts(browser: Any, demo_room: Served) -> None:
    page, _ = visit(browser, demo_room, java_script_enabled=False)
    page.goto(f"{demo_room.address}/timeline")
    assert page.locator("svg.picture .dot").count() > 20
    page.goto(f"{demo_room.address}/network")
    assert page.locator("svg.picture .dot").count() > 5


def test_first_content_comes_soon(browser: Any, demo_room: Served) -> None:
    page, _ = visit(browser, demo_room)
    page.goto(f"{demo_room.address}/", wait_until="networkidle")
    times = []
    for _ in range(3):  # the best of three: other work on the machine is not what is measured
        page.goto(f"{demo_room.address}/", wait_until="networkidle")
        times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
    assert min(times) < 1_000
