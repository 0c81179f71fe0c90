"""Libraries from elsewhere are those of the list, with their licences, and not a sign more."""

import hashlib
import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "src" / "saksi" / "web" / "vendor"
TESTING = ROOT / "tests" / "web" / "vendor"
FREE = {"MIT", "ISC", "0BSD", "BSD-0-Clause"}


@pytest.mark.parametrize("home", [SHIPPED, TESTING], ids=["shipped", "testing"])
def test_files_are_those_of_the_list(home: Path) -> None:
    rows = json.loads((home / "vendor.json").read_text(encoding="utf-8"))
    for row in rows:
        data = (home / row["file"]).read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (row["sha256"], row["bytes"]), row["file"]
        assert (home / f"{row['file'].split('.')[0]}.LICENCE.txt").stat().st_size > 300
    listed = {row["file"] for row in rows} | {f"{row['file'].split('.')[0]}.LICENCE.txt" for row in rows}
    assert {path.name for path in home.iterdir()} == listed | {"vendor.json"}


def test_what_is_shipped_is_free() -> None:
    rows = json.loads((SHIPPED / "vendor.json").read_text(encoding="utf-8"))
    assert {row["licence"] for row in rows} <= FREE


def test_our_scripts_name_no_host() -> None:
    for path in (SHIPPED.parent / "static").iterdir():
        text = path.read_text(encoding="utf-8").replace('xmlns="http://www.w3.org/2000/svg"', "")
        assert "://" not in text, path.name
        assert "eval(" not in text, path.name
        assert "innerHTML" not in text, path.name
