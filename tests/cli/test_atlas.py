"""``saksi atlas find`` shows the rows behind a name, and says when there is none."""

import subprocess
import sys

import pytest

from saksi.cli import exits

SAKSI = (sys.executable, "-c", "from saksi.cli.main import main; main()", "atlas", "find")


def find(name: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SAKSI, name], capture_output=True, text=True, check=False, encoding="utf-8", timeout=60
    )


@pytest.mark.parametrize(
    ("name", "table", "part"),
    [
        ("OKS", "actors/organisations.tsv", "Organisasi Kerja Sama Shanghai"),
        ("wang yi", "actors/people.tsv", "2013-03-16"),
        ("turkiye", "actors/states.tsv", "Ankara"),
        ("Al Qaeda", "actors/groups.tsv", "Al-Qaeda"),
        ("Jenewa", "places/places.tsv", "GeoNames"),
    ],
)
def test_rows_are_shown_with_table_and_source(name: str, table: str, part: str) -> None:
    done = find(name)
    assert done.returncode == exits.OK
    assert table in done.stdout
    assert part in done.stdout
    assert "source" in done.stdout


def test_words_of_a_name_find_it_when_no_name_is_whole() -> None:
    assert "Xi Jinping" in find("jinping").stdout


def test_an_unknown_name_fails_and_tells_how_to_add_it() -> None:
    done = find("Karang Ambar Biru")
    assert done.returncode == exits.FAILED
    assert done.stdout == ""
    assert "add-an-actor" in done.stderr
