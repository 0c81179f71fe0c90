"""The examples of the furniture rules hold, and bad rule files are refused with the place named."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from saksi.errors import DataError
from saksi.lang.furniture import load_furniture
from saksi.lang.outlets import load_outlets

DATA = files("saksi") / "data"
GOOD = (DATA / "lang/id/furniture.toml").read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('role = "ad"', 'role = "advert"', "role, before and after must be of"),
        ('where = "head"', 'where = "top"', "where is head or tail"),
        ("%crew%", "%crews%", "%crews% is not in"),
        ('id = "advert"', 'id = "advert"\ncolour = "red"', "unknown key"),
        (r"^(?:\d{1,2}:)?\d{1,2}:\d{2}$", "^(", "does not compile"),
    ],
)
def test_bad_rules_are_refused(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    path = tmp_path / "furniture.toml"
    path.write_text(GOOD.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError, match=r"furniture\.toml: ") as error:
        load_furniture(path, DATA / "outlets")
    assert said in str(error.value)


def test_outlets_that_print_the_same_name_are_refused(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text(
            f'id = "{name}"\nname = "X"\nprinted = ["Warta Contoh"]\nvalid_from = 2020\n'
        )
    with pytest.raises(DataError, match=r"b\.toml: Warta Contoh"):
        load_outlets(tmp_path)


def test_names_of_outlets() -> None:
    outlets = load_outlets(DATA / "outlets")
    assert outlets.find_id("LKBN  Antara") == "antaranews"
    assert outlets.find_id("Kabarmalam.co.id") == "kabarmalam"
    assert outlets.find_id("HARIAN CONTOH") == "harian contoh"
