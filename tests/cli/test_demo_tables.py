"""The demo shows dated facts with their witness, and picks the fuller telling."""

from dataclasses import replace

from saksi.cli.demo import make_tables, read_demo
from saksi.cli.demo_tables import list_members, list_pairs, list_statements, list_timeline
from saksi.records import Analysis
from tests.export.invented import make_analysis, make_entity, make_event, make_relation, make_statement


def with_events(*changes: dict[str, object]) -> Analysis:
    events = tuple(replace(make_event(), id=f"e{i}", **change) for i, change in enumerate(changes))  # type: ignore[arg-type]  # a test's own fields
    return replace(make_analysis(), events=events)


def test_timeline_is_in_order_of_dates_with_witness() -> None:
    rows = list_timeline([make_analysis("b.txt", day="2024-04-03"), make_analysis("a.txt", day="2023-12-31")])
    assert [(row.date, row.witness) for row in rows] == [("2023-12-31", "a.txt:1"), ("2024-04-03", "b.txt:1")]
    assert rows[0][1:5] == ("CONSULT visit", "Delegasi Tandawa", "Kesmira", "Ambar")


def test_timeline_leaves_out_what_is_undated_or_did_not_happen() -> None:
    rows = list_timeline([with_events({"date": None}, {"status": "negated"}, {"status": "hypothetical"})])
    assert rows == ()


def test_timeline_names_plan_and_claimant() -> None:
    claim = {"status": "future", "asserted_by": make_entity("Rukmi")}
    assert list_timeline([with_events(claim)])[0].what == "CONSULT visit (future) (says Rukmi)"


def test_timeline_keeps_the_fullest_when_there_are_more() -> None:
    rows = list_timeline([with_events({"recipient": (), "location": None}, {})], limit=1)
    assert [row.whom for row in rows] == ["Kesmira"]


def test_members_keep_the_telling_with_a_year() -> None:
    rows = list_members([make_analysis("a.txt", year=None), make_analysis("b.txt", year="2012")])
    assert rows == (("Liga Ambar", "Tandawa", "observer", "2012", "b.txt:3"),)


def test_members_leave_other_relations_out() -> None:
    analysis = replace(make_analysis(), relations=(make_relation(predicate="borders"),))
    assert list_members([analysis]) == ()


def test_pairs_count_both_directions_together() -> None:
    forth = make_event()
    back = replace(make_event(kind="ACCUSE"), actor=forth.recipient, recipient=forth.actor)
    rows = list_pairs([replace(make_analysis(), events=(forth, back))])
    assert rows == (("KSM – TDW", "2", "1 ACCUSE, 1 CONSULT", "satu.txt:1"),)


def test_pairs_of_sides_that_meet_without_a_host() -> None:
    meeting = replace(make_event(), actor=(*make_event().actor, *make_event().recipient), recipient=())
    assert [row.pair for row in list_pairs([replace(make_analysis(), events=(meeting,))])] == ["KSM – TDW"]


def test_organisations_pair_by_name_not_by_the_code_they_share() -> None:
    leagues = tuple(make_entity("Rukmi", name, code="IGO") for name in ("Liga Ambar", "Liga Bintang"))
    rows = list_pairs([with_events({"actor": leagues, "recipient": ()})])
    assert [row.pair for row in rows] == ["Liga Ambar – Liga Bintang"]


def test_statements_prefer_quotations() -> None:
    indirect = replace(make_analysis("a.txt"), statements=(make_statement("indirect"),))
    rows = list_statements([indirect, make_analysis("b.txt")], limit=1)
    assert rows == (("Rukmi, Menlu", "Kami tidak mundur", "b.txt:2"),)


def test_tables_take_analyses_without_records() -> None:
    bare = replace(make_analysis(), events=(), statements=(), relations=())
    assert [table.row_count for table in make_tables([bare])] == [0, 0, 0, 0]


def test_demo_articles_come_with_the_package() -> None:
    articles = read_demo()
    assert articles == tuple(sorted(articles, key=lambda article: article.source))
    assert all(article.text.strip() for article in articles)
