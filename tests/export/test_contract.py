"""What ``saksi extract`` prints keeps the published contract."""

import hashlib
import json
from collections.abc import Iterator
from importlib.resources import files

import jsonschema
import pytest

from saksi.export.contract import dumps, to_contract, to_contract_failed
from saksi.lang.ontology import load_ontology
from saksi.records import Article, Problem, Span
from tests.export.invented import TEXT, make_analysis

SCHEMA = json.loads((files("saksi") / "data" / "schema" / "saksi-1.json").read_text(encoding="utf-8"))
KEYS = "schema document sentences events statements relations people times problems"
EVENT_KEYS = (
    "id event mode context quad_code event_scale actor recipient date event_loc status asserted_by "
    "dead injured arrested size evidence mentions rule confidence"
)


def validate(record: dict[str, object]) -> None:
    jsonschema.validate(json.loads(dumps(record)), SCHEMA, cls=jsonschema.Draft202012Validator)


def walk(value: object) -> Iterator[dict[str, object]]:
    """Every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from walk(item)


def test_schema_itself_is_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_record_fits_the_schema() -> None:
    validate(to_contract(make_analysis()))


def test_record_that_lacks_a_key_does_not_fit() -> None:
    record = to_contract(make_analysis())
    del record["times"]
    with pytest.raises(jsonschema.ValidationError, match="times"):
        validate(record)


def test_schema_and_ontology_name_the_same_types() -> None:
    assert set(SCHEMA["$defs"]["event"]["properties"]["event"]["enum"]) == set(load_ontology().events)


def test_keys_come_in_the_documented_order() -> None:
    record = json.loads(dumps(to_contract(make_analysis())))
    assert list(record) == KEYS.split()
    assert list(record["events"][0]) == EVENT_KEYS.split()


def test_every_span_is_verbatim() -> None:
    spans = [item for item in walk(to_contract(make_analysis())) if {"start", "end", "text"} <= item.keys()]
    assert len(spans) > 10
    for span in spans:
        start, end = span["start"], span["end"]
        assert isinstance(start, int)
        assert isinstance(end, int)
        assert TEXT[start:end] == span["text"]


def test_quad_and_score_come_from_the_ontology() -> None:
    event = json.loads(dumps(to_contract(make_analysis())))["events"][0]
    assert (event["event"], event["mode"], event["quad_code"], event["event_scale"]) == (
        "CONSULT",
        "visit",
        1,
        4.0,
    )


def test_document_id_is_of_the_text_alone() -> None:
    one, two = (json.loads(dumps(to_contract(make_analysis(name)))) for name in ("a.txt", "b.txt"))
    assert one["document"]["id"] == two["document"]["id"] == hashlib.sha256(TEXT.encode()).hexdigest()[:32]
    assert one["document"]["source"] != two["document"]["source"]


def test_failed_document_fits_the_schema_and_says_why() -> None:
    problem = Problem("read", "x.txt: it is empty", span=Span(0, 0))
    record = to_contract_failed(Article("x.txt", ""), (problem,))
    validate(record)
    assert record["problems"] == [
        {"stage": "read", "rule": None, "start": 0, "end": 0, "why": "x.txt: it is empty"},
    ]


def test_one_record_is_one_line_for_every_reader() -> None:
    line = dumps(to_contract_failed(Article("a\u2028b\u0085c\nd", ""), ()))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["document"]["source"] == "a\u2028b\u0085c\nd"
