"""Both languages say the same things, and every word that a template asks for is there."""

import re
from importlib.resources import files
from pathlib import Path

import pytest

from saksi.lang.country_names import load_country_names
from saksi.lang.ontology import load_ontology
from saksi.lang.tables import load_toml
from saksi.web.wording import make_wording

WEB = Path(str(files("saksi") / "web"))
EN, ID = (load_toml(files("saksi") / "data" / "ui" / f"{language}.toml") for language in ("en", "id"))
#: Words found by the beginning of their key and a code.
FAMILIES = ("field_", "filter_", "kind_", "precision_", "review_", "role_", "verdict_", "kind_of_")


def asked() -> set[str]:
    """Keys that templates and pages name."""
    sources = "".join(path.read_text(encoding="utf-8") for path in [*WEB.rglob("*.html"), *WEB.rglob("*.py")])
    found = set(re.findall(r"\b(?:t|say)\(\s*[\"']([a-z_]+)[\"']", sources))
    found |= set(re.findall(r'texts\["(\w+)"\]', sources)) | set(
        re.findall(r'True, "(\w+)"|False, "(\w+)"', sources)[0]
    )
    menu = re.findall(r'\("(\w+)", "/\w*"\)', (WEB / "render.py").read_text(encoding="utf-8"))
    figures = re.findall(r'\("(\w+)", status', sources)
    return {key for key in found | set(menu) | set(figures) if key and not key.endswith("_")}


@pytest.mark.parametrize("section", ["texts", "modes", "contexts"])
def test_both_languages_have_the_same_keys(section: str) -> None:
    assert list(EN[section]) == list(ID[section])
    assert all(EN[section].values())
    assert all(ID[section].values())


def test_placeholders_are_the_same() -> None:
    for key, text in EN["texts"].items():
        assert sorted(re.findall(r"\{(\w+)\}", text)) == sorted(re.findall(r"\{(\w+)\}", ID["texts"][key])), (
            key
        )


def test_every_key_that_is_asked_for_is_there() -> None:
    assert asked() - set(EN["texts"]) == set()


def test_no_text_is_idle() -> None:
    idle = {key for key in set(EN["texts"]) - asked() if not key.startswith(FAMILIES)}
    assert idle <= {"map_coop", "map_conf", "map_vague"}  # named by the drawing


def test_every_code_of_the_ontology_has_words() -> None:
    ontology = load_ontology()
    modes = {mode for event in ontology.events.values() for mode in event.modes}
    assert set(EN["modes"]) == modes
    assert set(EN["contexts"]) == set(ontology.contexts)


def test_countries_have_both_names() -> None:
    names = load_country_names()
    assert (names["DEU"].en, names["DEU"].id, names["DEU"].number) == ("Germany", "Jerman", "276")
    assert all(name.en and name.id for name in names.values())


def test_no_template_holds_words_of_its_own() -> None:
    for path in WEB.glob("templates/*.html"):
        bare = re.sub(
            r"\{[{%#].*?[}%#]\}|<[^>]*>|&\w+;", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        words = set(re.findall(r"[A-Za-z]{3,}", bare)) - {
            "saksi",
            "API",
            "CSV",
            "JSON",
            "Lines",
            "SQL",
            "SELECT",
        }
        words = {word for word in words if not word.startswith("v_")} - {
            "events",
            "statements",
            "relations",
            "participants",
            "sources",
        }
        assert words == set(), path.name


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        ("id", "2024-07-03", "3 Juli 2024"),
        ("en", "2024-07", "July 2024"),
        ("en", "2024", "2024"),
        ("id", "2024-06-30/2024-07-02", "30 Juni 2024 – 2 Juli 2024"),
        ("en", "2024-07-01/2024-07-05", "1–5 July 2024"),
        ("en", None, "no date"),
        ("en", "about noon", "about noon"),
        ("en", "2024-13", "2024"),
    ],
)
def test_days_read_well(language: str, value: str | None, words: str) -> None:
    assert make_wording(language).day(value) == words


def test_numbers_follow_the_language() -> None:
    assert (make_wording("en").number(12345), make_wording("id").number(12345)) == ("12,345", "12.345")
    assert (make_wording("en").number(-2.25), make_wording("id").number(1234.5)) == ("-2.2", "1.234,5")
    assert [make_wording("en").size(*pair) for pair in ((5, 5), (5, 7), (5, None), (None, None))] == [
        "5",
        "5–7",
        "≥ 5",
        "",
    ]
