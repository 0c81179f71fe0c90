"""The merge holds its figures on the gold, through the whole engine, and joins no look-alikes."""

from functools import cache

import pytest

from benchmarks.merging import GOALS, PARTS, b_cubed, generate, load_gold, measure
from saksi.resolve.across.actors import link_actors
from saksi.resolve.across.incidents import merge_incidents


@cache
def figures(part: str) -> dict[str, dict[str, float]]:
    return measure(load_gold(PARTS[part]))[0]


def test_gold_is_as_large_as_promised() -> None:
    gold = load_gold()
    assert len(gold.texts) >= 60
    assert len({telling.belongs_to for telling in gold.events}) >= 25
    assert len({telling.belongs_to for telling in gold.actors}) >= 40
    assert gold.copies


@pytest.mark.parametrize("what", GOALS)
@pytest.mark.parametrize("part", PARTS)
def test_goals_are_held(part: str, what: str) -> None:
    assert figures(part)[what]["f"] >= GOALS[what]


@pytest.mark.parametrize("what", GOALS)
@pytest.mark.parametrize("part", PARTS)
def test_no_two_are_joined_that_the_gold_keeps_apart(part: str, what: str) -> None:
    assert figures(part)[what]["wrongly_joined"] == 0


def test_b_cubed_by_hand() -> None:
    score = b_cubed(["a", "a", "a", "b"], ["1", "1", "2", "2"])
    assert score.precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert score.recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)


def test_generated_events_are_merged_with_little_work() -> None:
    mentions, events = generate(3000)
    linked = link_actors(mentions)
    merged = merge_incidents(events, linked)
    assert len(linked.identities) == 60
    assert 800 < len(merged.incidents) < 1200  # three articles tell each
    assert merged.work.compared < 12 * len(events)
