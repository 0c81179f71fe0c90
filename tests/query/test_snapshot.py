"""A snapshot answers with the rows of the store, and only while it is of the store as it is."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import make_articles
from benchmarks.store import QUESTIONS
from saksi.query.snapshot import Snapshot, StoreConnection, place_of
from saksi.records import Article
from saksi.store.store import Store
from tests.store.invented import ARTICLES

pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
MORE: dict[str, Callable[[Store], Any]] = {
    "all events of a state": lambda store: store.events(actor="MLI"),
    "as recipient, by confidence": lambda store: store.events(
        actor="MLI", role="recipient", sort="-confidence"
    ),
    "events by place": lambda store: store.events(sort="place", limit=40),
    "events of an unknown name": lambda store: store.events(actor="Arkana Wiratama"),
    "events of a name": lambda store: store.events(actor="kelompok bersenjata"),
    "sure events since": lambda store: store.events(confidence=0.8, since="2010", until="2020-06", limit=60),
    "several filters": lambda store: store.events(
        actor="MLI,", context="terrorism,intelligence", quad=4, status="actual", origins=1
    ),
    "statements of a name": lambda store: store.statements(actor="Pemerintah Mali"),
    "statements by speaker": lambda store: store.statements(sort="speaker", limit=50),
    "statements of a pair": lambda store: store.statements(pair=("CHN", "RUS")),
    "relations by subject": lambda store: store.relations(sort="subject", actor="KEN"),
    "facts": lambda store: store.facts(),
    "facts of a day": lambda store: store.facts(as_of="2015-06", actor="KEN"),
    "people of a country": lambda store: store.people(country="CHN"),
    "people by a part of their name": lambda store: store.people(actor="wira"),
    "incidents by origins": lambda store: store.incidents(sort="origins", limit=70),
    "incidents of words": lambda store: store.incidents(about="serangan"),
    "incidents with a context": lambda store: store.incidents(context="diplomatic", since="2012"),
    "conflicts of a kind": lambda store: store.conflicts(kind="dead,date"),
    "conflicts of a state": lambda store: store.conflicts(actor="MLI"),
    "network of a state in a country": lambda store: store.network(
        actor="MLI", country="MLI", context="terrorism"
    ),
    "network by quad": lambda store: store.network(quad=4, since="2010"),
    "scores by year": lambda store: store.scores("MLI", "KEN", by="year"),
    "activity by day": lambda store: store.activity("MLI", by="day", role="actor"),
    "timeline of all": lambda store: store.timeline(),
}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with its snapshot."""
    place = tmp_path_factory.mktemp("snapshot") / "news.saksi"
    generated = [Article(f"g/{number}.txt", text) for number, text in enumerate(make_articles(60))]
    with Store.open(place, write=True) as store:
        store.add([*ARTICLES, *generated])
        rejected = store.events(limit=1)[0]
        store.review(rejected.id, "reject", by="Arkana")
        store.resolve()
    with Store.open(place) as store:
        assert store.write_snapshot() > 0
    return place


@pytest.fixture
def asked(path: Path) -> Iterator[tuple[Store, Snapshot]]:
    """The store, asked by way of its snapshot though it is small."""
    with Store.open(path) as store:
        assert isinstance(store._connection, StoreConnection)  # noqa: SLF001
        store._connection.snapshot = Snapshot(place_of(path), enough=0)  # noqa: SLF001
        yield store, store._connection.snapshot  # noqa: SLF001


@pytest.mark.parametrize("name", [*QUESTIONS, *MORE])
def test_the_rows_are_those_of_the_store(path: Path, asked: tuple[Store, Snapshot], name: str) -> None:
    question = {**QUESTIONS, **MORE}[name]
    with Store.open(path) as store:
        assert question(asked[0]) == question(store)


@pytest.mark.parametrize(
    "name",
    [
        "events of a state",
        "events, two origins",
        "people",
        "network",
        "facts",
        "incidents by origins",
        "scores of a pair",
        "activity by day",
        "statements by speaker",
        "relations by subject",
    ],
)
def test_the_snapshot_is_what_answers(asked: tuple[Store, Snapshot], name: str) -> None:
    {**QUESTIONS, **MORE}[name](asked[0])
    assert asked[1].answers > 0


@pytest.mark.parametrize("name", ["events, latest", "incidents of words", "statements of a state", "search"])
def test_what_an_index_leads_to_is_asked_of_the_store(asked: tuple[Store, Snapshot], name: str) -> None:
    {**QUESTIONS, **MORE}[name](asked[0])
    assert asked[1].answers == 0


def test_a_small_store_is_asked_itself(path: Path) -> None:
    with Store.open(path) as store:
        assert isinstance(store._connection, StoreConnection)  # noqa: SLF001
        snapshot = store._connection.snapshot  # noqa: SLF001
        assert snapshot is not None
        assert not snapshot.fits(store._connection)  # noqa: SLF001


def test_an_old_snapshot_is_not_asked(tmp_path: Path) -> None:
    place = tmp_path / "news.saksi"
    with Store.open(place, write=True) as store:
        store.add(ARTICLES[:2])
        store.write_snapshot()
    with Store.open(place) as store:
        snapshot = Snapshot(place_of(place), enough=0)
        assert snapshot.fits(store._connection)  # noqa: SLF001
    with Store.open(place, write=True) as store:
        store.add(ARTICLES[2:])
    with Store.open(place) as store:
        assert isinstance(store._connection, StoreConnection)  # noqa: SLF001
        store._connection.snapshot = Snapshot(place_of(place), enough=0)  # noqa: SLF001
        assert not store._connection.snapshot.fits(store._connection)  # noqa: SLF001
        assert len(store.events(actor="MLI")) == sum("MLI" in str(event) for event in store.events())


def test_without_duckdb_the_store_answers(
    path: Path, asked: tuple[Store, Snapshot], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with Store.open(path) as store:
        assert asked[0].events(actor="MLI") == store.events(actor="MLI")
    assert asked[1].answers == 0


def test_nothing_is_imported_before_it_is_needed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    with Store.open(path) as store:
        store.events(actor="MLI")
    assert "duckdb" not in sys.modules
    importlib.import_module("duckdb")
