"""An analysis becomes rows: witnesses kept, names gathered, offices read."""

import pytest

from saksi.lang.language import load_language
from saksi.pipeline import analyse
from saksi.records import Article
from saksi.resolve.across.records import ActorMention, Rows
from saksi.resolve.across.rows import find_country, make_office_term, make_rows

TEXT = """Kota Ambar (SWARA) - Wakil Menteri Luar Negeri Mongolia Ganzorig Batmunkh bertemu Menteri Perdagangan Peru Ana Quilcaro di Jakarta, Senin (15/4).

Milisi menyerang pasar di Jakarta, Selasa (16/4), dan menewaskan lima orang.

Copyright © SWARA 2024
"""


def read(text: str) -> Rows:
    language = load_language()
    return make_rows(analyse(Article("-", text), language), language, "d")


def by_name(rows: Rows) -> dict[str, ActorMention]:
    return {mention.name: mention for mention in rows.mentions}


def test_rows_point_to_their_document_and_to_characters() -> None:
    rows = read(TEXT)
    sources = {row.source for part in (rows.mentions, rows.events, rows.statements) for row in part}
    assert sources | {row.source for row in rows.relations} == {rows.events[0].source}
    assert rows.events[0].source.published is not None
    person = by_name(rows)["Ganzorig Batmunkh"]
    assert any("Ganzorig" in TEXT[span.start : span.end] for span in person.spans)
    for event in rows.events:
        assert event.evidence in event.mentions


def test_sides_are_mentions_of_the_same_rows() -> None:
    rows = read(TEXT)
    known = {mention.id for mention in rows.mentions}
    assert len(known) == len(rows.mentions)
    for event in rows.events:
        assert {*event.actor, *event.recipient} <= known
    assert all(relation.subject in known for relation in rows.relations)


def test_offices_are_read_and_company_is_kept() -> None:
    person = by_name(read(TEXT))["Ganzorig Batmunkh"]
    assert (person.office_term, person.code) == ("wakil menteri luar negeri", "MNG")
    assert "state/PER" in person.beside


def test_words_and_sites_of_an_event() -> None:
    attack = next(row for row in read(TEXT).events if row.event == "ASSAULT")
    assert attack.sites == ("pasar",)
    assert {"serang", "milisi"} <= set(attack.words)
    assert "selasa" not in attack.words
    assert attack.dead is not None
    assert attack.dead.minimum == 5


@pytest.mark.parametrize(
    ("office", "term", "code"),
    [
        ("Menlu China", "menteri luar negeri", "CHN"),
        ("Wakil Menteri Luar Negeri Tiongkok", "wakil menteri luar negeri", "CHN"),
        ("Juru Bicara Kepolisian Mali", "juru bicara kepolisian", "MLI"),
        ("juru bicara", "juru bicara", None),
        ("Duta Besar Jepang untuk Peru", "duta besar untuk", None),
    ],
)
def test_office_terms(office: str, term: str, code: str | None) -> None:
    language = load_language()
    assert make_office_term(office, language) == term
    assert find_country(office, language) == code


def test_an_office_that_swallowed_a_neighbour_is_cut() -> None:
    text = TEXT.replace(" bertemu Menteri", " dan Menteri").replace(
        " di Jakarta, Senin", " bertemu di Jakarta, Senin"
    )
    person = by_name(read(text))["Ana Quilcaro"]
    assert person.office_term == "menteri perdagangan"
    assert person.code == "PER"
