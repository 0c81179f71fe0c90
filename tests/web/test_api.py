"""The API gives the rows of the store, page by page the same."""

import csv
import io
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.export.formats import FORMATS
from saksi.store.store import Store
from saksi.web.api import TABLES

ASKED = {"search": "?q=rudal", "scores": "?pair=CHN&with=RUS", "activity": "?actor=RUS"}


@pytest.mark.parametrize("table", TABLES)
def test_every_table_answers_in_every_format(demo: TestClient, table: str) -> None:
    query = ASKED.get(table, "?limit=7")
    data = demo.get(f"/api/v1/{table}{query}").json()
    assert (data["schema"], data["table"], data["count"]) == ("saksi-api/1", table, len(data["rows"]))
    lines = demo.get(f"/api/v1/{table}{query}&format=jsonl").text.splitlines()
    assert [json.loads(line) for line in lines] == data["rows"]
    rows = list(csv.reader(io.StringIO(demo.get(f"/api/v1/{table}{query}&format=csv").text)))
    assert len(rows) == data["count"] + 1


def test_rows_are_those_of_the_store(demo_store: Path, demo: TestClient) -> None:
    with Store.open(demo_store) as store:
        events = store.events(actor="CHN", type="CONSULT")
    rows = demo.get("/api/v1/events?actor=CHN&type=CONSULT").json()["rows"]
    assert [row["id"] for row in rows] == [event.id for event in events]
    assert rows[0]["actor"][0]["name"] == events[0].actor[0].name


def test_rows_lead_to_their_witness(demo: TestClient) -> None:
    for table in ("events", "statements", "relations"):
        row = demo.get(f"/api/v1/{table}?limit=1").json()["rows"][0]
        assert 'class="seen"' in demo.get(row["witness"]).text or "seen" in demo.get(row["witness"]).text
        assert demo.get(row["page"]).status_code == 200
        assert demo.get(f"/api/v1/record/{row['id']}").json()["id"] == row["id"]


@pytest.mark.parametrize("address", ["/api/v1/dances", "/api/v1/events?format=pdf", "/api/v1/events?since=soon", "/api/v1/search", "/api/v1/scores", "/api/v1/activity", "/api/v1/record/zzz", "/export/pdf"])  # fmt: skip
def test_what_does_not_work_is_told_as_json(demo: TestClient, address: str) -> None:
    answer = demo.get(address)
    assert answer.status_code == 400
    assert answer.json()["error"]


@pytest.mark.parametrize("form", [one.name for one in FORMATS if one.name not in {"parquet", "datasette"}])
def test_exports_come_as_files(demo: TestClient, form: str) -> None:
    answer = demo.get(f"/export/{form}?actor=CHN")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    assert len(answer.content) > 100
