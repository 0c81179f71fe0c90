"""``saksi import`` makes a store of shards, as far as they are there; no Spark is needed."""

from pathlib import Path

import pytest

from saksi.cli import exits
from saksi.cli.spark import take_in
from saksi.errors import UsageError
from saksi.read.articles import read_articles
from saksi.spark.extraction import plan_input
from saksi.spark.plan import PLAN, Plan, Reading
from saksi.spark.work import Job, run_task
from saksi.store.digest import RunKey
from saksi.store.store import Store
from tests.store.invented import ARTICLES


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Plan:
    """Three articles in several shards, none of them coded yet."""
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    for article in ARTICLES:
        Path("in", Path(article.source).name).write_text(article.text, encoding="utf-8")
    made = plan_input(["in"], Reading(), size=400)
    assert len({piece.path for shard in made.shards for piece in shard.pieces}) == 3
    Path("out").mkdir()
    Path("out", PLAN).write_bytes(made.to_json())
    return made


def code(plan: Plan, shards: slice) -> None:
    for shard in plan.shards[shards]:
        run_task(shard, Job(plan.reading, "out", plan.run))


def bring_in(store: str = "news.saksi", *, resolve: bool = True) -> int:
    return take_in({"out": "out", "store": store, "resolve": resolve})


def test_shards_become_the_store_that_add_makes(plan: Plan) -> None:
    code(plan, slice(None))
    assert bring_in() == exits.OK
    with Store.open("here.saksi", write=True) as store:
        store.add(read_articles(["in"]))
    with Store.open("news.saksi") as one, Store.open("here.saksi") as other:
        assert one.status().counts == other.status().counts
        assert one.events() == other.events()
        assert one.incidents() == other.incidents()


def test_what_is_missing_is_told_and_brought_in_later(plan: Plan, capsys: pytest.CaptureFixture[str]) -> None:
    code(plan, slice(0, len(plan.shards) // 3))
    assert bring_in() == exits.SOME_DOCUMENTS_FAILED
    assert "not there yet: run saksi spark extract" in capsys.readouterr().err
    code(plan, slice(len(plan.shards) // 3, None))
    assert bring_in() == exits.OK
    with Store.open("news.saksi") as store:
        assert store.status().counts["article"] == 3


def test_another_version_that_coded_is_noted(plan: Plan) -> None:
    code(plan, slice(None))
    older = Plan(RunKey("0.0.1", "old", "old"), plan.reading, plan.shards)
    Path("out", PLAN).write_bytes(older.to_json())
    assert bring_in() == exits.OK
    with Store.open("news.saksi") as store:
        assert store.status().older == 3


def test_a_folder_without_plan_is_no_extraction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="holds no extraction"):
        bring_in()
