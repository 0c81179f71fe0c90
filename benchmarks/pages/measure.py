"""Measures line roles on invented pages, beside what two HTML extractors leave on them.

Turns the stories and the outlet styles beside this file into 72 pages, each as scraped text with
the role of every line and as HTML. Prints how many lines saksi labels rightly, how much of the
story it keeps, and, where they are installed, how much of the story trafilatura and jusText find
and how many lines of furniture they leave in it.

    python benchmarks/pages/measure.py [--wrong] [--write FILE]
"""

from __future__ import annotations

import argparse
import html
import importlib
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from saksi.clean.pages import clean
from saksi.lang.language import load_language
from saksi.records import Article

FOLDER = Path(__file__).resolve().parent
#: Pages of one style: the marks [0] to [3] before a line of a style say on which it stands.
EACH = 4
#: The least that must be reached.
ROLE_FLOOR, BODY_FLOOR = 0.97, 1.0
#: Shorter lines of furniture ("A", "1") stand in any text by chance, in characters.
_LONG = 12
STORY = frozenset({"title", "lead", "body", "subhead"})
_LINE = re.compile(r"(?:\[([\d,]+)\] )?(\w+)\|(.*)")
_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905  # a line a year
_PEOPLE = ("Sekar Arum", "Arung Panca", "Sulung Bayu", "Rengganis Tirta", "Bima Laksa", "Citra Ulung")

Extract = Callable[[str], str]


class Row(NamedTuple):
    """One line of a page and what it is there for."""

    role: str
    text: str


class PageCase(NamedTuple):
    """One page: its name, and its lines in order."""

    name: str
    rows: tuple[Row, ...]

    @property
    def text(self) -> str:
        """The page as scrapers leave it: its lines with an empty one between."""
        return "\n\n".join(row.text for row in self.rows)


def main() -> int:
    """Measure and print; the exit code is 1 under a floor."""
    parser = argparse.ArgumentParser(description="Measures line roles on invented pages.")
    parser.add_argument("--wrong", action="store_true", help="print every line with a wrong role")
    parser.add_argument("--write", type=Path, help="write the figures to this JSON file")
    options = parser.parse_args()
    pages = build_pages()
    figures, wrong = measure(pages)
    for line in wrong if options.wrong else ():
        print(line)
    for name, extract in find_extractors():
        figures |= {f"{name}.{key}": value for key, value in judge_extractor(pages, extract).items()}
        both = judge_extractor(pages, _then_saksi(extract))
        figures |= {f"{name}+saksi.{key}": value for key, value in both.items()}
    for name, value in figures.items():
        print(f"{name:<28} {value:g}")
    if options.write is not None:
        options.write.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0 if figures["roles_right"] >= ROLE_FLOOR and figures["body_recall"] >= BODY_FLOOR else 1


# ---- pages -----------------------------------------------------------------------


def build_pages(folder: Path = FOLDER) -> tuple[PageCase, ...]:
    """All pages, the same ones at every call."""
    stories = tomllib.loads((folder / "stories.toml").read_text(encoding="utf-8"))["story"]
    pages = []
    for number, style in enumerate(sorted((folder / "styles").glob("*.txt"))):
        template = style.read_text(encoding="utf-8").splitlines()
        for index in range(EACH):
            fields = make_fields(stories, number * EACH + index)
            pages.append(PageCase(f"{style.stem}-{index}", tuple(fill(template, index, fields))))
    return tuple(pages)


def fill(template: Sequence[str], index: int, fields: dict[str, str]) -> Iterator[Row]:
    """The lines of a style that stand on this page, with the story filled in."""
    for line in template:
        match = _LINE.fullmatch(line)
        if match is None:
            if line and not line.startswith("#"):
                raise ValueError(f"a line of a style is ROLE|TEXT, not {line!r}")
        elif match[1] is None or str(index) in match[1].split(","):
            yield Row(match[2], match[3].format_map(fields))


def make_fields(stories: Sequence[dict[str, Any]], number: int) -> dict[str, str]:
    """What a style may name: the story, its people, its day, headlines of other stories."""
    story = stories[number % len(stories)]
    author, editor, photographer = (_PEOPLE[(number + shift) % len(_PEOPLE)] for shift in (0, 2, 4))
    day = date(2024, 7, 5) + timedelta(days=9 * number)
    fields = {key: story[key] for key in ("title", "deck", "place", "caption", "subhead")}
    fields |= {f"p{index}": text for index, text in enumerate(story["paragraphs"], start=1)}
    fields |= {f"rel{shift}": stories[(number + 2 * shift) % len(stories)]["title"] for shift in range(1, 5)}
    fields |= {f"tag{index}": tag for index, tag in enumerate(story["tags"], start=1)}
    fields |= {
        f"hash{index}": tag.title().replace(" ", "") for index, tag in enumerate(story["tags"], start=1)
    }
    fields |= {"author": author, "editor": editor, "photographer": photographer}
    fields |= {"slug": "-".join(re.findall(r"[a-z0-9]+", story["title"].lower()))}
    fields |= {
        "tagline": ", ".join(tag.lower() for tag in story["tags"]),
        "tag2lower": story["tags"][1].lower(),
    }
    fields |= {"ini": f"{author[:3]}/{editor[:3]}".lower(), "ini3": author[:3].lower()}
    return (
        fields
        | _dates(day, number)
        | {key.upper(): fields[key].upper() for key in ("place", "author", "editor")}
    )


def _dates(day: date, number: int) -> dict[str, str]:
    month, later = _MONTHS[day.month - 1], day + timedelta(days=500)
    written = f"{day.day} {month} {day.year}"
    weekday = _WEEKDAYS[day.weekday()]
    return {
        "weekday": weekday,
        "WEEKDAY": weekday.upper(),
        "date": written,
        "DATE": written.upper(),
        "dateshort": f"{day.day:02} {month[:3]} {day.year}",
        "dmy": f"{day:%d/%m/%Y}",
        "later": f"{later.day} {_MONTHS[later.month - 1]} {later.year}",
        "clock": f"{7 + number % 12:02}:{number * 7 % 60:02}",
        "year": str(day.year),
    }


# ---- saksi -----------------------------------------------------------------------


def measure(pages: Sequence[PageCase]) -> tuple[dict[str, float], list[str]]:
    """Figures of saksi's line roles, and a line of text for each wrong one."""
    rules = load_language().furniture
    lines = right = story = kept = furniture = found = 0
    wrong = []
    for page in pages:
        for row, got in zip(page.rows, read_roles(page, rules), strict=True):
            lines += 1
            right += got == row.role
            told = row.role in STORY
            story, kept = story + told, kept + (told and got in STORY)
            furniture, found = furniture + (not told), found + (not told and got not in STORY)
            if got != row.role:
                wrong.append(f"{page.name}: want {row.role}, got {got}: {row.text[:90]}")
    figures = {
        "pages": len(pages),
        "styles": len(pages) // EACH,
        "lines": lines,
        "roles_right": right / lines,
    }
    return figures | {"body_recall": kept / story, "furniture_found": found / furniture}, wrong


def read_roles(page: PageCase, rules: Any) -> list[str]:
    """The role saksi gives to each line of a page; of a line that was parted, the first part's."""
    text = page.text
    roles = {line.start: line.role for line in clean(Article(page.name, text), rules).lines}
    found, at = [], 0
    for row in page.rows:
        start = text.index(row.text, at) + len(row.text) - len(row.text.lstrip())
        found.append(roles[start])
        at = start + len(row.text.strip())
    return found


# ---- HTML extractors -------------------------------------------------------------

_OUTSIDE = frozenset({"nav", "share", "comments", "copyright", "tags", "paging", "paywall"})
_TAGS = {"title": "h1", "subhead": "h2", "caption": "figcaption", "related": "li"}


def write_html(page: PageCase) -> str:
    """The page as HTML: the story in an article, furniture in it where outlets have it there."""
    title = next((row.text for row in page.rows if row.role == "title"), page.name)
    parts = [_element(row) for row in page.rows]
    head = f"<head><meta charset='utf-8'><title>{html.escape(title)}</title></head>"
    return f"<!DOCTYPE html><html lang='id'>{head}<body><main><article>{''.join(parts)}</article></main></body></html>"


def _element(row: Row) -> str:
    text = html.escape(row.text)
    if row.role in _OUTSIDE:
        return f"<div class='{row.role}'><a href='#'>{text}</a></div>"
    if row.role == "related":
        return f"<p class='related'><a href='/berita'>{text}</a></p>"
    tag = _TAGS.get(row.role, "p")
    return f"<{tag} class='{row.role}'>{text}</{tag}>"


def find_extractors() -> Iterator[tuple[str, Extract]]:
    """The extractors that are installed; says which are not."""
    for name, make in (("trafilatura", _trafilatura), ("justext", _justext)):
        try:
            yield name, make()
        except ImportError:
            print(f"{name} is not installed; left out")


def _trafilatura() -> Extract:
    module = importlib.import_module("trafilatura")
    return lambda page: module.extract(page, include_comments=False) or ""


def _justext() -> Extract:
    module = importlib.import_module("justext")
    words = module.get_stoplist("Indonesian")
    # With its own thresholds it keeps no paragraph under 200 characters that stands among links.
    loose = {"length_low": 50, "length_high": 90, "stopwords_low": 0.1, "stopwords_high": 0.15}

    def extract(page: str) -> str:
        parts = module.justext(page.encode(), words, **loose)
        return "\n".join(part.text for part in parts if not part.is_boilerplate)

    return extract


def _then_saksi(extract: Extract) -> Extract:
    """The story lines saksi finds in what an extractor gives."""
    rules = load_language().furniture

    def read(page: str) -> str:
        text = extract(page)
        lines = clean(Article("page", text), rules).lines
        return "\n".join(text[line.story_start : line.end] for line in lines if line.role in STORY)

    return read


def _is_countable(row: Row) -> bool:
    """Whether a line of furniture can be told from the story it may stand in: long, and no copy of it."""
    return row.role != "repeat" and len(row.text) >= _LONG


def _core(row: Row) -> str:
    """The line without what may be cut off its ends: a dateline before, initials behind."""
    text = " ".join(row.text.split())
    return text[-60:].rstrip("*) (").rsplit(" (", 1)[0] if row.role == "body" else text


def judge_extractor(pages: Sequence[PageCase], extract: Extract) -> dict[str, float]:
    """Share of the story's paragraphs found, and lines of furniture left a page."""
    told = found = left = 0
    for page in pages:
        text = " ".join(extract(write_html(page)).split())
        for row in page.rows:
            inside = _core(row) in text
            told, found = told + (row.role == "body"), found + (row.role == "body" and inside)
            left += inside and row.role not in STORY and _is_countable(row)
    return {"body_recall": round(found / told, 4), "furniture_left_a_page": round(left / len(pages), 2)}


if __name__ == "__main__":
    sys.exit(main())
