"""The demo articles are whole, of a page's length, our own, and right about their weekdays."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "src" / "saksi" / "data" / "demo"
GOLD = ROOT.parent / "shared" / "gold"
FILES = sorted(FOLDER.glob("*.txt"))

SHORTEST_SENTENCE = 6  # words: shorter lines are page furniture, which pages do share
LONGEST_SHARED_RUN = 7  # words in a row that a text may have in common with a gold file

YEARS = (
    *(2001, 2004, 2005, 2005, 2012, 2012, 2017, 2020, 2021, 2021, 2021, 2021, 2022),
    *(2022, 2022, 2022, 2022, 2023, 2023, 2023, 2023, 2024, 2024, 2024, 2024, 2024),
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAY_IN_BRACKETS = re.compile(rf"({'|'.join(WEEKDAYS)})[a-z ]* \((\d\d?)/(\d\d?)(?:/(\d{{4}}))?\)")
PRINTED_DAY = re.compile(rf"({'|'.join(WEEKDAYS)}), (\d\d)/(\d\d)/(\d{{4}})")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def words_of(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs_of(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    size = LONGEST_SHARED_RUN + 1
    return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}


def sentences_of(text: str) -> set[str]:
    parts = re.split(r"\n+|(?<=[.!?])[\"”]?\s+", text)
    found = (words_of(part) for part in parts)
    return {" ".join(words) for words in found if len(words) >= SHORTEST_SENTENCE}


def days_of(text: str, year: int) -> Iterator[tuple[str, date]]:
    for pattern in (DAY_IN_BRACKETS, PRINTED_DAY):
        for name, day, month, printed in pattern.findall(text):
            yield name, date(int(printed or year), int(month), int(day))


def test_there_are_articles_enough_and_named_in_order() -> None:
    assert len(FILES) >= 24
    assert [path.name for path in FILES] == [f"demo-{n:02d}.txt" for n in range(1, len(FILES) + 1)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_article_is_plain_text_of_a_page_length(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")  # not read_text, which would hide a carriage return
    assert 100 <= len(text.split()) <= 450
    assert not re.search(r"[\t\r\ufeff\ufffd]", text)
    assert text == text.strip("\n") + "\n"


def test_no_sentence_stands_in_two_articles() -> None:
    sentences = {path.name: sentences_of(read(path)) for path in FILES}
    shared = {(a, b): sentences[a] & sentences[b] for a, b in combinations(sentences, 2)}
    assert not {pair: both for pair, both in shared.items() if both}


def test_weekdays_fit_their_dates() -> None:
    assert len(YEARS) == len(FILES)
    found = [
        (path.name, *day)
        for path, year in zip(FILES, YEARS, strict=True)
        for day in days_of(read(path), year)
    ]
    assert len(found) > len(FILES)
    assert [entry for entry in found if WEEKDAYS[entry[2].weekday()] != entry[1]] == []


def test_nothing_is_taken_from_the_gold() -> None:
    kept = [path for path in sorted(GOLD.rglob("*")) if path.is_file()]
    if not kept:
        pytest.skip("the gold files are not here")
    ours = {path.name: runs_of(read(path)) for path in FILES}
    every = set().union(*ours.values())
    shared = set().union(*(every & runs_of(read(path)) for path in kept))
    assert {name: runs & shared for name, runs in ours.items() if runs & shared} == {}


def test_readme_says_what_it_is_and_names_every_article() -> None:
    readme = read(FOLDER / "README.md")
    assert "CC BY 4.0" in readme
    assert "Do not cite" in readme
    assert re.findall(r"^\| (\d\d) \|", readme, re.MULTILINE) == [path.stem[-2:] for path in FILES]
