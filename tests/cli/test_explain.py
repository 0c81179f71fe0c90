"""``explain`` writes sections as plain columns when nobody sits at a terminal."""

from saksi.cli.explain import write_plain
from saksi.explain import Section, explain_article
from saksi.lang.language import load_language
from saksi.records import Article


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


def test_a_file_is_explained_as_an_article() -> None:
    article = Article(
        "x", "Peru Kecam Chad\n\nPernyataan itu terbit pada Senin. Belum ada keterangan lain.\n"
    )
    sections = {section.title: section.rows for section in explain_article(article, load_language())}
    assert [row[0] for row in sections["events"]] == ["ACCUSE"]
