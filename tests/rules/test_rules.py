"""Every example, counter-example and gap that stands beside a rule, as one test each."""

import pytest

from saksi.check.case import Case
from saksi.check.runner import collect, find_families, judge, run_all
from saksi.lang.language import load_language


@pytest.mark.parametrize("case", collect(load_language()), ids=lambda case: case.name)
def test_rule(case: Case) -> None:
    found = judge(case)
    assert found is None, f"{case.kind}: {case.text!r}: {found}"


def make_case(kind: str, found: str | None) -> Case:
    return Case(f"a.toml::b[{kind}-1]", kind, "Tandawa bertemu Kesmira.", lambda: found)


@pytest.mark.parametrize(
    ("kind", "found", "passes"),
    [
        ("example", None, True),
        ("example", "found nothing", False),
        ("counter", None, True),
        ("counter", "found CONSULT", False),
        ("gap", "found nothing", True),
        ("gap", None, False),
    ],
)
def test_a_gap_passes_only_while_it_fails(kind: str, found: str | None, passes: bool) -> None:
    assert (judge(make_case(kind, found)) is None) == passes


def test_a_rule_that_breaks_down_is_one_failed_check() -> None:
    def run() -> str | None:
        raise KeyError("akar")

    assert judge(Case("a.toml::b[gap-1]", "gap", "x", run)) == "broke down with KeyError: 'akar'"


def test_names_of_checks_are_unique() -> None:
    names = [case.name for case in collect(load_language())]
    assert len(names) == len(set(names))


def test_families_are_found() -> None:
    assert "saksi.check.furniture" in find_families()
    assert "saksi.check.case" not in find_families()


def test_a_part_of_a_path_chooses_checks() -> None:
    chosen = run_all("src/saksi/data/lang/id/furniture.toml")
    assert chosen
    assert {result.name.partition("::")[0] for result in chosen} == {"lang/id/furniture.toml"}
