"""Floors hold: a figure under its floor fails, and no floor goes down in silence."""

from pathlib import Path

import pytest

from benchmarks import quality


@pytest.fixture(autouse=True)
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.toml"
    monkeypatch.setattr(quality, "FLOORS", path)
    return path


def test_rates_and_counts_become_dotted_figures() -> None:
    figures = {"articles": {"times": {"rate": 0.5, "n": 4}, "events": {"f": 0.25}, "spans": {"ok": 3}}}
    assert quality.flatten(figures) == {
        "articles.times": 0.5,
        "articles.events.f": 0.25,
        "articles.spans.ok": 3,
        "articles.spans.bad": 0,
    }


def test_figure_under_its_floor_is_a_miss() -> None:
    assert quality.find_misses({"dates.right": 0.89}, {"dates.right": 0.9}) == ("dates.right",)
    assert quality.find_misses({"dates.right": 0.9}, {"dates.right": 0.9}) == ()


def test_some_figures_are_better_when_lower() -> None:
    assert quality.find_misses({"articles.spans.bad": 1}, {"articles.spans.bad": 0}) == (
        "articles.spans.bad",
    )


def test_figure_nobody_measures_any_more_is_a_miss() -> None:
    assert quality.find_misses({}, {"dates.right": 0.9}) == ("dates.right",)


def test_floors_go_up_but_not_down(floors: Path) -> None:
    assert quality.pin({"dates.right": 0.95}, {"dates.right": 0.9}, "x", allow_lower=False) == 0
    assert '"dates.right" = 0.95' in floors.read_text(encoding="utf-8")
    assert quality.pin({"dates.right": 0.8}, {"dates.right": 0.95}, "x", allow_lower=False) == 1
    assert '"dates.right" = 0.95' in floors.read_text(encoding="utf-8")
    assert quality.pin({"dates.right": 0.8}, {"dates.right": 0.95}, "x", allow_lower=True) == 0
    assert '"dates.right" = 0.8' in floors.read_text(encoding="utf-8")


@pytest.mark.parametrize("value", [1 / 3, 2 / 3, 0.12345])
@pytest.mark.parametrize("name", ["dates.right", "articles.events.attributes.swap"])
def test_rounded_floor_is_held_by_its_own_figure(name: str, value: float) -> None:
    assert not quality.is_worse(name, value, quality.round_safely(name, value))
