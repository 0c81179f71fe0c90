"""Every page answers in both languages, is whole HTML, and names nothing outside."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.store.store import Store
from tests.web.rooms import Reading, list_pages, open_room

LANGUAGES = ("en", "id")
VOID = {"meta", "link", "input", "br", "img"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_answers(demo_store: Path, demo: TestClient, language: str) -> None:
    for address in list_pages(demo_store):
        answer = demo.get(address, headers={"accept-language": language})
        assert answer.status_code == (404 if address == "/no-such-page" else 200), address
        page = Reading(answer.text)
        assert page.elements[0] == ("html", {"lang": language}), address
        assert sum(tag == "h1" for tag, _ in page.elements) == 1, address
        assert "{" not in "".join(page.words).replace("{7*7}", ""), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_name_no_other_host(demo_store: Path, demo: TestClient, language: str) -> None:
    for address in list_pages(demo_store):
        for tag, attributes in Reading(
            demo.get(address, headers={"accept-language": language}).text
        ).elements:
            for name in ("href", "src", "action", "hx-get", "data-network"):
                target = attributes.get(name)
                assert target is None or re.match(r"/(?!/)|[#?]", target), (address, tag, target)


def test_links_of_pages_lead_somewhere(demo_store: Path, demo: TestClient) -> None:
    seen: set[str] = set()
    for address in list_pages(demo_store):
        for tag, attributes in Reading(demo.get(address).text).elements:
            target = (attributes.get("href") or "").partition("#")[0]
            if tag in {"a", "link"} and target.startswith("/") and not target.startswith("/export/"):
                seen.add(target)
    assert len(seen) > 300
    sample = sorted(seen)[:: max(1, len(seen) // 150)]
    assert [target for target in sample if demo.get(target).status_code != 200] == []


def test_language_is_asked_for_kept_and_guessed(demo: TestClient) -> None:
    assert 'lang="id"' in demo.get("/", headers={"accept-language": "id-ID,id;q=0.9"}).text[:200]
    assert 'lang="en"' in demo.get("/", headers={"accept-language": "fr"}).text[:200]
    assert 'lang="id"' in demo.get("/?lang=id").text[:200]
    assert 'lang="id"' in demo.get("/", headers={"accept-language": "en"}).text[:200]  # the cookie


def test_every_picture_has_its_table(demo: TestClient) -> None:
    for address in ("/", "/timeline", "/map", "/network", "/pair?pair=CHN&with=RUS", "/actor/RUS"):
        page = demo.get(address).text
        assert page.count('class="picture"') >= 1, address
        assert page.count("<table") >= 1, address


def test_timeline_draws_what_the_store_tells(demo_store: Path, demo: TestClient) -> None:
    with Store.open(demo_store) as store:
        rows = store.timeline(actor="RUS")
    page = demo.get("/timeline?actor=RUS").text
    assert len(rows) > 5
    assert page.count('class="dot') == len(rows)
    assert all(f'href="/incident/{row.id}"' in page for row in rows)


def test_filters_that_fit_nothing_are_told(demo: TestClient) -> None:
    answer = demo.get("/timeline?type=DANCE")
    assert answer.status_code == 400
    assert "must be one of" in answer.text
    assert demo.get("/timeline?quad=x").status_code == 400
    assert demo.get("/incident/zzz").status_code == 400
    assert demo.get("/article/zzz").status_code == 400
    assert demo.get("/actor/Nobody%20At%20All").status_code == 400


def test_witness_is_marked_in_its_article(demo_store: Path, demo: TestClient) -> None:
    with Store.open(demo_store) as store:
        event = store.events(actor="RUS")[0]
    page = demo.get(f"/article/{event.article}?w={event.start}-{event.end}").text
    seen = re.findall(r'<span class="(?:m [^"]*)?seen"[^>]*>([^<]*)</span>', page)
    told = "".join(seen).replace("&#34;", '"').replace("&#39;", "'").replace("&amp;", "&")
    assert "".join(told.split()) == "".join(event.evidence.split())
    assert page.count('id="w"') == 1


def test_pages_come_while_articles_are_added(tmp_path: Path) -> None:
    import threading

    from saksi.cli.demo import read_demo

    path = tmp_path / "growing.saksi"
    articles = read_demo()
    with Store.open(path, write=True) as store:
        store.add(articles[:3])
    failures: list[Exception] = []

    def add() -> None:
        try:
            with Store.open(path, write=True) as store:
                for article in articles[3:]:
                    store.add([article])
        except Exception as error:  # noqa: BLE001  # whatever it is, the test tells it
            failures.append(error)

    writer = threading.Thread(target=add)
    writer.start()
    with open_room(path) as client:
        rounds = 0
        while writer.is_alive() or rounds == 0:
            for address in ("/", "/timeline", "/map", "/network", "/sources", "/review", "/api/v1/events"):
                assert client.get(address).status_code == 200
            rounds += 1
        assert "26" in client.get("/").text
    assert failures == []
