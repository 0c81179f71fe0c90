"""Rule files that a wheel brings parsed are what the files say, and only as long as they say it."""

import json
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from saksi.errors import DataError
from saksi.lang import tables
from tools.parse_tables import parse_tables

DATA = Path(str(files("saksi") / "data"))


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with one rule file, as a wheel has it: parsed beside it."""
    path = tmp_path / "rules.toml"
    path.write_text('word = "serang"\nshare = 1.0\n', encoding="utf-8")
    parsed = tmp_path / "parsed.json"
    parsed.write_text(json.dumps(parse_tables(tmp_path)), encoding="utf-8")
    monkeypatch.setattr(tables, "PARSED", parsed)
    tables.load_parsed.cache_clear()
    yield path
    tables.load_parsed.cache_clear()


def test_parsed_files_say_the_same_in_the_same_types() -> None:
    parsed = parse_tables(DATA)
    paths = sorted(DATA.rglob("*.toml"))
    assert len(paths) > 50
    assert len(parsed) <= len(paths)
    told = {repr(json.loads(text)) for text in parsed.values()}
    assert {repr(tomllib.loads(path.read_text(encoding="utf-8"))) for path in paths} == told


def test_a_parsed_file_is_not_parsed_again(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tomllib, "loads", pytest.fail)
    assert tables.load_toml(rules) == {"word": "serang", "share": 1.0}
    tables.load_toml(rules)["word"] = "bantu"
    assert tables.load_toml(rules)["word"] == "serang"


def test_an_edited_file_is_read_anew(rules: Path) -> None:
    rules.write_text('word = "bantu"\n', encoding="utf-8")
    assert tables.load_toml(rules) == {"word": "bantu"}
    rules.write_text("word =\n", encoding="utf-8")
    with pytest.raises(DataError, match="rules"):
        tables.load_toml(rules)
