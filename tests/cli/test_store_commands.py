"""Commands on a store print tables, JSON and CSV, and end with the code the reference tells."""

import csv
import io
import json
import time
from pathlib import Path

import apsw
import pytest
from typer.testing import CliRunner, Result

from saksi.cli import exits
from saksi.cli.adding import doctor
from saksi.cli.main import app, main
from saksi.cli.plotting import draw_bar
from saksi.lang.labels import LANGUAGES, load_labels
from saksi.lang.ontology import load_ontology
from saksi.records import Article
from saksi.store.connect import APPLICATION, migrations, open_to_read
from saksi.store.store import Store
from tests.store.invented import ARTICLES, make_store


@pytest.fixture(autouse=True)
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = make_store(tmp_path / "news.saksi")
    monkeypatch.setenv("SAKSI_STORE", str(made))
    return made


def run(*words: str, code: int = exits.OK) -> Result:
    result = CliRunner().invoke(app, list(words))
    assert result.exit_code == code, result.output
    return result


def lines(*words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*words, "--json").stdout.splitlines()]


def test_add_reads_files_and_tells_what_failed(tmp_path: Path, path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number, article in enumerate(ARTICLES):
        (folder / f"{number}.txt").write_text(f"{article.text}\nSatu lagi.\n", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    result = run("add", str(folder), "--jobs", "1", code=exits.SOME_DOCUMENTS_FAILED)
    assert "3 added, 0 known, 1 failed" in result.stderr
    assert "empty.txt" in run("status", "--failures").stdout
    again = run("add", str(folder), "--jobs", "1", code=exits.SOME_DOCUMENTS_FAILED)
    assert "0 added, 3 known, 1 failed" in again.stderr
    with Store.open(path) as store:
        assert store.status().counts["article"] == 6


@pytest.mark.parametrize(
    "command",
    [
        "events",
        "statements",
        "relations",
        "people",
        "actors",
        "incidents",
        "timeline",
        "conflicts",
        "positions",
        "network",
    ],
)
def test_every_question_prints_a_table_json_and_csv(command: str) -> None:
    for language in LANGUAGES:
        assert run(command, "--lang", language).stdout.strip()
    rows = lines(command)
    cells = list(csv.reader(io.StringIO(run(command, "--csv").stdout)))
    assert len(cells) == len(rows) + 1
    assert not rows or cells[0] == list(rows[0])


def test_labels_follow_the_language() -> None:
    assert "assault" in run("events", "--type", "ASSAULT").stdout
    assert "menyerang" in run("events", "--type", "ASSAULT", "--lang", "id").stdout
    assert {row["event"] for row in lines("events", "--type", "ASSAULT", "--lang", "id")} == {"ASSAULT"}


def test_every_label_stands_in_both_languages() -> None:
    english, indonesian = (load_labels(language) for language in LANGUAGES)
    for section in ("columns", "events", "status", "kinds", "predicates", "quads", "fields", "messages"):
        assert getattr(english, section).keys() == getattr(indonesian, section).keys()
    assert english.events.keys() == load_ontology().events.keys()


def test_limit_of_a_table_is_told() -> None:
    assert len(lines("events", "--limit", "1")) == 1
    assert len(lines("events", "--limit", "0")) == len(lines("events"))


def test_watch_prints_what_is_new(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []

    def sleep(seconds: float) -> None:
        calls.append(seconds)
        if len(calls) == 2:
            raise KeyboardInterrupt
        with Store.open(path, write=True) as store:
            store.add([Article("new.txt", f"{ARTICLES[1].text} Baru.")], resolve=False)

    monkeypatch.setattr(time, "sleep", sleep)
    before = len(lines("events", "--type", "ASSAULT"))
    told = run("events", "--type", "ASSAULT", "--watch", "5", "--json", code=exits.INTERRUPTED)
    assert len(told.stdout.splitlines()) == before + 1
    assert calls == [5.0, 5.0]


def test_search_show_and_plot(tmp_path: Path) -> None:
    assert "**" in run("search", "menyerang").stdout
    key = str(lines("events", "--type", "ASSAULT")[0]["id"])
    assert "witnesses:" in run("show", key[:12]).stdout
    assert json.loads(run("show", key, "--json").stdout)["id"] == key
    assert "2024-07" in run("plot", "KEN,PER").stdout
    assert "2024" in run("plot", "MLI", "--by", "year", "--lang", "id").stdout
    for name, start in (("a.svg", b"<svg"), ("a.png", b"\x89PNG")):
        run("plot", "KEN,PER", "--out", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(start)


def test_bar_grows_from_the_middle() -> None:
    assert draw_bar(10.0).plain == " " * 20 + "│" + "█" * 20
    assert draw_bar(None).plain.strip() == "│"


def test_review_is_kept_listed_and_given_out(tmp_path: Path) -> None:
    key = str(lines("events", "--type", "ASSAULT")[0]["id"])
    run("review", key, "correct", "date=2024-07-04", "--name", "tester", "--note", "told so")
    assert "tester" in run("review", "--list").stdout
    assert lines("events", "--reviewed", "corrected")[0]["date"] == "2024-07-04"
    run("review", "--gold", str(tmp_path / "gold.jsonl"))
    assert json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8"))["verdict"] == "correct"
    assert "other date" in run("review", "--check", code=exits.FAILED).stdout


def test_export_writes_a_file(tmp_path: Path) -> None:
    result = run("export", "polecat", "--out", str(tmp_path / "out.tsv"), "--type", "ASSAULT")
    assert "2 rows" in result.stderr
    assert len((tmp_path / "out.tsv").read_text(encoding="utf-8").splitlines()) == 3


def test_failed_export_leaves_no_file(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    assert CliRunner().invoke(app, ["export", "csv", "--out", str(out), "--sort", "x"]).exit_code != 0
    assert CliRunner().invoke(app, ["export", "csv", "--out", str(out), "--type", "X"]).exit_code != 0
    assert list(tmp_path.glob("*out*")) == []


def test_forget_recode_doctor_resolve(path: Path) -> None:
    assert "0 changed, 0 the same" in run("recode", "--jobs", "1").stderr
    run("doctor")
    assert json.loads(run("doctor", "--json").stdout.splitlines()[0])["well"] is True
    run("forget", "a/attack.txt")
    run("resolve")
    run("doctor", "--remake-index")
    with Store.open(path) as store:
        assert store.status().counts["article"] == 2


def test_people_may_part_what_was_joined(path: Path) -> None:
    one, other = (str(row["id"]) for row in lines("events", "--type", "ASSAULT"))
    assert len(lines("incidents", "--type", "ASSAULT")) == 1
    run("resolve", "--part", f"{one},{other}", "--name", "tester")
    assert len(lines("incidents", "--type", "ASSAULT")) == 2
    run("resolve", "--join", f"{one},{other}", "--name", "tester")
    assert len(lines("incidents", "--type", "ASSAULT")) == 1
    connection = open_to_read(path)
    assert connection.execute("SELECT count(*), min(reviewer) FROM decision").fetchall() == [(1, "tester")]
    connection.close()


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["events", "--store", "nowhere.saksi"], exits.STORE_UNUSABLE, "no such store"),
        (["events", "--type", "FOO"], exits.USAGE, "must be one of AGREE"),
        (["events", "--lang", "xx"], exits.USAGE, "must be one of en, id"),
        (["events", "--pair", "CHN"], exits.USAGE, "two actors with a comma"),
        (["show", "zzz"], exits.USAGE, "no record has this id"),
        (["review", "zzz"], exits.USAGE, "give ID and accept"),
        (["export", "docx", "--out", "x"], exits.USAGE, "must be one of jsonl"),
        (["plot", "KEN,PER", "--out", "a.gif"], exits.USAGE, "ends in .svg or .png"),
    ],
)
def test_errors_say_what_to_do(
    words: list[str],
    code: int,
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["saksi", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    assert message in capsys.readouterr().err


def test_doctor_brings_an_older_store_up_to_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "old.saksi"
    connection = apsw.Connection(str(path))
    connection.execute(migrations()[0])
    connection.pragma("application_id", APPLICATION)
    connection.pragma("user_version", 1)
    connection.close()
    doctor({"store": str(path), "remake_index": False, "json": False})
    assert "brought up to date" in capsys.readouterr().err
    Store.open(path).close()
