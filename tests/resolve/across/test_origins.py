"""Copies, one outlet and one agency are one origin."""

from saksi.resolve.across.origins import count_origins
from saksi.resolve.across.records import Source

A, B, C, D = (Source(name, f"outlet {name}", "2024-03-05") for name in "abcd")


def test_nothing_has_no_origin() -> None:
    assert count_origins([]).count == 0


def test_each_outlet_counts_once() -> None:
    assert count_origins([A, B, Source("e", "outlet a", None)]).groups == (("a", "e"), ("b",))


def test_documents_without_an_outlet_are_not_one() -> None:
    assert count_origins([Source("x", None, None), Source("y", None, None)]).count == 2


def test_copies_and_citations_chain() -> None:
    origins = count_origins([D, C, B, A], copies={"a": "g", "b": "g"}, cited={"c": "Outlet B", "d": "Agensi"})
    assert origins.groups == (("a", "b", "c"), ("d",))


def test_two_that_cite_an_agency_nobody_has_are_one() -> None:
    assert count_origins([A, B], cited={"a": "Agensi", "b": "agensi"}).count == 1
