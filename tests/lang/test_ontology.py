"""The ontology file is whole, and a broken one is refused with the reason."""

import copy
import tomllib
from typing import Any

import pytest

from saksi.errors import DataError
from saksi.lang.ontology import FILE, load_ontology, parse_ontology


@pytest.fixture
def data() -> dict[str, Any]:
    return copy.deepcopy(tomllib.loads(FILE.read_text(encoding="utf-8")))


def test_ontology_has_what_plover_counts() -> None:
    ontology = load_ontology()
    modes = sum(len(event.modes) for event in ontology.events.values())
    assert (len(ontology.events), modes, len(ontology.contexts), len(ontology.sectors)) == (16, 67, 37, 25)


def test_quads_follow_the_sign_of_the_score() -> None:
    for event in load_ontology().events.values():
        assert (event.quad <= 2) == (event.score > 0), event.name


def test_mode_without_score_takes_the_score_of_its_type() -> None:
    assert load_ontology().score("PROTEST", "vandalize") == load_ontology().score("PROTEST")


@pytest.mark.parametrize(
    ("event", "field", "value", "says"),
    [
        ("AGREE", "quad", 5, "quad"),
        ("AGREE", "recipient", "maybe", "recipient"),
        ("AGREE", "score", 11, "between"),
        ("COERCE", "modes", {"cyber": {"definition": "x", "adds_context": "hackers"}}, "contexts"),
        ("COERCE", "modes", {"cyber": {"definiton": "x"}}, "misspells"),
    ],
)
def test_broken_ontology_is_refused(
    data: dict[str, Any], event: str, field: str, value: object, says: str
) -> None:
    data["events"][event][field] = value
    with pytest.raises(DataError, match=says):
        parse_ontology(data, "plover.toml")
