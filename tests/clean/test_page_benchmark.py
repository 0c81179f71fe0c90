"""The benchmark of invented pages holds its floors, and its pages are what it says they are."""

from __future__ import annotations

from html import escape

import pytest

from benchmarks.pages import measure as benchmark
from saksi.clean.furniture import match_line
from saksi.lang.language import load_language

PAGES = benchmark.build_pages()


def test_there_are_enough_pages_and_styles() -> None:
    assert len(PAGES) >= 60
    assert len({page.name.rsplit("-", 1)[0] for page in PAGES}) >= 12
    assert len({page.text for page in PAGES}) == len(PAGES)


def test_every_role_of_the_catalogue_is_on_some_page() -> None:
    rules = load_language().furniture
    known = {rule.role for rule in rules.lines} | benchmark.STORY | {"kicker", "dateline", "repeat"}
    assert known == {row.role for page in PAGES for row in page.rows}
    assert match_line("ADVERTISEMENT", rules.lines, "tail") is not None


def test_roles_are_right_and_no_line_of_the_story_is_lost() -> None:
    figures, wrong = benchmark.measure(PAGES)
    assert figures["roles_right"] >= benchmark.ROLE_FLOOR, "\n".join(wrong)
    assert figures["body_recall"] == benchmark.BODY_FLOOR


def test_a_page_stands_whole_in_its_html() -> None:
    page = PAGES[0]
    source = benchmark.write_html(page)
    assert all(escape(row.text) in source for row in page.rows)


def test_a_bad_line_of_a_style_is_refused() -> None:
    with pytest.raises(ValueError, match=r"ROLE\|TEXT"):
        list(benchmark.fill(["no role here"], 0, {}))
