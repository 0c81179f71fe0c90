"""Exports are read back by programs of other people, with words that break careless writers.

What is not installed is passed by; ``pip install geopandas label-studio-sdk pandas`` runs all.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import rdflib
from rdflib.collection import Collection

from saksi.export.annotations import LABEL_CONFIG
from saksi.export.countries import find_country
from saksi.export.formats import find_format
from saksi.export.layouts import ICEWS, POLECAT, make_icews, number_rows
from saksi.export.maps import make_slide
from saksi.records import Article
from saksi.rows import ArticleRow, EventRow, RelationRow, Selection, StatementRow
from saksi.store.store import Store

#: Quotation marks, tab, line end, a formula, a sign of two code units, a mark of direction.
NASTY = "\"=1+1\"\t'x'\r\n😀\u200fMali; A, B\\"
#: The same on one line, as tables hold it.
ON_A_LINE = "\"=1+1\" 'x' 😀\u200fMali; A, B\\"
NASTY_TEXT = """😀 "Presiden" Kenya Temui\u200f Presiden Peru di Nairobi

Kamis, 04 Jul 2024 11:05 WIB

Nairobi (SWARA) - =1+1\t"😀" Presiden Peru mengunjungi Nairobi\u200f, Rabu (3/7). Ia bertemu dengan Presiden Kenya.

"Kami 😀 sepakat\tmemperkuat perdagangan," kata Presiden Kenya.

Kenya menjadi anggota Uni Afrika sejak 1963.
"""


class Nasty:
    """Rows of a store with nasty words wherever a row holds an article's words."""

    def __init__(self, inner: Selection) -> None:
        self._inner = inner

    def articles(self) -> Iterator[ArticleRow]:
        """As they are."""
        return iter(self._inner.articles())

    def contracts(self) -> Iterator[dict[str, object]]:
        """As they are."""
        return iter(self._inner.contracts())

    def events(self) -> Iterator[EventRow]:
        """With nasty words and a place near the line of dates."""
        for event in self._inner.events():
            actor = tuple(side._replace(name=NASTY, office=NASTY) for side in event.actor)
            yield replace(
                event,
                actor=actor,
                place=NASTY,
                evidence=NASTY,
                outlet=NASTY,
                date_text=NASTY,
                lat=-1.5,
                lon=179.5,
            )

    def statements(self) -> Iterator[StatementRow]:
        """As they are."""
        return iter(self._inner.statements())

    def relations(self) -> Iterator[RelationRow]:
        """As they are."""
        return iter(self._inner.relations())


@pytest.fixture
def nasty_store(store: Store) -> Store:
    """The invented articles and one with nasty words."""
    store.add([Article("https://swara.example/a?x=1&y='2'", NASTY_TEXT)])
    return store


def write(selection: Selection, name: str, folder: Path) -> Path:
    path = folder / f"nasty.{name}"
    find_format(name).write(selection, path)
    return path


def test_gdal_reads_geojson(store: Store, tmp_path: Path) -> None:
    geopandas = pytest.importorskip("geopandas", reason="pip install geopandas")
    nasty = Nasty(store.select())
    frame = geopandas.read_file(write(nasty, "geojson", tmp_path))
    assert (frame.crs.to_epsg(), set(frame.geometry.geom_type)) == (4326, {"Point"})
    assert {(point.x, point.y) for point in frame.geometry} == {(179.5, -1.5)}
    rows = {event.id: event for event in nasty.events()}
    assert set(frame["id"]) == set(rows)
    assert set(frame["place"]) == set(frame["evidence"]) == {NASTY}
    assert dict(zip(frame["id"], frame["start"], strict=True)) == {
        key: row.start for key, row in rows.items()
    }
    assert len(geopandas.read_file(write(store.select(outlet="nobody"), "geojson", tmp_path))) == 0


def test_pandas_reads_polecat(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pip install 'saksi[interchange]'")
    nasty = Nasty(store.select())
    frame = pandas.read_csv(write(nasty, "polecat", tmp_path), sep="\t")
    assert list(frame.columns) == POLECAT
    assert len(frame) == len(list(nasty.events()))
    assert set(frame["Placename"]) == set(frame["Source"]) == {ON_A_LINE}
    assert set(frame["Quad Code"]) <= {
        f"{a} {b}" for a in ("VERBAL", "MATERIAL") for b in ("COOPERATION", "CONFLICT")
    }
    assert frame[["Intensity", "Latitude", "Longitude"]].dtypes.eq("float64").all()
    assert frame["District"].isna().all()
    kenya = frame[frame["Actor Country"] == "KEN"]
    assert set(kenya["Actor COW"].astype(float)) == {501.0}


def test_pandas_reads_icews(store: Store, tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pip install 'saksi[interchange]'")
    path = write(Nasty(store.select()), "icews", tmp_path)
    kinds = {"Event ID": "int32", "Story ID": "int32", "Sentence Number": "int32", "CAMEO Code": "str"}
    frame = pandas.read_csv(
        path,
        sep="\t",
        quoting=csv.QUOTE_NONE,
        dtype=kinds,
        parse_dates=["Event Date"],
        date_format="%Y-%m-%d",
    )
    assert list(frame.columns) == ICEWS
    assert frame["Event ID"].is_unique
    assert frame["Story ID"].nunique() == len(list(store.articles()))
    assert frame["Event Date"].notna().all()
    assert set(frame["Publisher"]) == {ON_A_LINE}
    assert {"Kenya", "Peru", "Mali"} >= set(frame["Source Country"].dropna()) >= {"Peru"}
    assert "Government" in set(frame["Source Sectors"])


def test_numbers_of_icews_are_never_the_same(store: Store) -> None:
    event = store.events()[0]
    like = replace(event, id=event.id[:8] + "0" * 8, article=event.article[:8] + "0" * 24)
    rows = number_rows([event, like, replace(event, id="f" * 16)])
    assert len({row["Event ID"] for row in rows}) == len(rows)
    assert len({row["Story ID"] for row in rows}) == 2
    assert all(0 <= int(row[name] or 0) < 2**31 for row in rows for name in ("Event ID", "Story ID"))
    assert rows[0]["Event ID"] == int(event.id[:8], 16) % 2**31


def test_icews_tells_what_is_done_together_in_both_directions(store: Store) -> None:
    event = next(event for event in store.events() if event.actor)
    one, other = event.actor[0]._replace(name="A"), event.actor[0]._replace(name="B")
    joint = replace(event, event="CONSULT", actor=(one, other), recipient=())
    pairs = {kind: name_pairs(replace(joint, event=kind)) for kind in ("CONSULT", "ACCUSE")}
    assert pairs == {"CONSULT": [("A", "B"), ("B", "A")], "ACCUSE": [("A", ""), ("B", "")]}
    assert name_pairs(replace(joint, actor=(one,))) == [("A", "")]


def name_pairs(event: EventRow) -> list[tuple[object, object]]:
    return [(row["Source Name"], row["Target Name"]) for row in make_icews(event)]


@pytest.mark.parametrize("name", ["polecat", "icews"])
def test_what_was_denied_is_not_told_as_done(store: Store, tmp_path: Path, name: str) -> None:
    class Denied(Nasty):
        def events(self) -> Iterator[EventRow]:
            yield from (replace(event, status="negated") for event in super().events())

    path = tmp_path / "denied"
    told = find_format(name).write(Denied(store.select()), path)
    assert told.startswith(f"0 rows; {len(store.events())} negated")
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def test_icews_takes_the_day_of_issue_where_no_day_is_told(store: Store, tmp_path: Path) -> None:
    class Undated(Nasty):
        def events(self) -> Iterator[EventRow]:
            one, *others = super().events()
            yield replace(one, date=None, date_from=None, date_until=None, published="2024-07-06")
            yield from (replace(event, date_from=None, published=None) for event in others)

    path = tmp_path / "undated"
    told = find_format("icews").write(Undated(store.select()), path)
    assert told.endswith(f"{len(store.events()) - 1} without any date")
    _, *lines = path.read_text(encoding="utf-8").splitlines()
    assert lines
    assert {line.split("\t")[1] for line in lines} == {"2024-07-06"}


def test_countries_have_the_codes_of_each_program() -> None:
    assert find_country("IDN") == ("ID", "850", "Indonesia")
    assert find_country("pse") == ("PS", "", "Occupied Palestinian Territory")
    assert find_country("IGO") is None


# ---- TimelineJS --------------------------------------------------------------------


def test_slides_have_what_timelinejs_needs(nasty_store: Store, tmp_path: Path) -> None:
    slides = json.loads(write(Nasty(nasty_store.select()), "timelinejs", tmp_path).read_text("utf-8"))[
        "events"
    ]
    assert len({slide["unique_id"] for slide in slides}) == len(slides) > 3
    for slide in slides:
        assert slide["text"]["headline"].strip()
        assert "media" not in slide  # an address of a page would show as an empty picture
        for day in (slide["start_date"], slide.get("end_date", slide["start_date"])):
            assert list(day) == ["year", "month", "day"][: len(day)]
            assert all(isinstance(part, int) for part in day.values())
    assert NASTY in unescape(slides[0]["text"]["text"])


def test_slide_leads_to_its_article(store: Store) -> None:
    address = "https://swara.example/a?x=1&y='2'\"><script>"
    text = make_slide(store.events()[0], "<b>Judul", (address,))["text"]
    shown = text["text"]  # type: ignore[index]
    assert "<script>" not in shown
    assert "<b>" not in shown
    assert unescape(shown.partition('href="')[2].partition('"')[0]) == address


# ---- annotations -------------------------------------------------------------------

_OA, _AS = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/activitystreams#"
_NUMBER = "http://www.w3.org/2001/XMLSchema#nonNegativeInteger"
#: The terms of the W3C's context that the export uses; the context itself would need the network.
_CONTEXT: dict[str, object] = {
    "id": "@id",
    "type": "@type",
    "schema": "http://schema.org/",
    "Software": f"{_AS}Application",
    "AnnotationCollection": f"{_AS}OrderedCollection",
    "AnnotationPage": f"{_AS}OrderedCollectionPage",
    "format": "http://purl.org/dc/elements/1.1/format",
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "name": "http://xmlns.com/foaf/0.1/name",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "items": {"@id": f"{_AS}items", "@type": "@id", "@container": "@list"},
    "total": {"@id": f"{_AS}totalItems", "@type": _NUMBER},
    "motivation": {"@id": f"{_OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{_OA}hasPurpose", "@type": "@vocab"},
    **{
        name: f"{_OA}{name}"
        for name in ("Annotation", "TextualBody", "TextQuoteSelector", "TextPositionSelector")
    },
    **{name: f"{_OA}{name}" for name in ("identifying", "tagging", "exact", "prefix", "suffix")},
    **{name: {"@id": f"{_OA}{name}", "@type": _NUMBER} for name in ("start", "end")},
    "startIndex": {"@id": f"{_AS}startIndex", "@type": _NUMBER},
    **{name: {"@id": f"{_AS}{name}", "@type": "@id"} for name in ("first", "partOf", "generator")},
    **{
        name: {"@id": f"{_OA}has{name.title()}", "@type": "@id"}
        for name in ("body", "target", "source", "selector")
    },
}


def keys_of(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from keys_of(part)


def test_annotations_are_a_graph_whose_selectors_find_their_words(nasty_store: Store, tmp_path: Path) -> None:
    found = json.loads(write(nasty_store.select(), "webannotation", tmp_path).read_text(encoding="utf-8"))
    assert found.pop("@context") == "http://www.w3.org/ns/anno.jsonld"
    assert {key.partition(":")[0] for key in keys_of(found)} <= set(_CONTEXT)
    graph = rdflib.Graph().parse(data=json.dumps({"@context": _CONTEXT, **found}), format="json-ld")
    oa, act = rdflib.Namespace(_OA), rdflib.Namespace(_AS)
    page = graph.value(rdflib.URIRef("urn:saksi:collection"), act.first)
    listed = graph.value(page, act["items"])
    assert listed is not None
    assert graph.value(page, act.partOf) == rdflib.URIRef("urn:saksi:collection")
    items = list(Collection(graph, listed))
    assert set(items) == set(graph.subjects(rdflib.RDF.type, oa.Annotation))
    assert len(set(items)) == len(items) == found["total"]
    texts = {f"urn:saksi:article:{one.id}": one.text for one in nasty_store.articles()}
    texts |= {one.sources[0]: one.text for one in nasty_store.articles()}
    quotes = [check_selectors(graph, item, texts) for item in items]
    assert any('😀 "Presiden" Kenya Temui\u200f Presiden Peru' in quote for quote in quotes)


def check_selectors(graph: rdflib.Graph, item: rdflib.term.Node, texts: dict[str, str]) -> str:
    """The quotation of an annotation, which both of its selectors find."""
    oa = rdflib.Namespace(_OA)
    target = graph.value(item, oa.hasTarget)
    text = texts[str(graph.value(target, oa.hasSource))]
    by_type = {graph.value(one, rdflib.RDF.type): one for one in graph.objects(target, oa.hasSelector)}
    place, words = by_type[oa.TextPositionSelector], by_type[oa.TextQuoteSelector]
    start, end = (int(str(graph.value(place, name))) for name in (oa.start, oa.end))
    before, exact, after = (str(graph.value(words, name)) for name in (oa.prefix, oa.exact, oa.suffix))
    assert text[start:end] == exact
    assert text.startswith(before + exact + after, start - len(before))
    return exact


def test_label_studio_takes_interface_tasks_and_predictions(nasty_store: Store, tmp_path: Path) -> None:
    label_studio = pytest.importorskip(
        "label_studio_sdk.label_interface", reason="pip install label-studio-sdk"
    )
    interface = label_studio.LabelInterface(LABEL_CONFIG)
    interface.validate()
    tasks = json.loads(write(nasty_store.select(), "labelstudio", tmp_path).read_text(encoding="utf-8"))
    assert len(tasks) == 4
    for task in tasks:
        assert interface.validate_task({"data": task["data"]})
        (prediction,) = task["predictions"]
        assert interface.validate_prediction(prediction, return_errors=True) == []
        for region in (one["value"] for one in prediction["result"] if one["type"] == "labels"):
            # its pages count code points, not code units
            assert task["data"]["text"][region["start"] : region["end"]] == region["text"]
    assert any("😀" in task["data"]["text"] and task["predictions"][0]["result"] for task in tasks)
