"""What pages say of themselves: rules with their examples, whole and broken JSON-LD, flags."""

from __future__ import annotations

import json

import pytest

from saksi.read.addresses import find_outlet, find_page_number, find_url_date
from saksi.read.dates import day_in_indonesia, read_date
from saksi.read.documents import Origin
from saksi.read.json_ld import read_json_ld
from saksi.read.metadata import Claims
from saksi.read.pages import read_page
from saksi.read.rules import UrlRule, load_columns, load_page_rules
from saksi.records import Metadata
from tests.read.build_sources import SOURCES
from tests.read.stories import HARBOUR

RULES = load_page_rules()
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in HARBOUR.paragraphs)


def read(head: str, top: str = "", url: str | None = None, body: str = BODY) -> Metadata:
    """Metadata of a page with that head and those first lines."""
    page = (
        f"<html><head>{head}</head><body><article><h1>{HARBOUR.title}</h1>{top}{body}</article></body></html>"
    )
    found = read_page(page.encode(), Origin("a.html", "html"), Claims(url=url)).metadata
    assert found is not None
    return found


def ld(value: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


@pytest.mark.parametrize(("text", "value"), RULES.dates)
def test_examples_of_dates(text: str, value: str | None) -> None:
    assert read_date(text) == value


@pytest.mark.parametrize("rule", RULES.urls, ids=lambda rule: rule.pattern.pattern)
def test_examples_of_addresses(rule: UrlRule) -> None:
    assert rule.examples
    assert rule.counters
    for url, value in rule.examples:
        found = find_url_date(url)
        assert found is not None
        assert found.value == value
        assert found.raw in url
    for url in rule.counters:
        assert find_url_date(url) is None


def test_every_column_name_is_as_it_is_compared() -> None:
    names = [name for known in load_columns().values() for name in known]
    assert [name for name in names if name != name.lower() or set(name) & set(" .-")] == []


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2024-07-03T18:30:00+00:00", "2024-07-04"),  # half past one at night in Jakarta
        ("2024-07-03T23:30:00+09:00", "2024-07-03"),
        ("2024-07-03T23:30", "2024-07-03"),
        ("2024-07-03", "2024-07-03"),
    ],
)
def test_day_in_indonesia(value: str, day: str) -> None:
    assert day_in_indonesia(value).isoformat() == day


@pytest.mark.parametrize(
    "script",
    [
        json.dumps({"@type": "NewsArticle", "datePublished": "2024-07-03"}),
        json.dumps(
            [
                {"@type": "WebPage"},
                {"@type": ["Thing", "ReportageNewsArticle"], "datePublished": "2024-07-03"},
            ]
        ),
        json.dumps({"@graph": [{"@type": "Article", "datePublished": "2024-07-03"}]}),
        '<!-- {"@type": "NewsArticle", "datePublished": "2024-07-03",} -->',
        '{"@type": "NewsArticle", "description": "dua\nbaris", "datePublished": "2024-07-03"}',
        '{"@type": "NewsArticle", "description": "kata "ini" rusak", "datePublished": "2024-07-03"',
    ],
)
def test_json_ld_in_all_its_forms(script: str) -> None:
    facts = read_json_ld([script], RULES)
    assert ("datePublished", "2024-07-03") in [(fact.field, fact.text) for fact in facts]


def test_dates_of_other_articles_are_left_alone() -> None:
    others = {
        "@type": "ItemList",
        "itemListElement": [{"@type": "NewsArticle", "datePublished": "2031-01-01"}],
    }
    assert read_json_ld([json.dumps([others])], RULES) == ()


@pytest.mark.parametrize(
    "author", ["Sari", {"name": "Sari"}, [{"@type": "Person", "name": "Sari"}], ["Sari"]]
)
def test_author_in_all_its_forms(author: object) -> None:
    found = read(ld({"@type": "NewsArticle", "author": author}))
    assert [candidate.value for candidate in found.authors] == ["Sari"]


def test_sources_come_in_their_order_with_raw_strings() -> None:
    found = read(
        ld({"@type": "NewsArticle", "datePublished": "2024-07-03T12:41:07Z"})
        + '<meta name="publishdate" content="2024/07/03 19:41:07">',
        "<div>Rabu, 3 Juli 2024 - 19:41 WIB</div>",
        HARBOUR.url,
    )
    assert [(c.source, c.raw) for c in found.published] == [
        ("json-ld datePublished", "2024-07-03T12:41:07Z"),
        ("meta publishdate", "2024/07/03 19:41:07"),
        ("url", "/2024/07/03/"),
        ("visible line", "Rabu, 3 Juli 2024 - 19:41 WIB"),
    ]
    assert found.flags == ()


def test_disagreement_is_flagged_and_both_are_kept() -> None:
    found = read('<meta property="article:published_time" content="2021-02-03">', url=HARBOUR.url)
    assert [c.value for c in found.published] == ["2021-02-03", "2024-07-03"]
    assert found.flags == ("dates-disagree",)


@pytest.mark.parametrize("word", ["Diperbarui", "diperbarui pada", "Update:", "Terakhir diubah"])
def test_stamp_of_a_revision_is_no_date_of_issue(word: str) -> None:
    found = read("", f"<p>{word} 9 Juli 2024, 10:00 WIB</p>")
    assert found.published == ()
    assert [c.value for c in found.modified] == ["2024-07-09T10:00+07:00"]


def test_boxes_below_the_story_give_no_date() -> None:
    assert read("", body=BODY + "<p>Populer</p><p>9 Juli 2031, 10:00 WIB</p>").published == ()


def test_author_that_is_the_outlet_is_flagged() -> None:
    head = '<meta property="og:site_name" content="Kabar Ambar"><meta name="author" content="Kabar Ambar">'
    assert "author-is-outlet" in read(head).flags
    assert "author-is-outlet" in read('<meta name="author" content="Tim Redaksi">').flags
    assert read('<meta name="author" content="Sari Wulan">').flags == ()


@pytest.mark.parametrize(
    ("address", "page"),
    [("?page=2", 2), ("?page=all", None), ("/halaman/3", 3), ("?page=1", 1), ("", None), ("?pages=2", None)],
)
def test_page_number(address: str, page: int | None) -> None:
    assert find_page_number(f"https://kabar.example/sidang{address}") == page


def test_flags_of_parts_of_an_article() -> None:
    assert "later-page" in read("", url="https://kabar.example/a?page=2").flags
    assert "later-page" in read("<title>Sidang dibuka - Halaman 2 - Kabar</title>").flags
    assert "more-pages" in read('<link rel="next" href="?page=2">').flags
    assert (
        "truncated"
        in read(
            "", body=BODY + "<p>Para nelayan menunggu keputusan yang akan diambil pemerintah...</p>"
        ).flags
    )
    assert "paywall" in read(ld({"@type": "NewsArticle", "isAccessibleForFree": False})).flags


@pytest.mark.parametrize(
    ("printed", "outlet"),
    [
        ("internasional.kompas.com", "kompas.com"),
        ("ANTARA News", "antaranews"),
        ("kabar.example", "kabar.example"),
    ],
)
def test_outlet_from_host_or_name(printed: str, outlet: str) -> None:
    assert find_outlet(printed) == outlet


def test_title_loses_the_name_of_the_site() -> None:
    head = f'<meta property="og:title" content="{HARBOUR.title} - Kabar Ambar"><meta property="og:site_name" content="Kabar Ambar">'
    page = f"<html><head>{head}</head><body><article>{BODY}</article></body></html>"
    article = read_page(page.encode(), Origin("a.html", "html"), Claims())
    assert article.text.splitlines()[0] == HARBOUR.title


def test_text_that_stands_in_json_ld_alone_is_read() -> None:
    page = f"<html><head>{ld({'@type': 'NewsArticle', 'articleBody': HARBOUR.body})}</head><body><div id=app></div></body></html>"
    article = read_page(page.encode(), Origin("a.html", "html"), Claims())
    assert HARBOUR.paragraphs[3] in article.text


def test_encoding_is_the_one_that_fits() -> None:
    page = (SOURCES / "pelabuhan.html").read_bytes()
    lying = page.replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    assert "“Kapal pertama" in read_page(lying, Origin("a.html", "html"), Claims()).text
    old = page.decode().encode("cp1252")
    assert "“Kapal pertama" in read_page(old, Origin("a.html", "html"), Claims(), "windows-1252").text
    told = read_page(old, Origin("a.html", "html"), Claims()).problems[0].why
    assert "are no utf-8" in told


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        ("Penulis: Sari Wulan | Editor: Bayu", ["Sari Wulan"]),
        ("Oleh Sari Wulan", ["Sari Wulan"]),
        ("by Sari Wulan", ["Sari Wulan"]),
        ("Sari Wulan\nPenulis\nTim Redaksi", ["Sari Wulan"]),
        ("Reporter\nSari Wulan", ["Sari Wulan"]),
        ("Editor: Bayu", []),
        ("Oleh karena itu pelabuhan dibuka", []),
        ("Tim Redaksi\nPenulis", []),
    ],
)
def test_visible_bylines(lines: str, authors: list[str]) -> None:
    found = read("", "".join(f"<div>{line}</div>" for line in lines.split("\n")))
    assert [candidate.value for candidate in found.authors] == authors


def test_day_of_the_visit_above_the_headline_is_no_date_of_issue() -> None:
    page = "<html><body><div>{top}</div><h1>" + HARBOUR.title + "</h1>" + BODY + "</body></html>"
    tops = {"Rabu, 25 November 2026 10:00": [], "Rabu, 3 Juli 2024 10:00 WIB": ["2024-07-03T10:00+07:00"]}
    for top, dates in tops.items():
        article = read_page(page.format(top=top).encode(), Origin("a.html", "html"), Claims())
        assert article.metadata is not None
        assert [c.value for c in article.metadata.published] == dates
