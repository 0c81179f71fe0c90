"""The atlas knows the usual names, matches the longest, and its tables have no faults."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from time import process_time

import pytest

from saksi.check.atlas import cases, find_faults
from saksi.errors import DataError
from saksi.lang.atlas import COMMON, TABLES, Atlas, load_atlas, read_table, split_alias
from saksi.lang.language import load_language
from saksi.records import Entry
from saksi.segment.tokens import tokenize

DATA = files("saksi") / "data"
#: Seconds; the figure asked of the loader is 0.25 on an idle machine.
LOAD_LIMIT = 1.0


@cache
def atlas() -> Atlas:
    return load_atlas(DATA)


def names(text: str) -> list[tuple[str, list[str]]]:
    tokens, i, out = tokenize(text, 0, len(text)), 0, []
    while i < len(tokens):
        n, entries = atlas().match(tokens, i)
        if n:
            out.append((" ".join(t.text for t in tokens[i : i + n]), [e.id for e in entries]))
        i += n or 1
    return out


def first(text: str) -> Entry:
    tokens = tokenize(text, 0, len(text))
    n, entries = atlas().match(tokens, 0)
    assert n == len(tokens), f"{text}: {n} of {len(tokens)} tokens"
    return entries[0]


def forms() -> Iterator[str]:
    for table in TABLES:
        for row in read_table(DATA, table):
            yield from row.forms


def test_tables_have_no_faults() -> None:
    assert find_faults(DATA) == ()


def test_faults_are_found(tmp_path: Path) -> None:
    for table in TABLES:
        path = tmp_path / table.path
        path.parent.mkdir(exist_ok=True)
        path.write_text("\t".join(table.columns) + "\n", encoding="utf-8")
    rows = ("ZZB\tBeta\tKarang\t\t\t\t\t1990-13|2001\t", "ZZA\tAlfa\tKarang\t\t\t\t1980\t1990\tinvented")
    states = tmp_path / "actors" / "states.tsv"
    states.write_text(states.read_text(encoding="utf-8") + "\n".join(rows) + "\n", encoding="utf-8")
    faults = " / ".join(find_faults(tmp_path))
    for part in (
        "stands after ZZB",
        "no source",
        "no ISO date",
        "more beginnings",
        "ends before",
        "Karang means state/ZZB",
    ):
        assert part in faults


def test_a_name_of_two_actors_is_a_fault(tmp_path: Path) -> None:
    for table in TABLES:
        path = tmp_path / table.path
        path.parent.mkdir(exist_ok=True)
        path.write_text("\t".join(table.columns) + "\n", encoding="utf-8")
    for where, row in (
        ("actors/states.tsv", "ZZA\tAlfa\tKarang\t\t\t\t2001-04\t2001-05\tinvented"),
        ("actors/groups.tsv", "Karang\tZZA\tREB\tKarang\t\t\t\t\t\tinvented"),
    ):
        table_path = tmp_path / where
        table_path.write_text(table_path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    faults = " / ".join(find_faults(tmp_path))
    assert "Karang means state/ZZA and group/Karang" in faults
    assert "ends before it begins" in faults


def test_saksi_check_reads_every_table() -> None:
    found = list(cases(load_language()))
    assert {case.text for case in found} >= {table.path for table in TABLES}
    assert [case.name for case in found if case.run() is not None] == []


def test_every_form_is_cut_as_a_sentence_is() -> None:
    wrong = [
        form for form in forms() if split_alias(form) != tuple(t.text for t in tokenize(form, 0, len(form)))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("text", "identity", "code", "sector"),
    [
        ("AS", "state/USA", "USA", None),
        ("A.S.", "state/USA", "USA", None),
        ("Tiongkok", "state/CHN", "CHN", None),
        ("Korut", "state/PRK", "PRK", None),
        ("Organisasi Kerja Sama Shanghai", "org/SCO", "IGO", None),
        ("DK PBB", "org/UN-Security-Council", "UNO", None),
        ("TNI AL", "org/TNI-AL", "IDN", "MIL"),
        ("Isis-K", "group/ISIS-K", "IMG", "UAF"),
        ("Hizbullah", "group/Hezbollah", "LBN", "REB"),
        ("wapres", "office/wakil-presiden", None, "GOV"),
        ("Menlu", "office/menteri-luar-negeri", None, "GOV"),
        ("mantan", "modifier/mantan", None, "ELI"),
        ("Kemlu", "body/kementerian-luar-negeri", None, "GOV"),
        ("kapal perang", "vehicle/kapal-perang", None, "MIL"),
        ("Xi", "person/Xi-Jinping", "CHN", "GOV"),
        ("Zelenskyy", "person/Volodymyr-Zelensky", "UKR", "GOV"),
    ],
)
def test_entries(text: str, identity: str, code: str | None, sector: str | None) -> None:
    entry = first(text)
    assert (entry.id, entry.code, entry.sector) == (identity, code, sector)
    assert atlas().by_id[identity] is entry


def test_places() -> None:
    geneva, strait, khan = first("Jenewa"), first("Selat Hormuz"), first("Khan Younis")
    assert (geneva.geonameid, geneva.country, geneva.precision) == (2660646, "CHE", "city")
    assert (strait.geonameid, strait.country, strait.precision) == (None, None, "water")
    assert khan.country == "PSE"
    assert 31 < (khan.lat or 0) < 32


def test_a_capital_is_government_and_place() -> None:
    assert names("Washington") == [("Washington", ["state/USA", "place/Washington"])]


def test_the_longest_name_wins() -> None:
    text = "Menteri Luar Negeri Korea Selatan dan Sudan Selatan tiba di Laut China Selatan"
    assert [name for name, _ in names(text)] == [
        "Menteri Luar Negeri",
        "Korea Selatan",
        "Sudan Selatan",
        "Laut China Selatan",
    ]


def test_capitals_matter_where_the_table_has_them() -> None:
    assert names("as iran XI") == []
    assert [ids for _, ids in names("AMERIKA SERIKAT DAN IRAN")] == [["state/USA"], ["state/IRN"]]


def test_nouns_are_doubled_and_take_nya() -> None:
    text = "Negara-negara itu, kapal-kapal perang dan pasukannya; anak-anak menunggu presidennya"
    assert [ids[0] for _, ids in names(text)] == [
        "agent/negara",
        "vehicle/kapal-perang",
        "agent/pasukan",
        "agent/anak-anak",
        "office/presiden",
    ]
    assert names("Irannya") == []


@pytest.mark.parametrize("word", ["Kota", "Batu", "Victoria", "Vladimir", "Natal", "Kita", "US"])
def test_common_words_are_no_places(word: str) -> None:
    assert names(word) == []


def test_only_common_nouns_are_written_small() -> None:
    wrong = {
        (row.entry.id, form)
        for table in TABLES
        for row in read_table(DATA, table)
        for form in row.forms
        if row.entry.kind not in COMMON and form == form.lower() and " " not in form
    }
    assert wrong == set()


def test_tables_are_as_large_as_promised() -> None:
    counts = {table.path: sum(1 for _ in read_table(DATA, table)) for table in TABLES}
    assert counts["actors/states.tsv"] >= 240
    assert counts["actors/organisations.tsv"] >= 900
    assert counts["actors/groups.tsv"] >= 600
    assert counts["actors/people.tsv"] >= 1500
    assert 3000 < counts["places/places.tsv"] < 9000


def test_loading_is_quick() -> None:
    start = process_time()
    load_atlas(DATA)
    assert process_time() - start < LOAD_LIMIT


def test_bad_cell_names_file_and_row(tmp_path: Path) -> None:
    places = next(table for table in TABLES if table.path.startswith("places"))
    (tmp_path / "places").mkdir()
    rows = ("\t".join(places.columns), "Karang Ambar\t\tIDN\tx1\t0\t0\tcity\t\tinvented")
    (tmp_path / places.path).write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(DataError, match="Karang Ambar"):
        list(read_table(tmp_path, places))
