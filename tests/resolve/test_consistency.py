"""An article that contradicts itself is told so, with both readings kept."""

import pytest

from saksi.check.probe import probe
from saksi.lang.language import load_language
from saksi.records import Problem

COUNT, DATE, WEEKDAY = "consistency/count", "consistency/date", "consistency/weekday"


def problems(text: str, rule: str) -> list[Problem]:
    return [p for p in probe(text, load_language()).problems if p.rule == rule]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat itu dihadiri lima negara, Laos, Fiji, Tonga, dan Vietnam.",
        "Rapat itu dihadiri lima negara anggota ASEAN – Laos, Kamboja, Thailand, dan Vietnam.",
    ],
)
def test_list_that_is_shorter_than_announced(text: str) -> None:
    found = problems(text, COUNT)
    assert len(found) == 1
    assert "5 are announced and 4 named" in found[0].why
    assert found[0].span is not None
    assert text[found[0].span.start :].startswith("lima negara")


def test_relations_of_a_list_with_another_number_are_flagged() -> None:
    text = "Rapat itu dihadiri lima negara anggota ASEAN – Laos, Kamboja, Thailand, dan Vietnam."
    members = [r for r in probe(text, load_language()).relations if r.predicate == "member_of"]
    assert len(members) == 4
    assert all(r.flags == ("count differs",) for r in members)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat itu dihadiri empat negara, Laos, Fiji, Tonga, dan Vietnam.",
        "Rapat itu dihadiri sepuluh negara, antara lain Laos, Fiji, dan Vietnam.",
        "Lima negara bertemu dengan Laos, Fiji, dan Vietnam.",
        "Puluhan negara, Laos, Fiji, dan Vietnam, hadir.",
    ],
)
def test_list_that_fits_or_is_only_partly_named(text: str) -> None:
    assert problems(text, COUNT) == []


def test_organisation_founded_in_two_years_keeps_both() -> None:
    text = "ASEAN didirikan pada 1967. ASEAN dibentuk di Bangkok pada 1968."
    analysis = probe(text, load_language())
    founded = [r for r in analysis.relations if r.predicate == "founded_on"]
    assert [r.object.name for r in founded] == ["1967", "1968"]
    assert all("dates disagree" in r.flags for r in founded)
    assert len(problems(text, DATE)) == 1


def test_finer_date_is_no_contradiction() -> None:
    text = "ASEAN didirikan pada 1967. ASEAN dibentuk di Bangkok pada 8 Agustus 1967."
    analysis = probe(text, load_language())
    assert [r.object.name for r in analysis.relations if r.predicate == "founded_on"] == ["1967-08-08"]
    assert problems(text, DATE) == []


def test_weekday_that_does_not_fit() -> None:
    found = problems("Rapat itu dibuka pada Senin (9/1/2024) di Laos.", WEEKDAY)
    assert len(found) == 1
    assert "2024-01-09" in found[0].why
