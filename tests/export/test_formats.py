"""Every format is read back with the tool or library it is for."""

import csv
import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import apsw
import jsonschema
import networkx as nx
import openpyxl
import pyarrow.parquet
import pytest
import rdflib

from saksi.errors import UsageError
from saksi.export.annotations import LABEL_CONFIG, make_selectors
from saksi.export.cells import guard
from saksi.export.formats import FORMATS, find_format
from saksi.export.layouts import CAMEO, ICEWS, POLECAT
from saksi.export.maps import make_slide
from saksi.lang.ontology import load_ontology
from saksi.store.store import Store
from tests.export.test_contract import SCHEMA


def write(store: Store, name: str, folder: Path, **filters: object) -> Path:
    path = folder / f"out.{name}"
    find_format(name).write(store.select(**filters), path)  # type: ignore[arg-type]
    return path


def read_tabs(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_same_rows_give_the_same_bytes(store: Store, tmp_path: Path, name: str) -> None:
    (tmp_path / "again").mkdir()
    assert write(store, name, tmp_path).read_bytes() == write(store, name, tmp_path / "again").read_bytes()


@pytest.mark.parametrize("name", [one.name for one in FORMATS])
def test_empty_selection_gives_a_file(store: Store, tmp_path: Path, name: str) -> None:
    path = write(store, name, tmp_path, outlet="nobody")
    assert path.exists()


def test_unknown_format_is_told_with_all_names() -> None:
    with pytest.raises(UsageError, match="must be one of jsonl, csv, polecat"):
        find_format("docx")


def test_jsonl_keeps_the_contract(store: Store, tmp_path: Path) -> None:
    lines = write(store, "jsonl", tmp_path).read_text(encoding="utf-8").splitlines()
    assert len(lines) == 3
    for line in lines:
        jsonschema.validate(json.loads(line), SCHEMA, cls=jsonschema.Draft202012Validator)


def test_csv_holds_every_event(store: Store, tmp_path: Path) -> None:
    with write(store, "csv", tmp_path).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["id"] for row in rows} == {event.id for event in store.events()}


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", '=HYPERLINK("x")'])
def test_formula_becomes_text(cell: str) -> None:
    assert guard(cell) == f"'{cell}"


def test_formula_in_a_sheet_is_text(store: Store, tmp_path: Path) -> None:
    event = store.events()[0]
    store.review(event.id, "correct", ["place==1+1"], by="tester")
    book = openpyxl.load_workbook(write(store, "xlsx", tmp_path))
    cells = [cell for row in book["events"].iter_rows() for cell in row]
    assert "=1+1" in {cell.value for cell in cells}
    assert all(cell.data_type != "f" for cell in cells if cell.value != "=1+1")
    with write(store, "csv", tmp_path).open(encoding="utf-8", newline="") as file:
        assert "'=1+1" in {row["place"] for row in csv.DictReader(file)}


def test_workbook_has_a_sheet_of_each_kind(store: Store, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(write(store, "xlsx", tmp_path))
    assert book.sheetnames == ["events", "statements", "relations"]
    assert book["events"].max_row == len(store.events()) + 1


def test_polecat_has_its_forty_columns(store: Store, tmp_path: Path) -> None:
    path = write(store, "polecat", tmp_path)
    assert len(POLECAT) == 40
    assert path.read_text(encoding="utf-8").splitlines()[0].split("\t") == POLECAT
    rows = {row["Event ID"]: row for row in read_tabs(path)}
    for event in store.events():
        row = rows[event.id]
        assert (row["Event Type"], row["Event Date"]) == (event.event, event.date_from or "None")
        assert row["Actor Name"].split("; ") == [side.name for side in event.actor] or not event.actor


def test_icews_has_its_twenty_columns_and_root_codes(store: Store, tmp_path: Path) -> None:
    path = write(store, "icews", tmp_path)
    assert len(ICEWS) == 20
    assert path.read_text(encoding="utf-8").splitlines()[0].split("\t") == ICEWS
    rows = read_tabs(path)
    assert len({row["Event ID"] for row in rows}) == len(rows) >= len(store.events())
    assert {row["CAMEO Code"] for row in rows} <= {code for code, _ in CAMEO.values()}
    assert set(CAMEO) == set(load_ontology().events)


def test_parquet_has_typed_columns(store: Store, tmp_path: Path) -> None:
    table = pyarrow.parquet.read_table(write(store, "parquet", tmp_path))
    assert table.num_rows == len(store.events())
    assert str(table.schema.field("dead_min").type) == "int64"
    assert str(table.schema.field("event_scale").type) == "double"
    first = table.to_pylist()[0]
    assert [side["name"] for side in first["actor"]] == [side.name for side in store.events()[0].actor]
    duckdb = pytest.importorskip("duckdb", reason="pip install 'saksi[interchange]'")
    count = duckdb.sql(f"SELECT count(*) FROM '{tmp_path / 'out.parquet'}' WHERE event = 'ASSAULT'")  # noqa: S608
    assert count.fetchall()[0][0] == len(store.events(type="ASSAULT"))


def test_geojson_is_points_with_longitude_first(store: Store, tmp_path: Path) -> None:
    features = json.loads(write(store, "geojson", tmp_path).read_text(encoding="utf-8"))["features"]
    placed = {event.id: event for event in store.events() if event.lat is not None}
    assert {feature["id"] for feature in features} == set(placed)
    for feature in features:
        event = placed[feature["id"]]
        assert (feature["type"], feature["geometry"]["type"]) == ("Feature", "Point")
        assert feature["geometry"]["coordinates"] == [event.lon, event.lat]


def test_timeline_leaves_out_what_is_not_told(store: Store, tmp_path: Path) -> None:
    slides = json.loads(write(store, "timelinejs", tmp_path).read_text(encoding="utf-8"))["events"]
    assert len(slides) == sum(event.date_from is not None for event in store.events())
    assert all({"unique_id", "start_date", "text"} <= slide.keys() for slide in slides)
    event = next(event for event in store.events() if event.date_precision == "day")
    month = replace(event, date="2024-07", date_precision="month")
    assert make_slide(month, None, ())["start_date"] == {"year": 2024, "month": 7}
    hostile = replace(event, evidence="<script>")
    assert "<script>" not in json.dumps(make_slide(hostile, None, ()))


def test_gexf_is_dynamic_with_spells(store: Store, tmp_path: Path) -> None:
    path = write(store, "gexf", tmp_path)
    graph = nx.read_gexf(path, version="1.2draft")
    assert set(graph.nodes) >= {"KEN", "PER"}
    root = ET.parse(path).getroot()  # noqa: S314  # our own file
    element = root.find("{http://www.gexf.net/1.2draft}graph")
    assert element is not None
    assert (element.get("mode"), element.get("timeformat")) == ("dynamic", "date")
    assert root.findall(".//{http://www.gexf.net/1.2draft}spell")


def test_graphml_has_types_and_weights(store: Store, tmp_path: Path) -> None:
    graph = nx.read_graphml(write(store, "graphml", tmp_path))
    assert graph.nodes["KEN"]["kind"] == "state"
    assert all(
        data["weight"] >= 1 and data["type"] in load_ontology().events for *_, data in graph.edges(data=True)
    )


def test_ftm_entities_fit_the_model(store: Store, tmp_path: Path) -> None:
    lines = write(store, "ftm", tmp_path).read_text(encoding="utf-8").splitlines()
    entities = {entity["id"]: entity for entity in map(json.loads, lines)}
    assert len(entities) == len(lines)
    model = pytest.importorskip("followthemoney", reason="pip install 'saksi[interchange]'").model
    for entity in entities.values():
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(value.strip() for value in values)
        for prop, value in proxy.itervalues():
            assert prop.type.name != "entity" or value in entities
    assert {"Article", "Event", "UnknownLink", "Membership"} <= {
        entity["schema"] for entity in entities.values()
    }


def test_annotations_find_their_words_both_ways(store: Store, tmp_path: Path) -> None:
    path = write(store, "webannotation", tmp_path)
    items = json.loads(path.read_text(encoding="utf-8"))["first"]["items"]
    texts = {article.id: article.text for article in store.articles()}
    assert len(items) == len(store.events()) + len(store.statements()) + len(store.relations())
    for item in items:
        text = texts[item["target"]["source"].rpartition(":")[2]]
        quote, position = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert make_selectors("abc", 1, 2)[0]["exact"] == "b"


def test_labelstudio_tasks_fit_their_interface(store: Store, tmp_path: Path) -> None:
    tasks = json.loads(write(store, "labelstudio", tmp_path).read_text(encoding="utf-8"))
    root = ET.fromstring(LABEL_CONFIG)  # noqa: S314  # our own
    labels = {one.get("value") for one in root.iter("Label")}
    relations = {one.get("value") for one in root.iter("Relation")}
    for task in tasks:
        results = task["predictions"][0]["result"]
        regions = {one["id"]: one for one in results if one["type"] == "labels"}
        for region in regions.values():
            value = region["value"]
            assert task["data"]["text"][value["start"] : value["end"]] == value["text"]
            assert set(value["labels"]) <= labels
        for link in (one for one in results if one["type"] == "relation"):
            assert {link["from_id"], link["to_id"]} <= set(regions)
            assert set(link["labels"]) <= relations


def test_datasette_file_has_keys_and_search(store: Store, tmp_path: Path) -> None:
    path = write(store, "datasette", tmp_path)
    connection = apsw.Connection(str(path))
    assert connection.pragma("foreign_key_check") is None
    hits = connection.execute("SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'menyerang'").get
    assert hits == 2
    connection.close()


def test_datasette_opens_and_searches_it(store: Store, tmp_path: Path) -> None:
    datasette = pytest.importorskip("datasette.app", reason="pip install 'saksi[interchange]'")
    import asyncio

    path = write(store, "datasette", tmp_path).rename(tmp_path / "news.db")

    async def ask(address: str) -> dict[str, object]:
        answer = await datasette.Datasette([str(path)]).client.get(address)
        assert answer.status_code == 200
        found: dict[str, object] = answer.json()
        return found

    found = asyncio.run(ask("/news/articles.json?_search=menyerang&_shape=objects"))
    assert len(found["rows"]) == 2  # type: ignore[arg-type]


def test_jsonld_is_a_graph_of_schema_org(store: Store, tmp_path: Path) -> None:
    graph = rdflib.Graph().parse(write(store, "jsonld", tmp_path), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    assert len(set(graph.subjects(rdflib.RDF.type, schema.NewsArticle))) == 3
    assert len(set(graph.subjects(rdflib.RDF.type, schema.Event))) == len(store.events())
    for event in graph.subjects(rdflib.RDF.type, schema.Event):
        assert (graph.value(event, schema.subjectOf), rdflib.RDF.type, schema.NewsArticle) in graph


def test_filters_choose_what_is_written(store: Store, tmp_path: Path) -> None:
    path = write(store, "jsonl", tmp_path, outlet="buana")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1
    assert len(read_tabs(write(store, "polecat", tmp_path, type="ASSAULT"))) == len(
        store.events(type="ASSAULT")
    )
