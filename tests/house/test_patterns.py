"""Patterns read the same on every Python 3.11: before 3.11.5 possessive groups lose their place (gh-106052)."""

import re
from pathlib import Path

SOURCES = Path(__file__).resolve().parents[2] / "src" / "saksi"
POSSESSIVE = re.compile(r"(\([^()]*\)|\))[*+?]\+")
#: Groups of single characters, which cannot fail half-way.
SINGLE = {"(?:{_INSIDE})", "(?:{_INSIDE}|-)"}


def possessive_groups(text: str) -> list[str]:
    return [match.group() for match in POSSESSIVE.finditer(text) if match.group(1) not in SINGLE]


def test_no_possessive_group() -> None:
    files = [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.toml")]
    told = {str(file.relative_to(SOURCES)): possessive_groups(file.read_text("utf-8")) for file in files}
    assert {name: found for name, found in told.items() if found} == {}


def test_the_search_finds_one() -> None:
    assert possessive_groups(r"\d+(?:[.,]\d+)*+") == [r"(?:[.,]\d+)*+"]
    assert possessive_groups(r"(?:(?:ab)?c)++") == [")++"]
