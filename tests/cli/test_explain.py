"""``explain`` writes sections as plain columns when nobody sits at a terminal."""

from saksi.cli.explain import write_plain
from saksi.explain import Section


def test_columns_are_flush_and_rows_may_differ_in_length() -> None:
    section = Section("names", (("Rukmi", "person"), ("Kota Ambar", "place", "city"), ("x",)))
    assert list(write_plain([section])) == [
        "== names",
        "Rukmi       person",
        "Kota Ambar  place   city",
        "x",
        "",
    ]


def test_section_without_rows_keeps_its_title() -> None:
    assert list(write_plain([Section("clauses", ())])) == ["== clauses", ""]
