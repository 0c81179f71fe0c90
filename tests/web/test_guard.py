"""Strangers: other hosts, foreign forms, SQL that would write or never end."""

import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from saksi.errors import UsageError
from saksi.store.store import Store
from saksi.web import sql
from saksi.web.guard import HEADERS
from saksi.web.sql import ask_sql
from tests.web.rooms import copy_store, open_room


def test_unknown_host_is_refused(demo: TestClient) -> None:
    answer = demo.get("/", headers={"host": "attacker.example"})
    assert answer.status_code == 421
    assert "SCO" not in answer.text
    assert demo.get("/", headers={"host": "testserver:8421"}).status_code == 200


def test_every_answer_has_safe_headers(demo: TestClient) -> None:
    for address in ("/", "/no-such-page", "/api/v1/status", "/asset/saksi.js", "/timeline?type=DANCE"):
        answer = demo.get(address)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, address


def test_assets_are_those_of_the_room_alone(demo: TestClient) -> None:
    assert demo.get("/asset/saksi.css").status_code == 200
    for name in ("..%2Fapp.py", "app.py", "..%2f..%2frecords.py", "%2Fetc%2Fpasswd"):
        assert demo.get(f"/asset/{name}").status_code == 404


def first(path: Path) -> str:
    with Store.open(path) as store:
        return str(store.events(review="none")[0].id)


def test_review_is_kept_when_the_form_is_ours(demo_store: Path, tmp_path: Path) -> None:
    path = copy_store(demo_store, tmp_path)
    client, key = open_room(path), first(path)
    form = {"id": key, "verdict": "accept", "by": "Rini", "token": client.token, "back": "/review"}  # type: ignore[attr-defined]
    answer = client.post("/review", data=form, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/review")
    with Store.open(path) as store:
        assert [(one.record, one.verdict, one.reviewer) for one in store.reviews()] == [
            (key, "accept", "Rini")
        ]
    assert "Rini" in client.get(f"/record/{key}").text


def test_correction_keeps_only_what_was_changed(demo_store: Path, tmp_path: Path) -> None:
    path = copy_store(demo_store, tmp_path)
    client, key = open_room(path), first(path)
    form = {
        "id": key, "verdict": "correct", "by": "Rini", "token": client.token,  # type: ignore[attr-defined]
        "was.place": "", "field.place": "Kota Ambar", "was.status": "actual", "field.status": "actual",
    }  # fmt: skip
    assert client.post("/review", data=form, follow_redirects=False).status_code == 303
    with Store.open(path) as store:
        assert store.reviews()[0].changes == {"place": "Kota Ambar"}
        assert next(one.place for one in store.events() if one.id == key) == "Kota Ambar"


@pytest.mark.parametrize(
    ("token", "headers"),
    [("", {}), ("x" * 43, {}), (None, {"origin": "http://attacker.example"}), (None, {"origin": "null"})],
)
def test_foreign_form_changes_nothing(
    demo_store: Path, tmp_path: Path, token: str | None, headers: dict[str, str]
) -> None:
    path = copy_store(demo_store, tmp_path)
    client, key = open_room(path), first(path)
    own = client.token if token is None else token  # type: ignore[attr-defined]
    form = {"id": key, "verdict": "reject", "by": "Rini", "token": own}
    assert client.post("/review", data=form, headers=headers).status_code == 400
    assert client.post("/decide", data={**form, "one": key, "other": "x"}, headers=headers).status_code == 400
    assert client.post("/paste", data={"text": "Rusia", "token": own}, headers=headers).status_code == 400
    with Store.open(path) as store:
        assert store.reviews() == ()


def test_reading_room_that_only_reads(demo_store: Path) -> None:
    client = open_room(demo_store, reviewing=False)
    form = {"id": first(demo_store), "verdict": "accept", "by": "Rini", "token": client.token}  # type: ignore[attr-defined]
    assert client.post("/review", data=form).status_code == 400
    assert '<button name="verdict"' not in client.get("/review").text


@pytest.mark.parametrize(
    "back", ["//attacker.example", "https://attacker.example", "/\\attacker.example", "x"]
)
def test_a_form_leads_back_to_our_pages_alone(demo_store: Path, tmp_path: Path, back: str) -> None:
    path = copy_store(demo_store, tmp_path)
    client = open_room(path)
    form = {"id": first(path), "verdict": "accept", "by": "R", "token": client.token, "back": back}  # type: ignore[attr-defined]
    assert client.post("/review", data=form, follow_redirects=False).headers["location"] == "/review"


def test_two_events_are_joined_and_parted_by_hand(demo_store: Path, tmp_path: Path) -> None:
    path = copy_store(demo_store, tmp_path)
    client = open_room(path)
    with Store.open(path) as store:
        one, other = [row.id for row in store.events(type="CONSULT")][:2]
    form = {"one": one, "other": other, "together": "1", "by": "Rini", "token": client.token}  # type: ignore[attr-defined]
    assert client.post("/decide", data=form, follow_redirects=False).status_code == 303
    with Store.open(path) as store:
        incident = store.show(one)["incident"]
        assert incident == store.show(other)["incident"]
    page = client.get(f"/incident/{incident}").text
    assert page.count('class="evidence"') == 2
    client.post("/decide", data={**form, "together": "0"})
    with Store.open(path) as store:
        assert store.show(one)["incident"] != store.show(other)["incident"]


def test_nothing_of_a_pasted_article_is_kept(demo_store: Path) -> None:
    before = demo_store.read_bytes()
    client = open_room(demo_store)
    text = "Jakarta (SWARA) - Menteri Luar Negeri Indonesia bertemu Menteri Luar Negeri Malaysia, Rabu (3/7/2024)."
    answer = client.post("/paste", data={"text": text, "token": client.token})  # type: ignore[attr-defined]
    assert answer.status_code == 200
    assert "CONSULT" not in answer.text  # labels are words
    assert "consult" in answer.text
    assert "Kota Ambar" not in client.get("/search?q=Ambar").text
    assert demo_store.read_bytes() == before


def test_too_large_a_form_is_refused(demo: TestClient) -> None:
    answer = demo.post("/paste", data={"text": "x" * 2_100_000, "token": demo.token})  # type: ignore[attr-defined]
    assert answer.status_code == 400


@pytest.mark.parametrize(
    "question",
    [
        "DELETE FROM event", "UPDATE event SET place = 'x'", "INSERT INTO note VALUES ('a', 'b')",
        "DROP TABLE event", "CREATE TABLE x (y)", "ATTACH 'other.db' AS other", "PRAGMA writable_schema = 1",
        "PRAGMA user_version", "BEGIN IMMEDIATE", "VACUUM INTO 'copy.db'", "SELECT load_extension('x')",
        "SELECT 1; SELECT 2", "SELECT 1; DELETE FROM event", "SELECT * FROM nothing", "SELECT ?", "EXPLAIN DELETE FROM event",
        "SELECT zeroblob(1000000000)", "SELECT replace(hex(zeroblob(900000)), '0', 'aaaaaaaaaa')", "x" * 30_000, "SELECT '\x00",
    ],
)  # fmt: skip
def test_sql_that_is_no_plain_question_is_refused(demo_store: Path, question: str) -> None:
    before = demo_store.read_bytes()
    with pytest.raises(UsageError):
        ask_sql(demo_store, question)
    assert demo_store.read_bytes() == before
    assert not list(demo_store.parent.glob("*.db"))


def test_sql_that_takes_too_long_is_stopped(demo_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sql, "SECONDS", 0.3)
    began = time.monotonic()
    with pytest.raises(UsageError, match="longer"):
        ask_sql(
            demo_store, "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
        )
    assert time.monotonic() - began < 3


def test_sql_gives_columns_rows_and_more(demo_store: Path) -> None:
    table = ask_sql(demo_store, "SELECT id, event FROM v_events ORDER BY id", limit=3)
    assert (table.columns, len(table.rows), table.more) == (("id", "event"), 3, True)
    assert ask_sql(demo_store, "SELECT 1 AS one WHERE 0").columns == ("one",)
